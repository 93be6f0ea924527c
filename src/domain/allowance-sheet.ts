/**
 * The start-up allowance line by line: the official figure, money given, gifts in kind, and what is still owed.
 *
 * [Note: what counts in kind] Gifts in kind lower what is owed up to the official cap of their kind and for the size of
 * the household, never above it, and never touch the money. A cap that could not be read (the school column, more than
 * six people), and a line that the table does not name, count nothing: the sheet says so and asks. Clothing and winter
 * clothing share one cap. A household of several support units is looked up as one: the caps of its parts would add up
 * to more. Source: `resources/rates/in-kind-deductions.json`.
 */
import type { IsoDate } from './dates.ts'
import type { PeopleByAge } from './household.ts'
import type { CoveredCost } from './ledger-months.ts'
import type { FigureStatus, Line } from './line.ts'
import { type Cents, sumCents } from './money.ts'
import { officialFigureOf, sizeOf } from './official-figures.ts'
import { currentTable, dollarsToCents, type Rates } from './rates.ts'

export const inKindCategories = ['furniture', 'household', 'linens', 'staples', 'clothing'] as const
export type InKindCategory = (typeof inKindCategories)[number]

/** The column of the in-kind table that a standard line belongs to; null: its column could not be read. */
const CATEGORY_OF_LINE: ReadonlyMap<string, InKindCategory | null> = new Map([
  ['furniture', 'furniture'],
  ['household-needs', 'household'],
  ['linens', 'linens'],
  ['staples', 'staples'],
  ['clothing', 'clothing'],
  ['winter-clothing', 'clothing'],
  ['school-start', null],
])

export type InKindCap =
  /** Of the category, which other lines may share. */
  | { readonly kind: 'known'; readonly category: InKindCategory; readonly cents: Cents }
  /** There is a column, but no figure of it that could be read. */
  | { readonly kind: 'unknown' }
  /** The table has no column for the line. */
  | { readonly kind: 'none' }

export interface AllowanceRow {
  readonly line: Line
  /** Null: none is current; enter it. */
  readonly official: { readonly cents: Cents; readonly status: FigureStatus } | null
  /** Paid, and what members paid and are owed. */
  readonly cashCents: Cents
  readonly inKindCents: Cents
  readonly cap: InKindCap
  /** Of the gifts in kind, what lowers the allowance. */
  readonly countedCents: Cents
  /** Of the gifts in kind, what is above the cap or without one. */
  readonly notCountedCents: Cents
  /** Null without an official figure. */
  readonly stillOwedCents: Cents | null
}

export interface SchoolStart {
  readonly children: number
  /** How often it is due; null: that hangs on the arrival, which has no date yet. */
  readonly times: 1 | 2 | null
  /** Of one child, once. */
  readonly cents: Cents
  readonly status: FigureStatus
  /** Month and day, both included: who arrives within gets it twice. */
  readonly twiceFrom: string
  readonly twiceTo: string
  /** Children under 6: some of them may go to school already. */
  readonly younger: number
}

export interface AllowanceSheet {
  readonly rows: readonly AllowanceRow[]
  /** Of how many people the caps are. */
  readonly size: number
  /** The table goes no further than that many people: of more there is no cap, and nothing in kind counts. */
  readonly hasCaps: boolean
  readonly school: SchoolStart | null
  /** Where the caps are from, and how sure; null: no table is in effect. */
  readonly caps: {
    readonly source: string
    readonly status: FigureStatus
    readonly asOf: IsoDate | null
  } | null
  readonly totals: Pick<AllowanceRow, 'cashCents' | 'inKindCents' | 'countedCents' | 'notCountedCents'> & {
    /** Of the lines that have a figure; null: none has one, so that nothing is known. */
    readonly officialCents: Cents | null
    readonly stillOwedCents: Cents | null
    /** Lines in use without a figure. */
    readonly withoutFigure: number
  }
  /** Gifts in kind stand there and no money at all: some of the start-up has to be given as money. */
  readonly lacksMoney: boolean
}

export interface AllowanceInput {
  /** Of the sponsorship, in order. */
  readonly lines: readonly Line[]
  /** `costsByMonth` of all time, of the units whose start-up it is. */
  readonly costs: readonly CoveredCost[]
  readonly rates: Pick<Rates, 'in-kind-deductions' | 'rap-startup' | 'rap-monthly'>
  /** Those who arrived first: their number and ages. */
  readonly people: PeopleByAge
  /** Null: not known. */
  readonly arrivalDate: IsoDate | null
  readonly today: IsoDate
}

