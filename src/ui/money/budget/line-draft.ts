/** A budget line as its form holds it. */
import type { IsoDate } from '#domain/dates.ts'
import type { BudgetPlan, CountsAs, FigureStatus, Line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { LineFields } from '#state/commands/budget.ts'

export interface LineDraft {
  readonly name: string
  readonly countsAs: CountsAs
  readonly givenAs: Line['givenAs']
  readonly plan: BudgetPlan['kind']
  readonly once: Cents | null
  readonly monthly: Cents | null
  readonly from: number
  readonly to: number
  /** One for each support month. */
  readonly byMonth: readonly (Cents | null)[]
  readonly hasOfficial: boolean
  readonly official: Cents | null
  readonly per: 'once' | 'month'
  readonly source: string
  readonly asOf: IsoDate | null
  readonly status: FigureStatus
  readonly whyOver: string
  readonly prepaidEnd: Line['prepaidEnd']
}

export function lineToDraft(line: Line | null, months: number): LineDraft {
  const budget: BudgetPlan = line?.budget ?? { kind: 'none' }
  const official = line?.official ?? null
  const each = budget.kind === 'monthly' ? budget.cents : null
  return {
    name: line?.name ?? '',
    countsAs: line?.countsAs ?? 'extra',
    givenAs: line?.givenAs ?? 'on-behalf',
    plan: budget.kind,
    once: budget.kind === 'once' ? budget.cents : null,
    monthly: each,
    from: budget.kind === 'monthly' ? budget.from : 1,
    to: budget.kind === 'monthly' ? budget.to : months,
    byMonth: Array.from({ length: months }, (_, i) =>
      budget.kind === 'by-month'
        ? (budget.cents[i] ?? 0)
        : budget.kind === 'monthly' && i + 1 >= budget.from && i + 1 <= budget.to
          ? budget.cents
          : 0,
    ),
    hasOfficial: official !== null,
    official: official?.cents ?? null,
    per: official?.per ?? (line?.countsAs === 'monthly-support' ? 'month' : 'once'),
    source: official?.source ?? '',
    asOf: official?.asOf ?? null,
    status: official?.status ?? 'unverified',
    whyOver: line?.whyOver ?? '',
    prepaidEnd: line?.prepaidEnd ?? '',
  }
}

export type LineProblem = 'name-missing' | 'budget-missing' | 'months-turned' | 'official-missing'

export function lineProblems(draft: LineDraft, hasStandardName: boolean): readonly LineProblem[] {
  const problems: LineProblem[] = []
  if (draft.name.trim() === '' && !hasStandardName) problems.push('name-missing')
  if (planOf(draft, null) === null) problems.push('budget-missing')
  if (draft.plan === 'monthly' && draft.from > draft.to) problems.push('months-turned')
  if (draft.hasOfficial && draft.official === null) problems.push('official-missing')
  return problems
}

/** `month` of a one-time amount is not asked; what the line had is kept. */
function planOf(draft: LineDraft, known: BudgetPlan | null): BudgetPlan | null {
  switch (draft.plan) {
    case 'none':
      return { kind: 'none' }
    case 'once':
      return draft.once === null
        ? null
        : { kind: 'once', cents: draft.once, month: known?.kind === 'once' ? known.month : null }
    case 'monthly':
      return draft.monthly === null
        ? null
        : { kind: 'monthly', cents: draft.monthly, from: draft.from, to: draft.to }
    case 'by-month':
      return draft.byMonth.some(cents => cents === null)
        ? null
        : { kind: 'by-month', cents: draft.byMonth.map(cents => cents ?? 0) }
  }
}

export function draftToLine(draft: LineDraft, known: Line | null): Partial<LineFields> {
  const fields: Partial<LineFields> = {
    name: draft.name.trim(),
    countsAs: draft.countsAs,
    givenAs: draft.givenAs,
    budget: planOf(draft, known?.budget ?? null) ?? { kind: 'none' },
    official:
      draft.hasOfficial && draft.official !== null
        ? {
            cents: draft.official,
            per: draft.per,
            source: draft.source.trim(),
            asOf: draft.asOf,
            status: draft.status,
          }
        : null,
    whyOver: draft.whyOver.trim(),
    prepaidEnd: draft.prepaidEnd,
  }
  if (!known) return fields
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof Line]),
    ),
  )
}
