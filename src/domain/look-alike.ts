/**
 * Two entries that may be one payment: typed by hand on one laptop and imported on another, or imported from two files
 * that date the same row differently. Nothing is merged by itself; people say *same payment* or *two payments*.
 *
 * Two imported entries are asked about only where each file covers the day of the other's row and yet lacks it: two
 * different payments would be in both. Two entries that post one occurrence of something recurring are asked about
 * however far apart their days are. An entry stands in one question at a time.
 */
import type { ImportBatch } from './bank-import.ts'
import { daysBetween, type IsoDate } from './dates.ts'
import type { Entry, entry } from './entry.ts'
import { recordId } from './fields.ts'
import type { Cents } from './money.ts'
import { defineKind, type FieldsOf, type RecordId, type RecordOf } from './record-kind.ts'
import { remembered } from './remembered.ts'

/** Somebody has said that these two entries are two payments. */
export const twoPayments = defineKind({
  kind: 'two-payments',
  compartment: 'money',
  fields: { first: recordId, second: recordId },
  defaults: { first: '', second: '' },
})
export type TwoPayments = RecordOf<typeof twoPayments>

export interface LookAlike {
  /** The one that stays when they are the same payment. */
  readonly first: Entry
  readonly second: Entry
}

/** A typed date and the bank's differ by a weekend; an envelope of days more is two payments. */
const DAYS_APART = 4

interface Side {
  readonly entry: Entry
  /** Days since some day: counting days by the calendar for each pair of 100,000 entries takes seconds. */
  readonly day: number
}

/** In the order of their dates. */
export function findLookAlikes(
  entries: readonly Entry[],
  batches: readonly ImportBatch[],
  told: readonly TwoPayments[],
): readonly LookAlike[] {
  const byBatch = new Map(batches.filter(each => !each.deleted).map(each => [each.id, each]))
  const apart = new Set(
    told
      .filter(each => !each.deleted)
      .flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]),
  )
  const groups = new Map<string, Entry[]>()
  for (const entry of entries)
    for (const [account, cents] of sidesOf(entry)) {
      const key = `${account} ${cents}`
      const group = groups.get(key)
      if (group) group.push(entry)
      else groups.set(key, [entry])
    }
  const found: LookAlike[] = []
  const used = new Set<RecordId>()
  pairOccurrences(entries, { byBatch, apart, used, found })
  const dayOf = remembered((date: IsoDate) => daysBetween('2000-01-01', date))
  for (const group of groups.values()) {
    if (group.length === 1 || hasOneOrigin(group)) continue
    const sides = group.map(entry => ({ entry, day: dayOf(entry.date) })).sort(byDay)
    // Where no two neighbours are near, no two others are.
    if (sides.some(({ day }, i) => day - (sides[i - 1]?.day ?? Number.NEGATIVE_INFINITY) <= DAYS_APART))
      pairGroup(sides, { byBatch, apart, used, found })
  }
  return found.sort((a, b) => (a.first.date < b.first.date ? -1 : a.first.date > b.first.date ? 1 : 0))
}

/** Typed entries are no look-alikes of each other, nor are rows of one file: a year of equal gifts has no pair to try. */
function hasOneOrigin(group: readonly Entry[]): boolean {
  const originOf = (each: Entry): RecordId | null =>
    each.bankRows.length === 0 ? 'typed' : (each.importBatch ?? null)
  const [first] = group
  return first !== undefined && group.every(each => originOf(each) === originOf(first))
}

const byDay = (a: Side, b: Side): number => a.day - b.day || (a.entry.id < b.entry.id ? -1 : 1)

interface Pairing {
  readonly byBatch: ReadonlyMap<RecordId, ImportBatch>
  readonly apart: ReadonlySet<string>
  readonly used: Set<RecordId>
  readonly found: LookAlike[]
}

