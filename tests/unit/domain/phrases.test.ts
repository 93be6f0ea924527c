/** The phrases of the cards: the same in every language, nothing empty, nothing that tells, and dates as CLDR has them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CardLanguage, cardLanguages, parsePhrases, shippedPhrases } from '#domain/phrases.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const FOLDER = join(import.meta.dirname, '../../../resources/phrases')
const raw = (language: CardLanguage) =>
  JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8')) as Record<string, unknown> & {
    phrases: Record<string, string>
  }
const books = cardLanguages.map(shippedPhrases)
const textsOf = (language: CardLanguage) => {
  const { phrases, weekdays, months } = shippedPhrases(language)
  return [...Object.values(phrases), ...weekdays, ...months]
}

/** What would tell in a language that the list of telling words does not speak; beginnings of words. */
const TELLING: Readonly<Record<CardLanguage, readonly string[]>> = {
  en: ['refug', 'newcomer', 'sponsor', 'asylum', 'immigra'],
  fr: ['réfug', 'parrain', 'asile', 'immigr', 'accueilli'],
  es: ['refugi', 'asilo', 'inmigra', 'migra', 'patrocin'],
  so: ['qaxooti', 'magangal', 'hayb', 'soogaleeti', 'kafaal'],
  sw: ['mkimbizi', 'wakimbizi', 'hifadhi', 'mhamiaji', 'mfadhili'],
  ru: ['бежен', 'убежищ', 'мигран', 'переселен', 'спонсор'],
  uk: ['біжен', 'притул', 'мігран', 'переселен', 'спонсор'],
  ar: ['لاجئ', 'لجوء', 'مهاجر', 'هجرة', 'كفيل', 'كفالة'],
  'fa-AF': ['پناه', 'مهاجر', 'مهاجرت', 'اسپانسر', 'کفیل'],
  ti: ['ስደተኛ', 'ስደት', 'ዑቕባ', 'ውሕስነት'],
}

describe('phrases', () => {
  it('are there for every language that is offered, and for no other', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(cardLanguages.map(each => `${each}.json`).sort())
    expect(cardLanguages.map(each => raw(each)['language'])).toEqual(cardLanguages)
  })

  it('have the same keys in every language', () => {
    const keys = Object.keys(raw('en').phrases)
    expect(keys.length).toBeGreaterThan(30)
    for (const language of cardLanguages) expect(Object.keys(raw(language).phrases)).toEqual(keys)
  })

  it('are handed out only in languages that somebody reviewed', () => {
    expect(books.filter(each => each.status === 'reviewed').map(each => each.language)).toEqual(['en', 'fr'])
    expect(books.filter(each => each.reviewed !== null).map(each => each.language)).toEqual(['en', 'fr'])
  })

  it('have nothing that tells why somebody is here', () => {
    const table = shippedRates()['telling-words']
    for (const language of cardLanguages)
      for (const text of textsOf(language)) {
        expect(findTellingWords(table, text), text).toEqual([])
        expect(
          TELLING[language].filter(word => text.toLowerCase().includes(word)),
          text,
        ).toEqual([])
      }
  })

  it('call health, papers and other kinds by words that fit many appointments', () => {
    for (const { phrases, language } of books)
      expect(phrases['kind-health'], language).toBe(phrases['kind-other'])
  })

  it('are written in the script that the file names', () => {
    const letters = { Latn: /\p{Script=Latin}/u, Cyrl: /\p{Script=Cyrillic}/u } as const
    const others = { Arab: /\p{Script_Extensions=Arabic}/u, Ethi: /\p{Script=Ethiopic}/u } as const
    const patterns = { ...letters, ...others }
    for (const { language, script } of books)
      for (const text of textsOf(language)) {
        const stray = [...text.replace(/\{\w+\}/g, '')].filter(
          char => /\p{L}/u.test(char) && char !== 'ʼ' && !patterns[script].test(char),
        )
        expect(stray, `${language}: ${text}`).toEqual([])
      }
  })

  it('read from the right exactly where the script does', () => {
    expect(books.filter(each => each.direction === 'rtl').map(each => each.script)).toEqual(['Arab', 'Arab'])
  })

  // The names come from the Unicode project's tables, which Node carries: read from there again.
  it.each(cardLanguages.map(language => [language]))('name days and months as Unicode does: %s', language => {
    const locales = { ar: 'ar-SY', ti: 'ti-ER', en: 'en-CA', fr: 'fr-CA' } as Record<string, string>
    const format = (of: string, options: Intl.DateTimeFormatOptions, day: Date) =>
      new Intl.DateTimeFormat(`${of}-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options }).formatToParts(
        day,
      )
    const month = (of: string, i: number) =>
      format(of, { day: 'numeric', month: 'long', year: 'numeric' }, new Date(Date.UTC(2026, i, 2, 12))).find(
        part => part.type === 'month',
      )?.value
    const of = locales[language] ?? language
    const { weekdays, months } = shippedPhrases(language)
    // 23 November 2026 is a Monday.
    const days = weekdays.map((_, i) =>
      format(of, { weekday: 'long' }, new Date(Date.UTC(2026, 10, 23 + i, 12))),
    )
    expect(weekdays).toEqual(days.map(parts => parts[0]?.value))
    // In Arabic a month has one name in Damascus and another in Cairo; the card gives both.
    expect(months).toEqual(
      months.map((_, i) => (language === 'ar' ? `${month(of, i)} (${month('ar-EG', i)})` : month(of, i))),
    )
  })
})

describe('a file of phrases', () => {
  const at = (change: (file: ReturnType<typeof raw>) => void) => {
    const file = raw('es')
    change(file)
    const read = parsePhrases(file)
    return read.ok ? null : read.problem.at
  }

  it('is refused with a text that is missing, empty or unknown', () => {
    expect(at(() => undefined)).toBeNull()
    expect(at(file => delete file.phrases['bring'])).toMatch(/^phrases/)
    expect(at(file => Object.assign(file.phrases, { bring: '  ' }))).toMatch(/^phrases/)
    expect(at(file => Object.assign(file.phrases, { reason: 'x' }))).toMatch(/^phrases/)
    expect(at(file => Object.assign(file, { weekdays: ['lunes'] }))).toMatch(/^weekdays/)
  })

  it('is refused where a date or a time would lose a part', () => {
    expect(at(file => Object.assign(file, { date: '{weekday} {day} {month}' }))).toBe('date')
    expect(at(file => Object.assign(file.phrases, { 'time-range': 'de {start}' }))).toMatch(/^phrases/)
  })

  it('is not reviewed without who and when', () => {
    expect(at(file => Object.assign(file, { status: 'reviewed' }))).toBe('reviewed')
    expect(at(file => Object.assign(file, { reviewed: { by: 'A. B.', on: '2026-11-25' } }))).toBe('reviewed')
    expect(
      at(file => Object.assign(file, { status: 'reviewed', reviewed: { by: 'A. B.', on: '2026-11-25' } })),
    ).toBeNull()
  })
})
