/**
 * Who pays which month, changed after set-up, and what follows for the budget. A line follows only while its budget is
 * still the one that the payers before would have given: what a group planned by hand is left as it is.
 */
import { monthly } from './budget-seed.ts'
import { jsonEquals } from './json.ts'
import type { BudgetPlan, Line } from './line.ts'
import type { RecordId } from './record-kind.ts'
import type { Payer, Sponsorship } from './sponsorship.ts'
import { payersInMonths } from './support-months.ts'

export interface Payers extends Pick<Sponsorship, 'supportMonths' | 'startUpPayer'> {
  readonly payerByMonth: readonly Payer[]
}

/** Months in a row that one pays for, both ends included. */
export interface PayerRange {
  readonly payer: Payer
  readonly from: number
  readonly to: number
}

export function payerRanges(months: readonly Payer[]): readonly PayerRange[] {
  const ranges: PayerRange[] = []
  for (const [i, payer] of months.entries()) {
    const last = ranges.at(-1)
    if (last?.payer === payer) ranges[ranges.length - 1] = { ...last, to: i + 1 }
    else ranges.push({ payer, from: i + 1, to: i + 1 })
  }
  return ranges
}

export interface FollowingLine {
  readonly line: RecordId
  readonly budget: BudgetPlan
}

/** The lines whose budget follows from other payers, with their new budgets. */
export function budgetsFollowing(
  lines: readonly Line[],
  before: Payers,
  after: Payers,
): readonly FollowingLine[] {
  return lines.flatMap(line => {
    if (line.deleted || line.retired) return []
    const budget = followed(line, before, after)
    return budget === null || jsonEquals(budget, line.budget) ? [] : [{ line: line.id, budget }]
  })
}

/** Null: this line does not follow. */
function followed(line: Line, before: Payers, after: Payers): BudgetPlan | null {
  if (line.countsAs === 'monthly-support') {
    const cents = centsAMonth(line, before)
    if (cents === null || !jsonEquals(line.budget, monthly(cents, payersInMonths(before)))) return null
    return monthly(cents, payersInMonths(after))
  }
  if (line.countsAs !== 'start-up' || line.official?.per !== 'once') return null
  const seeded = (of: Payers): BudgetPlan =>
    of.startUpPayer === 'government' || line.official === null || line.official.cents === 0
      ? { kind: 'none' }
      : { kind: 'once', cents: line.official.cents, month: null }
  return jsonEquals(line.budget, seeded(before)) ? seeded(after) : null
}

/** The amount in each month that the group pays; where it paid none so far, the official figure. */
function centsAMonth(line: Line, before: Payers): number | null {
  const plan = line.budget
  switch (plan.kind) {
    case 'monthly':
      return plan.cents
    case 'by-month':
      return plan.cents.find(cents => cents !== 0) ?? null
    case 'none': {
      const paidNothing = payersInMonths(before).every(payer => payer === 'government')
      return paidNothing && line.official?.per === 'month' && line.official.cents !== 0
        ? line.official.cents
        : null
    }
    case 'once':
      return null
  }
}
