/** Sections A to J of the yearly report. Every total ties to the eight lines of page 1, or says by what it differs. */
import { byOrder } from '#domain/budget-actual.ts'
import { type IsoMonth, monthOf, monthRange } from '#domain/dates.ts'
import { costsByMonth } from '#domain/ledger-months.ts'
import type { LineTotals } from '#domain/ledger-totals.ts'
import type { CountsAs } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import { isInPeriod } from '#domain/periods.ts'
import type {
  AccountsSection,
  BalanceSection,
  BudgetLineRow,
  BudgetSection,
  ChangesSection,
  EightLines,
  FigureUsed,
  IncomeSection,
  MoneyByLine,
  StartUpSection,
  SupportSection,
} from './report-model.ts'
import { lineName, ownTotals, type YearlyFacts } from './yearly-facts.ts'
import { statementOf } from './yearly-page-one.ts'

const sumOf = <T>(items: readonly T[], cents: (item: T) => Cents): Cents =>
  items.reduce((sum, item) => sum + cents(item), 0)

/** A. */
export function buildAccounts(facts: YearlyFacts): AccountsSection {
  const { accounts, bankInCents, bankOutCents } = facts.totals
  const byId = new Map(facts.records.accounts.map(account => [account.id, account]))
  const rows = accounts.map(({ account: id, ...sums }) => {
    const account = id === null ? undefined : byId.get(id)
    return { name: account?.name ?? '', ...sums, statement: account ? statementOf(facts, account) : null }
  })
  return { rows, bankInCents, bankOutCents }
}

/** B. */
export function buildIncome(facts: YearlyFacts): IncomeSection {
  const own = new Map(
    ownTotals(facts, facts.totals)
      .filter(total => total.countsAs === 'income')
      .map(total => [total.line, total]),
  )
  const givers = giversByLine(facts)
  const rows = facts.lines
    .filter(line => own.has(line.id))
    .map(line => ({
      line: lineName(line),
      gifts: own.get(line.id)?.rows ?? 0,
      givers: givers.get(line.id) ?? null,
      cents: own.get(line.id)?.cashCents ?? 0,
    }))
  const sorted = sumOf(rows, row => row.cents)
  const unsortedCents = facts.totals.unsorted.inCents
  const totalCents = facts.totals.inCents
  return { rows, unsortedCents, otherSponsorshipsCents: totalCents - sorted - unsortedCents, totalCents }
}

/** Different payers on the lines for gifts of people; a line where one is not named is left out, it cannot be counted. */
function giversByLine(facts: YearlyFacts): ReadonlyMap<string, number> {
  const payees = new Map<string, Set<string>>()
  for (const line of facts.lines) if (line.key === 'income-people') payees.set(line.id, new Set())
  if (payees.size === 0) return new Map()
  for (const entry of facts.records.entries) {
    if (entry.type !== 'income' || entry.deleted || entry.leftOut) continue
    if (!isInPeriod(entry.date, facts.options.period)) continue
    for (const { line } of entry.money.splits) if (line !== null) payees.get(line)?.add(entry.payee)
  }
  const counted = new Map<string, number>()
  for (const [line, texts] of payees) {
    const names = new Set([...texts].map(text => text.trim().toLowerCase()))
    if (names.size > 0 && !names.has('')) counted.set(line, names.size)
  }
  return counted
}

/** Key of the standard line. */
const LAST_MONTH_RENT = 'last-month-rent'

const isArrived = (facts: YearlyFacts): boolean => facts.support.state === 'arrived'

/** C. */
export function buildStartUp(facts: YearlyFacts): StartUpSection {
  const totals = new Map(
    ownTotals(facts, facts.toDate)
      .filter(total => total.countsAs === 'start-up')
      .map(total => [total.line, total]),
  )
  const lines = facts.lines.filter(
    line => totals.has(line.id) || (line.countsAs === 'start-up' && !line.retired && line.official !== null),
  )
  const rows = lines.map(line => {
    const total = totals.get(line.id)
    const cashCents = (total?.cashCents ?? 0) + (total?.owedCents ?? 0)
    const inKindCents = total?.inKindCents ?? 0
    const { countedCents = 0, cap, official = null } = facts.startUp.get(line.id) ?? {}
    return {
      line: lineName(line),
      officialCents: official?.cents ?? null,
      cashCents,
      inKindCents,
      // A gift that was taken back stays as it is: a cap has nothing to say of it.
      countedInKindCents: Math.min(inKindCents, countedCents),
      unknownCapCents: cap?.kind === 'unknown' ? Math.max(0, inKindCents) : 0,
      totalCents: cashCents + inKindCents,
    }
  })
  const known = rows.some(row => row.officialCents !== null)
  return {
    state: isArrived(facts) ? 'arrived' : 'not-arrived',
    payer: facts.records.sponsorship.startUpPayer,
    rows,
    officialCents: known ? sumOf(rows, row => row.officialCents ?? 0) : null,
    cashCents: sumOf(rows, row => row.cashCents),
    inKindCents: sumOf(rows, row => row.inKindCents),
    countedInKindCents: sumOf(rows, row => row.countedInKindCents),
    totalCents: sumOf(rows, row => row.totalCents),
  }
}

