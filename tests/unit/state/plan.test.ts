/** The plan of a sponsorship through the real commands: seeded once, moved with its arrival, taken back by one undo. */
import { describe, expect, it } from 'vitest'
import { dueFrom, dueOn } from '#domain/due.ts'
import { chosenOutcome, totalsOf } from '#domain/reanchoring.ts'
import { isProposed } from '#domain/settlement-plan.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { task } from '#domain/task.ts'
import {
  type ClockMove,
  loads,
  offeredPlan,
  plannedTasks,
  previewClockMove,
  previewMove,
} from '#state/plan.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-09-30'
const none = { from: null, to: null, landed: null, reached: null }
const notified = (expected: string) => ({ ...none, state: 'notified', expected }) as const

const setUp = (): Promise<Desk> =>
  setUpGroup({ today: TODAY, sponsorship: { timing: notified('2026-11-16') } })
const arrivalId = (desk: Desk): string => desk.live.records(arrival)[0]?.id ?? ''
const proposed = (desk: Desk): ReadonlySet<string> =>
  new Set(
    offeredPlan(desk.live, arrivalId(desk))
      .filter(isProposed)
      .map(each => each.item.key),
  )
const move = (desk: Desk, timing: ReturnType<typeof notified>, supportEndsOverride: string | null = null) => {
  const preview = previewMove(desk.live, { arrival: arrivalId(desk), timing, supportEndsOverride }, TODAY)
  if (!preview) throw new Error('no arrival')
  return preview
}
const dates = (desk: Desk) =>
  new Map(plannedTasks(desk.live, TODAY).map(each => [each.task.id, JSON.stringify(each.when)]))

