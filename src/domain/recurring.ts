/**
 * Money that comes again: rent, a pledge, an insurance. The record is the entry to be, a rule for its days, and how many
 * days ahead it is due; which occurrence was posted, skipped or moved is told apart from it.
 *
 * [Note: one occurrence, one name] An occurrence is named by the stretch of time it belongs to (its month, its year, the
 * Monday of its week), not by its day: rent that is due on the 5th from now on does not make the rent posted on the 1st
 * look unpaid. The id of the entry that posts it follows from that name, so that two laptops that post one write one
 * entry, and different amounts are both kept and asked about. An imported row keeps its own id and names the occurrence
 * in its `occurrence` field; an entry in the trash posts nothing, so undoing an import opens what it had posted.
 */
import { z } from 'zod/mini'
import { coveredMonth } from './covers.ts'
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  dayOfMonth,
  epochDay,
  type IsoDate,
  type IsoMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from './dates.ts'
import { type entry, methods, type Split, split } from './entry.ts'
import { cents, isoDate, longText, recordId, shortText, wholeFrom } from './fields.ts'
import type { Cents } from './money.ts'
import { defineKind, type FieldsOf, type RecordId, type RecordOf } from './record-kind.ts'

export const recurringEvery = ['week', 'two-weeks', 'month', 'year'] as const
export type RecurringEvery = (typeof recurringEvery)[number]

/** `proposed`: as for any entry of its line on the day it is due (`covers.ts`). */
export const coversRules = [
  'proposed',
  'same-month',
  'next-month',
  'previous-month',
  'twelve-months',
] as const
export type CoversRule = (typeof coversRules)[number]

export const MOST_LEAD_DAYS = 60

/**
 * From `start` on, which is the first day unless the month's day comes later, to `end` at the latest. `day` is the day of
 * the month for `month`, the last one where a month is shorter; the others go by the day of `start`.
 */
const schedule = z.object({
  every: z.enum(recurringEvery),
  start: isoDate,
  end: z.nullable(isoDate),
  day: wholeFrom(1, 31),
})
export type RecurringSchedule = Readonly<z.output<typeof schedule>>

export const recurring = defineKind({
  kind: 'recurring',
  compartment: 'money',
  fields: {
    type: z.enum(['expense', 'income', 'transfer']),
    account: z.nullable(recordId),
    /** As of an entry; what its splits cover is said by `covers`. */
    money: z.object({
      cents,
      splits: z.array(split).check(z.maxLength(50)),
      toAccount: z.nullable(recordId),
    }),
    payee: shortText,
    method: z.enum(methods),
    note: longText,
    covers: z.enum(coversRules),
    schedule,
    /** So many days ahead of its day it is due. */
    leadDays: wholeFrom(0, MOST_LEAD_DAYS),
    /** The record that it was written for, such as a lease; null: none. */
    writtenFor: z.nullable(recordId),
  },
  defaults: {
    type: 'expense',
    account: null,
    money: { cents: 0, splits: [], toAccount: null },
    payee: '',
    method: '',
    note: '',
    covers: 'proposed',
    schedule: { every: 'month', start: '2000-01-01', end: '1999-12-31', day: 1 },
    leadDays: 5,
    writtenFor: null,
  },
  keepBoth: ['money', 'schedule'],
})
export type Recurring = RecordOf<typeof recurring>
export type RecurringFields = FieldsOf<typeof recurring>

/** What was decided about one occurrence that is not posted. Its id is `occurrenceId`. */
export const recurringOccurrence = defineKind({
  kind: 'recurring-occurrence',
  compartment: 'money',
  fields: {
    recurring: recordId,
    /** The day that the rule gave it when this was decided; it names the occurrence. */
    date: isoDate,
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('open') }),
      z.object({ kind: z.literal('skipped') }),
      z.object({ kind: z.literal('moved'), to: isoDate }),
    ]),
  },
  defaults: { recurring: '', date: '2000-01-01', state: { kind: 'open' } },
})
export type RecurringOccurrence = RecordOf<typeof recurringOccurrence>

/** The stretch of time that an occurrence belongs to; see [Note: one occurrence, one name]. Sorts as time does. */
export function occurrenceKey(every: RecurringEvery, date: IsoDate): string {
  switch (every) {
    case 'week':
    case 'two-weeks':
      return addDays(date, 1 - weekdayOf(date)).replaceAll('-', '')
    case 'month':
      return monthOf(date).replace('-', '')
    case 'year':
      return String(yearOf(date))
  }
}

/** Of the entry that posts an occurrence by hand. */
export const postedEntryId = (of: RecordId, key: string): RecordId => `${of}.${key}`

export const occurrenceId = (of: RecordId, key: string): RecordId => `${of}.${key}.at`

/** More than this are not looked at: fifteen years of weeks. */
const MOST_DATES = 800

