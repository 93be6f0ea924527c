/**
 * The dates on which a repeating appointment falls. A rule is about days on the wall, so the time of day stays what it
 * was when the clocks change; `occurrences.ts` puts the time to the date.
 *
 * Every question is about a window and has a limit: the days before the window are counted, not walked, so a rule
 * without an end costs no more than what is looked at. Weeks begin on Monday (RFC 5545's default, and what is exported).
 * The day of the start is always the first occurrence, whether the rule would make it or not: two people can change
 * start and rule apart, and an appointment must not vanish from every list by that.
 */
import type { RepeatRule } from './appointment.ts'
import { dateOfEpochDay, daysInMonth, epochDay, type IsoDate, weekdayOfEpochDay } from './dates.ts'
import { type Weekday, weekdays } from './wall-clock.ts'

/** More occurrences than this in one window are not looked at: a year of every day, with room. */
export const MAX_IN_WINDOW = 1_000

/** No date is later. */
const LAST_DAY = epochDay('2199-12-31')
const LAST_MONTH = 2199 * 12 + 11
const DAY_MS = 86_400_000

export interface DateWindow {
  /** Both included. */
  readonly from: IsoDate
  readonly to: IsoDate
}

export interface SeriesDates {
  readonly dates: readonly IsoDate[]
  /** There are more in the window than the limit let through. */
  readonly more: boolean
}

/** Ascending. */
export function datesIn(
  first: IsoDate,
  rule: RepeatRule | null,
  window: DateWindow,
  limit = MAX_IN_WINDOW,
): SeriesDates {
  const dates: IsoDate[] = []
  const last = Math.min(epochDay(window.to), LAST_DAY)
  for (const { day } of daysFrom(epochDay(first), rule, epochDay(window.from))) {
    if (day > last) break
    if (dates.length === limit) return { dates, more: true }
    dates.push(dateOfEpochDay(day))
  }
  return { dates, more: false }
}

export const isOccurrence = (first: IsoDate, rule: RepeatRule | null, date: IsoDate): boolean =>
  datesIn(first, rule, { from: date, to: date }).dates.length > 0

/** How many occurrences come before a date. */
export function countBefore(first: IsoDate, rule: RepeatRule, date: IsoDate): number {
  for (const { ordinal } of daysFrom(epochDay(first), rule, epochDay(date))) return ordinal
  let count = 0
  for (const { ordinal } of daysFrom(epochDay(first), rule, epochDay(first))) count = ordinal + 1
  return count
}

/** The last date of a rule that ends; null for one without an end. */
export function lastDate(first: IsoDate, rule: RepeatRule | null): IsoDate | null {
  if (rule !== null && rule.until === null && rule.count === null) return null
  const begin = epochDay(first)
  let last = begin
  // Of a rule with a last day only its end is walked: no two days or weeks of it are further apart.
  const apart = rule === null || rule.unit === 'month' ? Number.POSITIVE_INFINITY : 7 * (rule.every + 1)
  const from = rule?.until ? Math.max(begin, epochDay(rule.until) - apart) : begin
  for (const { day } of daysFrom(begin, rule, from)) last = day
  return dateOfEpochDay(last)
}

export interface RuleDay {
  readonly day: number
  /** 0 for the first of the series. */
  readonly ordinal: number
}

/** The days of a rule that are not before `from`. Ends with the rule, or where dates end. */
function* daysFrom(first: number, rule: RepeatRule | null, from: number): Generator<RuleDay> {
  if (rule === null) {
    if (from <= first) yield { day: first, ordinal: 0 }
    return
  }
  const last = rule.until === null ? LAST_DAY : Math.min(epochDay(rule.until), LAST_DAY)
  for (const found of daysOf(first, rule, from)) {
    const isOver = found.day > last || (rule.count !== null && found.ordinal >= rule.count)
    if (isOver && found.ordinal > 0) return
    if (found.day >= from) yield found
  }
}

/** Without regard to the end of the rule; may begin earlier than `from`. */
function daysOf(first: number, rule: RepeatRule, from: number): Iterable<RuleDay> {
  switch (rule.unit) {
    case 'day':
      return everyDays(first, rule.every, from)
    case 'week':
      return everyWeeks(first, rule, from)
    case 'month':
      return everyMonths(first, rule)
  }
}

function* everyDays(first: number, every: number, from: number): Generator<RuleDay> {
  for (let ordinal = Math.max(0, Math.ceil((from - first) / every)); ; ordinal += 1) {
    const day = first + ordinal * every
    if (day > LAST_DAY) return
    yield { day, ordinal }
  }
}

function* everyWeeks(first: number, rule: RepeatRule, from: number): Generator<RuleDay> {
  const own = weekdayOfEpochDay(first) - 1
  const places = [...new Set([own, ...rule.weekdays.map(indexOf)])].sort((a, b) => a - b)
  const monday = first - own
  const inFirstWeek = places.filter(place => place >= own).length
  const step = 7 * rule.every
  for (let week = Math.max(0, Math.floor((from - monday) / step)); ; week += 1) {
    let ordinal = week === 0 ? 0 : inFirstWeek + (week - 1) * places.length
    for (const place of places) {
      const day = monday + week * step + place
      if (day < first) continue
      if (day > LAST_DAY) return
      yield { day, ordinal }
      ordinal += 1
    }
  }
}

/** Months without the day are passed over, so an ordinal is only known by walking from the first: 12 steps a year. */
function* everyMonths(first: number, rule: RepeatRule): Generator<RuleDay> {
  const start = new Date(first * DAY_MS)
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth()
  yield { day: first, ordinal: 0 }
  let ordinal = 1
  for (let step = 0; ; step += 1) {
    const at = month + step * rule.every
    if (at > LAST_MONTH) return
    const day = dayInMonth(at, start.getUTCDate(), rule)
    if (day === null || day <= first) continue
    yield { day, ordinal }
    ordinal += 1
  }
}

/** `month` counts from year 0. Null where the month has no such day. */
function dayInMonth(month: number, dayOfMonth: number, rule: RepeatRule): number | null {
  const year = Math.floor(month / 12)
  const length = daysInMonth(year, (month % 12) + 1)
  const begin = Date.UTC(year, month % 12, 1) / DAY_MS
  if (rule.nth === null) return dayOfMonth > length ? null : begin + dayOfMonth - 1
  const places = placesOf(rule.weekdays, begin, length)
  const place = places.at(rule.nth > 0 ? rule.nth - 1 : rule.nth)
  return place === undefined ? null : begin + place
}

/** Days of a month, from 0, that fall on one of these weekdays; of none: all of them. */
function placesOf(days: readonly Weekday[], begin: number, length: number): readonly number[] {
  const wanted = new Set(days.map(indexOf))
  const first = weekdayOfEpochDay(begin) - 1
  const places: number[] = []
  for (let place = 0; place < length; place += 1)
    if (wanted.size === 0 || wanted.has((first + place) % 7)) places.push(place)
  return places
}

/** Whether the rule itself makes the day of its start: only an nth day of the month may be another. */
export function makesFirst(first: IsoDate, rule: RepeatRule): boolean {
  if (rule.unit !== 'month') return true
  const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1
  return dayInMonth(month, Number(first.slice(8, 10)), rule) === epochDay(first)
}

const indexOf = (weekday: Weekday): number => weekdays.indexOf(weekday)

/** Which weekday of its month a date is, as a rule says it: 1 to 4, or -1 for a fifth, which is the last. */
export function nthOf(date: IsoDate): 1 | 2 | 3 | 4 | -1 {
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7)
  return nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : -1
}
