/**
 * What recurring entries bring: every occurrence with whether it was posted or skipped, was missed, is due or is still to
 * come. Nothing is left out because it is old: what was missed stays listed until somebody posts, skips or moves it.
 */
import { addDays, epochDay, type IsoDate } from './dates.ts'
import type { Entry } from './entry.ts'
import { groupedBy } from './grouped.ts'
import type { Cents } from './money.ts'
import type { RecordId } from './record-kind.ts'
import {
  nearDays,
  occurrenceId,
  occurrenceKey,
  type Recurring,
  type RecurringOccurrence,
  scheduledDates,
} from './recurring.ts'

export type ComingStatus = 'posted' | 'skipped' | 'missed' | 'due' | 'upcoming'

export interface ComingEntry {
  /** Of its own among all; the id of the record that says it was skipped or moved. */
  readonly id: RecordId
  readonly recurring: Recurring
  /** What names it among those of its rule. */
  readonly key: string
  /** The day that the rule gives it. */
  readonly original: IsoDate
  /** The day it is expected: the rule's, or the one it was moved to. */
  readonly date: IsoDate
  readonly status: ComingStatus
  /** The entries that post it: none, one, or two where two people entered it apart. */
  readonly entries: readonly Entry[]
}

/** Entries that post something, by recurring. Those in the trash post nothing. */
export type PostedIndex = ReadonlyMap<RecordId, readonly Entry[]>

export const indexPosted = (entries: readonly Entry[]): PostedIndex =>
  groupedBy(
    entries.filter(each => each.occurrence !== null && !each.deleted),
    each => each.occurrence?.recurring ?? '',
  )

export interface ComingInput {
  readonly posted: PostedIndex
  /** By id. */
  readonly decided: ReadonlyMap<RecordId, RecurringOccurrence>
  readonly today: IsoDate
  /** The last day looked at, of those that the rules give. */
  readonly until: IsoDate
}

/** By the day they are expected. */
export function comingEntries(all: readonly Recurring[], input: ComingInput): readonly ComingEntry[] {
  return all
    .filter(each => !each.deleted)
    .flatMap(each => comingOf(each, input))
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function comingOf(of: Recurring, { posted, decided, today, until }: ComingInput): readonly ComingEntry[] {
  const { every } = of.schedule
  const byKey = groupedBy(posted.get(of.id) ?? [], each =>
    occurrenceKey(every, each.occurrence?.date ?? each.date),
  )
  return scheduledDates(of.schedule, until).map(original => {
    const key = occurrenceKey(every, original)
    const id = occurrenceId(of.id, key)
    const record = decided.get(id)
    const state = record && !record.deleted ? record.state : ({ kind: 'open' } as const)
    const entries = byKey.get(key) ?? []
    const date = state.kind === 'moved' ? state.to : original
    const dueFrom = addDays(date, -of.leadDays)
    const open = date < today ? 'missed' : dueFrom <= today ? 'due' : 'upcoming'
    // Money that moved is a fact, whatever was decided before.
    const status = entries.length > 0 ? 'posted' : state.kind === 'skipped' ? 'skipped' : open
    return { id, recurring: of, key, original, date, status, entries }
  })
}

export const isOpen = ({ status }: Pick<ComingEntry, 'status'>): boolean =>
  status === 'missed' || status === 'due' || status === 'upcoming'

/** Money of one account as the bank or the books have it. */
export interface MovedMoney {
  readonly date: IsoDate
  readonly cents: Cents
}

export interface Match {
  readonly coming: ComingEntry
  /** Between the day expected and the day it moved. */
  readonly days: number
}

/**
 * Which of these movements on an account are what was expected there: the same amount to the cent, near the day, the
 * nearest first; each stands for one at most. What was expected on no account in particular may be on any. Transfers are
 * left to people: their other side has a row of its own.
 */
export function matchComing<Row extends MovedMoney>(
  rows: readonly Row[],
  coming: readonly ComingEntry[],
  account: RecordId,
): ReadonlyMap<Row, Match> {
  const byCents = groupedBy(rows, row => row.cents)
  const pairs = coming
    .filter(
      each =>
        isOpen(each) && each.recurring.type !== 'transfer' && (each.recurring.account ?? account) === account,
    )
    .flatMap(each => {
      const day = epochDay(each.date)
      const most = nearDays(each.recurring.schedule.every)
      return (byCents.get(each.recurring.money.cents) ?? [])
        .map(row => ({ row, coming: each, days: Math.abs(epochDay(row.date) - day) }))
        .filter(({ days }) => days <= most)
    })
    .sort((a, b) => a.days - b.days || compare(a.coming.date, b.coming.date))
  const found = new Map<Row, Match>()
  const used = new Set<RecordId>()
  for (const { row, coming: each, days } of pairs) {
    if (found.has(row) || used.has(each.id)) continue
    used.add(each.id)
    found.set(row, { coming: each, days })
  }
  return found
}

/** A bill differs from month to month. So near in days and amount somebody is asked; nothing is taken by itself. */
export const NEAR_MATCH = { days: 3, share: 0.05, cents: 1_000 } as const

export interface NearMatch extends Match {
  /** The bank's amount less the expected one, both without their sign: above 0 it is more. */
  readonly moreCents: Cents
}

/**
 * Which movements may be what was expected though their amount is another: of the same payee or on the same account, in
 * the same direction, within `NEAR_MATCH` and never more than half of it off. The same payee comes first, then the
 * nearest day, then the nearest amount; each stands for one at most.
 */
export function matchNear<Row extends MovedMoney>(
  rows: readonly Row[],
  coming: readonly ComingEntry[],
  account: RecordId,
  isSamePayee: (row: Row, of: Recurring) => boolean,
): ReadonlyMap<Row, NearMatch> {
  // By day: a file may have tens of thousands of rows, of which a handful are near.
  const byDay = groupedBy(rows, row => epochDay(row.date))
  const pairs = coming
    .filter(each => isOpen(each) && each.recurring.type !== 'transfer')
    .flatMap(each => {
      const { recurring: of } = each
      if ((of.account ?? account) !== account) return []
      const day = epochDay(each.date)
      const amount = Math.abs(of.money.cents)
      const most = Math.min(Math.max(amount * NEAR_MATCH.share, NEAR_MATCH.cents), amount / 2)
      const around = Array.from({ length: 2 * NEAR_MATCH.days + 1 }, (_, i) => day - NEAR_MATCH.days + i)
      return around
        .flatMap(at => byDay.get(at) ?? [])
        .flatMap(row => {
          const days = Math.abs(epochDay(row.date) - day)
          const moreCents = Math.abs(row.cents) - amount
          const isSameWay = Math.sign(row.cents) === Math.sign(of.money.cents)
          if (!isSameWay || Math.abs(moreCents) > most) return []
          const same = isSamePayee(row, of)
          return same || of.account === account ? [{ row, coming: each, days, moreCents, same }] : []
        })
    })
    .sort(
      (a, b) =>
        Number(b.same) - Number(a.same) ||
        a.days - b.days ||
        Math.abs(a.moreCents) - Math.abs(b.moreCents) ||
        compare(a.coming.date, b.coming.date),
    )
  const found = new Map<Row, NearMatch>()
  const used = new Set<RecordId>()
  for (const { row, coming: each, days, moreCents } of pairs) {
    if (found.has(row) || used.has(each.id)) continue
    used.add(each.id)
    found.set(row, { coming: each, days, moreCents })
  }
  return found
}
