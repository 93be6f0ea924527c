/** The number that the next paper receipt gets: per reporting year, never one that was given before. */
import type { IsoDate } from '#domain/dates.ts'
import { yearOf } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import { periodOf, periodRule } from '#domain/periods.ts'
import { checkAllReceiptNumbers, nextReceiptNumber, type ReceiptCheck } from '#domain/receipt-numbers.ts'
import { clockStart } from '#domain/support-months.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival } from './household.ts'
import type { Live } from './live.ts'

/** `25-014`. Entries in the trash keep their numbers: their papers are already marked. */
export function proposeReceiptNumber(live: Live, date: IsoDate): string {
  const of = currentSponsorship({ live })
  const first = of && firstArrival({ live }, of.id)
  const rule = periodRule(
    live.get(group, GROUP_ID) ?? group.defaults,
    first ? (clockStart(first)?.date ?? null) : null,
  )
  const period = periodOf(date, rule)
  const year = yearOf(period.kind === 'before-arrival' ? date : period.from)
  const given = [...live.records(entry), ...live.trash(entry)].map(each => each.receiptNumber)
  return nextReceiptNumber(given, year)
}

/** Numbers of all years that no entry has, or more than one: a paper is to be looked for, or marked anew. */
export const receiptNumberCheck = (live: Live): ReceiptCheck =>
  live.derive('receipt numbers', [entry], () =>
    checkAllReceiptNumbers(live.records(entry).map(each => each.receiptNumber)),
  )
