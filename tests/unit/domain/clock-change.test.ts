/** Other months of support or another province: dates counted by hand from a calendar. */
import { describe, expect, it } from 'vitest'
import { planContextOf } from '#domain/anchor.ts'
import { type ClockFields, previewClock, withClock } from '#domain/clock-change.ts'
import { type Due, dueFrom, dueOn, pinDue } from '#domain/due.ts'
import { dateOfItem, planItemOfTask } from '#domain/plan-item.ts'
import { pinsOf, totalsOf } from '#domain/reanchoring.ts'
import { provinces } from '#domain/sponsorship.ts'
import { randomPlan } from '../../support/plan/random-plan.ts'
import { makeArrival, makeSponsorship, makeTask } from '../../support/plan/records.ts'
import { count, diceFor } from '../../support/soak/size.ts'

const maple = makeSponsorship('maple', { province: 'ON' })
const first = makeArrival('first', { state: 'landed', reached: '2026-06-17' }, { sponsorship: 'maple' })
const second = makeArrival(
  'second',
  { state: 'notified', expected: '2026-09-01' },
  { sponsorship: 'maple', order: 'z' },
)
const asIs: ClockFields = { province: 'ON', supportMonths: 12, monthKind: 'calendar' }

function preview(due: Due, to: Partial<ClockFields>, today = '2026-07-01') {
  return previewClock({
    sponsorship: 'maple',
    items: [planItemOfTask(makeTask('t', { due }))],
    context: planContextOf(maple, [first, second]),
    to: { ...asIs, ...to },
    absences: [],
    today,
  })
}
const change = (...asked: Parameters<typeof preview>): unknown => preview(...asked).rows[0]?.outcome.change

describe('the preview of other months or another province', () => {
  it('moves the end of support of every arrival with the number of months', () => {
    expect(change(dueFrom('support-end', 0, 'days'), { supportMonths: 10 })).toEqual({
      kind: 'moves',
      from: '2027-06-16',
      to: '2027-04-16',
      days: -61,
    })
    expect(
      change(dueFrom('support-end', 0, 'days', { arrival: 'second' }), { supportMonths: 10 }),
    ).toMatchObject({
      from: '2027-08-31',
      to: '2027-06-30',
    })
  })

  it('moves the beginning of a month with the way months are counted', () => {
    expect(change(dueFrom('support-month', 0, 'days', { month: 2 }), { monthKind: 'arrival-day' })).toEqual({
      kind: 'moves',
      from: '2026-07-01',
      to: '2026-07-17',
      days: 16,
    })
  })

  it('moves working days with the holidays of the province', () => {
    // The first Monday of August is a holiday in Ontario's list and not in Quebec's; in Quebec 24 June is one.
    const before = change(dueFrom('arrival', 5, 'working-days'), { province: 'QC' })
    expect(before).toEqual({ kind: 'moves', from: '2026-06-24', to: '2026-06-25', days: 1 })
    expect(change(dueFrom('arrival', 5, 'days'), { province: 'QC' })).toEqual({
      kind: 'stays',
      why: 'same-date',
    })
  })

  it('says why what stays stays, and what becomes overdue', () => {
    expect(change(dueOn('2026-08-01'), { supportMonths: 6 })).toEqual({ kind: 'stays', why: 'fixed' })
    const held = pinDue(dueFrom('support-end', 0, 'days'), '2027-06-16')
    expect(change(held, { supportMonths: 6 })).toEqual({ kind: 'stays', why: 'pinned' })
    const shorter = preview(dueFrom('support-end', 0, 'days'), { supportMonths: 1 }, '2026-08-01')
    expect(shorter.rows[0]?.outcome.overdue).toBe('becomes')
    expect(totalsOf(shorter, new Map())).toMatchObject({ moves: 1, becomeOverdue: 1 })
  })

  it('offers to hold a date that moves, and writes that alone', () => {
    const shown = preview(dueFrom('support-end', 0, 'days'), { supportMonths: 10 })
    const holding = new Map([['t', 'hold' as const]])
    expect(totalsOf(shown, holding).moves).toBe(0)
    expect(pinsOf(shown, holding)).toMatchObject([{ id: 't', field: 'due', value: { pinned: '2027-06-16' } }])
    expect(pinsOf(shown, new Map())).toEqual([])
  })

  it('is what comes of it, for random plans', () => {
    const dice = diceFor('clock-change')
    for (let i = 0; i < count(60, 1_000); i += 1) {
      const plan = randomPlan(dice)
      const to: ClockFields = {
        province: provinces[dice(provinces.length)] ?? 'ON',
        supportMonths: 1 + dice(24),
        monthKind: dice(2) === 0 ? 'calendar' : 'arrival-day',
      }
      const items = plan.tasks.map(planItemOfTask)
      const { rows } = previewClock({
        sponsorship: 'x',
        items,
        context: plan.context,
        to,
        absences: [],
        today: '2026-07-01',
      })
      expect(rows).toHaveLength(items.length)
      const after = withClock(plan.context, to)
      for (const { item, was, outcome } of rows) {
        expect(was).toEqual(dateOfItem(item, plan.context))
        expect(outcome.will).toEqual(dateOfItem(item, after))
        if (outcome.change.kind === 'stays') expect(datesOf(outcome.will)).toEqual(datesOf(was))
      }
    }
  })
})

const datesOf = (of: ReturnType<typeof dateOfItem>): readonly string[] =>
  of.kind === 'date' ? [of.date] : of.kind === 'window' ? [of.from, of.to] : []
