/** What the preview of an import proposes, what can be changed in it, and that exactly this is applied. */
import { beforeEach, describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { importBatch, payeeRule } from '#domain/bank-import.ts'
import { entry } from '#domain/entry.ts'
import type { BankAccount } from '#imports/bank-account.ts'
import { readBankFile } from '#imports/bank-file.ts'
import {
  type AccountPreview,
  chooseAllRows,
  chooseRow,
  closingOf,
  namesPaid,
  previewSteps,
  sortRow,
  targetSteps,
  unlikelyDay,
  unsortedOf,
  withCodeName,
} from '#state/import-preview.ts'
import { endOf } from '#state/long-work.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const CSV = [
  '03/02/2026,OPENING GIFT,,500.00,700.00',
  '03/05/2026,INTERAC e-Transfer To Nadia Petrova,120.00,,580.00',
  '03/09/2026,GIZMO HUT,30.00,,550.00',
  '03/19/2026,INTERAC e-Transfer To Nadia Petrova,120.00,,430.00',
  '03/23/2026,GIZMO HUT,30.00,,400.00',
  '',
].join('\n')

function read(text: string): readonly BankAccount[] {
  const file = readBankFile({ bytes: new TextEncoder().encode(text), name: 'accountactivity.csv' })
  if (!file.ok) throw new Error(file.problem.kind)
  return file.value.accounts
}

let desk: Desk
let chequing: string
let gifts: string
let extras: string

async function opened(date: string, cents: number, name = 'Chequing'): Promise<string> {
  return (await desk.commands.addAccount({ name, type: 'bank', opening: { date, cents } })).id
}

async function preview(text = CSV): Promise<AccountPreview> {
  const found = read(text)
  const targets = await endOf(targetSteps(desk.live, desk.commands, found))
  const [first] = await endOf(previewSteps(desk.live, desk.commands, found, targets))
  if (!first) throw new Error('no account was chosen')
  return first
}

const apply = (from: AccountPreview, coded?: { names: readonly string[]; codeName: string }) =>
  desk.commands.importBankFile({
    ...(coded ? { coded } : {}),
    account: from.accountId,
    plan: from.plan,
    sorting: from.sorting,
    corrected: from.corrected,
    fileHash: '00',
    format: 'td',
    ...(from.takesOpening && from.opening
      ? { opening: { date: from.opening.date, cents: from.opening.cents } }
      : {}),
  })

beforeEach(async () => {
  desk = await openDesk()
  chequing = await opened('2026-09-01', 0)
  gifts = (await desk.commands.addLine({ name: 'Gifts', countsAs: 'income' })).id
  extras = (await desk.commands.addLine({ name: 'Gadgets', countsAs: 'extra' })).id
})

describe('the account that a file belongs to', () => {
  it('is the only one', async () => {
    expect(await endOf(targetSteps(desk.live, desk.commands, read(CSV)))).toEqual([chequing])
  })

  it('is the one that has rows of it already, whichever comes first', async () => {
    const savings = await opened('2026-01-01', 0, 'Savings')
    const found = read(CSV)
    const [before] = await endOf(previewSteps(desk.live, desk.commands, found, [savings]))
    if (before) await apply(before)
    expect(await endOf(targetSteps(desk.live, desk.commands, found))).toEqual([savings])
  })

  it('is nobody’s guess without an account', async () => {
    await desk.commands.deleteAccount(chequing)
    expect(await endOf(targetSteps(desk.live, desk.commands, read(CSV)))).toEqual([null])
  })
})

describe('what can hardly be right', () => {
  const withDay = (day: string) => read(CSV.replace('03/23/2026', day))

  it('is a day well after today, or many years ago', () => {
    expect(unlikelyDay(read(CSV), '2026-09-30')).toBeNull()
    expect(unlikelyDay(withDay('03/23/2026'), '2026-03-20')).toBeNull()
    expect(unlikelyDay(withDay('03/23/2062'), '2026-09-30')).toBe('2062-03-23')
    expect(unlikelyDay(withDay('03/23/1986'), '2026-09-30')).toBe('1986-03-23')
  })

  it('is an account in another currency: it goes nowhere until somebody says so', async () => {
    const usd = read(CSV).map(each => ({ ...each, currency: 'USD' }))
    expect(await endOf(targetSteps(desk.live, desk.commands, usd))).toEqual([null])
    expect(await endOf(targetSteps(desk.live, desk.commands, [...read(CSV), ...usd]))).toEqual([
      chequing,
      null,
    ])
  })
})

