/** What a calendar file must say when it is read back: every occurrence with its instants, as our own rules have it. */
import type { Appointment, AppointmentException } from '#domain/appointment.ts'
import { indexExceptions, occurrencesIn } from '#domain/occurrences.ts'
import { instantOf } from '#domain/zone-clock.ts'
import { calendarUid } from '#reports/calendar-file.ts'

export function expectedInstants(
  appointments: readonly Appointment[],
  exceptions: readonly AppointmentException[],
  before: string,
): readonly string[] {
  const window = { from: '1990-01-01', to: before.slice(0, 10) }
  const { occurrences } = occurrencesIn(window, appointments, indexExceptions(exceptions), 20_000)
  return occurrences
    .filter(each => each.original === null || each.status !== 'cancelled')
    .map(({ appointment, time }) => {
      const text = (wall: string) =>
        time.allDay ? wall : new Date(instantOf(wall, time.zone)).toISOString().slice(0, 16)
      return `${calendarUid(appointment.id)} ${text(time.start)} ${text(time.end)}`
    })
    .filter(line => (line.split(' ')[1] ?? '') < before)
    .sort()
}
