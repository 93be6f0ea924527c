/**
 * Three columns a line: the official figure, the group's own budget, and what was spent, for a period or for the whole
 * sponsorship, with what is still to pay and the forecast. Spending is by the bank's date; what is still to pay looks
 * at the months covered, so that January's rent paid in December is not expected again.
 *
 * While the arrival is unknown, a budget by support month has no dates: a period's budget is then null, never guessed.
 */
import type { IsoDate } from './dates.ts'
import type { CoveredCost } from './ledger-months.ts'
import type { LineTotals } from './ledger-totals.ts'
import type { BudgetPlan, CountsAs, Line } from './line.ts'
import type { Cents } from './money.ts'
import { isInPeriod, type Period } from './periods.ts'
import { type SupportMonth, supportMonthOfCovers } from './support-months.ts'

export interface BudgetRow {
  readonly line: Line
  readonly countsAs: CountsAs
  /** The official figure for the same time; null: none is current. */
  readonly officialCents: Cents | null
  /** Null: nothing is budgeted, or the months have no dates yet. */
  readonly budgetCents: Cents | null
  /** Cash. On an income line: what was received. */
  readonly spentCents: Cents
  readonly owedCents: Cents
  readonly inKindCents: Cents
  /** Budgeted, and not yet paid for the months covered. */
  readonly stillToPayCents: Cents
  /** Spent, owed and still to pay. */
  readonly forecastCents: Cents
  /** Budget less what is spent and owed; negative is over. Null without a budget. */
  readonly leftCents: Cents | null
}

export interface BudgetInput {
  readonly lines: readonly Line[]
  /** `periodTotals(...).lines` of the period, or of all time for the whole sponsorship. */
  readonly totals: readonly LineTotals[]
  /** `periodTotals(...).lines` of everything before the period; empty for the whole sponsorship. */
  readonly before: readonly LineTotals[]
  /** `costsByMonth(ledger, lines, 'covers', …)` of everything up to the end of the period. */
  readonly covered: readonly CoveredCost[]
  readonly months: readonly SupportMonth[]
  /** Null: the whole sponsorship. */
  readonly period: Period | null
  /** Months that end before this day are over. */
  readonly asOf: IsoDate
}

/** Lines in order; retired ones only where something stands on them. */
export function budgetAndSpent(input: BudgetInput): readonly BudgetRow[] {
  const now = sumsByLine(input.totals)
  const earlier = sumsByLine(input.before)
  const covered = coveredByMonth(input)
  const rows: BudgetRow[] = []
  for (const line of [...input.lines].sort(byOrder)) {
    if (line.deleted) continue
    const sums = now.get(line.id) ?? noSums
    if (line.retired && sums === noSums) continue
    rows.push(budgetRow(line, sums, earlier.get(line.id) ?? noSums, covered.get(line.id) ?? new Map(), input))
  }
  return rows
}

export const byOrder = (
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1)

interface LineSums {
  readonly cash: Cents
  readonly owed: Cents
  readonly inKind: Cents
}
const noSums: LineSums = { cash: 0, owed: 0, inKind: 0 }

function sumsByLine(totals: readonly LineTotals[]): ReadonlyMap<string, LineSums> {
  const sums = new Map<string, LineSums>()
  for (const total of totals) {
    const known = sums.get(total.line) ?? noSums
    sums.set(total.line, {
      cash: known.cash + total.cashCents,
      owed: known.owed + total.owedCents,
      inKind: known.inKind + total.inKindCents,
    })
  }
  return sums
}

/** Paid or owed by line and number of the support month. */
function coveredByMonth(
  input: Pick<BudgetInput, 'covered' | 'months'>,
): ReadonlyMap<string, ReadonlyMap<number, Cents>> {
  const sums = new Map<string, Map<number, Cents>>()
  for (const cost of input.covered) {
    const number = supportMonthOfCovers(input.months, cost.month)?.number
    if (number === undefined || cost.flow === 'in-kind') continue
    const months = sums.get(cost.line) ?? new Map<number, Cents>()
    sums.set(cost.line, months)
    months.set(number, (months.get(number) ?? 0) + cost.cents)
  }
  return sums
}

