/**
 * The entries of a report as a plain-text journal, so that any treasurer can audit with `hledger bal`.
 *
 *   2025-10-02 * Entry 54  ; receipt 25-054
 *       expenses:monthly-support:Rent                 1950.00 CAD
 *       assets:Chequing                              -1950.00 CAD
 *
 * Accounts are `assets:<account>`, `income:<line>`, `expenses:<counts as>:<line>`, `liabilities:owed to members`,
 * `in kind:<line>` against `equity:in kind`, `equity:opening balances`. The last transaction asserts each closing
 * balance. Entries are named by number; a payee stands there only when the report has names.
 */
import { centsToDecimal } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { EntryRow, YearlyReport } from './report-model.ts'
import { type ReportLanguage, type ReportWords, reportWords } from './words.ts'

export type JournalProblem =
  /** The report was made without its entry list, or for donors. */
  { readonly kind: 'no-entries' }

interface Posting {
  readonly account: string
  readonly cents: number
  /** Asserted balance after it. */
  readonly balanceCents?: number
}

export function hledgerJournal(
  report: YearlyReport,
  language: ReportLanguage,
): Result<string, JournalProblem> {
  const { entries, accounts } = report
  if (!entries || !accounts) return err({ kind: 'no-entries' })
  const words = reportWords(language)
  const blocks = ['; -*- hledger -*-\ncommodity 1000.00 CAD\n']
  const rows = byAccountName(accounts.rows)
  const opened = rows.filter(row => row.openingCents !== 0)
  // The first day that is used: a period of waiting has no first day of its own.
  const start =
    report.period.kind === 'before-arrival' ? (entries[0]?.date ?? report.period.to) : report.period.from
  if (opened.length > 0)
    blocks.push(
      transaction(start, 'Opening balances', '', [
        ...opened.map(row => ({ account: assets(row.name), cents: row.openingCents })),
        { account: 'equity:opening balances', cents: -sum(opened.map(row => row.openingCents)) },
      ]),
    )
  for (const parts of byNumber(entries)) blocks.push(entryBlock(parts, words))
  const closing = rows.map(row => ({
    account: assets(row.name),
    cents: 0,
    balanceCents: row.closingCents,
  }))
  if (closing.length > 0) blocks.push(transaction(report.period.to, 'Closing balances', '', closing))
  return ok(blocks.join('\n'))
}

type Balances = { readonly name: string; readonly openingCents: number; readonly closingCents: number }

/** Accounts that have one name in the journal are one account there: only together is what is asserted true. */
function byAccountName(rows: readonly Balances[]): readonly Balances[] {
  const named = new Map<string, Balances>()
  for (const row of rows) {
    const known = named.get(assets(row.name))
    named.set(assets(row.name), {
      name: row.name,
      openingCents: row.openingCents + (known?.openingCents ?? 0),
      closingCents: row.closingCents + (known?.closingCents ?? 0),
    })
  }
  return [...named.values()]
}

const sum = (cents: readonly number[]): number => cents.reduce((total, each) => total + each, 0)

/** The parts of each entry together, in order. */
function byNumber(entries: readonly EntryRow[]): readonly (readonly EntryRow[])[] {
  const groups = new Map<number, EntryRow[]>()
  for (const entry of entries) {
    const group = groups.get(entry.number)
    if (group) group.push(entry)
    else groups.set(entry.number, [entry])
  }
  return [...groups.values()]
}

function entryBlock(parts: readonly EntryRow[], words: ReportWords): string {
  const [first] = parts
  if (!first) return ''
  const description = `Entry ${first.number}${first.payee ? ` ${plain(first.payee)}` : ''}`
  const receipt = first.receiptNumber === '' ? '' : `receipt ${plain(first.receiptNumber)}`
  return transaction(first.date, description, receipt, postingsOf(parts, first, words))
}

function postingsOf(parts: readonly EntryRow[], first: EntryRow, words: ReportWords): readonly Posting[] {
  const total = sum(parts.map(part => part.cents))
  switch (first.type) {
    case 'transfer':
      return [
        { account: assets(first.toAccount ?? ''), cents: -first.cents },
        { account: assets(first.account), cents: first.cents },
      ]
    case 'in-kind':
      return [
        ...parts.map(part => ({ account: `in kind:${lineAccount(part, words)}`, cents: part.cents })),
        { account: 'equity:in kind', cents: -total },
      ]
    case 'owed': {
      const sign = total < 0 ? -1 : 1
      return [
        ...parts.map(part => ({ account: categoryOf(part, words), cents: sign * part.cents })),
        { account: 'liabilities:owed to members', cents: -Math.abs(total) },
      ]
    }
    case 'income':
    case 'expense':
      return [
        ...parts.map(part => ({ account: categoryOf(part, words), cents: -part.cents })),
        { account: assets(first.account), cents: total },
      ]
  }
}

function categoryOf(part: EntryRow, words: ReportWords): string {
  if (part.line === null || part.countsAs === null)
    return part.cents > 0 && part.type !== 'owed' ? 'income:not sorted' : 'expenses:not sorted'
  const name = lineAccount(part, words)
  return part.countsAs === 'income' ? `income:${name}` : `expenses:${part.countsAs}:${name}`
}

const lineAccount = (part: EntryRow, words: ReportWords): string =>
  part.line ? plain(words.line(part.line)) : 'not sorted'

const assets = (name: string): string => `assets:${name === '' ? 'no account' : plain(name)}`

/** One line without what the journal's syntax uses: two spaces end an account's name, `;` begins a comment. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc};:|()[\]*!="]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim() || '-'

function transaction(
  date: string,
  description: string,
  comment: string,
  postings: readonly Posting[],
): string {
  const lines = postings.map(({ account, cents, balanceCents }) => {
    const asserted = balanceCents === undefined ? '' : ` = ${centsToDecimal(balanceCents)} CAD`
    return `    ${account.padEnd(50)}  ${centsToDecimal(cents).padStart(12)} CAD${asserted}`
  })
  const note = comment === '' ? '' : `  ; ${comment}`
  return `${date} * ${description}${note}\n${lines.join('\n')}\n`
}
