/**
 * Every entry as rows of typed columns, so that a year's figures over 100,000 entries are one pass over numbers.
 * An entry gives one row for each split (two for a transfer). An edit appends the old rows with weight −1 and the new
 * ones with weight 1, so nothing is built again for one key press. Sums over it are in `ledger-totals.ts`.
 *
 * [Note: what settles what is owed] An `owed` entry is a cost that a member has paid. Until it is settled it is owed
 * and is not cash. The expense that settles it takes over its lines, units and months wherever that expense is not
 * sorted itself, so that a cost stands on its line once.
 */
import { coveredMonth } from './covers.ts'
import type { IsoDate, IsoMonth } from './dates.ts'
import type { Entry, Split } from './entry.ts'
import type { CountsAs, Line } from './line.ts'

export const CASH = 0
export const TRANSFER = 1
export const IN_KIND = 2
export const OWED = 3

/** Names as small numbers; −1 is "none". */
export interface Names {
  readonly ids: string[]
  readonly byId: Map<string, number>
}

export interface Ledger {
  rows: number
  /** Rows of the first build; the rest are edits. */
  builtRows: number
  readonly accounts: Names
  readonly lines: Names
  readonly units: Names
  /** `yyyymmdd`. */
  day: Int32Array
  account: Int32Array
  line: Int32Array
  unit: Int32Array
  /** First and last month covered, as year × 12 + month − 1. */
  from: Int32Array
  to: Int32Array
  /** Cash and transfers signed as the bank does; in-kind and owed positive when given. */
  cents: Float64Array
  flow: Uint8Array
  /** What the split counts as, 0 when the line decides; see `COUNTS_AS`. */
  countsAs: Uint8Array
  /** Bits: `FIRST_ROW`, `RECEIPT_MISSING`. */
  flags: Uint8Array
  /** 1, or −1 where an edit took the row back; `cents` has it in it already. */
  weight: Int8Array
  readonly lineKeys: ReadonlyMap<string, string>
  /** By line and day: the month covered where nobody said so. */
  readonly proposed: Map<number, number>[]
  /** What each settling expense settles. */
  readonly settled: ReadonlyMap<string, readonly Entry[]>
}

export const FIRST_ROW = 1
export const RECEIPT_MISSING = 2
export const COUNTS_AS: readonly (CountsAs | null)[] = [
  null,
  'income',
  'start-up',
  'monthly-support',
  'extra',
  'own-cost',
]

export function dayNumber(date: IsoDate): number {
  const digit = (at: number): number => date.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  return year * 10_000 + (digit(5) * 10 + digit(6)) * 100 + digit(8) * 10 + digit(9)
}

export const monthNumber = (month: IsoMonth): number =>
  Math.floor(dayNumber(`${month}-01`) / 10_000) * 12 +
  Math.floor((dayNumber(`${month}-01`) % 10_000) / 100) -
  1

const pad2 = (value: number): string => String(value).padStart(2, '0')
export const monthFromNumber = (value: number): IsoMonth =>
  `${Math.floor(value / 12)}-${pad2((value % 12) + 1)}`
export const dateFromNumber = (value: number): IsoDate =>
  `${Math.floor(value / 10_000)}-${pad2(Math.floor(value / 100) % 100)}-${pad2(value % 100)}`

function nameIndex(names: Names, id: string | null): number {
  if (id === null) return -1
  const known = names.byId.get(id)
  if (known !== undefined) return known
  names.byId.set(id, names.ids.length)
  return names.ids.push(id) - 1
}

const emptyNames = (): Names => ({ ids: [], byId: new Map() })

/** Deleted and left-out entries may be among them and are not counted. The order does not matter. */
export function buildLedger(entries: Iterable<Entry>, lines: Iterable<Line>): Ledger {
  const all = Array.isArray(entries) ? (entries as readonly Entry[]) : [...entries]
  let capacity = 256
  for (const entry of all) capacity += Math.max(1, entry.money.splits.length) + 1
  const lineKeys = new Map<string, string>()
  for (const line of lines) lineKeys.set(line.id, line.key)
  const ledger: Ledger = {
    rows: 0,
    builtRows: 0,
    accounts: emptyNames(),
    lines: emptyNames(),
    units: emptyNames(),
    ...columnsOf(capacity),
    lineKeys,
    proposed: [],
    settled: settledOwed(all),
  }
  for (const entry of all) postEntry(ledger, entry, 1)
  ledger.builtRows = ledger.rows
  return ledger
}

