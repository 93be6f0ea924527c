/**
 * The report's tables in one CSV file, UTF-8 with BOM, CRLF. Each record begins with the table's id and what the record
 * is (`title`, `head`, `row`, `heading`, `subtotal`, `total`, `note`), then the table's cells.
 * Two dialects: `machine` has comma, decimal point; `excel-fr` semicolon, decimal comma, which Excel in French opens
 * by itself. Dates are ISO in both. Amounts are plain numbers without a currency or thousands mark.
 */
import { centsToDecimal } from '#domain/money.ts'
import { unreachable } from '#domain/result.ts'
import type { YearlyReport } from './report-model.ts'
import { type Cell, reportTables } from './report-tables.ts'
import { type ReportLanguage, reportWords } from './words.ts'

export type CsvDialect = 'machine' | 'excel-fr'

export function yearlyCsv(report: YearlyReport, language: ReportLanguage, dialect: CsvDialect): string {
  const comma = dialect === 'excel-fr'
  const lines: string[] = []
  const add = (...fields: readonly string[]): void => {
    lines.push(fields.join(comma ? ';' : ','))
  }
  for (const table of reportTables(report, reportWords(language))) {
    add(table.id, 'title', csvText(table.title))
    add(table.id, 'head', ...table.columns.map(column => csvText(column.label)))
    for (const { role, cells } of table.rows) add(table.id, role, ...cells.map(cell => cellText(cell, comma)))
    for (const note of table.notes) add(table.id, 'note', csvText(note))
  }
  return `\ufeff${lines.map(line => `${line}\r\n`).join('')}`
}

function cellText(cell: Cell, comma: boolean): string {
  switch (cell.kind) {
    case 'text':
      return csvText(cell.text)
    case 'money':
      return cell.cents === null ? csvText(cell.text) : csvAmount(cell.cents, comma)
    case 'count':
      return cell.value === null ? '' : String(cell.value)
    case 'date':
      return cell.date ?? ''
    case 'month':
      return cell.month
    default:
      return unreachable(cell)
  }
}

export const csvAmount = (cents: number, comma: boolean): string =>
  comma ? centsToDecimal(cents).replace('.', ',') : centsToDecimal(cents)

/** A text that a spreadsheet would run as a formula, also behind spaces, is made plain by an apostrophe before it. */
export const guardFormula = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Quoted whenever it could be read otherwise, in either dialect. */
export function csvText(text: string): string {
  const safe = guardFormula(text)
  return /[",;\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
