/**
 * Sums over a ledger, each one pass. Two ways to say when: cash by the bank's date, support by the month covered.
 *
 * [Note: in and out] What comes in is what stands on an income line, what goes out is what stands on a cost line: a
 * store's refund lowers its line and is not income, a donation returned lowers income. What is not sorted counts by
 * its sign. Transfers between the group's accounts are neither.
 *
 * [Note: opening balances] An account's opening balance is its balance at the start of that day, so entries before
 * that day are in it already and move no money. A period that begins earlier opens with it.
 */
import type { Account } from './account.ts'
import type { IsoDate } from './dates.ts'
import type { Entry } from './entry.ts'
import {
  CASH,
  COUNTS_AS,
  dayNumber,
  FIRST_ROW,
  IN_KIND,
  isStillOwed,
  type Ledger,
  OWED,
  RECEIPT_MISSING,
  TRANSFER,
} from './ledger.ts'
import type { CountsAs, Line } from './line.ts'
import type { Cents } from './money.ts'
import type { Period } from './periods.ts'

/** `openingCents + inCents - outCents + transferCents = closingCents`. */
export interface AccountTotals {
  /** Null: entries that name no account, or one that is gone. */
  readonly account: string | null
  readonly openingCents: Cents
  readonly inCents: Cents
  readonly outCents: Cents
  readonly transferCents: Cents
  readonly closingCents: Cents
}

export interface LineTotals {
  readonly line: string
  readonly countsAs: CountsAs
  /** Paid and received through accounts: positive is spent on a cost line and received on an income line. */
  readonly cashCents: Cents
  readonly inKindCents: Cents
  /** Paid by members and not yet paid back. */
  readonly owedCents: Cents
  readonly rows: number
  /** Of these, gifts in kind. */
  readonly inKindRows: number
}

export interface PeriodTotals extends Omit<AccountTotals, 'account'> {
  readonly accounts: readonly AccountTotals[]
  readonly lines: readonly LineTotals[]
  /** What is not sorted onto a line; both positive. */
  readonly unsorted: { readonly entries: number; readonly inCents: Cents; readonly outCents: Cents }
  readonly receiptsMissing: { readonly entries: number; readonly cents: Cents }
  /** As the bank counts, refunds among what came in: for comparing with a statement. */
  readonly bankInCents: Cents
  readonly bankOutCents: Cents
}

/** Per account of the ledger (the last place is "no account"): from which day on it moves money. */
export function openDays(ledger: Ledger, accounts: readonly Account[]): Int32Array {
  const days = new Int32Array(ledger.accounts.ids.length + 1)
  for (const account of accounts) {
    const index = ledger.accounts.byId.get(account.id)
    if (index !== undefined && !account.deleted) days[index] = dayNumber(account.opening.date)
  }
  return days
}

/** Per line of the ledger: what it counts as, 0 when there is no such line (then its rows are not sorted). */
export function lineClasses(ledger: Ledger, lines: readonly Line[]): Uint8Array {
  const classes = new Uint8Array(ledger.lines.ids.length + 1)
  for (const line of lines) {
    const index = ledger.lines.byId.get(line.id)
    if (index !== undefined && !line.deleted) classes[index] = COUNTS_AS.indexOf(line.countsAs)
  }
  return classes
}

/** What a split counts as. An income line stays income and a cost line stays a cost, whatever the split says. */
export const classOf = (lineClass: number, override: number): number =>
  override === 0 || lineClass === INCOME || override === INCOME ? lineClass : override

export const INCOME = COUNTS_AS.indexOf('income')
export const CLASSES = COUNTS_AS.length

/** Everything that a period's summary needs, in one pass. */
export function periodTotals(
  ledger: Ledger,
  accounts: readonly Account[],
  lines: readonly Line[],
  period: Period,
): PeriodTotals {
  const sums = gather(ledger, openDays(ledger, accounts), lineClasses(ledger, lines), period)
  const listed = listAccounts(ledger, accounts, sums, period)
  const all = (name: keyof Omit<AccountTotals, 'account'>): Cents =>
    listed.reduce((total, account) => total + account[name], 0)
  return {
    accounts: listed,
    lines: listLines(ledger, sums),
    openingCents: all('openingCents'),
    inCents: all('inCents'),
    outCents: all('outCents'),
    transferCents: all('transferCents'),
    closingCents: all('closingCents'),
    unsorted: sums.unsorted,
    receiptsMissing: sums.receipts,
    bankInCents: sums.bank.inCents,
    bankOutCents: sums.bank.outCents,
  }
}

