/** Which entries the list shows, in which order, and what they add up to. */
import { coveredMonth } from '#domain/covers.ts'
import { type IsoMonth, monthOf } from '#domain/dates.ts'
import type { Entry, Split } from '#domain/entry.ts'
import type { Line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'

export interface EntryFilter {
  readonly account: RecordId | 'all'
  readonly line: RecordId | 'all' | 'unsorted'
  readonly receipts: 'all' | 'missing'
  /** Null: all time. */
  readonly month: IsoMonth | null
  readonly text: string
}

export const noFilter: EntryFilter = { account: 'all', line: 'all', receipts: 'all', month: null, text: '' }

/** `id` of the route: an account, a line (a figure of a report), or what waits. */
export function filterOfRoute(
  id: string | undefined,
  accounts: ReadonlySet<RecordId>,
  lines: ReadonlySet<RecordId>,
): EntryFilter {
  if (id === 'unsorted') return { ...noFilter, line: 'unsorted' }
  if (id === 'receipts-missing') return { ...noFilter, receipts: 'missing' }
  if (id !== undefined && lines.has(id)) return { ...noFilter, line: id }
  return id !== undefined && accounts.has(id) ? { ...noFilter, account: id } : noFilter
}

export const isUnsorted = (entry: Entry): boolean =>
  !entry.leftOut &&
  entry.type !== 'transfer' &&
  (entry.money.splits.length === 0 || entry.money.splits.some(each => each.line === null))

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `told`: all of an entry that a search may find, besides its date. */
export function filterEntries(
  entries: readonly Entry[],
  filter: EntryFilter,
  told: (entry: Entry) => string,
  settles: ReadonlySet<RecordId> = new Set(),
): readonly Entry[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean)
  return entries.filter(entry => {
    const { account, line, receipts, month } = filter
    if (account !== 'all' && entry.account !== account && entry.money.toAccount !== account) return false
    if (line === 'unsorted' && (!isUnsorted(entry) || settles.has(entry.id))) return false
    if (line !== 'all' && line !== 'unsorted' && !entry.money.splits.some(each => each.line === line))
      return false
    if (receipts === 'missing' && (entry.receipt !== 'missing' || entry.leftOut)) return false
    if (month !== null && monthOf(entry.date) !== month) return false
    if (words.length === 0) return true
    const text = plain(`${entry.date} ${told(entry)}`)
    return words.every(word => text.includes(word))
  })
}

/** Oldest first; entries of one day in the order in which they were made. */
export const inOrderOfTime = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

export interface EntrySums {
  readonly count: number
  readonly inCents: Cents
  readonly outCents: Cents
}

/** Money of accounts only: gifts in kind, what is owed and what is left out move none; transfers only where one looks. */
export function sumEntries(entries: readonly Entry[], account: RecordId | 'all'): EntrySums {
  let inCents = 0
  let outCents = 0
  for (const entry of entries) {
    if (entry.leftOut || entry.type === 'in-kind' || entry.type === 'owed') continue
    if (entry.type === 'transfer' && account === 'all') continue
    const cents = amountFor(entry, account)
    if (cents > 0) inCents += cents
    else outCents -= cents
  }
  return { count: entries.length, inCents, outCents }
}

/** The amount as the account sees it: a transfer comes in where it goes to. */
export const amountFor = (entry: Entry, account: RecordId | 'all'): Cents =>
  entry.type === 'transfer' && account === entry.money.toAccount && account !== entry.account
    ? -entry.money.cents
    : entry.money.cents

/** The month that a part covers where it is another than the bank's; null where there is nothing to say. */
export function otherMonth(
  entry: Entry,
  split: Split,
  lineOf: ReadonlyMap<RecordId, Line>,
): { readonly from: IsoMonth; readonly to: IsoMonth } | null {
  const line = split.line === null ? undefined : lineOf.get(split.line)
  if (line && line.countsAs !== 'monthly-support' && split.covers === null) return null
  const proposed = coveredMonth(entry.date, line?.key ?? '')
  const covers = split.covers ?? { from: proposed, to: proposed }
  return covers.from === monthOf(entry.date) && covers.to === covers.from ? null : covers
}
