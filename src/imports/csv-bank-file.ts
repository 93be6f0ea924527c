/**
 * CSV text → accounts with rows. Finds delimiter, header, bank shape, date order, decimal mark and signs; everything
 * found is handed back as the guess that the screen shows in words.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { chainBalances } from './balance-chain.ts'
import { type BankAccount, createBankAccount, maskAccount } from './bank-account.ts'
import { type DecimalMark, decimalMarkOf } from './bank-amounts.ts'
import { type DateOrder, findDateOrder, looksLikeDate } from './bank-dates.ts'
import { type BankShapeId, shapeOfHeader, shapeOfRows } from './bank-shapes.ts'
import {
  type ColumnMapping,
  columnName,
  columnsOf,
  isHeaderRow,
  shapeFingerprint,
  suggestMapping,
} from './column-mapping.ts'
import {
  amountColumns,
  asCut,
  checkLastAmounts,
  checkLastCell,
  checkWidths,
  findSignStyle,
  type ReadRow,
  readRow,
  type SignStyle,
  usualWidth,
} from './csv-rows.ts'
import { type CsvRow, type CsvTable, type Delimiter, guessDelimiter, readCsvTable } from './csv-table.ts'
import type { ColumnSample, ImportProblem } from './import-problem.ts'

export type SavedMapping = { readonly fingerprint: string; readonly mapping: ColumnMapping }

/** What a person answered, or chose instead of the guess. */
export type CsvAnswers = {
  readonly dateOrder?: DateOrder | undefined
  readonly flipSign?: boolean | undefined
  readonly delimiter?: Delimiter | undefined
  /** To the question `last-text`: the last row's text is whole. */
  readonly lastTextIsWhole?: boolean | undefined
  /** Import although the running balance does not fit. */
  readonly ignoreBalance?: boolean | undefined
}

export type CsvGuess = {
  readonly delimiter: Delimiter
  readonly hasHeader: boolean
  readonly columns: readonly ColumnSample[]
  readonly shape: BankShapeId | null
  readonly mapping: ColumnMapping
  /** Where the mapping came from. */
  readonly mappedBy: 'bank-shape' | 'saved' | 'person' | 'names' | 'content'
  readonly dateOrder: DateOrder
  /** `bank-shape`: the dates themselves would also allow another order. */
  readonly dateOrderBy: 'dates' | 'bank-shape' | 'answer' | 'mapping'
  readonly decimalMark: DecimalMark
  readonly sign: SignStyle
  readonly newestFirst: boolean
  readonly fingerprint: string
}

export type CsvBankFile = { readonly guess: CsvGuess; readonly accounts: readonly BankAccount[] }

type Input = {
  readonly text: string
  readonly answers: CsvAnswers
  readonly mapping: ColumnMapping | null
  readonly savedMappings: readonly SavedMapping[]
}

type Body = {
  readonly header: readonly string[] | null
  /** Rows of transactions, and after how many repeated headers each stands. */
  readonly rows: readonly CsvRow[]
  readonly sections: ReadonlyMap<CsvRow, number>
}

/** The shares of the work after which the text is decoded, and cut into cells. */
const START = 0.1
const CUT_UP = 0.4

function* between<T>(from: number, to: number, steps: Generator<number, T>): Generator<number, T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

export function* readCsvBankFile(input: Input): Generator<number, Result<CsvBankFile, ImportProblem>> {
  const delimiter = input.answers.delimiter ?? guessDelimiter(input.text)
  const table = yield* between(START, CUT_UP, readCsvTable(input.text, delimiter))
  if (!table.ok) return table
  if (table.value.rows.length === 0) return err({ kind: 'empty' })
  const body = findBody(table.value.rows)
  const columns = describeColumns(body)
  if (body.rows.length === 0) return err({ kind: 'header-only' })
  const mapped = findMapping(input, table.value, body, columns)
  if (!mapped.ok) return mapped
  const widths = checkWidths(body.rows, body.header)
  if (widths) return err(widths)
  return yield* readBody(input, table.value, body, columns, mapped.value)
}

/** Rows above the header (BMO's "Following data is valid …") and its repetitions are no transactions. */
function findBody(rows: readonly CsvRow[]): Body {
  const headerAt = rows
    .slice(0, 30)
    .findIndex(row => shapeOfHeader(row.cells) !== null || isHeaderRow(row.cells))
  const sections = new Map<CsvRow, number>()
  if (headerAt < 0) return { header: null, rows: withoutPreamble(rows), sections }
  const header = rows[headerAt]?.cells ?? []
  const key = header.map(columnName).join('\n')
  const kept: CsvRow[] = []
  let section = 0
  for (const row of rows.slice(headerAt + 1)) {
    if (row.cells.map(columnName).join('\n') === key) {
      section++
      while ((kept.at(-1)?.cells.length ?? 2) < 2) kept.pop()
      continue
    }
    kept.push(row)
    sections.set(row, section)
  }
  return { header: trimEnd(header), rows: kept, sections }
}

