/**
 * A report as tables with typed cells and words: the one layout that the screen, paper, CSV and XLSX all draw, so that
 * no two formats can show different figures. A total names the cells that it adds up, for formats with formulas.
 */
import type { IsoDate, IsoMonth } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import type { YearlyReport } from './report-model.ts'
import { entriesTable, figuresUsedTable, supportTable } from './tables-lists.ts'
import {
  accountsTable,
  balanceTable,
  budgetTable,
  byLineTable,
  changesTable,
  incomeTable,
  monthsTable,
  startUpTable,
} from './tables-money.ts'
import { answersTable, boxTable, figuresTable } from './tables-page-one.ts'
import type { ReportWords } from './words.ts'

export interface SumTerm {
  /** Place in the table's rows, 0 first. */
  readonly row: number
  readonly column: number
  readonly sign: 1 | -1
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** Null cents: `text` says why there is no figure, often nothing. */
  | {
      readonly kind: 'money'
      readonly cents: Cents | null
      readonly text: string
      readonly sum: readonly SumTerm[]
    }
  | { readonly kind: 'count'; readonly value: number | null }
  | { readonly kind: 'date'; readonly date: IsoDate | null }
  | { readonly kind: 'month'; readonly month: IsoMonth }

export interface ReportRow {
  readonly role: 'row' | 'heading' | 'subtotal' | 'total'
  readonly cells: readonly Cell[]
}

export const tableIds = [
  'box',
  'figures',
  'answers',
  ...['a', 'b', 'c', 'd', 'e', 'e2', 'f', 'g', 'h', 'i', 'j', 'k'],
] as const

export interface ReportTable {
  readonly id: (typeof tableIds)[number]
  /** `A`, or `E2` for an annex; empty for donors, whose copy has not every section. */
  readonly letter: string
  readonly title: string
  readonly columns: readonly { readonly id: string; readonly label: string; readonly kind: Cell['kind'] }[]
  readonly rows: readonly ReportRow[]
  /** Sentences and free text under the table; instead of rows before arrival. */
  readonly notes: readonly string[]
  readonly landscape: boolean
}

/** In paper's order; sections that the audience does not get are not there. */
export function reportTables(report: YearlyReport, words: ReportWords): readonly ReportTable[] {
  const tables: (ReportTable | null)[] = [
    boxTable(report, words),
    figuresTable(report, words),
    answersTable(report, words),
    accountsTable(report, words),
    incomeTable(report, words),
    startUpTable(report, words),
    supportTable(report, words),
    budgetTable(report, words),
    monthsTable(report, words),
    byLineTable('f', report.ownCosts, words),
    byLineTable('g', report.inKind, words),
    changesTable(report, words),
    balanceTable(report, words),
    figuresUsedTable(report, words),
    entriesTable(report, words),
  ]
  const given = tables.filter(table => table !== null)
  return report.audience === 'donors' ? given.map(table => ({ ...table, letter: '' })) : given
}
