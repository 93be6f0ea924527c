/**
 * The clock of an arrival: which support months it has, who pays each, and when support ends.
 *
 * [Note: how a support month is counted] Support always runs from the day of arrival for the agreed number of months and
 * ends the day before that day comes round again (arrived 27 September, twelve months: ends 26 September). What differs
 * is where the months are cut, as the agreement holder counts them. *Arrival-day*: month 2 begins on the same day of the
 * next month. *Calendar*: month 1 is the calendar month of arrival, from that day on; the others are whole calendar
 * months; the last one also takes the days that are left until support ends. While the arrival is unknown, months are
 * numbers without dates: a date is never invented.
 */
import {
  addDays,
  addMonths,
  addMonthsToDate,
  daysBetween,
  firstDay,
  type IsoDate,
  type IsoMonth,
  lastDay,
  monthOf,
} from './dates.ts'
import type { Arrival, Payer, Sponsorship } from './sponsorship.ts'

export type Clock = Pick<Sponsorship, 'supportMonths' | 'payerByMonth' | 'monthKind'>
export type ArrivalTiming = Pick<Arrival, 'timing' | 'supportEndsOverride'>

/** Both ends included. `month` is the calendar month that it is called by: the one in which it begins. */
export interface MonthDates {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly month: IsoMonth
}

export interface SupportMonth {
  /** 1 to 36. */
  readonly number: number
  readonly payer: Payer
  /** Null: the arrival has no date yet. */
  readonly dates: MonthDates | null
}

export interface ClockStart {
  readonly date: IsoDate
  /** False: notified or expected, may still slip. */
  readonly certain: boolean
}

/** The day from which months are counted: the day they reached the group, else the COPR's. Null: not known yet. */
export function clockStart(arrival: ArrivalTiming): ClockStart | null {
  const { state, expected, landed, reached } = arrival.timing
  switch (state) {
    case 'landed':
    case 'finished': {
      const date = reached ?? landed ?? expected
      return date === null ? null : { date, certain: landed !== null || reached !== null }
    }
    case 'notified':
      return expected === null ? null : { date: expected, certain: false }
    case 'unknown':
    case 'window':
      return null
  }
}

/** Payer of support month `number`; the last payer of a shorter list goes on. */
export function payerOfMonth(clock: { readonly payerByMonth: readonly Payer[] }, number: number): Payer {
  return clock.payerByMonth[number - 1] ?? clock.payerByMonth.at(-1) ?? 'sponsor'
}

/** One payer for each support month, however short the stored list is. */
export const payersInMonths = (
  of: Pick<Clock, 'supportMonths'> & Parameters<typeof payerOfMonth>[0],
): readonly Payer[] => Array.from({ length: of.supportMonths }, (_, i) => payerOfMonth(of, i + 1))

/** Last day of support. Null: unknown, because the arrival is. */
export function supportEnds(clock: Clock, arrival: ArrivalTiming): IsoDate | null {
  if (arrival.supportEndsOverride !== null) return arrival.supportEndsOverride
  const start = clockStart(arrival)
  return start && addDays(addMonthsToDate(start.date, clock.supportMonths), -1)
}

/** All support months of an arrival, in order. */
export function supportMonths(clock: Clock, arrival: ArrivalTiming): readonly SupportMonth[] {
  const start = clockStart(arrival)
  const end = supportEnds(clock, arrival)
  return Array.from({ length: clock.supportMonths }, (_, i) => ({
    number: i + 1,
    payer: payerOfMonth(clock, i + 1),
    dates: start && end ? monthDates(clock, start.date, end, i) : null,
  }))
}

/** Null: support was ended before this month began. */
function monthDates(clock: Clock, start: IsoDate, end: IsoDate, index: number): MonthDates | null {
  const last = index === clock.supportMonths - 1
  const month = addMonths(monthOf(start), index)
  const from =
    index === 0 ? start : clock.monthKind === 'calendar' ? firstDay(month) : addMonthsToDate(start, index)
  if (from > end) return null
  const whole =
    clock.monthKind === 'calendar' ? lastDay(month) : addDays(addMonthsToDate(start, index + 1), -1)
  return { from, to: last || whole > end ? end : whole, month }
}

/** The support month that a day falls in; null before arrival, after the end, or while unknown. */
export function supportMonthOfDate(months: readonly SupportMonth[], date: IsoDate): SupportMonth | null {
  return months.find(each => each.dates && each.dates.from <= date && date <= each.dates.to) ?? null
}

/**
 * The support month that a calendar month of *covers* counts for: the one called by it. The calendar month in which
 * support ends, when it has no number of its own, belongs to the last month.
 */
export function supportMonthOfCovers(months: readonly SupportMonth[], month: IsoMonth): SupportMonth | null {
  const called = months.find(each => each.dates?.month === month)
  if (called) return called
  const last = months.findLast(each => each.dates !== null)
  return last?.dates && monthOf(last.dates.to) === month ? last : null
}

export type SupportToday =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'before'
      readonly daysLeft: number
      readonly starts: IsoDate
      readonly certain: boolean
    }
  | {
      readonly kind: 'during'
      readonly number: number
      readonly of: number
      readonly ends: IsoDate
      readonly certain: boolean
    }
  | { readonly kind: 'ended'; readonly ended: IsoDate }

/** Where `today` is on the clock: "Month 4 of 12 · support ends 26 Sep". */
export function supportToday(clock: Clock, arrival: ArrivalTiming, today: IsoDate): SupportToday {
  const start = clockStart(arrival)
  const ends = supportEnds(clock, arrival)
  if (!start || !ends) return { kind: 'waiting' }
  if (today > ends) return { kind: 'ended', ended: ends }
  const months = supportMonths(clock, arrival)
  const now = supportMonthOfDate(months, today)
  if (now)
    return { kind: 'during', number: now.number, of: clock.supportMonths, ends, certain: start.certain }
  if (today >= start.date)
    // Support was prolonged by hand beyond its last month.
    return {
      kind: 'during',
      number: clock.supportMonths,
      of: clock.supportMonths,
      ends,
      certain: start.certain,
    }
  return {
    kind: 'before',
    daysLeft: daysBetween(today, start.date),
    starts: start.date,
    certain: start.certain,
  }
}
