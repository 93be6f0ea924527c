/** What recurring entries bring, read live: every missed and due one, and what comes in the weeks after. */
import { account } from '#domain/account.ts'
import {
  type ComingEntry,
  comingEntries,
  indexPosted,
  isOpen,
  type MovedMoney,
  matchComing,
} from '#domain/coming-entries.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import {
  MOST_LEAD_DAYS,
  type Recurring,
  type RecurringFields,
  recurring,
  recurringOccurrence,
} from '#domain/recurring.ts'
import type { Live } from './live.ts'

/** So far ahead is looked; as far as anything can be due, and the next month's beside it. */
export const DAYS_AHEAD = MOST_LEAD_DAYS + 2

/** By the day they are expected; posted and skipped ones are among them. */
export function comingOf(live: Live, today: IsoDate): readonly ComingEntry[] {
  return live.derive(`coming ${today}`, [recurring, recurringOccurrence, entry], () => {
    const all = live.records(recurring)
    if (all.length === 0) return []
    return comingEntries(all, {
      posted: indexPosted(live.records(entry)),
      decided: new Map(live.records(recurringOccurrence).map(each => [each.id, each])),
      today,
      until: addDays(today, DAYS_AHEAD),
    })
  })
}

export interface OpenMoney {
  readonly missed: readonly ComingEntry[]
  readonly due: readonly ComingEntry[]
  readonly upcoming: readonly ComingEntry[]
}

export function openComing(live: Live, today: IsoDate): OpenMoney {
  const open = comingOf(live, today).filter(isOpen)
  const of = (status: ComingEntry['status']) => open.filter(each => each.status === status)
  return { missed: of('missed'), due: of('due'), upcoming: of('upcoming') }
}

interface Candidate extends MovedMoney {
  readonly entry: Entry
}

/** Entries that stand in the books, name no occurrence, and look like one that is open: by the occurrence's id. */
export function entriesLike(live: Live, coming: readonly ComingEntry[]): ReadonlyMap<RecordId, Entry> {
  const found = new Map<RecordId, Entry>()
  for (const { id } of live.records(account)) {
    const rows = live
      .records(entry)
      .filter(
        each => each.account === id && each.occurrence === null && each.type !== 'transfer' && !each.leftOut,
      )
      .map((each): Candidate => ({ entry: each, date: each.date, cents: each.money.cents }))
    for (const [row, { coming: of }] of matchComing(rows, coming, id))
      if (!found.has(of.id)) found.set(of.id, row.entry)
  }
  return found
}

export interface BookedAlready {
  /** Entries that stand in the books and are occurrences of it. */
  readonly paid: readonly { readonly entry: RecordId; readonly original: IsoDate }[]
  readonly missed: number
}

/** What a recurring entry that is not kept yet would find in the books, and what would be listed as missed. */
export function bookedAlready(live: Live, fields: Partial<RecurringFields>, today: IsoDate): BookedAlready {
  const of = { ...recurring.defaults, ...fields, id: 'new', deleted: false } as Recurring
  const coming = comingEntries([of], {
    posted: new Map(),
    decided: new Map(),
    today,
    until: addDays(today, DAYS_AHEAD),
  })
  const like = entriesLike(live, coming)
  return {
    paid: coming.flatMap(({ id, original }) => {
      const found = like.get(id)
      return found ? [{ entry: found.id, original }] : []
    }),
    missed: coming.filter(each => each.status === 'missed' && !like.has(each.id)).length,
  }
}
