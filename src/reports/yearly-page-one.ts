/** Page 1 of the yearly report: the box, the eight lines, and the answers. It must stand alone. */
import type { Account, Statement } from '#domain/account.ts'
import { type IsoDate, type IsoMonth, monthOf, yearOf } from '#domain/dates.ts'
import type { Entry } from '#domain/entry.ts'
import type { PlannedUnit } from '#domain/household-plan.ts'
import { unitsInMonth } from '#domain/household-units.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { isInPeriod } from '#domain/periods.ts'
import { checkAllReceiptNumbers, checkReceiptNumbers, type ReceiptCheck } from '#domain/receipt-numbers.ts'
import { unreachable } from '#domain/result.ts'
import type { Program } from '#domain/sponsorship.ts'
import { supportMonthOfDate } from '#domain/support-months.ts'
import { supportAnswer } from '#domain/support-table.ts'
import standardLines from '#resources/rates/lines.json' with { type: 'json' }
import type { Answer, Answers, Box, EightLines, PaperProgram, StartUpSection } from './report-model.ts'
import { lineName, stillToPay, type YearlyFacts } from './yearly-facts.ts'

/** Standard lines of start-up that have a figure in the official table; the others never have one. */
const HAVE_OFFICIAL: ReadonlySet<string> = new Set(
  standardLines.data.lines.filter(line => line.official !== null).map(line => line.key),
)

export function paperProgram(program: Program): PaperProgram {
  switch (program) {
    case 'bvor':
    case 'jas':
    case 'rrap':
      return 'cost-shared'
    case 'g5':
    case 'cs':
    case 'sah':
    case 'oyw':
      return 'private'
    case 'qc':
      return 'collective'
    case 'unknown':
      return 'not-stated'
  }
}

export function buildBox(facts: YearlyFacts): Box {
  const { records, options } = facts
  const { sponsorship, group, notes } = records
  const donors = options.audience === 'donors'
  const lastDay = options.preparedOn < options.period.to ? options.preparedOn : options.period.to
  const month = supportMonthOfDate(facts.months, lastDay)
  const arrived = facts.arrivedOn.length > 0
  return {
    nameOnPaper: group.nameOnPaper,
    reference: options.audience === 'sah' && sponsorship.reference !== '' ? sponsorship.reference : null,
    program: donors ? null : paperProgram(sponsorship.program),
    region: {
      community: donors || sponsorship.community === '' ? null : sponsorship.community,
      province: sponsorship.province,
    },
    people: donors ? null : peopleOn(facts, monthOf(lastDay)),
    arrived: arrivedFor(facts.arrivedOn, donors),
    supportEnds: donors ? [] : facts.supportEndsByArrival,
    month: donors || !arrived || !month ? null : { number: month.number, of: sponsorship.supportMonths },
    preparedOn: options.preparedOn,
    draft: !notes?.final,
  }
}

/** Who has turned 18 by then is an adult and a unit of its own. */
function peopleOn(facts: YearlyFacts, month: IsoMonth): Box['people'] {
  const units = unitsInMonth(facts.units, month)
  const sum = (of: (unit: PlannedUnit) => number) => units.reduce((total, unit) => total + of(unit), 0)
  return {
    adults: sum(unit => unit.adults),
    children: sum(unit => unit.childrenUnder6 + unit.children6to17),
    units: units.length,
  }
}

function arrivedFor(dates: readonly IsoDate[], donors: boolean): Box['arrived'] {
  const [first] = dates
  if (first === undefined) return { kind: 'not-yet' }
  return donors ? { kind: 'year', year: yearOf(first) } : { kind: 'dates', dates }
}

/** The latest statement of an account in the period, and what it differs by on its own day. */
export function statementOf(facts: YearlyFacts, account: Account): EightLines['statement'] {
  let latest: Statement | undefined
  for (const statement of facts.records.statements) {
    if (statement.deleted || statement.account !== account.id) continue
    if (!isInPeriod(statement.balance.date, facts.options.period)) continue
    if (!latest || statement.balance.date >= latest.balance.date) latest = statement
  }
  if (!latest) return null
  const { date, cents } = latest.balance
  return { cents, date, differenceCents: cents - balanceAt(facts.ledger, account, date) }
}

