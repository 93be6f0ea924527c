/** A calendar taken in over the real store: applied as previewed, never twice, updated in place, and taken back whole. */
import { describe, expect, it } from 'vitest'
import { appointment, appointmentException, appointmentPrivate, privateId } from '#domain/appointment.ts'
import { readCalendarFile } from '#imports/calendar-import.ts'
import { toggleCalendarRow } from '#state/calendar-preview.ts'
import { endOf } from '#state/long-work.ts'
import { calendarBytes } from '../../support/calendar/write-calendars.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'

const WHOSE = { sponsorship: 's1', attending: ['a1'] }
const DENTIST = ['UID:a', 'DTSTART:20261125T150000Z', 'DTEND:20261125T160000Z', 'SUMMARY:Dr. Who']
const MOVED = ['UID:a', 'SEQUENCE:1', 'DTSTART:20261126T150000Z', 'DTEND:20261126T160000Z', 'SUMMARY:Dr. Who']
const CLASS = [
  'UID:b',
  'DTSTART;TZID=America/Toronto:20261124T090000',
  'RRULE:FREQ=WEEKLY;COUNT=5',
  'EXDATE;TZID=America/Toronto:20261201T090000',
]

async function planned(desk: Desk, ...events: readonly (readonly string[])[]) {
  const lines = events.flatMap(each => ['BEGIN:VEVENT', ...each, 'END:VEVENT'])
  const file = readCalendarFile({
    bytes: calendarBytes(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR']),
    zone: 'America/Toronto',
  })
  if (!file.ok) throw new Error(file.problem.kind)
  return endOf(desk.commands.planCalendarSteps(file.value))
}
async function taken(desk: Desk, ...events: readonly (readonly string[])[]) {
  return desk.commands.importCalendar(await planned(desk, ...events), WHOSE)
}
const states = ({ rows }: Awaited<ReturnType<typeof planned>>) =>
  rows.map(({ state, choice }) => `${state.kind} ${choice}`)
const startsOf = (desk: Desk) =>
  desk.live
    .records(appointment)
    .map(each => each.time.start)
    .sort()

describe('an imported calendar', () => {
  it('has its times in Team, whose it is, and its words only in Care', async () => {
    const desk = await openDesk()
    expect((await taken(desk, DENTIST)).ok).toBe(true)
    const [made] = desk.live.records(appointment)
    expect(made).toMatchObject({
      ...WHOSE,
      title: '',
      place: '',
      time: { start: '2026-11-25T10:00', end: '2026-11-25T11:00', zone: 'America/Toronto' },
    })
    expect(desk.live.get(appointmentPrivate, privateId(made?.id ?? ''))?.title).toBe('Dr. Who')
  })

  it('adds nothing the second time', async () => {
    const desk = await openDesk()
    await taken(desk, DENTIST, CLASS)
    const before = desk.tables()
    const again = await planned(desk, DENTIST, CLASS)
    expect(states(again)).toEqual(['same leave', 'same leave'])
    expect(await desk.commands.importCalendar(again, WHOSE)).toMatchObject({
      problem: { kind: 'nothing-to-do' },
    })
    expect(desk.tables()).toBe(before)
  })

  it('moves what was moved, calls off what was called off, and leaves what people added', async () => {
    const desk = await openDesk()
    await taken(desk, DENTIST)
    const [made] = desk.live.records(appointment)
    const id = made?.id ?? ''
    await desk.store.commit({
      command: 'test',
      ops: [
        { op: 'set', id, field: 'place', value: 'Main gate' },
        { op: 'set', id, field: 'attending', value: ['a2'] },
      ],
    })
    expect(states(await planned(desk, MOVED))).toEqual(['changed take'])
    await taken(desk, MOVED)
    expect(startsOf(desk)).toEqual(['2026-11-26T10:00'])
    expect(desk.live.get(appointment, id)).toMatchObject({ place: 'Main gate', attending: ['a2'] })
    // The file from before is older than what is known.
    expect(states(await planned(desk, DENTIST))).toEqual(['older leave'])
    expect(states(await planned(desk, [...MOVED, 'STATUS:CANCELLED']))).toEqual(['called-off take'])
    await taken(desk, [...MOVED, 'STATUS:CANCELLED'])
    expect(desk.live.get(appointment, id)?.status).toBe('cancelled')
  })

  it('is taken back by one undo, and comes again from the trash only when somebody says so', async () => {
    const desk = await openDesk()
    await taken(desk, DENTIST)
    const before = desk.tables()
    expect((await taken(desk, MOVED, CLASS)).ok).toBe(true)
    expect(desk.live.records(appointmentException)).toHaveLength(1)
    expect(desk.tables()).not.toBe(before)
    expect((await desk.commands.gate.undo()).ok).toBe(true)
    expect(desk.tables()).toBe(before)

    const again = await planned(desk, MOVED, CLASS)
    expect(states(again)).toEqual(['in-trash leave', 'changed take'])
    const [gone] = again.rows
    if (!gone) throw new Error('no row')
    await desk.commands.importCalendar(toggleCalendarRow(again, gone), WHOSE)
    expect(startsOf(desk)).toEqual(['2026-11-24T09:00', '2026-11-26T10:00'])
    expect(desk.live.records(appointmentException)).toMatchObject([
      { original: '2026-12-01', status: 'cancelled' },
    ])
  })

  it('takes only the rows that were left ticked', async () => {
    const desk = await openDesk()
    const plan = await planned(desk, DENTIST, CLASS)
    const [first] = plan.rows
    if (!first) throw new Error('no row')
    await desk.commands.importCalendar(toggleCalendarRow(plan, first), WHOSE)
    expect(startsOf(desk)).toEqual(['2026-11-25T10:00'])
  })

  it('makes the same records on two laptops', async () => {
    const [amina, bela] = [await openDesk(), await openDesk({ device: 'bela' })]
    await taken(amina, DENTIST, CLASS)
    await taken(bela, DENTIST, CLASS)
    await give(amina, bela)
    expect(startsOf(bela)).toEqual(['2026-11-24T09:00', '2026-11-25T10:00'])
    expect(states(await planned(bela, DENTIST, CLASS))).toEqual(['same leave', 'same leave'])
  })
})
