/**
 * Official figures of one support unit: start-up amounts, the parts of monthly support and their sum, and the
 * application estimate. They exist for two compositions only, because the rates that could be read are for those: one
 * adult alone, and two adults supported as a couple, with or without children. A single parent, seniors, adult siblings
 * or friends who share a home have other rates: the answer is *ask*, never a figure built from these two.
 */
import type { IsoDate } from './dates.ts'
import type { PlannedUnit } from './household-plan.ts'
import type { FigureStatus } from './line.ts'
import type { Cents } from './money.ts'
import type { OfficialFigure } from './rate-tables.ts'
import {
  currentFigure,
  currentTable,
  dollarsToCents,
  type Lookup,
  type NoFigure,
  type Provenance,
  type Rates,
  weakestStatus,
} from './rates.ts'

/** Who is in the unit, and whether it has the home to itself. */
export type Composition = Pick<PlannedUnit, 'adults' | 'childrenUnder6' | 'children6to17'>

export type WhyAsk =
  | 'no-adult'
  | 'single-parent'
  | 'more-than-two-adults'
  | 'shares-with-other-units'
  | 'seniors'

/** Null: the rates that are known apply. */
export function whyAsk(
  unit: Composition,
  other: { readonly units: number; readonly seniors: boolean },
): WhyAsk | null {
  if (other.seniors) return 'seniors'
  if (other.units > 1) return 'shares-with-other-units'
  if (unit.adults === 0) return 'no-adult'
  if (unit.adults > 2) return 'more-than-two-adults'
  if (unit.adults === 1 && unit.childrenUnder6 + unit.children6to17 > 0) return 'single-parent'
  return null
}

const childrenOf = (unit: Composition): number => unit.childrenUnder6 + unit.children6to17
export const sizeOf = (unit: Composition): number => unit.adults + childrenOf(unit)

export interface FigureQuestion {
  /** A composition without `whyAsk`. */
  readonly unit: Composition
  /** Key of `communities.json`; empty: none chosen. */
  readonly community: string
  /** Day on which the rates must be in effect. */
  readonly date: IsoDate
  /** Null: the arrival is unknown. */
  readonly arrivalDate: IsoDate | null
}

const NOT_KNOWN: NoFigure = { kind: 'none', why: 'not-known' }

/** The official figure that a standard line names, for this unit. */
export function officialFigureOf(
  rates: Pick<Rates, 'rap-startup' | 'rap-monthly'>,
  figure: OfficialFigure,
  question: FigureQuestion,
): Lookup<Cents> {
  return figure.table === 'rap-startup'
    ? startUpFigure(rates['rap-startup'], figure.figure, question)
    : monthlyFigure(rates['rap-monthly'], figure.figure, question)
}

type StartUpFigure = Extract<OfficialFigure, { table: 'rap-startup' }>['figure']

function startUpFigure(
  table: Rates['rap-startup'],
  figure: StartUpFigure,
  { unit, date, arrivalDate }: FigureQuestion,
): Lookup<Cents> {
  const found = currentTable(table, date)
  if (found.kind === 'none') return found
  const { value, from } = found
  const size = sizeOf(unit)
  const byHead = (each: { adult: number; child: number }): number =>
    unit.adults * each.adult + childrenOf(unit) * each.child
  switch (figure) {
    case 'furniture':
      return dollarsFigure(bySize(value.furniture, size, null), from)
    case 'household':
      return dollarsFigure(bySize(value.household, size, value.householdExtra), from)
    case 'linens':
      return dollarsFigure(bySize(value.linens, size, value.linensExtra), from)
    case 'staples':
      return dollarsFigure(value.staples.first + (size - 1) * value.staples.each, from)
    case 'clothing':
      return dollarsFigure(byHead(value.clothing), from)
    case 'winter':
      return dollarsFigure(byHead(value.winter), from)
    case 'utilities':
      return dollarsFigure(value.utilitiesPerAdultFile, from)
    case 'school': {
      const { amount, status, twiceIfArrival } = value.schoolPerChild
      const times = arrivalDate !== null && isInYearRange(arrivalDate, twiceIfArrival) ? 2 : 1
      // Without a child nothing is due, whatever the amount is.
      const sure = childrenOf(unit) === 0 ? from.status : weakestStatus([from.status, status])
      return dollarsFigure(unit.children6to17 * amount * times, { ...from, status: sure })
    }
  }
}

type MonthlyFigure = Extract<OfficialFigure, { table: 'rap-monthly' }>['figure']

