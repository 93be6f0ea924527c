/**
 * Checks a running balance row by row: where a balance does not follow from the one before, rows are missing (a file cut
 * in its middle shows here) or were changed. Banks list newest first, oldest first, or newest day first with the rows of
 * a day in order: the arrangement that holds is taken.
 */
import type { Cents } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { BankRow } from './bank-account.ts'
import type { ImportProblem } from './import-problem.ts'

export type Chain = {
  readonly rows: readonly BankRow[]
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
  /** Oldest first in the file, or newest first. */
  readonly newestFirst: boolean
}

const byDate = (a: BankRow, b: BankRow): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

/** `check` false: the person has seen the mismatch and wants the rows all the same. */
export function chainBalances(rows: readonly BankRow[], check: boolean): Result<Chain, ImportProblem> {
  const reversed = [...rows].reverse()
  const first = rows[0]
  const last = rows.at(-1)
  const newestFirst = first !== undefined && last !== undefined && first.date > last.date
  const likely = newestFirst ? reversed : rows
  const plain = { rows: [...likely].sort(byDate), newestFirst }
  if (!rows.some(row => row.balanceCents !== null))
    return ok({ ...plain, openingCents: null, closingCents: null })
  const ways = newestFirst
    ? [reversed, [...rows].sort(byDate), rows]
    : [rows, [...rows].sort(byDate), reversed, [...reversed].sort(byDate)]
  for (const sign of [1, -1] as const)
    for (const way of ways) {
      const signed = sign === 1 ? way : way.map(owed)
      if (!firstBreak(signed))
        return ok({ rows: signed, ...ends(signed), newestFirst: way !== rows && newestFirst })
    }
  const broken = firstBreak(likely)
  if (check && broken) return err({ kind: 'balance-mismatch', ...broken })
  return ok({ ...plain, ...ends(plain.rows) })
}

/** A card's balance is what is owed: more after a purchase. */
const owed = (row: BankRow): BankRow =>
  row.balanceCents === null ? row : { ...row, balanceCents: row.balanceCents === 0 ? 0 : -row.balanceCents }

function firstBreak(
  rows: readonly BankRow[],
): { row: number; expectedCents: Cents; foundCents: Cents } | null {
  let balance: Cents | null = null
  for (const row of rows) {
    const expected: Cents | null = balance === null ? null : balance + row.cents
    if (row.balanceCents === null) {
      balance = expected
      continue
    }
    if (expected !== null && expected !== row.balanceCents)
      return { row: row.row, expectedCents: expected, foundCents: row.balanceCents }
    balance = row.balanceCents
  }
  return null
}

function ends(rows: readonly BankRow[]): { openingCents: Cents | null; closingCents: Cents | null } {
  let before = 0
  let opening: Cents | null = null
  let closing: Cents | null = null
  for (const row of rows) {
    before += row.cents
    if (row.balanceCents !== null) {
      opening ??= row.balanceCents - before
      closing = row.balanceCents
    } else if (closing !== null) closing += row.cents
  }
  return { openingCents: opening, closingCents: closing }
}
