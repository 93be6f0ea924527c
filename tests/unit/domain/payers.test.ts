import { describe, expect, it } from 'vitest'
import type { BudgetPlan } from '#domain/line.ts'
import { budgetsFollowing, type Payers, payerRanges } from '#domain/payers.ts'
import { payersInMonths } from '#domain/support-months.ts'
import { makeLine } from '../../support/reports/sample-account.ts'

const of = (...payerByMonth: Payers['payerByMonth']): Payers => ({
  supportMonths: 12,
  payerByMonth,
  startUpPayer: 'sponsor',
})
const GROUP = of('sponsor')
const GOVERNMENT = of('government')
/** Sponsor, six months government, sponsor: what BVOR says. */
const BLENDED = of('sponsor', ...Array.from({ length: 6 }, () => 'government' as const), 'sponsor')

const support = (budget: BudgetPlan) => makeLine('support', { countsAs: 'monthly-support', budget })
const official = (cents: number, per: 'once' | 'month') =>
  ({ cents, per, source: '', asOf: null, status: 'derived' }) as const
const follow = (budget: BudgetPlan, before: Payers, after: Payers) =>
  budgetsFollowing([support(budget)], before, after).map(each => each.budget)

describe('who pays which month', () => {
  it('goes on with the last payer of a shorter list', () => {
    expect(payersInMonths(BLENDED).join(' ')).toBe(
      `sponsor ${'government '.repeat(6)}${'sponsor '.repeat(5)}`.trim(),
    )
  })

  it('is followed by a budget that is still as the payers before gave it', () => {
    expect(follow({ kind: 'monthly', cents: 100, from: 1, to: 12 }, GROUP, BLENDED)).toEqual([
      { kind: 'by-month', cents: [100, 0, 0, 0, 0, 0, 0, 100, 100, 100, 100, 100] },
    ])
    expect(
      follow({ kind: 'by-month', cents: [100, 0, 0, 0, 0, 0, 0, 100, 100, 100, 100, 100] }, BLENDED, GROUP),
    ).toEqual([{ kind: 'monthly', cents: 100, from: 1, to: 12 }])
    expect(follow({ kind: 'monthly', cents: 100, from: 1, to: 12 }, GROUP, GOVERNMENT)).toEqual([
      { kind: 'none' },
    ])
  })

  it('is followed for longer or shorter support too', () => {
    expect(
      follow({ kind: 'monthly', cents: 100, from: 1, to: 12 }, GROUP, { ...GROUP, supportMonths: 14 }),
    ).toEqual([{ kind: 'monthly', cents: 100, from: 1, to: 14 }])
  })

  it('leaves alone what the group planned by hand', () => {
    expect(follow({ kind: 'monthly', cents: 100, from: 2, to: 12 }, GROUP, BLENDED)).toEqual([])
    expect(follow({ kind: 'by-month', cents: [100, 120] }, GROUP, BLENDED)).toEqual([])
    expect(follow({ kind: 'once', cents: 100, month: 1 }, GROUP, BLENDED)).toEqual([])
  })

  it('takes the official figure where the group paid nothing before, and nothing where there is none', () => {
    const line = { ...support({ kind: 'none' }), official: official(75, 'month') }
    expect(budgetsFollowing([line], GOVERNMENT, BLENDED)[0]?.budget).toEqual({
      kind: 'by-month',
      cents: [75, 0, 0, 0, 0, 0, 0, 75, 75, 75, 75, 75],
    })
    expect(follow({ kind: 'none' }, GOVERNMENT, BLENDED)).toEqual([])
  })

  it('counts for start-up by its own payer', () => {
    const line = makeLine('beds', {
      countsAs: 'start-up',
      official: official(155_000, 'once'),
      budget: { kind: 'once', cents: 155_000, month: null },
    })
    const paid = { ...GROUP, startUpPayer: 'government' } as const
    expect(budgetsFollowing([line], GROUP, paid)[0]?.budget).toEqual({ kind: 'none' })
    expect(budgetsFollowing([{ ...line, budget: { kind: 'none' } }], paid, GROUP)[0]?.budget).toEqual(
      line.budget,
    )
    expect(budgetsFollowing([line], GROUP, BLENDED)).toEqual([])
  })
})

it('says in ranges who pays which months', () => {
  expect(payerRanges(payersInMonths(BLENDED))).toEqual([
    { payer: 'sponsor', from: 1, to: 1 },
    { payer: 'government', from: 2, to: 7 },
    { payer: 'sponsor', from: 8, to: 12 },
  ])
  expect(payerRanges(['mixed'])).toEqual([{ payer: 'mixed', from: 1, to: 1 }])
  expect(payerRanges([])).toEqual([])
})