function monthlyFigure(
  table: Rates['rap-monthly'],
  figure: MonthlyFigure,
  { unit, community, date }: FigureQuestion,
): Lookup<Cents> {
  if (figure === 'communication') {
    const whole = currentTable(table, date)
    if (whole.kind === 'none') return whole
    const { amount, effectiveFrom, status, url } = whole.value.common.communication
    if (effectiveFrom !== null && date < effectiveFrom) return { kind: 'none', why: 'not-yet-in-effect' }
    return dollarsFigure(amount, {
      source: url,
      asOf: effectiveFrom,
      status,
      mayBeReplaced: whole.from.mayBeReplaced,
    })
  }
  const found = currentFigure(table, community, date)
  if (found.kind === 'none') return found
  const { value, from } = found
  switch (figure) {
    case 'basic':
      return dollarsFigure(unit.adults === 1 ? value.basic.single : value.basic.couple, from)
    case 'shelter': {
      const supplement = table.data.common.housingSupplementMax
      const shelter = bySize(value.shelterMaxBySize, sizeOf(unit), null)
      return dollarsFigure(shelter === null ? null : shelter + supplement.amount, {
        ...from,
        status: weakestStatus([from.status, supplement.status]),
      })
    }
    case 'transit':
      return dollarsFigure(value.transitPerAdult * unit.adults, from)
  }
}

const MONTHLY_PARTS: readonly MonthlyFigure[] = ['basic', 'shelter', 'communication', 'transit']

export interface MonthlySupport {
  readonly cents: Cents
  readonly parts: { readonly [Part in MonthlyFigure]: Cents }
}

/**
 * Monthly support of a unit when every part is known: what a group enters as the minimum, after checking it. The shelter
 * part is a maximum (actual cost up to it), so a household with a cheaper home may be due less.
 */
export function monthlySupport(rates: Rates, question: FigureQuestion): Lookup<MonthlySupport> {
  const parts = { basic: 0, shelter: 0, communication: 0, transit: 0 }
  const found: Provenance[] = []
  for (const part of MONTHLY_PARTS) {
    const figure = monthlyFigure(rates['rap-monthly'], part, question)
    if (figure.kind === 'none') return figure
    parts[part] = figure.value
    found.push(figure.from)
  }
  const first = found[0]
  if (!first) return NOT_KNOWN
  const cents = parts.basic + parts.shelter + parts.communication + parts.transit
  const status: FigureStatus = weakestStatus(found.map(each => each.status))
  return {
    kind: 'figure',
    value: { cents, parts },
    from: { ...first, status, mayBeReplaced: found.some(each => each.mayBeReplaced) },
  }
}

export interface ApplicationEstimate {
  readonly income12Cents: Cents
  readonly startUpCents: Cents
  readonly totalCents: Cents
}

/** The cost table's estimate for the application. It is not what is due after arrival and never called the minimum. */
export function applicationEstimate(
  table: Rates['cost-table'],
  size: number,
  date: IsoDate,
): Lookup<ApplicationEstimate> {
  const found = currentTable(table, date)
  if (found.kind === 'none') return found
  const { income12, startUp, total, extraMember } = found.value
  const [income, start, sum] = [
    bySize(income12, size, extraMember.income12),
    bySize(startUp, size, extraMember.startUp),
    bySize(total, size, extraMember.total),
  ]
  if (income === null || start === null || sum === null) return NOT_KNOWN
  return {
    kind: 'figure',
    value: {
      income12Cents: dollarsToCents(income),
      startUpCents: dollarsToCents(start),
      totalCents: dollarsToCents(sum),
    },
    from: found.from,
  }
}

/** Figure for a household of `size`; beyond the table by `extra` a person, null when that is not known. */
function bySize(column: readonly number[], size: number, extra: number | null): number | null {
  if (size < 1) return null
  const beyond = size - column.length
  if (beyond <= 0) return column[size - 1] ?? null
  const last = column.at(-1)
  return extra === null || last === undefined ? null : last + beyond * extra
}

const dollarsFigure = (dollars: number | null, from: Provenance): Lookup<Cents> =>
  dollars === null ? NOT_KNOWN : { kind: 'figure', value: dollarsToCents(dollars), from }

/** Whether a day of the year is within a range of month-days that may run over the new year. */
function isInYearRange(date: IsoDate, range: { readonly from: string; readonly to: string }): boolean {
  const day = date.slice(5)
  return range.from <= range.to ? day >= range.from && day <= range.to : day >= range.from || day <= range.to
}
