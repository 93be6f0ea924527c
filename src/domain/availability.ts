/** When a member can usually be asked: parts of the days of a week. Nothing said is not "never". */
import { z } from 'zod/mini'
import { addDays } from './dates.ts'
import { dateOf, type WallClock, type Weekday, weekdayNameOf, weekdays } from './wall-clock.ts'

export const dayTimes = ['morning', 'afternoon', 'evening'] as const
export type DayTime = (typeof dayTimes)[number]

export type AvailableTime = `${Weekday}-${DayTime}`
const allTimes: readonly AvailableTime[] = weekdays.flatMap(day =>
  dayTimes.map((time): AvailableTime => `${day}-${time}`),
)
export const availableTimes = z.array(z.enum(allTimes)).check(z.maxLength(allTimes.length))

const AFTERNOON_FROM = '12:00'
const EVENING_FROM = '17:00'

const beginningOf: Readonly<Record<DayTime, string>> = {
  morning: '00:00',
  afternoon: AFTERNOON_FROM,
  evening: EVENING_FROM,
}

/** In the order of the week, each once: so that ticking and unticking is no change. */
export const inOrder = (times: Iterable<AvailableTime>): readonly AvailableTime[] => {
  const chosen = new Set(times)
  return allTimes.filter(each => chosen.has(each))
}

/** Days with the same parts together, in the order of the week: "Monday and Wednesday: morning". */
export function daysByTimes(
  times: readonly AvailableTime[],
): readonly { readonly days: readonly Weekday[]; readonly times: readonly DayTime[] }[] {
  const chosen = new Set(times)
  const groups = new Map<string, { days: Weekday[]; times: readonly DayTime[] }>()
  for (const day of weekdays) {
    const own = dayTimes.filter(time => chosen.has(`${day}-${time}`))
    if (own.length === 0) continue
    const known = groups.get(own.join())
    if (known) known.days.push(day)
    else groups.set(own.join(), { days: [day], times: own })
  }
  return [...groups.values()]
}

/**
 * Whether all of it lies in times that were said; null: none were said. Beyond a week of days nobody can be asked whether
 * they usually can.
 */
export function isUsuallyFree(
  times: readonly AvailableTime[],
  { start, end }: { readonly start: WallClock; readonly end: WallClock },
): boolean | null {
  if (times.length === 0) return null
  const chosen = new Set(times)
  let day = dateOf(start)
  for (let count = 0; count < 8 && day <= dateOf(end); count += 1, day = addDays(day, 1))
    for (const [i, time] of dayTimes.entries()) {
      const next = dayTimes[i + 1]
      const from = `${day}T${beginningOf[time]}`
      const to = next ? `${day}T${beginningOf[next]}` : `${addDays(day, 1)}T00:00`
      const touches = start < to && (end > from || (start === end && start >= from))
      if (touches && !chosen.has(`${weekdayNameOf(day)}-${time}`)) return false
    }
  return true
}