function budgetRow(
  line: Line,
  sums: LineSums,
  earlier: LineSums,
  covered: ReadonlyMap<number, Cents>,
  input: BudgetInput,
): BudgetRow {
  const spent = sums.cash + sums.owed
  const planned = plannedFor(line.budget, earlier, input)
  const stillToPayCents =
    line.countsAs === 'income' ? 0 : stillToPay(line.budget, planned, spent, covered, input)
  return {
    line,
    countsAs: line.countsAs,
    officialCents: officialFor(line, input),
    budgetCents: planned,
    spentCents: sums.cash,
    owedCents: sums.owed,
    inKindCents: sums.inKind,
    stillToPayCents,
    forecastCents: spent + stillToPayCents,
    leftCents: planned === null ? null : planned - spent,
  }
}

/** The plan's amount for support month `number`, 1 first; 0 when the plan has none for it. */
export function plannedInMonth(plan: BudgetPlan, number: number): Cents {
  switch (plan.kind) {
    case 'none':
      return 0
    case 'once':
      return plan.month === number ? plan.cents : 0
    case 'monthly':
      return number >= plan.from && number <= plan.to ? plan.cents : 0
    case 'by-month':
      return plan.cents[number - 1] ?? 0
  }
}

const isAnyTime = (plan: BudgetPlan): boolean =>
  plan.kind === 'once' && (plan.month === null || plan.month === 0)

/** Support months that begin in the period; null while they have no dates. */
function monthsIn(input: BudgetInput): readonly SupportMonth[] | null {
  const { months, period } = input
  if (period === null) return months
  if (months.every(month => month.dates === null)) return null
  return months.filter(month => month.dates && isInPeriod(month.dates.from, period))
}

function plannedFor(plan: BudgetPlan, earlier: LineSums, input: BudgetInput): Cents | null {
  if (plan.kind === 'none') return null
  // A one-time amount without a month: a period has what earlier periods left of it.
  if (plan.kind === 'once' && isAnyTime(plan)) return Math.max(0, plan.cents - earlier.cash - earlier.owed)
  const months = monthsIn(input)
  return months?.reduce((sum, month) => sum + plannedInMonth(plan, month.number), 0) ?? null
}

function officialFor(line: Line, input: BudgetInput): Cents | null {
  if (!line.official) return null
  if (line.official.per === 'once') return line.official.cents
  const months = monthsIn(input)
  return months && months.filter(month => month.payer === 'sponsor').length * line.official.cents
}

function stillToPay(
  plan: BudgetPlan,
  planned: Cents | null,
  spent: Cents,
  covered: ReadonlyMap<number, Cents>,
  input: BudgetInput,
): Cents {
  if (planned === null) return 0
  const last = input.months.findLast(month => month.dates !== null)
  if (last?.dates && last.dates.to < input.asOf) return 0
  if (!last || plan.kind === 'once') return Math.max(0, planned - spent)
  return (monthsIn(input) ?? [])
    .filter(month => month.dates && month.dates.to >= input.asOf)
    .reduce(
      (sum, { number }) => sum + Math.max(0, plannedInMonth(plan, number) - (covered.get(number) ?? 0)),
      0,
    )
}

/** What the household lives on; where it is budgeted, rent may be in it. */
const SUPPORT_LINE = 'household-support'
const RENT_LINE = 'rent'
/** Paid for so many support months, a line is taken to go on. */
const PAID_REGULARLY = 2

/**
 * Lines of monthly support on which more is to be paid and nothing is budgeted: the household's support, rent where
 * that is missing too, and what was paid for two months or more. While there is one, what is still to pay, and what
 * would be left over, is not known: a part must not look like all. Empty once no month is left for the group to pay.
 */
export function unbudgetedLines({
  lines,
  covered,
  months,
  asOf,
}: Pick<BudgetInput, 'lines' | 'covered' | 'months' | 'asOf'>): readonly Line[] {
  const hasDates = months.some(month => month.dates !== null)
  const isOpen = (month: SupportMonth): boolean =>
    month.payer !== 'government' && (month.dates ? month.dates.to >= asOf : !hasDates)
  if (!months.some(isOpen)) return []
  const paid = coveredByMonth({ covered, months })
  const candidates = lines.filter(
    line =>
      !line.deleted && !line.retired && line.countsAs === 'monthly-support' && line.budget.kind === 'none',
  )
  const lacksSupport = candidates.some(line => line.key === SUPPORT_LINE)
  return candidates.filter(line => {
    if (lacksSupport && (line.key === SUPPORT_LINE || line.key === RENT_LINE)) return true
    const sums = paid.get(line.id)?.values() ?? []
    return [...sums].filter(cents => cents > 0).length >= PAID_REGULARLY
  })
}
