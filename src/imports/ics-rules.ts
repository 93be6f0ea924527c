/**
 * A calendar file's rule of repeating, as a rule that an appointment can have; null where it can have none such. What
 * can be said exactly is taken, whatever way it is said (working days as a daily rule, years as twelve months); the rest
 * is refused rather than taken for something near it.
 *
 * A start that its own rule does not make is the first occurrence all the same (RFC 5545, 3.8.2.4), but then the rule
 * begins later: `first` says where, and the start is an appointment of its own.
 */
import { type AppointmentTime, MAX_COUNT, type RepeatRule } from '#domain/appointment.ts'
import { dateOfEpochDay, epochDay, type IsoDate } from '#domain/dates.ts'
import { makesFirst } from '#domain/recurrence.ts'
import {
  addToWall,
  dateOf,
  type WallClock,
  type Weekday,
  weekdayNameOf,
  weekdays,
} from '#domain/wall-clock.ts'
import { wallAt } from '#domain/zone-clock.ts'
import { nearestDay, readIcsTime } from './ics-times.ts'

export type ReadRule =
  | { readonly kind: 'rule'; readonly rule: RepeatRule; readonly first: IsoDate }
  /** Of a rule that ends before its own first day only the start is left. */
  | { readonly kind: 'start-only' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'too-many' }

type Parts = ReadonlyMap<string, string>

interface Pattern {
  readonly unit: RepeatRule['unit']
  readonly every: number
  readonly weekdays: readonly Weekday[]
  readonly nth: number | null
  /** The first day from the start on that the pattern makes. */
  readonly first: IsoDate
}

const KNOWN = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
])
/** No rule that can be said needs a longer way to its first day: a leap day, eight years over a century. */
const FIRST_WITHIN_DAYS = 366 * 9

export function readIcsRule(
  text: string,
  { start, zone, allDay }: Pick<AppointmentTime, 'start' | 'zone' | 'allDay'>,
): ReadRule {
  const parts = partsOf(text, start)
  if (parts === null || (parts.has('COUNT') && parts.has('UNTIL'))) return { kind: 'unsupported' }
  const pattern = patternOf(parts, dateOf(start))
  if (pattern === null || !isSameInAnyWeek(parts, pattern, dateOf(start))) return { kind: 'unsupported' }
  const { first, ...rest } = pattern
  const isLater = first !== dateOf(start)
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT')) : null
  if (parts.has('COUNT') && count === null) return { kind: 'unsupported' }
  if (count !== null && count > MAX_COUNT) return { kind: 'too-many' }
  const until = parts.has('UNTIL') ? lastDay(parts.get('UNTIL') ?? '', { start, zone, allDay }) : null
  if (parts.has('UNTIL') && until === null) return { kind: 'unsupported' }
  // The start is counted, made by the rule or not.
  const left = count === null ? null : isLater ? count - 1 : count
  if (left === 0 || (until !== null && until < first)) return { kind: 'start-only' }
  return { kind: 'rule', rule: { ...rest, weekdays: [...rest.weekdays], until, count: left }, first }
}

function partsOf(text: string, start: WallClock): Parts | null {
  const parts = new Map<string, string>()
  const own = { BYHOUR: start.slice(11, 13), BYMINUTE: start.slice(14, 16), BYSECOND: '00' }
  for (const part of text.trim().replace(/;$/, '').split(';')) {
    const [name = '', value = ''] = part.toUpperCase().split('=')
    if (Object.hasOwn(own, name)) {
      // The start's own time of day, said again: some programs do.
      if (value.padStart(2, '0') !== own[name as keyof typeof own]) return null
      continue
    }
    if (!KNOWN.has(name) || value === '' || parts.has(name)) return null
    parts.set(name, value)
  }
  return parts.has('FREQ') ? parts : null
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null
}

