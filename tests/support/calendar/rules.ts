/** Any rule, start and zone, for property tests; and what rrule-temporal makes of them. */
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { AppointmentTime, RepeatRule } from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { nthOf } from '#domain/recurrence.ts'
import { dateOf, type Weekday, weekdayNameOf, weekdays } from '#domain/wall-clock.ts'

export const zones = ['America/Toronto', 'America/Regina', 'America/St_Johns'] as const

export interface Series {
  readonly time: AppointmentTime
  readonly rule: RepeatRule
}

const anyStart = fc
  .tuple(
    fc.integer({ min: 0, max: 3_000 }),
    // Not in the hours that clocks skip or repeat: those are tested one by one.
    fc.integer({ min: 4, max: 22 }),
    fc.constantFrom('00', '15', '30'),
  )
  .map(([days, hour, minute]) => `${addDays('2023-01-01', days)}T${String(hour).padStart(2, '0')}:${minute}`)

const anyEnd = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  fc.record({ kind: fc.constant('until' as const), days: fc.integer({ min: 0, max: 900 }) }),
  fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 60 }) }),
)

/** Rules whose start is a day that they make: `nth` follows from it. */
export const anySeries: fc.Arbitrary<Series> = fc
  .record({
    start: anyStart,
    zone: fc.constantFrom(...zones),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    every: fc.integer({ min: 1, max: 5 }),
    days: fc.subarray([...weekdays]),
    by: fc.constantFrom('day' as const, 'weekday' as const, 'end' as const, 'of-days' as const),
    end: anyEnd,
  })
  .map(({ start, zone, unit, every, days, by, end }) => {
    const first = dateOf(start)
    const rule: RepeatRule = {
      every,
      unit,
      ...(unit === 'month' ? nthBy(by, first, days) : { weekdays: unit === 'week' ? days : [], nth: null }),
      until: end.kind === 'until' ? addDays(first, end.days) : null,
      count: end.kind === 'count' ? end.count : null,
    }
    return { time: { start, end: `${first}T23:00`, zone, allDay: false }, rule }
  })

/** The same day of its month said in another way. */
function nthBy(
  by: 'day' | 'weekday' | 'end' | 'of-days',
  first: IsoDate,
  days: readonly Weekday[],
): Pick<RepeatRule, 'weekdays' | 'nth'> {
  const day = Temporal.PlainDate.from(first)
  switch (by) {
    case 'day':
      return { weekdays: [], nth: null }
    case 'weekday':
      return { weekdays: [weekdayNameOf(first)], nth: nthOf(first) }
    case 'end':
      return { weekdays: [], nth: day.day - day.daysInMonth - 1 }
    case 'of-days': {
      const own = weekdays.filter(each => days.includes(each) || each === weekdayNameOf(first))
      const inMonth = Array.from({ length: day.daysInMonth }, (_, i) => day.with({ day: i + 1 }).toString())
      const made = inMonth.filter(each => own.includes(weekdayNameOf(each)))
      const place = made.indexOf(first)
      return { weekdays: own, nth: place % 2 === 0 ? place + 1 : place - made.length }
    }
  }
}

const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

/** Instants of the occurrences up to a date, by rrule-temporal. */
export function oracleInstants({ time, rule }: Series, to: string): readonly number[] {
  const first = dateOf(time.start)
  const days = rule.unit === 'week' ? [...new Set([weekdayNameOf(first), ...rule.weekdays])] : rule.weekdays
  const last = rule.until !== null && rule.until < to ? rule.until : to
  const zoned = (wall: string): Temporal.ZonedDateTime =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(time.zone)
  const rrule = new RRuleTemporal({
    dtstart: zoned(time.start),
    tzid: time.zone,
    freq: FREQ[rule.unit],
    interval: rule.every,
    wkst: 'MO',
    maxIterations: 100_000,
    ...byOf(rule, days),
    ...(rule.count !== null ? { count: rule.count } : {}),
  })
  return rrule.between(zoned(time.start), zoned(`${last}T23:59`), true).map(each => each.epochMilliseconds)
}

function byOf({ nth }: RepeatRule, days: readonly Weekday[]) {
  const byDay = days.map(day => day.toUpperCase())
  if (nth === null) return byDay.length > 0 ? { byDay } : {}
  if (byDay.length === 0) return { byMonthDay: [nth] }
  return byDay.length === 1 ? { byDay: [`${nth}${byDay[0]}`] } : { byDay, bySetPos: [nth] }
}
