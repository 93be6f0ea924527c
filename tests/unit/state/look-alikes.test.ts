/** Two laptops that bring in one payment in two ways; what they ask, and how it is settled. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { line } from '#domain/line.ts'
import { readBankFile } from '#imports/bank-file.ts'
import { withChoice } from '#imports/import-plan.ts'
import { endOf } from '#state/long-work.ts'
import { lookAlikes } from '#state/look-alikes.ts'
import { ledgerOf } from '#state/overview.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'
const bankOf = (desk: Desk): string => desk.live.records(account)[0]?.id ?? ''

async function plan(desk: Desk, rows: readonly string[]) {
  const text = ['Date,Description,Amount', ...rows, ''].join('\n')
  const file = readBankFile({ bytes: new TextEncoder().encode(text), name: 'bank.csv' })
  if (!file.ok || !file.value.accounts[0]) throw new Error('not read')
  return endOf(desk.commands.planSteps(bankOf(desk), file.value.accounts[0]))
}

async function importRows(desk: Desk, rows: readonly string[], choose?: 'add'): Promise<void> {
  const planned = await plan(desk, rows)
  const chosen = choose ? withChoice(planned, 1, choose) : planned
  const input = { account: bankOf(desk), plan: chosen, sorting: new Map(), fileHash: '00', format: 'csv' }
  expect((await desk.commands.importBankFile(input)).ok).toBe(true)
}

async function type(desk: Desk, date: string, cents: number): Promise<void> {
  const rent = desk.live.records(line).find(each => each.key === 'rent')?.id ?? null
  const splits = [{ line: rent, cents, countsAs: null, unit: null, covers: null }]
  const done = await desk.commands.recordEntry({
    type: 'expense',
    account: bankOf(desk),
    date,
    money: { cents, splits, toAccount: null },
    payee: 'Landlord',
    note: 'Cheque in person',
  })
  expect(done.ok).toBe(true)
}

const balance = (desk: Desk): number | undefined => {
  const known = desk.live.get(account, bankOf(desk))
  return known && balanceAt(ledgerOf(desk.live), known, TODAY)
}

const MARCH = ['2026-03-01,Gift,500.00', '2026-03-03,CHEQUE 041,-1500.00', '2026-03-30,Fee,-4.95']

async function twoLaptops(): Promise<{ amina: Desk; joe: Desk }> {
  const amina = await setUpGroup({ today: TODAY })
  const joe = await openDesk({ device: 'joe', today: TODAY })
  await give(amina, joe)
  return { amina, joe }
}

async function meet(amina: Desk, joe: Desk): Promise<void> {
  await give(amina, joe)
  await give(joe, amina)
}

describe('a payment typed on one laptop and imported on another', () => {
  it('is asked about on both, counted twice until settled, and once afterwards; undo asks again', async () => {
    const { amina, joe } = await twoLaptops()
    await type(amina, '2026-03-02', -150_000)
    await importRows(joe, MARCH)
    expect(lookAlikes(joe.live)).toEqual([])
    await meet(amina, joe)
    expect(balance(joe)).toBe(50_000 - 300_000 - 495)
    const [pair] = lookAlikes(joe.live)
    if (!pair) throw new Error('not found')
    expect(lookAlikes(amina.live)).toHaveLength(1)
    expect(pair.first.payee).toBe('Landlord')

    await joe.commands.mergePayments(pair.first.id, pair.second.id)
    expect(balance(joe)).toBe(50_000 - 150_000 - 495)
    expect(lookAlikes(joe.live)).toEqual([])
    const again = await plan(joe, MARCH)
    expect(again.rows.map(row => row.state)).toMatchObject([
      { kind: 'matches' },
      { kind: 'matches', entryId: pair.first.id, inTrash: false },
      { kind: 'matches' },
    ])
    await meet(amina, joe)
    expect(balance(amina)).toBe(balance(joe))
    expect(lookAlikes(amina.live)).toEqual([])

    await joe.commands.gate.undo()
    expect(balance(joe)).toBe(50_000 - 300_000 - 495)
    expect(lookAlikes(joe.live)).toHaveLength(1)
  })

  it('stays two payments when somebody says so, on both laptops', async () => {
    const { amina, joe } = await twoLaptops()
    await type(amina, '2026-03-02', -150_000)
    await importRows(joe, MARCH)
    await meet(amina, joe)
    const [pair] = lookAlikes(amina.live)
    await amina.commands.keepBothPayments(pair?.first.id ?? '', pair?.second.id ?? '')
    await meet(amina, joe)
    expect([lookAlikes(amina.live), lookAlikes(joe.live)]).toEqual([[], []])
    expect(joe.live.records(entry)).toHaveLength(4)
    await amina.commands.gate.undo()
    expect(lookAlikes(amina.live)).toHaveLength(1)
  })
})

it('two files that date one row differently are asked about', async () => {
  const { amina, joe } = await twoLaptops()
  await importRows(amina, MARCH)
  await importRows(joe, ['2026-03-01,Gift,500.00', '2026-03-04,CHEQUE 041,-1500.00', '2026-03-30,Fee,-4.95'])
  await meet(amina, joe)
  expect(lookAlikes(amina.live).map(each => each.first.money.cents)).toEqual([-150_000])
  expect(amina.live.records(entry)).toHaveLength(4)
})

it('who adds a row at import beside the typed one has said that they are two', async () => {
  const desk = await setUpGroup({ today: TODAY })
  await type(desk, '2026-03-02', -150_000)
  await importRows(desk, MARCH, 'add')
  expect(desk.live.records(entry)).toHaveLength(4)
  expect(lookAlikes(desk.live)).toEqual([])
})

it('follows every edit that decides it', async () => {
  const { amina, joe } = await twoLaptops()
  await type(amina, '2026-03-02', -150_000)
  await importRows(joe, MARCH)
  await meet(amina, joe)
  const typed = lookAlikes(joe.live)[0]?.first
  await joe.commands.editEntry(typed?.id ?? '', { note: 'Paid by hand' })
  expect(lookAlikes(joe.live)).toHaveLength(1)
  await joe.commands.editEntry(typed?.id ?? '', { date: '2026-02-20' })
  expect(lookAlikes(joe.live)).toEqual([])
  await joe.commands.editEntry(typed?.id ?? '', { date: '2026-03-05' })
  expect(lookAlikes(joe.live)).toHaveLength(1)
  await joe.commands.deleteEntries([typed?.id ?? ''])
  expect(lookAlikes(joe.live)).toEqual([])
})
