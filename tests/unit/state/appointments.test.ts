/** Appointments over the real store: what one action writes, in Team and in Care, and that one undo takes it all back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { appointment, appointmentException, appointmentPrivate, slot } from '#domain/appointment.ts'
import { indexExceptions, type Occurrence, occurrencesIn } from '#domain/occurrences.ts'
import { indexSlots, slotsOn } from '#domain/slots.ts'
import type { AppointmentDraft } from '#state/commands/appointments.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'

const CLASS: AppointmentDraft = {
  fields: {
    kind: 'language',
    title: 'Class',
    time: { start: '2026-11-02T09:00', end: '2026-11-02T11:30', zone: 'America/Toronto', allDay: false },
    place: 'Corner of Main and Third',
    attending: ['p1'],
    members: [],
    preparation: 'Glasses',
    travelMinutes: 25,
    blocksWholeDay: false,
    repeat: { every: 1, unit: 'week', weekdays: ['mo'], nth: null, until: null, count: null },
  },
  slots: [
    { id: null, role: 'driver', filledBy: { kind: 'member', id: 'amina' }, note: '' },
    { id: null, role: 'child-care', filledBy: null, note: 'two hours' },
  ],
  care: {
    title: 'Assessment',
    placeName: 'Learning centre',
    address: '12 Third Street',
    provider: '',
    reason: '',
    who: 'A person by name',
    notes: '',
  },
}

let desk: Desk
let id = ''
beforeEach(async () => {
  desk = await openDesk()
  const added = await desk.commands.addAppointment('s1', CLASS)
  expect(added.ok).toBe(true)
  id = added.id
})

const november = (of = desk): readonly Occurrence[] =>
  occurrencesIn(
    { from: '2026-11-01', to: '2026-11-30' },
    of.live.records(appointment),
    indexExceptions(of.live.records(appointmentException)),
  ).occurrences

const told = (of = desk) =>
  november(of).map(each => ({
    on: each.time.start,
    title: each.title,
    slots: slotsOn(each, indexSlots(of.live.records(slot))).map(
      ({ role, filledBy }) => `${role} ${filledBy?.id ?? '-'}`,
    ),
  }))

/** The draft as the form of one occurrence would have it. */
function draftOf(original: string, change: Partial<AppointmentDraft['fields']>): AppointmentDraft {
  const of = november().find(each => each.original === original)
  if (!of) throw new Error('no such occurrence')
  const slots = slotsOn(of, indexSlots(desk.live.records(slot)))
  return {
    fields: { ...CLASS.fields, repeat: of.appointment.repeat, title: of.title, time: of.time, ...change },
    slots: slots.map(each => ({ id: each.id, role: each.role, filledBy: each.filledBy, note: each.note })),
    care: CLASS.care,
  }
}

const at = (date: string) => ({
  start: `${date}T10:00`,
  end: `${date}T12:30`,
  zone: 'America/Toronto',
  allDay: false,
})

