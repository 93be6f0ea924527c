/**
 * What each column of a CSV file means. The ten bank shapes are such mappings, a person can make one, and it is kept
 * with the group (as JSON) under the fingerprint of the file's shape. Columns count from 0.
 */
import { z } from 'zod/mini'
import { err, ok, type Result } from '#domain/result.ts'
import { looksLikeAmount } from './bank-amounts.ts'
import { looksLikeDate } from './bank-dates.ts'
import type { CsvRow, Delimiter } from './csv-table.ts'

const column = z.number().check(z.int(), z.gte(0), z.lte(199))
const maybeColumn = z.nullable(column)

export const columnMapping = z.object({
  date: column,
  /** Null: found from the dates themselves, asked when they do not tell. */
  dateOrder: z.nullable(z.enum(['ymd', 'mdy', 'dmy'])),
  /** Joined with a space. */
  description: z.array(column).check(z.maxLength(10)),
  amount: z.discriminatedUnion('kind', [
    /** `type` says Debit or Credit for files whose amounts are all positive. */
    z.object({ kind: z.literal('signed'), column, type: maybeColumn }),
    z.object({ kind: z.literal('in-out'), in: column, out: column }),
  ]),
  /** Cards that write purchases as positive. */
  flipSign: z.boolean(),
  balance: maybeColumn,
  chequeNumber: maybeColumn,
  /** Columns that tell the accounts of one file apart. */
  account: z.array(column).check(z.maxLength(5)),
  /** A second amount column for another currency (RBC's USD$). */
  foreign: z.nullable(z.object({ column, currency: z.string().check(z.regex(/^[A-Z]{3}$/)) })),
})
export type ColumnMapping = z.output<typeof columnMapping>

export const plainMapping: ColumnMapping = {
  date: 0,
  dateOrder: null,
  description: [],
  amount: { kind: 'signed', column: 0, type: null },
  flipSign: false,
  balance: null,
  chequeNumber: null,
  account: [],
  foreign: null,
}

/** Checks a mapping that was kept: it comes from other laptops. */
export function parseColumnMapping(value: unknown): Result<ColumnMapping, { kind: 'not-a-mapping' }> {
  const parsed = z.safeParse(columnMapping, value)
  return parsed.success ? ok(parsed.data) : err({ kind: 'not-a-mapping' })
}

export function columnsOf(mapping: ColumnMapping): readonly number[] {
  const { amount } = mapping
  const amounts = amount.kind === 'signed' ? [amount.column, amount.type] : [amount.in, amount.out]
  return [
    mapping.date,
    ...mapping.description,
    ...amounts,
    mapping.balance,
    mapping.chequeNumber,
    ...mapping.account,
    mapping.foreign?.column ?? null,
  ].filter(value => value !== null)
}

/** `Débit ` and `DEBIT` are one name. */
export const columnName = (cell: string): string =>
  cell
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\s_\u200b\ufeff]+/g, ' ')
    .trim()

