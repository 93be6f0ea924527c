/**
 * The words of a report in the report's own language, whatever the screen's. Texts are in
 * `resources/locales/report-paper/*.json`: `{name}` is filled in, and a text with a plural is `{ one, other }`, chosen
 * by the first value. A value whose name ends in `cents` is an amount.
 */
import type { IsoDate, IsoMonth } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import en from '#resources/locales/report-paper/en.json' with { type: 'json' }
import fr from '#resources/locales/report-paper/fr.json' with { type: 'json' }
import type { LineName } from './report-model.ts'

export const reportLanguages = ['en', 'fr'] as const
export type ReportLanguage = (typeof reportLanguages)[number]

export type Values = Readonly<Record<string, number | string>>

export interface ReportWords {
  readonly language: ReportLanguage
  /** Throws on an unknown id: a sentence must not be missing on paper. */
  readonly text: (id: string, values?: Values) => string
  /** `1,234.50 $` as the language writes it. */
  readonly money: (cents: Cents) => string
  readonly date: (date: IsoDate) => string
  readonly month: (month: IsoMonth) => string
  /** The group's own name for a line, else the standard one. */
  readonly line: (line: LineName) => string
  /** Every id, sorted, and the text behind one with its plurals joined: for checking that the languages agree. */
  readonly ids: () => readonly string[]
  readonly raw: (id: string) => string
}

type Text = string | { readonly one: string; readonly other: string }
const texts: Readonly<Record<ReportLanguage, Readonly<Record<string, Text>>>> = { en, fr }

export function reportWords(language: ReportLanguage): ReportWords {
  const locale = `${language}-CA`
  const plural = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(locale)
  const currency = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CAD',
    currencyDisplay: 'narrowSymbol',
  })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const money = (cents: Cents): string => currency.format(cents / 100)
  const fill = (name: string, value: number | string): string => {
    if (typeof value === 'string') return value
    return /cents$/i.test(name) ? money(value) : number.format(value)
  }
  const text = (id: string, values: Values = {}): string => {
    const found = texts[language][id]
    if (found === undefined) throw new Error(`no such words: ${id}`)
    const [first] = Object.values(values)
    const template =
      typeof found === 'string' ? found : found[plural.select(Number(first ?? 0)) === 'one' ? 'one' : 'other']
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return value === undefined ? whole : fill(name, value)
    })
  }
  return {
    language,
    text,
    money,
    // Intl writes `1 janvier`; in French the first of a month is `1er`.
    date: date => {
      const written = day.format(new Date(`${date}T00:00:00Z`))
      return language === 'fr' ? written.replace(/^1 /, '1er ') : written
    },
    month: month => monthName.format(new Date(`${month}-01T00:00:00Z`)),
    line: line => line.name || (`line.${line.key}` in texts[language] ? text(`line.${line.key}`) : line.key),
    ids: () => Object.keys(texts[language]).sort(),
    raw: id => JSON.stringify(texts[language][id] ?? ''),
  }
}
