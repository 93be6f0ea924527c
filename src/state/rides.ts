/** What a member has taken on in the next days: places filled, and appointments that the member goes along to. */
import { appointment, appointmentException, type SlotRole, slot } from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { slotsOn } from '#domain/slots.ts'
import { occurrencesOf, slotIndex } from './calendar.ts'
import type { Live } from './live.ts'

export interface Ride {
  readonly occurrence: Occurrence
  readonly roles: readonly SlotRole[]
}

export function ridesOf(live: Live, member: RecordId, from: IsoDate, days: number): readonly Ride[] {
  const window = { from, to: addDays(from, days - 1) }
  return live.derive(`rides ${member} ${from} ${days}`, [appointment, appointmentException, slot], () =>
    occurrencesOf(live, window).occurrences.flatMap(occurrence => {
      if (occurrence.status !== 'planned') return []
      const roles = slotsOn(occurrence, slotIndex(live))
        .filter(({ filledBy }) => filledBy?.id === member)
        .map(({ role }) => role)
      return roles.length > 0 || occurrence.members.includes(member) ? [{ occurrence, roles }] : []
    }),
  )
}
