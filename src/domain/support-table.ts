/**
 * What each support unit got in each support month, beside the minimum. The minimum is what people entered from the
 * calculator; where nothing was entered the difference is "not entered", never computed from an older figure.
 * Months are those that a payment covers, not the bank's. What was paid for the whole household is divided evenly
 * among the units; a month that passes only by that division is `check`, because the division is a guess.
 */
import type { IsoDate, IsoMonth } from './dates.ts'
import { spreadEvenly } from './ledger.ts'
import type { CoveredCost } from './ledger-months.ts'
import type { Line } from './line.ts'
import type { Cents } from './money.ts'
import type { SupportMinimum } from './report-record.ts'
import type { Payer } from './sponsorship.ts'
import { type MonthDates, type SupportMonth, supportMonthOfCovers } from './support-months.ts'

/** A unit's own clock; its months have no dates while its people have not arrived. */
export interface UnitClock {
  readonly unit: string
  readonly months: readonly SupportMonth[]
  /** Nobody is in it any more: only months in which something was paid stay, and no shared costs fall to it. */
  readonly isEmpty?: boolean
}

export type SupportVerdict =
  /** The government pays this month; nothing is due from the group. */
  | 'government'
  /** The government pays a part, and how much is due is not known here. */
  | 'mixed'
  | 'met'
  /** At the minimum only with gifts in kind. */
  | 'met-with-in-kind'
  | 'short'
  /** At the minimum only by dividing what was paid for the household. */
  | 'check'
  | 'not-entered'
  /** The month is not over, and not yet at the minimum. */
  | 'running'
  | 'to-come'

export interface SupportRow {
  readonly unit: string
  readonly number: number
  readonly payer: Payer
  readonly dates: MonthDates
  readonly cashCents: Cents
  readonly onBehalfCents: Cents
  readonly inKindCents: Cents
  /** How much of the three is this unit's part of what was paid for the whole household. */
  readonly sharedCents: Cents
  readonly minimum: SupportMinimum | null
  /** All three together less the minimum; null when no minimum is entered or the government pays. */
  readonly differenceCents: Cents | null
  readonly verdict: SupportVerdict
}

export interface SupportTable {
  /** Nobody has arrived: there are no months yet. */
  readonly state: 'not-arrived' | 'arrived'
  readonly rows: readonly SupportRow[]
  /** Monthly support for months that are no support month of anybody: before the first, or after the last. */
  readonly outsideCents: Cents
}

export interface SupportInput {
  readonly clocks: readonly UnitClock[]
  /** `costsByMonth(ledger, lines, 'covers')`; rows that are not monthly support are passed over. */
  readonly costs: readonly CoveredCost[]
  readonly lines: readonly Line[]
  /** In the order they were entered: where two overlap, the later in the list wins. */
  readonly minimums: readonly SupportMinimum[]
  readonly today: IsoDate
}

type Given = { cash: Cents; onBehalf: Cents; inKind: Cents; shared: Cents }
type Column = 'cash' | 'onBehalf' | 'inKind'

export function supportTable(input: SupportInput): SupportTable {
  const rows: SupportRow[] = []
  const { given, outsideCents } = gather(input)
  for (const clock of input.clocks)
    for (const month of clock.months) {
      const paid = given.get(`${clock.unit} ${month.number}`)
      if (month.dates && (paid || !clock.isEmpty))
        rows.push(supportRow(clock.unit, month, month.dates, paid ?? nothing(), input))
    }
  rows.sort((a, b) => (a.dates.from === b.dates.from ? 0 : a.dates.from < b.dates.from ? -1 : 1))
  return { state: rows.length === 0 ? 'not-arrived' : 'arrived', rows, outsideCents }
}

const nothing = (): Given => ({ cash: 0, onBehalf: 0, inKind: 0, shared: 0 })

