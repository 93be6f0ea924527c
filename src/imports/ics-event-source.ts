/** One VEVENT: its properties checked and read, before it is put together with what has the same UID. */
import type { AppointmentTime } from '#domain/appointment.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { addToWall, isWallClock, startOfDay, type WallClock } from '#domain/wall-clock.ts'
import { instantOf, wallAt } from '#domain/zone-clock.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { type IcsComponent, type IcsProperty, MAX_DATES } from './ics.ts'
import type { ZoneReader } from './ics-events.ts'
import { type IcsTime, readIcsLength, timesOf } from './ics-times.ts'

export interface EventSource {
  readonly row: number
  readonly uid: string
  readonly sequence: number
  readonly cancelled: boolean
  readonly title: string
  readonly place: string
  readonly description: string
  readonly time: AppointmentTime
  readonly recurrenceId: IcsTime | null
  /** RRULE and EXRULE, as they stand. */
  readonly rules: readonly IcsProperty[]
  /** RDATE and EXDATE, as they stand. */
  readonly dates: readonly IcsProperty[]
  /** The same for two events that say the same. */
  readonly print: string
  /** Names of zones replaced by the zones that they mean; null stays null. */
  readonly toZoned: (time: IcsTime) => IcsTime
}

export const MAX_DESCRIPTION = 10_000
const MAX_LINE = 200
const MAX_UID = 1_000
const MAX_RULE = 1_000
/** Twice in one event: two events whose middle is missing. */
const ONCE = ['UID', 'DTSTART', 'DTEND', 'DURATION', 'RECURRENCE-ID', 'SEQUENCE']

export function readEventSource(
  component: IcsComponent,
  zones: ZoneReader,
): Result<EventSource, CalendarProblem> {
  const { row, properties } = component
  for (const name of ONCE) {
    const second = properties.filter(each => each.name === name)[1]
    if (second) return err({ kind: 'damaged-structure', row: second.row, name })
  }
  const find = (name: string): IcsProperty | undefined => properties.find(each => each.name === name)
  const rules = properties.filter(each => each.name === 'RRULE' || each.name === 'EXRULE')
  const dates = properties.filter(each => each.name === 'RDATE' || each.name === 'EXDATE')
  // Before anything is split: one of megabytes has a million dates.
  const long = dates.find(each => each.value.length > MAX_DATES * 40)
  if (long) return err({ kind: 'too-many-occurrences', row: long.row, limit: MAX_DATES })
  const strange = rules.find(each => each.value.length > MAX_RULE)
  if (strange) return err({ kind: 'unsupported-repeat', row: strange.row, text: strange.value.slice(0, 200) })
  const toZoned = (time: IcsTime): IcsTime =>
    time.kind === 'wall' && time.zone !== null ? { ...time, zone: zones.zoneOf(time.zone) } : time
  const time = readTime(component, zones, rules.length > 0)
  if (!time.ok) return time
  const recurrence = find('RECURRENCE-ID')
  const named = recurrence ? timesOf(recurrence)[0] : undefined
  if (recurrence && !named) return err(unreadable(recurrence))
  // *This and all following*, of programs of the nineties: the rest of the series would be lost.
  if (recurrence?.params.has('RANGE'))
    return err({ kind: 'unsupported-repeat', row: recurrence.row, text: 'RANGE' })
  const texts = readTexts(find('SUMMARY'), find('LOCATION'), find('DESCRIPTION'))
  if (!texts.ok) return texts
  const uid = (find('UID')?.value ?? '').trim()
  if (uid.length > MAX_UID) return err({ kind: 'text-too-long', row, name: 'UID', limit: MAX_UID })
  const sequence = /^\s*(\d{1,9})\s*$/.exec(find('SEQUENCE')?.value ?? '')
  const cancelled = /^\s*CANCELLED\s*$/i.test(find('STATUS')?.value ?? '')
  const repeats = [...rules, ...dates].map(each => `${each.name} ${each.value}`)
  return ok({
    row,
    uid,
    sequence: Number(sequence?.[1] ?? 0),
    cancelled,
    ...texts.value,
    time: time.value,
    recurrenceId: named ? toZoned(named) : null,
    rules,
    dates,
    print: JSON.stringify([time.value, texts.value, cancelled, repeats]),
    toZoned,
  })
}

const unreadable = ({ row, name, value }: IcsProperty): CalendarProblem => ({
  kind: 'unreadable-time',
  row,
  name,
  text: value.slice(0, 100),
})

