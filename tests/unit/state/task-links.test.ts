/** What a task is about: an id only, and what this laptop can say of it. */
import { describe, expect, it } from 'vitest'
import { appointment } from '#domain/appointment.ts'
import { personDocument } from '#domain/document.ts'
import { entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import { allKinds } from '#domain/kinds.ts'
import type { Compartment } from '#domain/record-kind.ts'
import { linkKinds } from '#domain/task.ts'
import { compartmentLinked, kindsLinked, type TaskLink } from '#domain/task-link.ts'
import { createOp } from '#state/commands/gate.ts'
import { occurrenceToShow, stateOfLink, tasksAbout } from '#state/task-links.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const TODAY = '2026-09-30'
const all = () => true
const only =
  (...readable: readonly Compartment[]) =>
  (of: Compartment) =>
    readable.includes(of)

async function openThings(): Promise<Desk> {
  const desk = await openDesk({ today: TODAY })
  const ops = [
    createOp(home, 'elm', { name: 'Elm' }),
    createOp(entry, 'rent', { payee: 'LANDLORD' }),
    createOp(personDocument, 'passport', { kind: 'passport' }),
  ]
  expect((await desk.store.commit({ command: 'test', ops })).ok).toBe(true)
  return desk
}
const link = (kind: TaskLink['kind'], id: string): TaskLink => ({ kind, id })

describe('what a task can be linked to', () => {
  it('is a kind of record that there is, for each kind of link', () => {
    for (const kind of linkKinds)
      for (const each of kindsLinked(kind)) {
        expect(allKinds).toContain(each)
        expect(each.compartment).toBe(compartmentLinked(kind))
      }
    expect(linkKinds.map(compartmentLinked)).toEqual([
      'money',
      'team',
      'team',
      'care',
      'care',
      'team',
      'money',
    ])
  })

  it('is written as a kind and an id and nothing more', async () => {
    const desk = await openThings()
    const { id } = await desk.commands.addTask({
      title: 'Ask',
      links: [link('entry', 'rent'), link('document', 'passport')],
    })
    expect(desk.store.get(id)?.fields['links']).toEqual([
      { kind: 'entry', id: 'rent' },
      { kind: 'document', id: 'passport' },
    ])
  })
})

describe('what this laptop can say of a link', () => {
  it('tells what is here from what is deleted, kept elsewhere or not there yet', async () => {
    const desk = await openThings()
    const said = (of: TaskLink, can: (of: Compartment) => boolean = all) => stateOfLink(desk.live, can, of)
    expect(said(link('home', 'elm'))).toBe('here')
    expect(said(link('entry', 'rent'))).toBe('here')
    expect(said(link('home', 'oak'))).toBe('unknown')
    expect(said(link('entry', 'other'), only('team', 'care'))).toBe('kept')
    expect(said(link('document', 'other'), only('team', 'money'))).toBe('kept')
    expect(said(link('document', 'other'))).toBe('unknown')
    expect((await desk.commands.deleteEntries(['rent'])).ok).toBe(true)
    expect(said(link('entry', 'rent'))).toBe('deleted')
    // A kind that does not fit the record is no way to it.
    expect(said(link('person', 'elm'))).toBe('unknown')
  })

  it('finds the tasks that are about a thing, each once, while they are there', async () => {
    const desk = await openThings()
    const twice = [link('home', 'elm'), link('home', 'elm')]
    const first = await desk.commands.addTask({ title: 'Measure', links: twice })
    const second = await desk.commands.addTask({
      title: 'Call',
      links: [link('entry', 'rent'), link('home', 'elm')],
    })
    const about = (id: string) => tasksAbout(desk.live, id).map(each => each.title)
    expect(about('elm').toSorted()).toEqual(['Call', 'Measure'])
    expect(about('rent')).toEqual(['Call'])
    expect(about('oak')).toEqual([])
    await desk.commands.editTask(second.id, { links: [] })
    await desk.commands.deleteTasks([first.id])
    expect(about('elm')).toEqual([])
    await desk.commands.gate.undo()
    expect(about('elm')).toEqual(['Measure'])
  })
})

describe('the occurrence that an appointment opens at', () => {
  const day = (date: string, repeat: 'week' | null) => ({
    time: { start: `${date}T10:00`, end: `${date}T11:00`, zone: 'America/Toronto', allDay: false },
    repeat:
      repeat === null
        ? null
        : ({ every: 1, unit: repeat, weekdays: [], nth: null, until: null, count: 10 } as const),
  })
  it('comes next, or was last, or is the only one', async () => {
    const desk = await openThings()
    const ops = [
      createOp(appointment, 'weekly', day('2026-09-07', 'week')),
      createOp(appointment, 'over', day('2026-06-01', 'week')),
      createOp(appointment, 'long-ago', day('2024-02-05', null)),
      createOp(appointment, 'far', day('2029-02-05', null)),
    ]
    expect((await desk.store.commit({ command: 'test', ops })).ok).toBe(true)
    const start = (id: string) => occurrenceToShow(desk.live, id, TODAY)?.time.start
    expect(start('weekly')).toBe('2026-10-05T10:00')
    // Ten Mondays from the first of June: the last is the third of August.
    expect(start('over')).toBe('2026-08-03T10:00')
    expect(start('long-ago')).toBe('2024-02-05T10:00')
    expect(start('far')).toBe('2029-02-05T10:00')
    expect(start('nothing')).toBeUndefined()
    // One that was asked for by itself, and one that there is no more.
    expect(start('weekly.20261019')).toBe('2026-10-19T10:00')
    expect(start('weekly.20261020')).toBe('2026-10-05T10:00')
    expect(start('nothing.20261019')).toBeUndefined()
  })
})
