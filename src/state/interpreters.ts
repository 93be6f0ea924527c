/** Interpreters against what those who attend wish, as far as this laptop has Care: elsewhere there are no wishes to read. */
import { appointment, appointmentException, slot } from '#domain/appointment.ts'
import { person } from '#domain/household.ts'
import { type InterpreterWishes, interpreterWishes, neverFor } from '#domain/interpreter-wishes.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { DateWindow } from '#domain/recurrence.ts'
import { slotsOn } from '#domain/slots.ts'
import { occurrencesOf, slotIndex } from './calendar.ts'
import type { SlotDraft } from './commands/appointments.ts'
import type { Live } from './live.ts'

/** Of the persons and of those in the units that attend. */
export function wishesOf(live: Live, attending: readonly RecordId[]): readonly InterpreterWishes[] {
  const ids = new Set(attending)
  const people = new Set(
    live.records(person).flatMap(each => (ids.has(each.id) || ids.has(each.unit) ? [each.id] : [])),
  )
  return live.records(interpreterWishes).filter(each => people.has(each.person))
}

export interface NeverUse {
  readonly who: RecordId
  /** Who asked for it. */
  readonly persons: readonly RecordId[]
}

/** Whoever would be there, in whatever place, though somebody who attends asked never to have them. */
export function neverUsed(
  live: Live,
  attending: readonly RecordId[],
  slots: readonly Pick<SlotDraft, 'filledBy'>[],
  members: readonly RecordId[],
): readonly NeverUse[] {
  const wishes = wishesOf(live, attending)
  if (wishes.length === 0) return []
  const there = new Set([...slots.flatMap(each => each.filledBy?.id ?? []), ...members])
  return [...there].flatMap(who => {
    const persons = neverFor(wishes, who)
    return persons.length === 0 ? [] : [{ who, persons }]
  })
}

/** Planned occurrences that were booked where this is not known, or before it was asked for. */
export function neverBooked(live: Live, { from, to }: DateWindow): readonly Occurrence[] {
  const kinds = [appointment, appointmentException, slot, person, interpreterWishes]
  return live.derive(`never booked ${from} ${to}`, kinds, () => {
    if (live.records(interpreterWishes).length === 0) return []
    const index = slotIndex(live)
    return occurrencesOf(live, { from, to }).occurrences.filter(
      each =>
        each.status === 'planned' &&
        neverUsed(live, each.attending, slotsOn(each, index), each.members).length > 0,
    )
  })
}
