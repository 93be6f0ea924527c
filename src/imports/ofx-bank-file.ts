/**
 * OFX and QFX → accounts with rows. A date is the first eight digits of `DTPOSTED` as they stand: the time and zone
 * behind them (`20250210233000[-5:EST]`) would move a booking to another day, so they are never looked at.
 */
import { dateFromParts, type IsoDate } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type BankAccount, type BankRow, cleanText, createBankAccount, maskAccount } from './bank-account.ts'
import { readBankAmount } from './bank-amounts.ts'
import { MAX_ROWS } from './csv-table.ts'
import type { ImportProblem } from './import-problem.ts'
import { type OfxNode, readOfxTree } from './ofx.ts'

export type OfxFormat = 'ofx-1' | 'ofx-2' | 'qfx'

/** Null when the text is no OFX; told by content, the name only tells OFX 1 and QFX apart when nothing else does. */
export function ofxFormat(text: string, name: string): OfxFormat | null {
  const head = text.slice(0, 4096)
  const isOfx = /^\s*OFXHEADER\s*:/i.test(head) || /<\?OFX\b/i.test(head) || /<OFX>/i.test(head)
  if (!isOfx) return null
  if (/<INTU\./i.test(head) || /\.qfx$/i.test(name)) return 'qfx'
  return /<\?OFX\b|<\?xml\b/i.test(head) ? 'ofx-2' : 'ofx-1'
}

export function* readOfxBankFile(
  text: string,
  flipSign: boolean,
): Generator<number, Result<readonly BankAccount[], ImportProblem>> {
  const rows = (text.match(/<STMTTRN>/gi)?.length ?? 0) + 1
  const steps = readOfxTree(text)
  let step = steps.next()
  while (!step.done) {
    if (step.value > MAX_ROWS) return err({ kind: 'too-many-rows', limit: MAX_ROWS })
    yield 0.1 + (0.7 * step.value) / rows
    step = steps.next()
  }
  if (!step.value.ok) return step.value
  const accounts: BankAccount[] = []
  let row = 0
  for (const statement of step.value.value.flatMap(statementsIn)) {
    const transactions = transactionsIn(statement)
    if (transactions.length === 0) continue
    const account = readStatement(statement, transactions, row, flipSign)
    if (!account.ok) return account
    accounts.push(account.value)
    row += transactions.length
    yield 0.8 + (0.2 * row) / rows
  }
  // Without any tag the file is no longer than its header: it was cut there.
  if (step.value.value.length === 0) return err({ kind: 'ofx-unclosed', row: 0, tag: 'OFX' })
  return accounts.length === 0 ? err({ kind: 'header-only' }) : ok(accounts)
}

const isStatement = (node: OfxNode): boolean => node.tag === 'STMTRS' || node.tag === 'CCSTMTRS'

const statementsIn = (node: OfxNode): readonly OfxNode[] =>
  isStatement(node) ? [node] : node.children.flatMap(statementsIn)

const transactionsIn = (statement: OfxNode): readonly OfxNode[] =>
  statement.children
    .flatMap(child => (child.tag === 'BANKTRANLIST' ? child.children : [child]))
    .filter(child => child.tag === 'STMTTRN')

function firstEightDigits(text: string | undefined): IsoDate | null {
  const match = /^\s*(\d{4})(\d\d)(\d\d)/.exec(text ?? '')
  return match ? dateFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

function readAmount(text: string, row: number): Result<Cents, ImportProblem> {
  if (text === '') return err({ kind: 'missing-amount', row })
  const mark = /,\d{1,2}$/.test(text) && !/\.\d/.test(text.replace(/\.\d{3}/g, '')) ? ',' : '.'
  const amount = readBankAmount(text, mark)
  if (amount.ok) return ok(amount.value.cents)
  return err(
    amount.problem === 'out-of-range'
      ? { kind: 'amount-out-of-range', row, text }
      : { kind: 'unreadable-amount', row, text, reason: amount.problem },
  )
}

const OUT_TYPES = /^(DEBIT|FEE|SRVCHG|ATM|POS|CHECK|PAYMENT|CASH|DIRECTDEBIT|REPEATPMT)$/i

/** `NAME` is cut by the format at 32 characters; `MEMO` continues it or says it again in full. */
function joinTexts(name: string, memo: string): string {
  if (memo === '' || name.toLowerCase().includes(memo.toLowerCase())) return name
  return memo.toLowerCase().startsWith(name.toLowerCase()) ? memo : `${name} ${memo}`
}

function readTransaction(node: OfxNode, row: number): Result<BankRow, ImportProblem> {
  const leaf = (tag: string): string => node.leaves.get(tag) ?? ''
  const date = firstEightDigits(leaf('DTPOSTED'))
  if (date === null) return err({ kind: 'unreadable-date', row, text: leaf('DTPOSTED') })
  const cents = readAmount(leaf('TRNAMT'), row)
  if (!cents.ok) return cents
  const memo = cleanText(leaf('MEMO'), 1000)
  return ok({
    row,
    date,
    cents: cents.value,
    text: cleanText(joinTexts(cleanText(leaf('NAME')), memo)),
    memo,
    fitId: cleanText(leaf('FITID')) || null,
    type: cleanText(leaf('TRNTYPE'), 40) || null,
    chequeNumber: cleanText(leaf('CHECKNUM'), 40),
    balanceCents: null,
  })
}

function readStatement(
  statement: OfxNode,
  transactions: readonly OfxNode[],
  before: number,
  flipSign: boolean,
): Result<BankAccount, ImportProblem> {
  const rows: BankRow[] = []
  for (const [i, node] of transactions.entries()) {
    const row = readTransaction(node, before + i + 1)
    if (!row.ok) return row
    rows.push(row.value)
  }
  const byType = rows.every(row => row.cents >= 0)
  const signed = rows.map(row => {
    const isOut = byType && OUT_TYPES.test(row.type ?? '')
    return row.cents !== 0 && isOut !== flipSign ? { ...row, cents: -row.cents } : row
  })
  const child = (...tags: readonly string[]): OfxNode | undefined =>
    statement.children.find(node => tags.includes(node.tag))
  const { openingCents, closingCents } = readBalance(
    child('LEDGERBAL'),
    firstEightDigits(child('BANKTRANLIST')?.leaves.get('DTEND')),
    signed,
  )
  return ok(
    createBankAccount({
      accountHint: maskAccount(child('BANKACCTFROM', 'CCACCTFROM')?.leaves.get('ACCTID') ?? ''),
      rows: [...signed].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
      openingCents,
      closingCents,
      currency: statement.leaves.get('CURDEF')?.toUpperCase() || 'CAD',
    }),
  )
}

/**
 * The ledger balance is of its own day. It closes this list only when that day is not after the list's end: a balance of
 * today says nothing about a list that ended last month.
 */
function readBalance(
  ledger: OfxNode | undefined,
  listEnd: IsoDate | null,
  rows: readonly BankRow[],
): { openingCents: Cents | null; closingCents: Cents | null } {
  const amount = ledger ? readAmount(ledger.leaves.get('BALAMT') ?? '', 0) : null
  const asOf = firstEightDigits(ledger?.leaves.get('DTASOF'))
  const lastDate = rows.reduce((last, row) => (row.date > last ? row.date : last), '')
  const end = listEnd && listEnd > lastDate ? listEnd : lastDate
  if (!amount?.ok || asOf === null || asOf < lastDate || asOf > end)
    return { openingCents: null, closingCents: null }
  const closingCents = amount.value
  return { openingCents: closingCents - rows.reduce((sum, row) => sum + row.cents, 0), closingCents }
}
