import { describe, expect, it } from 'vitest'
import { createWords, createWordsStore } from '#ui/words/create-words.ts'
import { createFormats } from '#ui/words/formats.ts'
import { loadMessages, preferredLanguage } from '#ui/words/messages.ts'
import { messages as en } from '#ui/words/messages-en.ts'
import { parseTypedDate } from '#ui/words/typed-date.ts'

const today = () => '2026-11-23'
/** French money has no-break spaces; which kind is the platform's choice. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formats', () => {
  it('write money as each language does, with a true minus', () => {
    expect(createFormats('en').money(125_000)).toBe('$1,250.00')
    expect(createFormats('en').money(-550)).toBe('\u2212$5.50')
    expect(plainSpaces(createFormats('fr').money(125_000))).toBe('1 250,00 $')
    expect(plainSpaces(createFormats('fr').change(4_000))).toBe('+4' + '0,00 $')
    expect(createFormats('en').change(0)).toBe('$0.00')
  })

  it('never move a calendar date by a time zone', () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/Vancouver'
    expect(createFormats('en').date('2026-03-01', 'long')).toBe('March 1, 2026')
    process.env['TZ'] = 'Pacific/Auckland'
    expect(createFormats('fr').date('2026-03-31', 'long')).toBe('31 mars 2026')
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  it('count the first day of a month in French', () => {
    expect(createFormats('fr').date('2026-05-01', 'long')).toBe('1er mai 2026')
    expect(createFormats('fr').date('2026-11-01', 'weekday')).toBe('dimanche 1er novembre 2026')
    expect(createFormats('fr').date('2026-05-11', 'long')).toBe('11 mai 2026')
    expect(createFormats('en').date('2026-05-01', 'long')).toBe('May 1, 2026')
  })

  it('join lists and name months in the language', () => {
    expect(createFormats('fr').list(['loyer', 'épicerie'])).toBe('loyer et épicerie')
    expect(createFormats('fr').month('2026-08')).toBe('août 2026')
    expect(plainSpaces(createFormats('fr').percent(0.42))).toBe('42 %')
  })
})

describe('words', () => {
  it('fill in values and choose plurals', () => {
    const { t } = createWords('en', en, today)
    expect(t('common.steps.position', { number: 2, total: 5 })).toBe('Step 2 of 5')
    expect(t('common.palette.count', { count: 1 })).toBe('1 result')
    expect(t('common.palette.count', { count: 1200 })).toBe('1,200 results')
  })

  it('switch the language for every listener without a restart', async () => {
    const store = createWordsStore({ language: 'en', messages: en, today })
    const seen: string[] = []
    store.subscribe(() => seen.push(store.current().t('common.shell.money')))
    await store.use('fr')
    await store.use('fr')
    expect(seen).toEqual(['Argent'])
    expect(store.current().language).toBe('fr')
  })

  it('end in the language asked for last, whichever was loaded first', async () => {
    const gates = new Map<string, () => void>()
    const load = async (language: 'en' | 'fr') => {
      await new Promise<void>(open => gates.set(language, open))
      return loadMessages(language)
    }
    const store = createWordsStore({ language: 'fr', messages: await loadMessages('fr'), today, load })
    const toEnglish = store.use('en')
    const backToFrench = store.use('fr')
    gates.get('en')?.()
    await Promise.all([toEnglish, backToFrench])
    expect(store.current().language).toBe('fr')
  })

  it('begin in the first of the languages of the system that exists', () => {
    expect(preferredLanguage(['uk-UA', 'fr-CA', 'en'])).toBe('fr')
    expect(preferredLanguage(['ar'])).toBe('en')
  })
})

describe('a typed date', () => {
  const read = (text: string) => {
    const result = parseTypedDate(text, '2026-11-23')
    return result.ok ? result.value : result.problem.kind
  }

  it.each([
    ['2026-03-05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['5 mar 2026', '2026-03-05'],
    ['March 5, 2026', '2026-03-05'],
    ['1er août 2026', '2026-08-01'],
    ['5\u00a0février', '2026-02-05'],
    ['5 sept. 2026', '2026-09-05'],
    ['juin 3 2026', '2026-06-03'],
    ['28/02/2026', '2026-02-28'],
    ['04/04/2026', '2026-04-04'],
    ['today', '2026-11-23'],
    ['Hier', '2026-11-22'],
    ['aujourd’hui', '2026-11-23'],
    ['+10', '2026-12-03'],
    ['\u22121', '2026-11-22'],
  ])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['', 'empty'],
    ['03/05/2026', 'ambiguous'],
    ['2026-02-30', 'no-such-day'],
    ['31 juin', 'no-such-day'],
    ['soon', 'not-a-date'],
    ['5 foo 2026', 'not-a-date'],
    ['202635', 'not-a-date'],
    ['1.5', 'not-a-date'],
  ])('%s is refused: %s', (text, expected) => expect(read(text)).toBe(expected))
})