describe('the settlement plan', () => {
  it('is added in one change, not twice, and taken back by one undo', async () => {
    const desk = await setUp()
    const before = desk.tables()
    const keys = proposed(desk)
    expect(keys.size).toBeGreaterThan(40)
    await desk.commands.seedPlan(arrivalId(desk), keys)
    expect(desk.live.records(task)).toHaveLength(keys.size)
    expect(proposed(desk).size).toBe(0)
    expect(await desk.commands.seedPlan(arrivalId(desk), keys)).toMatchObject({
      problem: { kind: 'nothing-to-do' },
    })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('has each task once when two laptops add it, and brings back a deleted one only by name', async () => {
    const amina = await setUp()
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    const keys = proposed(amina)
    await amina.commands.seedPlan(arrivalId(amina), keys)
    await joe.commands.seedPlan(arrivalId(joe), keys)
    await give(amina, joe)
    await give(joe, amina)
    expect(amina.live.records(task)).toHaveLength(keys.size)
    const coats = amina.live.records(task).find(each => each.seedKey === 'check-flight')?.id ?? ''
    await amina.commands.deleteTasks([coats])
    expect(proposed(amina).size).toBe(0)
    await amina.commands.seedPlan(arrivalId(amina), new Set(['check-flight']))
    expect(amina.live.get(task, coats)?.seedKey).toBe('check-flight')
  })
})

describe('an arrival that moves', () => {
  it('applies what the preview showed, in one change, and gives everything back on undo', async () => {
    const desk = await setUp()
    await desk.commands.seedPlan(arrivalId(desk), proposed(desk))
    const of = desk.live.records(sponsorship)[0]?.id ?? ''
    await desk.commands.addTask({ title: 'fixed', due: dueOn('2026-11-20'), sponsorship: of })
    await desk.commands.addTask({ title: 'coats', due: dueFrom('arrival', -3, 'days'), sponsorship: of })
    const before = desk.tables()
    const preview = move(desk, notified('2026-12-10'))
    const totals = totalsOf(preview, new Map())
    expect(totals.moves).toBeGreaterThan(40)
    expect(totals.stays.fixed).toBe(1)
    const held = preview.rows.find(row => row.other?.choice === 'hold')?.item.id ?? ''
    const choices = new Map([[held, 'hold' as const]])
    expect((await desk.commands.moveArrival(preview, choices)).ok).toBe(true)
    const shown = new Map(
      preview.rows
        .filter(row => row.item.id !== held)
        .map(row => [row.item.id, JSON.stringify(chosenOutcome(row, choices).will)]),
    )
    for (const [id, when] of shown) expect(dates(desk).get(id)).toBe(when)
    expect(desk.live.get(task, held)?.due).toMatchObject({ pinned: expect.any(String) })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('takes a last day of support that is entered by hand along, also what hangs on it', async () => {
    const desk = await setUp()
    const of = desk.live.records(sponsorship)[0]?.id ?? ''
    const last = await desk.commands.addTask({ due: dueFrom('support-end', -30, 'days'), sponsorship: of })
    const preview = move(desk, notified('2026-11-16'), '2027-08-31')
    expect(preview.rows[0]?.outcome.change).toMatchObject({ kind: 'moves', to: '2027-08-01' })
    await desk.commands.moveArrival(preview, new Map())
    expect(desk.live.records(arrival)[0]?.supportEndsOverride).toBe('2027-08-31')
    expect(plannedTasks(desk.live, TODAY).find(each => each.task.id === last.id)?.when).toMatchObject({
      date: '2027-08-01',
    })
  })

  it('does nothing where somebody changed what was shown', async () => {
    const desk = await setUp()
    const preview = move(desk, notified('2026-12-10'))
    await desk.commands.editArrival(arrivalId(desk), { timing: notified('2026-11-30') })
    const before = desk.tables()
    expect((await desk.commands.moveArrival(preview, new Map())).ok).toBe(false)
    expect(desk.tables()).toBe(before)
  })

  it('tells who is away on a date that comes', async () => {
    const desk = await setUp()
    const of = desk.live.records(sponsorship)[0]?.id ?? ''
    const { id } = await desk.commands.addMember({ name: 'Ben' })
    await desk.commands.addAbsence({ member: id, days: { from: '2026-12-08', to: '2026-12-12' }, note: '' })
    await desk.commands.addTask({ due: dueFrom('arrival', 0, 'days'), sponsorship: of, owner: id })
    expect(move(desk, notified('2026-12-10')).rows[0]?.outcome.away).toEqual([id])
    const [known] = desk.store.all('absence')
    await desk.commands.deleteAbsence(known?.id ?? '')
    expect(move(desk, notified('2026-12-10')).rows[0]?.outcome.away).toEqual([])
  })
})

describe('other months of support', () => {
  const clockMove = (desk: Desk, fields: ClockMove['fields']) => {
    const of = desk.live.records(sponsorship)[0]?.id ?? ''
    const preview = previewClockMove(desk.live, { sponsorship: of, fields }, TODAY)
    if (!preview) throw new Error('no sponsorship')
    return preview
  }

  it('come to what was shown, in one change with everything else that was entered, and one undo', async () => {
    const desk = await setUp()
    await desk.commands.seedPlan(arrivalId(desk), proposed(desk))
    const before = desk.tables()
    const fields = { supportMonths: 10, province: 'QC', reference: 'R-7' } as const
    const preview = clockMove(desk, fields)
    const [moved] = preview.rows.filter(each => each.outcome.change.kind === 'moves')
    const held = moved?.item.id ?? ''
    const choices = new Map([[held, 'hold' as const]])
    expect(totalsOf(preview, choices).moves).toBeGreaterThan(5)
    expect((await desk.commands.moveSupport(preview, choices, fields)).ok).toBe(true)
    expect(desk.live.records(sponsorship)[0]).toMatchObject(fields)
    for (const row of preview.rows)
      expect(dates(desk).get(row.item.id)).toBe(JSON.stringify(chosenOutcome(row, choices).will))
    expect(desk.live.get(task, held)?.due).toMatchObject({ pinned: expect.any(String) })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('are not written where somebody changed the months meanwhile', async () => {
    const desk = await setUp()
    const preview = clockMove(desk, { supportMonths: 10 })
    await desk.commands.editSponsorship(preview.sponsorship, { supportMonths: 11 })
    const before = desk.tables()
    expect((await desk.commands.moveSupport(preview, new Map(), { supportMonths: 10 })).ok).toBe(false)
    expect(desk.tables()).toBe(before)
  })
})

describe('who carries how much', () => {
  it('counts open tasks by owner, those overdue among them, and those that nobody has', async () => {
    const desk = await openDesk({ today: TODAY })
    const ben = (await desk.commands.addMember({ name: 'Ben' })).id
    const gone = (await desk.commands.addMember({ name: 'Gone', leftAt: 1 })).id
    await desk.commands.addTask({ owner: ben, due: dueOn('2026-09-01') })
    await desk.commands.addTask({ owner: ben, due: dueOn('2026-10-01') })
    await desk.commands.addTask({ owner: ben, status: { state: 'done', doneOn: '2026-09-02' } })
    await desk.commands.addTask({ helpers: [ben] })
    expect(loads(desk.live, TODAY)).toEqual([
      { member: ben, open: 2, overdue: 1, soon: 1, helping: 1 },
      { member: null, open: 1, overdue: 0, soon: 0, helping: 0 },
    ])
    await desk.commands.addTask({ owner: gone })
    expect(loads(desk.live, TODAY).map(each => each.member)).toEqual([ben, gone, null])
  })
})
