/**
 * Dated, sourced figures. A look-up answers with a figure and where it came from, or says why there is none:
 * *no current figure* is an answer of its own and never falls back to an older edition, another community or a proxy.
 */
import type { z } from 'zod/mini'
import { type DataTable, parseDataTable, type TableProblem } from './data-table.ts'
import type { IsoDate } from './dates.ts'
import type { FigureStatus } from './line.ts'
import type { Cents } from './money.ts'
import {
  benefitTable,
  type Community,
  type CommunityRates,
  codeNameTable,
  communityTable,
  costTable,
  depositTable,
  incomeRuleData,
  inKindDeductions,
  lineTable,
  loanTerms,
  programTable,
  rapMonthly,
  rapStartUp,
  tellingWordTable,
} from './rate-tables.ts'
import { err, ok, type Result } from './result.ts'
import type { Province } from './sponsorship.ts'

export type RateTable<Data> = DataTable<Data>

/** The data files by their name without `.json`. */
const schemas = {
  'cost-table': costTable,
  'in-kind-deductions': inKindDeductions,
  'rap-startup': rapStartUp,
  'rap-monthly': rapMonthly,
  programs: programTable,
  'income-rule': incomeRuleData,
  benefits: benefitTable,
  deposits: depositTable,
  'loan-terms': loanTerms,
  lines: lineTable,
  communities: communityTable,
  'code-names': codeNameTable,
  'telling-words': tellingWordTable,
} as const
export type RateFileName = keyof typeof schemas
export const rateFileNames = Object.keys(schemas) as readonly RateFileName[]

export type Rates = {
  readonly [Name in RateFileName]: RateTable<z.output<(typeof schemas)[Name]>>
}

/** Which file it is in, beside the place. */
export interface RateProblem extends TableProblem {
  readonly file: RateFileName
}

export function parseRateTable<Name extends RateFileName>(
  file: Name,
  raw: unknown,
): Result<Rates[Name], RateProblem> {
  const table = parseDataTable(schemas[file] as z.core.$ZodType, raw)
  return table.ok ? ok(table.value as Rates[Name]) : err({ ...table.problem, file })
}

/** All files at once; every problem is named, not only the first. */
export function parseRates(
  raw: {
    readonly [Name in RateFileName]: unknown
  },
): Result<Rates, readonly RateProblem[]> {
  const problems: RateProblem[] = []
  const tables: Record<string, unknown> = {}
  for (const file of rateFileNames) {
    const table = parseRateTable(file, raw[file])
    if (table.ok) tables[file] = table.value
    else problems.push(table.problem)
  }
  return problems.length > 0 ? err(problems) : ok(tables as unknown as Rates)
}

/** Where a figure came from and how sure it is; stored with the line that uses it. */
export interface Provenance {
  readonly source: string
  /** First day that it applied; null: the source gives none. */
  readonly asOf: IsoDate | null
  readonly status: FigureStatus
  /** The source may have a later edition that could not be read: ask before relying on it. */
  readonly mayBeReplaced: boolean
}

export type NoFigure =
  /** Known to be missing: enter it from the calculator. */
  | { readonly kind: 'none'; readonly why: 'not-known' }
  | { readonly kind: 'none'; readonly why: 'unknown-community' }
  | { readonly kind: 'none'; readonly why: 'not-yet-in-effect' }
  | { readonly kind: 'none'; readonly why: 'no-longer-in-effect' }

export type Lookup<Value> =
  | { readonly kind: 'figure'; readonly value: Value; readonly from: Provenance }
  | NoFigure

/** The table's data if it is in effect on `date`. */
export function currentTable<Data>(table: RateTable<Data>, date: IsoDate): Lookup<Data> {
  const gone = outOfEffect(table, date)
  if (gone) return gone
  return {
    kind: 'figure',
    value: table.data,
    from: {
      source: table.source.url,
      asOf: table.effectiveFrom,
      status: table.source.status,
      mayBeReplaced: table.superseded === 'possible',
    },
  }
}

/** Monthly rates of a community on `date`. `community` is a key of `communities.json`, empty when none was chosen. */
export function currentFigure(
  table: Rates['rap-monthly'],
  community: string,
  date: IsoDate,
): Lookup<CommunityRates> {
  const whole = outOfEffect(table, date)
  if (whole) return whole
  if (!Object.hasOwn(table.data.communities, community)) return { kind: 'none', why: 'unknown-community' }
  const rates = table.data.communities[community]
  if (!rates) return { kind: 'none', why: 'not-known' }
  const gone = outOfEffect(rates, date)
  if (gone) return gone
  return {
    kind: 'figure',
    value: rates,
    from: {
      source: rates.url,
      asOf: rates.effectiveFrom,
      status: rates.status,
      mayBeReplaced: table.superseded === 'possible',
    },
  }
}

/** Out of the range of its dates, both included; an open end has no limit. */
function outOfEffect(
  range: { readonly effectiveFrom: IsoDate | null; readonly effectiveTo: IsoDate | null },
  date: IsoDate,
): NoFigure | null {
  if (range.effectiveFrom !== null && date < range.effectiveFrom)
    return { kind: 'none', why: 'not-yet-in-effect' }
  if (range.effectiveTo !== null && date > range.effectiveTo)
    return { kind: 'none', why: 'no-longer-in-effect' }
  return null
}

/** Dollars of a file as cents. */
export const dollarsToCents = (dollars: number): Cents => Math.round(dollars * 100)

/** The least sure of several statuses: a sum is only as sure as its weakest part. */
export function weakestStatus(statuses: readonly FigureStatus[]): FigureStatus {
  const sureness: readonly FigureStatus[] = ['verified', 'secondary', 'derived', 'unverified']
  return sureness[Math.max(0, ...statuses.map(each => sureness.indexOf(each)))] ?? 'unverified'
}

/** The community that a typed town belongs to, by its name or another name for it; null: enter the figures by hand. */
export function findCommunity(
  communities: readonly Community[],
  province: Province,
  town: string,
): Community | null {
  const wanted = plain(town)
  if (wanted === '') return null
  const found = communities.filter(
    each =>
      (province === '' || each.province === province) &&
      [each.en, each.fr, ...each.aliases].some(name => plain(name) === wanted),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
