/** Tasks through the real commands: made, done, repeated, put off, put in order, deleted, each taken back by one undo. */
import { describe, expect, it } from 'vitest'
import { dueFrom, dueOn } from '#domain/due.ts'
import { type Task, task } from '#domain/task.ts'
import { checkItemsByTask, plannedTasks } from '#state/plan.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

/** A Wednesday. */
const TODAY = '2026-09-30'

const add = async (desk: Desk, fields: Partial<Task>, checks: readonly string[] = []): Promise<string> => {
  const lines = checks.map(text => ({ id: null, text, done: false }))
  const done = await desk.commands.addTask(fields, lines)
  expect(done.ok).toBe(true)
  return done.id
}
const titles = (desk: Desk, group: string): readonly string[] =>
  plannedTasks(desk.live, TODAY)
    .filter(each => each.group === group)
    .map(each => each.task.title)
const texts = (desk: Desk, id: string) =>
  (checkItemsByTask(desk.live).get(id) ?? []).map(each => `${each.done ? 'x' : '-'} ${each.text}`)

describe('the list of tasks', () => {
  it('is grouped by when each is due, a week ending on Sunday', async () => {
    const desk = await openDesk({ today: TODAY })
    for (const [title, date] of [
      ['yesterday', '2026-09-29'],
      ['today', '2026-09-30'],
      ['sunday', '2026-10-04'],
      ['monday', '2026-10-05'],
      ['sunday after', '2026-10-11'],
      ['far', '2026-10-12'],
    ] as const)
      await add(desk, { title, due: dueOn(date) })
    await add(desk, { title: 'none' })
    await add(desk, { title: 'unknown', due: dueFrom('arrival', -10, 'working-days') })
    await add(desk, { title: 'put off', due: dueOn('2026-09-28'), snoozedUntil: '2026-10-01' })
    await add(desk, { title: 'back', due: dueOn('2026-10-01'), snoozedUntil: TODAY })
    expect(titles(desk, 'overdue')).toEqual(['yesterday'])
    expect(titles(desk, 'this-week')).toEqual(['today', 'back', 'sunday'])
    expect(titles(desk, 'next-week')).toEqual(['monday', 'sunday after'])
    expect(titles(desk, 'later')).toEqual(['far'])
    expect(titles(desk, 'no-date')).toEqual(['none', 'unknown'])
    expect(titles(desk, 'snoozed')).toEqual(['put off'])
  })

  it('dates a task that hangs on the arrival, and not before the arrival is known', async () => {
    const timing = {
      state: 'notified',
      expected: '2026-10-20',
      from: null,
      to: null,
      landed: null,
      reached: null,
    } as const
    const desk = await setUpGroup({ today: TODAY, sponsorship: { timing } })
    const sponsorship = desk.live.records(task)[0]?.sponsorship ?? null
    expect(sponsorship).toBeNull()
    const id = await add(desk, { title: 'coats', due: dueFrom('arrival', -3, 'days') })
    expect(plannedTasks(desk.live, TODAY)[0]?.when.kind).toBe('unknown')
    const of = desk.store.all('sponsorship')[0]?.id ?? ''
    await desk.commands.editTask(id, { sponsorship: of })
    expect(plannedTasks(desk.live, TODAY)[0]?.when).toMatchObject({ date: '2026-10-17', certain: false })
  })

  it('is put in order by hand where dates are the same', async () => {
    const desk = await openDesk({ today: TODAY })
    const [a, b, c] = [
      await add(desk, { title: 'a' }),
      await add(desk, { title: 'b' }),
      await add(desk, { title: 'c' }),
    ]
    await desk.commands.orderTask(c, a, b)
    expect(titles(desk, 'no-date')).toEqual(['a', 'c', 'b'])
    await desk.commands.orderTask(b, null, a)
    expect(titles(desk, 'no-date')).toEqual(['b', 'a', 'c'])
    await desk.commands.gate.undo()
    expect(titles(desk, 'no-date')).toEqual(['a', 'c', 'b'])
  })
})

