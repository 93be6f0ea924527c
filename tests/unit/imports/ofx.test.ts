import { describe, expect, test } from 'vitest'
import { type BankFile, readBankFile } from '#imports/bank-file.ts'
import type { ImportProblem } from '#imports/import-problem.ts'
import { utf8, windows1252 } from '../../support/imports/write-bank-files.ts'

const sgmlHead = (charset: string): string =>
  `OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:${charset}\r\n\r\n`

const transaction = (leaves: string): string => `<STMTTRN>${leaves}</STMTTRN>`
const plain = transaction('<TRNTYPE>DEBIT<DTPOSTED>20250310<TRNAMT>-5.00<FITID>1<NAME>Shop')
const statement = (list: string, after = '', account = '012345678901'): string =>
  `<STMTTRNRS><STMTRS><CURDEF>CAD<BANKACCTFROM><ACCTID>${account}</BANKACCTFROM><BANKTRANLIST>${list}</BANKTRANLIST>${after}</STMTRS></STMTTRNRS>`
const file = (...statements: readonly string[]): string =>
  `${sgmlHead('1252')}<OFX><BANKMSGSRSV1>${statements.join('')}</BANKMSGSRSV1></OFX>`

function read(text: string | Uint8Array, flipSign = false): BankFile {
  const bytes = typeof text === 'string' ? utf8(text) : text
  const result = readBankFile({ bytes, name: 'a.ofx', answers: { flipSign } })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
function problemOf(text: string): ImportProblem {
  const result = readBankFile({ bytes: utf8(text), name: 'a.ofx' })
  if (result.ok) throw new Error('the file was read')
  return result.problem
}
const first = (text: string | Uint8Array) => read(text).accounts[0]?.rows[0]

describe('what banks write', () => {
  test('the first eight digits are the day, whatever time and zone follow', () => {
    for (const posted of [
      '20250310',
      '20250310235959',
      '20250310000000.000[+14:LINT]',
      '20250310233000[-11:SST]',
    ])
      expect(first(file(statement(plain.replace('20250310', posted))))?.date).toBe('2025-03-10')
  })

  test('leaves closed and unclosed, in any case, with spaces and empty ones between', () => {
    const text = file(
      statement(
        transaction(
          '<trntype>debit</trntype>\n<DTPOSTED> 20250310 \n<CHECKNUM></CHECKNUM><MEMO>\n<TRNAMT>-5.00</TRNAMT><NAME>A &amp; B',
        ),
      ),
    )
    expect(first(text)).toMatchObject({
      date: '2025-03-10',
      cents: -500,
      text: 'A & B',
      chequeNumber: '',
      type: 'debit',
    })
  })

  test('a raw ampersand and a raw less-than sign are text', () => {
    expect(first(file(statement(plain.replace('Shop', 'Tom & Jerry AT&T; 3 < 4 <3')))))?.toMatchObject({
      text: 'Tom & Jerry AT&T; 3 < 4 <3',
    })
  })

  test('entities, numeric ones and CDATA are read once, never expanded further', () => {
    expect(
      first(file(statement(plain.replace('Shop', '&lt;b&gt; &#233;&#xE9; &amp;amp; <![CDATA[x <y> & z]]>')))),
    )?.toMatchObject({
      text: '<b> éé &amp; x <y> & z',
    })
  })

  test('a document type with entities is skipped', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><?OFX OFXHEADER="200"?><OFX><X>${statement(plain.replace('Shop', 'S &a; &b;'))}</X></OFX>`
    expect(first(text)?.text).toBe('S &a; &b;')
    expect(read(text).format).toBe('ofx-2')
  })

  test('windows-1252 by its header, UTF-8 by its bytes even when the header says otherwise, and a byte order mark', () => {
    const text = file(statement(plain.replace('Shop', 'Café – Côté')))
    expect(first(windows1252(text))?.text).toBe('Café – Côté')
    expect(first(utf8(text))?.text).toBe('Café – Côté')
    expect(first(utf8(`\ufeff${text}`))?.text).toBe('Café – Côté')
  })

  test('several statements are several accounts, cards among them', () => {
    const card = `<CCSTMTTRNRS><CCSTMTRS><CURDEF>USD<CCACCTFROM><ACCTID>4500111122223333</CCACCTFROM><BANKTRANLIST>${plain}</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS>`
    const got = read(file(statement(plain + plain, '', '111'), card))
    expect(got.accounts.map(one => [one.accountHint, one.sums.count, one.currency])).toEqual([
      ['••••111', 2, 'CAD'],
      ['••••3333', 1, 'USD'],
    ])
    expect(got.warnings).toEqual([{ kind: 'not-cad', account: 1, currency: 'USD' }])
    expect(got.accounts[1]?.rows[0]?.row).toBe(3)
  })

  test('a type, a bank id and a name may be missing', () => {
    expect(first(file(statement(transaction('<DTPOSTED>20250310<TRNAMT>+5,5<MEMO>Gift'))))).toMatchObject({
      cents: 550,
      fitId: null,
      type: null,
      text: 'Gift',
    })
  })

  test('a payee block gives the name; the account it was sent to and another currency do not', () => {
    const text = transaction(
      '<TRNTYPE>DEBIT<DTPOSTED>20250310<TRNAMT>-5.00<FITID>1<PAYEE><NAME>Landlord<ADDR1>x</PAYEE><BANKACCTTO><ACCTID>9<NAME>no</BANKACCTTO><ORIGCURRENCY><CURSYM>USD<TRNAMT>9</ORIGCURRENCY><MEMO>March',
    )
    expect(first(file(statement(text)))).toMatchObject({ text: 'Landlord March', cents: -500 })
  })

  test('a memo that says the name again is not doubled', () => {
    const memo = plain.replace('Shop', 'INTERAC e-Transfer<MEMO>INTERAC e-Transfer From A Friend')
    expect(first(file(statement(memo)))?.text).toBe('INTERAC e-Transfer From A Friend')
  })

  test('all-positive amounts take their sign from the type, and a card is flipped by an answer', () => {
    const list = plain.replace('-5.00', '5.00') + plain.replace('DEBIT', 'CREDIT').replace('-5.00', '7.00')
    expect(read(file(statement(list))).accounts[0]?.rows.map(row => row.cents)).toEqual([-500, 700])
    expect(read(file(statement(plain)), true).accounts[0]?.rows[0]?.cents).toBe(500)
  })

  test('the ledger balance closes the list only when it is of the list’s last day', () => {
    const ledger = (day: string) =>
      `<LEDGERBAL><BALAMT>95.00<DTASOF>${day}</LEDGERBAL><AVAILBAL><BALAMT>1.00<DTASOF>20250310</AVAILBAL>`
    expect(read(file(statement(plain, ledger('20250310')))).accounts[0]).toMatchObject({
      openingCents: 10000,
      closingCents: 9500,
    })
    expect(read(file(statement(plain, ledger('20251101')))).accounts[0]).toMatchObject({
      openingCents: null,
      closingCents: null,
    })
  })

  test('QFX is told by what is in it, or else by its name', () => {
    const text = file(statement(plain))
    expect(read(text).format).toBe('ofx-1')
    expect(read(text.replace('<OFX>', '<OFX><INTU.BID>3000')).format).toBe('qfx')
    expect(readBankFile({ bytes: utf8(text), name: 'A.QFX' })).toMatchObject({ value: { format: 'qfx' } })
  })
})

describe('what is refused', () => {
  test.each([
    ['no transaction', file(statement('')), { kind: 'header-only' }],
    [
      'a day that is none',
      file(statement(plain.replace('0310', '0230'))),
      { kind: 'unreadable-date', row: 1 },
    ],
    [
      'no day',
      file(statement(plain + plain.replace('<DTPOSTED>20250310', ''))),
      { kind: 'unreadable-date', row: 2 },
    ],
    ['no amount', file(statement(plain.replace('-5.00', ''))), { kind: 'missing-amount', row: 1 }],
    ['no number', file(statement(plain.replace('-5.00', 'five'))), { kind: 'unreadable-amount', row: 1 }],
    [
      '10^15',
      file(statement(plain.replace('-5.00', '1000000000000000'))),
      { kind: 'amount-out-of-range', row: 1 },
    ],
    [
      'no closing tag',
      file(statement(plain)).replace('</OFX>', ''),
      { kind: 'ofx-unclosed', tag: 'OFX', row: 1 },
    ],
    ['a cut tag', file(statement(plain)).slice(0, -3), { kind: 'ofx-unclosed', row: 1 }],
    ['only the header', sgmlHead('1252'), { kind: 'ofx-unclosed', row: 0 }],
    [
      'a transaction in a transaction',
      file(statement(plain.replace('</STMTTRN>', '') + plain)),
      { kind: 'ofx-damaged', row: 1 },
    ],
    [
      'a list that closes nothing',
      file(statement(plain)).replace('<BANKTRANLIST>', ''),
      { kind: 'ofx-damaged' },
    ],
  ] as const)('%s', (_, text, problem) => {
    expect(problemOf(text)).toMatchObject(problem)
  })

  test('deep nesting and a million open tags are read through, quickly', () => {
    const deep = '<A>'.repeat(300_000) + statement(plain) + '</A>'.repeat(300_000)
    expect(first(`${sgmlHead('1252')}<OFX>${deep}</OFX>`)?.cents).toBe(-500)
    expect(problemOf(`${sgmlHead('1252')}<OFX>${'<STMTRS>'.repeat(100_000)}`)).toMatchObject({
      kind: 'ofx-damaged',
    })
    expect(problemOf(`${sgmlHead('1252')}<OFX>${'<!--'.repeat(100_000)}`)).toMatchObject({
      kind: 'ofx-unclosed',
    })
    expect(problemOf(`${sgmlHead('1252')}<OFX>${'<![CDATA['.repeat(100_000)}`)).toMatchObject({
      kind: 'ofx-unclosed',
    })
  })
})
