import { describe, expect, test } from 'vitest'
import type { Entry } from '#domain/entry.ts'
import { buildLedger, daysWithEntries, replaceEntry, spreadEvenly } from '#domain/ledger.ts'
import { costsByMonth, monthTotals } from '#domain/ledger-months.ts'
import { balanceAt, owedByMember, periodTotals, runningBalances } from '#domain/ledger-totals.ts'
import {
  cashEntry,
  makeAccount,
  makeEntry,
  makeLine,
  part,
  sampleAccount,
  sampleEntries,
  sampleLines,
} from '../../support/reports/sample-account.ts'

const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` })
const bank = makeAccount('bank', { opening: { date: '2025-01-01', cents: 0 } })
const lines = [
  makeLine('gifts', { countsAs: 'income' }),
  makeLine('rent', { countsAs: 'monthly-support' }),
  makeLine('food', { countsAs: 'monthly-support' }),
  makeLine('furniture', { countsAs: 'start-up' }),
]
const totals = (entries: readonly Entry[], accounts = [bank], period = year(2025)) =>
  periodTotals(buildLedger(entries, lines), accounts, lines, period)
const lineOf = (sums: ReturnType<typeof totals>, id: string) => sums.lines.filter(each => each.line === id)

describe('the sample account', () => {
  const ledger = buildLedger(sampleEntries, sampleLines)

  test('2025 opens with nothing and closes with 27,395.37', () => {
    const sums = periodTotals(ledger, [sampleAccount], sampleLines, year(2025))
    expect(sums).toMatchObject({
      openingCents: 0,
      inCents: 4_882_500,
      outCents: 2_142_963,
      transferCents: 0,
      closingCents: 2_739_537,
      unsorted: { entries: 0, inCents: 0, outCents: 0 },
      receiptsMissing: { entries: 0, cents: 0 },
    })
  })

  test('2026 closes with 8,365.50, and the refund lowers its line instead of being income', () => {
    const sums = periodTotals(ledger, [sampleAccount], sampleLines, year(2026))
    expect(sums.openingCents).toBe(2_739_537)
    expect(sums.closingCents).toBe(836_550)
    expect([sums.bankInCents, sums.bankOutCents]).toEqual([925_749, 2_828_736])
    expect([sums.inCents, sums.outCents]).toEqual([923_150, 2_826_137])
    expect(lineOf(sums, 'household-needs')).toMatchObject([{ cashCents: -2_599, countsAs: 'start-up' }])
  })

  test('every month covered from October 2025 to September 2026 has one rent', () => {
    const rents = costsByMonth(ledger, sampleLines, { basis: 'covers' }).filter(cost => cost.line === 'rent')
    expect(rents.map(rent => rent.month).sort()).toEqual([
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
      ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
    ])
    expect(new Set(rents.map(rent => rent.cents))).toEqual(new Set([195_000]))
  })

  test('months end with the running balance of the bank', () => {
    const months = monthTotals(ledger, [sampleAccount], sampleLines, '2025-01', '2026-12')
    expect(months).toHaveLength(24)
    expect(months[0]).toEqual({ month: '2025-01', inCents: 0, outCents: 0, closingCents: 0 })
    expect(months.find(each => each.month === '2025-07')?.closingCents).toBe(3_927_030)
    expect(months.find(each => each.month === '2025-12')).toMatchObject({
      inCents: 520_000,
      outCents: 546_446,
    })
    expect(months.at(-1)?.closingCents).toBe(836_550)
    expect(balanceAt(ledger, sampleAccount, '2025-12-31')).toBe(2_739_537)
    expect(balanceAt(ledger, sampleAccount, '2025-02-09')).toBe(0)
    expect([...runningBalances(sampleEntries, sampleAccount).values()].at(-1)).toBe(836_550)
    expect(daysWithEntries(ledger)[0]).toBe('2025-02-10')
  })
})

describe('what counts', () => {
  test('an entry without a line counts by its sign and is counted once as not sorted', () => {
    const sums = totals([
      cashEntry('a', '2025-03-01', 5_000, null),
      cashEntry('b', '2025-03-02', -2_000, null),
    ])
    expect(sums).toMatchObject({
      inCents: 5_000,
      outCents: 2_000,
      unsorted: { entries: 2, inCents: 5_000, outCents: 2_000 },
    })
  })

  test('what the parts leave over is not sorted, so that the account moves by the whole amount', () => {
    const money = { cents: -10_000, splits: [part('food', -6_000), part(null, -1_000)], toAccount: null }
    const sums = totals([cashEntry('a', '2025-03-01', -10_000, null, { money })])
    expect(sums.closingCents).toBe(-10_000)
    expect(sums.unsorted).toEqual({ entries: 1, inCents: 0, outCents: 4_000 })
  })

  test('a part of a payment can count as something else than its line', () => {
    const money = {
      cents: -10_000,
      splits: [part('food', -6_000), part('food', -4_000, { countsAs: 'start-up' })],
      toAccount: null,
    }
    const sums = totals([cashEntry('a', '2025-03-01', -10_000, null, { money })])
    expect(lineOf(sums, 'food')).toMatchObject([
      { countsAs: 'start-up', cashCents: 4_000 },
      { countsAs: 'monthly-support', cashCents: 6_000 },
    ])
  })

  test('a donation returned lowers income', () => {
    const sums = totals([
      cashEntry('a', '2025-03-01', 5_000, 'gifts'),
      cashEntry('b', '2025-03-05', -5_000, 'gifts'),
    ])
    expect([sums.inCents, sums.outCents, sums.closingCents]).toEqual([0, 0, 0])
  })

  test('transfers move accounts but are neither in nor out', () => {
    const cash = makeAccount('cash', { type: 'cash', opening: { date: '2025-01-01', cents: 1_000 } })
    const transfer = cashEntry('t', '2025-03-01', -3_000, null, {
      type: 'transfer',
      money: { cents: -3_000, splits: [], toAccount: 'cash' },
    })
    const sums = totals([transfer], [bank, cash])
    expect(sums).toMatchObject({
      openingCents: 1_000,
      inCents: 0,
      outCents: 0,
      transferCents: 0,
      closingCents: 1_000,
    })
    expect(sums.accounts.map(each => each.closingCents)).toEqual([-3_000, 4_000])
    expect(sums.unsorted.entries).toBe(0)
  })

  test('gifts in kind never touch cash', () => {
    const gift = cashEntry('g', '2025-03-01', 30_000, 'furniture', { type: 'in-kind', account: null })
    const sums = totals([gift])
    expect([sums.inCents, sums.outCents, sums.closingCents]).toEqual([0, 0, 0])
    expect(lineOf(sums, 'furniture')).toMatchObject([{ cashCents: 0, inKindCents: 30_000 }])
  })

  test('left-out and deleted rows are ignored', () => {
    const sums = totals([
      cashEntry('a', '2025-03-01', -5_000, 'rent', { leftOut: true }),
      { ...cashEntry('b', '2025-03-01', -5_000, 'rent'), deleted: true },
    ])
    expect(sums).toMatchObject({ outCents: 0, lines: [], unsorted: { entries: 0 } })
  })

  test('entries before an account was opened are in its opening balance', () => {
    const opened = makeAccount('bank', { opening: { date: '2025-06-01', cents: 70_000 } })
    const sums = totals(
      [cashEntry('a', '2025-05-01', -5_000, 'rent'), cashEntry('b', '2025-06-01', -1_000, 'food')],
      [opened],
    )
    expect(sums).toMatchObject({ openingCents: 70_000, outCents: 1_000, closingCents: 69_000 })
    expect(totals([], [opened], year(2024)).accounts).toEqual([])
  })

  test('an entry of an account that is gone is shown as no account and still ties', () => {
    const sums = totals([cashEntry('a', '2025-05-01', -5_000, 'rent', { account: 'gone' })])
    expect(sums.accounts.at(-1)).toMatchObject({ account: null, outCents: 5_000, closingCents: -5_000 })
  })

  test('receipts missing are counted with their amount, refunds and income aside', () => {
    const sums = totals([
      cashEntry('a', '2025-05-01', -5_000, 'rent'),
      cashEntry('b', '2025-05-01', -700, 'food', { receipt: 'have' }),
      cashEntry('c', '2025-05-01', 900, 'gifts'),
    ])
    expect(sums.receiptsMissing).toEqual({ entries: 1, cents: 5_000 })
  })
})

describe('money owed to members', () => {
  const owed = makeEntry('o', {
    type: 'owed',
    date: '2025-03-30',
    money: { cents: -8_000, splits: [part('rent', -5_000), part('food', -3_000)], toAccount: null },
    owedTo: 'member',
  })

  test('what is owed is a cost of its line but no cash until it is settled', () => {
    const sums = totals([owed])
    expect([sums.outCents, sums.closingCents]).toEqual([0, 0])
    expect(lineOf(sums, 'rent')).toMatchObject([{ cashCents: 0, owedCents: 5_000 }])
    expect(owedByMember(buildLedger([owed], lines), [owed])).toEqual(new Map([['member', 8_000]]))
  })

  test('the expense that settles it takes over its lines and months', () => {
    const settled = { ...owed, settledBy: 'x' }
    const entries = [settled, cashEntry('x', '2025-05-10', -8_000, null)]
    const sums = totals(entries)
    expect(sums.unsorted.entries).toBe(0)
    expect(lineOf(sums, 'rent')).toMatchObject([{ cashCents: 5_000, owedCents: 0 }])
    const ledger = buildLedger(entries, lines)
    expect(costsByMonth(ledger, lines, { basis: 'covers' }).find(cost => cost.line === 'rent')?.month).toBe(
      '2025-04',
    )
    expect(owedByMember(ledger, entries).size).toBe(0)
  })

  test('an expense that is sorted itself keeps its own lines, and nothing counts twice', () => {
    const sums = totals([{ ...owed, settledBy: 'x' }, cashEntry('x', '2025-05-10', -8_000, 'food')])
    expect(lineOf(sums, 'rent')).toEqual([])
    expect(lineOf(sums, 'food')).toMatchObject([{ cashCents: 8_000, owedCents: 0 }])
  })

  test('what is settled by an entry that was deleted is owed again', () => {
    const gone = { ...cashEntry('x', '2025-05-10', -8_000, null), deleted: true }
    expect(lineOf(totals([{ ...owed, settledBy: 'x' }, gone]), 'rent')).toMatchObject([{ owedCents: 5_000 }])
  })
})

describe('months covered', () => {
  test('a range is spread to the cent and the first month takes the rest', () => {
    expect(spreadEvenly(10_000, 3)).toEqual([3_334, 3_333, 3_333])
    expect(spreadEvenly(-10_000, 3)).toEqual([-3_334, -3_333, -3_333])
    const covers = { from: '2025-11', to: '2026-01' }
    const money = { cents: -10_000, splits: [part('rent', -10_000, { covers })], toAccount: null }
    const costs = costsByMonth(
      buildLedger([cashEntry('a', '2025-10-28', -10_000, null, { money })], lines),
      lines,
      { basis: 'covers' },
    )
    expect(costs.map(cost => [cost.month, cost.cents])).toEqual([
      ['2025-11', 3_334],
      ['2025-12', 3_333],
      ['2026-01', 3_333],
    ])
  })
})

describe('an edit', () => {
  test('gives the same figures as building again', () => {
    const ledger = buildLedger(sampleEntries, sampleLines)
    const before = sampleEntries[100]
    const removed = sampleEntries[50]
    if (!before || !removed) throw new Error('sample is shorter than expected')
    const after = { ...before, money: { ...before.money, cents: -1, splits: [] } }
    const added = cashEntry('new', '2025-12-30', 777, 'income-people')
    expect(replaceEntry(ledger, before, after)).toBe(true)
    expect(replaceEntry(ledger, null, added)).toBe(true)
    expect(replaceEntry(ledger, removed, null)).toBe(true)
    const entries = [...sampleEntries.filter(each => each !== before && each !== removed), after, added]
    const again = buildLedger(entries, sampleLines)
    const byName = (sums: ReturnType<typeof totals>) => ({
      ...sums,
      lines: sums.lines.filter(each => each.rows > 0).sort((a, b) => (a.line < b.line ? -1 : 1)),
    })
    for (const y of [2025, 2026])
      expect(byName(periodTotals(ledger, [sampleAccount], sampleLines, year(y)))).toEqual(
        byName(periodTotals(again, [sampleAccount], sampleLines, year(y))),
      )
  })

  test('of money owed asks to build again', () => {
    const ledger = buildLedger([], lines)
    expect(replaceEntry(ledger, null, makeEntry('o', { type: 'owed' }))).toBe(false)
  })
})