type Sums = ReturnType<typeof emptySums>
const emptySums = (accounts: number, lines: number) => ({
  opening: new Float64Array(accounts),
  in: new Float64Array(accounts),
  out: new Float64Array(accounts),
  transfer: new Float64Array(accounts),
  touched: new Uint8Array(accounts),
  cash: new Float64Array(lines * CLASSES),
  inKind: new Float64Array(lines * CLASSES),
  owed: new Float64Array(lines * CLASSES),
  rows: new Int32Array(lines * CLASSES),
  gifts: new Int32Array(lines * CLASSES),
  unsorted: { entries: 0, inCents: 0, outCents: 0 },
  receipts: { entries: 0, cents: 0 },
  bank: { inCents: 0, outCents: 0 },
})

function gather(ledger: Ledger, openDay: Int32Array, classes: Uint8Array, period: Period): Sums {
  const none = openDay.length - 1
  const sums = emptySums(openDay.length, classes.length)
  const from = dayNumber(period.from)
  const to = dayNumber(period.to)
  const { day, account, line, cents, flow, countsAs, flags, weight, rows } = ledger
  let counted = false
  for (let row = 0; row < rows; row++) {
    const on = day[row] as number
    if (on > to) continue
    const kind = flow[row] as number
    const amount = cents[row] as number
    const at = (account[row] as number) < 0 ? none : (account[row] as number)
    if (kind === CASH || kind === TRANSFER) {
      if (on < (openDay[at] as number)) continue
      sums.touched[at] = 1
      if (on < from) {
        sums.opening[at] = (sums.opening[at] as number) + amount
        continue
      }
      if (kind === TRANSFER) {
        sums.transfer[at] = (sums.transfer[at] as number) + amount
        continue
      }
    } else if (on < from) continue
    const times = weight[row] as number
    const bits = flags[row] as number
    if (bits & FIRST_ROW) counted = false
    if (bits & RECEIPT_MISSING) {
      sums.receipts.entries += bits & FIRST_ROW ? times : 0
      sums.receipts.cents += kind === CASH ? -amount : amount
    }
    const lineAt = line[row] as number
    const lineClass = lineAt < 0 ? 0 : (classes[lineAt] as number)
    if (lineClass === 0) {
      addUnsorted(sums, kind, at, amount, times)
      if (!counted) sums.unsorted.entries += times
      counted = true
    } else {
      addSorted(sums, kind, at, lineAt * CLASSES + classOf(lineClass, countsAs[row] as number), amount, times)
    }
  }
  return sums
}

function addUnsorted(sums: Sums, kind: number, at: number, amount: number, times: number): void {
  if (kind !== CASH) return
  if (amount * times > 0) {
    sums.in[at] = (sums.in[at] as number) + amount
    sums.unsorted.inCents += amount
    sums.bank.inCents += amount
  } else {
    sums.out[at] = (sums.out[at] as number) - amount
    sums.unsorted.outCents -= amount
    sums.bank.outCents -= amount
  }
}

function addSorted(sums: Sums, kind: number, at: number, cell: number, amount: number, times: number): void {
  sums.rows[cell] = (sums.rows[cell] as number) + times
  if (kind === IN_KIND) {
    sums.gifts[cell] = (sums.gifts[cell] as number) + times
    sums.inKind[cell] = (sums.inKind[cell] as number) + amount
  } else if (kind === OWED) sums.owed[cell] = (sums.owed[cell] as number) + amount
  else {
    if (amount * times > 0) sums.bank.inCents += amount
    else sums.bank.outCents -= amount
    if (cell % CLASSES === INCOME) {
      sums.cash[cell] = (sums.cash[cell] as number) + amount
      sums.in[at] = (sums.in[at] as number) + amount
    } else {
      sums.cash[cell] = (sums.cash[cell] as number) - amount
      sums.out[at] = (sums.out[at] as number) - amount
    }
  }
}

