import { describe, expect, it } from 'vitest'
import { planContextOf } from '#domain/anchor.ts'
import { type Due, dueFrom, dueOn, noDue, pinDue } from '#domain/due.ts'
import { dateOfItem, planItemOfTask } from '#domain/plan-item.ts'
import {
  applyReanchoring,
  type Choice,
  type Choices,
  chosenOutcome,
  type FieldWrite,
  previewReanchoring,
  totalsOf,
  withTiming,
} from '#domain/reanchoring.ts'
import type { Arrival } from '#domain/sponsorship.ts'
import type { Task } from '#domain/task.ts'
import { randomPlan, randomTiming } from '../../support/plan/random-plan.ts'
import { makeAbsence, makeArrival, makeSponsorship, makeTask } from '../../support/plan/records.ts'
import { count, diceFor, reportFigures } from '../../support/soak/size.ts'

const maple = makeSponsorship('maple', { province: 'ON' })
const first = makeArrival('first', { state: 'notified', expected: '2026-06-17' }, { sponsorship: 'maple' })
const slipped = { ...first.timing, expected: '2026-06-26' }
const NONE: Choices = new Map()

function preview(tasks: readonly Task[], timing: Arrival['timing'] = slipped, today = '2026-06-01') {
  return previewReanchoring({
    items: tasks.map(planItemOfTask),
    context: planContextOf(maple, [first]),
    arrival: 'first',
    timing,
    absences: [makeAbsence('a', 'amina', '2026-06-20', '2026-07-05')],
    today,
  })
}
const one = (due: Due, rest: Partial<Task> = {}, ...more: [Arrival['timing']?, string?]) => {
  const found = preview([makeTask('t', { due, ...rest })], ...more).rows[0]
  if (!found) throw new Error('no row')
  return found
}