describe('the beginning of the account', () => {
  it('is taken from the file where the account is empty and begins with nothing', async () => {
    const made = await preview()
    expect(made.opening).toEqual({ date: '2026-03-02', cents: 20_000, fromFile: true })
    expect(made.takesOpening).toBe(true)
    expect(closingOf(desk.live, made)).toEqual({ booksCents: 40_000, beforeOpening: 0 })
  })

  it('changes with the import and goes back with it', async () => {
    const result = await apply(await preview())
    expect(desk.live.get(account, chequing)?.opening).toEqual({ date: '2026-03-02', cents: 20_000 })
    if (result.ok) await desk.commands.gate.undoChange(result.value.change)
    expect(desk.live.get(account, chequing)?.opening).toEqual({ date: '2026-09-01', cents: 0 })
    expect(desk.live.records(entry)).toEqual([])
    expect(desk.live.records(importBatch)).toEqual([])
  })

  it('is only offered where somebody typed a balance, and rows before it do not count', async () => {
    await desk.commands.editAccount(chequing, { opening: { date: '2026-03-10', cents: 55_000 } })
    const made = await preview()
    expect(made.takesOpening).toBe(false)
    expect(closingOf(desk.live, made)).toEqual({ booksCents: 40_000, beforeOpening: 3 })
  })

  it('is not touched once there are entries', async () => {
    await apply(await preview())
    expect((await preview()).opening).toBeNull()
  })
})

describe('the rows', () => {
  it('are all new at first and all known the second time', async () => {
    const first = await preview()
    expect(first.plan.counts).toMatchObject({ new: 5, matches: 0 })
    await apply(first)
    const again = await preview()
    expect(again.plan.counts).toMatchObject({ new: 0, matches: 5 })
    expect((await apply(again)).ok).toBe(false)
    expect(desk.live.records(entry)).toHaveLength(5)
  })

  it('that are left out are not stored', async () => {
    await apply(chooseRow(chooseAllRows(await preview(), false), 0, 'add'))
    expect(desk.live.records(entry).map(each => each.payee)).toEqual(['OPENING GIFT'])
  })

  it('of one name are sorted together, and the next import knows it', async () => {
    const made = await preview()
    const hut = made.plan.rows.find(row => row.bankRow.text === 'GIZMO HUT')
    const before = unsortedOf(made)
    const sorted = sortRow(made, hut?.rowId ?? '', extras)
    expect(sorted.others).toBe(1)
    expect(unsortedOf(sorted.preview)).toBe(before - 2)
    await apply(sorted.preview)
    expect(desk.live.records(payeeRule).map(rule => [rule.match, rule.line])).toEqual([['gizmo hut', extras]])
  })

  it('that somebody sorted alone stay there when their name is sorted', async () => {
    const made = await preview()
    const [first, second] = made.plan.rows.filter(row => row.bankRow.text === 'GIZMO HUT')
    const alone = sortRow(made, first?.rowId ?? '', extras).preview
    const moved = sortRow(alone, second?.rowId ?? '', gifts).preview
    expect(moved.sorting.get(first?.rowId ?? '')?.line).toBe(extras)
    expect(moved.sorting.get(second?.rowId ?? '')?.line).toBe(gifts)
  })
})

describe('names', () => {
  it('that got money are asked about', async () => {
    expect(namesPaid([await preview()], 10)).toEqual([{ name: 'nadia petrova', rows: 2, cents: 24_000 }])
  })

  it('are known the next month: the code name stands there unasked, and no record holds the name', async () => {
    const made = await preview()
    const plan = withCodeName(made.plan, new Set(['nadia petrova']), 'Maple')
    const coded = { names: ['nadia petrova'], codeName: 'Maple' }
    const sorted = sortRow({ ...made, plan }, made.plan.rows[1]?.rowId ?? '', extras).preview
    const done = await apply(sorted, coded)
    expect(desk.tables()).not.toMatch(/nadia|petrova/i)

    const later = await preview(
      '04/20/2026,INTERAC E-TRANSFER TO NADIA PETROVA,99.00,,301.00\n04/23/2026,FEE,1.00,,300.00\n',
    )
    expect(later.plan.rows.map(row => row.bankRow.text)).toEqual(['Maple', 'FEE'])
    expect(later.coded.size).toBe(1)
    expect(namesPaid([later], 10)).toEqual([])
    // Sorted as last time, although the bank writes the real name.
    expect(later.sorting.get(later.plan.rows[0]?.rowId ?? '')?.line).toBe(extras)

    if (done.ok) await desk.commands.gate.undoChange(done.value.change)
    expect((await preview()).plan.rows[1]?.bankRow.text).toMatch(/Nadia/)
  })

  it('are known on every account of the group', async () => {
    const made = await preview()
    await apply(made, { names: ['nadia petrova'], codeName: 'Maple' })
    const savings = await opened('2026-01-01', 0, 'Savings')
    const [other] = await endOf(previewSteps(desk.live, desk.commands, read(CSV), [savings]))
    expect(other?.plan.rows[1]?.bankRow.text).toBe('Maple')
  })

  it('become the code name before anything is stored, and the file still adds nothing twice', async () => {
    const made = await preview()
    await apply({ ...made, plan: withCodeName(made.plan, new Set(['nadia petrova']), 'Maple') })
    const stored = JSON.stringify(desk.store.all('entry'))
    expect(stored).not.toMatch(/nadia|petrova/i)
    expect(desk.live.records(entry).filter(each => each.payee === 'Maple')).toHaveLength(2)
    expect((await preview()).plan.counts).toMatchObject({ new: 0, matches: 5 })
  })
})
