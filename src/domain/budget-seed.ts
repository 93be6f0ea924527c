/**
 * The first budget of a sponsorship: every standard line with its official figure where there is one, and a proposal
 * for *our budget*, each with the reason for it. What cannot be known is returned as a question (`asks`), not filled in.
 * Months and start-up that the government pays are left out of the proposals.
 */
import type { IsoDate } from './dates.ts'
import type { PlannedUnit } from './household-plan.ts'
import { type BudgetPlan, type FigureStatus, line } from './line.ts'
import type { Cents } from './money.ts'
import { type NewRecord, newRecord } from './new-record.ts'
import { type Composition, officialFigureOf, sizeOf, type WhyAsk, whyAsk } from './official-figures.ts'
import { programPresetOf } from './programs.ts'
import type { StandardLine } from './rate-tables.ts'
import type { Lookup, NoFigure, Rates } from './rates.ts'
import type { FieldsOf, RecordId } from './record-kind.ts'
import type { Payer, Sponsorship } from './sponsorship.ts'
import { payersInMonths } from './support-months.ts'

export interface SeedInput {
  readonly sponsorship: Pick<
    Sponsorship,
    'id' | 'program' | 'province' | 'communityKey' | 'supportMonths' | 'payerByMonth' | 'startUpPayer'
  >
  /** All units of all arrivals; figures are looked up for those of the first arrival. */
  readonly units: readonly PlannedUnit[]
  readonly turns18: 'no' | 'unknown' | 'known'
  /** Is anybody 65 or older? */
  readonly seniors: 'no' | 'unknown' | 'yes'
  readonly arrivalDate: IsoDate | null
  /** A month's rent as the group expects it; null: not known. */
  readonly expectedRentCents: Cents | null
  /** Rates must be in effect on this day. */
  readonly today: IsoDate
}

/** Where the proposed budget of a line comes from. */
export type Proposal =
  | { readonly kind: 'official'; readonly status: FigureStatus }
  | { readonly kind: 'expected-rent' }
  /** One month of rent ahead, by the province's rule. */
  | { readonly kind: 'deposit-rule'; readonly status: FigureStatus }
  | { readonly kind: 'government-pays' }
  /** There is an official figure, but not here: enter it from the calculator. */
  | { readonly kind: 'enter-figure'; readonly why: NoFigure['why'] | 'ask' }
  | { readonly kind: 'nobody-needs-it' }
  | { readonly kind: 'group-decides' }

export interface SeededLine {
  readonly key: string
  readonly fields: FieldsOf<typeof line>
  readonly proposal: Proposal
}

export type Ask =
  | { readonly kind: 'composition'; readonly why: WhyAsk }
  | { readonly kind: 'seniors-unknown' }
  | { readonly kind: 'turns-18'; readonly answer: 'known' | 'unknown' }
  | { readonly kind: 'later-arrivals' }
  | { readonly kind: 'more-than-six' }
  | { readonly kind: 'school-age-under-6'; readonly children: number }
  /** School start-up is paid twice for arrivals in a part of the year, and the arrival is unknown. */
  | { readonly kind: 'school-twice' }
  | { readonly kind: 'community-figures'; readonly why: NoFigure['why'] }
  | { readonly kind: 'rates-of-another-government' }
  | { readonly kind: 'mixed-payer'; readonly months: readonly number[]; readonly startUp: boolean }
  | { readonly kind: 'who-keeps-last-month-rent' }

export interface BudgetSeed {
  readonly lines: readonly SeededLine[]
  readonly asks: readonly Ask[]
}

export function seedBudget(rates: Rates, input: SeedInput): BudgetSeed {
  const household = householdOf(rates, input)
  const lines = rates.lines.data.lines.map(each => seedLine(rates, input, household, each))
  return { lines, asks: asksOf(input, household, lines) }
}

/** The seeded lines as records to create. */
export const seededRecords = (seed: BudgetSeed, newId: () => RecordId): readonly NewRecord[] =>
  seed.lines.map(each => newRecord(line, newId(), each.fields))

interface Household {
  readonly unit: Composition
  readonly why: WhyAsk | null
  readonly usesRap: boolean
  readonly later: boolean
}

function householdOf(rates: Rates, input: SeedInput): Household {
  const first = input.units[0]
  const units = input.units.filter(each => each.arrival === first?.arrival)
  const unit = first ?? { adults: 0, childrenUnder6: 0, children6to17: 0 }
  return {
    unit,
    why: whyAsk(unit, { units: units.length, seniors: input.seniors === 'yes' }),
    usesRap: programPresetOf(rates.programs, input.sponsorship.program).usesRap,
    later: units.length < input.units.length,
  }
}

function seedLine(rates: Rates, input: SeedInput, household: Household, standard: StandardLine): SeededLine {
  const figure = lookUp(rates, input, household, standard)
  const { budget, proposal } = propose(rates, input, standard, figure)
  const official =
    figure !== null && figure !== 'ask' && figure.kind === 'figure' && standard.official
      ? {
          cents: figure.value,
          per: standard.official.per,
          source: figure.from.source,
          asOf: figure.from.asOf,
          status: figure.from.status,
        }
      : null
  return {
    key: standard.key,
    proposal,
    fields: {
      ...line.defaults,
      sponsorship: input.sponsorship.id,
      key: standard.key,
      countsAs: standard.countsAs,
      givenAs: standard.givenAs,
      order: standard.order,
      official,
      budget,
    },
  }
}

