import { describe, expect, test } from 'vitest'
import { type BankFile, readBankFile } from '#imports/bank-file.ts'
import type { ImportProblem } from '#imports/import-problem.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import {
  bankBytes,
  bankText,
  type FixtureName,
  fixtureNames,
  utf8,
} from '../../support/imports/write-bank-files.ts'
import { isQuick } from '../../support/soak/size.ts'

const rows = accountTable.slice(0, 48)
/** Every byte; `npm run check` looks at every third. */
const STEP = isQuick ? 3 : 1
const read = (bytes: Uint8Array) => readBankFile({ bytes, name: 'a' })

function content(file: BankFile): string {
  return file.accounts.flatMap(one => one.rows.map(row => `${row.date} ${row.cents} ${row.text}`)).join('\n')
}

function problemOf(bytes: Uint8Array): ImportProblem | null {
  const file = read(bytes)
  return file.ok ? null : file.problem
}

const withoutLast = (text: string, count: number): Uint8Array => utf8(text.slice(0, text.length - count))

describe('a file cut short', () => {
  test.each(fixtureNames)('%s cut at any byte of its last rows is refused, asked about, or whole', name => {
    const bytes = bankBytes(name, rows)
    const wholes = new Set<string>()
    for (const count of [48, 47, 46, 45, 44]) {
      const file = read(bankBytes(name, accountTable.slice(0, count)))
      if (file.ok) wholes.add(content(file.value))
      // The newest-first shape loses its oldest rows.
      const late = read(bankBytes(name, rows.slice(48 - count)))
      if (late.ok) wholes.add(content(late.value))
    }
    for (let length = bytes.length - 1; length > bytes.length - 190; length -= STEP) {
      const file = read(bytes.slice(0, length))
      if (file.ok) expect(wholes, `cut at ${length} of ${bytes.length}`).toContain(content(file.value))
    }
  })

  test.each(fixtureNames)('%s that only lost its last line end is read whole', name => {
    const bytes = bankBytes(name, accountTable)
    let length = bytes.length
    while (bytes[length - 1] === 10 || bytes[length - 1] === 13) length--
    const [cut, whole] = [read(bytes.slice(0, length)), read(bytes)]
    if (!cut.ok || !whole.ok) throw new Error(JSON.stringify(cut))
    expect(content(cut.value)).toBe(content(whole.value))
    expect(cut.value.warnings).toEqual(name.endsWith('.csv') ? [{ kind: 'no-final-newline' }] : [])
  })

  const withBalance: readonly FixtureName[] = ['td.csv', 'eq.csv', 'desjardins.csv', 'generic-fr.csv']
  test.each(withBalance)('%s that lost rows in its middle is refused at the row behind the gap', name => {
    const lines = bankText(name, rows).split('\r\n')
    const cut = [...lines.slice(0, 20), ...lines.slice(23)].join('\r\n')
    expect(problemOf(utf8(cut))).toMatchObject({ kind: 'balance-mismatch', row: 21 })
  })

  test('a piece lost between two rows of an OFX file shows', () => {
    const text = bankText('statement-v1.qfx', rows)
    const from = text.indexOf('<FITID>', text.indexOf('<STMTTRN>', 4000))
    const to = text.indexOf('<DTPOSTED>', from + 300)
    expect(problemOf(utf8(text.slice(0, from) + text.slice(to)))).toMatchObject({
      kind: 'ofx-damaged',
      tag: 'DTPOSTED',
    })
    const between = text.indexOf('<STMTTRN>', from + 300)
    expect(problemOf(utf8(text.slice(0, from) + text.slice(between)))).toMatchObject({
      kind: 'ofx-damaged',
      tag: 'STMTTRN',
    })
  })
})

describe('each cut has its own kind', () => {
  const td = bankText('td.csv', rows.slice(0, 5))

  test('inside a row', () => {
    expect(
      problemOf(utf8('01/20/2025,FEE,4.95,,100.00\n01/21/2025,FEE,4.95,,95.05\n01/22/2025,FEE')),
    ).toEqual({
      kind: 'cut-in-row',
      row: 3,
      columns: 2,
      expected: 5,
    })
  })

  test('inside a quoted text', () => {
    expect(problemOf(utf8(`${td}04/01/2025,"PAYEE, Inc`))).toEqual({ kind: 'cut-in-quote', row: 6 })
  })

  test('inside the digits of a balance that still reads as the same number', () => {
    expect(problemOf(withoutLast(bankText('desjardins.csv', rows.slice(0, 9)), 3))).toMatchObject({
      kind: 'cut-in-amount',
      row: 9,
    })
  })

  test('inside an amount without a balance', () => {
    expect(problemOf(withoutLast(bankText('tangerine.csv', rows.slice(0, 9)), 3))).toMatchObject({
      kind: 'cut-in-amount',
      row: 10,
    })
  })

  test('inside a card number that all rows share', () => {
    expect(problemOf(withoutLast(bankText('cibc.csv', rows.slice(0, 9)), 6))).toMatchObject({
      kind: 'cut-in-text',
      row: 9,
    })
  })

  test('inside a character', () => {
    const bytes = utf8('Date,Description,Amount\n2025-01-02,Café,1.00\n2025-01-03,Caf\u00e9')
    expect(problemOf(bytes.slice(0, bytes.length - 1))).toEqual({ kind: 'cut-in-character' })
  })

  test('inside an OFX file, with the transaction it happened in', () => {
    const text = bankText('statement-v2.ofx', rows.slice(0, 9))
    expect(problemOf(utf8(text.slice(0, text.lastIndexOf('<TRNAMT>'))))).toEqual({
      kind: 'ofx-unclosed',
      row: 9,
      tag: 'STMTTRN',
    })
    expect(problemOf(utf8(text.slice(0, text.indexOf('<OFX>'))))).toMatchObject({
      kind: 'ofx-unclosed',
      row: 0,
    })
  })

  test('a last text that may be whole or cut is asked about, and the answer is taken', () => {
    const bytes = withoutLast(bankText('bmo.csv', rows.slice(0, 43)), 3)
    const question = { kind: 'last-text', row: 47 }
    expect(problemOf(bytes)).toMatchObject({
      kind: 'needs-answer',
      question: { ...question, text: '[CW]IKEA OTTAW' },
    })
    const file = readBankFile({ bytes, name: 'a', answers: { lastTextIsWhole: true } })
    expect(file).toMatchObject({ ok: true, value: { warnings: [{ kind: 'no-final-newline' }] } })
  })
})
