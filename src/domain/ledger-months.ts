/** Sums over a ledger by month: what comes in and goes out by the bank's month, and costs by the month they cover. */
import type { Account } from './account.ts'
import type { IsoMonth } from './dates.ts'
import {
  CASH,
  COUNTS_AS,
  dayNumber,
  type Ledger,
  monthFromNumber,
  monthNumber,
  spreadEvenly,
  TRANSFER,
} from './ledger.ts'
import { CLASSES, classOf, INCOME, lineClasses, openDays } from './ledger-totals.ts'
import type { CountsAs, Line } from './line.ts'
import type { Cents } from './money.ts'
import type { Period } from './periods.ts'

export interface MonthTotals {
  readonly month: IsoMonth
  readonly inCents: Cents
  readonly outCents: Cents
  /** Of all accounts together, at the end of the month. */
  readonly closingCents: Cents
}

/** In, out and balance of all accounts by the bank's month, `from` to `to`, months without entries too. */
export function monthTotals(
  ledger: Ledger,
  accounts: readonly Account[],
  lines: readonly Line[],
  from: IsoMonth,
  to: IsoMonth,
): readonly MonthTotals[] {
  const first = monthNumber(from)
  const count = Math.max(0, monthNumber(to) - first + 1)
  const [ins, outs, moved] = [new Float64Array(count), new Float64Array(count), new Float64Array(count + 1)]
  const add = (column: Float64Array, at: number, cents: number): void => {
    column[at] = (column[at] ?? 0) + cents
  }
  for (const account of accounts)
    if (!account.deleted)
      add(moved, Math.max(0, monthNumber(account.opening.date.slice(0, 7)) - first), account.opening.cents)
  const classes = lineClasses(ledger, lines)
  const openDay = openDays(ledger, accounts)
  const none = openDay.length - 1
  const { day, account, line, cents, flow, countsAs, weight, rows } = ledger
  for (let row = 0; row < rows; row++) {
    const kind = flow[row] as number
    if (kind !== CASH && kind !== TRANSFER) continue
    const on = day[row] as number
    const at = (account[row] as number) < 0 ? none : (account[row] as number)
    if (on < (openDay[at] as number)) continue
    const amount = cents[row] as number
    const month = monthIndex(on) - first
    if (month < count) add(moved, Math.max(0, month), amount)
    if (kind === TRANSFER || month < 0 || month >= count) continue
    const lineClass = (line[row] as number) < 0 ? 0 : (classes[line[row] as number] as number)
    const as = lineClass === 0 ? 0 : classOf(lineClass, countsAs[row] as number)
    const comesIn = as === 0 ? amount * (weight[row] as number) > 0 : as === INCOME
    if (comesIn) add(ins, month, amount)
    else add(outs, month, -amount)
  }
  let closing = 0
  return Array.from({ length: count }, (_, i) => {
    closing += moved[i] ?? 0
    return {
      month: monthFromNumber(first + i),
      inCents: ins[i] ?? 0,
      outCents: outs[i] ?? 0,
      closingCents: closing,
    }
  })
}

/** `yyyymmdd` to year × 12 + month − 1. */
const monthIndex = (day: number): number => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1

/** What stands on cost lines in a month covered, row by row; amounts are positive when given. */
export interface CoveredCost {
  readonly line: string
  readonly countsAs: CountsAs
  readonly unit: string | null
  readonly flow: 'cash' | 'in-kind' | 'owed'
  readonly month: IsoMonth
  readonly cents: Cents
}

export interface CostMonths {
  /** Months covered with ranges spread over them, or the bank's months. */
  readonly basis: 'covers' | 'bank'
  /** By the bank's date; all time when left out. */
  readonly period?: Period
  /** Given: cash before an account's opening balance is passed over, as in `periodTotals`. */
  readonly accounts?: readonly Account[]
}

/** Costs by line, unit and month, added up. Refunds lower; what members paid and are owed is there as `owed`. */
export function costsByMonth(
  ledger: Ledger,
  lines: readonly Line[],
  { basis, period, accounts = [] }: CostMonths,
): readonly CoveredCost[] {
  const classes = lineClasses(ledger, lines)
  const openDay = openDays(ledger, accounts)
  const from = period ? dayNumber(period.from) : 0
  const to = period ? dayNumber(period.to) : 99_999_999
  const units = ledger.units.ids.length + 1
  const bank = basis === 'bank'
  // By place (line, class, flow, unit) sums by month; only places and months that occur.
  const places: (Float64Array | undefined)[] = []
  const { day, line, unit, flow, countsAs, cents, rows } = ledger
  for (let row = 0; row < rows; row++) {
    const kind = flow[row] as number
    const on = day[row] as number
    const lineAt = line[row] as number
    if (kind === TRANSFER || lineAt < 0 || classes[lineAt] === 0 || on < from || on > to) continue
    const as = classOf(classes[lineAt] as number, countsAs[row] as number)
    if (as === INCOME) continue
    if (kind === CASH && on < (openDay[ledger.account[row] as number] ?? 0)) continue
    const place = ((lineAt * CLASSES + as) * 4 + kind) * units + (unit[row] as number) + 1
    const amount = (cents[row] as number) * (kind === CASH ? -1 : 1)
    const first = (bank ? monthIndex(on) : (ledger.from[row] as number)) - FIRST_MONTH
    const count = bank ? 1 : (ledger.to[row] as number) - FIRST_MONTH - first + 1
    const sums = places[place] ?? new Float64Array(MONTHS)
    places[place] = sums
    if (count === 1) sums[first] = (sums[first] as number) + amount
    else
      spreadEvenly(amount, count).forEach((part, at) => {
        sums[first + at] = (sums[first + at] as number) + part
      })
  }
  return places.flatMap((sums, place) => (sums ? listPlace(ledger, place, units, sums) : []))
}

/** Dates are of the years 1900 to 2199. */
const FIRST_MONTH = 1900 * 12
const MONTHS = 300 * 12
const FLOWS = ['cash', 'cash', 'in-kind', 'owed'] as const

function listPlace(ledger: Ledger, place: number, units: number, sums: Float64Array): CoveredCost[] {
  const unitAt = (place % units) - 1
  const lineAndClass = Math.floor(place / units / 4)
  const common = {
    line: ledger.lines.ids[Math.floor(lineAndClass / CLASSES)] as string,
    countsAs: COUNTS_AS[lineAndClass % CLASSES] as CountsAs,
    unit: unitAt < 0 ? null : (ledger.units.ids[unitAt] as string),
    flow: FLOWS[Math.floor(place / units) % 4] as CoveredCost['flow'],
  }
  const listed: CoveredCost[] = []
  for (let at = 0; at < MONTHS; at++) {
    const cents = sums[at] as number
    if (cents !== 0) listed.push({ ...common, month: monthFromNumber(FIRST_MONTH + at), cents })
  }
  return listed
}
