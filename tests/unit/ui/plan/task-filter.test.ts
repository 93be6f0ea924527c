/** Which tasks a filter lets through. */
import { describe, expect, it } from 'vitest'
import { readRecord } from '#domain/record-kind.ts'
import { savedFilter } from '#domain/saved-filter.ts'
import { task } from '#domain/task.ts'
import type { PlanGroup, PlannedTask } from '#state/plan.ts'
import { noTaskFilter, type TaskFilter, taskTest } from '#ui/plan/list/task-filter.ts'

const planned = (
  title: string,
  fields: Partial<(typeof task)['defaults']>,
  group: PlanGroup = 'later',
): PlannedTask => ({
  task: { ...task.defaults, ...fields, title, id: title, deleted: false },
  when: { kind: 'none' },
  column: 'open',
  group,
  checks: { done: 0, of: 0 },
  arrivalNumber: null,
})
const ALL = [
  planned('mine', { owner: 'robin' }),
  planned('helped', { owner: 'wren', helpers: ['robin'] }, 'overdue'),
  planned('theirs', { owner: 'wren' }),
  planned('unowned', {}),
  planned('late', {}, 'overdue'),
  planned('put off', { owner: 'robin', snoozedUntil: '2027-01-01' }, 'snoozed'),
]
const shown = (filter: Partial<TaskFilter>, me = 'robin'): readonly string[] =>
  ALL.filter(taskTest({ ...noTaskFilter, ...filter }, of => of.task.title, me)).map(each => each.task.title)

describe('a filter of tasks', () => {
  it('lets through what is mine or what I help with, for whoever looks', () => {
    expect(shown({ owner: 'me' })).toEqual(['mine', 'helped', 'put off'])
    expect(shown({ owner: 'me' }, 'wren')).toEqual(['helped', 'theirs'])
    expect(shown({ owner: 'me' }, 'nobody-here')).toEqual([])
    expect(shown({ owner: 'wren' })).toEqual(['helped', 'theirs'])
  })

  it('lets through what nobody has, and what is overdue, both together too', () => {
    expect(shown({ owner: 'nobody' })).toEqual(['unowned', 'late'])
    expect(shown({ state: 'overdue' })).toEqual(['helped', 'late'])
    expect(shown({ owner: 'nobody', state: 'overdue' })).toEqual(['late'])
    expect(shown({ owner: 'me', state: 'overdue' })).toEqual(['helped'])
  })

  it('is kept under a name as it is', () => {
    const tasks = { text: '', owner: 'me', area: '', state: 'overdue' }
    const raw = { id: 'a', kind: 'saved-filter', deleted: false, fields: { name: 'Mine, late', tasks } }
    expect(readRecord(savedFilter, raw).tasks).toEqual(tasks)
  })
})
