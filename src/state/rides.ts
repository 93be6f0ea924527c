/** What a member has taken on in the next days: places filled, and appointments that the member goes along to. */
import { appointment, appointmentException, slot } from '#domain/appointment.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Ride, ridesOf } from '#domain/slots.ts'
import { occurrencesOf, slotIndex } from './calendar.ts'
import type { Live } from './live.ts'

export function ridesInDays(live: Live, member: RecordId, from: IsoDate, days: number): readonly Ride[] {
  const window = { from, to: addDays(from, days - 1) }
  return live.derive(`rides ${member} ${from} ${days}`, [appointment, appointmentException, slot], () =>
    ridesOf({ kind: 'member', id: member }, occurrencesOf(live, window).occurrences, slotIndex(live)),
  )
}
