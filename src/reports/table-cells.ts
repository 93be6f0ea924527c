/** Small builders for the cells, rows and columns of a report's tables. */
import type { IsoDate, IsoMonth } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import type { Cell, ReportRow, ReportTable, SumTerm } from './report-tables.ts'
import type { ReportWords } from './words.ts'

export const textCell = (text: string): Cell => ({ kind: 'text', text })
export const moneyCell = (cents: Cents | null, text = '', sum: readonly SumTerm[] = []): Cell => ({
  kind: 'money',
  cents,
  text,
  sum,
})
export const countCell = (value: number | null): Cell => ({ kind: 'count', value })
export const dateCell = (date: IsoDate | null): Cell => ({ kind: 'date', date })
export const monthCell = (month: IsoMonth): Cell => ({ kind: 'month', month })
export const row = (...cells: readonly Cell[]): ReportRow => ({ role: 'row', cells })

/** A heading over rows, as wide as the table. */
export const heading = (text: string, width: number): ReportRow => ({
  role: 'heading',
  cells: Array.from({ length: width }, (_, i) => textCell(i === 0 ? text : '')),
})

export type Column = readonly [id: string, kind: Cell['kind']]

/** A table whose title and column heads are the words of its id and of its columns' ids. */
export function tableOf(
  id: ReportTable['id'],
  columns: readonly Column[],
  rows: readonly ReportRow[],
  words: ReportWords,
  more: Partial<Pick<ReportTable, 'notes' | 'landscape' | 'columns'>> = {},
): ReportTable {
  return {
    id,
    letter: id.length > 2 ? '' : id.toUpperCase(),
    title: words.text(`section.${id}`),
    columns: columns.map(([name, kind]) => ({ id: name, label: words.text(`column.${name}`), kind })),
    rows,
    notes: [],
    landscape: false,
    ...more,
  }
}

/**
 * The row that adds up others: each money column is the sum of the same column in `of`, and carries it as a formula.
 * Columns in `not` stay empty: adding them up would mean nothing.
 */
export function totalRow(
  label: string,
  rows: readonly ReportRow[],
  of: readonly number[],
  columns: readonly Column[],
  role: 'subtotal' | 'total' = 'total',
  not: readonly string[] = [],
): ReportRow {
  const cells = columns.map(([name, kind], column): Cell => {
    if (column === 0) return textCell(label)
    if (kind !== 'money' || not.includes(name)) return textCell('')
    const terms: SumTerm[] = []
    let cents = 0
    for (const index of of) {
      const cell = rows[index]?.cells[column]
      if (cell?.kind !== 'money' || cell.cents === null) continue
      cents += cell.cents
      terms.push({ row: index, column, sign: 1 })
    }
    // Nothing to add up is no figure: 0.00 would say that there is one.
    return of.length > 0 && terms.length === 0 ? textCell('') : moneyCell(cents, '', terms)
  })
  return { role, cells }
}

export const allOf = (rows: readonly unknown[]): readonly number[] => rows.map((_, i) => i)
