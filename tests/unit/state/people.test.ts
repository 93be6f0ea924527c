/** Who is who: households by code, what comes up for a person, and when a member is away. */
import { describe, expect, it } from 'vitest'
import { absence } from '#domain/absence.ts'
import { appointment } from '#domain/appointment.ts'
import { person } from '#domain/household.ts'
import { member } from '#domain/member.ts'
import { absencesFrom, comingFor, heldBy, households, nextAbsences } from '#state/people.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-09-30'

const personCalled = (desk: Desk, label: string) => {
  const found = desk.live.records(person).find(each => each.label === label)
  if (!found) throw new Error(`no person ${label}`)
  return found
}

async function meet(desk: Desk, title: string, day: string, attending: readonly string[]): Promise<void> {
  const time = { start: `${day}T10:00`, end: `${day}T11:00`, zone: 'America/Toronto', allDay: false }
  const fields = { ...appointment.defaults, title, time, attending: [...attending] }
  const done = await desk.commands.addAppointment('s', { fields, slots: [], care: null })
  expect(done.ok).toBe(true)
}

describe('the households', () => {
  it('are not there before people are', async () => {
    const desk = await openDesk({ today: TODAY })
    expect(households(desk.live)).toEqual([])
  })

  it('name each person by code, unit and arrival', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const [first, ...others] = households(desk.live)
    expect(others).toEqual([])
    expect(first?.people[0]).toMatchObject({ person: { label: 'A1' }, unit: 'U1', arrival: 1 })
    const id = first?.sponsorship.id ?? ''
    await desk.commands.addPeople(id, null, { adults: 1, childrenUnder6: 0, children6to17: 0, together: [] })
    expect(households(desk.live)[0]?.people.at(-1)).toMatchObject({ arrival: 2 })
  })
})

describe('what comes up for a person', () => {
  it('is what they or their unit attend, from today on, while it is planned', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const one = personCalled(desk, 'A1')
    await meet(desk, 'own', '2026-10-01', [one.id])
    await meet(desk, 'unit', '2026-10-02', [one.unit])
    await meet(desk, 'other', '2026-10-02', ['somebody-else'])
    await meet(desk, 'past', '2026-09-29', [one.id])
    await meet(desk, 'last day', '2026-10-06', [one.id])
    await meet(desk, 'too far', '2026-10-07', [one.id])
    await meet(desk, 'called off', '2026-10-03', [one.id])
    const off = desk.live.records(appointment).find(each => each.title === 'called off')
    await desk.commands.cancelAppointment({ id: off?.id ?? '', original: null }, 'all')
    const titles = comingFor(desk.live, one, TODAY, 7).map(each => each.title)
    expect(titles).toEqual(['own', 'unit', 'last day'])
  })
})

describe('the next absence of a member', () => {
  it('is the one that is on or the nearest to come, until its last day', async () => {
    const desk = await openDesk({ today: TODAY })
    for (const [from, to] of [
      ['2026-11-01', '2026-11-08'],
      ['2026-10-10', '2026-10-12'],
      ['2026-08-01', '2026-09-29'],
    ] as const)
      await desk.commands.addAbsence({ ...absence.defaults, member: 'm', days: { from, to } })
    const from = (today: string) => nextAbsences(desk.live, today).get('m')?.days.from
    expect(from(TODAY)).toBe('2026-10-10')
    expect(from('2026-10-12')).toBe('2026-10-10')
    expect(from('2026-10-13')).toBe('2026-11-01')
    expect(from('2026-11-09')).toBeUndefined()
    await desk.commands.addAbsence({
      ...absence.defaults,
      member: 'n',
      days: { from: '2026-10-01', to: '2026-10-02' },
    })
    const listed = (of: string | null) => absencesFrom(desk.live, TODAY, of).map(each => each.days.from)
    expect(listed('m')).toEqual(['2026-10-10', '2026-11-01'])
    expect(listed(null)).toEqual(['2026-10-01', '2026-10-10', '2026-11-01'])
    expect(listed('nobody')).toEqual([])
  })
})

describe('a member', () => {
  it('is added and changed, each taken back by one undo', async () => {
    const desk = await openDesk({ today: TODAY })
    const before = desk.tables()
    const { id } = await desk.commands.addMember({ name: 'Heron', phone: '416-555-0123' })
    await desk.commands.editMember(id, { available: ['mo-morning'], paperOnly: true })
    expect(desk.live.get(member, id)).toMatchObject({ available: ['mo-morning'], paperOnly: true })
    await desk.commands.gate.undo()
    expect(desk.live.get(member, id)).toMatchObject({ name: 'Heron', available: [], paperOnly: false })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('leaves open tasks and the places taken in the next 90 days behind', async () => {
    const desk = await openDesk({ today: TODAY })
    const { id } = await desk.commands.addMember({ name: 'Heron' })
    await desk.commands.addTask({ title: 'open', owner: id }, [])
    await desk.commands.addTask({ title: 'helps', helpers: [id] }, [])
    const done = await desk.commands.addTask({ title: 'done', owner: id }, [])
    await desk.commands.editTask(done.id, { status: { state: 'done', doneOn: TODAY } }, null)
    for (const [title, day] of [
      ['soon', '2026-10-01'],
      ['last day', '2026-12-28'],
      ['too far', '2026-12-29'],
    ] as const) {
      const time = { start: `${day}T10:00`, end: `${day}T11:00`, zone: 'America/Toronto', allDay: false }
      const fields = { ...appointment.defaults, title, time }
      const slots = [{ id: null, role: 'driver', filledBy: { kind: 'member', id }, note: '' } as const]
      expect((await desk.commands.addAppointment('s', { fields, slots, care: null })).ok).toBe(true)
    }
    const held = heldBy(desk.live, id, TODAY)
    expect(held.tasks.map(each => each.task.title)).toEqual(['open'])
    expect(held.rides.map(each => each.occurrence.title)).toEqual(['soon', 'last day'])
  })

  it('changes days away, taken back by one undo', async () => {
    const desk = await openDesk({ today: TODAY })
    await desk.commands.addAbsence({
      member: 'm',
      days: { from: '2026-10-10', to: '2026-10-12' },
      note: '',
    })
    const id = desk.live.records(absence)[0]?.id ?? ''
    await desk.commands.editAbsence(id, { days: { from: '2026-10-11', to: '2026-10-20' } })
    expect(nextAbsences(desk.live, TODAY).get('m')?.days).toEqual({ from: '2026-10-11', to: '2026-10-20' })
    await desk.commands.gate.undo()
    expect(nextAbsences(desk.live, TODAY).get('m')?.days).toEqual({ from: '2026-10-10', to: '2026-10-12' })
  })
})
