import { describe, expect, test } from 'vitest'
import { type BankAccount, type BankRow, createBankAccount, joinAccounts } from '#imports/bank-account.ts'
import { readBankFile } from '#imports/bank-file.ts'
import {
  choicesFor,
  type ExistingRow,
  type ImportPlan,
  planImport,
  rowKeyText,
  rowKeyTexts,
  withChoice,
} from '#imports/import-plan.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { expected, expectedByYear } from '../../support/imports/expected-figures.ts'
import { bankBytes, type FixtureName, fixtureNames } from '../../support/imports/write-bank-files.ts'

function accountOf(name: FixtureName, rows = accountTable): BankAccount {
  const file = readBankFile({ bytes: bankBytes(name, rows), name })
  const account = file.ok ? file.value.accounts[0] : undefined
  if (!account) throw new Error('not read')
  return account
}

/** Stands for the vault's HMAC: any function of the text alone. */
const idOf = (key: string): string => `id:${key}`
const plan = (account: BankAccount, existing: readonly ExistingRow[] = []): ImportPlan =>
  planImport({ account, existing, rowIds: rowKeyTexts(account.rows).map(idOf) })

/** What the books hold after the plan was applied. */
function applied(done: ImportPlan, before: readonly ExistingRow[] = []): readonly ExistingRow[] {
  const linked = new Map(
    done.rows.flatMap(row =>
      row.choice === 'link' && row.state.kind === 'looks-duplicate'
        ? [[row.state.entryId, row.rowId] as const]
        : [],
    ),
  )
  const kept = before.map(row => {
    const rowId = linked.get(row.entryId)
    return rowId === undefined ? row : { ...row, bankRows: [...row.bankRows, rowId] }
  })
  const added = done.rows
    .filter(row => row.choice === 'add')
    .map(({ bankRow, rowId }) => entry(rowId, bankRow.date, bankRow.cents, bankRow.text, [rowId]))
  return [...kept, ...added]
}

function entry(
  entryId: string,
  date: string,
  cents: number,
  text: string,
  bankRows: readonly string[] = [],
): ExistingRow {
  return { entryId, date, cents, text, bankRows, gone: null }
}

const bankRow = (date: string, cents: number, text: string, row = 1): BankRow => ({
  row,
  date,
  cents,
  text,
  memo: '',
  fitId: null,
  type: null,
  chequeNumber: '',
  balanceCents: null,
})
const account = (...rows: readonly BankRow[]): BankAccount =>
  createBankAccount({ accountHint: '', rows, openingCents: null, closingCents: null, currency: 'CAD' })

describe('one id for a row, whatever file it came in', () => {
  test('every shape of file gives the same ids', () => {
    const ids = fixtureNames.map(name => [...rowKeyTexts(accountOf(name).rows)].sort())
    for (const other of ids) expect(other).toEqual(ids[0])
    expect(new Set(ids[0]).size).toBe(expected.rows)
  })

  test('the text of an id is the day, the cents and which of the equal ones', () => {
    expect(rowKeyText('2025-06-11', 5000, 1)).toBe('2025-06-11|5000|1')
    const rows = [
      bankRow('2025-06-11', 5000, 'Zoë'),
      bankRow('2025-06-11', 5000, 'ADA'),
      bankRow('2025-06-11', -1, 'x'),
    ]
    expect(rowKeyTexts(rows)).toEqual(['2025-06-11|5000|1', '2025-06-11|5000|0', '2025-06-11|-1|0'])
  })
})

describe('importing', () => {
  test('a first file is all new, and its sums are the file’s', () => {
    const first = plan(accountOf('td.csv'))
    const [count, inCents, outCents] = expectedByYear['all'] ?? []
    expect(first.counts).toEqual({
      new: count,
      matches: 0,
      looksDuplicate: 0,
      linking: 0,
      posting: 0,
      leaving: 0,
    })
    expect(first.adding).toEqual({ count, inCents, outCents })
    expect(first).toMatchObject({
      inFile: first.adding,
      closingCents: expected.closingCents,
      firstDate: '2025-02-10',
    })
  })

  test.each(fixtureNames)('after a CSV, %s adds nothing', name => {
    const books = applied(plan(accountOf('rbc.csv')))
    const again = plan(accountOf(name), books)
    expect(again.counts).toMatchObject({ new: 0, matches: expected.rows, looksDuplicate: 0 })
    expect(again.adding).toEqual({ count: 0, inCents: 0, outCents: 0 })
  })

  test('overlapping months add only what is new', () => {
    const books = applied(plan(accountOf('eq.csv', accountTable.slice(0, 100))))
    const next = plan(accountOf('statement-v1.qfx', accountTable.slice(60)), books)
    expect(next.counts).toMatchObject({ new: 73, matches: 40 })
  })

  test('the day’s second gift of 50.00 is the new one, whichever name sorts first', () => {
    const books = applied(plan(account(bankRow('2025-06-11', 5000, 'From Zoë'))))
    const next = plan(
      account(bankRow('2025-06-11', 5000, 'From Zoë'), bankRow('2025-06-11', 5000, 'From Ada')),
      books,
    )
    expect(next.rows.map(row => [row.bankRow.text, row.state.kind, row.rowId])).toEqual([
      ['From Zoë', 'matches', 'id:2025-06-11|5000|0'],
      ['From Ada', 'new', 'id:2025-06-11|5000|1'],
    ])
  })

  test('an entry in the trash matches and can be taken back; one of an undone import is new again', () => {
    const file = account(bankRow('2025-06-11', 5000, 'A'), bankRow('2025-06-12', 6000, 'B'))
    const [a, b] = applied(plan(file))
    if (!a || !b) throw new Error('two entries')
    const again = plan(file, [
      { ...a, gone: 'deleted' },
      { ...b, gone: 'import-undone' },
    ])
    expect(again.rows.map(row => row.state)).toEqual([
      { kind: 'matches', entryId: a.entryId, inTrash: true },
      { kind: 'new', restores: b.entryId, leftBefore: false },
    ])
    expect(again.rows.map(row => row.choice)).toEqual(['leave', 'add'])
    expect(withChoice(again, 0, 'add').adding.count).toBe(2)
  })
})

