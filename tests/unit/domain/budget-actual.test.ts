import { describe, expect, test } from 'vitest'
import {
  type BudgetInput,
  type BudgetRow,
  budgetAndSpent,
  plannedInMonth,
  unbudgetedLines,
} from '#domain/budget-actual.ts'
import type { Entry } from '#domain/entry.ts'
import { buildLedger } from '#domain/ledger.ts'
import { costsByMonth } from '#domain/ledger-months.ts'
import { periodTotals } from '#domain/ledger-totals.ts'
import type { Line } from '#domain/line.ts'
import { supportMonths } from '#domain/support-months.ts'
import {
  cashEntry,
  makeAccount,
  makeArrival,
  makeEntry,
  makeLine,
  makeSponsorship,
  part,
  sampleArrival,
} from '../../support/reports/sample-account.ts'

const sponsorship = makeSponsorship('s')
const account = makeAccount('bank')
const all = { from: '1900-01-01', to: '2199-12-31' }
const monthly = { kind: 'monthly', cents: 100_000, from: 1, to: 12 } as const
const rent = makeLine('rent', { countsAs: 'monthly-support', budget: monthly })
const sofa = makeLine('sofa', { countsAs: 'start-up', budget: { kind: 'once', cents: 50_000, month: null } })

function rows(
  lines: readonly Line[],
  entries: readonly Entry[],
  more: Partial<Pick<BudgetInput, 'period' | 'asOf' | 'months'>> = {},
): readonly BudgetRow[] {
  const ledger = buildLedger(entries, lines)
  const period = more.period ?? null
  const sums = (range: { from: string; to: string }) => periodTotals(ledger, [account], lines, range).lines
  return budgetAndSpent({
    lines,
    totals: sums(period ?? all),
    before: period ? sums({ from: '1900-01-01', to: '2025-12-31' }) : [],
    covered: costsByMonth(ledger, lines, { basis: 'covers' }),
    months: supportMonths(sponsorship, sampleArrival),
    asOf: '2025-12-15',
    ...more,
    period,
  })
}
const year2026 = { from: '2026-01-01', to: '2026-12-31' }

describe('the whole sponsorship', () => {
  test('has what is spent, what is left, and what is still to pay from the running month on', () => {
    const paid = ['2025-09-28', '2025-10-28', '2025-11-30'].map((date, i) =>
      cashEntry(`r${i}`, date, -110_000, 'rent'),
    )
    // Late rent covers the next month: October, November, December.
    expect(rows([rent], paid)).toMatchObject([
      {
        budgetCents: 1_200_000,
        spentCents: 330_000,
        leftCents: 870_000,
        stillToPayCents: 8 * 100_000,
        forecastCents: 1_130_000,
      },
    ])
  })

  test('expects the rest of the running month where only a part is paid', () => {
    expect(rows([rent], [cashEntry('r', '2025-12-02', -40_000, 'rent')])).toMatchObject([
      { stillToPayCents: 60_000 + 800_000 },
    ])
  })

  test('expects nothing more once support has ended', () => {
    expect(rows([rent, sofa], [], { asOf: '2026-09-27' }).map(row => row.stillToPayCents)).toEqual([0, 0])
  })

  test('counts what members paid and are owed as used, not as spent', () => {
    const money = { cents: -20_000, splits: [part('sofa', -20_000)], toAccount: null }
    expect(rows([sofa], [makeEntry('o', { type: 'owed', date: '2025-09-20', money })])).toMatchObject([
      { spentCents: 0, owedCents: 20_000, leftCents: 30_000, stillToPayCents: 30_000, forecastCents: 50_000 },
    ])
  })

  test('a line that is over has a negative rest and nothing to pay', () => {
    expect(rows([sofa], [cashEntry('x', '2025-09-01', -60_000, 'sofa')])).toMatchObject([
      { leftCents: -10_000, stillToPayCents: 0, forecastCents: 60_000 },
    ])
  })
})

describe('a period', () => {
  test('has the budget of the support months that begin in it', () => {
    // Months 5 to 12 begin in 2026.
    expect(rows([rent], [], { period: year2026, asOf: '2026-01-01' })).toMatchObject([
      { budgetCents: 800_000, stillToPayCents: 800_000 },
    ])
  })

  test('has of a one-time amount what earlier periods left', () => {
    const bought = cashEntry('x', '2025-09-01', -30_000, 'sofa')
    expect(rows([sofa], [bought], { period: year2026 })).toMatchObject([
      { budgetCents: 20_000, spentCents: 0 },
    ])
  })

  test('has no budget by month while the arrival is unknown, and the whole still has', () => {
    const months = supportMonths(sponsorship, makeArrival('a'))
    expect(rows([rent], [], { period: year2026, months })).toMatchObject([
      { budgetCents: null, leftCents: null },
    ])
    expect(rows([rent], [], { months })).toMatchObject([
      { budgetCents: 1_200_000, stillToPayCents: 1_200_000 },
    ])
  })
})