/** First match of the first pattern wins, so the surest names come first. */
const NAMES = {
  date: [
    /^(transaction date|date de (l')?(operation|transaction)|date posted|posted date)$/,
    /\bdate\b/,
    /\bposted\b/,
  ],
  out: [/^(debit|debits|withdrawals?|funds out|money out|out|paid out|retraits?|charges?)\b/],
  in: [/^(credit|credits|deposits?|funds in|money in|in|paid in|depots?)\b/],
  amount: [/^(amount|montant|cad ?\$?|transaction amount|value|valeur)\b/, /\b(amount|montant)\b/],
  balance: [/\b(balance|solde)\b/],
  type: [
    /^(type|transaction type|type of transaction|debit\/credit|dr\/cr|cr\/dr|type de transaction|transaction)$/,
  ],
  cheque: [/^(cheque|check|cheque number|check number|no de cheque|numero de cheque|cheque #)$/],
  description: [
    /^(description|details?|transaction details|payee|name|nom|libelle|narrative|merchant|beneficiaire)\b/,
    /\b(description|details?|memo|libelle|reference|note)\b/,
  ],
} as const

/** Whether a row names columns: a date word, at least one more known word, and no cell that is a date. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const names = cells.map(columnName)
  if (cells.some(cell => looksLikeDate(cell)) || !names.some(name => /\bdate\b/.test(name))) return false
  const known = Object.values(NAMES).flat()
  return names.filter(name => name !== '' && known.some(pattern => pattern.test(name))).length >= 2
}

/**
 * A mapping from the columns' names, and from what they hold where there are none. Null when no date column, or no
 * amount column, can be told: then the person maps.
 */
export function suggestMapping(
  header: readonly string[] | null,
  rows: readonly CsvRow[],
): ColumnMapping | null {
  return header ? byNames(header.map(columnName)) : byContent(rows)
}

function byNames(names: readonly string[]): ColumnMapping | null {
  const taken = new Set<number>()
  const find = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const at = names.findIndex((name, i) => !taken.has(i) && pattern.test(name))
      if (at >= 0) {
        taken.add(at)
        return at
      }
    }
    return null
  }
  const date = find(NAMES.date)
  const balance = find(NAMES.balance)
  const type = find(NAMES.type)
  const moneyOut = find(NAMES.out)
  const moneyIn = find(NAMES.in)
  const amount = moneyOut !== null && moneyIn !== null ? null : find(NAMES.amount)
  const cheque = find(NAMES.cheque)
  const description: number[] = []
  for (let at = find(NAMES.description); at !== null && description.length < 3; at = find(NAMES.description))
    description.push(at)
  if (date === null) return null
  const plain = {
    ...plainMapping,
    date,
    balance,
    chequeNumber: cheque,
    description: description.sort((a, b) => a - b),
  }
  if (moneyOut !== null && moneyIn !== null)
    return { ...plain, amount: { kind: 'in-out', in: moneyIn, out: moneyOut } }
  return amount === null ? null : { ...plain, amount: { kind: 'signed', column: amount, type } }
}

export type ColumnContent = 'date' | 'amount' | 'text' | 'empty'

/**
 * What most of a column's filled cells are, and whether most rows fill it. Most, not all: one damaged row must not hide
 * the shape, it is named as a row.
 */
export function columnContent(
  rows: readonly CsvRow[],
  index: number,
): { readonly holds: ColumnContent; readonly full: boolean } {
  const sample = rows.length > 500 ? rows.slice(0, 500) : rows
  let filled = 0
  let dates = 0
  let amounts = 0
  for (const { cells } of sample) {
    const cell = (cells[index] ?? '').trim()
    if (cell === '') continue
    filled++
    if (looksLikeDate(cell)) dates++
    else if (looksLikeAmount(cell)) amounts++
  }
  const most = filled * 0.75
  const holds = filled === 0 ? 'empty' : dates >= most ? 'date' : amounts >= most ? 'amount' : 'text'
  return { holds, full: filled * 4 >= sample.length * 3 }
}

function byContent(rows: readonly CsvRow[]): ColumnMapping | null {
  const width = rows[0]?.cells.length ?? 0
  const contents = Array.from({ length: width }, (_, i) => columnContent(rows, i).holds)
  const date = contents.indexOf('date')
  const amounts = contents.flatMap((holds, i) => (holds === 'amount' ? [i] : []))
  const only = amounts[0]
  if (date < 0 || only === undefined || amounts.length !== 1) return null
  const description = contents.flatMap((holds, i) => (holds === 'text' ? [i] : [])).slice(0, 3)
  return { ...plainMapping, date, description, amount: { kind: 'signed', column: only, type: null } }
}

/**
 * What a file looks like, so that a mapping is found again next month: delimiter and columns' names, or what the columns
 * hold. Never a value of a row. At most 200 characters.
 */
export function shapeFingerprint(
  delimiter: Delimiter,
  header: readonly string[] | null,
  rows: readonly CsvRow[],
): string {
  const mark = delimiter === '\t' ? 'tab' : delimiter
  const width = header?.length ?? rows[0]?.cells.length ?? 0
  const columns = header
    ? header.map(columnName)
    : Array.from({ length: width }, (_, i) => {
        const { holds } = columnContent(rows, i)
        return holds === 'date' ? datePattern(rows[0]?.cells[i] ?? '') : holds === 'empty' ? 'amount' : holds
      })
  const text = `${header ? 'named' : 'plain'} ${mark} ${width} ${columns.join('/')}`
  return text.length <= 180 ? text : `${text.slice(0, 160)} ${foldedSum(text)}`
}

const datePattern = (text: string): string =>
  text.trim().replace(/\d+/g, digits => (digits.length >= 4 ? '9999' : '9'))

/** FNV-1a: tells long headers apart; nothing secret depends on it. */
function foldedSum(text: string): string {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}
