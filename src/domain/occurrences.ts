/**
 * Appointments as they fall on days: rules expanded, and what was changed for one occurrence put over it.
 *
 * [Note: an occurrence that the rule no longer makes] Somebody changes the rule while somebody else notes on another
 * laptop that its occurrence was driven. What happened must not vanish: an exception that is done or missed, or has an
 * outcome, is shown on its own day although the rule does not reach it. Other exceptions without an occurrence are kept
 * and not shown; they come back when the rule does.
 */
import {
  type Appointment,
  type AppointmentException,
  type AppointmentState,
  type AppointmentTime,
  exceptionId,
  type Outcome,
} from './appointment.ts'
import { dateOfEpochDay, epochDay, type IsoDate } from './dates.ts'
import type { RecordId } from './record-kind.ts'
import { type DateWindow, datesIn, isOccurrence, MAX_IN_WINDOW } from './recurrence.ts'
import { addToWall, dateOf } from './wall-clock.ts'
import { instantOf } from './zone-clock.ts'

export interface Occurrence {
  /** Names it everywhere; of an appointment that does not repeat, the appointment's id. */
  readonly id: RecordId
  readonly appointment: Appointment
  readonly exception: AppointmentException | null
  /** The date on which the rule puts it; null: the appointment does not repeat. */
  readonly original: IsoDate | null
  readonly title: string
  readonly time: AppointmentTime
  readonly place: string
  readonly attending: readonly RecordId[]
  readonly members: readonly RecordId[]
  readonly preparation: string
  readonly travelMinutes: number
  readonly status: AppointmentState
  readonly outcome: Outcome
}

export interface OccurrenceList {
  /** By day on the wall, all-day ones first, then by instant. */
  readonly occurrences: readonly Occurrence[]
  /** A series has more in the window than is looked at. */
  readonly more: boolean
}

/** Exceptions that are not deleted, by appointment and date. */
export type ExceptionIndex = ReadonlyMap<RecordId, ReadonlyMap<IsoDate, AppointmentException>>

export function indexExceptions(exceptions: readonly AppointmentException[]): ExceptionIndex {
  const index = new Map<RecordId, Map<IsoDate, AppointmentException>>()
  for (const each of exceptions) {
    if (each.deleted) continue
    const known = index.get(each.appointment)
    if (known) known.set(each.original, each)
    else index.set(each.appointment, new Map([[each.original, each]]))
  }
  return index
}

/** What falls on the days of the window, on the wall of each appointment's own zone. */
export function occurrencesIn(
  window: DateWindow,
  appointments: readonly Appointment[],
  exceptions: ExceptionIndex,
  limit = MAX_IN_WINDOW,
): OccurrenceList {
  const occurrences: Occurrence[] = []
  let more = false
  for (const each of appointments) {
    if (each.deleted) continue
    const own = exceptions.get(each.id)
    if (each.repeat === null && own === undefined) {
      if (touches(each.time, window)) occurrences.push(occurrenceOf(each, null, null, each.time))
      continue
    }
    const series = seriesIn(window, each, own ?? new Map(), limit)
    occurrences.push(...series.occurrences)
    more ||= series.more
  }
  return { occurrences: inOrder(occurrences), more }
}

function seriesIn(
  window: DateWindow,
  of: Appointment,
  own: ReadonlyMap<IsoDate, AppointmentException>,
  limit: number,
): OccurrenceList {
  const occurrences: Occurrence[] = []
  const first = dateOf(of.time.start)
  // One that began before the window may reach into it.
  const from = dateOfEpochDay(epochDay(window.from) - daysLong(of.time))
  const { dates, more } = datesIn(first, of.repeat, { from, to: window.to }, limit)
  for (const date of dates) {
    if (own.has(date) && of.repeat !== null) continue
    const time = timeOn(of, date)
    if (time !== null && touches(time, window))
      occurrences.push(occurrenceOf(of, null, of.repeat === null ? null : date, time))
  }
  for (const exception of own.values()) {
    const time = exception.time ?? timeOn(of, exception.original)
    if (time !== null && touches(time, window) && isShown(of, exception))
      occurrences.push(occurrenceOf(of, exception, exception.original, time))
  }
  return { occurrences, more }
}