describe('what was entered by hand', () => {
  test('the same cents within four days look like the row and are linked, not added', () => {
    const rent = bankRow('2025-10-05', -195000, 'PREAUTHORIZED DEBIT')
    const near = plan(account(rent), [entry('e1', '2025-10-01', -195000, 'Rent October')])
    expect(near.rows[0]).toMatchObject({
      state: { kind: 'looks-duplicate', entryId: 'e1', why: 'same-amount', days: 4 },
      choice: 'link',
    })
    expect(applied(near, [entry('e1', '2025-10-01', -195000, '')])).toHaveLength(1)
    expect(plan(account(rent), [entry('e1', '2025-09-30', -195000, 'Rent')]).rows[0]?.state.kind).toBe('new')
    expect(plan(account(rent), [entry('e1', '2025-10-05', 195000, 'Rent')]).rows[0]?.state.kind).toBe('new')
  })

  test('an imported entry never looks like another row', () => {
    const books = [entry('e1', '2025-10-04', -195000, 'Rent', ['another row'])]
    expect(plan(account(bankRow('2025-10-05', -195000, 'Rent')), books).rows[0]?.state.kind).toBe('new')
  })

  test('one entry stands for one row: the nearest', () => {
    const file = account(bankRow('2025-10-03', -500, 'A', 1), bankRow('2025-10-05', -500, 'B', 2))
    const got = plan(file, [entry('e1', '2025-10-05', -500, 'x')])
    expect(got.rows.map(row => row.state.kind)).toEqual(['new', 'looks-duplicate'])
  })

  test('the same day and text with another amount is shown, and added unless the person says otherwise', () => {
    const got = plan(account(bankRow('2025-10-05', -9377, 'BELL MOBILITY')), [
      entry('e1', '2025-10-05', -9773, 'Bell Mobility'),
    ])
    expect(got.rows[0]).toMatchObject({ state: { why: 'same-day-and-text' }, choice: 'add' })
  })
})

test('ten thousand equal gifts of one day are paired one to one, within the time of a test', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => bankRow('2025-10-05', 500, `Gift ${i % 7}`, i + 1))
  const books = rows.map((row, i) => entry(`e${i}`, row.date, row.cents, 'Gift'))
  const got = plan(account(...rows), books)
  expect(got.counts).toMatchObject({ looksDuplicate: 10_000, linking: 10_000 })
  const linkedTo = got.rows.map(row => (row.state.kind === 'looks-duplicate' ? row.state.entryId : ''))
  expect(new Set(linkedTo).size).toBe(10_000)
  const known = applied(plan(account(...rows.slice(0, 5000))))
  expect(plan(account(...rows), known).counts).toMatchObject({ matches: 5000, new: 5000 })
}, 60_000)

describe('a plan', () => {
  test('is changed by toggles into another plan, and keeps what it was', () => {
    const before = plan(account(bankRow('2025-10-05', -500, 'A'), bankRow('2025-10-06', 700, 'B')))
    const after = withChoice(before, 0, 'leave')
    expect([before.adding.count, after.adding.count, after.counts.leaving]).toEqual([2, 1, 1])
    expect(withChoice(after, 0, 'link')).toBe(after)
    expect(withChoice(after, 9, 'add')).toBe(after)
    expect(() => Object.assign(after.rows, { 0: null })).toThrow()
    expect(choicesFor({ kind: 'matches', entryId: 'e', inTrash: false })).toEqual(['leave'])
  })

  test('two cards of one account are joined before planning, so that equal rows of both are kept', () => {
    const joined = joinAccounts([
      account(bankRow('2025-10-05', -500, 'A')),
      account(bankRow('2025-10-05', -500, 'A')),
    ])
    if (!joined) throw new Error('joined')
    expect(plan(joined).counts.new).toBe(2)
  })
})
