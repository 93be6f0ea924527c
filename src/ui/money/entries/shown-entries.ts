/**
 * What the list of entries shows – those found, their sums, an account's running balance – made from what it showed
 * before wherever only a few entries changed, so that one edit among 100,000 goes through none of the others.
 */
import type { Account } from '#domain/account.ts'
import { changedPart, rememberPart } from '#domain/changed-part.ts'
import type { Entry } from '#domain/entry.ts'
import { movedOn } from '#domain/ledger-totals.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type EntryOrder, placeOf } from '#state/entry-order.ts'
import {
  addToSums,
  type EntryFilter,
  type EntrySums,
  type EntryTest,
  type EntryTexts,
  entryTest,
  isNarrower,
  isOpenFilter,
  sumEntries,
} from './entry-filter.ts'

export interface ShownEntries {
  /** The newest first. */
  readonly entries: readonly Entry[]
  readonly sums: EntrySums
  readonly newest: readonly Entry[]
  readonly settles: ReadonlySet<RecordId>
  readonly filter: EntryFilter
  readonly texts: EntryTexts
  readonly test: EntryTest
}

/** A part that spans more than this is looked through again from the start. */
const MOST_PATCHED = 64

export function nextShown(
  before: ShownEntries | null,
  { newest, settles }: Pick<EntryOrder, 'newest' | 'settles'>,
  filter: EntryFilter,
  texts: EntryTexts,
): ShownEntries {
  const sameWords = before !== null && before.texts === texts && before.settles === settles
  if (sameWords && before.filter === filter) {
    if (before.newest === newest) return before
    const patched = patchedShown(before, newest)
    if (patched) return { ...before, ...patched, newest }
  }
  const test = entryTest(filter, texts, settles)
  const isWithin = sameWords && before.newest === newest && isNarrower(filter, before.filter)
  const entries = isOpenFilter(filter) ? newest : (isWithin ? before.entries : newest).filter(test)
  return { entries, sums: sumEntries(entries, filter.account), newest, settles, filter, texts, test }
}

function patchedShown(
  before: ShownEntries,
  newest: readonly Entry[],
): Pick<ShownEntries, 'entries' | 'sums'> | null {
  const part = changedPart(before.newest, newest)
  if (part.removed.length > MOST_PATCHED || part.added.length > MOST_PATCHED) return null
  const { test, filter } = before
  const removed = part.removed.filter(test)
  const added = part.added.filter(test)
  if (removed.length === 0 && added.length === 0) return before
  const sums = addToSums(addToSums(before.sums, removed, filter.account, -1), added, filter.account, 1)
  // Nothing is left out: the list is the whole, and is not copied.
  if (before.entries === before.newest) return { entries: newest, sums }
  const start = removed[0] ? placeOf(before.entries, removed[0]) : placeAfter(before, newest, part.start)
  if (start < 0) return null
  const entries = before.entries.toSpliced(start, removed.length, ...added)
  rememberPart(before.entries, entries, { start, removed, added })
  return { entries, sums }
}

/** Where the list goes on after what it shows of all that stands before `place`. */
function placeAfter({ entries, test }: ShownEntries, newest: readonly Entry[], place: number): number {
  for (let i = place - 1; i >= 0; i -= 1) {
    const each = newest[i] as Entry
    if (test(each)) return placeOf(entries, each) + 1
  }
  return 0
}

/** The balance after each entry of an account, whatever the list shows. */
export interface Balances {
  readonly account: Account
  readonly newest: readonly Entry[]
  /** What each entry adds; NaN where it has no place in the account. */
  readonly moved: Float64Array
  readonly after: Float64Array
}

export function nextBalances(before: Balances | null, newest: readonly Entry[], account: Account): Balances {
  if (before?.account !== account) return balancesFrom(account, newest, null, newest.length)
  if (before.newest === newest) return before
  const { start, removed, added } = changedPart(before.newest, newest)
  return balancesFrom(account, newest, before, start + added.length, start, start + removed.length)
}

/** Reads the entries from `start` to `end` anew and takes what stands around them from `before`. */
function balancesFrom(
  account: Account,
  newest: readonly Entry[],
  before: Balances | null,
  end: number,
  start = 0,
  endBefore = 0,
): Balances {
  const moved = new Float64Array(newest.length)
  const after = new Float64Array(newest.length)
  if (before !== null) {
    moved.set(before.moved.subarray(0, start))
    moved.set(before.moved.subarray(endBefore), end)
    after.set(before.after.subarray(endBefore), end)
  }
  for (let i = start; i < end; i += 1) moved[i] = movedOn(newest[i] as Entry, account) ?? Number.NaN
  let balance = end < after.length ? (after[end] as number) : account.opening.cents
  for (let i = end - 1; i >= 0; i -= 1) {
    const cents = moved[i] as number
    if (!Number.isNaN(cents)) balance += cents
    after[i] = balance
  }
  return { account, newest, moved, after }
}

/** Null: the entry has no place in the account. */
export function balanceAfter(balances: Balances, entry: Entry): Cents | null {
  const place = placeOf(balances.newest, entry)
  return place < 0 || Number.isNaN(balances.moved[place]) ? null : (balances.after[place] as number)
}
