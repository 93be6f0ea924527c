import { describe, expect, test } from 'vitest'
import { type BankFileInput, readBankFile } from '#imports/bank-file.ts'
import { type ColumnMapping, parseColumnMapping, plainMapping } from '#imports/column-mapping.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { bankBytes, bankText, utf8 } from '../../support/imports/write-bank-files.ts'

/** A credit union nobody has seen: no header, number and text before the date, amounts both in one column. */
const unknown = (month: string): Uint8Array =>
  utf8(
    `7,Gift,M. Roy,2025-${month}-13,20.00,1.00\n8,Fee,,2025-${month}-14,-4.95,2.00\n9,Rent,Ave,2025-${month}-15,-9.00,3.00\n`,
  )

const byHand: ColumnMapping = {
  ...plainMapping,
  date: 3,
  dateOrder: 'ymd',
  description: [1, 2],
  amount: { kind: 'signed', column: 4, type: null },
}

const read = (bytes: Uint8Array, options: Partial<BankFileInput> = {}) =>
  readBankFile({ bytes, name: 'a', ...options })

describe('a file of an unknown bank', () => {
  test('is handed to the person with its columns and first values', () => {
    expect(read(unknown('01'))).toMatchObject({
      ok: false,
      problem: {
        kind: 'not-recognised',
        columns: [
          { index: 0, name: null, samples: ['7', '8', '9'] },
          { index: 1, samples: ['Gift', 'Fee', 'Rent'] },
          { index: 2, samples: ['M. Roy', 'Ave'] },
          { index: 3 },
          { index: 4, samples: ['20.00', '-4.95', '-9.00'] },
          { index: 5 },
        ],
      },
    })
  })

  test('is read as the person mapped it, and found again next month by its fingerprint', () => {
    const first = read(unknown('01'), { mapping: byHand })
    if (!first.ok) throw new Error(JSON.stringify(first.problem))
    expect(first.value.accounts[0]?.rows.map(row => [row.date, row.cents, row.text])).toEqual([
      ['2025-01-13', 2000, 'Gift M. Roy'],
      ['2025-01-14', -495, 'Fee'],
      ['2025-01-15', -900, 'Rent Ave'],
    ])
    const csv = first.value.guess.csv
    expect(csv?.mappedBy).toBe('person')
    // As the group keeps it: through JSON.
    const kept = parseColumnMapping(JSON.parse(JSON.stringify(csv?.mapping)))
    if (!csv || !kept.ok) throw new Error('kept')
    const next = read(unknown('02'), {
      savedMappings: [{ fingerprint: csv.fingerprint, mapping: kept.value }],
    })
    expect(next).toMatchObject({ ok: true, value: { guess: { csv: { mappedBy: 'saved' } } } })
  })

  test('with names that are known is mapped by them, in English and French', () => {
    const english =
      'Posted Date;Details;Withdrawal ($);Deposit ($);Account Balance\n2025-01-13;A;5.00;;95.00\n2025-01-14;B;;1.00;96.00\n'
    expect(read(utf8(english))).toMatchObject({
      ok: true,
      value: {
        guess: { csv: { mappedBy: 'names', shape: null, delimiter: ';' } },
        accounts: [{ openingCents: 10000, closingCents: 9600, sums: { inCents: 100, outCents: 500 } }],
      },
    })
    const french =
      "Date de l'opération\tLibellé\tRetrait\tDépôt\n13/01/2025\tA\t5,00\t\n14/01/2025\tB\t\t1,00\n"
    expect(read(utf8(french))).toMatchObject({
      ok: true,
      value: {
        guess: { csv: { delimiter: '\t', decimalMark: ',', dateOrder: 'dmy' } },
        accounts: [{ sums: { inCents: 100, outCents: 500 } }],
      },
    })
  })

  test('may be an old Scotiabank or RBC file without its header', () => {
    const rbc = bankText('rbc.csv', accountTable.slice(0, 20))
    expect(read(utf8(rbc.slice(rbc.indexOf('\n') + 1)))).toMatchObject({
      ok: true,
      value: { guess: { csv: { shape: 'rbc', hasHeader: false } }, accounts: [{ sums: { count: 20 } }] },
    })
  })
})

describe('a mapping', () => {
  test('of the person goes before a shape that is known', () => {
    const file = read(bankBytes('tangerine.csv', accountTable), {
      mapping: {
        ...plainMapping,
        description: [3],
        amount: { kind: 'signed', column: 4, type: null },
        flipSign: true,
      },
    })
    if (!file.ok) throw new Error(JSON.stringify(file.problem))
    expect(file.value.guess.csv).toMatchObject({ shape: 'tangerine', mappedBy: 'person' })
    expect(file.value.accounts[0]?.rows[0]).toMatchObject({
      cents: -1500000,
      text: "St. Luke's, Parish – start grant",
    })
  })

  test('that names a column the file lacks is refused', () => {
    expect(read(unknown('01'), { mapping: { ...byHand, balance: 6 } })).toEqual({
      ok: false,
      problem: { kind: 'mapping-does-not-fit', column: 6, columns: 6 },
    })
  })

  test.each([
    null,
    7,
    {},
    { ...byHand, date: -1 },
    { ...byHand, date: 1.5 },
    { ...byHand, description: ['x'] },
    { ...byHand, amount: { kind: 'in-out', in: 1 } },
  ])('that another laptop sent is checked: %j', value => {
    expect(parseColumnMapping(value)).toEqual({ ok: false, problem: { kind: 'not-a-mapping' } })
  })
})

describe('a fingerprint', () => {
  const fingerprint = (bytes: Uint8Array): string | undefined => {
    const file = read(bytes, { answers: { dateOrder: 'mdy' } })
    return file.ok ? file.value.guess.csv?.fingerprint : undefined
  }

  test('is the same for two months of one bank and differs between banks', () => {
    const shapes = [
      'rbc.csv',
      'td.csv',
      'cibc.csv',
      'bmo.csv',
      'eq.csv',
      'desjardins.csv',
      'generic-fr.csv',
    ] as const
    const early = shapes.map(name => fingerprint(bankBytes(name, accountTable.slice(0, 60))))
    const late = shapes.map(name => fingerprint(bankBytes(name, accountTable.slice(100))))
    expect(late).toEqual(early)
    expect(new Set(early).size).toBe(shapes.length)
  })

  test('holds no value of a row and stays short', () => {
    for (const text of [bankText('td.csv', accountTable), bankText('eq.csv', accountTable)])
      expect(fingerprint(utf8(text))).not.toMatch(/luke|ikea|4\.95|2025/i)
    const wide = `Date,Description,Amount,${'Long name of a column,'.repeat(30)}\n2025-01-13,A,1.00,${',x'.repeat(29)},\n`
    expect(fingerprint(utf8(wide))?.length).toBeLessThanOrEqual(200)
  })
})
