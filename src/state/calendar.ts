/** What the calendar shows: occurrences in a window, their places, and who would be in two places at once. */
import { absence } from '#domain/absence.ts'
import { type Appointment, appointment, appointmentException, type Slot, slot } from '#domain/appointment.ts'
import { type Clashes, findClashes } from '#domain/appointment-clashes.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { person } from '#domain/household.ts'
import {
  type ExceptionIndex,
  indexExceptions,
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

export const occurrencesOf = (live: Live, { from, to }: DateWindow): OccurrenceList =>
  live.derive(`occurrences ${from} ${to}`, [appointment, appointmentException], () =>
    occurrencesIn({ from, to }, live.records(appointment), exceptionIndex(live)),
  )

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
