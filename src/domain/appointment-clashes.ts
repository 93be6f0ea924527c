/**
 * Who would have to be in two places at once: a person or the whole household that attends, a member who drives or goes
 * along, an interpreter. Three reasons: the times overlap; there is no time to travel between them; one of them takes
 * the whole day of those who attend (a language assessment takes half a day and leaves nobody fit for another).
 *
 * Travel is counted before and after each, one way from home, because nobody knows the way between two places; between
 * two appointments in one place there is none. An all-day entry takes nobody's time unless it takes the whole day. Only
 * what is still planned counts. A sweep along the time of each person: never all pairs.
 */
import type { Absence } from './absence.ts'
import type { SlotRole } from './appointment.ts'
import { lastDayOf, type Occurrence } from './occurrences.ts'
import type { RecordId } from './record-kind.ts'
import { type SlotIndex, slotsOn } from './slots.ts'
import { addToWall, dateOf, startOfDay } from './wall-clock.ts'
import { instantOf } from './zone-clock.ts'

export type ClashWhy = 'overlap' | 'whole-day' | 'travel'

/** `household`: at least one of the two is for a whole support unit. `contact`: an interpreter who is no member. */
export type ClashKind = 'person' | 'household' | 'member' | 'contact'

export interface Clash {
  readonly kind: ClashKind
  readonly who: readonly RecordId[]
  /** In order of time. */
  readonly first: Occurrence
  readonly second: Occurrence
  readonly why: ClashWhy
  /** For `travel`: by how many minutes the way there and back is too long. */
  readonly shortBy: number
}

export interface AbsenceClash {
  readonly member: RecordId
  readonly occurrence: Occurrence
  /** The places that the member has taken; empty: goes along. */
  readonly roles: readonly SlotRole[]
  readonly absence: Absence
}

export interface ClashInput {
  readonly occurrences: readonly Occurrence[]
  readonly slots: SlotIndex
  /** The persons of each support unit. */
  readonly units: ReadonlyMap<RecordId, readonly RecordId[]>
  readonly absences: readonly Absence[]
}

export interface Clashes {
  readonly clashes: readonly Clash[]
  readonly absent: readonly AbsenceClash[]
  /** There are more clashes than were looked for. */
  readonly more: boolean
}

export const MAX_CLASHES = 1_000
/** So many pairs are looked at: a heap of appointments at one time must not stop the screen. */
const MAX_PAIRS = 1_000_000
const MINUTE = 60_000

interface Booking {
  readonly occurrence: Occurrence
  /** What the appointment itself takes. */
  readonly start: number
  readonly end: number
  /** With the way there and back. */
  readonly leaves: number
  readonly returns: number
  /** The whole day, where it is taken; else as `start` and `end`. */
  readonly dayStart: number
  readonly dayEnd: number
  readonly byUnit: boolean
}

interface Calendar {
  readonly id: RecordId
  readonly kind: 'person' | 'member' | 'contact'
  readonly bookings: Map<RecordId, Booking>
}

export function findClashes(input: ClashInput): Clashes {
  const calendars = calendarsOf(input)
  const found = new Map<string, Clash>()
  let pairs = 0
  let more = false
  for (const { id, kind, bookings } of calendars.values()) {
    for (const [first, second] of sweep([...bookings.values()])) {
      pairs += 1
      if (found.size >= MAX_CLASHES || pairs > MAX_PAIRS) {
        more = true
        break
      }
      const why = whyOf(first, second)
      if (why === null) continue
      const isUnit = kind === 'person' && (first.byUnit || second.byUnit)
      const clash: Clash = {
        kind: isUnit ? 'household' : kind,
        who: [id],
        first: first.occurrence,
        second: second.occurrence,
        why,
        shortBy: why === 'travel' ? Math.ceil((first.returns - second.leaves) / MINUTE) : 0,
      }
      const name = `${kind} ${clash.first.id} ${clash.second.id}`
      const known = found.get(name)
      found.set(name, known ? joined(known, clash) : clash)
    }
    if (more) break
  }
  return { clashes: [...found.values()].sort(byTime), absent: absentOf(input, calendars), more }
}

/** One clash for all persons of a pair; the plainer reason is told. */
const joined = (a: Clash, b: Clash): Clash => ({
  ...a,
  kind: a.kind === 'household' || b.kind === 'household' ? 'household' : a.kind,
  who: [...a.who, ...b.who],
  why: reasons.find(why => a.why === why || b.why === why) ?? a.why,
})

const reasons: readonly ClashWhy[] = ['overlap', 'whole-day', 'travel']

const startOf = ({ time }: Occurrence): number => instantOf(time.start, time.zone)