export function buildFigures(facts: YearlyFacts): EightLines {
  const { openingCents, inCents, outCents, transferCents, closingCents } = facts.totals
  const stillToPayCents = stillToPay(facts)
  return {
    openingCents,
    inCents,
    outCents,
    transferCents,
    closingCents,
    statement: allStatements(facts),
    stillToPayCents,
    leftOverCents: stillToPayCents === null ? null : closingCents - stillToPayCents,
    unbudgeted: facts.unbudgeted.map(lineName),
  }
}

/** All accounts at a bank or agreement holder together. Null when one has no statement: a part would look like all. */
function allStatements(facts: YearlyFacts): EightLines['statement'] {
  const sum = { cents: 0, date: '', differenceCents: 0 }
  for (const account of facts.records.accounts) {
    if (account.deleted || account.type === 'cash' || account.opening.date > facts.options.period.to) continue
    const totals = facts.totals.accounts.find(each => each.account === account.id)
    const idle = totals?.closingCents === 0 && totals.inCents === 0 && totals.outCents === 0
    if (account.closed && idle) continue
    const statement = statementOf(facts, account)
    if (!statement) return null
    sum.cents += statement.cents
    sum.differenceCents += statement.differenceCents
    if (statement.date > sum.date) sum.date = statement.date
  }
  return sum.date === '' ? null : sum
}

const answer = (kind: Answer['answer'], sentence: string, values: Answer['values'] = {}): Answer => ({
  answer: kind,
  sentence,
  values,
})

export function buildAnswers(facts: YearlyFacts, startUp: StartUpSection): Answers {
  const { unusual } = facts.records.notes ?? { unusual: { answer: 'not-known', note: '' } as const }
  // Months, official figures and notes tell of the household: donors get the answer alone.
  const told = (full: Answer): Answer =>
    facts.options.audience === 'donors' ? answer(full.answer, 'answer.alone') : full
  return {
    minimum: told(minimumAnswer(facts)),
    startUp: told(startUpAnswer(facts, startUp)),
    receiptsMissing: receiptsAnswer(facts),
    receiptNumbers: receiptNumbers(facts),
    unusual:
      unusual.answer === 'yes'
        ? told(answer('yes', 'unusual.yes'))
        : answer(unusual.answer, `unusual.${unusual.answer}`),
    unusualNote: facts.options.audience === 'donors' ? '' : unusual.note,
  }
}

function minimumAnswer(facts: YearlyFacts): Answer {
  const rows = facts.support.rows.filter(row => isInPeriod(row.dates.from, facts.options.period))
  const found = supportAnswer(rows, facts.support.state)
  switch (found.kind) {
    case 'not-arrived':
      return answer('not-known', 'minimum.not-arrived')
    case 'none-due':
      return answer('not-known', 'minimum.none-due')
    case 'yes':
      return answer('yes', found.withInKind > 0 ? 'minimum.yes-in-kind' : 'minimum.yes', {
        months: found.months,
        withInKind: found.withInKind,
      })
    case 'figure-to-check':
      return answer('not-known', 'minimum.figure-to-check', { months: found.months })
    case 'no':
      return answer('no', 'minimum.no', { months: found.short.length, shortCents: found.shortCents })
    case 'not-known':
      if (found.notEntered > 0)
        return answer('not-known', 'minimum.not-entered', { months: found.notEntered })
      if (found.toCheck > 0) return answer('not-known', 'minimum.to-check', { months: found.toCheck })
      return answer('not-known', 'minimum.mixed', { months: found.mixed })
    default:
      return unreachable(found)
  }
}

