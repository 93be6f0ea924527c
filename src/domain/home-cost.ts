/**
 * What a home truly costs: each month, and before anybody sleeps there. A figure is a list of parts, each with where it
 * comes from; a part that nobody knows stays *not known* and is named, so that a sum never looks smaller than it is.
 *
 * The province's rule is the most that a landlord may ask beside the first month's rent (`resources/rates/deposits.json`,
 * in months of rent). It is second-hand and says so; where there is none, the deposit has to be asked about.
 */
import type { IsoDate } from './dates.ts'
import type { Home, Inclusion } from './home.ts'
import { type Cents, sumCents } from './money.ts'
import { currentTable, type Lookup, type Provenance, type Rates } from './rates.ts'
import type { Province } from './sponsorship.ts'

export type CostPartId =
  | 'rent'
  | 'utilities'
  | 'internet'
  | 'insurance'
  | 'deposit'
  | 'last-month'
  | 'moving'
  | 'set-up'

export type PartSource =
  /** As the landlord asks it. */
  | { readonly kind: 'asked' }
  /** As the group estimates it. */
  | { readonly kind: 'estimate' }
  /** The rent holds it. */
  | { readonly kind: 'included' }
  /** So many months of rent, by the province's rule: the most that may be asked, not what is asked. */
  | { readonly kind: 'rule'; readonly months: number; readonly from: Provenance }

export type WhyNoPart =
  | 'not-entered'
  /** It is reckoned from the rent, and that is not known. */
  | 'no-rent'
  /** No rule is known for the province, or no province. */
  | 'no-rule'

export type CostPart = { readonly id: CostPartId } & (
  | { readonly cents: Cents; readonly source: PartSource }
  | { readonly cents: null; readonly why: WhyNoPart }
)

export interface Cost {
  readonly parts: readonly CostPart[]
  /** The sum of the parts that are known: the whole, where none is missing. */
  readonly knownCents: Cents
  readonly missing: readonly CostPartId[]
}

const costOf = (parts: readonly CostPart[]): Cost => ({
  parts,
  knownCents: sumCents(parts.map(each => each.cents ?? 0)),
  missing: parts.filter(each => each.cents === null).map(each => each.id),
})

type HomeCosts = Pick<
  Home,
  'terms' | 'included' | 'utilitiesCents' | 'internetCents' | 'insuranceCents' | 'movingCents' | 'setUpCents'
>

/** Together they are what a household calls utilities. */
const UTILITIES: readonly Inclusion[] = ['heat', 'hot-water', 'water', 'electricity']

export function monthlyCost(of: HomeCosts): Cost {
  const has = (what: Inclusion): boolean => of.included.includes(what)
  return costOf([
    entered('rent', of.terms.rentCents, 'asked'),
    UTILITIES.every(has) ? included('utilities') : entered('utilities', of.utilitiesCents, 'estimate'),
    has('internet') ? included('internet') : entered('internet', of.internetCents, 'estimate'),
    entered('insurance', of.insuranceCents, 'estimate'),
  ])
}

const included = (id: CostPartId): CostPart => ({ id, cents: 0, source: { kind: 'included' } })
const entered = (id: CostPartId, cents: Cents | null, kind: 'asked' | 'estimate'): CostPart =>
  cents === null ? { id, cents, why: 'not-entered' } : { id, cents, source: { kind } }

export type DepositRule = NonNullable<Rates['deposits']['data'][string]>

export function depositRule(
  table: Rates['deposits'],
  province: Province,
  date: IsoDate,
): Lookup<DepositRule> {
  const found = currentTable(table, date)
  if (found.kind === 'none') return found
  const rule = Object.hasOwn(found.value, province) ? found.value[province] : null
  return rule ? { ...found, value: rule } : { kind: 'none', why: 'not-known' }
}

/** Months of rent beside the first one: as a deposit, and as the last month paid ahead. */
const monthsByRule = ({
  kind,
  maxMonths,
}: DepositRule): { readonly deposit: number; readonly lastMonth: number } =>
  kind === 'last-month-rent-only'
    ? { deposit: 0, lastMonth: maxMonths }
    : { deposit: maxMonths, lastMonth: 0 }