/** The occurrence that the rule puts on a date; null when there is none, or the appointment is deleted. */
export function occurrenceOn(of: Appointment, exceptions: ExceptionIndex, original: IsoDate | null) {
  if (of.deleted) return null
  if (original === null) return of.repeat === null ? occurrenceOf(of, null, null, of.time) : null
  const exception = exceptions.get(of.id)?.get(original) ?? null
  const isThere =
    exception === null
      ? of.repeat !== null && isOccurrence(dateOf(of.time.start), of.repeat, original)
      : isShown(of, exception)
  const time = exception?.time ?? timeOn(of, original)
  return isThere && time !== null ? occurrenceOf(of, exception, original, time) : null
}

/** See [Note: an occurrence that the rule no longer makes]. */
function isShown(of: Appointment, { original, status, outcome }: AppointmentException): boolean {
  if (status === 'done' || status === 'missed' || outcome !== null) return true
  return of.repeat !== null && isOccurrence(dateOf(of.time.start), of.repeat, original)
}

/** The time of the series on another date: the same on the wall. Null where the end is beyond all dates. */
export function timeOn({ time }: Pick<Appointment, 'time'>, date: IsoDate): AppointmentTime | null {
  const days = epochDay(date) - epochDay(dateOf(time.start))
  const start = addToWall(time.start, { days })
  const end = addToWall(time.end, { days })
  return start === null || end === null ? null : { ...time, start, end }
}

function occurrenceOf(
  of: Appointment,
  exception: AppointmentException | null,
  original: IsoDate | null,
  time: AppointmentTime,
): Occurrence {
  return {
    id: original === null ? of.id : exceptionId(of.id, original),
    appointment: of,
    exception,
    original,
    title: exception?.title ?? of.title,
    time,
    place: exception?.place ?? of.place,
    attending: exception?.attending ?? of.attending,
    members: exception?.members ?? of.members,
    preparation: exception?.preparation ?? of.preparation,
    travelMinutes: exception?.travelMinutes ?? of.travelMinutes,
    status: exception?.status ?? of.status,
    // The series' own outcome is of one that does not repeat.
    outcome: exception?.outcome ?? (original === null ? of.outcome : NO_OUTCOME),
  }
}

const NO_OUTCOME: Outcome = { km: 0, hours: 0, note: '' }

/** How many days after the first it is still on. */
const daysLong = (time: AppointmentTime): number => epochDay(lastDayOf(time)) - epochDay(dateOf(time.start))

/** The last day that an appointment is on: an end at midnight is not on the day that begins. */
export const lastDayOf = ({ start, end }: AppointmentTime): IsoDate =>
  end > start && end.endsWith('T00:00') ? dateOfEpochDay(epochDay(dateOf(end)) - 1) : dateOf(end)

const touches = (time: AppointmentTime, { from, to }: DateWindow): boolean =>
  dateOf(time.start) <= to && lastDayOf(time) >= from

/** By day on the wall, all-day ones first, then by instant. */
export const inOrder = (occurrences: readonly Occurrence[]): readonly Occurrence[] =>
  occurrences.toSorted(byTime)

interface Place {
  readonly day: IsoDate
  readonly rank: 0 | 1
  readonly instant: number
}

const places = new WeakMap<Occurrence, Place>()

function placeOf(of: Occurrence): Place {
  const known = places.get(of)
  if (known !== undefined) return known
  const { start, zone, allDay } = of.time
  const place: Place = { day: dateOf(start), rank: allDay ? 0 : 1, instant: instantOf(start, zone) }
  places.set(of, place)
  return place
}

function byTime(one: Occurrence, other: Occurrence): number {
  const [a, b] = [placeOf(one), placeOf(other)]
  return (
    (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
    a.rank - b.rank ||
    a.instant - b.instant ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  )
}