function listAccounts(
  ledger: Ledger,
  accounts: readonly Account[],
  sums: Sums,
  period: Period,
): readonly AccountTotals[] {
  const listed: AccountTotals[] = []
  const add = (account: string | null, index: number | undefined, begunCents: Cents): void => {
    const of = (column: Float64Array): number => (index === undefined ? 0 : (column[index] ?? 0))
    const openingCents = begunCents + of(sums.opening)
    const transferCents = of(sums.transfer)
    const closingCents = openingCents + of(sums.in) - of(sums.out) + transferCents
    listed.push({
      account,
      openingCents,
      inCents: of(sums.in),
      outCents: of(sums.out),
      transferCents,
      closingCents,
    })
  }
  const known = new Set<number>()
  for (const account of accounts) {
    if (account.deleted) continue
    const index = ledger.accounts.byId.get(account.id)
    if (index !== undefined) known.add(index)
    if (account.opening.date <= period.to) add(account.id, index, account.opening.cents)
  }
  let stray = false
  const last = sums.touched.length - 1
  for (let index = 0; index < last; index++) {
    if (!sums.touched[index] || known.has(index)) continue
    stray = true
    for (const column of [sums.opening, sums.in, sums.out, sums.transfer])
      column[last] = (column[last] as number) + (column[index] as number)
  }
  if (stray || sums.touched[last]) add(null, last, 0)
  return listed
}

function listLines(ledger: Ledger, sums: Sums): readonly LineTotals[] {
  const listed: LineTotals[] = []
  ledger.lines.ids.forEach((line, index) => {
    for (let code = 1; code < CLASSES; code++) {
      const cell = index * CLASSES + code
      const [cashCents, inKindCents, owedCents] = [sums.cash[cell], sums.inKind[cell], sums.owed[cell]]
      const rows = sums.rows[cell] ?? 0
      if (!cashCents && !inKindCents && !owedCents && rows <= 0) continue
      const countsAs = COUNTS_AS[code] as CountsAs
      listed.push({
        line,
        countsAs,
        cashCents: cashCents ?? 0,
        inKindCents: inKindCents ?? 0,
        owedCents: owedCents ?? 0,
        rows,
        inKindRows: sums.gifts[cell] ?? 0,
      })
    }
  })
  return listed
}

/** Balance at the end of a day. An account that begins later has none yet, 0. */
export function balanceAt(ledger: Ledger, account: Account, date: IsoDate): Cents {
  if (account.opening.date > date) return 0
  const index = ledger.accounts.byId.get(account.id)
  let balance = account.opening.cents
  if (index === undefined) return balance
  const first = dayNumber(account.opening.date)
  const last = dayNumber(date)
  for (let row = 0; row < ledger.rows; row++)
    if (ledger.account[row] === index && (ledger.flow[row] as number) <= TRANSFER) {
      const on = ledger.day[row] as number
      if (on >= first && on <= last) balance += ledger.cents[row] as number
    }
  return balance
}

/** The balance after each of an account's entries, in the order given (a running balance column); by entry id. */
export function runningBalances(entries: Iterable<Entry>, account: Account): ReadonlyMap<string, Cents> {
  const balances = new Map<string, Cents>()
  let balance = account.opening.cents
  for (const entry of entries) {
    const moved = movedOn(entry, account)
    if (moved === null) continue
    balance += moved
    balances.set(entry.id, balance)
  }
  return balances
}

/** What an entry adds to an account's balance; null where it has no place in the account. */
export function movedOn(entry: Entry, account: Account): Cents | null {
  if (entry.deleted || entry.leftOut || entry.date < account.opening.date) return null
  if (entry.type === 'in-kind' || entry.type === 'owed') return null
  const receives = entry.type === 'transfer' && entry.money.toAccount === account.id
  if (entry.account !== account.id) return receives ? -entry.money.cents : null
  return receives ? 0 : entry.money.cents
}

/** What members are still owed, by member; '' where nobody is named. */
export function owedByMember(ledger: Ledger, entries: Iterable<Entry>): ReadonlyMap<string, Cents> {
  const owed = new Map<string, Cents>()
  for (const entry of entries)
    if (isStillOwed(ledger, entry)) {
      const member = entry.owedTo ?? ''
      owed.set(member, (owed.get(member) ?? 0) + Math.abs(entry.money.cents))
    }
  return owed
}
