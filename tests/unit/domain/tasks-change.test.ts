/** Several tasks changed at once: what each of them comes to, counted by hand. */
import { describe, expect, it } from 'vitest'
import { planContextOf } from '#domain/anchor.ts'
import { addDays } from '#domain/dates.ts'
import { type Due, dueFrom, dueOn, MOST_OFFSET, noDue, pinDue } from '#domain/due.ts'
import { resolveDue } from '#domain/due-date.ts'
import { changedFieldsOf, shiftDue, type TasksChange } from '#domain/tasks-change.ts'
import { randomDue, randomPlan } from '../../support/plan/random-plan.ts'
import { makeArrival, makeSponsorship, makeTask } from '../../support/plan/records.ts'
import { count, diceFor } from '../../support/soak/size.ts'

const maple = makeSponsorship('maple', { province: 'ON' })
const arrived = makeArrival('first', { state: 'landed', reached: '2026-06-17' }, { sponsorship: 'maple' })
const waiting = makeArrival('first', { state: 'unknown' }, { sponsorship: 'maple' })
const known = planContextOf(maple, [arrived])
const unknown = planContextOf(maple, [waiting])
const dateOf = (due: Due, context = known): string | null => {
  const day = resolveDue(due, context)
  return day.kind === 'date' ? day.date : null
}

describe('a date that is moved with others', () => {
  it('is so many days on, a fixed one as well as one that is held', () => {
    expect(shiftDue(dueOn('2026-12-30'), 7, known)).toEqual(dueOn('2027-01-06'))
    expect(shiftDue(dueOn('2026-03-01'), -1, known)).toEqual(dueOn('2026-02-28'))
    const held = pinDue(dueFrom('arrival', 10, 'working-days'), '2026-07-03')
    expect(shiftDue(held, 3, known)).toEqual({ ...held, pinned: '2026-07-06' })
    expect(shiftDue(noDue, 7, known)).toEqual(noDue)
  })

  it('goes on hanging on its anchor where it counts in days or weeks, also before that is known', () => {
    expect(shiftDue(dueFrom('arrival', -3, 'days'), 7, unknown)).toEqual(dueFrom('arrival', 4, 'days'))
    expect(shiftDue(dueFrom('arrival', 2, 'weeks'), -14, unknown)).toEqual(dueFrom('arrival', 0, 'weeks'))
    expect(shiftDue(dueFrom('arrival', 2, 'weeks'), 3, unknown)).toEqual(dueFrom('arrival', 17, 'days'))
  })

  it('is held where it counts in working days or months, and stays where it is not known yet', () => {
    const working = dueFrom('arrival', 5, 'working-days')
    // Five working days after Wednesday the 17th is Wednesday the 24th.
    expect(shiftDue(working, 7, known)).toEqual({ ...working, pinned: '2026-07-01' })
    expect(shiftDue(working, 7, unknown)).toEqual(working)
    const month = dueFrom('support-month', 1, 'months', { month: 2 })
    expect(dateOf(shiftDue(month, -1, known))).toBe('2026-07-31')
  })

  it('falls exactly so many days on wherever it has a date, and never beyond what can be written', () => {
    const dice = diceFor('tasks-change')
    for (let i = 0; i < count(300, 5_000); i += 1) {
      const { context } = randomPlan(dice)
      const due = randomDue(
        dice,
        context.arrivals.map(each => each.id),
        [...context.leaseStarts.keys()],
      )
      const plain: Due = due.kind === 'anchor' ? { ...due, onDayOff: 'keep' } : due
      const days = dice(800) - 400
      const moved = shiftDue(plain, days, context)
      const [before, after] = [dateOf(plain, context), dateOf(moved, context)]
      expect([plain, after]).toEqual([plain, before === null ? null : addDays(before, days)])
      if (moved.kind === 'anchor') expect(Math.abs(moved.offset)).toBeLessThanOrEqual(MOST_OFFSET)
    }
  })
})

describe('one change of several tasks', () => {
  const change = (of: Parameters<typeof makeTask>[1], wanted: TasksChange) =>
    changedFieldsOf(makeTask('t', of), wanted, known)

  it('writes only what comes to be another', () => {
    const of = { owner: 'ben', helpers: ['amina', 'dev'], area: 'money', due: dueOn('2026-07-01') } as const
    const given = { ...of, helpers: [...of.helpers] }
    expect(change(given, {})).toEqual({})
    expect(change(given, { owner: 'ben', area: 'money', due: { kind: 'on', date: '2026-07-01' } })).toEqual(
      {},
    )
    expect(change(given, { owner: 'amina' })).toEqual({ owner: 'amina', helpers: ['dev'] })
    expect(change(given, { owner: null })).toEqual({ owner: null })
    expect(change(given, { area: '' })).toEqual({ area: '' })
    expect(change(given, { due: { kind: 'none' } })).toEqual({ due: noDue })
    expect(change(given, { due: { kind: 'shift', days: 1 } })).toEqual({ due: dueOn('2026-07-02') })
  })

  it('leaves the date of what is closed', () => {
    const done = { due: dueOn('2026-07-01'), status: { state: 'done', doneOn: '2026-07-02' } } as const
    expect(change(done, { due: { kind: 'shift', days: 7 } })).toEqual({})
    expect(change(done, { owner: 'ben' })).toEqual({ owner: 'ben' })
  })
})
