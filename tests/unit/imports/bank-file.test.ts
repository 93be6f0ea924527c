import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BankRow } from '#imports/bank-account.ts'
import { type BankFile, type BankFileInput, readBankFile } from '#imports/bank-file.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { expected, expectedByMonth, expectedByYear } from '../../support/imports/expected-figures.ts'
import { bankBytes, bankText, fixtureNames, utf8, utf16 } from '../../support/imports/write-bank-files.ts'

type Figures = readonly [number, number, number]

function figures(rows: readonly BankRow[], length: number): Readonly<Record<string, Figures>> {
  const found: Record<string, [number, number, number]> = {}
  for (const row of rows) {
    const key = length === 0 ? 'all' : row.date.slice(0, length)
    const sum = found[key] ?? [0, 0, 0]
    sum[0]++
    if (row.cents > 0) sum[1] += row.cents
    else sum[2] -= row.cents
    found[key] = sum
  }
  return found
}

function read(input: BankFileInput): BankFile {
  const file = readBankFile(input)
  if (!file.ok) throw new Error(JSON.stringify(file.problem))
  return file.value
}

function expectTheAccount(file: BankFile): void {
  expect(file.accounts).toHaveLength(1)
  const [account] = file.accounts
  const rows = account?.rows ?? []
  expect(figures(rows, 7)).toEqual(expectedByMonth)
  expect({ ...figures(rows, 0), ...figures(rows, 4) }).toEqual(expectedByYear)
  expect(account).toMatchObject({
    firstDate: expected.firstDate,
    lastDate: expected.lastDate,
    currency: 'CAD',
    sums: { count: expected.rows },
  })
  expect(rows.map(row => row.date)).toEqual(accountTable.map(([date]) => date))
  expect(file.warnings).toEqual([])
}

const WITH_BALANCE = ['td', 'eq', 'desjardins', 'generic-fr', 'statement-v1', 'statement-v2']
const hasBalance = (name: string): boolean => WITH_BALANCE.some(one => name.startsWith(one))

describe('each shape of file', () => {
  test.each(fixtureNames)('%s gives the account by year and month', name => {
    const file = read({ bytes: bankBytes(name, accountTable), name: 'download' })
    expectTheAccount(file)
    if (name.endsWith('.csv')) expect(`${file.guess.csv?.shape}.csv`).toBe(name)
    expect(file.accounts[0]).toMatchObject(
      hasBalance(name)
        ? { openingCents: expected.openingCents, closingCents: expected.closingCents }
        : { openingCents: null, closingCents: null },
    )
  })

  test('the samples of the project give the same, where they are at hand', context => {
    const folder = resolve(import.meta.dirname, '../../../../shared/samples')
    const names = fixtureNames.filter(name => existsSync(resolve(folder, name)))
    if (names.length === 0) context.skip('the samples folder is not here')
    for (const name of names)
      expectTheAccount(
        read({ bytes: new Uint8Array(readFileSync(resolve(folder, name))), name: basename(name) }),
      )
  })

  test('two identical rows of one file are both real', () => {
    const file = read({ bytes: bankBytes('td.csv', accountTable), name: 'td.csv' })
    const same = file.accounts[0]?.rows.filter(row => row.date === '2025-06-11' && row.cents === 5000)
    expect(same).toHaveLength(2)
  })

  test.each([
    ['little-endian with a mark', true, true, 'utf-16le'],
    ['big-endian with a mark', false, true, 'utf-16be'],
    ['little-endian without one', true, false, 'utf-16le'],
  ] as const)('UTF-16 is read, %s', (_, littleEndian, mark, encoding) => {
    const bytes = utf16(bankText('tangerine.csv', accountTable), littleEndian, mark)
    const file = read({ bytes, name: 'a.csv' })
    expectTheAccount(file)
    expect(file.guess.encoding).toBe(encoding)
  })

  test('the text keeps its accents in every encoding that has them', () => {
    for (const name of fixtureNames) {
      const rows = read({ bytes: bankBytes(name, accountTable), name }).accounts[0]?.rows ?? []
      expect(rows.some(row => row.text === 'INTERAC e-Transfer From E Côté')).toBe(true)
      expect(rows.some(row => row.text.includes('"Dee"'))).toBe(true)
    }
  })
})

test('the tests run in the time zone that was asked for', context => {
  const zone = process.env['EXPECT_TZ']
  if (zone === undefined) context.skip('no zone was asked for: time-zone.test.ts does')
  expect(new Intl.DateTimeFormat('en').resolvedOptions().timeZone).toBe(zone)
})

describe('progress and cancelling', () => {
  test('a stop is heard between two steps and nothing comes of the file', () => {
    let asked = 0
    const result = readBankFile({
      bytes: bankBytes('td.csv', accountTable),
      name: 'td.csv',
      shouldStop: () => ++asked > 1,
    })
    expect(result).toEqual({ ok: false, problem: { kind: 'cancelled' } })
  })

  test.each(['csv', 'ofx'] as const)(
    'progress of a long %s rises with the rows, and no share is told twice',
    kind => {
      const numbers = Array.from({ length: 30_000 }, (_, i) => i)
      const csv = numbers.map(i => `2025-01-01,Payee ${i},1.00\n`).join('')
      const ofx = numbers
        .map(i => `<STMTTRN><DTPOSTED>20250101<TRNAMT>1.00<FITID>${i}<NAME>Payee ${i}</STMTTRN>\n`)
        .join('')
      const text = {
        csv: `Date,Description,Amount\n${csv}`,
        ofx: `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CAD<BANKTRANLIST>${ofx}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`,
      }
      const shares: number[] = []
      const result = readBankFile({
        bytes: utf8(text[kind]),
        name: `a.${kind}`,
        onProgress: share => shares.push(share),
      })
      expect(result.ok).toBe(true)
      expect(shares.length).toBeGreaterThan(4)
      expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b))
      expect(shares.at(-1)).toBeLessThanOrEqual(1)
    },
  )
})
