/** What a plan does when several people work on it apart: dates follow the arrival, and nothing is seeded twice. */
import { describe, expect, it } from 'vitest'
import { planContextOf } from '#domain/anchor.ts'
import { type Due, dueFrom } from '#domain/due.ts'
import { resolveDue } from '#domain/due-date.ts'
import type { NewRecord } from '#domain/new-record.ts'
import { planItemOfTask } from '#domain/plan-item.ts'
import { applyReanchoring, type Choices, previewReanchoring } from '#domain/reanchoring.ts'
import { chooseSettlementPlan, isProposed, settlementTasks } from '#domain/settlement-plan.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { task } from '#domain/task.ts'
import type { DraftOp } from '#store/store.ts'
import { makeArrival } from '../support/plan/records.ts'
import { type Desk, give, openDesk } from '../support/state/desk.ts'

const notifiedFor = (expected: string) => makeArrival('', { state: 'notified', expected }).timing

async function does(desk: Desk, command: string, ops: readonly DraftOp[]): Promise<string> {
  const result = await desk.store.commit({ command, ops })
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value.change
}
const creates = (record: NewRecord): DraftOp => ({ op: 'create', ...record })
const set = (id: string, field: string, value: object): DraftOp =>
  ({ op: 'set', id, field, value }) as unknown as DraftOp

async function twoLaptops(): Promise<{ amina: Desk; joe: Desk }> {
  const amina = await openDesk({ device: 'amina' })
  const joe = await openDesk({ device: 'joe' })
  await does(amina, 'setUp', [
    { op: 'create', kind: 'sponsorship', id: 'maple', fields: { province: 'ON', program: 'sah' } },
    {
      op: 'create',
      kind: 'arrival',
      id: 'first',
      fields: { sponsorship: 'maple', timing: notifiedFor('2026-06-17') },
    },
  ])
  await give(amina, joe)
  return { amina, joe }
}

function contextOf(desk: Desk) {
  const maple = desk.live.get(sponsorship, 'maple')
  if (!maple) throw new Error('no sponsorship')
  return planContextOf(maple, desk.live.records(arrival))
}

function offeredTo(desk: Desk) {
  const [maple, first] = [desk.live.get(sponsorship, 'maple'), desk.live.get(arrival, 'first')]
  if (!maple || !first) throw new Error('not set up')
  const known = new Map([
    ...desk.live.records(task).map(each => [each.id, 'there'] as const),
    ...desk.live.trash(task).map(each => [each.id, 'deleted'] as const),
  ])
  const household = { childrenUnder6: 0, children6to17: 0 }
  const choice = { sponsorship: maple, arrival: first, isFirst: true, household, known }
  return { choice, offered: chooseSettlementPlan(choice) }
}

async function addsThePlan(desk: Desk): Promise<number> {
  const { choice, offered } = offeredTo(desk)
  const keys = new Set(offered.filter(isProposed).map(each => each.item.key))
  const { create } = settlementTasks(offered, keys, choice)
  if (create.length > 0) await does(desk, 'addSettlementPlan', create.map(creates))
  return create.length
}

function dateOn(desk: Desk, id: string): unknown {
  const found = desk.live.get(task, id)
  const due = found && resolveDue(found.due, contextOf(desk))
  return due?.kind === 'date' ? due.date : due?.kind
}

async function movesArrival(desk: Desk, expected: string, choices: Choices = new Map()): Promise<string> {
  const preview = previewReanchoring({
    items: desk.live.records(task).map(planItemOfTask),
    context: contextOf(desk),
    arrival: 'first',
    timing: notifiedFor(expected),
    absences: [],
    today: '2026-06-01',
  })
  const writes = applyReanchoring(preview, choices)
  return does(
    desk,
    'moveArrival',
    writes.map(each => set(each.id, each.field, each.value as object)),
  )
}
const makesTask = (desk: Desk, id: string, due: Due): Promise<string> =>
  does(desk, 'addTask', [
    { op: 'create', kind: 'task', id, fields: { sponsorship: 'maple', due } } as DraftOp,
  ])