export function allowanceSheet(input: AllowanceInput): AllowanceSheet {
  const { rates, people, today } = input
  const table = currentTable(rates['in-kind-deductions'], today)
  const school = schoolStart(input)
  const counted = countInKind({ ...input, size: sizeOf(people) })
  const rows = [...counted.values()]
    .map(each => allowanceRow(each, input, school))
    .filter(({ line, cashCents, inKindCents }) => !line.retired || cashCents !== 0 || inKindCents !== 0)
  const sum = (of: (row: AllowanceRow) => Cents | null): Cents => sumCents(rows.map(row => of(row) ?? 0))
  const hasFigures = rows.some(row => row.official !== null)
  const totals = {
    officialCents: hasFigures ? sum(row => row.official?.cents ?? null) : null,
    cashCents: sum(row => row.cashCents),
    inKindCents: sum(row => row.inKindCents),
    countedCents: sum(row => row.countedCents),
    notCountedCents: sum(row => row.notCountedCents),
    stillOwedCents: hasFigures ? sum(row => row.stillOwedCents) : null,
    withoutFigure: rows.filter(row => row.official === null).length,
  }
  return {
    rows,
    size: sizeOf(people),
    hasCaps: capsOf(table.kind === 'figure' ? table.value : null, sizeOf(people)).size > 0,
    school,
    caps: table.kind === 'figure' ? table.from : null,
    totals,
    lacksMoney: totals.inKindCents > 0 && totals.cashCents <= 0,
  }
}

interface InKindCounted {
  readonly line: Line
  readonly inKindCents: Cents
  readonly cap: InKindCap
  readonly countedCents: Cents
}

/** What gifts in kind stand on each start-up line, and what of them counts; by the line's id, in the lines' order. */
function countInKind({
  lines,
  costs,
  rates,
  size,
  today,
}: Pick<AllowanceInput, 'lines' | 'costs' | 'today'> & {
  readonly rates: Pick<Rates, 'in-kind-deductions'>
  readonly size: number
}): ReadonlyMap<string, InKindCounted> {
  const table = currentTable(rates['in-kind-deductions'], today)
  const caps = capsOf(table.kind === 'figure' ? table.value : null, size)
  // What of each cap no earlier line has used.
  const left = new Map(caps)
  const counted = new Map<string, InKindCounted>()
  for (const line of lines) {
    if (line.countsAs !== 'start-up' || line.deleted) continue
    const inKindCents = givenOn(line, costs, true)
    const category = CATEGORY_OF_LINE.get(line.key)
    const rest = category ? (left.get(category) ?? 0) : 0
    const countedCents = Math.max(0, Math.min(inKindCents, rest))
    if (category) left.set(category, rest - countedCents)
    counted.set(line.id, { line, inKindCents, cap: capOf(category, caps), countedCents })
  }
  return counted
}

function capOf(
  category: InKindCategory | null | undefined,
  caps: ReadonlyMap<InKindCategory, Cents>,
): InKindCap {
  if (category === undefined) return { kind: 'none' }
  const cents = category === null ? undefined : caps.get(category)
  return category === null || cents === undefined ? { kind: 'unknown' } : { kind: 'known', category, cents }
}

const givenOn = (line: Line, costs: readonly CoveredCost[], isInKind: boolean): Cents =>
  sumCents(
    costs
      .filter(each => each.line === line.id && each.countsAs === 'start-up')
      .filter(each => (each.flow === 'in-kind') === isInKind)
      .map(each => each.cents),
  )

/** Nothing for more people than the table has, and nothing is carried over from a smaller household. */
function capsOf(
  table: Rates['in-kind-deductions']['data'] | null,
  size: number,
): ReadonlyMap<InKindCategory, Cents> {
  const found = new Map<InKindCategory, Cents>()
  if (table)
    for (const category of inKindCategories) {
      const dollars = table[category][size - 1]
      if (dollars !== undefined) found.set(category, dollarsToCents(dollars))
    }
  return found
}

function allowanceRow(
  { line, inKindCents, cap, countedCents }: InKindCounted,
  input: AllowanceInput,
  school: SchoolStart | null,
): AllowanceRow {
  const cashCents = givenOn(line, input.costs, false)
  const official = officialOf(line, input, school)
  return {
    line,
    official,
    cashCents,
    inKindCents,
    cap,
    countedCents,
    notCountedCents: Math.max(0, inKindCents - countedCents),
    stillOwedCents:
      official === null ? null : Math.max(0, official.cents - Math.max(0, cashCents) - countedCents),
  }
}

/** The school's is looked up again for the arrival as it is known now, unless somebody typed another. */
function officialOf(
  line: Line,
  { rates }: AllowanceInput,
  school: SchoolStart | null,
): AllowanceRow['official'] {
  if (line.official === null || line.official.per !== 'once') return null
  const { cents, status, source } = line.official
  const isShipped = source === rates['rap-startup'].source.url
  if (line.key !== 'school-start' || school === null || school.times === null || !isShipped)
    return { cents, status }
  return { cents: school.cents * school.children * school.times, status: school.status }
}

function schoolStart({ rates, people, arrivalDate, today }: AllowanceInput): SchoolStart | null {
  const table = rates['rap-startup']
  const { amount, twiceIfArrival } = table.data.schoolPerChild
  const due = officialFigureOf(
    rates,
    { table: 'rap-startup', figure: 'school', per: 'once' },
    {
      unit: { adults: 0, childrenUnder6: 0, children6to17: 1 },
      community: '',
      date: today,
      arrivalDate,
    },
  )
  if (due.kind === 'none' || people.children6to17 + people.childrenUnder6 === 0) return null
  const once = dollarsToCents(amount)
  return {
    children: people.children6to17,
    times: arrivalDate === null ? null : due.value > once ? 2 : 1,
    cents: once,
    status: due.from.status,
    twiceFrom: twiceIfArrival.from,
    twiceTo: twiceIfArrival.to,
    younger: people.childrenUnder6,
  }
}
