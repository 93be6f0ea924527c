/** What the sections of a yearly report are computed from, worked out once for a sponsorship and a period. */
import type { Account, Statement } from '#domain/account.ts'
import { type AllowanceRow, allowanceSheet } from '#domain/allowance-sheet.ts'
import { type BudgetRow, budgetAndSpent, byOrder, unbudgetedLines } from '#domain/budget-actual.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { Entry } from '#domain/entry.ts'
import type { Group } from '#domain/group.ts'
import { type Majority, type Person, peopleByAge, type SupportUnit } from '#domain/household.ts'
import { type HouseholdUnit, householdUnits, isUnitInMonth } from '#domain/household-units.ts'
import { buildLedger, isStillOwed, type Ledger } from '#domain/ledger.ts'
import { type CoveredCost, costsByMonth } from '#domain/ledger-months.ts'
import { type LineTotals, type PeriodTotals, periodTotals } from '#domain/ledger-totals.ts'
import type { Line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { Period, ReportPeriod } from '#domain/periods.ts'
import type { Rates } from '#domain/rates.ts'
import type { ReportNotes, SupportMinimum } from '#domain/report-record.ts'
import type { Arrival, Sponsorship } from '#domain/sponsorship.ts'
import { clockStart, type SupportMonth, supportEnds, supportMonths } from '#domain/support-months.ts'
import { type SupportTable, supportTable, type UnitClock } from '#domain/support-table.ts'
import type { Audience, LineName } from './report-model.ts'

/** All records of the group; deleted ones may be among them. */
export interface YearlyRecords {
  readonly group: Group
  readonly sponsorship: Sponsorship
  readonly arrivals: readonly Arrival[]
  readonly units: readonly SupportUnit[]
  readonly people: readonly Person[]
  readonly majorities: readonly Majority[]
  readonly accounts: readonly Account[]
  readonly statements: readonly Statement[]
  /** Of every sponsorship: they share the accounts. */
  readonly lines: readonly Line[]
  readonly entries: readonly Entry[]
  /** In the order they were entered. */
  readonly minimums: readonly SupportMinimum[]
  readonly notes: ReportNotes | null
  /** For the caps of gifts in kind, and what is due for school by the day of arrival. */
  readonly rates: Pick<Rates, 'in-kind-deductions' | 'rap-startup' | 'rap-monthly'>
  /** Built from the same entries and lines; built here when left out. */
  readonly ledger?: Ledger
}

export interface YearlyOptions {
  readonly audience: Audience
  readonly period: ReportPeriod
  readonly preparedOn: IsoDate
  /** Asked each time, never remembered. Donors never get them. */
  readonly includePayeeNames?: boolean
  readonly includeEntries?: boolean
}

export interface YearlyFacts {
  readonly records: YearlyRecords
  readonly options: YearlyOptions
  readonly ledger: Ledger
  /** Of this sponsorship, in order. */
  readonly lines: readonly Line[]
  readonly lineById: ReadonlyMap<string, Line>
  /** Those who turn 18 last, so that the numbers of the others stay. */
  readonly units: readonly HouseholdUnit[]
  readonly totals: PeriodTotals
  /** From the beginning to the end of the period. */
  readonly toDate: PeriodTotals
  /** Of this sponsorship, of the period. */
  readonly budget: readonly BudgetRow[]
  /** Of this sponsorship, from the beginning to the end of support. */
  readonly wholeBudget: readonly BudgetRow[]
  /** While there is one, what is still to pay is not known. */
  readonly unbudgeted: readonly Line[]
  /** By start-up line, what stands on the start-up sheet of those who arrived first at the end of the period. */
  readonly startUp: ReadonlyMap<string, AllowanceRow>
  readonly support: SupportTable
  /** Days on which people have arrived, as far as this report may know, first arrival first. */
  readonly arrivedOn: readonly IsoDate[]
  readonly months: readonly SupportMonth[]
  readonly supportEnds: IsoDate | null
  /** As `arrivedOn`: each arrival has a clock of its own. The same day is there once. */
  readonly supportEndsByArrival: readonly IsoDate[]
  /** The first day that is not over: the day of preparing, or the day after the period. */
  readonly asOf: IsoDate
  readonly owedCents: Cents
}

export function gatherFacts(records: YearlyRecords, options: YearlyOptions): YearlyFacts {
  const { sponsorship, accounts } = records
  const { period, preparedOn } = options
  const ledger = records.ledger ?? buildLedger(records.entries, records.lines)
  const present = records.lines.filter(line => !line.deleted)
  const lines = present.filter(line => line.sponsorship === sponsorship.id).sort(byOrder)
  const asOf = preparedOn > period.to ? addDays(period.to, 1) : preparedOn
  const lastDay = preparedOn > period.to ? period.to : preparedOn
  const upTo: Period = { from: '1900-01-01', to: period.to }
  const totals = periodTotals(ledger, accounts, present, period)
  const toDate = periodTotals(ledger, accounts, present, upTo)
  const arrivals = records.arrivals
    .filter(arrival => !arrival.deleted && arrival.sponsorship === sponsorship.id)
    .sort(byOrder)
  const clocks = unitClocks(records, arrivals, lastDay)
  const first = arrivals[0]
  const arrived = arrivals.filter(arrival => arrivedBy(arrival, preparedOn).length > 0)
  const months = first ? supportMonths(sponsorship, first) : monthsWithoutDates(sponsorship)
  const common = {
    lines,
    covered: costsByMonth(ledger, lines, { basis: 'covers', period: upTo }),
    months,
    asOf,
  }
  return {
    records,
    options,
    ledger,
    lines,
    lineById: new Map(present.map(line => [line.id, line])),
    units: clocks.units,
    totals,
    toDate,
    budget: budgetAndSpent({
      ...common,
      totals: totals.lines,
      before: lessOf(toDate.lines, totals.lines),
      period,
    }),
    wholeBudget: budgetAndSpent({ ...common, totals: toDate.lines, before: [], period: null }),
    unbudgeted: unbudgetedLines(common),
    startUp: startUpSheet(records, { ...common, units: clocks.units, first, today: preparedOn }),
    support: supportTable({
      clocks: clocks.clocks,
      costs: costsByMonth(ledger, lines, { basis: 'covers' }),
      lines,
      minimums: records.minimums.filter(minimum => minimum.sponsorship === sponsorship.id),
      today: asOf,
    }),
    arrivedOn: arrivals.flatMap(arrival => arrivedBy(arrival, preparedOn)),
    months,
    supportEnds: first ? supportEnds(sponsorship, first) : null,
    supportEndsByArrival: [...new Set(arrived.flatMap(arrival => supportEnds(sponsorship, arrival) ?? []))],
    asOf,
    owedCents: owedUpTo(ledger, records.entries, period.to),
  }
}

const monthsWithoutDates = (sponsorship: Sponsorship): readonly SupportMonth[] =>
  supportMonths(sponsorship, {
    timing: { state: 'unknown', from: null, to: null, expected: null, landed: null, reached: null },
    supportEndsOverride: null,
  })

/** The day of an arrival that is certain and not after `day`; empty otherwise: an expected date is no arrival. */
function arrivedBy(arrival: Arrival, day: IsoDate): readonly IsoDate[] {
  const start = clockStart(arrival)
  return start?.certain && start.date <= day ? [start.date] : []
}

/**
 * Each unit runs on the clock of the earliest of its people's arrivals; somebody who turns 18 on that of their own, from
 * the month in which they do.
 */
function unitClocks(
  records: YearlyRecords,
  arrivals: readonly Arrival[],
  lastDay: IsoDate,
): { readonly units: readonly HouseholdUnit[]; readonly clocks: readonly UnitClock[] } {
  const units = householdUnits(records.sponsorship.id, records)
  const clocks = units.map(unit => {
    const own = new Set(unit.people.map(each => each.arrival))
    const arrival = arrivals.find(each => own.has(each.id)) ?? arrivals[0]
    const arrived = arrival !== undefined && arrivedBy(arrival, lastDay).length > 0
    const months = arrived ? supportMonths(records.sponsorship, arrival) : []
    return {
      unit: unit.id,
      months: months.filter(({ dates }) => dates === null || isUnitInMonth(unit, dates.month)),
      isEmpty: unit.people.length === 0,
    }
  })
  return { units, clocks }
}

/** Start-up of the lines is that of the first arrival; later ones have their own. */
function startUpSheet(
  { people, sponsorship, rates }: YearlyRecords,
  of: {
    readonly lines: readonly Line[]
    readonly covered: readonly CoveredCost[]
    readonly units: readonly HouseholdUnit[]
    readonly first: Arrival | undefined
    readonly today: IsoDate
  },
): YearlyFacts['startUp'] {
  const isFirst = (each: Person): boolean => each.arrival === of.first?.id
  const later = new Set<string | null>(
    of.units.filter(unit => unit.people.length > 0 && !unit.people.some(isFirst)).map(unit => unit.id),
  )
  const own = people.filter(each => !each.deleted && each.sponsorship === sponsorship.id && isFirst(each))
  const { rows } = allowanceSheet({
    lines: of.lines,
    costs: of.covered.filter(each => !later.has(each.unit)),
    rates,
    people: peopleByAge(own),
    arrivalDate: (of.first && clockStart(of.first)?.date) ?? null,
    today: of.today,
  })
  return new Map(rows.map(row => [row.line.id, row]))
}

/** What stood on the lines before the period. */
function lessOf(all: readonly LineTotals[], part: readonly LineTotals[]): readonly LineTotals[] {
  return all.map(total => {
    const own = part.find(each => each.line === total.line && each.countsAs === total.countsAs)
    if (!own) return total
    return {
      ...total,
      cashCents: total.cashCents - own.cashCents,
      owedCents: total.owedCents - own.owedCents,
      inKindCents: total.inKindCents - own.inKindCents,
    }
  })
}

function owedUpTo(ledger: Ledger, entries: readonly Entry[], day: IsoDate): Cents {
  let cents = 0
  for (const entry of entries)
    if (entry.type === 'owed' && entry.date <= day && isStillOwed(ledger, entry))
      cents += Math.abs(entry.money.cents)
  return cents
}

export const lineName = (line: Line): LineName => ({ key: line.key, name: line.name })

/** Sums of this sponsorship's lines; those of others are told apart so that every total still ties. */
export function ownTotals(facts: YearlyFacts, totals: PeriodTotals): readonly LineTotals[] {
  const own = new Set(facts.lines.map(line => line.id))
  return totals.lines.filter(total => own.has(total.line))
}

/** Budgeted until support ends, and what members are owed. Null: nothing is budgeted, or not all that is paid. */
export function stillToPay(facts: YearlyFacts): Cents | null {
  const planned = facts.wholeBudget.filter(row => row.countsAs !== 'income')
  if (facts.unbudgeted.length > 0 || !planned.some(row => row.budgetCents !== null)) return null
  return planned.reduce((sum, row) => sum + row.stillToPayCents, 0) + facts.owedCents
}