function patternOf(parts: Parts, start: IsoDate): Pattern | null {
  const every = parts.has('INTERVAL') ? wholeNumber(parts.get('INTERVAL')) : 1
  if (every === null || every > 1_000) return null
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return dailyPattern(parts, every, start)
    case 'WEEKLY':
      return hasOnly(parts, ['BYDAY']) ? weeklyPattern(plainDays(parts.get('BYDAY')), every, start) : null
    case 'MONTHLY':
      return monthlyPattern(parts, every, start)
    case 'YEARLY':
      return yearlyPattern(parts, every, start)
    default:
      return null
  }
}

const hasOnly = (parts: Parts, by: readonly string[]): boolean =>
  [...parts.keys()].every(name => !name.startsWith('BY') || by.includes(name))

function dailyPattern(parts: Parts, every: number, start: IsoDate): Pattern | null {
  if (!hasOnly(parts, ['BYDAY'])) return null
  if (!parts.has('BYDAY')) return { unit: 'day', every, weekdays: [], nth: null, first: start }
  return every === 1 ? weeklyPattern(plainDays(parts.get('BYDAY')), 1, start) : null
}

/** `days` null: something else stood there. */
function weeklyPattern(days: readonly Weekday[] | null, every: number, start: IsoDate): Pattern | null {
  if (days === null) return null
  const all = days.length === 0 ? [weekdayNameOf(start)] : days
  // In every other week, a day that comes after the start's week would be in a week that is left out.
  const first = firstFrom(start, date => all.includes(weekdayNameOf(date)))
  if (first === null || (every > 1 && mondayOf(first) !== mondayOf(start))) return null
  return { unit: 'week', every, weekdays: weekdays.filter(day => all.includes(day)), nth: null, first }
}

const mondayOf = (date: IsoDate): number => epochDay(date) - weekdays.indexOf(weekdayNameOf(date))

function monthlyPattern(parts: Parts, every: number, start: IsoDate): Pattern | null {
  if (parts.has('BYMONTH')) return null
  const pattern = patternInMonth(parts, every, start, () => true)
  // Months are counted from the start's own: a first day in a month that is left out is none.
  return pattern === null || (monthNumber(pattern.first) - monthNumber(start)) % every !== 0 ? null : pattern
}

const monthNumber = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

function yearlyPattern(parts: Parts, every: number, start: IsoDate): Pattern | null {
  if (every * 12 > 1_000) return null
  const month = parts.has('BYMONTH') ? wholeNumber(parts.get('BYMONTH')) : Number(start.slice(5, 7))
  if (month === null || month > 12) return null
  // Without a month, a weekday is one of the year and a day is one of every month.
  if ((parts.has('BYDAY') || parts.has('BYMONTHDAY')) && !parts.has('BYMONTH')) return null
  const isMonth = (date: IsoDate): boolean => Number(date.slice(5, 7)) === month
  const pattern = patternInMonth(parts, every * 12, start, isMonth)
  if (pattern === null) return null
  return every > 1 && pattern.first.slice(0, 4) !== start.slice(0, 4) ? null : pattern
}

/** A day of the month, also counted from its end, or the nth of its days that fall on certain weekdays. */
function patternInMonth(
  parts: Parts,
  every: number,
  start: IsoDate,
  isMonth: (date: IsoDate) => boolean,
): Pattern | null {
  if (!hasOnly(parts, ['BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH'])) return null
  if (parts.has('BYDAY') && parts.has('BYMONTHDAY')) return null
  const nth = parts.has('BYDAY') ? nthWeekday(parts) : nthDay(parts)
  if (nth !== null) {
    const rule = { every, unit: 'month', nth: nth.nth, until: null, count: null } as const
    const first = firstFrom(
      start,
      date => isMonth(date) && makesFirst(date, { ...rule, weekdays: [...nth.days] }),
    )
    return first === null ? null : { unit: 'month', every, weekdays: nth.days, nth: nth.nth, first }
  }
  if (parts.has('BYDAY') || parts.has('BYSETPOS')) return null
  const day = parts.has('BYMONTHDAY') ? wholeNumber(parts.get('BYMONTHDAY')) : Number(start.slice(8, 10))
  if (day === null || day > 31) return null
  const first = firstFrom(start, date => isMonth(date) && Number(date.slice(8, 10)) === day)
  return first === null ? null : { unit: 'month', every, weekdays: [], nth: null, first }
}

