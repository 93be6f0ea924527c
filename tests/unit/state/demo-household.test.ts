import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Account, account, statement } from '#domain/account.ts'
import { planContextOf } from '#domain/anchor.ts'
import { importBatch } from '#domain/bank-import.ts'
import { unbudgetedLines } from '#domain/budget-actual.ts'
import { comingEntries, indexPosted } from '#domain/coming-entries.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { group } from '#domain/group.ts'
import { allKinds } from '#domain/kinds.ts'
import { buildLedger } from '#domain/ledger.ts'
import { costsByMonth } from '#domain/ledger-months.ts'
import { balanceAt, periodTotals } from '#domain/ledger-totals.ts'
import { line } from '#domain/line.ts'
import { findLookAlikes } from '#domain/look-alike.ts'
import { dateOfItem, planItemOfTask } from '#domain/plan-item.ts'
import { checkReceiptNumbers } from '#domain/receipt-numbers.ts'
import { type RecordKind, type RecordOf, readRecord } from '#domain/record-kind.ts'
import { recurring } from '#domain/recurring.ts'
import { supportMinimum } from '#domain/report-record.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { supportMonths, supportToday } from '#domain/support-months.ts'
import { supportTable } from '#domain/support-table.ts'
import { task } from '#domain/task.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { demoHousehold } from '#state/demo-household.ts'
import { groupOf } from '#state/plan.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const NOW = 1_780_000_000_000
const ops = (today: IsoDate, language: 'en' | 'fr' = 'en') =>
  demoHousehold({ today, now: NOW, memberId: 'me', language })

function recordsOf<K extends RecordKind>(kind: K, given: ReturnType<typeof ops>): readonly RecordOf<K>[] {
  return given.flatMap(op =>
    op.op === 'create' && op.kind === kind.kind
      ? [readRecord(kind, { id: op.id, kind: op.kind, deleted: false, fields: op.fields })]
      : [],
  )
}

function books(today: IsoDate) {
  const given = ops(today)
  const entries: readonly Entry[] = recordsOf(entry, given)
  const lines = recordsOf(line, given)
  const accounts: readonly Account[] = recordsOf(account, given)
  return { given, entries, lines, accounts, ledger: buildLedger(entries, lines) }
}

const days = ['2026-11-23', '2026-03-01', '2026-02-28', '2028-02-29', '2027-01-31', '2026-12-31']
const anyDay = fc.integer({ min: 0, max: 1500 }).map(count => addDays('2026-01-01', count))

