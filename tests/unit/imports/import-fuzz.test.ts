/** Seeded and small; a soak sets `IMPORT_FUZZ_RUNS` (and `IMPORT_FUZZ_SEED`) for more. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIsoDate } from '#domain/dates.ts'
import { isCents } from '#domain/money.ts'
import { readBankFile } from '#imports/bank-file.ts'
import { planImport, rowKeyTexts } from '#imports/import-plan.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { bankBytes, fixtureNames, utf8 } from '../../support/imports/write-bank-files.ts'
import { count } from '../../support/soak/size.ts'

const runs = Number(process.env['IMPORT_FUZZ_RUNS'] ?? count(400, 400))
const seed = Number(process.env['IMPORT_FUZZ_SEED'] ?? 20260923)
const settings = { numRuns: runs, seed, endOnFailure: true }

const files = fixtureNames.map(name => bankBytes(name, accountTable.slice(0, 30)))
const NASTY = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\0',
  '\ufeff',
  '<',
  '>',
  '&',
  '</',
  '<STMTTRN>',
  '</STMTTRN>',
  '<OFX>',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  '__proto__',
  'constructor',
  '=cmd()',
  '-',
  '(',
  '9'.repeat(400),
  '1e999',
  'NaN',
  '\u202e',
  '\ud800',
  '٣',
  '1,2,3.4.5',
  '0000-00-00',
  '99/99/9999',
  'DR',
].map(utf8)

type Mutation = { readonly at: number; readonly drop: number; readonly put: number; readonly again: number }
const mutation = fc.record({
  at: fc.nat(100_000),
  drop: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(4000)),
  put: fc.nat(NASTY.length - 1),
  again: fc.oneof(fc.constant(1), fc.nat(3)),
})

function mutate(bytes: Uint8Array, { at, drop, put, again }: Mutation): Uint8Array {
  const from = at % (bytes.length + 1)
  const piece = NASTY[put] ?? new Uint8Array()
  const parts = [
    bytes.subarray(0, from),
    ...new Array<Uint8Array>(again).fill(piece),
    bytes.subarray(from + drop),
  ]
  return Uint8Array.from(parts.flatMap(part => [...part]))
}

/** Never a throw, and what is accepted is sound. What grows faster than the file does not end within a test's time. */
function check(bytes: Uint8Array): void {
  const file = readBankFile({ bytes, name: 'a', answers: { dateOrder: 'mdy', lastTextIsWhole: true } })
  expect(Object.keys(Object.prototype)).toEqual([])
  if (!file.ok) {
    expect(file.problem.kind).not.toBe('cancelled')
    return
  }
  for (const account of file.value.accounts) {
    expect(account.rows.length).toBeGreaterThan(0)
    for (const row of account.rows) {
      expect(isIsoDate(row.date) && isCents(row.cents) && row.text.length <= 200).toBe(true)
    }
    const rowIds = rowKeyTexts(account.rows)
    expect(new Set(rowIds).size).toBe(rowIds.length)
    expect(planImport({ account, existing: [], rowIds }).adding).toEqual(account.sums)
  }
}

describe('a hostile file', () => {
  test('that began as a bank’s is read or refused', () => {
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (at, mutations) => {
          check(mutations.reduce(mutate, files[at] ?? new Uint8Array()))
        },
      ),
      settings,
    )
  }, 120_000)

  test('of any bytes is read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), check), settings)
  }, 120_000)

  test('glued from pieces of formats is read or refused', () => {
    const piece = fc.constantFrom(
      'OFXHEADER:100\n',
      'Date,Description,Amount\n',
      '2025-01-02,A,1.00\n',
      '<OFX>',
      '"',
      '\n',
      ';',
      '1 000,00',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => check(utf8(pieces.join('')))),
      settings,
    )
  }, 120_000)

  test.each([
    ['quotes', '"'.repeat(2_000_000)],
    ['pairs of quotes', '"a",'.repeat(500_000)],
    ['delimiters', ','.repeat(5_000_000)],
    ['lines', '\n'.repeat(5_000_000)],
    ['blank lines and a word', `${'\n'.repeat(2_000_000)}x`],
    ['one line', 'x'.repeat(20_000_000)],
    ['bad dates', `Date,Description,Amount\n${'2025-99-99,A,1.00\n'.repeat(100_000)}`],
    ['sections that never end', `OFXHEADER:100\n<OFX>${'<![CDATA['.repeat(300_000)}`],
    ['angle brackets', `OFXHEADER:100\n<OFX>${'<'.repeat(2_000_000)}`],
    ['entities', `OFXHEADER:100\n<OFX><NAME>${'&amp'.repeat(500_000)}`],
  ])(
    'of a million %s is read or refused',
    (_, text) => {
      check(utf8(text))
    },
    120_000,
  )
})