const columnsOf = (capacity: number) => ({
  day: new Int32Array(capacity),
  account: new Int32Array(capacity),
  line: new Int32Array(capacity),
  unit: new Int32Array(capacity),
  from: new Int32Array(capacity),
  to: new Int32Array(capacity),
  cents: new Float64Array(capacity),
  flow: new Uint8Array(capacity),
  countsAs: new Uint8Array(capacity),
  flags: new Uint8Array(capacity),
  weight: new Int8Array(capacity),
})

function settledOwed(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const settled = new Map<string, Entry[]>()
  let some = false
  for (const entry of entries)
    if (entry.type === 'owed' && entry.settledBy !== null && counts(entry)) {
      some = true
      const list = settled.get(entry.settledBy)
      if (list) list.push(entry)
      else settled.set(entry.settledBy, [entry])
    }
  if (!some) return settled
  // Settled by an entry that is gone, or that is not counted: it is still owed.
  const expenses = new Set<string>()
  for (const entry of entries)
    if (settled.has(entry.id) && counts(entry) && entry.type !== 'owed') expenses.add(entry.id)
  for (const id of [...settled.keys()]) if (!expenses.has(id)) settled.delete(id)
  return settled
}

const counts = (entry: Entry): boolean => !entry.deleted && !entry.leftOut

/**
 * Takes an edit, an added entry (`before` null) or a removed one (`after` null) into the ledger. False, with nothing
 * changed, when other entries may be touched (money owed and what settles it) or edits have piled up: build it again.
 */
export function replaceEntry(ledger: Ledger, before: Entry | null, after: Entry | null): boolean {
  for (const entry of [before, after])
    if (entry && (entry.type === 'owed' || ledger.settled.has(entry.id))) return false
  if (ledger.rows - ledger.builtRows > 5_000 + ledger.builtRows / 4) return false
  if (before) postEntry(ledger, before, -1)
  if (after) postEntry(ledger, after, 1)
  return true
}

/** Whether an owed entry is still to be paid back, in this ledger. */
export const isStillOwed = (ledger: Ledger, entry: Entry): boolean =>
  entry.type === 'owed' && counts(entry) && !(entry.settledBy !== null && ledger.settled.has(entry.settledBy))

function postEntry(ledger: Ledger, entry: Entry, weight: 1 | -1): void {
  if (!counts(entry)) return
  const day = dayNumber(entry.date)
  const { money } = entry
  if (entry.type === 'transfer') {
    const row = post(ledger, day, TRANSFER, money.cents * weight, weight)
    ledger.account[row] = nameIndex(ledger.accounts, entry.account)
    ledger.flags[row] = FIRST_ROW
    const other = post(ledger, day, TRANSFER, -money.cents * weight, weight)
    ledger.account[other] = nameIndex(ledger.accounts, money.toAccount)
    return
  }
  if (entry.type === 'owed') {
    if (isStillOwed(ledger, entry)) postSplits(ledger, entry, OWED, money.cents < 0 ? -1 : 1, weight)
  } else if (entry.type === 'in-kind') postSplits(ledger, entry, IN_KIND, money.cents < 0 ? -1 : 1, weight)
  else postSplits(ledger, entry, CASH, 1, weight)
}

/**
 * The parts of an entry that count, which always add up to its amount: its own, or those of what it settles, and what
 * they leave over as not sorted.
 */
export function partsOf(ledger: Ledger, entry: Entry): readonly Split[] {
  const own = entry.money.splits
  const owed = ledger.settled.size === 0 ? undefined : ledger.settled.get(entry.id)
  const parts = owed && own.every(part => part.line === null) ? takenOver(ledger, entry, owed) : own
  let left = entry.money.cents
  for (const part of parts) left -= part.cents
  if (left === 0 && parts.length > 0) return parts
  return [...parts, { line: null, cents: left, countsAs: null, unit: null, covers: null }]
}

