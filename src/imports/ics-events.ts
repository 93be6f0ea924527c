/**
 * Events of a calendar file, as appointments can have them: the overrides of a series put to their dates, dates that the
 * rule does not make (RDATE, a start that its rule leaves out) as events of their own, and each with a key that stays the
 * same in the next file.
 */
import { type AppointmentTime, MAX_COUNT, type RepeatRule } from '#domain/appointment.ts'
import type { IsoDate } from '#domain/dates.ts'
import { timeOn } from '#domain/occurrences.ts'
import { isOccurrence } from '#domain/recurrence.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { addToWall, dateOf, isWallClock } from '#domain/wall-clock.ts'
import { instantOf, wallAt } from '#domain/zone-clock.ts'
import type { CalendarProblem } from './calendar-problem.ts'
import { type IcsComponent, MAX_DATES } from './ics.ts'
import { type EventSource, readEventSource } from './ics-event-source.ts'
import { readIcsRule } from './ics-rules.ts'
import { type IcsTime, nearestDay, timesOf } from './ics-times.ts'

export interface CalendarException {
  readonly original: IsoDate
  readonly row: number
  readonly cancelled: boolean
  /** Null: as in the series. */
  readonly time: AppointmentTime | null
  readonly title: string | null
  readonly place: string | null
  readonly description: string | null
}

export interface CalendarEvent {
  /** The line on which it begins. */
  readonly row: number
  /** What names it in this file and the next: never shown, and kept by its HMAC only. */
  readonly key: string
  readonly uid: string
  readonly sequence: number
  readonly cancelled: boolean
  readonly title: string
  readonly place: string
  readonly description: string
  readonly time: AppointmentTime
  readonly repeat: RepeatRule | null
  readonly exceptions: readonly CalendarException[]
}

/** How times of the file are read. */
export interface ZoneReader {
  /** `name` null: of times without a zone. */
  readonly zoneOf: (name: string | null) => string
  /** Where times that say only an instant are shown. */
  readonly shownIn: string
}

export function readEvents(
  components: readonly IcsComponent[],
  zones: ZoneReader,
): Result<readonly CalendarEvent[], CalendarProblem> {
  const byUid = new Map<string, EventSource[]>()
  for (const component of components) {
    const source = readEventSource(component, zones)
    if (!source.ok) return source
    const { uid, row } = source.value
    // Without a UID nothing belongs together.
    const name = uid === '' ? `\0${row}` : uid
    const known = byUid.get(name)
    if (known) known.push(source.value)
    else byUid.set(name, [source.value])
  }
  const events: CalendarEvent[] = []
  for (const sources of byUid.values()) {
    const read = eventsOf(sources)
    if (!read.ok) return read
    events.push(...read.value)
  }
  events.sort((a, b) => compare(a.time.start, b.time.start) || a.row - b.row)
  return ok(withOwnKeys(events))
}