describe('an appointment', () => {
  it('is one change in Team and in Care, and Team says nothing of what Care knows', () => {
    expect(told().map(({ on }) => on.slice(0, 10))).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
    const team = JSON.stringify([desk.live.records(appointment), desk.live.records(slot)])
    for (const text of ['Assessment', 'Learning centre', '12 Third Street', 'A person by name'])
      expect(team).not.toContain(text)
    expect(desk.live.records(appointmentPrivate)).toMatchObject([
      { appointment: id, who: 'A person by name' },
    ])
  })

  it('is moved for one day only, and one undo takes it back', async () => {
    const before = desk.tables()
    const moved = await desk.commands.editAppointment(
      { id, original: '2026-11-16' },
      'this',
      draftOf('2026-11-16', { time: at('2026-11-17'), title: 'Class, moved' }),
    )
    expect(moved.ok).toBe(true)
    expect(told().map(({ on, title }) => `${on} ${title}`)).toEqual([
      '2026-11-02T09:00 Class',
      '2026-11-09T09:00 Class',
      '2026-11-17T10:00 Class, moved',
      '2026-11-23T09:00 Class',
      '2026-11-30T09:00 Class',
    ])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('changes from one day on, with the places and the notes of the form', async () => {
    const before = desk.tables()
    const draft = draftOf('2026-11-16', { time: at('2026-11-16') })
    const [driver] = draft.slots
    await desk.commands.editAppointment({ id, original: '2026-11-16' }, 'following', {
      ...draft,
      slots: [
        ...(driver ? [{ ...driver, filledBy: { kind: 'member', id: 'joe' } as const }] : []),
        { id: null, role: 'interpreter', filledBy: null, note: '' },
      ],
      care: {
        ...draft.care,
        notes: 'from now on',
        title: '',
        placeName: '',
        address: '',
        provider: '',
        reason: '',
        who: '',
      },
    })
    expect(told()).toEqual([
      { on: '2026-11-02T09:00', title: 'Class', slots: ['driver amina', 'child-care -'] },
      { on: '2026-11-09T09:00', title: 'Class', slots: ['driver amina', 'child-care -'] },
      { on: '2026-11-16T10:00', title: 'Class', slots: ['driver joe', 'interpreter -'] },
      { on: '2026-11-23T10:00', title: 'Class', slots: ['driver joe', 'interpreter -'] },
      { on: '2026-11-30T10:00', title: 'Class', slots: ['driver joe', 'interpreter -'] },
    ])
    expect(desk.live.records(appointmentPrivate).map(({ notes }) => notes)).toEqual(['', 'from now on'])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('has a place taken, given back, and not needed on one day', async () => {
    const [, second] = november()
    const childCare = desk.live.records(slot).find(({ role }) => role === 'child-care')
    const target = { id, original: second?.original ?? null }
    await desk.commands.fillSlot(target, childCare?.id ?? '', { kind: 'member', id: 'joe' })
    expect(told().map(({ slots }) => slots[1])).toEqual([
      'child-care -',
      'child-care joe',
      'child-care -',
      'child-care -',
      'child-care -',
    ])
    const draft = draftOf('2026-11-09', {})
    await desk.commands.editAppointment(target, 'this', { ...draft, slots: draft.slots.slice(0, 1) })
    expect(told()[1]?.slots).toEqual(['driver amina'])
    expect(told()[0]?.slots).toHaveLength(2)
  })

  it('keeps what came of one day, and is called off from a day on', async () => {
    await desk.commands.closeAppointment({ id, original: '2026-11-09' }, 'done', {
      km: 14,
      hours: 3,
      note: '',
    })
    await desk.commands.cancelAppointment({ id, original: '2026-11-23' }, 'following')
    expect(
      november().map(({ time, status, outcome }) => [time.start.slice(8, 10), status, outcome.km]),
    ).toEqual([
      ['02', 'planned', 0],
      ['09', 'done', 14],
      ['16', 'planned', 0],
    ])
  })

  it('that two laptops change on one day in two ways is changed in both', async () => {
    const other = await openDesk({ device: 'joe' })
    await give(desk, other)
    const target = { id, original: '2026-11-09' }
    await desk.commands.editAppointment(target, 'this', draftOf('2026-11-09', { place: 'Side door' }))
    await other.commands.closeAppointment(target, 'missed', { km: 0, hours: 0, note: 'snow' })
    await give(desk, other)
    await give(other, desk)
    for (const each of [desk, other])
      expect(november(each)[1]).toMatchObject({ place: 'Side door', status: 'missed' })
  })

  it('changed, taken back and changed again has only what was changed last', async () => {
    const target = { id, original: '2026-11-16' }
    await desk.commands.cancelAppointment(target, 'this')
    await desk.commands.gate.undo()
    await desk.commands.editAppointment(target, 'this', draftOf('2026-11-16', { title: 'Elsewhere' }))
    expect(november().find(each => each.original === '2026-11-16')).toMatchObject({
      title: 'Elsewhere',
      status: 'planned',
    })
  })

  it('called otherwise on one day goes along when all are moved', async () => {
    await desk.commands.editAppointment(
      { id, original: '2026-11-16' },
      'this',
      draftOf('2026-11-16', { title: 'Elsewhere' }),
    )
    expect(desk.live.records(appointmentException)[0]).toMatchObject({ title: 'Elsewhere', time: null })
    const all = draftOf('2026-11-02', { time: at('2026-11-02') })
    await desk.commands.editAppointment({ id, original: '2026-11-02' }, 'all', all)
    expect(told().map(({ on, title }) => `${on.slice(8)} ${title}`)).toEqual([
      '02T10:00 Class',
      '09T10:00 Class',
      '16T10:00 Elsewhere',
      '23T10:00 Class',
      '30T10:00 Class',
    ])
  })
})