function readTime(
  { row, properties }: IcsComponent,
  zones: ZoneReader,
  repeats: boolean,
): Result<AppointmentTime, CalendarProblem> {
  const find = (name: string): IcsProperty | undefined => properties.find(each => each.name === name)
  const [startText, endText, lengthText] = [find('DTSTART'), find('DTEND'), find('DURATION')]
  if (startText === undefined) return err({ kind: 'missing-start', row })
  const start = timesOf(startText)[0]
  const end = endText ? timesOf(endText)[0] : null
  if (!start) return err(unreadable(startText))
  if (end === undefined || (endText && end === null)) return err(unreadable(endText ?? startText))
  const length = endText === undefined && lengthText ? readIcsLength(lengthText.value) : null
  if (endText === undefined && lengthText && length === null) return err(unreadable(lengthText))
  const time =
    start.kind === 'date'
      ? wholeDays(start.date, end, length, zones)
      : timed(start, end, length, zones, repeats)
  if (time === null || !isWallClock(time.start) || !isWallClock(time.end))
    return err(unreadable(endText ?? lengthText ?? startText))
  if (time.end < time.start) return err({ kind: 'ends-before-start', row: endText?.row ?? row })
  const isWhole = /^\s*TRUE\s*$/i.test(find('X-MICROSOFT-CDO-ALLDAYEVENT')?.value ?? '')
  const isMidnight = time.start.endsWith('T00:00') && time.end.endsWith('T00:00') && time.end > time.start
  return ok(isWhole && isMidnight ? { ...time, allDay: true } : time)
}

function wholeDays(
  first: string,
  end: IcsTime | null,
  length: { readonly days: number; readonly minutes: number } | null,
  zones: ZoneReader,
): AppointmentTime | null {
  if ((end !== null && end.kind !== 'date') || (length !== null && length.minutes > 0)) return null
  const start = startOfDay(first)
  const own = length === null ? 1 : Math.max(1, length.days)
  // The same day at both ends is meant as one day.
  const until = end === null || end.date === first ? addToWall(start, { days: own }) : startOfDay(end.date)
  return until === null ? null : { start, end: until, zone: zones.shownIn, allDay: true }
}

function timed(
  start: Exclude<IcsTime, { kind: 'date' }>,
  end: IcsTime | null,
  length: { readonly days: number; readonly minutes: number } | null,
  zones: ZoneReader,
  repeats: boolean,
): AppointmentTime | null {
  if (end?.kind === 'date') return null
  const { wall, zone } = startOn(start, zones, repeats)
  const startMs = instantOf(wall, zone)
  if (end !== null) {
    // An end without a zone is meant in the start's.
    if (end.kind === 'wall' && start.kind === 'wall' && (end.zone === start.zone || end.zone === null))
      return { start: wall, end: end.wall, zone, allDay: false }
    const endMs = end.kind === 'instant' ? end.atMs : instantOf(end.wall, zones.zoneOf(end.zone))
    const endWall = wallAt(endMs, zone)
    // Within an hour that clocks show twice the end may stand before the start.
    return { start: wall, end: endMs >= startMs && endWall < wall ? wall : endWall, zone, allDay: false }
  }
  const days = addToWall(wall, { days: length?.days ?? 0 })
  if (days === null) return null
  const endWall = wallAt(instantOf(days, zone) + (length?.minutes ?? 0) * 60_000, zone)
  return { start: wall, end: endWall < wall ? wall : endWall, zone, allDay: false }
}

/**
 * An instant is shown in the group's zone. A series of instants keeps UTC, or it would move when the clocks change; so
 * does one in the hour that the clocks show twice, which no wall can name.
 */
function startOn(
  start: Exclude<IcsTime, { kind: 'date' }>,
  zones: ZoneReader,
  repeats: boolean,
): { readonly wall: WallClock; readonly zone: string } {
  if (start.kind === 'wall') return { wall: start.wall, zone: zones.zoneOf(start.zone) }
  const wall = wallAt(start.atMs, zones.shownIn)
  const isThere = instantOf(wall, zones.shownIn) === start.atMs
  return isThere && !repeats
    ? { wall, zone: zones.shownIn }
    : { wall: wallAt(start.atMs, 'UTC'), zone: 'UTC' }
}

interface Texts {
  readonly title: string
  readonly place: string
  readonly description: string
}

/** A title or place that is longer than a line is cut there and stands in full in the description: nothing is lost. */
function readTexts(
  title: IcsProperty | undefined,
  place: IcsProperty | undefined,
  description: IcsProperty | undefined,
): Result<Texts, CalendarProblem> {
  for (const property of [title, place, description])
    if (property && property.value.length > MAX_DESCRIPTION * 2) return err(tooLong(property))
  const texts = [title, place, description].map(each => plainText(each?.value ?? ''))
  const [titleText = '', placeText = '', descriptionText = ''] = texts
  const lines = [titleText, placeText].map(text => text.replace(/\s*\n\s*/g, ' '))
  const whole = lines.filter(line => line.length > MAX_LINE)
  const full = [...whole, descriptionText].filter(Boolean).join('\n')
  if (full.length > MAX_DESCRIPTION) {
    const longest = [title, place, description].reduce((a, b) =>
      (b?.value.length ?? 0) > (a?.value.length ?? 0) ? b : a,
    )
    if (longest) return err(tooLong(longest))
  }
  const [titleLine = '', placeLine = ''] = lines.map(line =>
    line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1).replace(/[\ud800-\udbff]$/, '')}…` : line,
  )
  return ok({ title: titleLine, place: placeLine, description: full })
}

const tooLong = ({ row, name }: IcsProperty): CalendarProblem => ({
  kind: 'text-too-long',
  row,
  name,
  limit: MAX_DESCRIPTION,
})

/** Unescaped, without control characters. */
const plainText = (value: string): string =>
  value
    .replace(/\\([\\;,nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char))
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
