/** What one account of a bank file holds, whatever format it came in. Rows run from the oldest to the newest. */
import type { IsoDate } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'

export type BankRow = {
  /** Line of the file (CSV), or number of the transaction in the file (OFX), from 1. */
  readonly row: number
  readonly date: IsoDate
  /** Positive is into the account. */
  readonly cents: Cents
  /** Payee and description in one line, at most 200 characters. */
  readonly text: string
  readonly memo: string
  /** The bank's own id; shown, never used as an identity: banks change it between two downloads. */
  readonly fitId: string | null
  readonly type: string | null
  readonly chequeNumber: string
  readonly balanceCents: Cents | null
}

export type RowSums = { readonly count: number; readonly inCents: Cents; readonly outCents: Cents }

export type BankAccount = {
  /** Masked: at most the last four characters, as `••••1234`; empty when the file names none. */
  readonly accountHint: string
  readonly rows: readonly BankRow[]
  /** Balance before the first row and after the last one; null when the file does not say. */
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
  readonly firstDate: IsoDate
  readonly lastDate: IsoDate
  /** `CAD` unless the file says otherwise. */
  readonly currency: string
  readonly sums: RowSums
}

export function sumsOf(rows: readonly { readonly cents: Cents }[]): RowSums {
  let inCents = 0
  let outCents = 0
  for (const { cents } of rows)
    if (cents > 0) inCents += cents
    else outCents -= cents
  return { count: rows.length, inCents, outCents }
}

/** Rows must not be empty. */
export function createBankAccount(
  account: Omit<BankAccount, 'firstDate' | 'lastDate' | 'sums'>,
): BankAccount {
  const dates = account.rows.map(row => row.date)
  let firstDate = dates[0] ?? ''
  let lastDate = firstDate
  for (const date of dates) {
    if (date < firstDate) firstDate = date
    if (date > lastDate) lastDate = date
  }
  return { ...account, firstDate, lastDate, sums: sumsOf(account.rows) }
}

/** Several accounts of one file that are one account of the group (two cards on it, for one). */
export function joinAccounts(accounts: readonly BankAccount[]): BankAccount | null {
  const [first, ...others] = accounts
  if (!first) return null
  if (others.length === 0) return first
  const rows = accounts
    .flatMap(account => account.rows)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return createBankAccount({ ...first, rows, openingCents: null, closingCents: null })
}

/** `5012345678901234` → `••••1234`. */
export function maskAccount(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '')
  return plain === '' ? '' : `••••${plain.slice(-4)}`
}

/** Nearly every text of a bank: nothing to clean. */
const PLAIN = /^[ -~]*$/

/**
 * One line of at most `length` characters: control characters become spaces, and the characters that turn the direction
 * of writing go, because they could make an amount or a name read as another.
 */
export function cleanText(text: string, length = 200): string {
  if (text.length <= length && PLAIN.test(text) && !text.includes('  ')) return text.trim()
  const line = text
    .slice(0, length * 20)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u200b]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}
