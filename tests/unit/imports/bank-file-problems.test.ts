import { describe, expect, test } from 'vitest'
import { type BankFile, type BankFileInput, MAX_BYTES, readBankFile } from '#imports/bank-file.ts'
import type { ImportProblem } from '#imports/import-problem.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { bankText, utf8 } from '../../support/imports/write-bank-files.ts'

type Options = Omit<BankFileInput, 'bytes' | 'name'>

function read(text: string | Uint8Array, options: Options = {}): BankFile {
  const file = readBankFile({
    bytes: typeof text === 'string' ? utf8(text) : text,
    name: 'a.csv',
    ...options,
  })
  if (!file.ok) throw new Error(JSON.stringify(file.problem))
  return file.value
}

function problemOf(text: string | Uint8Array, options: Options = {}): ImportProblem {
  const file = readBankFile({
    bytes: typeof text === 'string' ? utf8(text) : text,
    name: 'a.csv',
    ...options,
  })
  if (file.ok) throw new Error('the file was read')
  return file.problem
}

const cents = (file: BankFile): readonly number[] =>
  file.accounts.flatMap(one => one.rows.map(row => row.cents))
const HEAD = 'Date,Description,Amount\n'
const lines = (amounts: readonly string[]): string =>
  HEAD + amounts.map((amount, i) => `2025-03-${String(i + 10)},Shop ${i},${amount}\n`).join('')