/** Titles above a table without a header: rows of one cell, only at the top. */
function withoutPreamble(rows: readonly CsvRow[]): readonly CsvRow[] {
  const start = rows.findIndex(row => row.cells.length > 1)
  return start > 0 && start < 30 ? rows.slice(start) : rows
}

function trimEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length--
  return cells.slice(0, length)
}

function describeColumns(body: Body): readonly ColumnSample[] {
  const width = Math.max(body.header?.length ?? 0, usualWidth(body.rows))
  return Array.from({ length: width }, (_, index) => ({
    index,
    name: body.header?.[index]?.trim() || null,
    samples: body.rows
      .map(row => (row.cells[index] ?? '').trim().slice(0, 80))
      .filter(Boolean)
      .slice(0, 5),
  }))
}

type Mapped = {
  readonly mapping: ColumnMapping
  readonly by: CsvGuess['mappedBy']
  readonly shape: BankShapeId | null
  readonly fingerprint: string
}

function findMapping(
  input: Input,
  table: CsvTable,
  body: Body,
  columns: readonly ColumnSample[],
): Result<Mapped, ImportProblem> {
  const width = usualWidth(body.rows)
  const usual = body.rows.filter(row => row.cells.length === width)
  const fingerprint = shapeFingerprint(table.delimiter, body.header, usual)
  const shape = body.header ? shapeOfHeader(body.header) : shapeOfRows(usual)
  const id = shape?.id ?? null
  const saved = input.savedMappings.find(one => one.fingerprint === fingerprint)
  const chosen = input.mapping ?? saved?.mapping
  if (chosen) {
    const outside = columnsOf(chosen).find(index => index >= columns.length)
    if (outside !== undefined)
      return err({ kind: 'mapping-does-not-fit', column: outside, columns: columns.length })
    return ok({ mapping: chosen, by: input.mapping ? 'person' : 'saved', shape: id, fingerprint })
  }
  if (shape) return ok({ mapping: shape.mapping, by: 'bank-shape', shape: id, fingerprint })
  const suggestion = columns.length > 1 ? suggestMapping(body.header, usual) : null
  if (suggestion && body.header && suggestion.description.length > 0)
    return ok({ mapping: suggestion, by: 'names', shape: null, fingerprint })
  if (
    body.header &&
    !suggestion &&
    columns.some((_, i) => usual.some(row => looksLikeDate(row.cells[i] ?? '')))
  )
    return err({ kind: 'no-amount-column', columns })
  // With a delimiter that somebody chose, another one is to be chosen, not another file.
  if (columns.length < 2 && input.answers.delimiter === undefined)
    return err({ kind: 'no-table', looksLike: 'text' })
  return err({ kind: 'not-recognised', columns, suggestion })
}

function* readBody(
  input: Input,
  table: CsvTable,
  body: Body,
  columns: readonly ColumnSample[],
  mapped: Mapped,
): Generator<number, Result<CsvBankFile, ImportProblem>> {
  const flipSign = input.answers.flipSign ?? mapped.mapping.flipSign
  const mapping = { ...mapped.mapping, flipSign }
  const order = decideDateOrder(input.answers, mapping, mapped.by, body.rows, columns)
  if (!order.ok) return order
  const mark = decideDecimalMark(body.rows, mapping)
  if (!mark.ok) return mark
  const cut =
    checkLastAmounts(body.rows, mapping, mark.value, table.endsWithNewline) ??
    (table.endsWithNewline ? null : checkLastCell(body.rows, mapping, input.answers.lastTextIsWhole === true))
  if (cut) return err(cut)
  const style = findSignStyle(body.rows, mapping, mark.value)
  const reading = {
    mapping,
    dateOrder: order.value.order,
    mark: mark.value,
    style,
    lastRowMayBeCut: !table.endsWithNewline,
  }
  const read: ReadRow[] = []
  for (const [i, row] of body.rows.entries()) {
    const isLast = i === body.rows.length - 1
    const one = readRow(row, reading, isLast)
    if (!one.ok) return err(isLast && reading.lastRowMayBeCut ? asCut(one.problem, row) : one.problem)
    read.push({ ...one.value, section: body.sections.get(row) ?? 0 })
    if (i % 5000 === 4999) yield CUT_UP + ((1 - CUT_UP) * (i + 1)) / body.rows.length
  }
  const accounts = toAccounts(read, input.answers.ignoreBalance === true)
  if (!accounts.ok) return accounts
  const guess: CsvGuess = {
    delimiter: table.delimiter,
    hasHeader: body.header !== null,
    columns,
    shape: mapped.shape,
    mapping,
    mappedBy: mapped.by,
    dateOrder: order.value.order,
    dateOrderBy: order.value.by,
    decimalMark: mark.value,
    sign: style,
    newestFirst: accounts.value.newestFirst,
    fingerprint: mapped.fingerprint,
  }
  return ok({ guess, accounts: accounts.value.accounts })
}

