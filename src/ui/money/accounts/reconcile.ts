/** The sums of ticking entries off against a statement. */
import type { Account, Statement } from '#domain/account.ts'
import type { Entry } from '#domain/entry.ts'
import { type Cents, sumCents } from '#domain/money.ts'
import { amountFor } from '../entries/entry-filter.ts'

const movesMoney = (entry: Entry, account: Account): boolean =>
  !entry.leftOut &&
  entry.type !== 'in-kind' &&
  entry.type !== 'owed' &&
  entry.date >= account.opening.date &&
  (entry.account === account.id || (entry.type === 'transfer' && entry.money.toAccount === account.id))

/** A transfer is ticked where it goes out; where it comes in it counts as ticked with its day. */
const isTicked = (entry: Entry, account: Account, statement: Statement): boolean =>
  entry.account === account.id ? entry.reconciled !== null : entry.date <= statement.balance.date

/** Entries up to the statement's day that are not ticked off yet. */
export const toReconcile = (
  entries: readonly Entry[],
  account: Account,
  statement: Statement,
): readonly Entry[] =>
  entries.filter(
    entry =>
      movesMoney(entry, account) &&
      entry.date <= statement.balance.date &&
      !isTicked(entry, account, statement),
  )

export interface ReconcileSums {
  /** The account's beginning and everything ticked off earlier. */
  readonly beforeCents: Cents
  readonly tickedCents: Cents
  /** What is ticked less what the statement says. */
  readonly differenceCents: Cents
}

export function reconcileSums(
  entries: readonly Entry[],
  account: Account,
  statement: Statement,
  ticked: readonly Entry[],
): ReconcileSums {
  const earlier = entries.filter(
    entry =>
      movesMoney(entry, account) &&
      entry.date <= statement.balance.date &&
      isTicked(entry, account, statement),
  )
  const sum = (list: readonly Entry[]) => sumCents(list.map(entry => amountFor(entry, account.id)))
  const beforeCents = account.opening.cents + sum(earlier)
  const tickedCents = sum(ticked)
  return {
    beforeCents,
    tickedCents,
    differenceCents: beforeCents + tickedCents - statement.balance.cents,
  }
}