/** The parts of what is settled, up to the amount paid; see [Note: what settles what is owed]. */
function takenOver(ledger: Ledger, expense: Entry, owed: readonly Entry[]): readonly Split[] {
  const parts: Split[] = []
  const sign = expense.money.cents < 0 ? -1 : 1
  let left = Math.abs(expense.money.cents)
  for (const entry of owed)
    for (const part of entry.money.splits) {
      const cents = Math.min(left, Math.abs(part.cents))
      if (cents === 0) continue
      left -= cents
      const month = coveredMonth(entry.date, ledger.lineKeys.get(part.line ?? '') ?? '')
      parts.push({ ...part, cents: sign * cents, covers: part.covers ?? { from: month, to: month } })
    }
  return parts
}

function postSplits(ledger: Ledger, entry: Entry, flow: number, sign: number, weight: 1 | -1): void {
  const day = dayNumber(entry.date)
  const account = flow === CASH ? nameIndex(ledger.accounts, entry.account) : -1
  const missing = flow !== IN_KIND && entry.type !== 'income' && entry.receipt === 'missing'
  let flags = FIRST_ROW | (missing ? RECEIPT_MISSING : 0)
  for (const part of partsOf(ledger, entry)) {
    const row = post(ledger, day, flow, part.cents * sign * weight, weight)
    ledger.account[row] = account
    ledger.flags[row] = flags
    flags &= ~FIRST_ROW
    ledger.line[row] = nameIndex(ledger.lines, part.line)
    ledger.unit[row] = nameIndex(ledger.units, part.unit)
    ledger.countsAs[row] = part.countsAs ? COUNTS_AS.indexOf(part.countsAs) : 0
    const { covers } = part
    const from = covers
      ? monthNumber(covers.from)
      : proposedMonth(ledger, ledger.line[row] as number, day, entry.date)
    ledger.from[row] = from
    ledger.to[row] = covers ? Math.max(monthNumber(covers.to), from) : from
  }
}

/** Asked once for each line and day: 100,000 entries fall on a few hundred days. */
function proposedMonth(ledger: Ledger, line: number, day: number, date: IsoDate): number {
  const known = ledger.proposed[line + 1] ?? new Map<number, number>()
  ledger.proposed[line + 1] = known
  const month = known.get(day)
  if (month !== undefined) return month
  const key = line < 0 ? '' : (ledger.lineKeys.get(ledger.lines.ids[line] ?? '') ?? '')
  const proposed = monthNumber(coveredMonth(date, key))
  known.set(day, proposed)
  return proposed
}

function post(ledger: Ledger, day: number, flow: number, cents: number, weight: number): number {
  const row = ledger.rows++
  if (row === ledger.day.length) grow(ledger)
  ledger.day[row] = day
  ledger.flow[row] = flow
  ledger.cents[row] = cents
  ledger.weight[row] = weight
  ledger.line[row] = -1
  ledger.unit[row] = -1
  ledger.account[row] = -1
  return row
}

function grow(ledger: Ledger): void {
  const wider = columnsOf(Math.ceil(ledger.day.length * 1.5))
  for (const name of Object.keys(wider) as (keyof typeof wider)[])
    (wider[name] as Float64Array).set(ledger[name] as Float64Array)
  Object.assign(ledger, wider)
}

/** Days that have an entry, earliest first. */
export function daysWithEntries(ledger: Ledger): readonly IsoDate[] {
  const weights = new Map<number, number>()
  for (let row = 0; row < ledger.rows; row++) {
    const day = ledger.day[row] as number
    weights.set(day, (weights.get(day) ?? 0) + (ledger.weight[row] as number))
  }
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([day]) => dateFromNumber(day))
    .sort()
}

/** Cents spread over months to the cent; what cannot be divided stands in the first month. */
export function spreadEvenly(cents: number, months: number): readonly number[] {
  const each = Math.trunc(cents / months)
  return Array.from({ length: months }, (_, i) => (i === 0 ? cents - each * (months - 1) : each))
}
