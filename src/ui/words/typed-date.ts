/**
 * Reads a day as people type it into a field: `2026-03-05`, `20260305`, `2026/3/5`, `5 mar 2026`, `March 5, 2026`,
 * `5 mars`, `today`, `hier`, `+3`. `03/05/2026` can be two days, and is asked back rather than guessed.
 */
import { addDays, dateFromParts, type IsoDate, yearOf } from '#domain/dates.ts'
import { err, ok, type Result } from '#domain/result.ts'

export type TypedDateProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'ambiguous' }

/** English and French, by the fewest letters that tell them apart. */
const MONTH_STARTS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
]

const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  today: 0,
  "aujourd'hui": 0,
  yesterday: -1,
  hier: -1,
  tomorrow: 1,
  demain: 1,
}

export function parseTypedDate(text: string, today: IsoDate): Result<IsoDate, TypedDateProblem> {
  const typed = plain(text)
  if (typed === '') return err({ kind: 'empty' })
  const relative = RELATIVE_DAYS[typed]
  if (relative !== undefined) return ok(addDays(today, relative))
  const shift = /^([+-])(\d{1,3})$/.exec(typed)
  if (shift) return ok(addDays(today, Number(`${shift[1]}${shift[2]}`)))
  const iso = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(typed)
  if (iso && (/[-/. ]/.test(typed) || typed.length === 8))
    return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed)
  if (numbers) return fromTwoNumbers(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]))
  return fromWords(typed, today)
}

/** With one number above 12 only one reading is a date; equal numbers read the same both ways. */
function fromTwoNumbers(a: number, b: number, year: number): Result<IsoDate, TypedDateProblem> {
  if (a === b || a > 12) return day(year, b, a)
  if (b > 12) return day(year, a, b)
  return err({ kind: 'ambiguous' })
}

function fromWords(typed: string, today: IsoDate): Result<IsoDate, TypedDateProblem> {
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?[ -]([a-z]{3,})\.?,?(?:[ -](\d{4}))?$/.exec(typed)
  const monthFirst = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(typed)
  const [dayText, name, yearText] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  if (!dayText || !name) return err({ kind: 'not-a-date' })
  const month = MONTH_STARTS.findIndex(starts => starts.some(start => name.startsWith(start))) + 1
  if (month === 0) return err({ kind: 'not-a-date' })
  return day(yearText ? Number(yearText) : yearOf(today), month, Number(dayText))
}

function day(year: number, month: number, dayOfMonth: number): Result<IsoDate, TypedDateProblem> {
  const date = dateFromParts(year, month, dayOfMonth)
  return date ? ok(date) : err({ kind: 'no-such-day' })
}

/** Lower case, no accents, one kind of space, hyphen and apostrophe. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2019/g, "'")
    .trim()
}