/** A maximum is never rounded up: half a cent more would be more than may be asked. */
const monthsOfRent = (rentCents: Cents, months: number): Cents => Math.floor(rentCents * months)

/** Before anybody sleeps there: the first month's rent, what is paid ahead, and what it takes to move. */
export function firstMonthCost(of: HomeCosts, rule: Lookup<DepositRule>): Cost {
  const { rentCents, depositCents, lastMonthCents } = of.terms
  const months = rule.kind === 'figure' ? monthsByRule(rule.value) : null
  const ahead = (id: 'deposit' | 'last-month', asked: Cents | null, count: number | undefined): CostPart => {
    if (asked !== null) return entered(id, asked, 'asked')
    if (rule.kind === 'none' || count === undefined) return { id, cents: null, why: 'no-rule' }
    if (count === 0) return { id, cents: 0, source: { kind: 'rule', months: 0, from: rule.from } }
    if (rentCents === null) return { id, cents: null, why: 'no-rent' }
    const cents = monthsOfRent(rentCents, count)
    return { id, cents, source: { kind: 'rule', months: count, from: rule.from } }
  }
  return costOf([
    entered('rent', rentCents, 'asked'),
    ahead('deposit', depositCents, months?.deposit),
    ahead('last-month', lastMonthCents, months?.lastMonth),
    entered('moving', of.movingCents, 'estimate'),
    entered('set-up', of.setUpCents, 'estimate'),
  ])
}

export interface AskedTooMuch {
  /** `not-as-deposit`: only the last month may be paid ahead, and a deposit is asked. */
  readonly kind: 'more-than-most' | 'not-as-deposit'
  readonly askedCents: Cents
  readonly mostCents: Cents
  readonly from: Provenance
}

/** Null: it is within the rule, or nothing can be said. Deposit and last month count together. */
export function askedTooMuch({ terms }: Pick<Home, 'terms'>, rule: Lookup<DepositRule>): AskedTooMuch | null {
  const { rentCents, depositCents, lastMonthCents } = terms
  if (rule.kind === 'none' || rentCents === null) return null
  const askedCents = (depositCents ?? 0) + (lastMonthCents ?? 0)
  const mostCents = monthsOfRent(rentCents, rule.value.maxMonths)
  const { from } = rule
  if (askedCents > mostCents) return { kind: 'more-than-most', askedCents, mostCents, from }
  const isDeposit = rule.value.kind === 'last-month-rent-only' && (depositCents ?? 0) > 0
  return isDeposit ? { kind: 'not-as-deposit', askedCents, mostCents, from } : null
}

export interface RentGap {
  /** Rent and utilities, as far as they are known. */
  readonly costCents: Cents
  readonly missing: readonly CostPartId[]
  readonly shelterCents: Cents
  /** More than shelter and supplement give; 0 or less: they cover it, as far as it is known. */
  readonly gapCents: Cents
}

/** Null: the rent is not known. */
export function rentGap(monthly: Cost, shelterCents: Cents): RentGap | null {
  const parts = monthly.parts.filter(each => each.id === 'rent' || each.id === 'utilities')
  const { knownCents: costCents, missing } = costOf(parts)
  if (missing.includes('rent')) return null
  return { costCents, missing, shelterCents, gapCents: costCents - shelterCents }
}

export interface AfterSupport {
  readonly incomeCents: Cents
  /** Of the income, what the home takes as far as it is known: 0.62. */
  readonly share: number
  readonly leftCents: Cents
  readonly missing: readonly CostPartId[]
}

/** From month 13 on, at an income that somebody expects. What share is too much nobody here decides. Null: no rent. */
export function afterSupport({ parts, knownCents, missing }: Cost, incomeCents: Cents): AfterSupport | null {
  if (incomeCents <= 0 || parts.find(each => each.id === 'rent')?.cents == null) return null
  return { incomeCents, share: knownCents / incomeCents, leftCents: incomeCents - knownCents, missing }
}