const unitNumber = (facts: YearlyFacts, unit: string): number =>
  facts.units.findIndex(each => each.id === unit) + 1

/** D. */
export function buildSupport(facts: YearlyFacts): SupportSection {
  const rows = facts.support.rows
    .filter(row => isInPeriod(row.dates.from, facts.options.period))
    .map(row => ({
      number: row.number,
      ...row.dates,
      unit: unitNumber(facts, row.unit),
      payer: row.payer,
      cashCents: row.cashCents,
      onBehalfCents: row.onBehalfCents,
      inKindCents: row.inKindCents,
      sharedCents: row.sharedCents,
      minimumCents: row.minimum?.cents ?? null,
      differenceCents: row.differenceCents,
      verdict: row.verdict,
    }))
  return {
    state: facts.support.state,
    rows,
    units: facts.units.length,
    cashCents: sumOf(rows, row => row.cashCents),
    onBehalfCents: sumOf(rows, row => row.onBehalfCents),
    inKindCents: sumOf(rows, row => row.inKindCents),
    outsideCents: facts.support.outsideCents,
  }
}

const COST_GROUPS = ['start-up', 'monthly-support', 'extra', 'own-cost'] as const

/** E. */
export function buildBudget(facts: YearlyFacts): BudgetSection {
  const donors = facts.options.audience === 'donors'
  const groups = COST_GROUPS.map(countsAs => {
    const ofGroup = facts.budget.filter(row => row.countsAs === countsAs && hasSomething(row))
    const tells = donors && ofGroup.some(isOfficialBudget)
    const rows = ofGroup.map(
      ({ line, countsAs: _countsAs, inKindCents: _inKind, stillToPayCents: _still, ...figures }) => ({
        line: lineName(line),
        ...(donors ? { ...figures, officialCents: null } : figures),
        ...(tells ? withoutBudget(figures) : {}),
        whyOver: donors ? '' : line.whyOver,
      }),
    )
    return {
      countsAs,
      rows,
      budgetsLeftOut: tells,
      officialCents: sumOf(rows, row => row.officialCents ?? 0),
      budgetCents: sumOf(rows, row => row.budgetCents ?? 0),
      spentCents: sumOf(rows, row => row.spentCents),
      owedCents: sumOf(rows, row => row.owedCents),
    }
  }).filter(group => group.rows.length > 0)
  const spentCents = sumOf(groups, group => group.spentCents)
  const unsortedCents = facts.totals.unsorted.outCents
  const totalCents = facts.totals.outCents
  const otherSponsorshipsCents = totalCents - spentCents - unsortedCents
  const annex = donors ? null : buildAnnex(facts)
  return { groups, spentCents, unsortedCents, otherSponsorshipsCents, totalCents, annex }
}

type Figures = Omit<BudgetLineRow, 'line' | 'whyOver'>

/** The budget is the official figure itself, as it is proposed: it would tell it all the same. */
const isOfficialBudget = ({ officialCents, budgetCents }: Figures): boolean =>
  officialCents !== null && budgetCents === officialCents

/** For all lines of a group or none: a total of some of them would look like all, beside what all have cost. */
const withoutBudget = ({ spentCents, owedCents }: Figures): Partial<Figures> => ({
  budgetCents: null,
  leftCents: null,
  forecastCents: spentCents + owedCents,
})

const hasSomething = (row: YearlyFacts['budget'][number]): boolean =>
  row.spentCents !== 0 || row.owedCents !== 0 || row.budgetCents !== null || row.officialCents !== null