function decideDateOrder(
  answers: CsvAnswers,
  mapping: ColumnMapping,
  mappedBy: CsvGuess['mappedBy'],
  rows: readonly CsvRow[],
  columns: readonly ColumnSample[],
): Result<{ order: DateOrder; by: CsvGuess['dateOrderBy'] }, ImportProblem> {
  const texts = rows.map(row => (row.cells[mapping.date] ?? '').trim())
  const found = findDateOrder(texts)
  const rowAt = (at: number): number => rows[at]?.row ?? 0
  if (found.kind === 'unreadable')
    return err({ kind: 'unreadable-date', row: rowAt(found.at), text: texts[found.at] ?? '' })
  if (found.kind === 'mixed') {
    const [a, b] = found.at
    return err({
      kind: 'mixed-date-orders',
      rows: [rowAt(a), rowAt(b)],
      texts: [texts[a] ?? '', texts[b] ?? ''],
    })
  }
  if (found.kind === 'order') return ok({ order: found.order, by: 'dates' })
  if (answers.dateOrder) return ok({ order: answers.dateOrder, by: 'answer' })
  if (mapping.dateOrder && mapping.dateOrder !== 'ymd')
    return ok({ order: mapping.dateOrder, by: mappedBy === 'bank-shape' ? 'bank-shape' : 'mapping' })
  const column = columns[mapping.date]
  if (!column) return err({ kind: 'mapping-does-not-fit', column: mapping.date, columns: columns.length })
  const orders: readonly DateOrder[] = found.likely === 'dmy' ? ['dmy', 'mdy'] : ['mdy', 'dmy']
  return err({ kind: 'needs-answer', question: { kind: 'date-order', column, orders, likely: found.likely } })
}

function decideDecimalMark(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
): Result<DecimalMark, ImportProblem> {
  const indexes = amountColumns(mapping)
  const texts = rows.flatMap(row => indexes.map(index => (row.cells[index] ?? '').trim()))
  const mark = decimalMarkOf(texts)
  if (mark !== 'mixed') return ok(mark ?? '.')
  const first = decimalMarkOf(texts.filter(Boolean).slice(0, 1)) === ',' ? ',' : '.'
  const odd = rows.find(row =>
    indexes.some(index => (decimalMarkOf([row.cells[index] ?? '']) ?? first) !== first),
  )
  const text = indexes
    .map(index => odd?.cells[index] ?? '')
    .find(cell => (decimalMarkOf([cell]) ?? first) !== first)
  return err({
    kind: 'unreadable-amount',
    row: odd?.row ?? 0,
    text: text ?? '',
    reason: 'other-decimal-mark',
  })
}

function toAccounts(
  read: readonly ReadRow[],
  ignoreBalance: boolean,
): Result<{ accounts: readonly BankAccount[]; newestFirst: boolean }, ImportProblem> {
  const groups = new Map<string, ReadRow[]>()
  for (const row of read) {
    // Without an account column the repeated header is what tells the accounts apart.
    const key = `${row.account === '' ? row.section : ''}\n${row.account}\n${row.currency}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const accounts: BankAccount[] = []
  let newestFirst = false
  for (const group of groups.values()) {
    const chain = chainBalances(
      group.map(row => row.bankRow),
      !ignoreBalance,
    )
    if (!chain.ok) return chain
    newestFirst ||= chain.value.newestFirst
    const { rows, openingCents, closingCents } = chain.value
    const { account = '', currency = 'CAD' } = group[0] ?? {}
    accounts.push(
      createBankAccount({ accountHint: maskAccount(account), rows, openingCents, closingCents, currency }),
    )
  }
  return ok({ accounts, newestFirst })
}
