/** What the calendar shows: occurrences in a window, their places, and who would be in two places at once. */
import { absence } from '#domain/absence.ts'
import {
  type Appointment,
  type AppointmentException,
  appointment,
  appointmentException,
  type Slot,
  slot,
} from '#domain/appointment.ts'
import { type Clashes, findClashes } from '#domain/appointment-clashes.ts'
import { changedRecords } from '#domain/changed-part.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { person } from '#domain/household.ts'
import {
  type ExceptionIndex,
  indexExceptions,
  inOrder,
  type Occurrence,
  type OccurrenceList,
  occurrencesIn,
} from '#domain/occurrences.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { DateWindow } from '#domain/recurrence.ts'
import { indexSlots, openSlotsOn, type SlotIndex } from '#domain/slots.ts'
import { dateOf } from '#domain/wall-clock.ts'
import type { AppointmentDraft } from './commands/appointments.ts'
import type { Live } from './live.ts'

export const exceptionIndex = (live: Live): ExceptionIndex =>
  live.derive('exceptions', [appointmentException], () => indexExceptions(live.records(appointmentException)))

export const slotIndex = (live: Live): SlotIndex =>
  live.derive('slots', [slot], () => indexSlots(live.records(slot)))

/** Of twenty thousand appointments an edit changes one: what falls on these days is worked out again for that one. */
export const occurrencesOf = (live: Live, { from, to }: DateWindow): OccurrenceList =>
  live.derive<Listed>(`occurrences ${from} ${to}`, [appointment, appointmentException], before => {
    const [appointments, exceptions] = [live.records(appointment), live.records(appointmentException)]
    const list =
      (before && relisted(live, before, { from, to }, appointments, exceptions)) ??
      occurrencesIn({ from, to }, appointments, exceptionIndex(live))
    return { appointments, exceptions, list }
  }).list

interface Listed {
  readonly appointments: readonly Appointment[]
  readonly exceptions: readonly AppointmentException[]
  readonly list: OccurrenceList
}

const MOST_RELISTED = 64

/** Null: too much is another. */
function relisted(
  live: Live,
  before: Listed,
  window: DateWindow,
  appointments: readonly Appointment[],
  exceptions: readonly AppointmentException[],
): OccurrenceList | null {
  const changed = changedRecords(before.appointments, appointments, MOST_RELISTED)
  const excepted = changedRecords(before.exceptions, exceptions, MOST_RELISTED)
  if (changed === null || excepted === null || before.list.more) return null
  const ids = new Set([
    ...changed.records.flatMap(each => [each.before?.id, each.after?.id]),
    ...excepted.records.flatMap(each => [each.before?.appointment, each.after?.appointment]),
  ])
  const others = before.list.occurrences.filter(each => !ids.has(each.appointment.id))
  const again = [...ids].flatMap(id => (id === undefined ? [] : (live.get(appointment, id) ?? [])))
  const own = occurrencesIn(window, again, exceptionIndex(live))
  const isUntouched = own.occurrences.length === 0 && others.length === before.list.occurrences.length
  return isUntouched && !own.more
    ? before.list
    : { occurrences: inOrder([...others, ...own.occurrences]), more: own.more }
}

export const clashesAmong = (live: Live, occurrences: readonly Occurrence[], slots: SlotIndex): Clashes =>
  findClashes({
    occurrences,
    slots,
    units: unitsOf(live),
    absences: live.records(absence),
  })

export const clashesOf = (live: Live, window: DateWindow): Clashes =>
  live.derive(
    `clashes ${window.from} ${window.to}`,
    [appointment, appointmentException, slot, person, absence],
    () => clashesAmong(live, occurrencesOf(live, window).occurrences, slotIndex(live)),
  )

/** What is said of an occurrence besides its time: the same object until something of it is another. */
export interface OccurrenceMark {
  readonly of: Occurrence
  /** Places that nobody has taken yet. */
  readonly open: number
  /** Somebody would be in two places at once. */
  readonly clashes: boolean
}

/** By the occurrence's id, in the order of the days. */
export type OccurrenceMarks = ReadonlyMap<string, OccurrenceMark>

export const marksOf = (live: Live, window: DateWindow): OccurrenceMarks =>
  live.derive<OccurrenceMarks>(
    `marks ${window.from} ${window.to}`,
    [appointment, appointmentException, slot, person, absence],
    before => {
      const slots = slotIndex(live)
      const clashing = new Set(
        clashesOf(live, window).clashes.flatMap(({ first, second }) => [first.id, second.id]),
      )
      return new Map(
        occurrencesOf(live, window).occurrences.map(of => {
          const open = openSlotsOn(of, slots).length
          const clashes = clashing.has(of.id)
          const known = before?.get(of.id)
          const isSame = known?.of === of && known.open === open && known.clashes === clashes
          return [of.id, isSame ? known : { of, open, clashes }]
        }),
      )
    },
  )

function unitsOf(live: Live): ReadonlyMap<RecordId, readonly RecordId[]> {
  return live.derive('persons by unit', [person], () => {
    const units = new Map<RecordId, RecordId[]>()
    for (const { id, unit } of live.records(person)) units.set(unit, [...(units.get(unit) ?? []), id])
    return units
  })
}

/** Of the next days: places that nobody has taken, the nearest first. */
export interface OpenPlace {
  readonly occurrence: Occurrence
  readonly open: number
}

export function openPlaces(live: Live, today: IsoDate, days: number): readonly OpenPlace[] {
  const window = { from: today, to: addDays(today, days) }
  return live.derive(
    `open places ${window.from} ${window.to}`,
    [appointment, appointmentException, slot],
    () => {
      const slots = slotIndex(live)
      return occurrencesOf(live, window).occurrences.flatMap(occurrence => {
        const open = openSlotsOn(occurrence, slots).length
        return open === 0 ? [] : [{ occurrence, open }]
      })
    },
  )
}

const DRAFT = 'draft'

/** What a draft would clash with on its day, without the occurrences of the appointment that it is to replace. */
export function draftClashes(
  live: Live,
  ownId: RecordId | null,
  { fields, slots }: Pick<AppointmentDraft, 'fields' | 'slots'>,
): Clashes {
  const day = dateOf(fields.time.start)
  const window = { from: addDays(day, -1), to: addDays(day, 1) }
  const others = occurrencesOf(live, window).occurrences.filter(each => each.appointment.id !== ownId)
  const of: Appointment = {
    ...appointment.defaults,
    ...fields,
    repeat: null,
    id: DRAFT,
    deleted: false,
  }
  const own = slots.map(
    (each, i): Slot => ({
      ...slot.defaults,
      ...each,
      id: `${DRAFT} ${i}`,
      deleted: false,
      appointment: DRAFT,
    }),
  )
  const drafted = occurrencesIn(window, [of], new Map()).occurrences
  const index = new Map([...slotIndex(live), [DRAFT, own]])
  const found = clashesAmong(live, [...others, ...drafted], index)
  const isOwn = ({ appointment: { id } }: Occurrence) => id === DRAFT
  return {
    clashes: found.clashes.filter(({ first, second }) => isOwn(first) || isOwn(second)),
    absent: found.absent.filter(({ occurrence }) => isOwn(occurrence)),
    more: found.more,
  }
}
