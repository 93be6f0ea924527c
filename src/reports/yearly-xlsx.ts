/**
 * The report's tables as a workbook: page 1 on the first sheet, then a sheet for each section, with frozen heads.
 * Every total is a formula over the cells that it adds up, so that a reviewer can trace it.
 */
import type { YearlyReport } from './report-model.ts'
import { type Cell, type ReportRow, type ReportTable, reportTables, type SumTerm } from './report-tables.ts'
import { type ReportLanguage, type ReportWords, reportWords } from './words.ts'
import {
  cellName,
  type SheetCell,
  type SheetStyle,
  type WorkbookSheet,
  workbookBytes,
} from './xlsx-workbook.ts'

const PAGE_ONE: readonly ReportTable['id'][] = ['box', 'figures', 'answers']

export function yearlyXlsx(report: YearlyReport, language: ReportLanguage): Promise<Uint8Array<ArrayBuffer>> {
  const words = reportWords(language)
  const tables = reportTables(report, words)
  const first = tables.filter(table => PAGE_ONE.includes(table.id))
  const rest = tables.filter(table => !PAGE_ONE.includes(table.id))
  return workbookBytes([
    { ...sheetOf('1', first, words, report.box.draft), frozenRows: 0 },
    ...rest.map(table => sheetOf(`${table.letter} ${table.title}`.trim(), [table], words, report.box.draft)),
  ])
}

/** Tables below each other. With one table, its title and head stay in sight. */
function sheetOf(
  name: string,
  tables: readonly ReportTable[],
  words: ReportWords,
  draft: boolean,
): WorkbookSheet {
  const rows: SheetCell[][] = []
  for (const table of tables) {
    if (rows.length > 0) rows.push([])
    const title = draft ? `${table.title} – ${words.text('draft')}` : table.title
    rows.push([text(title, 'title')])
    rows.push(table.columns.map(column => text(column.label, 'head')))
    const start = rows.length
    for (const row of table.rows) rows.push(row.cells.map(cell => toSheetCell(cell, row.role, start)))
    for (const note of table.notes) rows.push([text(note, 'note')])
  }
  const width = Math.max(2, ...tables.map(table => table.columns.length))
  return {
    name,
    rows,
    widths: Array.from({ length: width }, (_, i) => (i === 0 ? 36 : 16)),
    frozenRows: 2,
    landscape: tables.some(table => table.landscape),
  }
}

const text = (value: string, style: SheetStyle): SheetCell =>
  value === '' ? { kind: 'empty' } : { kind: 'text', text: value, style }

function toSheetCell(cell: Cell, role: ReportRow['role'], start: number): SheetCell {
  const bold = role !== 'row'
  const style = bold ? 'bold' : 'plain'
  switch (cell.kind) {
    case 'text':
      return text(cell.text, style)
    case 'money':
      if (cell.cents === null) return text(cell.text, style)
      return { kind: 'money', cents: cell.cents, bold, formula: formulaOf(cell.sum, start) }
    case 'count':
      return cell.value === null ? { kind: 'empty' } : { kind: 'count', value: cell.value }
    case 'date':
      return cell.date === null ? { kind: 'empty' } : { kind: 'date', date: cell.date }
    case 'month':
      return text(cell.month, style)
  }
}

/**
 * `SUM(B3:B9)` for what stands in one run, `+` and `-` between runs. Rounded, because a spreadsheet adds in binary
 * fractions and a cent must not become 0.009999.
 */
export function formulaOf(terms: readonly SumTerm[], start: number): string {
  if (terms.length === 0) return ''
  const runs: { from: SumTerm; to: SumTerm }[] = []
  for (const term of terms) {
    const run = runs.at(-1)
    const down = run && run.to.column === term.column && run.to.row + 1 === term.row
    const across = run && run.to.row === term.row && run.to.column + 1 === term.column
    const sameWay =
      run && (run.from === run.to || (down ? run.from.column === term.column : run.from.row === term.row))
    if (run && run.from.sign === term.sign && (down || across) && sameWay) run.to = term
    else runs.push({ from: term, to: term })
  }
  const sum = runs.map(({ from, to }, i) => {
    const first = cellName(start + from.row, from.column)
    const cells = from === to ? first : `SUM(${first}:${cellName(start + to.row, to.column)})`
    return `${from.sign < 0 ? '-' : i === 0 ? '' : '+'}${cells}`
  })
  return `ROUND(${sum.join('')},2)`
}