function startUpAnswer(facts: YearlyFacts, startUp: StartUpSection): Answer {
  if (startUp.payer === 'government') return answer('not-known', 'start-up.government')
  if (startUp.payer === 'mixed') return answer('not-known', 'start-up.mixed')
  if (startUp.state === 'not-arrived') return answer('not-known', 'start-up.not-arrived')
  if (startUp.officialCents === null) return answer('not-known', 'start-up.no-figure')
  const values = { givenCents: startUp.totalCents, officialCents: startUp.officialCents }
  // Gifts in kind above their cap were given, but what is owed stays owed.
  const countedCents = startUp.cashCents + (startUp.countedInKindCents ?? startUp.inKindCents)
  const capped = countedCents < startUp.totalCents
  const lines = facts.lines.filter(line => line.countsAs === 'start-up' && !line.retired)
  if (lines.some(line => facts.startUp.get(line.id)?.official?.status === 'unverified'))
    return answer('not-known', 'start-up.to-check', values)
  const short = shortLines(startUp)
  // A cap that could not be read proves neither that it was given nor that it was not.
  const unknownCents = startUp.rows.reduce((sum, row) => sum + row.unknownCapCents, 0)
  if (short.cents > 0 && unknownCents > 0 && shortLines(startUp, true).cents === 0)
    return answer('not-known', 'start-up.no-cap', { ...values, unknownCents })
  const elsewhereCents = countedOn(startUp.rows.filter(row => row.officialCents === null))
  // What stands on lines without a figure may be what these lack: nobody can tell.
  if (short.cents > 0 && elsewhereCents >= short.cents)
    return answer('not-known', 'start-up.other-lines', values)
  if (short.cents > 0) {
    const told = { ...values, missingCents: short.cents }
    // More than its figure on one line hides in the sum what others lack.
    if (short.cents > startUp.officialCents - countedCents)
      return answer('no', capped ? 'start-up.no-lines-counted' : 'start-up.no-lines', { n: short.n, ...told })
    return capped
      ? answer('no', 'start-up.no-counted', { ...told, countedCents })
      : answer('no', 'start-up.no', told)
  }
  const withoutFigure = lines.filter(line => line.official === null && HAVE_OFFICIAL.has(line.key)).length
  if (withoutFigure > 0)
    return answer('not-known', 'start-up.some-not-entered', { n: withoutFigure, ...values })
  if (capped)
    return answer('yes', 'start-up.yes-counted', {
      ...values,
      inKindCents: startUp.inKindCents,
      countedCents,
    })
  return answer('yes', startUp.inKindCents > 0 ? 'start-up.yes-in-kind' : 'start-up.yes', {
    ...values,
    inKindCents: startUp.inKindCents,
  })
}

type StartUpRows = StartUpSection['rows']

/** Cash, and of gifts in kind what their caps let count. A refund beyond what was paid is no debt of the household's. */
const countedOn = (rows: StartUpRows): number =>
  rows.reduce(
    (sum, { cashCents, inKindCents, countedInKindCents }) =>
      sum + Math.max(0, cashCents) + (countedInKindCents ?? inKindCents),
    0,
  )

/** Each line by itself, as the allowance sheet says what is still owed on it. */
function shortLines(
  { rows }: StartUpSection,
  withUnknownCaps = false,
): { readonly n: number; readonly cents: number } {
  const more = (row: StartUpRows[number]) => (withUnknownCaps ? row.unknownCapCents : 0)
  const short = rows
    .map(row => Math.max(0, (row.officialCents ?? 0) - countedOn([row]) - more(row)))
    .filter(cents => cents > 0)
  return { n: short.length, cents: short.reduce((sum, cents) => sum + cents, 0) }
}

function receiptsAnswer(facts: YearlyFacts): Answer {
  const { entries, cents } = facts.totals.receiptsMissing
  if (entries > 0) return answer('yes', 'receipts.missing', { n: entries, missingCents: cents })
  const some = facts.totals.lines.some(total => total.countsAs !== 'income' && total.rows > 0)
  return some || facts.totals.unsorted.entries > 0
    ? answer('no', 'receipts.complete')
    : answer('not-known', 'receipts.no-entries')
}

/** Numbers run through a reporting year; the years of waiting are several. */
function receiptNumbers({ records, options: { audience, period } }: YearlyFacts): ReceiptCheck {
  if (audience === 'donors') return { gaps: [], doubles: [] }
  const entries = records.entries.filter(entry => !entry.deleted && entry.receiptNumber !== '')
  const numbersOf = (of: readonly Entry[]): readonly string[] => of.map(entry => entry.receiptNumber)
  return period.kind === 'before-arrival'
    ? checkAllReceiptNumbers(numbersOf(entries.filter(entry => isInPeriod(entry.date, period))))
    : checkReceiptNumbers(numbersOf(entries), yearOf(period.from))
}