interface NthDay {
  /** None: any day. */
  readonly days: readonly Weekday[]
  readonly nth: number
}

/** No month has more of one weekday. */
const MOST_WEEKS = 5

/** `2TU`, `-1FR`, or weekdays with a BYSETPOS: `MO,TU,WE,TH,FR` and -1 for the last working day. */
function nthWeekday(parts: Parts): NthDay | null {
  const [, number, name] = /^([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)$/.exec(parts.get('BYDAY') ?? '') ?? []
  if (name !== undefined && parts.has('BYSETPOS')) return null
  const nth = signedNumber(number ?? parts.get('BYSETPOS'))
  const listed = plainDays(name ?? parts.get('BYDAY'))
  if (nth === null || listed === null) return null
  const days = weekdays.filter(day => listed.includes(day))
  return Math.abs(nth) <= Math.min(31, days.length * MOST_WEEKS) ? { days, nth } : null
}

/**
 * A day counted from the month's end; or, as some programs write the last one, the last of its days from the 28th on.
 * Null as well for a day counted from the beginning.
 */
function nthDay(parts: Parts): NthDay | null {
  const text = parts.get('BYMONTHDAY')
  const position = parts.get('BYSETPOS')
  if (position !== undefined)
    return position === '-1' && text === '28,29,30,31' ? { days: [], nth: -1 } : null
  const nth = signedNumber(text)
  return nth !== null && nth < 0 && nth >= -31 ? { days: [], nth } : null
}

function signedNumber(text: string | undefined): number | null {
  return text !== undefined && /^[+-]?[1-9]\d?$/.test(text) ? Number(text) : null
}

/** Weekdays without a number; empty when there are none, null when something else stands there. */
function plainDays(text: string | undefined): readonly Weekday[] | null {
  if (text === undefined) return []
  const days = text.split(',').map(part => weekdays.find(day => day.toUpperCase() === part))
  return days.every(day => day !== undefined) ? days : null
}

function firstFrom(start: IsoDate, isMade: (date: IsoDate) => boolean): IsoDate | null {
  const day = epochDay(start)
  for (let ahead = 0; ahead <= FIRST_WITHIN_DAYS; ahead += 1) {
    const date = dateOfEpochDay(day + ahead)
    if (isMade(date)) return date
  }
  return null
}

/** Weeks begin on Monday here. In every other week, days on both sides of another beginning would be other pairs. */
function isSameInAnyWeek(
  parts: Parts,
  { unit, every, weekdays: days, first }: Pattern,
  start: IsoDate,
): boolean {
  const begin = weekdays.findIndex(day => day.toUpperCase() === (parts.get('WKST') ?? 'MO'))
  if (begin < 0) return false
  if (unit !== 'week' || every === 1 || begin === 0) return true
  const all = [weekdayNameOf(start), weekdayNameOf(first), ...days].map(day => weekdays.indexOf(day))
  return all.every(day => day < begin) || all.every(day => day >= begin)
}

/** The last day on which the rule may fall: UNTIL is an instant, or a date, and the time of day decides. */
function lastDay(
  text: string,
  { start, zone, allDay }: Pick<AppointmentTime, 'start' | 'zone' | 'allDay'>,
): IsoDate | null {
  const until = readIcsTime(text, zone)
  if (until === null) return null
  if (until.kind === 'date') return until.date
  if (allDay) return until.kind === 'wall' ? dateOf(until.wall) : nearestDay(until.atMs)
  const wall = until.kind === 'wall' ? until.wall : wallAt(until.atMs, zone)
  if (wall.slice(11) >= start.slice(11)) return dateOf(wall)
  const before = addToWall(wall, { days: -1 })
  return before === null ? null : dateOf(before)
}