/** Sums by unit and number of the support month. */
function gather(input: SupportInput): { given: ReadonlyMap<string, Given>; outsideCents: Cents } {
  const given = new Map<string, Given>()
  const cashLines = new Set(input.lines.filter(line => line.givenAs === 'cash').map(line => line.id))
  let outsideCents = 0
  const add = (clock: UnitClock, month: IsoMonth, column: Column, cents: Cents, isShared: boolean): void => {
    const number = supportMonthOfCovers(clock.months, month)?.number
    if (number === undefined) {
      outsideCents += cents
      return
    }
    const key = `${clock.unit} ${number}`
    const sums = given.get(key) ?? nothing()
    given.set(key, sums)
    sums[column] += cents
    if (isShared) sums.shared += cents
  }
  for (const cost of input.costs) {
    if (cost.countsAs !== 'monthly-support') continue
    const column: Column = cost.flow === 'in-kind' ? 'inKind' : cashLines.has(cost.line) ? 'cash' : 'onBehalf'
    const own = input.clocks.find(clock => clock.unit === cost.unit)
    const sharing = own
      ? [own]
      : input.clocks.filter(clock => !clock.isEmpty && supportMonthOfCovers(clock.months, cost.month))
    if (sharing.length === 0) outsideCents += cost.cents
    const parts = spreadEvenly(cost.cents, sharing.length)
    sharing.forEach((clock, i) => {
      add(clock, cost.month, column, parts[i] ?? 0, sharing.length > 1)
    })
  }
  return { given, outsideCents }
}

function supportRow(
  unit: string,
  month: SupportMonth,
  dates: MonthDates,
  given: Given,
  input: SupportInput,
): SupportRow {
  const { number, payer } = month
  const minimum = payer === 'sponsor' ? (minimumFor(input.minimums, unit, dates.month) ?? null) : null
  const verdict = judge(payer, dates, input.today, minimum?.cents ?? null, given)
  return {
    unit,
    number,
    payer,
    dates,
    cashCents: given.cash,
    onBehalfCents: given.onBehalf,
    inKindCents: given.inKind,
    sharedCents: given.shared,
    minimum,
    differenceCents:
      minimum === null || verdict === 'to-come'
        ? null
        : given.cash + given.onBehalf + given.inKind - minimum.cents,
    verdict,
  }
}

function judge(
  payer: Payer,
  dates: MonthDates,
  today: IsoDate,
  minimum: Cents | null,
  given: Given,
): SupportVerdict {
  if (payer !== 'sponsor') return payer
  if (dates.from > today) return 'to-come'
  if (minimum === null) return 'not-entered'
  const money = given.cash + given.onBehalf
  const all = money + given.inKind
  if (all < minimum) return dates.to >= today ? 'running' : 'short'
  if (all - given.shared < minimum && given.shared !== 0) return 'check'
  return money < minimum ? 'met-with-in-kind' : 'met'
}

/** The latest entered figure for a unit and month. */
export function minimumFor(
  minimums: readonly SupportMinimum[],
  unit: string,
  month: IsoMonth,
): SupportMinimum | undefined {
  return minimums.findLast(
    minimum =>
      !minimum.deleted && minimum.unit === unit && minimum.months.from <= month && minimum.months.to >= month,
  )
}

export type SupportAnswer =
  | { readonly kind: 'not-arrived' }
  | { readonly kind: 'yes'; readonly months: number; readonly withInKind: number }
  /** Each at or above a minimum that nobody has checked yet: no yes. */
  | { readonly kind: 'figure-to-check'; readonly months: number }
  | { readonly kind: 'no'; readonly short: readonly SupportRow[]; readonly shortCents: Cents }
  /** Months without an entered minimum, months where only the division of shared costs decides, months paid in part. */
  | {
      readonly kind: 'not-known'
      readonly notEntered: number
      readonly toCheck: number
      readonly mixed: number
    }
  /** Every month so far is the government's, or none is over. */
  | { readonly kind: 'none-due' }

/** Was every month at or above the minimum? Never yes while one is not known. */
export function supportAnswer(rows: readonly SupportRow[], state: SupportTable['state']): SupportAnswer {
  if (state === 'not-arrived') return { kind: 'not-arrived' }
  const count = (...verdicts: readonly SupportVerdict[]): number =>
    rows.filter(row => verdicts.includes(row.verdict)).length
  const short = rows.filter(row => row.verdict === 'short')
  if (short.length > 0)
    return { kind: 'no', short, shortCents: -short.reduce((sum, row) => sum + (row.differenceCents ?? 0), 0) }
  const [notEntered, toCheck, mixed] = [count('not-entered'), count('check'), count('mixed')]
  if (notEntered + toCheck + mixed > 0) return { kind: 'not-known', notEntered, toCheck, mixed }
  const met = count('met', 'met-with-in-kind')
  if (met === 0) return { kind: 'none-due' }
  const compared = rows.filter(({ verdict }) => verdict === 'met' || verdict === 'met-with-in-kind')
  return compared.some(({ minimum }) => minimum?.status === 'unverified')
    ? { kind: 'figure-to-check', months: met }
    : { kind: 'yes', months: met, withInKind: count('met-with-in-kind') }
}
