/**
 * The shapes in which Canadian banks give CSV files, told by content, never by file name. Sources: public parsers and
 * their tests, not the banks; a shape that has changed falls back to the free mapping.
 *
 * RBC          8 columns, header seen with and without, signed, M/D/YYYY; one file may hold several accounts
 * TD           no header: date, description, debit, credit, balance
 * CIBC         no header: date, description, debit, credit[, masked card]; newest first
 * Scotiabank   header with Filter and Sub-description; formerly no header: date, amount, `-`, type, description
 * BMO          preamble, header that repeats per account, card number quoted with `'`, text marked `[CW]`
 * Tangerine    Date,Transaction,Name,Memo,Amount
 * Simplii      Date,Transaction Details,Funds Out,Funds In
 * EQ           Date,Description,In,Out,Balance with `$ 12.34`
 * Desjardins   14 columns, no header, latin-1
 * French       Date;Description;Débit;Crédit;Solde, decimal comma
 */
import { looksLikeDate } from './bank-dates.ts'
import { type ColumnMapping, columnContent, columnName, plainMapping } from './column-mapping.ts'
import type { CsvRow } from './csv-table.ts'

export type BankShapeId =
  | 'rbc'
  | 'td'
  | 'cibc'
  | 'scotiabank'
  | 'scotiabank-old'
  | 'bmo'
  | 'tangerine'
  | 'simplii'
  | 'eq'
  | 'desjardins'
  | 'generic-fr'

export type BankShape = { readonly id: BankShapeId; readonly mapping: ColumnMapping }

const rbc: ColumnMapping = {
  ...plainMapping,
  date: 2,
  dateOrder: 'mdy',
  description: [4, 5],
  amount: { kind: 'signed', column: 6, type: null },
  chequeNumber: 3,
  account: [1],
  foreign: { column: 7, currency: 'USD' },
}

const NAMED: readonly (BankShape & { readonly header: readonly string[] })[] = [
  {
    id: 'rbc',
    header: [
      'account type',
      'account number',
      'transaction date',
      'cheque number',
      'description 1',
      'description 2',
      'cad$',
      'usd$',
    ],
    mapping: rbc,
  },
  {
    id: 'scotiabank',
    header: [
      'filter',
      'date',
      'time',
      'description',
      'sub-description',
      'status',
      'type of transaction',
      'amount',
    ],
    mapping: {
      ...plainMapping,
      date: 1,
      dateOrder: 'ymd',
      description: [3, 4],
      amount: { kind: 'signed', column: 7, type: 6 },
    },
  },
  {
    id: 'bmo',
    header: ['first bank card', 'transaction type', 'date posted', 'transaction amount', 'description'],
    mapping: {
      ...plainMapping,
      date: 2,
      dateOrder: 'ymd',
      description: [4],
      amount: { kind: 'signed', column: 3, type: 1 },
      account: [0],
    },
  },
  {
    id: 'tangerine',
    header: ['date', 'transaction', 'name', 'memo', 'amount'],
    mapping: {
      ...plainMapping,
      dateOrder: 'mdy',
      description: [2, 3],
      amount: { kind: 'signed', column: 4, type: 1 },
    },
  },
  {
    id: 'simplii',
    header: ['date', 'transaction details', 'funds out', 'funds in'],
    mapping: {
      ...plainMapping,
      dateOrder: 'mdy',
      description: [1],
      amount: { kind: 'in-out', out: 2, in: 3 },
    },
  },
  {
    id: 'eq',
    header: ['date', 'description', 'in', 'out', 'balance'],
    mapping: {
      ...plainMapping,
      dateOrder: 'ymd',
      description: [1],
      amount: { kind: 'in-out', in: 2, out: 3 },
      balance: 4,
    },
  },
  {
    id: 'generic-fr',
    header: ['date', 'description', 'debit', 'credit', 'solde'],
    mapping: { ...plainMapping, description: [1], amount: { kind: 'in-out', out: 2, in: 3 }, balance: 4 },
  },
]

const FIVE: ColumnMapping = {
  ...plainMapping,
  description: [1],
  amount: { kind: 'in-out', out: 2, in: 3 },
}

export function shapeOfHeader(header: readonly string[]): BankShape | null {
  const names = header.map(columnName)
  while (names.length > 0 && names.at(-1) === '') names.pop()
  const found = NAMED.find(
    shape => shape.header.length === names.length && shape.header.every((name, i) => name === names[i]),
  )
  return found ? { id: found.id, mapping: found.mapping } : null
}

/** `rows` are those of the usual width. */
export function shapeOfRows(rows: readonly CsvRow[]): BankShape | null {
  const width = rows[0]?.cells.length ?? 0
  const content = Array.from({ length: width }, (_, i) => columnContent(rows, i))
  const holds = (index: number, ...kinds: readonly string[]): boolean =>
    kinds.includes(content[index]?.holds ?? 'none')
  const amountOrNone = (index: number): boolean => holds(index, 'amount', 'empty')
  if (
    (width === 14 || width === 15) &&
    holds(3, 'date') &&
    amountOrNone(7) &&
    amountOrNone(8) &&
    holds(13, 'amount')
  )
    return {
      id: 'desjardins',
      mapping: {
        ...plainMapping,
        date: 3,
        dateOrder: 'ymd',
        description: [5],
        amount: { kind: 'in-out', out: 7, in: 8 },
        balance: 13,
        chequeNumber: 6,
        account: [1, 2],
      },
    }
  if (
    (width === 8 || width === 9) &&
    holds(2, 'date') &&
    amountOrNone(6) &&
    amountOrNone(7) &&
    holds(0, 'text')
  )
    return { id: 'rbc', mapping: rbc }
  if (!holds(0, 'date')) return null
  const split = eachHasOneOf(rows, 2, 3) && amountOrNone(2) && amountOrNone(3)
  if (width === 5 && split && mostly(rows, 4, MASKED_CARD)) return { id: 'cibc', mapping: FIVE }
  if (width === 5 && split && holds(4, 'amount') && content[4]?.full)
    return { id: 'td', mapping: { ...FIVE, balance: 4 } }
  if (width === 4 && split && mostly(rows, 0, /^\d{4}-\d\d-\d\d$/)) return { id: 'cibc', mapping: FIVE }
  if (width === 5 && holds(1, 'amount') && mostly(rows, 2, /^-$/))
    return {
      id: 'scotiabank-old',
      mapping: { ...plainMapping, description: [3, 4], amount: { kind: 'signed', column: 1, type: null } },
    }
  return null
}

const MASKED_CARD = /^[\dXx]{4}[*Xx ]{4,}\d{4}$/

const mostly = (rows: readonly CsvRow[], index: number, pattern: RegExp): boolean =>
  rows.filter(row => pattern.test((row.cells[index] ?? '').trim())).length * 4 >= rows.length * 3

/** In most rows one of the two is filled; a row that lacks both is named later, as a row. */
function eachHasOneOf(rows: readonly CsvRow[], a: number, b: number): boolean {
  const fits = (row: CsvRow): boolean =>
    looksLikeDate(row.cells[0] ?? '') &&
    ((row.cells[a] ?? '').trim() === '') !== ((row.cells[b] ?? '').trim() === '')
  return rows.filter(fits).length * 2 > rows.length
}
