/** What was read of a calendar file, put into appointments as an import does it and expanded again. */
import { indexExceptions, occurrencesIn } from '#domain/occurrences.ts'
import { instantOf } from '#domain/zone-clock.ts'
import type { CalendarFile } from '#imports/calendar-import.ts'
import { makeAppointment, makeException } from './make.ts'

/** `uid start end` in UTC, as `readWithIcalJs` writes it. */
export function importedInstants(file: CalendarFile, before: string): readonly string[] {
  const window = { from: '1990-01-01', to: before.slice(0, 10) }
  return file.events
    .flatMap(({ uid, time, repeat, cancelled, exceptions }) => {
      const appointment = makeAppointment('x', { time, repeat, status: cancelled ? 'cancelled' : 'planned' })
      const own = exceptions.map(each =>
        makeException(`x.${each.original}`, {
          appointment: 'x',
          original: each.original,
          time: each.time,
          status: each.cancelled ? 'cancelled' : null,
        }),
      )
      const { occurrences } = occurrencesIn(window, [appointment], indexExceptions(own), 20_000)
      return occurrences
        .filter(each => each.status !== 'cancelled')
        .map(each => {
          const text = (wall: string) =>
            each.time.allDay ? wall : new Date(instantOf(wall, each.time.zone)).toISOString().slice(0, 16)
          return `${uid} ${text(each.time.start)} ${text(each.time.end)}`
        })
    })
    .filter(line => (line.split(' ')[1] ?? '') < before)
    .sort()
}
