/** Entries that may be one payment, looked for again only when something that decides it has changed. */
import { importBatch } from '#domain/bank-import.ts'
import { changedPart } from '#domain/changed-part.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { jsonEquals } from '#domain/json.ts'
import { findLookAlikes, type LookAlike, twoPayments } from '#domain/look-alike.ts'
import type { Live } from './live.ts'

const kept = new WeakMap<
  Live,
  { entries: readonly Entry[]; rest: readonly unknown[]; found: readonly LookAlike[] }
>()

export function lookAlikes(live: Live): readonly LookAlike[] {
  const entries = live.records(entry)
  const batches = live.records(importBatch)
  const told = live.records(twoPayments)
  const known = kept.get(live)
  const rest = [batches, told]
  if (known?.rest.every((each, i) => each === rest[i]) && isSame(known.entries, entries)) {
    // Sorting an entry must not look at 100,000 others; what is shown of a pair is read anew by its id.
    known.entries = entries
    return known.found
  }
  const found = findLookAlikes(entries, batches, told)
  kept.set(live, { entries, rest, found })
  return found
}

function isSame(before: readonly Entry[], after: readonly Entry[]): boolean {
  if (before === after) return true
  const { removed, added } = changedPart(before, after)
  return removed.length === added.length && added.every((each, i) => decidesSame(each, removed[i]))
}

function decidesSame(a: Entry, b: Entry | undefined): boolean {
  if (a === b) return true
  return (
    b !== undefined &&
    a.id === b.id &&
    a.date === b.date &&
    a.type === b.type &&
    a.account === b.account &&
    a.leftOut === b.leftOut &&
    a.importBatch === b.importBatch &&
    a.money.cents === b.money.cents &&
    a.money.toAccount === b.money.toAccount &&
    jsonEquals(a.bankRows, b.bankRows)
  )
}
