/** A group whose money a parish keeps: what it asked for, what was released, and the parish's other rows. */
import { describe, expect, it } from 'vitest'
import { account, statement } from '#domain/account.ts'
import { importBatch } from '#domain/bank-import.ts'
import { entry, REQUESTED } from '#domain/entry.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { readBankFile } from '#imports/bank-file.ts'
import { withChoice } from '#imports/import-plan.ts'
import { endOf } from '#state/long-work.ts'
import { ledgerOf } from '#state/overview.ts'
import type { Desk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'

const ROWS = [
  'Date,Description,Amount,Balance',
  '2026-04-02,Roof repair,-4100.00,21900.00',
  '2026-04-20,E-transfer to household,-900.00,21000.00',
  '2026-05-03,Sunday collection,615.25,21615.25',
]

async function openParish(): Promise<{ desk: Desk; id: string }> {
  const desk = await setUpGroup({ today: TODAY })
  const opening = { date: '2026-01-01', cents: 500_000 }
  const made = await desk.commands.addAccount({ name: 'St. Brigid', type: 'sah-trust', opening })
  if (!made.ok) throw new Error(made.problem.kind)
  return { desk, id: made.id }
}

async function request(desk: Desk, id: string, date: string, cents: number): Promise<void> {
  const splits = [{ line: null, cents, countsAs: null, unit: null, covers: null }]
  const money = { cents, splits, toAccount: null }
  await desk.commands.recordEntry({
    type: 'expense',
    account: id,
    date,
    money,
    payee: 'April support',
    leftOut: true,
    tags: [REQUESTED],
  })
}

async function plan(desk: Desk, id: string, rows = ROWS) {
  const file = readBankFile({ bytes: new TextEncoder().encode(`${rows.join('\n')}\n`), name: 'parish.csv' })
  if (!file.ok || !file.value.accounts[0]) throw new Error('not read')
  return endOf(desk.commands.planSteps(id, file.value.accounts[0]))
}

const apply = (desk: Desk, id: string, planned: Awaited<ReturnType<typeof plan>>) =>
  desk.commands.importBankFile({
    account: id,
    plan: planned,
    sorting: new Map(),
    fileHash: '00',
    format: 'csv',
  })

const balance = (desk: Desk, id: string) => {
  const known = desk.live.get(account, id)
  return known && balanceAt(ledgerOf(desk.live), known, TODAY)
}

describe('a parish’s statement', () => {
  it('starts with nothing ticked, but finds the money that was asked for', async () => {
    const { desk, id } = await openParish()
    await request(desk, id, '2026-03-28', -90_000)
    const planned = await plan(desk, id)
    expect(planned.rows.map(row => [row.state.kind, row.choice])).toEqual([
      ['new', 'leave'],
      ['looks-duplicate', 'link'],
      ['new', 'leave'],
    ])
    expect(balance(desk, id)).toBe(500_000)
    await apply(desk, id, planned)
    expect(balance(desk, id)).toBe(410_000)
    const [released] = desk.live.records(entry).filter(each => each.account === id)
    expect(released).toMatchObject({ date: '2026-04-20', leftOut: false, tags: [], payee: 'April support' })
    await desk.commands.gate.undo()
    expect(balance(desk, id)).toBe(500_000)
  })

  it('keeps nothing of the parish’s other rows, not even its balance, and does not ask about them again', async () => {
    const { desk, id } = await openParish()
    const planned = withChoice(await plan(desk, id), 1, 'add')
    await apply(desk, id, planned)
    expect(/Roof|Sunday|410000|61525/.exec(desk.tables())).toBeNull()
    expect(desk.live.records(statement)).toEqual([])
    expect(desk.live.records(importBatch)[0]?.leftOutRows).toHaveLength(2)
    const later = await plan(desk, id, [...ROWS, '2026-05-10,Candles,-40.00,21575.25'])
    expect(later.rows.map(row => row.state)).toMatchObject([
      { kind: 'new', leftBefore: true },
      { kind: 'matches' },
      { kind: 'new', leftBefore: true },
      { kind: 'new', leftBefore: false },
    ])
    await desk.commands.gate.undo()
    expect((await plan(desk, id)).rows.map(row => row.state)).toMatchObject([
      { leftBefore: false },
      { kind: 'new' },
      { leftBefore: false },
    ])
  })

  it('is not taken for a request that is too old, of another amount, or made afterwards', async () => {
    const { desk, id } = await openParish()
    await request(desk, id, '2025-12-01', -90_000)
    await request(desk, id, '2026-04-21', -90_000)
    await request(desk, id, '2026-04-01', -90_100)
    expect((await plan(desk, id)).counts.looksDuplicate).toBe(0)
  })
})

describe('the group’s own statement', () => {
  it('has a row that was left out unticked the next time, and the others ticked', async () => {
    const { desk } = await openParish()
    const own = desk.live.records(account).find(each => each.type === 'bank')?.id ?? ''
    await apply(desk, own, withChoice(await plan(desk, own), 0, 'leave'))
    const again = await plan(desk, own, [...ROWS, '2026-05-10,Candles,-40.00,21575.25'])
    expect(again.rows.map(row => row.choice)).toEqual(['leave', 'leave', 'leave', 'add'])
    expect(again.rows[0]?.state).toMatchObject({ kind: 'new', leftBefore: true })
  })
})