describe('the preview of a move', () => {
  it('shows from when to when each date moves, and by how much', () => {
    expect(one(dueFrom('arrival', 14, 'days')).outcome.change).toEqual({
      kind: 'moves',
      from: '2026-07-01',
      to: '2026-07-10',
      days: 9,
    })
    // Ten working days before Friday 26 June is Friday the 12th.
    expect(one(dueFrom('arrival', -10, 'working-days')).outcome.change).toMatchObject({ to: '2026-06-12' })
  })

  it('says why what stays stays', () => {
    const why = (due: Due, rest: Partial<Task> = {}): unknown => one(due, rest).outcome.change
    expect(why(noDue)).toEqual({ kind: 'stays', why: 'no-due' })
    expect(why(dueOn('2026-07-01'))).toEqual({ kind: 'stays', why: 'fixed' })
    expect(why(pinDue(dueFrom('arrival', 1, 'days'), '2026-06-18'))).toEqual({ kind: 'stays', why: 'pinned' })
    expect(why(dueFrom('lease-start', 1, 'days'))).toEqual({ kind: 'stays', why: 'other-anchor' })
    expect(why(dueFrom('arrival', 1, 'days', { arrival: 'second' }))).toEqual({
      kind: 'stays',
      why: 'other-anchor',
    })
    const done = { status: { state: 'done', doneOn: '2026-05-30' } } as const
    expect(why(dueFrom('arrival', 1, 'days'), done)).toEqual({ kind: 'stays', why: 'closed' })
    // 18 and 26 June are both in the support month that begins a calendar month later, on 1 July.
    expect(why(dueFrom('support-month', 0, 'days', { month: 2 }))).toEqual({
      kind: 'stays',
      why: 'same-date',
    })
  })

  it('tells dates that come and go as the arrival becomes known or unknown', () => {
    const unknown = { ...first.timing, state: 'unknown', expected: null } as const
    const inWindow = { ...unknown, state: 'window', from: '2026-08-01', to: '2026-08-31' } as const
    const due = dueFrom('arrival', 1, 'weeks')
    expect(one(due, {}, unknown).outcome.change).toEqual({ kind: 'loses-date', from: '2026-06-24' })
    expect(one(due, {}, inWindow).outcome.change).toEqual({
      kind: 'window',
      from: '2026-08-08',
      to: '2026-09-07',
    })
    const back = previewReanchoring({
      items: [planItemOfTask(makeTask('t', { due }))],
      context: withTiming(planContextOf(maple, [first]), first, inWindow),
      arrival: 'first',
      timing: first.timing,
      absences: [],
      today: '2026-06-01',
    })
    expect(back.rows[0]?.outcome.change).toEqual({ kind: 'gets-date', to: '2026-06-24' })
    expect(back.rows[0]?.other).toBeNull()
  })

  it('warns of a weekend, a holiday, an absence of its people, and what becomes overdue', () => {
    const amina = { owner: 'amina', helpers: ['ben'] }
    expect(one(dueFrom('arrival', 1, 'days'), amina).outcome).toMatchObject({
      dayOff: { kind: 'weekend' },
      away: ['amina'],
      overdue: 'no',
    })
    expect(one(dueFrom('arrival', 5, 'days'), { owner: 'ben' }).outcome).toMatchObject({
      dayOff: { kind: 'holiday', key: 'canada-day' },
      away: [],
    })
    const earlier = { ...first.timing, expected: '2026-06-10' }
    const tenBefore = dueFrom('arrival', -10, 'days')
    expect(one(tenBefore, {}, earlier, '2026-06-05').outcome.overdue).toBe('becomes')
    expect(one(tenBefore, {}, earlier, '2026-06-08').outcome.overdue).toBe('was')
    expect(one(tenBefore, {}, slipped, '2026-06-08').outcome.overdue).toBe('no-longer')
    const done = { status: { state: 'done', doneOn: '2026-05-30' } } as const
    expect(one(tenBefore, done, earlier, '2026-06-05').outcome).toMatchObject({ overdue: 'no', away: [] })
  })

  it('lets the person hold a date, or let a held one go', () => {
    const row = one(dueFrom('arrival', 14, 'days'))
    expect(row.other).toMatchObject({
      choice: 'hold',
      due: { pinned: '2026-07-01' },
      outcome: { change: { kind: 'stays', why: 'pinned' }, dayOff: { kind: 'holiday' } },
    })
    const held = one(pinDue(dueFrom('arrival', 14, 'days'), '2026-07-01'))
    expect(held.other).toMatchObject({
      choice: 'let-go',
      due: { pinned: null },
      outcome: { change: { kind: 'moves', to: '2026-07-10' } },
    })
    expect(one(dueOn('2026-07-01')).other).toBeNull()
    expect(one(dueFrom('lease-start', 14, 'days')).other).toBeNull()
  })

  it('counts what happens, as it was chosen', () => {
    const tasks = [
      makeTask('a', { due: dueFrom('arrival', 1, 'days'), owner: 'amina' }),
      makeTask('b', { due: dueFrom('arrival', 5, 'days'), owner: 'amina' }),
      makeTask('c', { due: dueFrom('arrival', -10, 'working-days') }),
      makeTask('d', { due: dueOn('2026-05-01') }),
      makeTask('e', { due: pinDue(dueFrom('arrival', 1, 'days'), '2026-06-18') }),
    ]
    const shown = preview(tasks)
    expect(shown.rows.map(row => row.item.id)).toEqual(['d', 'c', 'e', 'a', 'b'])
    expect(totalsOf(shown, NONE)).toMatchObject({
      moves: 3,
      days: { least: 9, most: 9 },
      onWeekend: 1,
      onHoliday: 1,
      away: 1,
      wereOverdue: 1,
      becomeOverdue: 0,
      stays: { fixed: 1, pinned: 1 },
    })
    const choices: Choices = new Map<string, Choice>([
      ['b', 'hold'],
      ['e', 'let-go'],
      ['d', 'hold'],
    ])
    expect(totalsOf(shown, choices)).toMatchObject({
      moves: 3,
      onWeekend: 2,
      onHoliday: 0,
      stays: { fixed: 1, pinned: 1 },
    })
    expect(totalsOf(preview([]), NONE).days).toBeNull()
  })

  it('writes the arrival, and only what was chosen beside it', () => {
    const shown = preview([
      makeTask('a', { due: dueFrom('arrival', 1, 'days') }),
      makeTask('b', { due: dueFrom('arrival', 5, 'days') }),
    ])
    const timing = { kind: 'arrival', id: 'first', field: 'timing', value: slipped, was: first.timing }
    expect(applyReanchoring(shown, NONE)).toEqual([timing])
    const held = pinDue(dueFrom('arrival', 5, 'days'), '2026-06-22')
    expect(applyReanchoring(shown, new Map([['b', 'hold']]))).toEqual([
      timing,
      { kind: 'task', id: 'b', field: 'due', value: held, was: dueFrom('arrival', 5, 'days') },
    ])
    expect(applyReanchoring(preview([], { ...first.timing }), NONE)).toEqual([])
  })

  it('is refused for an arrival of another plan', () => {
    expect(() =>
      previewReanchoring({
        items: [],
        context: planContextOf(maple, [first]),
        arrival: 'second',
        timing: slipped,
        absences: [],
        today: '2026-06-01',
      }),
    ).toThrow()
  })
})

