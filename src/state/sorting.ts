/**
 * Which line each row of an import would go to: the group's own rules first, newest first, then the built-in hints.
 * Shown in the preview, changed there, and applied as shown.
 */

import { payeeRule } from '#domain/bank-import.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { person } from '#domain/household.ts'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { clockStart } from '#domain/support-months.ts'
import { hintsFor } from '#imports/payee-hints.ts'
import { createSuggester, type PayeeFinding, type PayeeRow, type PayeeRule } from '#imports/payee-rules.ts'
import { createPayeeTexts, normalisePayee, type PayeeTexts } from '#imports/payee-text.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival } from './household.ts'
import type { Live } from './live.ts'

export interface Sorted {
  /** Null: the person sorts it. */
  readonly line: RecordId | null
  readonly method: PayeeFinding['method']
  readonly suggestion: PayeeFinding['suggestion']
}

/** A function for many rows: rules and lines are read once, and each payee is looked at once. */
export function createSorter(live: Live, texts: PayeeTexts = createPayeeTexts()): (row: PayeeRow) => Sorted {
  const sponsorship = currentSponsorship({ live })
  const first = sponsorship && firstArrival({ live }, sponsorship.id)
  const arrival: IsoDate | null = first ? (clockStart(first)?.date ?? null) : null
  const lines = live.records(line).filter(each => !each.retired)
  const byKey = new Map(lines.filter(each => each.key !== '').map(each => [each.key, each.id]))
  const byId = new Set(lines.map(each => each.id))
  // The rule made last knows best.
  const rules: readonly PayeeRule[] = live
    .records(payeeRule)
    .map(each => ({
      id: each.id,
      match: each.match,
      direction: each.direction,
      lineId: each.line,
      enabled: each.enabled && byId.has(each.line),
    }))
    .toReversed()
  const people = live.records(person).filter(each => each.sponsorship === sponsorship?.id)
  const hints = hintsFor({ children: people.length === 0 || people.some(each => each.band !== 'adult') })
  const suggest = createSuggester({ rules, hints, arrival, texts })
  return row => {
    const { suggestion, method } = suggest(row)
    const target =
      suggestion === null
        ? null
        : suggestion.line.kind === 'id'
          ? suggestion.line.id
          : (byKey.get(suggestion.line.key) ?? null)
    return { line: target, method, suggestion }
  }
}

const isUnsorted = ({ money, type, leftOut }: Entry): boolean =>
  !leftOut && type !== 'transfer' && money.splits.every(each => each.line === null)

/** Other entries of the same name and direction that nobody has sorted: what is said of one is meant for all. */
export function unsortedAlike(live: Live, of: Entry): readonly Entry[] {
  const name = normalisePayee(of.payee)
  if (!/\p{L}{2}/u.test(name)) return []
  return live
    .records(entry)
    .filter(
      each =>
        each.id !== of.id &&
        isUnsorted(each) &&
        each.money.cents < 0 === of.money.cents < 0 &&
        normalisePayee(each.payee) === name,
    )
}
