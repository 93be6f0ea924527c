/**
 * All entries with the newest first, and what screens list of them. An edit among 100,000 entries is put in its place;
 * only when many changed at once is the list sorted again.
 */

import { changedRecords, rememberPart } from '#domain/changed-part.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { Live } from './live.ts'

export interface EntryOrder {
  /** In order of creation, as the store lists them. */
  readonly entries: readonly Entry[]
  /** The newest day first; of one day what was made last first. */
  readonly newest: readonly Entry[]
  /** Entries that pay back what a member was owed. */
  readonly settles: ReadonlySet<RecordId>
}

/** The same object until an entry changes. */
export const entryOrderOf = (live: Live): EntryOrder =>
  live.derive<EntryOrder>('entry order', [entry], before =>
    nextEntryOrder(before ?? null, live.records(entry)),
  )

/** Beyond this many changed records everything is sorted again. */
const MOST_PLACED = 8

export function nextEntryOrder(before: EntryOrder | null, entries: readonly Entry[]): EntryOrder {
  if (before?.entries === entries) return before
  const newest = (before && replaced(before, entries)) ?? sorted(entries)
  return { entries, newest, settles: nextSettles(before, entries) }
}

const sorted = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toReversed().sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))

/** Null: too much changed, or a record stands elsewhere among its day's. */
function replaced(before: EntryOrder, entries: readonly Entry[]): readonly Entry[] | null {
  const changed = changedRecords(before.entries, entries, MOST_PLACED)
  if (changed === null || changed.moved) return null
  const newest = before.newest.slice()
  for (const { before: old, after, at } of changed.records) {
    const place = old === null ? -1 : placeOf(newest, old)
    if (old !== null && place < 0) return null
    if (old && after && old.date === after.date) {
      newest[place] = after
      if (changed.records.length === 1)
        rememberPart(before.newest, newest, { start: place, removed: [old], added: [after] })
      continue
    }
    if (old !== null) newest.splice(place, 1)
    if (after !== null) newest.splice(placeFor(newest, entries, at), 0, after)
  }
  return newest
}

/** First place of a day in a list that begins with the newest. */
function dayPlace(newest: readonly Entry[], date: IsoDate): number {
  let low = 0
  let high = newest.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((newest[middle] as Entry).date > date) low = middle + 1
    else high = middle
  }
  return low
}

/** Where this very record stands in a list that begins with the newest; −1 where it does not. */
export function placeOf(newest: readonly Entry[], record: Entry): number {
  for (let place = dayPlace(newest, record.date); newest[place]?.date === record.date; place += 1)
    if (newest[place] === record) return place
  return -1
}

/** Before the one of its day that was made just before it; behind all of its day if there is none. */
function placeFor(newest: readonly Entry[], entries: readonly Entry[], at: number): number {
  const { date } = entries[at] as Entry
  for (let i = at - 1; i >= 0; i -= 1) {
    const other = entries[i] as Entry
    if (other.date !== date) continue
    const place = placeOf(newest, other)
    if (place >= 0) return place
  }
  let place = dayPlace(newest, date)
  while (newest[place]?.date === date) place += 1
  return place
}

/** The same set while no entry that was or is settled changed. */
function nextSettles(before: EntryOrder | null, entries: readonly Entry[]): ReadonlySet<RecordId> {
  const changed = before && changedRecords(before.entries, entries, MOST_PLACED)
  const isSame = changed?.records.every(
    each => (each.before?.settledBy ?? null) === (each.after?.settledBy ?? null),
  )
  if (before && isSame) return before.settles
  const settles = new Set<RecordId>()
  for (const { settledBy } of entries) if (settledBy !== null) settles.add(settledBy)
  return settles
}
