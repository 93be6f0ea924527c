/**
 * A zone as calendar files describe it. Without this block some programs take a time as floating, and it moves with the
 * reader. The changes come from Temporal, for the years that the file covers; what falls on the same weekday of the same
 * month year after year is written as a rule, because Outlook reads nothing else, and goes on after those years.
 */
import { dateOfEpochDay, epochDay } from '#domain/dates.ts'
import { dateOf, type WallClock, wallOfMinute, weekdayNameOf } from '#domain/wall-clock.ts'
import { offsetAt, type ZoneChange, zoneChanges } from '#domain/zone-clock.ts'
import { basicInstant, basicWall } from './calendar-lines.ts'

/** Changes that follow one rule, a year apart. */
interface Run {
  readonly first: ZoneChange
  readonly last: ZoneChange
  readonly lastYear: number
  /** Ways to say the weekday that all of them have: `2SU`, `-1SU`. */
  readonly byDay: readonly string[]
  readonly month: number
  readonly time: string
}

/** The lines of the VTIMEZONE. `fromMs` is the earliest time in the file, in years from then on to `toYear`. */
export function zoneLines(zone: string, fromMs: number, toYear: number): readonly string[] {
  const fromYear = new Date(fromMs).getUTCFullYear() - 1
  const changes = zoneChanges(zone, fromYear, toYear)
  const [first] = changes
  const runs = runsOf(changes)
  const before = first === undefined ? offsetAt(fromMs, zone) : first.offsetBeforeMs
  const isCovered = first !== undefined && first.atMs <= fromMs
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(isCovered ? [] : observance('STANDARD', '19700101T000000', before, before, [])),
    ...runs.flatMap(run => runLines(run, toYear)),
    'END:VTIMEZONE',
  ]
}

function runLines({ first, last, lastYear, byDay, month }: Run, toYear: number): readonly string[] {
  const { offsetBeforeMs, offsetAfterMs } = first
  const goesOn = lastYear >= toYear
  const until = goesOn ? '' : `;UNTIL=${basicInstant(last.atMs)}`
  const rule =
    first === last && !goesOn ? [] : [`RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=${byDay[0]}${until}`]
  const name = offsetAfterMs > offsetBeforeMs ? 'DAYLIGHT' : 'STANDARD'
  return observance(name, basicWall(wallBefore(first)), offsetBeforeMs, offsetAfterMs, rule)
}

const observance = (
  name: 'STANDARD' | 'DAYLIGHT',
  start: string,
  fromMs: number,
  toMs: number,
  rule: readonly string[],
): readonly string[] => [
  `BEGIN:${name}`,
  `DTSTART:${start}`,
  ...rule,
  `TZOFFSETFROM:${offsetText(fromMs)}`,
  `TZOFFSETTO:${offsetText(toMs)}`,
  `END:${name}`,
]

/** What the wall shows when the change comes. */
const wallBefore = ({ atMs, offsetBeforeMs }: ZoneChange): WallClock =>
  wallOfMinute(Math.floor((atMs + offsetBeforeMs) / 60_000))

/** By kind of change, runs in order of time. */
function runsOf(changes: readonly ZoneChange[]): readonly Run[] {
  const open = new Map<string, Run>()
  const done: Run[] = []
  for (const change of changes) {
    const kind = `${change.offsetBeforeMs} ${change.offsetAfterMs}`
    const next = runOf(change)
    const known = open.get(kind)
    const joined = known === undefined ? null : join(known, next)
    if (known !== undefined && joined === null) done.push(known)
    open.set(kind, joined ?? next)
  }
  return [...done, ...open.values()].sort((a, b) => a.first.atMs - b.first.atMs)
}

function join(run: Run, next: Run): Run | null {
  const byDay = run.byDay.filter(each => next.byDay.includes(each))
  const fits = next.lastYear === run.lastYear + 1 && next.month === run.month && next.time === run.time
  return fits && byDay.length > 0 ? { ...run, last: next.last, lastYear: next.lastYear, byDay } : null
}

function runOf(change: ZoneChange): Run {
  const wall = wallBefore(change)
  const date = dateOf(wall)
  const weekday = weekdayNameOf(date).toUpperCase()
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7)
  const isLast = dateOfEpochDay(epochDay(date) + 7).slice(0, 7) !== date.slice(0, 7)
  return {
    first: change,
    last: change,
    lastYear: Number(date.slice(0, 4)),
    byDay: [...(nth < 5 ? [`${nth}${weekday}`] : []), ...(isLast ? [`-1${weekday}`] : [])],
    month: Number(date.slice(5, 7)),
    time: wall.slice(11),
  }
}

/** `-0330`; with seconds only where there are some. */
function offsetText(offsetMs: number): string {
  const seconds = Math.round(Math.abs(offsetMs) / 1000)
  const part = (value: number): string => String(value).padStart(2, '0')
  const rest = seconds % 60 === 0 ? '' : part(seconds % 60)
  return `${offsetMs < 0 ? '-' : '+'}${part(Math.floor(seconds / 3600))}${part(Math.floor(seconds / 60) % 60)}${rest}`
}
