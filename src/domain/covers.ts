/**
 * Which months an entry covers when nobody said so, apart from the day it went through the bank. Rent paid in the last
 * days of a month is nearly always next month's.
 */
import { addMonths, type IsoDate, type IsoMonth, lastDay, monthOf } from './dates.ts'

/** Both ends included. */
export interface Covers {
  readonly from: IsoMonth
  readonly to: IsoMonth
}

/** Rent is paid ahead: its last days before the month turns. */
const PAID_AHEAD_LINES: ReadonlySet<string> = new Set(['rent'])
const PAID_AHEAD_DAYS = 5

/** The month covered. `lineKey` is the key of a standard line; empty for an own line or an entry not sorted yet. */
export function coveredMonth(date: IsoDate, lineKey: string): IsoMonth {
  const month = monthOf(date)
  const daysLeft = Number(lastDay(month).slice(8)) - Number(date.slice(8))
  return PAID_AHEAD_LINES.has(lineKey) && daysLeft < PAID_AHEAD_DAYS ? addMonths(month, 1) : month
}

/** The same as a range, to fill a form with. */
export function proposeCovers(lineKey: string, date: IsoDate): Covers {
  const month = coveredMonth(date, lineKey)
  return { from: month, to: month }
}