describe('Amina and Joe add the settlement plan apart', () => {
  it('and have each task once, with nothing to settle', async () => {
    const { amina, joe } = await twoLaptops()
    const added = await addsThePlan(amina)
    expect(await addsThePlan(joe)).toBe(added)
    await give(amina, joe)
    await give(joe, amina)
    expect(added).toBeGreaterThan(40)
    expect(amina.live.records(task)).toHaveLength(added)
    expect(amina.tables()).toBe(joe.tables())
    expect([amina.store.inbox(), joe.store.inbox()]).toEqual([[], []])
    expect(await addsThePlan(amina)).toBe(0)
  })

  it('and what Joe deleted stays away until somebody asks for it', async () => {
    const { amina, joe } = await twoLaptops()
    const added = await addsThePlan(joe)
    await does(joe, 'deleteTask', [{ op: 'delete', id: 'first-licence-plan' }])
    await give(joe, amina)
    expect(await addsThePlan(amina)).toBe(0)
    expect(amina.live.records(task)).toHaveLength(added - 1)
    const { choice, offered } = offeredTo(amina)
    const { create, restore } = settlementTasks(offered, new Set(['licence-plan']), choice)
    expect([create, restore]).toEqual([[], ['first-licence-plan']])
    await does(
      amina,
      'restoreTask',
      restore.map(id => ({ op: 'restore', id })),
    )
    expect(amina.live.get(task, 'first-licence-plan')?.seedKey).toBe('licence-plan')
  })
})

describe('the arrival slips while people work apart', () => {
  it('and a task that Joe made meanwhile follows too, on both laptops', async () => {
    const { amina, joe } = await twoLaptops()
    await makesTask(amina, 'coats', dueFrom('arrival', -3, 'days'))
    await give(amina, joe)
    await movesArrival(amina, '2026-06-26')
    await makesTask(joe, 'keys', dueFrom('arrival', -1, 'days'))
    expect(dateOn(joe, 'keys')).toBe('2026-06-16')
    await give(amina, joe)
    await give(joe, amina)
    for (const desk of [amina, joe])
      expect([dateOn(desk, 'coats'), dateOn(desk, 'keys')]).toEqual(['2026-06-23', '2026-06-25'])
  })

  it('and is undone in one step, with the dates that were held in it', async () => {
    const { amina } = await twoLaptops()
    await addsThePlan(amina)
    await makesTask(amina, 'party', dueFrom('arrival', 4, 'days'))
    const before = amina.tables()
    const moved = await movesArrival(amina, '2026-07-15', new Map([['party', 'hold']]))
    expect([dateOn(amina, 'party'), dateOn(amina, 'first-check-flight')]).toEqual([
      '2026-06-21',
      '2026-07-12',
    ])
    expect((await amina.store.undo(moved)).ok).toBe(true)
    expect(amina.tables()).toBe(before)
    expect([dateOn(amina, 'party'), dateOn(amina, 'first-check-flight')]).toEqual([
      '2026-06-21',
      '2026-06-14',
    ])
  })

  it('to two different days: both are kept to be settled, and every date follows the one that stands', async () => {
    const { amina, joe } = await twoLaptops()
    await makesTask(amina, 'coats', dueFrom('arrival', -3, 'days'))
    await give(amina, joe)
    await movesArrival(amina, '2026-06-26')
    await movesArrival(joe, '2026-07-02')
    await give(amina, joe)
    await give(joe, amina)
    expect(amina.store.inbox().map(each => [each.id, each.field])).toEqual([['first', 'timing']])
    expect(dateOn(amina, 'coats')).toBe(dateOn(joe, 'coats'))
    expect(['2026-06-23', '2026-06-29']).toContain(dateOn(amina, 'coats'))
  })
})