describe('a file that is no bank file', () => {
  test.each([
    ['nothing', '', { kind: 'empty' }],
    ['blank lines', '\r\n\r\n  \r\n', { kind: 'empty' }],
    ['only a header', HEAD, { kind: 'header-only' }],
    [
      'a BMO file of an idle month',
      'Following data is valid as of 20260101\n\n\nFirst Bank Card,Transaction Type,Date Posted, Transaction Amount,Description\n',
      { kind: 'header-only' },
    ],
    ['a letter', 'Dear treasurer,\nthe bank is closed today\nbye\n', { kind: 'no-table', looksLike: 'text' }],
    [
      'the page of a bank that has logged one out',
      '\n<!DOCTYPE html>\n<html><head><title>Sign in, please, again</title></head><body>a, b</body></html>\n',
      { kind: 'no-table', looksLike: 'web-page' },
    ],
  ] as const)('%s', (_, text, problem) => {
    expect(problemOf(text)).toMatchObject(problem)
  })

  test.each([
    ['zip', [0x50, 0x4b, 0x03, 0x04, 1, 2]],
    ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['image', [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ['old-excel', [0xd0, 0xcf, 0x11, 0xe0, 1]],
    ['unknown', [65, 0, 0, 66, 0, 67, 68, 0, 0]],
  ] as const)('a binary file is named: %s', (looksLike, bytes) => {
    expect(problemOf(Uint8Array.from(bytes))).toEqual({ kind: 'binary', looksLike })
  })

  test('one of more than 50 MB is refused before it is looked at', () => {
    const bytes = new Uint8Array(MAX_BYTES + 1)
    expect(problemOf(bytes)).toEqual({ kind: 'too-large', bytes: MAX_BYTES + 1, limit: MAX_BYTES })
  })

  test('one of more than 200,000 rows is refused', () => {
    expect(problemOf(HEAD + '2025-01-02,Shop,1.00\n'.repeat(200_001))).toEqual({
      kind: 'too-many-rows',
      limit: 200_000,
    })
  })
})

describe('dates', () => {
  test('an order that the dates do not tell is asked, with the values and the likelier order', () => {
    const text = 'Date,Description,Amount\n01/02/2025,A,-1.00\n05/02/2025,B,-2.00\n01/03/2025,C,3.00\n'
    expect(problemOf(text)).toEqual({
      kind: 'needs-answer',
      question: {
        kind: 'date-order',
        column: { index: 0, name: 'Date', samples: ['01/02/2025', '05/02/2025', '01/03/2025'] },
        orders: ['dmy', 'mdy'],
        likely: 'dmy',
      },
    })
    const dates = (order: 'dmy' | 'mdy') =>
      read(text, { answers: { dateOrder: order } }).accounts[0]?.rows.map(row => row.date)
    expect(dates('dmy')).toEqual(['2025-02-01', '2025-02-05', '2025-03-01'])
    expect(dates('mdy')).toEqual(['2025-01-02', '2025-01-03', '2025-05-02'])
  })

  test('a headerless file of the TD shape is asked about too', () => {
    expect(problemOf('01/02/2025,FEE,4.95,,100.00\n02/02/2025,FEE,4.95,,95.05\n')).toMatchObject({
      kind: 'needs-answer',
    })
  })

  test('a bank known by its header is read in its own order, and the guess says so', () => {
    const file = read('Date,Transaction,Name,Memo,Amount\n1/2/2025,DEBIT,SHOP,,-4.95\n')
    expect(file.accounts[0]?.rows[0]?.date).toBe('2025-01-02')
    expect(file.guess.csv?.dateOrderBy).toBe('bank-shape')
  })

  test('two orders in one column are refused with both rows', () => {
    expect(problemOf(`${HEAD}25/01/2025,A,-1.00\n01/26/2025,B,-2.00\n`)).toEqual({
      kind: 'mixed-date-orders',
      rows: [2, 3],
      texts: ['25/01/2025', '01/26/2025'],
    })
  })

  test('a date that is none is named with its row', () => {
    expect(
      problemOf(bankText('td.csv', accountTable.slice(0, 9)).replace('03/17/2025', '02/30/2025')),
    ).toEqual({
      kind: 'unreadable-date',
      row: 4,
      text: '02/30/2025',
    })
  })
})

describe('amounts', () => {
  test('every form that banks write is read', () => {
    const forms = ['(12.00)', '12.00-', '-$5.25', '45.10 DR', '"$ 1,234.56"', '45.10 CR', '−3.00', '1 234.50']
    expect(cents(read(lines(forms)))).toEqual([-1200, -1200, -525, -4510, 123456, 4510, -300, 123450])
  })

  test.each(['\u00a0', '\u202f', '\u2009', ' '])('decimal commas with any kind of space', space => {
    const text = `Date;Libellé;Montant\n2025-03-10;A;1${space}234,56\n2025-03-11;B;-0,75 $\n`
    expect(cents(read(text))).toEqual([123456, -75])
  })

  test('all-positive amounts take their sign from a type column', () => {
    const text = 'Date,Type,Description,Amount\n2025-01-13,Debit,A,5.00\n2025-01-14,Credit,B,7.00\n'
    expect(cents(read(text))).toEqual([-500, 700])
  })

  test('a debit that the bank gave back keeps the sign it has in a signed file', () => {
    const text = 'Date,Type,Description,Amount\n2025-01-13,Debit,A,-5.00\n2025-01-14,Debit,B,7.00\n'
    expect(cents(read(text))).toEqual([-500, 700])
  })

  test('a card is flipped by an answer, and amounts of one sign are pointed out', () => {
    const file = read(lines(['5.00', '7.00']))
    expect(file.warnings).toEqual([{ kind: 'all-one-sign', account: 0, sign: 'in' }])
    expect(cents(read(lines(['5.00', '7.00']), { answers: { flipSign: true } }))).toEqual([-500, -700])
  })

  test('a card that writes what was paid back to it as negative is pointed out', () => {
    const card = (text: string, sign: number) =>
      [
        'Date,Description,Amount',
        `2025-01-13,CORNER SHOP,${-sign * 5}.00`,
        `2025-01-15,${text},${sign * 5}.00`,
        '',
      ].join('\n')
    for (const text of ['PAYMENT - THANK YOU', 'PAIEMENT – MERCI', 'Payment Thank You / Paiement Merci']) {
      expect(read(card(text, -1)).warnings).toEqual([{ kind: 'card-signs', account: 0 }])
      expect(read(card(text, 1)).warnings).toEqual([])
      expect(cents(read(card(text, -1), { answers: { flipSign: true } }))).toEqual([-500, 500])
    }
    expect(read(card('RENT PAYMENT', -1)).warnings).toEqual([])
  })

  test.each([
    [['1.00', 'abc', '3.00'], { kind: 'unreadable-amount', row: 3, text: 'abc', reason: 'not-an-amount' }],
    [['1.00', '2.345', '3.00'], { kind: 'unreadable-amount', row: 3, text: '2.345', reason: 'too-precise' }],
    [
      ['1.00', '"2,50"', '3.00'],
      { kind: 'unreadable-amount', row: 3, text: '2,50', reason: 'other-decimal-mark' },
    ],
    [['1.00', '', '3.00'], { kind: 'missing-amount', row: 3 }],
    [['1.00', '1000000000000000', '3.00'], { kind: 'amount-out-of-range', row: 3, text: '1000000000000000' }],
  ] as const)('%j is refused with its row', (amounts, problem) => {
    expect(problemOf(lines(amounts))).toEqual(problem)
  })

  test('a file without an amount column is told apart from an unknown one', () => {
    expect(problemOf('Date,Description,Branch\n2025-01-13,A,Main\n')).toMatchObject({
      kind: 'no-amount-column',
    })
  })
})

describe('damaged rows and balances', () => {
  test('a row of another width in the middle', () => {
    expect(problemOf(`${HEAD}2025-01-13,A,-1.00\n2025-01-14,B\n2025-01-15,C,-1.00\n`)).toEqual({
      kind: 'uneven-row',
      row: 3,
      columns: 2,
      expected: 3,
    })
  })

  test('a quote that was never closed swallows nothing silently', () => {
    expect(problemOf(`${HEAD}2025-01-13,"A,-1.00\n2025-01-14,B,-1.00\n`)).toMatchObject({
      kind: 'cut-in-quote',
      row: 2,
    })
    expect(problemOf(`${HEAD}2025-01-13,"A"x,-1.00\n2025-01-14,"B",-1.00\n`)).toMatchObject({
      kind: 'damaged-quote',
      row: 2,
    })
  })

  test('a changed amount breaks the running balance, unless the person wants it all the same', () => {
    const text = bankText('td.csv', accountTable.slice(0, 9)).replace(',500.00,15695.05', ',50.00,15695.05')
    expect(problemOf(text)).toEqual({
      kind: 'balance-mismatch',
      row: 4,
      expectedCents: 1524505,
      foundCents: 1569505,
    })
    expect(cents(read(text, { answers: { ignoreBalance: true } }))).toHaveLength(9)
  })

  test('balances are followed newest first, by day, and as money owed on a card', () => {
    const rows = ['01/20/2025,A,5.00,,95.00', '01/20/2025,B,5.00,,90.00', '01/21/2025,C,,20.00,110.00']
    const [a = '', b = '', c = ''] = rows
    for (const order of [rows, [c, b, a], [c, a, b]])
      expect(read(`${order.join('\n')}\n`).accounts[0]).toMatchObject({
        openingCents: 10000,
        closingCents: 11000,
      })
    const card = '01/20/2025,A,5.00,,105.00\n01/21/2025,B,,20.00,85.00\n'
    expect(read(card).accounts[0]).toMatchObject({ openingCents: -10000, closingCents: -8500 })
  })
})

describe('several accounts in one file', () => {
  const header = 'First Bank Card,Transaction Type,Date Posted, Transaction Amount,Description'
  const top = 'Following data is valid as of 20261101\n\n\n'

  test('BMO repeats its header for each', () => {
    const text = `${top}${header}\n'501',DEBIT,20250301,-4.95,[CW]FEE\n\n${top}${header}\n'502',CREDIT,20250302,9.00,[CW]GIFT\n`
    const file = read(text)
    expect(file.accounts.map(one => [one.accountHint, one.sums.count])).toEqual([
      ['••••501', 1],
      ['••••502', 1],
    ])
  })

  test('RBC names them in a column, and money in another currency is an account of its own', () => {
    const head =
      'Account Type,Account Number,Transaction Date,Cheque Number,Description 1,Description 2,CAD$,USD$\n'
    const file = read(
      `${head}Chequing,01234-5678901,1/15/2025,7,A,,-1.00,\nSavings,01234-9999902,1/16/2025,,B,,,2.00\n`,
    )
    expect(file.accounts.map(one => [one.accountHint, one.currency])).toEqual([
      ['••••8901', 'CAD'],
      ['••••9902', 'USD'],
    ])
    expect(file.accounts[0]?.rows[0]?.chequeNumber).toBe('7')
    expect(file.warnings).toEqual([{ kind: 'not-cad', account: 1, currency: 'USD' }])
  })
})

describe('what a hostile file carries', () => {
  test('control characters and marks that turn the writing direction do not reach a text', () => {
    const file = read(`${HEAD}2025-01-13,"A\u202egnp.exe\u0007\nB",-1.00\n`)
    expect(file.accounts[0]?.rows[0]?.text).toBe('Agnp.exe B')
  })

  test('a cell of ten million characters is cut for show, quickly', () => {
    const file = read(`${HEAD}2025-01-13,${'x'.repeat(10_000_000)},-1.00\n`)
    expect(file.accounts[0]?.rows[0]?.text).toHaveLength(200)
  })

  test('names of prototypes are names like others', () => {
    const file = read('Date,__proto__,constructor,Description,Amount\n2025-01-13,a,b,toString,-1.00\n')
    expect(file.accounts[0]?.rows[0]?.text).toBe('toString')
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })
})
