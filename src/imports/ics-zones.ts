/**
 * Which zone a calendar file means. A name is taken where it says so: the zone database's own (with what some programs
 * put before it), Windows' names. Another name is compared: if the description in the file has the same clock as a zone
 * of Canada at every time that it is used for, that zone it is. Else the person is asked. Never is a time taken as one
 * without a zone because its name was not understood.
 */
import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '#domain/dates.ts'
import { addToWall, dateOf, minuteNumber, type WallClock, weekdays } from '#domain/wall-clock.ts'
import { instantOf, isKnownZone } from '#domain/zone-clock.ts'
import type { IcsComponent } from './ics.ts'
import { readIcsOffset, readIcsTime, timesOf } from './ics-times.ts'
import { zoneOfWindows } from './windows-zones.ts'

const CANADA = [
  'America/Toronto',
  'America/Vancouver',
  'America/Edmonton',
  'America/Winnipeg',
  'America/Halifax',
  'America/St_Johns',
  'America/Regina',
  'America/Whitehorse',
]

/** A name by itself; null when it says nothing. */
export function zoneOfName(name: string): string | null {
  const plain = name.trim()
  if (/^(UTC|GMT|Z|Etc\/(UTC|GMT|UCT|Zulu))$/i.test(plain)) return 'UTC'
  // `EST` is a zone of the database, without daylight saving, and never what a Canadian file means by it.
  const parts = plain.split('/').filter(Boolean)
  for (const count of [3, 2]) {
    const zone = parts.slice(-count).join('/')
    if (parts.length >= count && /^[A-Z]/.test(zone) && isKnownZone(zone)) return zone
  }
  return zoneOfWindows(plain)
}

interface Observance {
  readonly start: WallClock
  readonly offsetFromMs: number
  readonly offsetToMs: number
  /** Every year from the start on; null: on the start, and on `dates`. */
  readonly yearly: { readonly month: number; readonly weekday: number; readonly nth: number } | null
  readonly until: string | null
  readonly dates: readonly WallClock[]
}

/** The zone whose clock the description has at all of these times; the group's own is tried first. */
export function zoneOfDescription(
  described: IcsComponent,
  walls: readonly WallClock[],
  groupZone: string,
): string | null {
  const observances = described.children.map(observanceOf)
  if (observances.length === 0 || !observances.every(each => each !== null)) return null
  const years = new Set(walls.map(wall => wall.slice(0, 4)))
  const asked = [
    ...new Set([...walls, ...[...years].flatMap(year => [`${year}-01-15T12:00`, `${year}-07-15T12:00`])]),
  ]
  return (
    [groupZone, ...CANADA].find(zone =>
      asked.every(
        wall => minuteNumber(wall) * 60_000 - instantOf(wall, zone) === offsetOf(observances, wall),
      ),
    ) ?? null
  )
}

function observanceOf(component: IcsComponent): Observance | null {
  const value = (name: string): string => component.properties.find(each => each.name === name)?.value ?? ''
  // Outlook lets its rules begin in 1601, which is before all dates.
  const start = readIcsTime(value('DTSTART').replace(/^1[0-8]\d\d/, '1900'), null)
  const [offsetFromMs, offsetToMs] = [
    readIcsOffset(value('TZOFFSETFROM')),
    readIcsOffset(value('TZOFFSETTO')),
  ]
  if (start?.kind !== 'wall' || offsetFromMs === null || offsetToMs === null) return null
  const rule = value('RRULE').toUpperCase()
  const yearly = rule === '' ? null : yearlyOf(rule)
  if (rule !== '' && yearly === null) return null
  const dates = component.properties
    .filter(each => each.name === 'RDATE')
    .flatMap(each => timesOf(each).flatMap(time => (time?.kind === 'wall' ? [time.wall] : [])))
  return {
    start: start.wall,
    offsetFromMs,
    offsetToMs,
    yearly,
    until: /UNTIL=(\d{8})/.exec(rule)?.[1] ?? null,
    dates: [start.wall, ...dates],
  }
}

function yearlyOf(rule: string): Observance['yearly'] {
  const month = /BYMONTH=(\d{1,2})(;|$)/.exec(rule)
  const day = /BYDAY=([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)(;|$)/.exec(rule)
  if (!/FREQ=YEARLY/.test(rule) || !month || !day || /INTERVAL=(?!1(;|$))|COUNT=/.test(rule)) return null
  const weekday = weekdays.findIndex(each => each.toUpperCase() === day[2])
  return { month: Number(month[1]), weekday, nth: Number(day[1]) }
}

function offsetOf(observances: readonly Observance[], wall: WallClock): number {
  let latest: { readonly onset: WallClock; readonly offsetMs: number } | null = null
  let earliest: Observance | null = null
  for (const each of observances) {
    if (earliest === null || each.start < earliest.start) earliest = each
    const onset = lastOnset(each, wall)
    if (onset !== null && (latest === null || onset > latest.onset))
      latest = { onset, offsetMs: each.offsetToMs }
  }
  return latest?.offsetMs ?? earliest?.offsetFromMs ?? 0
}

/** When it came into force last before a time, on the wall; null when not yet. */
function lastOnset({ start, yearly, until, dates }: Observance, wall: WallClock): WallClock | null {
  const year = Number(wall.slice(0, 4))
  const candidates = [...dates]
  if (yearly !== null)
    for (const each of [year, year - 1]) {
      const onset = `${nthWeekday(each, yearly)}${start.slice(10)}`
      if (onset >= start && (until === null || dateOf(onset).replaceAll('-', '') <= until))
        candidates.push(onset)
    }
  // A rule that has ended was in force for the last time in its last year.
  if (yearly !== null && until !== null) {
    const onset = `${nthWeekday(Number(until.slice(0, 4)), yearly)}${start.slice(10)}`
    if (onset >= start && dateOf(onset).replaceAll('-', '') <= until) candidates.push(onset)
  }
  return candidates
    .filter(each => each <= wall)
    .reduce<WallClock | null>((a, b) => (a === null || b > a ? b : a), null)
}

function nthWeekday(year: number, { month, weekday, nth }: NonNullable<Observance['yearly']>): string {
  const first = epochDay(`${year}-${String(month).padStart(2, '0')}-01`)
  if (nth > 0)
    return dateOfEpochDay(first + ((weekday - (weekdayOfEpochDay(first) - 1) + 7) % 7) + (nth - 1) * 7)
  const next =
    addToWall(`${dateOfEpochDay(first + 27)}T00:00`, { days: 4 }) ?? `${dateOfEpochDay(first + 27)}T00:00`
  const last = epochDay(`${next.slice(0, 7)}-01`) - 1
  return dateOfEpochDay(last - ((weekdayOfEpochDay(last) - 1 - weekday + 7) % 7) + (nth + 1) * 7)
}