/** The records as they are once the writes are made, or taken back. */
function written(records: ReadonlyMap<string, object>, writes: readonly FieldWrite[], back = false) {
  const after = new Map(records)
  for (const { id, field, value, was } of writes)
    after.set(id, { ...after.get(id), [field]: back ? was : value })
  return after
}

describe('plans and moves thrown by dice', () => {
  it('end as the preview showed, keep every pin, and are undone field by field', () => {
    const dice = diceFor('re-anchoring')
    const plans = count(100, 1_000)
    const seen = { moves: 0, pinned: 0, chosen: 0 }
    for (let i = 0; i < plans; i += 1) {
      const plan = randomPlan(dice)
      const arrival = plan.context.arrivals[dice(plan.context.arrivals.length)]?.id ?? ''
      const shown = previewReanchoring({ ...plan, arrival, timing: randomTiming(dice) })
      const choices = new Map(
        shown.rows.flatMap(row =>
          dice(3) === 0 ? [[row.item.id, dice(2) === 0 ? 'hold' : 'let-go'] as const] : [],
        ),
      )
      const records = new Map<string, object>(
        [...plan.tasks, ...plan.context.arrivals].map(each => [each.id, each]),
      )
      const writes = applyReanchoring(shown, choices)
      const after = written(records, writes)
      const context = {
        ...plan.context,
        arrivals: plan.context.arrivals.map(each => after.get(each.id) as typeof each),
      }
      expect(shown.rows).toHaveLength(plan.tasks.length)
      for (const row of shown.rows) {
        const { will, change } = chosenOutcome(row, choices)
        const item = planItemOfTask(after.get(row.item.id) as Task)
        expect(dateOfItem(item, context)).toEqual(will)
        if (change.kind === 'moves') seen.moves += 1
        const letGo = choices.get(row.item.id) === 'let-go'
        if (row.item.due.kind === 'anchor' && row.item.due.pinned !== null && !letGo) {
          seen.pinned += 1
          expect(will).toEqual(row.was)
          expect(item.due).toEqual(row.item.due)
        }
        if (row.item.closed) expect(will).toEqual(row.was)
        if (row.other?.choice === 'hold' && choices.get(row.item.id) === 'hold')
          expect(will).toMatchObject({ date: row.was.kind === 'date' ? row.was.date : '', by: 'pinned' })
      }
      for (const write of writes) {
        if (write.field === 'timing') continue
        seen.chosen += 1
        expect({ ...(write.value as object), pinned: null }).toEqual({
          ...(write.was as object),
          pinned: null,
        })
      }
      expect(written(after, writes, true)).toEqual(records)
    }
    // Each must have come up, or the loop above has shown nothing of it.
    for (const number of Object.values(seen)) expect(number).toBeGreaterThan(0)
    reportFigures({
      kind: 'Random plans whose arrival moves, against what the preview showed',
      cases: plans,
      failures: 0,
      note: `${seen.moves} dates moved, ${seen.pinned} pinned ones stayed, every field undone`,
    })
  })
})