const byTime = (a: Clash, b: Clash): number =>
  startOf(a.first) - startOf(b.first) ||
  startOf(a.second) - startOf(b.second) ||
  (a.first.id < b.first.id ? -1 : a.first.id > b.first.id ? 1 : a.kind < b.kind ? -1 : 1)

/** Pairs that touch, the earlier one first. */
function* sweep(bookings: readonly Booking[]): Generator<readonly [Booking, Booking]> {
  const from = ({ leaves, dayStart }: Booking): number => Math.min(leaves, dayStart)
  const until = ({ returns, dayEnd }: Booking): number => Math.max(returns, dayEnd)
  let open: Booking[] = []
  for (const next of bookings.toSorted((a, b) => from(a) - from(b))) {
    open = open.filter(each => until(each) > from(next))
    for (const each of open) yield each.start <= next.start ? [each, next] : [next, each]
    open.push(next)
  }
}

function whyOf(a: Booking, b: Booking): ClashWhy | null {
  if (a.start < b.end && b.start < a.end) return 'overlap'
  if (a.dayStart < b.end && b.start < a.dayEnd) return 'whole-day'
  if (b.dayStart < a.end && a.start < b.dayEnd) return 'whole-day'
  const isOnePlace = a.occurrence.place !== '' && a.occurrence.place === b.occurrence.place
  return !isOnePlace && a.leaves < b.returns && b.leaves < a.returns ? 'travel' : null
}

function calendarsOf({ occurrences, slots, units }: ClashInput): ReadonlyMap<string, Calendar> {
  const calendars = new Map<string, Calendar>()
  const book = (kind: Calendar['kind'], id: RecordId, booking: Booking): void => {
    const name = `${kind} ${id}`
    let calendar = calendars.get(name)
    if (!calendar) {
      calendar = { id, kind, bookings: new Map() }
      calendars.set(name, calendar)
    }
    const known = calendar.bookings.get(booking.occurrence.id)
    if (!known || booking.byUnit) calendar.bookings.set(booking.occurrence.id, booking)
  }
  for (const occurrence of occurrences) {
    const { time, appointment, status } = occurrence
    if (status !== 'planned' || (time.allDay && !appointment.blocksWholeDay)) continue
    const whole = bookingOf(occurrence, appointment.blocksWholeDay)
    for (const id of occurrence.attending) {
      const persons = units.get(id)
      if (persons === undefined) book('person', id, whole)
      else for (const person of persons) book('person', person, { ...whole, byUnit: true })
    }
    const helping = appointment.blocksWholeDay ? bookingOf(occurrence, false) : whole
    for (const id of occurrence.members) book('member', id, helping)
    for (const { filledBy } of slotsOn(occurrence, slots))
      if (filledBy) book(filledBy.kind, filledBy.id, helping)
  }
  return calendars
}

/** Worked out once: of a month an edit changes one, and clashes are looked for among all. */
const booked = { hours: new WeakMap<Occurrence, Booking>(), days: new WeakMap<Occurrence, Booking>() }

function bookingOf(occurrence: Occurrence, wholeDay: boolean): Booking {
  const known = wholeDay ? booked.days : booked.hours
  const booking = known.get(occurrence) ?? newBooking(occurrence, wholeDay)
  known.set(occurrence, booking)
  return booking
}

function newBooking(occurrence: Occurrence, wholeDay: boolean): Booking {
  const { time, travelMinutes } = occurrence
  const start = instantOf(time.start, time.zone)
  // A moment without length takes a minute, or it could clash with nothing.
  const end = Math.max(instantOf(time.end, time.zone), start + MINUTE)
  const nextDay = addToWall(startOfDay(lastDayOf(time)), { days: 1 })
  return {
    occurrence,
    start,
    end,
    leaves: start - travelMinutes * MINUTE,
    returns: end + travelMinutes * MINUTE,
    dayStart: wholeDay ? instantOf(startOfDay(dateOf(time.start)), time.zone) : start,
    dayEnd: wholeDay && nextDay !== null ? instantOf(nextDay, time.zone) : end,
    byUnit: false,
  }
}

function absentOf(
  { absences, slots }: ClashInput,
  calendars: ReadonlyMap<string, Calendar>,
): readonly AbsenceClash[] {
  const found: AbsenceClash[] = []
  for (const absence of absences.filter(each => !each.deleted))
    for (const { occurrence } of calendars.get(`member ${absence.member}`)?.bookings.values() ?? []) {
      if (dateOf(occurrence.time.start) > absence.days.to || lastDayOf(occurrence.time) < absence.days.from)
        continue
      const roles = slotsOn(occurrence, slots).flatMap(({ filledBy, role }) =>
        filledBy?.kind === 'member' && filledBy.id === absence.member ? [role] : [],
      )
      found.push({ member: absence.member, occurrence, roles, absence })
    }
  return found.sort((a, b) => startOf(a.occurrence) - startOf(b.occurrence))
}
