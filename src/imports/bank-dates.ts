/**
 * Dates as banks write them. A bank's date is a calendar date: digits are taken as they stand, no time zone is applied
 * and a time behind the date is dropped. Whether `01/02` is January or February is a property of the whole column.
 */
import { dateFromParts, type IsoDate } from '#domain/dates.ts'

export type DateOrder = 'ymd' | 'mdy' | 'dmy'

type Parts =
  | { readonly kind: 'date'; readonly date: IsoDate | null }
  /** Two numbers before the year, whose order the text does not tell. */
  | { readonly kind: 'open'; readonly a: number; readonly b: number; readonly year: number }

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^(feb|fev)/,
  /^mar/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
]

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

function split(text: string): Parts | null {
  if (text.length > 40) return null
  const trimmed = text.trim().replace(/(\d)[T ]+\d{1,2}:\d{2}.*$/, '$1')
  const compact = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/.exec(trimmed)
  if (compact)
    return { kind: 'date', date: dateFromParts(Number(compact[1]), Number(compact[2]), Number(compact[3])) }
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(trimmed)
  if (iso) return { kind: 'date', date: dateFromParts(Number(iso[1]), Number(iso[3]), Number(iso[4])) }
  const open = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(trimmed)
  if (open) return { kind: 'open', a: Number(open[1]), b: Number(open[3]), year: fullYear(open[4] as string) }
  return named(trimmed)
}

/** `10 Feb 2025`, `10-févr.-2025`, `Feb. 10, 2025`. */
function named(text: string): Parts | null {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  const dayFirst = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/.exec(plain)
  const monthFirst = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})[\s,-]+(\d{4}|\d{2})$/.exec(plain)
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : []
  if (!day || !word || !year) return null
  const month = MONTHS.findIndex(name => name.test(word)) + 1
  return month === 0 ? null : { kind: 'date', date: dateFromParts(fullYear(year), month, Number(day)) }
}

/** Whether a cell is a date in any order; used to tell what a column holds. */
export function looksLikeDate(text: string): boolean {
  const parts = split(text)
  if (!parts) return false
  if (parts.kind === 'date') return parts.date !== null
  return readBankDate(text, 'mdy') !== null || readBankDate(text, 'dmy') !== null
}

/** Null when the text is no date in this order. A date that tells its own order (ISO, a month's name) needs none. */
export function readBankDate(text: string, order: DateOrder): IsoDate | null {
  const parts = split(text)
  if (!parts) return null
  if (parts.kind === 'date') return parts.date
  if (order === 'ymd') return null
  const [month, day] = order === 'mdy' ? [parts.a, parts.b] : [parts.b, parts.a]
  return dateFromParts(parts.year, month, day)
}

export type DateOrderFinding =
  | { readonly kind: 'order'; readonly order: DateOrder }
  | { readonly kind: 'either'; readonly likely: DateOrder | null }
  | { readonly kind: 'mixed'; readonly at: readonly [number, number] }
  | { readonly kind: 'unreadable'; readonly at: number }

/** What order the dates of one column are in; indexes are into `texts`. */
export function findDateOrder(texts: readonly string[]): DateOrderFinding {
  let dayFirstAt = -1
  let monthFirstAt = -1
  let open = false
  for (const [at, text] of texts.entries()) {
    const parts = split(text)
    if (!parts || (parts.kind === 'date' && parts.date === null)) return { kind: 'unreadable', at }
    if (parts.kind === 'date') continue
    open = true
    const asMonthFirst = readBankDate(text, 'mdy') !== null
    const asDayFirst = readBankDate(text, 'dmy') !== null
    if (!asMonthFirst && !asDayFirst) return { kind: 'unreadable', at }
    if (!asMonthFirst && dayFirstAt < 0) dayFirstAt = at
    if (!asDayFirst && monthFirstAt < 0) monthFirstAt = at
  }
  if (!open) return { kind: 'order', order: 'ymd' }
  if (dayFirstAt >= 0 && monthFirstAt >= 0)
    return {
      kind: 'mixed',
      at: dayFirstAt < monthFirstAt ? [dayFirstAt, monthFirstAt] : [monthFirstAt, dayFirstAt],
    }
  if (dayFirstAt >= 0) return { kind: 'order', order: 'dmy' }
  if (monthFirstAt >= 0) return { kind: 'order', order: 'mdy' }
  // 05/05/2025 is the same day either way.
  if (texts.every(text => readBankDate(text, 'mdy') === readBankDate(text, 'dmy')))
    return { kind: 'order', order: 'mdy' }
  const monthFirstRuns = inOrderOfTime(texts, 'mdy')
  const dayFirstRuns = inOrderOfTime(texts, 'dmy')
  return {
    kind: 'either',
    likely: monthFirstRuns === dayFirstRuns ? null : monthFirstRuns ? 'mdy' : 'dmy',
  }
}

function inOrderOfTime(texts: readonly string[], order: DateOrder): boolean {
  const dates = texts.map(text => readBankDate(text, order) ?? '')
  const rising = dates.every((date, i) => i === 0 || date >= (dates[i - 1] ?? ''))
  return rising || dates.every((date, i) => i === 0 || date <= (dates[i - 1] ?? ''))
}