/** The nearest days first, so that a row is not taken by a payment that is further away. */
function pairGroup(sides: readonly Side[], { byBatch, apart, used, found }: Pairing): void {
  for (let days = 0; days <= DAYS_APART; days += 1)
    for (const [i, one] of sides.entries()) {
      if (used.has(one.entry.id)) continue
      for (let j = i + 1; j < sides.length; j += 1) {
        const other = sides[j]
        if (!other) break
        const between = other.day - one.day
        if (between > days) break
        if (between < days || used.has(other.entry.id) || one.entry.id === other.entry.id) continue
        if (apart.has(`${one.entry.id} ${other.entry.id}`)) continue
        if (!mayBeOne(one.entry, other.entry, byBatch)) continue
        used.add(one.entry.id).add(other.entry.id)
        found.push(inOrder(one.entry, other.entry))
        break
      }
    }
}

/** Of one amount and account, posted by hand on one laptop and imported on another. */
function pairOccurrences(entries: readonly Entry[], { apart, used, found }: Pairing): void {
  const posted = new Map<string, Entry>()
  for (const each of entries) {
    if (each.occurrence === null) continue
    for (const [account, cents] of sidesOf(each)) {
      const key = `${each.occurrence.recurring} ${each.occurrence.date} ${account} ${cents}`
      const other = posted.get(key)
      if (other === undefined) posted.set(key, each)
      else if (!used.has(other.id) && !used.has(each.id) && !apart.has(`${other.id} ${each.id}`)) {
        used.add(other.id).add(each.id)
        found.push(inOrder(other, each))
      }
    }
  }
}

/** The accounts that an entry moves money on, each with the amount as that account sees it. */
function sidesOf(entry: Entry): readonly (readonly [RecordId, Cents])[] {
  const { type, account, money } = entry
  if (entry.deleted || entry.leftOut || account === null || money.cents === 0) return []
  if (type === 'in-kind' || type === 'owed') return []
  const own = [account, money.cents] as const
  return type === 'transfer' && money.toAccount !== null ? [own, [money.toAccount, -money.cents]] : [own]
}

function mayBeOne(a: Entry, b: Entry, byBatch: Pairing['byBatch']): boolean {
  const [isTyped, isOtherTyped] = [a.bankRows.length === 0, b.bankRows.length === 0]
  if (isTyped || isOtherTyped) return isTyped !== isOtherTyped
  const [from, other] = [byBatch.get(a.importBatch ?? ''), byBatch.get(b.importBatch ?? '')]
  if (!from || !other || from.id === other.id) return false
  return lacks(other, a) && lacks(from, b)
}

/** Whether a file covers the day of a row that it does not have, and nobody left it out. */
function lacks(batch: ImportBatch, row: Entry): boolean {
  const covers = batch.dates.first <= row.date && row.date <= batch.dates.last
  return covers && !row.bankRows.some(id => batch.leftOutRows.includes(id))
}

/** The one that stays first: ticked off, else with a line, else typed by hand, else the earlier one. */
function inOrder(a: Entry, b: Entry): LookAlike {
  const worth = (each: Entry): number =>
    (each.reconciled === null ? 0 : 8) +
    (each.type === 'transfer' ? 4 : 0) +
    (isSorted(each) ? 2 : 0) +
    (each.bankRows.length === 0 ? 1 : 0)
  return worth(b) > worth(a) ? { first: b, second: a } : { first: a, second: b }
}

const isSorted = (entry: Entry): boolean =>
  entry.type === 'transfer' || entry.money.splits.some(split => split.line !== null)

/** What the one that stays takes over from the other, so that nothing is lost that somebody said or the bank knows. */
export function mergedFields({ first, second }: LookAlike): Partial<FieldsOf<typeof entry>> {
  const posts = first.occurrence === null && second.occurrence !== null
  const takes = !isSorted(first) && isSorted(second) && first.account === second.account
  const rows = second.bankRows.filter(id => !first.bankRows.includes(id))
  return {
    ...(rows.length > 0 ? { bankRows: [...first.bankRows, ...rows].slice(0, 20) } : {}),
    ...(posts ? { occurrence: second.occurrence } : {}),
    ...(takes ? { money: second.money, type: second.type } : {}),
    ...(first.reconciled === null && second.reconciled !== null ? { reconciled: second.reconciled } : {}),
    ...(first.payee === '' && second.payee !== '' ? { payee: second.payee } : {}),
    ...(first.note === '' && second.note !== '' ? { note: second.note } : {}),
    ...(first.receiptNumber === '' && second.receiptNumber !== ''
      ? { receiptNumber: second.receiptNumber, receipt: second.receipt }
      : {}),
  }
}