/** Null: the line has no official figure at all. */
function lookUp(
  rates: Rates,
  input: SeedInput,
  household: Household,
  standard: StandardLine,
): Lookup<Cents> | 'ask' | null {
  if (!standard.official || !household.usesRap) return null
  if (household.why) return 'ask'
  return officialFigureOf(rates, standard.official, {
    unit: household.unit,
    community: input.sponsorship.communityKey,
    date: input.today,
    arrivalDate: input.arrivalDate,
  })
}

interface Proposed {
  readonly budget: BudgetPlan
  readonly proposal: Proposal
}

const NO_BUDGET: BudgetPlan = { kind: 'none' }

function propose(
  rates: Rates,
  input: SeedInput,
  standard: StandardLine,
  figure: Lookup<Cents> | 'ask' | null,
): Proposed {
  const payers = payersInMonths(input.sponsorship)
  const { expectedRentCents: rent } = input
  if (standard.countsAs === 'start-up' && input.sponsorship.startUpPayer === 'government')
    return { budget: NO_BUDGET, proposal: { kind: 'government-pays' } }
  if (standard.countsAs === 'monthly-support' && payers.every(payer => payer === 'government'))
    return { budget: NO_BUDGET, proposal: { kind: 'government-pays' } }
  if (standard.key === 'rent' && rent !== null)
    return { budget: monthly(rent, payers), proposal: { kind: 'expected-rent' } }
  if (standard.key === 'last-month-rent') return proposeLastMonth(rates, input, payers)
  if (figure === null) return { budget: NO_BUDGET, proposal: { kind: 'group-decides' } }
  if (figure === 'ask') return { budget: NO_BUDGET, proposal: { kind: 'enter-figure', why: 'ask' } }
  if (figure.kind === 'none')
    return { budget: NO_BUDGET, proposal: { kind: 'enter-figure', why: figure.why } }
  if (figure.value === 0) return { budget: NO_BUDGET, proposal: { kind: 'nobody-needs-it' } }
  const budget: BudgetPlan =
    standard.official?.per === 'month'
      ? monthly(figure.value, payers)
      : { kind: 'once', cents: figure.value, month: null }
  return { budget, proposal: { kind: 'official', status: figure.from.status } }
}

/** Only where the province's rule is that the deposit is the last month's rent. */
function proposeLastMonth(rates: Rates, input: SeedInput, payers: readonly Payer[]): Proposed {
  const rule = rates.deposits.data[input.sponsorship.province]
  const rent = input.expectedRentCents
  if (rent === null || rule?.kind !== 'last-month-rent-only' || payers.every(payer => payer === 'government'))
    return { budget: NO_BUDGET, proposal: { kind: 'group-decides' } }
  return {
    budget: { kind: 'once', cents: Math.round(rent * rule.maxMonths), month: firstPaidMonth(payers) },
    proposal: { kind: 'deposit-rule', status: rates.deposits.source.status },
  }
}

const firstPaidMonth = (payers: readonly Payer[]): number =>
  payers.findIndex(payer => payer !== 'government') + 1

/** The amount in each month that the government does not pay: a range where they are in a row, else month by month. */
export function monthly(cents: Cents, payers: readonly Payer[]): BudgetPlan {
  const paid = payers.map(payer => payer !== 'government')
  const from = paid.indexOf(true)
  if (from < 0) return NO_BUDGET
  const to = paid.lastIndexOf(true)
  if (paid.slice(from, to + 1).every(Boolean)) return { kind: 'monthly', cents, from: from + 1, to: to + 1 }
  return { kind: 'by-month', cents: paid.map(each => (each ? cents : 0)) }
}

function asksOf(input: SeedInput, household: Household, lines: readonly SeededLine[]): readonly Ask[] {
  const { unit, why } = household
  const asks: Ask[] = []
  if (!household.usesRap) asks.push({ kind: 'rates-of-another-government' })
  else if (why) asks.push({ kind: 'composition', why })
  else {
    if (sizeOf(unit) > 6) asks.push({ kind: 'more-than-six' })
    const missing = lines.find(each => each.key === 'household-support')?.proposal
    if (missing?.kind === 'enter-figure' && missing.why !== 'ask')
      asks.push({ kind: 'community-figures', why: missing.why })
    if (unit.childrenUnder6 > 0) asks.push({ kind: 'school-age-under-6', children: unit.childrenUnder6 })
    if (unit.children6to17 > 0 && input.arrivalDate === null) asks.push({ kind: 'school-twice' })
  }
  if (household.usesRap && input.seniors === 'unknown') asks.push({ kind: 'seniors-unknown' })
  if (input.turns18 !== 'no' && input.units.some(each => each.children6to17 > 0))
    asks.push({ kind: 'turns-18', answer: input.turns18 })
  if (household.later) asks.push({ kind: 'later-arrivals' })
  const mixed = payersInMonths(input.sponsorship).flatMap((payer, i) => (payer === 'mixed' ? [i + 1] : []))
  const startUp = input.sponsorship.startUpPayer === 'mixed'
  if (mixed.length > 0 || startUp) asks.push({ kind: 'mixed-payer', months: mixed, startUp })
  if (lines.some(each => each.key === 'last-month-rent' && each.proposal.kind === 'deposit-rule'))
    asks.push({ kind: 'who-keeps-last-month-rent' })
  return asks
}
