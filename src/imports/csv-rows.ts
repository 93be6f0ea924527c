/**
 * Rows of a CSV table → bank rows by account, as a column mapping says. Everything that shows that the file was cut
 * short is looked for here:
 * - a row with fewer columns than the others (the last row: cut; any other: damaged);
 * - an amount or balance in the last row with fewer decimals than all others;
 * - without a final line end: a last cell that is the beginning of what the other rows hold there, or is empty where
 *   none of them is. A lost final line end alone changes nothing in the row and is accepted.
 */
import type { Cents } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type BankRow, cleanText } from './bank-account.ts'
import { type DecimalMark, readBankAmount } from './bank-amounts.ts'
import { type DateOrder, readBankDate } from './bank-dates.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { type CsvRow, mostFrequent } from './csv-table.ts'
import type { ImportProblem } from './import-problem.ts'

export type ReadRow = {
  readonly account: string
  readonly currency: string
  readonly section: number
  readonly bankRow: BankRow
}

/** Usual number of cells in a row; what is beyond it must be empty. */
export const usualWidth = (rows: readonly CsvRow[]): number => mostFrequent(rows.map(row => row.cells.length))

export function checkWidths(rows: readonly CsvRow[], header: readonly string[] | null): ImportProblem | null {
  const width = header ? Math.min(header.length, usualWidth(rows)) : usualWidth(rows)
  for (const [i, { row, cells }] of rows.entries()) {
    if (cells.length < width)
      return i === rows.length - 1
        ? { kind: 'cut-in-row', row, columns: cells.length, expected: width }
        : { kind: 'uneven-row', row, columns: cells.length, expected: width }
    const allowed = Math.max(width, header?.length ?? 0)
    if (cells.slice(allowed).some(cell => cell.trim() !== ''))
      return { kind: 'uneven-row', row, columns: cells.length, expected: allowed }
  }
  return null
}

const cellOf = (row: CsvRow, index: number | null): string =>
  index === null ? '' : (row.cells[index] ?? '').trim()

/**
 * The last cell of a file without a final line end, when it looks like the beginning of something. A text that no other
 * row has may be whole or cut: only a person can tell, so it is asked (an amount or a date is never asked about).
 */
export function checkLastCell(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  lastTextIsWhole: boolean,
): ImportProblem | null {
  const last = rows.at(-1)
  if (!last) return null
  const index = last.cells.length - 1
  const missing = cellOf(last, index) === '' && rows.length > 1
  if (missing && rows.slice(0, -1).every(row => cellOf(row, index) !== ''))
    return { kind: 'cut-in-text', row: last.row, text: '' }
  if (amountColumns(mapping).includes(index)) return null
  const isText = mapping.description.includes(index)
  const textOf = (row: CsvRow): string =>
    isText ? mapping.description.map(column => cellOf(row, column)).join(' ') : cellOf(row, index)
  const text = textOf(last)
  const others = rows.slice(0, -1).map(textOf)
  if (others.includes(text) || (isText && lastTextIsWhole)) return null
  const cut: ImportProblem = { kind: 'cut-in-text', row: last.row, text: text.slice(0, 200) }
  const width = others[0]?.length ?? 0
  if (others.length > 1 && text.length < width && others.every(other => other.length === width)) return cut
  if (others.some(other => other.startsWith(text))) return cut
  if (!isText) return null
  return { kind: 'needs-answer', question: { kind: 'last-text', row: last.row, text: text.slice(0, 200) } }
}

/** The amount columns of a mapping, the balance and the foreign amount among them. */
export function amountColumns(mapping: ColumnMapping): readonly number[] {
  const { amount, balance, foreign } = mapping
  const columns = amount.kind === 'signed' ? [amount.column] : [amount.in, amount.out]
  return [...columns, ...(balance === null ? [] : [balance]), ...(foreign ? [foreign.column] : [])]
}

/**
 * All other amounts have two decimals and one in the last row has not: its last digits are missing. With a final line end
 * this takes several rows to be believed.
 */
export function checkLastAmounts(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  mark: DecimalMark,
  endsWithNewline: boolean,
): ImportProblem | null {
  const last = rows.at(-1)
  if (!last || rows.length < (endsWithNewline ? 6 : 2)) return null
  const columns = amountColumns(mapping)
  const decimals = (text: string): number | null => {
    const amount = text === '' ? null : readBankAmount(text, mark)
    return amount?.ok ? amount.value.decimals : null
  }
  const short = columns.map(index => cellOf(last, index)).find(text => (decimals(text) ?? 2) < 2)
  if (short === undefined) return null
  const others = rows.slice(0, -1).flatMap(row => columns.map(index => decimals(cellOf(row, index))))
  return others.every(count => count === null || count >= 2)
    ? { kind: 'cut-in-amount', row: last.row, text: short }
    : null
}

/** How the amounts of one file say their sign. */
export type SignStyle = {
  /** No amount is negative and a type column tells what went out. */
  readonly byType: boolean
  /** The column of money out is written with minus signs already. */
  readonly outIsNegative: boolean
}

