/** Which entries the list shows, in which order, and what they add up to. */
import { isAscii } from '#domain/ascii.ts'
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

/** Without accents and capitals. Most of what banks write has no accents, and is not looked through for them. */
export const plain = (text: string): string =>
  (isAscii(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()

/** All of an entry that a search may find, besides its date; without accents and capitals. */
export interface EntryTexts {
  readonly words: (entry: Entry) => string
  /** The amount in the ways one may type it: no letters. Asked only for words without letters. */
  readonly figures: (entry: Entry) => string
}

export type EntryTest = (entry: Entry) => boolean

/** Whether the list shows an entry. */
export function entryTest(filter: EntryFilter, texts: EntryTexts, settles: ReadonlySet<RecordId>): EntryTest {
  const { account, line, receipts, month } = filter
  const asked = wordsOf(filter.text)
  const spoken = asked.filter(word => /\p{L}/u.test(word))
  const figures = asked.filter(word => !spoken.includes(word))
  return entry => {
    if (account !== 'all' && entry.account !== account && entry.money.toAccount !== account) return false
    if (line === 'unsorted' && (!isUnsorted(entry) || settles.has(entry.id))) return false
    if (line !== 'all' && line !== 'unsorted' && !entry.money.splits.some(each => each.line === line))
      return false
    if (receipts === 'missing' && (entry.receipt !== 'missing' || entry.leftOut)) return false
    if (month !== null && monthOf(entry.date) !== month) return false
    if (asked.length === 0) return true
    const words = texts.words(entry)
    if (!spoken.every(word => words.includes(word))) return false
    if (figures.length === 0) return true
    const all = `${entry.date} ${words} ${texts.figures(entry)}`
    return figures.every(word => all.includes(word))
  }
}

const wordsOf = (text: string): readonly string[] => plain(text).split(/\s+/).filter(Boolean)

/** Whether all that `next` finds is among what `filter` finds: what is true after one more letter. */
export function isNarrower(next: EntryFilter, filter: EntryFilter): boolean {
  const asked = wordsOf(next.text)
  return (
    next.account === filter.account &&
    next.line === filter.line &&
    next.receipts === filter.receipts &&
    next.month === filter.month &&
    wordsOf(filter.text).every(word => asked.some(longer => longer.includes(word)))
  )
}

export const isOpenFilter = ({ account, line, receipts, month, text }: EntryFilter): boolean =>
  account === 'all' && line === 'all' && receipts === 'all' && month === null && text.trim() === ''

/** Oldest first; entries of one day in the order in which they were made. */
export const inOrderOfTime = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

export interface EntrySums {
  readonly count: number
  readonly inCents: Cents
  readonly outCents: Cents
  /** Gifts in kind, and what members paid and are owed: listed with an amount, and no cash that went in or out. */
  readonly notCashCents: Cents
}

const noSums: EntrySums = { count: 0, inCents: 0, outCents: 0, notCashCents: 0 }

/** Money of accounts only: gifts in kind, what is owed and what is left out move none; transfers only where one looks. */
export const sumEntries = (entries: readonly Entry[], account: RecordId | 'all'): EntrySums =>
  addToSums(noSums, entries, account, 1)

/** The sums with these entries taken in (1) or taken out (−1). */
export function addToSums(
  sums: EntrySums,
  entries: readonly Entry[],
  account: RecordId | 'all',
  times: 1 | -1,
): EntrySums {
  let { inCents, outCents, notCashCents } = sums
  for (const entry of entries) {
    if (entry.leftOut) continue
    if (entry.type === 'in-kind' || entry.type === 'owed') {
      notCashCents += times * Math.abs(amountFor(entry, account))
      continue
    }
    if (entry.type === 'transfer' && account === 'all') continue
    const cents = amountFor(entry, account)
    if (cents > 0) inCents += times * cents
    else outCents -= times * cents
  }
  return { count: sums.count + times * entries.length, inCents, outCents, notCashCents }
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