/** The days of a schedule up to `until`, both included, ascending. */
export function scheduledDates(of: RecurringSchedule, until: IsoDate): readonly IsoDate[] {
  const last = of.end !== null && of.end < until ? of.end : until
  const dates: IsoDate[] = []
  for (let step = 0; dates.length < MOST_DATES; step += 1) {
    const date = nthDate(of, step)
    if (date > last) break
    if (date >= of.start) dates.push(date)
  }
  return dates
}

function nthDate({ every, start, day }: RecurringSchedule, step: number): IsoDate {
  switch (every) {
    case 'week':
      return dateOfEpochDay(epochDay(start) + 7 * step)
    case 'two-weeks':
      return dateOfEpochDay(epochDay(start) + 14 * step)
    case 'month':
      return dayOfMonth(addMonths(monthOf(start), step), day)
    case 'year':
      return dayOfMonth(addMonths(monthOf(start), 12 * step), Number(start.slice(8)))
  }
}

/** The months that an occurrence is for, whenever it is paid. `lineKey`: of a standard line, else empty. */
export function coversOf(rule: CoversRule, date: IsoDate, lineKey: string): NonNullable<Split['covers']> {
  const month = monthOf(date)
  const only = (from: IsoMonth) => ({ from, to: from })
  switch (rule) {
    case 'proposed':
      return only(coveredMonth(date, lineKey))
    case 'same-month':
      return only(month)
    case 'next-month':
      return only(addMonths(month, 1))
    case 'previous-month':
      return only(addMonths(month, -1))
    case 'twelve-months':
      return { from: month, to: addMonths(month, 11) }
  }
}

export interface PostedAs {
  /** The day the rule gave it. */
  readonly original: IsoDate
  /** The day the money moved. */
  readonly on: IsoDate
  readonly cents: Cents
  /** Where nobody has said from which account it goes. */
  readonly account?: RecordId
}

/**
 * The fields of the entry that posts an occurrence. Another amount than the rule's is taken by a single split whole; of
 * several splits the first takes the difference.
 */
export function postedFields(
  of: Recurring,
  { original, on, cents: paid, account: chosen = '' }: PostedAs,
  lineKeys: ReadonlyMap<RecordId, string>,
): Partial<FieldsOf<typeof entry>> {
  const { type, account, money, payee, method, note } = of
  const rest = paid - money.cents
  const splits = money.splits.map((part, i) => ({
    ...part,
    cents: part.cents + (i === 0 ? rest : 0),
    covers: coversOf(of.covers, original, lineKeys.get(part.line ?? '') ?? ''),
  }))
  const whole = { line: null, cents: paid, countsAs: null, unit: null, covers: null }
  return {
    type,
    account: account ?? (chosen === '' ? null : chosen),
    date: on,
    money: {
      cents: paid,
      splits: type === 'transfer' ? [] : splits.length > 0 ? splits : [whole],
      toAccount: money.toAccount,
    },
    payee,
    method,
    note,
    occurrence: { recurring: of.id, date: original },
  }
}

/** The first day of the rule in the month of `date` or the first month after it, to begin with from `date`. */
export function firstFrom(of: Pick<RecurringSchedule, 'every' | 'day'>, date: IsoDate): IsoDate {
  if (of.every !== 'month') return date
  const here = dayOfMonth(monthOf(date), of.day)
  return here >= date ? here : dayOfMonth(addMonths(monthOf(date), 1), of.day)
}

/** A row of the bank so many days from the day it was expected may be it; no two occurrences are that near. */
export function nearDays(every: RecurringEvery): number {
  switch (every) {
    case 'week':
      return 3
    case 'two-weeks':
      return 5
    case 'month':
      return 7
    case 'year':
      return 14
  }
}

/** Parts for several units may be on one line; then the line is one thing to say and to change. */
export const hasOneLine = ({ money }: Pick<Recurring, 'money'>): boolean =>
  new Set(money.splits.map(each => each.line)).size <= 1

export const hasEnded = ({ schedule: { end } }: Pick<Recurring, 'schedule'>, today: IsoDate): boolean =>
  end !== null && end < today

export interface MonthlyCost {
  readonly account: RecordId | null
  readonly line: RecordId | null
  /** What is paid each month; positive. */
  readonly amountCents: Cents
  readonly payee: string
  /** 1 to 31; in a shorter month its last day. */
  readonly dueDay: number
  /** The first day from which it is paid. */
  readonly from: IsoDate
  readonly end: IsoDate | null
  readonly writtenFor: RecordId | null
}

/** A cost paid on one day of each month onto one line, as a lease's rent is. */
export const monthlyCost = (of: MonthlyCost): Partial<RecurringFields> => ({
  type: 'expense',
  account: of.account,
  money: {
    cents: -of.amountCents,
    splits: [{ line: of.line, cents: -of.amountCents, countsAs: null, unit: null, covers: null }],
    toAccount: null,
  },
  payee: of.payee,
  schedule: {
    every: 'month',
    start: firstFrom({ every: 'month', day: of.dueDay }, of.from),
    end: of.end,
    day: of.dueDay,
  },
  writtenFor: of.writtenFor,
})
