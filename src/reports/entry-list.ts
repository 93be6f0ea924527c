/** K: the entry list by number. A payee's name is in it only when that was asked for, and never for donors. */
import type { Entry, Split } from '#domain/entry.ts'
import { isStillOwed, partsOf } from '#domain/ledger.ts'
import type { CountsAs, Line } from '#domain/line.ts'
import { isInPeriod } from '#domain/periods.ts'
import type { EntryRow } from './report-model.ts'
import { lineName, type YearlyFacts } from './yearly-facts.ts'

export function buildEntries(facts: YearlyFacts): readonly EntryRow[] {
  const { records, options, ledger } = facts
  const accounts = new Map(records.accounts.filter(each => !each.deleted).map(each => [each.id, each]))
  const counted = records.entries
    .filter(entry => !entry.deleted && !entry.leftOut && isInPeriod(entry.date, options.period))
    .filter(entry => entry.type !== 'owed' || isStillOwed(ledger, entry))
    .filter(entry => {
      const opened = accounts.get(entry.account ?? '')?.opening.date
      return opened === undefined || entry.date >= opened
    })
    .sort(byDateThenNumber)
  const showPayee = options.includePayeeNames === true && options.audience !== 'donors'
  const rows: EntryRow[] = []
  counted.forEach((entry, i) => {
    const from = accounts.get(entry.account ?? '')?.name ?? ''
    const to = accounts.get(entry.money.toAccount ?? '')?.name ?? ''
    const common = {
      number: i + 1,
      receiptNumber: entry.receiptNumber,
      date: entry.date,
      type: entry.type,
      account: from,
      toAccount: entry.type === 'transfer' ? to : null,
      receipt: entry.receipt,
      payee: showPayee ? entry.payee : null,
    }
    if (entry.type === 'transfer') {
      rows.push({ ...common, line: null, countsAs: null, cents: entry.money.cents })
      return
    }
    const sign = entry.type === 'in-kind' && entry.money.cents < 0 ? -1 : 1
    for (const part of partsOf(ledger, entry)) {
      const line = facts.lineById.get(part.line ?? '')
      rows.push({
        ...common,
        line: line ? lineName(line) : null,
        countsAs: line ? countedAs(line, part) : null,
        cents: sign * part.cents,
      })
    }
  })
  return rows
}

/** As the ledger counts: an income line stays income and a cost line stays a cost. */
function countedAs(line: Line, part: Split): CountsAs {
  return part.countsAs === null || line.countsAs === 'income' || part.countsAs === 'income'
    ? line.countsAs
    : part.countsAs
}

const byDateThenNumber = (a: Entry, b: Entry): number =>
  compare(a.date, b.date) || compare(a.receiptNumber, b.receiptNumber) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
