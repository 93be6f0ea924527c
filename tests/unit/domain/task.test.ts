import { describe, expect, it } from 'vitest'
import { awayOn } from '#domain/absence.ts'
import { planContextOf } from '#domain/anchor.ts'
import { dueFrom, dueOn, noDue, pinDue } from '#domain/due.ts'
import { allKinds } from '#domain/kinds.ts'
import { readRecord } from '#domain/record-kind.ts'
import { isClosed, task } from '#domain/task.ts'
import { nextDue } from '#domain/task-repeat.ts'
import {
  makeAbsence,
  makeArrival,
  makeCheckItem,
  makeSponsorship,
  makeTask,
} from '../../support/plan/records.ts'

const raw = (fields: Record<string, never> | object) => ({
  id: 't',
  kind: 'task',
  deleted: false,
  fields: fields as Record<string, never>,
})

describe('a task', () => {
  it('is read with what it has, and with the defaults where a field cannot be read', () => {
    const due = dueFrom('arrival', -10, 'working-days')
    const read = readRecord(
      task,
      raw({ title: 'Winter coats', due, status: { state: 'finished', doneOn: null }, area: 'secrets' }),
    )
    expect(read).toMatchObject({ title: 'Winter coats', due, area: '' })
    expect(read.status).toEqual({ state: 'open', doneOn: null })
    expect(readRecord(task, raw({ due: { ...due, offset: 1.5 } })).due).toEqual(noDue)
    expect(readRecord(task, raw({ repeat: { every: 0, unit: 'days', from: 'due' } })).repeat).toBeNull()
  })

  it('is closed once it is done or dropped', () => {
    const states = ['open', 'doing', 'done', 'dropped'] as const
    expect(states.map(state => isClosed({ status: { state, doneOn: null } }))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('and its checklist are read by the whole group, and have no field that names a person or a reason', () => {
    for (const name of ['task', 'check-item', 'absence']) {
      const kind = allKinds.find(each => each.kind === name)
      expect(kind?.compartment).toBe('team')
      expect(Object.keys(kind?.fields ?? {}).join(' ')).not.toMatch(
        /name|reason|diagnos|clinic|country|birth/i,
      )
    }
    expect(makeCheckItem('c', { task: 't', text: 'Car seats' })).toMatchObject({ done: false, task: 't' })
  })
})

describe('a task that repeats', () => {
  const context = planContextOf(makeSponsorship('maple', { province: 'ON' }), [
    makeArrival('first', { state: 'notified', expected: '2026-06-17' }, { sponsorship: 'maple' }),
  ])
  const monthly = { every: 1, unit: 'months', from: 'due' } as const

  it('goes on hanging on its anchor where the units allow it', () => {
    const due = dueFrom('arrival', 1, 'months')
    expect(nextDue({ due, repeat: monthly }, '2026-07-20', context)).toEqual({ ...due, offset: 2 })
    const inDays = dueFrom('arrival', 3, 'days')
    const weekly = { every: 2, unit: 'weeks', from: 'due' } as const
    expect(nextDue({ due: inDays, repeat: weekly }, '2026-07-20', context)).toEqual({ ...inDays, offset: 17 })
  })

  it('gets a date otherwise, from the day it was due or done', () => {
    expect(nextDue({ due: dueOn('2026-01-31'), repeat: monthly }, '2026-02-03', context)).toEqual(
      dueOn('2026-02-28'),
    )
    expect(
      nextDue({ due: dueOn('2026-01-31'), repeat: { ...monthly, from: 'done' } }, '2026-02-03', context),
    ).toEqual(dueOn('2026-03-03'))
    const held = pinDue(dueFrom('arrival', 1, 'months'), '2026-07-01')
    expect(nextDue({ due: held, repeat: monthly }, '2026-07-20', context)).toEqual(dueOn('2026-08-01'))
    expect(nextDue({ due: noDue, repeat: monthly }, '2026-07-20', context)).toEqual(dueOn('2026-08-20'))
    const days = { every: 10, unit: 'days', from: 'due' } as const
    expect(nextDue({ due: dueOn('2026-02-20'), repeat: days }, '2026-02-20', context)).toEqual(
      dueOn('2026-03-02'),
    )
  })

  it('or does not', () => {
    expect(nextDue(makeTask('t', { due: dueOn('2026-01-31') }), '2026-02-03', context)).toBeNull()
  })
})

describe('absences', () => {
  it('tell who of a task is away on a day, both ends included', () => {
    const absences = [
      makeAbsence('1', 'amina', '2026-06-10', '2026-06-17'),
      makeAbsence('2', 'amina', '2026-06-17', '2026-06-20'),
      { ...makeAbsence('3', 'ben', '2026-06-01', '2026-06-30'), deleted: true },
    ]
    expect(awayOn('2026-06-17', ['ben', 'amina', 'amina'], absences)).toEqual(['amina'])
    expect(awayOn('2026-06-10', ['amina'], absences)).toEqual(['amina'])
    expect(awayOn('2026-06-21', ['amina', 'ben'], absences)).toEqual([])
  })
})