function buildAnnex(facts: YearlyFacts): BudgetSection['annex'] {
  const { period } = facts.options
  const byLine = new Map<string, Map<IsoMonth, Cents>>()
  let [first, last] = ['9999-12', '0000-01']
  for (const cost of costsByMonth(facts.ledger, facts.lines, {
    basis: 'bank',
    period,
    accounts: facts.records.accounts,
  })) {
    if (cost.flow !== 'cash') continue
    const months = byLine.get(cost.line) ?? new Map<IsoMonth, Cents>()
    byLine.set(cost.line, months)
    months.set(cost.month, (months.get(cost.month) ?? 0) + cost.cents)
    if (cost.month < first) first = cost.month
    if (cost.month > last) last = cost.month
  }
  // A year has its twelve months; the years of waiting only those between the first and the last entry.
  const isYear = facts.options.period.kind !== 'before-arrival'
  const months = isYear ? monthRange(monthOf(period.from), monthOf(period.to)) : monthRange(first, last)
  const rows = facts.lines
    .filter(line => byLine.has(line.id))
    .map(line => ({
      line: lineName(line),
      cents: months.map(month => byLine.get(line.id)?.get(month) ?? 0),
    }))
  return { months, rows }
}

function moneyByLine(
  facts: YearlyFacts,
  wanted: (total: LineTotals) => boolean,
  cents: (total: LineTotals) => Cents,
  rowsOf: (total: LineTotals) => number,
): MoneyByLine {
  const totals = ownTotals(facts, facts.totals).filter(total => wanted(total) && cents(total) !== 0)
  const rows = facts.lines.flatMap(line => {
    const own = totals.filter(total => total.line === line.id)
    if (own.length === 0) return []
    return [{ line: lineName(line), entries: sumOf(own, rowsOf), cents: sumOf(own, cents) }]
  })
  return { rows, totalCents: sumOf(rows, row => row.cents) }
}

/** F. */
export const buildOwnCosts = (facts: YearlyFacts): MoneyByLine =>
  moneyByLine(
    facts,
    total => total.countsAs === ('own-cost' satisfies CountsAs),
    total => total.cashCents + total.owedCents,
    total => total.rows - total.inKindRows,
  )

/** G. */
export const buildInKind = (facts: YearlyFacts): MoneyByLine =>
  moneyByLine(
    facts,
    total => total.inKindCents !== 0,
    total => total.inKindCents,
    total => total.inKindRows,
  )

/** H. */
export function buildChanges(facts: YearlyFacts): ChangesSection {
  return {
    text: facts.records.notes?.changes ?? '',
    shortMonths: facts.support.rows
      .filter(row => row.verdict === 'short' && isInPeriod(row.dates.from, facts.options.period))
      .map(row => ({
        number: row.number,
        month: row.dates.month,
        unit: unitNumber(facts, row.unit),
        shortCents: -(row.differenceCents ?? 0),
      })),
  }
}

/** I. */
export const buildBalance = (facts: YearlyFacts, figures: EightLines): BalanceSection => ({
  closingCents: figures.closingCents,
  owedCents: facts.owedCents,
  stillToPayCents: figures.stillToPayCents,
  leftOverCents: figures.leftOverCents,
  prepaid: facts.options.audience === 'donors' ? null : prepaidOf(facts),
  text: facts.options.audience === 'donors' ? '' : (facts.records.notes?.balancePlan ?? ''),
})

export function prepaidOf(facts: YearlyFacts): BalanceSection['prepaid'] {
  const line = facts.lines.find(each => each.key === LAST_MONTH_RENT)
  const totals = line ? facts.toDate.lines.filter(total => total.line === line.id) : []
  const cents = sumOf(totals, total => total.cashCents + total.owedCents)
  return line && cents > 0 ? { cents, end: line.prepaidEnd } : null
}

/** J. Figures of lines, and the minimums that a month of the period used. */
export function buildFiguresUsed(facts: YearlyFacts): readonly FigureUsed[] {
  const lines = facts.lines.flatMap(line =>
    line.official && !line.retired
      ? [{ what: { kind: 'line', line: lineName(line) }, months: null, ...line.official } as const]
      : [],
  )
  const used = new Set(
    facts.support.rows
      .filter(row => isInPeriod(row.dates.from, facts.options.period))
      .flatMap(row => row.minimum ?? []),
  )
  const minimums = [...used]
    .sort((a, b) => byOrder({ order: a.months.from, id: a.unit }, { order: b.months.from, id: b.unit }))
    .map(({ unit, months, cents, source, asOf, status }) => {
      const what = { kind: 'minimum', unit: unitNumber(facts, unit) } as const
      return { what, months, cents, per: 'month', source, asOf, status } as const
    })
  return [...lines, ...minimums]
}