describe('the demo household', () => {
  it('has posted what recurs, except a pledge that did not come', () => {
    for (const today of days) {
      const { given, entries } = books(today)
      const coming = comingEntries(recordsOf(recurring, given), {
        posted: indexPosted(entries),
        decided: new Map(),
        today,
        until: today,
      })
      const missed = new Set(coming.filter(each => each.status === 'missed').map(each => each.recurring.id))
      expect([...missed]).toEqual(['demo-recurring-pledge'])
      expect(coming.filter(each => each.status === 'posted').length).toBeGreaterThanOrEqual(10)
    }
  })

  it('has a budget for all that it pays each month, so that what would be left over is known', () => {
    for (const today of days) {
      const { given, lines, ledger } = books(today)
      const [of] = recordsOf(sponsorship, given)
      const [first] = recordsOf(arrival, given)
      if (!of || !first) throw new Error('expected a sponsorship that has arrived')
      const covered = costsByMonth(ledger, lines, { basis: 'covers' })
      expect(unbudgetedLines({ lines, covered, months: supportMonths(of, first), asOf: today })).toEqual([])
    }
  })

  it('is made of records that read back exactly as they were written, each with an id of its own', () => {
    for (const language of ['en', 'fr'] as const) {
      const given = ops('2026-11-23', language)
      for (const op of given) {
        if (op.op !== 'create') throw new Error(op.op)
        const kind = allKinds.find(each => each.kind === op.kind)
        if (!kind) throw new Error(op.kind)
        const read: Record<string, unknown> = readRecord(kind, { ...op, deleted: false })
        for (const [name, value] of Object.entries(op.fields))
          expect([op.id, name, read[name]]).toEqual([op.id, name, value])
      }
      expect(new Set(given.map(op => op.id)).size).toBe(given.length)
    }
  })

  it('refers to no record that is not there', () => {
    const text = JSON.stringify(ops('2026-11-23'))
    const ids = new Set(ops('2026-11-23').map(op => op.id))
    const named = [...text.matchAll(/"(demo-(?!row-)[a-zA-Z0-9-]+)"/g)].map(match => match[1] ?? '')
    expect(named.filter(id => !ids.has(id))).toEqual([])
  })

  it('is the same every time for the same day', () => {
    expect(ops('2026-11-23')).toEqual(ops('2026-11-23'))
  })

  it('is in month 5 of 12 on any day, with nothing in the future', () => {
    fc.assert(
      fc.property(anyDay, today => {
        const given = ops(today)
        const [first] = recordsOf(arrival, given)
        const [of] = recordsOf(sponsorship, given)
        if (!first || !of) throw new Error('no arrival')
        expect(supportToday(of, first, today)).toMatchObject({ kind: 'during', number: 5, of: 12 })
        expect(recordsOf(entry, given).filter(each => each.date > today)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it.each(days)('never overdraws an account, and every statement agrees to the cent: %s', today => {
    const { given, entries, accounts, ledger } = books(today)
    for (const each of accounts)
      for (const date of new Set(entries.map(one => one.date)))
        expect(balanceAt(ledger, each, date)).toBeGreaterThanOrEqual(0)
    const statements = recordsOf(statement, given)
    expect(statements).toHaveLength(18)
    const bank = accounts[0]
    for (const { balance } of statements)
      expect(bank && balanceAt(ledger, bank, balance.date)).toBe(balance.cents)
  })

  it.each(days)('had a short month that was made good, and no month that is short now: %s', today => {
    const { given, entries, lines, ledger } = books(today)
    const [of] = recordsOf(sponsorship, given)
    const arrivals = recordsOf(arrival, given)
    if (!of) throw new Error('no sponsorship')
    const clocks = arrivals.map((each, i) => ({
      unit: `demo-unit-${i + 1}`,
      months: supportMonths(of, each),
    }))
    const minimums = recordsOf(supportMinimum, given)
    const table = (ledgerOf: typeof ledger) =>
      supportTable({
        clocks,
        costs: costsByMonth(ledgerOf, lines, { basis: 'covers' }),
        lines,
        minimums,
        today,
      })
    const rows = table(ledger).rows
    const verdicts = (unit: string) =>
      rows.filter(row => row.unit === unit && row.dates.to < today).map(row => row.verdict)
    expect(verdicts('demo-unit-1')).toEqual(['met-with-in-kind', 'met', 'met', 'met'])
    expect(verdicts('demo-unit-2')).toEqual(['met', 'met'])
    const [start] = clocks[0]?.months ?? []
    const inMonthOne = entries.filter(each => each.date <= (start?.dates?.to ?? ''))
    expect(table(buildLedger(inMonthOne, lines)).rows[0]).toMatchObject({ verdict: 'short' })
  })

  it('has something for every part of a report and of Today', () => {
    const { entries, lines, accounts, ledger } = books('2026-11-23')
    const totals = periodTotals(ledger, accounts, lines, { from: '2026-01-01', to: '2026-11-23' })
    const classes = new Set(totals.lines.map(each => each.countsAs))
    expect([...classes].sort()).toEqual(['extra', 'income', 'monthly-support', 'own-cost', 'start-up'])
    expect(totals.unsorted.entries).toBe(3)
    expect(totals.receiptsMissing.entries).toBeGreaterThan(2)
    expect(new Set(entries.map(each => each.type)).size).toBe(5)
    const refund = entries.find(each => each.type === 'expense' && each.money.cents > 0)
    expect(refund?.payee).toContain('REFUND')
    expect(
      checkReceiptNumbers(
        entries.map(each => each.receiptNumber),
        2026,
      ).doubles,
    ).toEqual([])
    expect(lines.filter(each => each.official !== null).length).toBeGreaterThan(8)
    expect(lines.find(each => each.whyOver !== '')?.key).toBe('furniture')
  })

  it.each(days)('asks about no pair of payments: %s', today => {
    const { given, entries } = books(today)
    expect(findLookAlikes(entries, recordsOf(importBatch, given), [])).toEqual([])
  })

  it('has a plan with something done, overdue, in progress, ahead and put off on any day', () => {
    fc.assert(
      fc.property(anyDay, today => {
        const given = ops(today)
        const [of] = recordsOf(sponsorship, given)
        if (!of) throw new Error('no sponsorship')
        const context = planContextOf(of, recordsOf(arrival, given))
        const tasks = recordsOf(task, given)
        const groups = tasks.map(each => groupOf(each, dateOfItem(planItemOfTask(each), context), today))
        const count = (group: string) => groups.filter(each => each === group).length
        expect(count('closed')).toBeGreaterThan(30)
        expect(count('overdue')).toBeGreaterThan(0)
        expect(count('overdue')).toBeLessThan(15)
        for (const group of ['snoozed', 'later', 'no-date']) expect(count(group)).toBeGreaterThan(0)
        expect(tasks.some(each => each.status.state === 'doing')).toBe(true)
        expect(tasks.filter(each => (each.status.doneOn ?? '') > today)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('tells nothing on paper', () => {
    for (const language of ['en', 'fr'] as const) {
      const [named] = recordsOf(group, ops('2026-11-23', language))
      expect(findTellingWords(shippedRates()['telling-words'], named?.nameOnPaper ?? '')).toEqual([])
    }
  })
})