describe('the three columns', () => {
  test('an official figure by month counts the group’s months only, and none stays none', () => {
    const official = { cents: 50_000, per: 'month', source: 'x', asOf: null, status: 'derived' } as const
    const months = supportMonths(
      makeSponsorship('b', { payerByMonth: ['sponsor', 'government', 'sponsor'] }),
      sampleArrival,
    )
    expect(rows([{ ...rent, official }, sofa], [], { months }).map(row => row.officialCents)).toEqual([
      550_000,
      null,
    ])
  })

  test('a retired line is listed only where something stands on it', () => {
    const retired = { ...rent, retired: true }
    expect(rows([retired], [])).toEqual([])
    expect(rows([retired], [cashEntry('r', '2025-10-02', -1, 'rent')])).toHaveLength(1)
  })

  test('an income line has what was received and nothing to pay', () => {
    const gifts = makeLine('gifts', {
      countsAs: 'income',
      budget: { kind: 'once', cents: 9_000, month: null },
    })
    expect(rows([gifts], [cashEntry('g', '2025-03-01', 4_000, 'gifts')])).toMatchObject([
      { budgetCents: 9_000, spentCents: 4_000, leftCents: 5_000, stillToPayCents: 0 },
    ])
  })

  test('plans give their amount by support month', () => {
    expect(
      [1, 2, 3].map(number => plannedInMonth({ kind: 'monthly', cents: 5, from: 2, to: 3 }, number)),
    ).toEqual([0, 5, 5])
    expect([1, 2, 3].map(number => plannedInMonth({ kind: 'by-month', cents: [7, 8] }, number))).toEqual([
      7, 8, 0,
    ])
    expect([1, 2].map(number => plannedInMonth({ kind: 'once', cents: 9, month: 2 }, number))).toEqual([0, 9])
    expect(plannedInMonth({ kind: 'none' }, 1)).toBe(0)
  })
})

describe('lines that nobody has budgeted', () => {
  const support = makeLine('household-support', { countsAs: 'monthly-support', givenAs: 'cash' })
  const power = makeLine('utilities', { countsAs: 'monthly-support' })
  const unbudgeted = (
    lines: readonly Line[],
    entries: readonly Entry[],
    more: Partial<Pick<BudgetInput, 'asOf' | 'months'>> = {},
  ) =>
    unbudgetedLines({
      lines,
      covered: costsByMonth(buildLedger(entries, lines), lines, { basis: 'covers' }),
      months: supportMonths(sponsorship, sampleArrival),
      asOf: '2025-12-15',
      ...more,
    }).map(line => line.key)

  test('are the household’s support, and rent where there is neither', () => {
    expect(unbudgeted([support, rent], [])).toEqual(['household-support'])
    const plain = makeLine('rent', { countsAs: 'monthly-support' })
    expect(unbudgeted([support, plain], [])).toEqual(['household-support', 'rent'])
    // One sum for the household, out of which it pays its rent.
    expect(unbudgeted([{ ...support, budget: monthly }, plain], [])).toEqual([])
    expect(
      unbudgeted([support, plain], [], { months: supportMonths(sponsorship, makeArrival('a')) }),
    ).toEqual(['household-support', 'rent'])
  })

  test('are lines that were paid for two months or more, and not what came once', () => {
    const lines = [{ ...support, budget: monthly }, power]
    const bills = ['2025-10-06', '2025-11-04'].map((date, i) => cashEntry(`p${i}`, date, -7_500, 'utilities'))
    expect(unbudgeted(lines, bills)).toEqual(['utilities'])
    expect(unbudgeted(lines, bills.slice(1))).toEqual([])
  })

  test('do not matter once support has ended, or where the government pays what is left', () => {
    expect(unbudgeted([support], [], { asOf: '2026-09-27' })).toEqual([])
    const payerByMonth = ['sponsor', 'sponsor', 'sponsor', 'government'] as const
    const months = supportMonths(makeSponsorship('g', { payerByMonth: [...payerByMonth] }), sampleArrival)
    expect(unbudgeted([support], [], { months, asOf: '2026-01-01' })).toEqual([])
    expect(unbudgeted([{ ...support, retired: true }], [])).toEqual([])
  })
})