describe('a task that is done', () => {
  it('keeps the day, and is open again by an undo or by hand', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, { title: 'a', due: dueOn('2026-09-01') })
    const before = desk.tables()
    await desk.commands.setTaskState([id], 'done')
    expect(desk.live.get(task, id)?.status).toEqual({ state: 'done', doneOn: TODAY })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    await desk.commands.setTaskState([id], 'dropped')
    await desk.commands.setTaskState([id], 'open')
    expect(desk.live.get(task, id)?.status).toEqual({ state: 'open', doneOn: null })
  })

  it('makes the next one where it repeats, with its checklist unticked, in the same change', async () => {
    const desk = await openDesk({ today: TODAY })
    const repeat = { every: 1, unit: 'months', from: 'due' } as const
    const id = await add(desk, { title: 'rent', due: dueOn('2026-09-28'), repeat }, ['ask', 'pay'])
    const [ask] = checkItemsByTask(desk.live).get(id) ?? []
    await desk.commands.tickCheckItem(ask?.id ?? '', true)
    const before = desk.tables()
    await desk.commands.setTaskState([id], 'done')
    const [next] = plannedTasks(desk.live, TODAY).filter(each => each.task.status.state === 'open')
    expect(next?.when).toMatchObject({ date: '2026-10-28' })
    expect(texts(desk, next?.task.id ?? '')).toEqual(['- ask', '- pay'])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    await desk.commands.setTaskState([id], 'done')
    expect(desk.live.records(task)).toHaveLength(2)
    const [again] = plannedTasks(desk.live, TODAY).filter(each => each.task.status.state === 'open')
    await desk.commands.setTaskState([again?.task.id ?? ''], 'done')
    expect(
      plannedTasks(desk.live, TODAY).find(each => each.task.status.state === 'open')?.when,
    ).toMatchObject({
      date: '2026-11-28',
    })
  })

  it('makes one next task when two laptops mark it done, and none when it is dropped', async () => {
    const amina = await openDesk({ today: TODAY })
    const joe = await openDesk({ device: 'joe', today: TODAY })
    const repeat = { every: 2, unit: 'weeks', from: 'due' } as const
    const id = await add(amina, { title: 'visit', due: dueOn('2026-09-28'), repeat })
    const dropped = await add(amina, { title: 'dropped', due: dueOn('2026-09-28'), repeat })
    await give(amina, joe)
    await amina.commands.setTaskState([id], 'done')
    await joe.commands.setTaskState([id], 'done')
    await amina.commands.setTaskState([dropped], 'dropped')
    await give(amina, joe)
    await give(joe, amina)
    for (const desk of [amina, joe]) {
      expect(
        desk.live
          .records(task)
          .map(each => each.title)
          .toSorted(),
      ).toEqual(['dropped', 'visit', 'visit'])
      expect(titles(desk, 'later')).toEqual(['visit'])
    }
  })
})

describe('a checklist', () => {
  it('is added to, ticked, reordered and shortened with its task, and taken back with it', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, { title: 'a' }, ['one', ' two ', '', 'three'])
    expect(texts(desk, id)).toEqual(['- one', '- two', '- three'])
    const before = desk.tables()
    const [one, two, three] = checkItemsByTask(desk.live).get(id) ?? []
    if (!one || !two || !three) throw new Error('no items')
    const line = (of: typeof one, done = false) => ({ id: of.id, text: of.text, done })
    await desk.commands.editTask(id, { title: 'b' }, [
      line(three, true),
      line(one),
      { id: null, text: 'four', done: false },
    ])
    expect(texts(desk, id)).toEqual(['x three', '- one', '- four'])
    expect(plannedTasks(desk.live, TODAY)[0]?.checks).toEqual({ done: 1, of: 3 })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('keeps what two members add at once', async () => {
    const amina = await openDesk({ today: TODAY })
    const joe = await openDesk({ device: 'joe', today: TODAY })
    const id = await add(amina, { title: 'a' }, ['one', 'two'])
    await give(amina, joe)
    for (const [desk, text] of [
      [amina, 'hers'],
      [joe, 'his'],
    ] as const) {
      const lines = (checkItemsByTask(desk.live).get(id) ?? []).map(({ id: of, text: was, done }) => ({
        id: of,
        text: was,
        done,
      }))
      await desk.commands.editTask(id, {}, [...lines, { id: null, text, done: false }])
    }
    await give(amina, joe)
    await give(joe, amina)
    expect(texts(amina, id).slice(0, 2)).toEqual(['- one', '- two'])
    expect(texts(amina, id).toSorted()).toEqual(['- his', '- hers', '- one', '- two'].toSorted())
    expect(texts(joe, id)).toEqual(texts(amina, id))
  })

  it('goes to the trash with its task and comes back with it', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, { title: 'a' }, ['one', 'two'])
    const before = desk.tables()
    await desk.commands.deleteTasks([id])
    expect(plannedTasks(desk.live, TODAY)).toEqual([])
    expect(checkItemsByTask(desk.live).size).toBe(0)
    await desk.commands.restoreTasks([id])
    expect(texts(desk, id)).toEqual(['- one', '- two'])
    expect(desk.tables()).toBe(before)
  })
})

describe('several tasks together', () => {
  it('are changed in one change, each where it comes to something else, and taken back by one undo', async () => {
    const desk = await openDesk({ today: TODAY })
    const ben = (await desk.commands.addMember({ name: 'Ben' })).id
    const ids = [
      await add(desk, { title: 'a', due: dueOn('2026-10-01') }),
      await add(desk, { title: 'b', due: dueOn('2026-10-05'), owner: ben, area: 'money' }),
      await add(desk, { title: 'c' }),
    ]
    const before = desk.tables()
    const change = { owner: ben, area: 'housing', due: { kind: 'shift', days: 7 } } as const
    expect((await desk.commands.editTasks(ids, change)).ok).toBe(true)
    expect(ids.map(id => desk.live.get(task, id))).toMatchObject([
      { owner: ben, area: 'housing', due: { date: '2026-10-08' } },
      { owner: ben, area: 'housing', due: { date: '2026-10-12' } },
      { owner: ben, area: 'housing', due: { kind: 'none' } },
    ])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    expect(await desk.commands.editTasks(ids, {})).toMatchObject({ problem: { kind: 'nothing-to-do' } })
  })
})
