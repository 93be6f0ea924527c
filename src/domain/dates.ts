/**
 * Plain dates and months, kept as ISO text. A bank's date is a calendar date: nothing here knows a time zone, so no
 * date can shift by a day. Arithmetic is Temporal's.
 */
import { Temporal } from 'temporal-polyfill'

/** `YYYY-MM-DD` of a real day, years 1900 to 2199. */
export type IsoDate = string
/** `YYYY-MM`. */
export type IsoMonth = string

export function isIsoDate(value: unknown): value is IsoDate {
  const match = typeof value === 'string' ? /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(value) : null
  if (!match) return false
  return dateFromParts(Number(`${match[1]}${match[2]}`), Number(match[3]), Number(match[4])) === value
}

export function isIsoMonth(value: unknown): value is IsoMonth {
  return typeof value === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value)
}

/** Null when there is no such day (31 June) or the year is outside 1900–2199. */
export function dateFromParts(year: number, month: number, day: number): IsoDate | null {
  if (![year, month, day].every(Number.isInteger)) return null
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null
  return `${year}-${pad2(month)}-${pad2(day)}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const pad2 = (value: number): string => String(value).padStart(2, '0')

export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7)
export const yearOf = (date: IsoDate | IsoMonth): number => Number(date.slice(0, 4))
export const firstDay = (month: IsoMonth): IsoDate => `${month}-01`
export const monthLength = (month: IsoMonth): number => daysInMonth(yearOf(month), Number(month.slice(5, 7)))
export const lastDay = (month: IsoMonth): IsoDate => `${month}-${pad2(monthLength(month))}`
/** That day of the month, its last in a shorter one. */
export const dayOfMonth = (month: IsoMonth, day: number): IsoDate =>
  `${month}-${pad2(Math.min(day, monthLength(month)))}`

export function addMonths(month: IsoMonth, count: number): IsoMonth {
  const index = yearOf(month) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(index / 12)}-${pad2((((index % 12) + 12) % 12) + 1)}`
}

/** Months from `a` to `b`: 0 when equal, negative when `b` is earlier. */
export function monthsBetween(a: IsoMonth, b: IsoMonth): number {
  return (yearOf(b) - yearOf(a)) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
}

/** Both ends included; empty when `to` is before `from`. */
export function monthRange(from: IsoMonth, to: IsoMonth): readonly IsoMonth[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, i) => addMonths(from, i))
}

export const addDays = (date: IsoDate, days: number): IsoDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Adds calendar months to a date; the 31st becomes the last day where the month is shorter. */
export const addMonthsToDate = (date: IsoDate, months: number): IsoDate =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** Days since 1 January 1970, to walk over days without making a date of each. UTC on both sides: no zone can move it. */
export const epochDay = (date: IsoDate): number =>
  Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000

export const dateOfEpochDay = (day: number): IsoDate => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: IsoDate): number => weekdayOfEpochDay(epochDay(date))
export const weekdayOfEpochDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

export const daysBetween = (a: IsoDate, b: IsoDate): number =>
  Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days
