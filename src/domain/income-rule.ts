/**
 * How earnings lower a month's support: up to half of the month's entitlement may be earned without any effect, above
 * that support goes down dollar for dollar, month by month. What counts is net employment income less child care with
 * receipts, up to a limit for each child under an age. Child benefits and other tax benefits are never income, and
 * neither are earnings of a family member in full-time secondary school: they are not among the inputs.
 * Source: `resources/rates/income-rule.json`, with IRCC's worked example.
 */
import type { Cents } from './money.ts'
import { dollarsToCents, type Rates } from './rates.ts'

export interface IncomeMonth {
  /** Whole monthly entitlement of the unit. */
  readonly entitlementCents: Cents
  readonly grossCents: Cents
  /** Mandatory taxes and payroll deductions. */
  readonly deductionsCents: Cents
  /** Child care paid, with receipts. */
  readonly childCareCents: Cents
  /** Children under the rule's age for whom it was paid. */
  readonly childrenInCare: number
}

export interface IncomeResult {
  readonly netCents: Cents
  readonly childCareCountedCents: Cents
  readonly countedIncomeCents: Cents
  readonly thresholdCents: Cents
  readonly excessCents: Cents
  /** Support still due this month; never below zero, never above the entitlement. */
  readonly payableCents: Cents
}

/** All inputs are positive amounts. */
export function applyIncomeRule(rule: Rates['income-rule'], month: IncomeMonth): IncomeResult {
  const { thresholdShare, reduction, childCareMaxPerChildPerMonth } = rule.data
  const netCents = Math.max(0, month.grossCents - month.deductionsCents)
  const childCareCountedCents = Math.min(
    month.childCareCents,
    month.childrenInCare * dollarsToCents(childCareMaxPerChildPerMonth),
  )
  const countedIncomeCents = Math.max(0, netCents - childCareCountedCents)
  const thresholdCents = Math.round(month.entitlementCents * thresholdShare)
  const excessCents = Math.max(0, countedIncomeCents - thresholdCents)
  const payableCents = Math.max(0, month.entitlementCents - Math.round(excessCents * reduction))
  return { netCents, childCareCountedCents, countedIncomeCents, thresholdCents, excessCents, payableCents }
}
