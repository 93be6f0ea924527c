import { describe, expect, test } from 'vitest'
import type { CoveredCost } from '#domain/ledger-months.ts'
import { supportMonths } from '#domain/support-months.ts'
import { type SupportInput, supportAnswer, supportTable } from '#domain/support-table.ts'
import {
  makeLine,
  makeMinimum,
  makeSponsorship,
  sampleArrival,
} from '../../support/reports/sample-account.ts'

const clock = (payers: readonly ('sponsor' | 'government' | 'mixed')[] = ['sponsor'], unit = 'a') => ({
  unit,
  months: supportMonths(makeSponsorship('s', { payerByMonth: [...payers] }), sampleArrival),
})
const lines = [makeLine('cash', { givenAs: 'cash' }), makeLine('rent', { givenAs: 'on-behalf' })]
const cost = (more: Partial<CoveredCost> = {}): CoveredCost => ({
  line: 'cash',
  countsAs: 'monthly-support',
  unit: 'a',
  flow: 'cash',
  month: '2025-10',
  cents: 100_000,
  ...more,
})
const minimum = (cents: number, unit = 'a', from = '2025-09', to = '2026-09') =>
  makeMinimum(`${unit}${cents}`, { unit, months: { from, to }, cents, status: 'verified' })
const table = (more: Partial<SupportInput> = {}) =>
  supportTable({ clocks: [clock()], costs: [], lines, minimums: [], today: '2025-12-15', ...more })
const october = (more: Partial<SupportInput>) => table(more).rows.filter(row => row.number === 2)

describe('a support month', () => {
  test('tells cash from what was paid on their behalf and given in kind', () => {
    const costs = [
      cost(),
      cost({ line: 'rent', cents: 50_000 }),
      cost({ line: 'rent', flow: 'owed', cents: 7 }),
      cost({ flow: 'in-kind', cents: 3_000 }),
      cost({ countsAs: 'extra', cents: 99_999 }),
    ]
    expect(october({ costs, minimums: [minimum(150_000)] })).toMatchObject([
      {
        cashCents: 100_000,
        onBehalfCents: 50_007,
        inKindCents: 3_000,
        differenceCents: 3_007,
        verdict: 'met',
      },
    ])
  })

  test('without an entered minimum has no difference', () => {
    expect(october({ costs: [cost()] })).toMatchObject([
      { minimum: null, differenceCents: null, verdict: 'not-entered' },
    ])
  })

  test('uses the minimum entered last where two overlap', () => {
    const minimums = [minimum(1_000), minimum(120_000, 'a', '2025-10', '2025-10')]
    expect(october({ costs: [cost()], minimums })).toMatchObject([
      { differenceCents: -20_000, verdict: 'short' },
    ])
    expect(october({ costs: [cost()], minimums: minimums.toReversed() })).toMatchObject([{ verdict: 'met' }])
  })

  test('that is met only with gifts in kind says so', () => {
    const costs = [cost({ cents: 90_000 }), cost({ flow: 'in-kind', cents: 20_000 })]
    expect(october({ costs, minimums: [minimum(100_000)] })).toMatchObject([{ verdict: 'met-with-in-kind' }])
  })

  test('that the government pays has no minimum of the group’s, and one paid in part is not judged', () => {
    const rows = table({ clocks: [clock(['government', 'mixed', 'sponsor'])], minimums: [minimum(1)] }).rows
    expect(rows.slice(0, 3).map(row => [row.verdict, row.minimum === null])).toEqual([
      ...[
        ['government', true],
        ['mixed', true],
        ['short', false],
      ],
    ])
  })

  test('is running while it is not over, and to come before it begins', () => {
    const rows = table({ minimums: [minimum(1)] }).rows
    expect(rows.map(row => row.verdict).slice(2, 5)).toEqual(['short', 'running', 'to-come'])
    expect(rows[4]?.differenceCents).toBeNull()
  })
})

describe('several units', () => {
  const clocks = [clock(undefined, 'a'), clock(undefined, 'b')]

  test('divide what was paid for the household evenly, and what passes only so is to check', () => {
    const rows = october({
      clocks,
      costs: [cost({ unit: null, line: 'rent', cents: 100_001 })],
      minimums: [minimum(40_000, 'a'), minimum(60_000, 'b')],
    })
    expect(rows).toMatchObject([
      { unit: 'a', onBehalfCents: 50_001, sharedCents: 50_001, verdict: 'check' },
      { unit: 'b', onBehalfCents: 50_000, sharedCents: 50_000, verdict: 'short' },
    ])
  })

  test('a unit that arrives later has a clock of its own and no part before', () => {
    const later = { unit: 'b', months: clock(undefined, 'b').months.slice(3) }
    const rows = october({ clocks: [clock(), later], costs: [cost({ unit: null })] })
    expect(rows).toMatchObject([{ unit: 'a', cashCents: 100_000, sharedCents: 0 }])
  })
})

describe('outside the support months', () => {
  test('support is kept apart, so that it is not lost', () => {
    expect(
      table({ costs: [cost({ month: '2025-08' }), cost({ month: '2027-01', unit: null })] }).outsideCents,
    ).toBe(200_000)
  })

  test('the calendar month in which support ends belongs to the last month', () => {
    const rows = table({ costs: [cost({ month: '2026-08' }), cost({ month: '2026-09' })] }).rows
    expect(rows.at(-1)).toMatchObject({ number: 12, cashCents: 200_000 })
  })

  test('before the arrival there are no months', () => {
    expect(table({ clocks: [{ unit: 'a', months: [] }], costs: [cost()] })).toEqual({
      ...{ state: 'not-arrived', rows: [], outsideCents: 100_000 },
    })
  })
})

describe('was every month at or above the minimum', () => {
  const answer = (more: Partial<SupportInput>) => {
    const { rows, state } = table(more)
    return supportAnswer(rows, state)
  }
  const paid = ['2025-09', '2025-10', '2025-11'].map(month => cost({ month }))

  test('yes, only when each month that is over was compared', () => {
    expect(answer({ costs: paid, minimums: [minimum(100_000)] })).toEqual({
      kind: 'yes',
      months: 3,
      withInKind: 0,
    })
    expect(answer({ costs: paid, minimums: [minimum(100_000, 'a', '2025-10', '2025-11')] })).toMatchObject({
      ...{ kind: 'not-known', notEntered: 2 },
    })
    const toCheck = { ...minimum(100_000), status: 'unverified' as const }
    expect(answer({ costs: paid, minimums: [toCheck] })).toEqual({ kind: 'figure-to-check', months: 3 })
  })

  test('no, with what is missing', () => {
    expect(answer({ costs: paid.slice(1), minimums: [minimum(100_000)] })).toMatchObject({
      kind: 'no',
      shortCents: 100_000,
    })
  })

  test('neither, before the arrival or when nothing is due', () => {
    expect(answer({ clocks: [] })).toEqual({ kind: 'not-arrived' })
    expect(answer({ clocks: [clock(['government'])] })).toEqual({ kind: 'none-due' })
  })
})
