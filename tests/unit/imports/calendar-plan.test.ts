import { describe, expect, it } from 'vitest'
import { appointment, appointmentException, appointmentPrivate, privateId } from '#domain/appointment.ts'
import type { RecordWrite } from '#domain/appointment-edits.ts'
import { readRecord } from '#domain/record-kind.ts'
import { type CalendarFile, readCalendarFile } from '#imports/calendar-import.ts'
import {
  type CalendarPlan,
  calendarKeyTexts,
  calendarWrites,
  importedOf,
  type KnownAppointment,
  knownAppointments,
  planCalendarImport,
  withCalendarChoice,
} from '#imports/calendar-plan.ts'
import { calendarFile } from '#reports/calendar-file.ts'
import {
  makeAppointment,
  makeException,
  makePrivate,
  makeRule,
  makeTime,
} from '../../support/calendar/make.ts'
import { calendarBytes, calendarLines } from '../../support/calendar/write-calendars.ts'
import { createDice } from '../../support/soak/dice.ts'

const zone = 'America/Toronto'
const whose = { sponsorship: 'maple', attending: ['a1'] }

function file(...events: readonly (readonly string[])[]): CalendarFile {
  const lines = events.flatMap(each => ['BEGIN:VEVENT', ...each, 'END:VEVENT'])
  const result = readCalendarFile({
    bytes: calendarBytes(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR']),
    zone,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
/** Ids as the vault would make them: the same for the same key. */
const idsOf = ({ events }: CalendarFile) => calendarKeyTexts(events).map(key => `id(${key})`)
const plan = (given: CalendarFile, known: readonly KnownAppointment[] = []): CalendarPlan =>
  planCalendarImport({ events: given.events, ids: idsOf(given), known })
const states = ({ rows }: CalendarPlan) => rows.map(row => [row.state.kind, row.choice])

/** What the group's file knows after a plan was applied. */
function knownAfter({ rows }: CalendarPlan): readonly KnownAppointment[] {
  return rows
    .filter(row => row.choice === 'take')
    .map(({ id, event }) => ({
      id,
      deleted: false,
      isCancelled: event.cancelled,
      imported: importedOf(event),
      crossedOut: event.exceptions.filter(each => each.cancelled).map(each => each.original),
      isSplit: false,
    }))
}

const one = (...more: readonly string[]) => ['UID:a', 'DTSTART:20261102T140000Z', 'SUMMARY:Dr. Who', ...more]

describe('an import plan', () => {
  it('adds what is new, and nothing when the same file comes again', () => {
    const first = plan(file(one(), ['UID:b', 'DTSTART:20261103T140000Z']))
    expect(states(first)).toEqual([
      ['new', 'take'],
      ['new', 'take'],
    ])
    expect(first.counts).toMatchObject({ taking: 2, new: 2, same: 0 })
    const again = plan(file(one('X-OTHER:1', 'DTSTAMP:20270101T000000Z')), knownAfter(first))
    expect(states(again)).toEqual([['same', 'leave']])
    expect(calendarWrites(again, whose)).toEqual([])
  })

  it('is the same on two laptops, and with the events in another order', () => {
    const [a, b] = [one(), ['UID:b', 'DTSTART:20261103T140000Z']]
    const byId = (writes: readonly RecordWrite[]) => writes.map(each => JSON.stringify(each)).sort()
    expect(byId(calendarWrites(plan(file(a, b)), whose))).toEqual(
      byId(calendarWrites(plan(file(b, a)), whose)),
    )
  })

  it('updates what has changed, and leaves an older version alone', () => {
    const known = knownAfter(plan(file(one('SEQUENCE:2'))))
    expect(states(plan(file(one('SEQUENCE:3', 'LOCATION:Elm')), known))).toEqual([['changed', 'take']])
    expect(states(plan(file(one('SEQUENCE:1', 'LOCATION:Elm')), known))).toEqual([['older', 'leave']])
    for (const sequence of [1, 5])
      expect(states(plan(file(one(`SEQUENCE:${sequence}`)), known))).toEqual([['same', 'leave']])
  })

  it('crosses out what was called off, once, and nothing that nobody knew', () => {
    const known = knownAfter(plan(file(one())))
    const off = plan(file(one('STATUS:CANCELLED')), known)
    expect(states(off)).toEqual([['called-off', 'take']])
    expect(calendarWrites(off, whose)[0]).toEqual({
      write: 'set',
      id: 'id(a)',
      fields: { status: 'cancelled' },
    })
    expect(states(plan(file(one('STATUS:CANCELLED')), knownAfter(off)))).toEqual([['same', 'leave']])
    expect(states(plan(file(one('STATUS:CANCELLED'))))).toEqual([['never-known', 'leave']])
    const back = plan(file(one('SEQUENCE:1')), knownAfter(off))
    expect(back.rows[0]?.state).toEqual({ kind: 'changed', revives: true, isSplit: false })
    expect(JSON.stringify(calendarWrites(back, whose))).toContain('"status":"planned"')
  })

  it('puts back an occurrence that the file no longer moves or crosses out, and none that people have', () => {
    const weekly = (...more: readonly string[]) => [
      'UID:a',
      'DTSTART;TZID=America/Toronto:20261026T090000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      ...more,
    ]
    const moved = ['UID:a', 'RECURRENCE-ID:20261109T140000Z', 'DTSTART:20261110T140000Z']
    const known = knownAfter(plan(file(weekly('EXDATE:20261102T140000Z'), moved)))
    expect(known[0]?.imported?.dates).toEqual(['2026-11-02', '2026-11-09'])
    const own = known.map(each => ({ ...each, crossedOut: [...each.crossedOut, '2026-11-16'] }))
    const back = plan(file(weekly()), own)
    expect(back.rows[0]?.putBack).toEqual([
      { original: '2026-11-02', uncross: true },
      { original: '2026-11-09', uncross: false },
    ])
    const exceptions = calendarWrites(back, whose).flatMap(each =>
      each.write === 'put' && each.record.kind === 'appointment-exception' ? [each.record.fields] : [],
    )
    expect(exceptions).toEqual([
      { appointment: 'id(a)', original: '2026-11-02', time: null, status: null },
      { appointment: 'id(a)', original: '2026-11-09', time: null },
    ])
  })

  it('leaves alone a series that was split here, unless asked', () => {
    const known = knownAfter(plan(file(one()))).map(each => ({ ...each, isSplit: true }))
    const given = plan(file(one('LOCATION:Elm')), known)
    expect(states(given)).toEqual([['changed', 'leave']])
    expect(states(withCalendarChoice(given, 0, 'take'))).toEqual([['changed', 'take']])
  })

  it('does not bring back what somebody deleted, unless asked', () => {
    const known = knownAfter(plan(file(one()))).map(each => ({ ...each, deleted: true }))
    const given = plan(file(one()), known)
    expect(states(given)).toEqual([['in-trash', 'leave']])
    expect(states(withCalendarChoice(given, 0, 'take'))).toEqual([['in-trash', 'take']])
  })

  it('offers no choice where there is none, and is never changed in place', () => {
    const known = knownAfter(plan(file(one())))
    const same = plan(file(one()), known)
    expect(withCalendarChoice(same, 0, 'take')).toBe(same)
    const fresh = plan(file(one()))
    expect(withCalendarChoice(fresh, 0, 'leave').counts.taking).toBe(0)
    expect(fresh.counts.taking).toBe(1)
    expect(Object.isFrozen(fresh.rows)).toBe(true)
  })

  it('knows an export of our own', () => {
    const of = makeAppointment('x', {
      time: makeTime('2026-11-02T09:00', '2026-11-02T10:00'),
      repeat: makeRule({ weekdays: ['mo', 'we'], count: 5 }),
    })
    const made = calendarFile({
      items: [{ appointment: of, exceptions: [], code: 'Maple', changedAt: Date.UTC(2026, 1, 1) }],
      privacy: 'neutral',
      language: 'en',
    })
    if (!made.ok) throw new Error(made.problem.kind)
    const read = readCalendarFile({ bytes: new TextEncoder().encode(made.value), zone })
    if (!read.ok) throw new Error(read.problem.kind)
    expect(read.value.events).toMatchObject([{ time: of.time, repeat: of.repeat }])
    expect(states(plan(read.value))).toEqual([['ours', 'leave']])
  })
})

describe('what is known', () => {
  it('is worked out from the records that an import made and people changed', () => {
    const [event] = file(one()).events
    if (!event) throw new Error('expected an event')
    const imported = importedOf(event)
    const id = 'id(a)'
    const appointments = [
      makeAppointment(id, { status: 'cancelled' }),
      makeAppointment('gone', { deleted: true }),
      makeAppointment('later', { splitFrom: id }),
    ]
    const exceptions = [
      makeException('e1', { appointment: id, original: '2026-11-09', status: 'cancelled' }),
      makeException('e2', { appointment: id, original: '2026-11-16', status: 'done' }),
      makeException('e3', { appointment: id, original: '2026-11-23', status: 'cancelled', deleted: true }),
    ]
    const privates = [makePrivate(privateId(id), { appointment: id, imported })]
    expect(knownAppointments(appointments, exceptions, privates)).toEqual([
      { id, deleted: false, isCancelled: true, imported, crossedOut: ['2026-11-09'], isSplit: true },
      { id: 'gone', deleted: true, isCancelled: false, imported: null, crossedOut: [], isSplit: false },
      { id: 'later', deleted: false, isCancelled: false, imported: null, crossedOut: [], isSplit: false },
    ])
  })
})

describe('what is written', () => {
  const series = file(
    [
      'UID:s',
      'DTSTART;TZID=America/Toronto:20261026T090000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'SUMMARY:SECRET-A',
      'LOCATION:SECRET-B',
      'DESCRIPTION:SECRET-C',
      'EXDATE;TZID=America/Toronto:20261109T090000',
    ],
    [
      'UID:s',
      'RECURRENCE-ID:20261102T140000Z',
      'DTSTART:20261102T150000Z',
      'SUMMARY:SECRET-D',
      'LOCATION:SECRET-B',
      'DESCRIPTION:SECRET-C',
    ],
  )
  const writes = calendarWrites(plan(series), whose)
  const kindOf = (each: RecordWrite) => (each.write === 'put' ? each.record.kind : each.write)

  it('puts times into Team, and everything that a stranger wrote into Care only', () => {
    expect(writes.map(kindOf)).toEqual([
      'appointment',
      'appointment-private',
      'appointment-exception',
      'appointment-private',
      'appointment-exception',
    ])
    const compartments = new Map(
      [appointment, appointmentException, appointmentPrivate].map(each => [each.kind, each.compartment]),
    )
    for (const each of writes)
      expect([kindOf(each), JSON.stringify(each).includes('SECRET')]).toEqual([
        kindOf(each),
        compartments.get(kindOf(each)) === 'care',
      ])
    // A UID is of somebody's system: it is in no record.
    expect(JSON.stringify(writes).replaceAll('id(s)', '')).not.toContain('"s"')
  })

  it('reads back as records of their kinds, for every shape of calendar', () => {
    const dice = createDice(20260926)
    for (const shape of ['google', 'outlook', 'apple', 'thunderbird'] as const) {
      const bytes = calendarBytes(calendarLines(dice, shape).lines, shape)
      const result = readCalendarFile({ bytes, zone })
      if (!result.ok) throw new Error(JSON.stringify(result.problem))
      for (const each of calendarWrites(plan(result.value), whose)) {
        if (each.write !== 'put') throw new Error(each.write)
        const { record } = each
        const kind = [appointment, appointmentException, appointmentPrivate].find(
          of => of.kind === record.kind,
        )
        if (!kind) throw new Error(record.kind)
        const read: Record<string, unknown> = readRecord(kind, { ...record, deleted: false })
        for (const [name, value] of Object.entries(record.fields))
          expect([record.kind, name, read[name]]).toEqual([record.kind, name, value])
      }
    }
  })

  it('on an update leaves alone what people have added', () => {
    const known = knownAfter(plan(file(one())))
    const [first] = calendarWrites(plan(file(one('LOCATION:Elm')), known), whose)
    expect(first?.write === 'put' && Object.keys(first.record.fields).sort()).toEqual(['repeat', 'time'])
  })
})
