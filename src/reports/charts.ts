/** Three charts as data for the screen, each beside a table that says the same: the drawing is the screen's. */
import type { IsoMonth } from '#domain/dates.ts'
import type { MonthTotals } from '#domain/ledger-months.ts'
import type { Cents } from '#domain/money.ts'
import type { LineName, YearlyReport } from './report-model.ts'

export interface Bar {
  /** Null: what is not sorted, or belongs to another sponsorship. */
  readonly line: LineName | null
  readonly cents: Cents
  /** 0 to 1 of the longest bar. */
  readonly share: number
}

/** Income by source, the greatest first. */
export function incomeBars(report: Pick<YearlyReport, 'income'>): readonly Bar[] {
  const { rows, unsortedCents, otherSponsorshipsCents } = report.income
  const rest = unsortedCents + otherSponsorshipsCents
  const bars = [
    ...rows.map(({ line, cents }) => ({ line, cents })),
    ...(rest === 0 ? [] : [{ line: null, cents: rest }]),
  ].sort((a, b) => b.cents - a.cents)
  const longest = Math.max(1, ...bars.map(bar => bar.cents))
  return bars.map(bar => ({ ...bar, share: Math.max(0, bar.cents) / longest }))
}

export interface PlanBar {
  readonly line: LineName
  readonly spentCents: Cents
  /** Null: not budgeted. */
  readonly budgetCents: Cents | null
  readonly spentShare: number
  readonly budgetShare: number
  /** Said in words too, never by colour alone. */
  readonly state: 'left' | 'exact' | 'over' | 'not-budgeted'
}

/** Budget and spent, in the order of the lines. */
export function planBars(report: Pick<YearlyReport, 'budget'>): readonly PlanBar[] {
  const rows = report.budget.groups.flatMap(group => group.rows)
  const longest = Math.max(1, ...rows.flatMap(row => [row.spentCents + row.owedCents, row.budgetCents ?? 0]))
  return rows.map(({ line, spentCents, owedCents, budgetCents, leftCents }) => ({
    line,
    spentCents: spentCents + owedCents,
    budgetCents,
    spentShare: Math.max(0, spentCents + owedCents) / longest,
    budgetShare: Math.max(0, budgetCents ?? 0) / longest,
    state: leftCents === null ? 'not-budgeted' : leftCents < 0 ? 'over' : leftCents === 0 ? 'exact' : 'left',
  }))
}

export interface BalanceCurve {
  readonly points: readonly { readonly month: IsoMonth; readonly cents: Cents; readonly height: number }[]
  readonly lowestCents: Cents
  readonly highestCents: Cents
  /** Height of 0.00, 0 to 1. */
  readonly zeroHeight: number
}

/** The balance at the end of each month, heights from 0 (lowest or zero) to 1 (highest or zero). */
export function balanceCurve(months: readonly MonthTotals[]): BalanceCurve {
  const balances = months.map(month => month.closingCents)
  const lowestCents = Math.min(0, ...balances)
  const highestCents = Math.max(0, ...balances)
  const span = Math.max(1, highestCents - lowestCents)
  const height = (cents: Cents): number => (cents - lowestCents) / span
  return {
    points: months.map(({ month, closingCents }) => ({
      month,
      cents: closingCents,
      height: height(closingCents),
    })),
    lowestCents,
    highestCents,
    zeroHeight: height(0),
  }
}