/** Where two would have one key, the later ones are numbered. */
function withOwnKeys(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const seen = new Map<string, number>()
  return events.map(event => {
    const before = seen.get(event.key) ?? 0
    seen.set(event.key, before + 1)
    return before === 0 ? event : { ...event, key: `${event.key}|#${before + 1}` }
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** All that has one UID. */
function eventsOf(sources: readonly EventSource[]): Result<readonly CalendarEvent[], CalendarProblem> {
  const masters = newestOf(sources.filter(each => each.recurrenceId === null))
  const overrides = sources.filter(each => each.recurrenceId !== null)
  const events: CalendarEvent[] = []
  for (const master of masters) {
    // Two events of one UID that are not two versions of one: some systems number their days so.
    const key = masters.length === 1 && master.uid !== '' ? master.uid : `${master.uid}|${nameOf(master)}`
    const series = seriesOf(master, key, masters.length === 1 ? overrides : [])
    if (!series.ok) return series
    events.push(...series.value)
  }
  if (masters.length !== 1)
    for (const each of overrides)
      events.push(eventOf(each, `${each.uid}|${dateIn(each.time, each.recurrenceId)}`))
  return ok(events)
}

const nameOf = ({ time, title, uid }: EventSource): string =>
  uid === '' ? `${time.start}|${title}` : time.start

/** Of versions of one event the one with the greatest SEQUENCE; of equal ones that differ, all. */
function newestOf(masters: readonly EventSource[]): readonly EventSource[] {
  const different = new Map(masters.map(each => [each.print, each]))
  if (different.size < 2) return [...different.values()]
  const all = [...different.values()]
  const isOne = new Set(all.map(each => each.sequence)).size === all.length
  return isOne ? [all.reduce((a, b) => (b.sequence > a.sequence ? b : a))] : all
}

function eventOf(
  { uid, row, sequence, cancelled, title, place, description, time }: EventSource,
  key: string,
): CalendarEvent {
  return { row, key, uid, sequence, cancelled, title, place, description, time, repeat: null, exceptions: [] }
}

function seriesOf(
  master: EventSource,
  key: string,
  overrides: readonly EventSource[],
): Result<readonly CalendarEvent[], CalendarProblem> {
  const rule = ruleOf(master)
  if (!rule.ok) return rule
  const { time, repeat, startApart } = rule.value
  const left = datesOf(master, 'EXDATE')
  const added = datesOf(master, 'RDATE')
  if (!left.ok) return left
  if (!added.ok) return added
  const out = new Set(left.value.map(date => dateIn(time, date)))
  const apart = new Map<string, CalendarEvent>()
  const addApart = (of: AppointmentTime): void => {
    const date = dateOf(of.start)
    if (out.has(date) || (repeat !== null && isOccurrence(dateOf(time.start), repeat, date))) return
    if (repeat === null && of.start === master.time.start) return
    apart.set(of.start, eventOf({ ...master, time: of }, `${key}|${of.start}`))
  }
  if (startApart) addApart(master.time)
  for (const each of added.value) {
    const moved = movedTo(master.time, each)
    if (moved === null) return err({ kind: 'unreadable-time', row: master.row, name: 'RDATE', text: '' })
    addApart(moved)
  }
  const exceptions = new Map<IsoDate, CalendarException>()
  for (const date of out) if (repeat !== null) exceptions.set(date, leftOut(date, master.row))
  for (const each of overrides.toSorted((a, b) => a.sequence - b.sequence)) {
    const date = dateIn(time, each.recurrenceId)
    if (repeat !== null && isOccurrence(dateOf(time.start), repeat, date))
      exceptions.set(date, exceptionOf(each, date, { ...master, time }))
    else {
      const of = [...apart.keys()].find(start => start.startsWith(date)) ?? date
      apart.set(of, eventOf(each, apart.get(of)?.key ?? `${key}|${date}`))
    }
  }
  const { row, uid, sequence, cancelled, title, place, description } = master
  const made = [...exceptions.values()]
    .filter(each => isOccurrence(dateOf(time.start), repeat, each.original))
    .sort((a, b) => compare(a.original, b.original))
  const text = { row, uid, title, place, description, time, repeat, exceptions: made }
  // Any later version of an override is a later version of the whole.
  const newest = Math.max(sequence, ...overrides.map(each => each.sequence))
  return ok([{ ...text, key, sequence: newest, cancelled }, ...apart.values()])
}

const leftOut = (original: IsoDate, row: number): CalendarException => ({
  original,
  row,
  cancelled: true,
  time: null,
  title: null,
  place: null,
  description: null,
})

function exceptionOf(each: EventSource, original: IsoDate, master: EventSource): CalendarException {
  const own = timeOn(master, original)
  const isSame = (['start', 'end', 'zone', 'allDay'] as const).every(name => own?.[name] === each.time[name])
  const other = (name: 'title' | 'place' | 'description'): string | null =>
    each[name] === master[name] ? null : each[name]
  return {
    original,
    row: each.row,
    cancelled: each.cancelled,
    time: isSame ? null : each.time,
    title: other('title'),
    place: other('place'),
    description: other('description'),
  }
}

interface Series {
  readonly time: AppointmentTime
  readonly repeat: RepeatRule | null
  /** The start is not one of the days of the rule, and is an event of its own. */
  readonly startApart: boolean
}

function ruleOf({ time, rules, row }: EventSource): Result<Series, CalendarProblem> {
  const [rule, second] = rules
  if (rule === undefined) return ok({ time, repeat: null, startApart: false })
  const text = rule.value.slice(0, 200)
  if (second !== undefined)
    return err({ kind: 'unsupported-repeat', row: second.row, text: second.value.slice(0, 200) })
  if (rule.name !== 'RRULE') return err({ kind: 'unsupported-repeat', row: rule.row, text })
  const read = readIcsRule(rule.value, time)
  switch (read.kind) {
    case 'unsupported':
      return err({ kind: 'unsupported-repeat', row: rule.row, text })
    case 'too-many':
      return err({ kind: 'too-many-occurrences', row: rule.row, limit: MAX_COUNT })
    case 'start-only':
      return ok({ time, repeat: null, startApart: false })
    case 'rule': {
      const first = timeOn({ time }, read.first)
      if (first === null) return err({ kind: 'unreadable-time', row, name: 'DTSTART', text: time.start })
      return ok({ time: first, repeat: read.rule, startApart: read.first !== dateOf(time.start) })
    }
  }
}

function datesOf(of: EventSource, name: 'EXDATE' | 'RDATE'): Result<readonly IcsTime[], CalendarProblem> {
  const dates: IcsTime[] = []
  for (const property of of.dates.filter(each => each.name === name)) {
    if (property.value.trim() === '') continue
    for (const time of timesOf(property)) {
      if (time === null)
        return err({ kind: 'unreadable-time', row: property.row, name, text: property.value.slice(0, 100) })
      dates.push(of.toZoned(time))
    }
    if (dates.length > MAX_DATES)
      return err({ kind: 'too-many-occurrences', row: property.row, limit: MAX_DATES })
  }
  return ok(dates)
}

/** The day of the series that a date of its own, or an instant, names. */
function dateIn({ zone, allDay }: AppointmentTime, time: IcsTime | null): IsoDate {
  if (time === null) return ''
  if (time.kind === 'date') return time.date
  if (allDay) return time.kind === 'wall' ? dateOf(time.wall) : nearestDay(time.atMs)
  if (time.kind === 'instant') return dateOf(wallAt(time.atMs, zone))
  return time.zone === null || time.zone === zone
    ? dateOf(time.wall)
    : dateOf(wallAt(instantOf(time.wall, time.zone), zone))
}

/** The event at another time, as long as it is; null where that is beyond all dates. */
function movedTo(time: AppointmentTime, to: IcsTime): AppointmentTime | null {
  if (time.allDay || to.kind === 'date') return timeOn({ time }, dateIn(time, to))
  const wall = to.kind === 'instant' ? wallAt(to.atMs, time.zone) : to.wall
  const zone = to.kind === 'wall' && to.zone !== null ? to.zone : time.zone
  const lengthMs = instantOf(time.end, time.zone) - instantOf(time.start, time.zone)
  const end = addToWall(wall, { minutes: lengthMs / 60_000 })
  return end === null || !isWallClock(wall) ? null : { ...time, start: wall, end, zone }
}