const OUT_TYPE = /^(debit|dr\b|d$|withdrawal|retrait|achat|purchase|fee|frais)/i
const plainType = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .trim()

export function findSignStyle(rows: readonly CsvRow[], mapping: ColumnMapping, mark: DecimalMark): SignStyle {
  const { amount } = mapping
  const signs = (index: number): readonly number[] =>
    rows.flatMap(row => {
      const read = readBankAmount(cellOf(row, index), mark)
      return read.ok && read.value.cents !== 0 ? [Math.sign(read.value.cents)] : []
    })
  if (amount.kind === 'signed')
    return {
      byType: amount.type !== null && signs(amount.column).every(sign => sign > 0),
      outIsNegative: false,
    }
  const out = signs(amount.out)
  return { byType: false, outIsNegative: out.length > 0 && out.every(sign => sign < 0) }
}

function readAmount(row: CsvRow, index: number, mark: DecimalMark): Result<Cents | null, ImportProblem> {
  const text = cellOf(row, index)
  if (text === '') return ok(null)
  const amount = readBankAmount(text, mark)
  if (amount.ok) return ok(amount.value.cents)
  return err(
    amount.problem === 'out-of-range'
      ? { kind: 'amount-out-of-range', row: row.row, text }
      : { kind: 'unreadable-amount', row: row.row, text, reason: amount.problem },
  )
}

/** An amount at the very end of a cut file is cut, not wrong. */
export function asCut(problem: ImportProblem, row: CsvRow): ImportProblem {
  const atEnd = problem.kind === 'unreadable-amount' && problem.text === cellOf(row, row.cells.length - 1)
  return atEnd ? { kind: 'cut-in-amount', row: row.row, text: problem.text } : problem
}

function signedCents(
  row: CsvRow,
  mapping: ColumnMapping,
  mark: DecimalMark,
  style: SignStyle,
): Result<Cents | null, ImportProblem> {
  const { amount } = mapping
  const first = readAmount(row, amount.kind === 'signed' ? amount.column : amount.in, mark)
  if (!first.ok) return first
  if (amount.kind === 'signed') {
    const isOut = style.byType && OUT_TYPE.test(plainType(cellOf(row, amount.type)))
    return ok(first.value !== null && isOut ? 0 - first.value : first.value)
  }
  const out = readAmount(row, amount.out, mark)
  if (!out.ok) return out
  if (first.value && out.value)
    return err({
      kind: 'unreadable-amount',
      row: row.row,
      text: cellOf(row, amount.out),
      reason: 'both-in-and-out',
    })
  if (first.value === null && out.value === null) return ok(null)
  const outCents = style.outIsNegative ? -(out.value ?? 0) : (out.value ?? 0)
  return ok((first.value ?? 0) - outCents)
}

export type RowReading = {
  readonly mapping: ColumnMapping
  readonly dateOrder: DateOrder
  readonly mark: DecimalMark
  readonly style: SignStyle
  /** The file has no final line end. */
  readonly lastRowMayBeCut: boolean
}

/** BMO marks its texts: `[CW]`, `[SO]`, `[PR]`. */
const BMO_MARK = /^\[[A-Z]{2}\]\s*/

export function readRow(
  row: CsvRow,
  reading: RowReading,
  isLast: boolean,
): Result<Omit<ReadRow, 'section'>, ImportProblem> {
  const { mapping, mark } = reading
  const dateText = cellOf(row, mapping.date)
  const date = readBankDate(dateText, reading.dateOrder)
  if (date === null) return err({ kind: 'unreadable-date', row: row.row, text: dateText })
  const own = signedCents(row, mapping, mark, reading.style)
  if (!own.ok) return own
  const foreign: Result<Cents | null, ImportProblem> = mapping.foreign
    ? readAmount(row, mapping.foreign.column, mark)
    : ok(null)
  if (!foreign.ok) return foreign
  const isForeign = own.value === null && foreign.value !== null
  const amount = own.value ?? foreign.value
  if (amount === null)
    return err(
      isLast && reading.lastRowMayBeCut
        ? { kind: 'cut-in-amount', row: row.row, text: '' }
        : { kind: 'missing-amount', row: row.row },
    )
  const balance: Result<Cents | null, ImportProblem> =
    mapping.balance === null ? ok(null) : readAmount(row, mapping.balance, mark)
  if (!balance.ok) return balance
  const type = mapping.amount.kind === 'signed' ? cellOf(row, mapping.amount.type) : ''
  const texts = mapping.description.map(index => cellOf(row, index).replace(BMO_MARK, '')).filter(Boolean)
  return ok({
    account: mapping.account.map(index => cellOf(row, index)).join(' '),
    currency: isForeign ? (mapping.foreign?.currency ?? 'CAD') : 'CAD',
    bankRow: {
      row: row.row,
      date,
      cents: mapping.flipSign && amount !== 0 ? -amount : amount,
      text: cleanText(texts.join(' ')),
      memo: '',
      fitId: null,
      type: type === '' ? null : cleanText(type, 40),
      chequeNumber: cleanText(cellOf(row, mapping.chequeNumber), 40),
      balanceCents: balance.value,
    },
  })
}
