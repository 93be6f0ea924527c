/** An import of more rows than one step takes: it tells how far it is, and cancelled before it is written it leaves nothing. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { type BankAccount, createBankAccount } from '#imports/bank-account.ts'
import { createGate } from '#state/commands/gate.ts'
import { createImportCommands } from '#state/commands/imports.ts'
import { type Compared, compareSteps } from '#state/import-preview.ts'
import { endOf, ROWS_A_STEP, runSteps, type Steps } from '#state/long-work.ts'
import type { Vault } from '#vault/vault.ts'
import { accountTable } from '../../support/imports/account-table.ts'
import { type Desk, keepNothing, openDesk } from '../../support/state/desk.ts'

const ROWS = 3 * ROWS_A_STEP

function bankAccount(count: number): BankAccount {
  const rows = Array.from({ length: count }, (_, i) => {
    const [date, cents, name, memo] = accountTable[i % accountTable.length] ?? ['2025-01-01', 1, '', '']
    const of: IsoDate = date
    return { row: i + 1, date: of, cents, text: `${name} ${memo}`, memo: '', fitId: null, type: null }
  })
  const rest = { chequeNumber: '', balanceCents: null }
  return createBankAccount({
    accountHint: '',
    currency: 'CAD',
    openingCents: null,
    closingCents: null,
    rows: rows.map(row => ({ ...row, ...rest })),
  })
}

let desk: Desk
const compare = (rows: number, chosen: Compared['targets'] | null = null): Steps<Compared> =>
  compareSteps(desk.live, desk.commands, [bankAccount(rows)], chosen)

async function prepared(rows: number) {
  const { previews } = await endOf(compare(rows))
  const [preview] = previews
  if (!preview) throw new Error('no account was chosen')
  const { accountId, plan, sorting } = preview
  return desk.commands.prepareSteps({ account: accountId, plan, sorting, fileHash: '00', format: 'td' })
}

/** Runs until `stop` says so of a share, and gives all shares that were told. */
async function runUntil<T>(steps: Steps<T>, stop: (share: number) => boolean) {
  const shares: number[] = []
  const controller = new AbortController()
  const result = await runSteps(steps, {
    signal: controller.signal,
    onProgress: share => {
      shares.push(share)
      if (stop(share)) controller.abort()
    },
  })
  return { shares, result }
}

beforeEach(async () => {
  desk = await openDesk()
  const opening = { date: '2025-01-01', cents: 0 } as const
  await desk.commands.addAccount({ name: 'Chequing', type: 'bank', opening })
  await desk.commands.addAccount({ name: 'Savings', type: 'bank', opening })
})

describe('comparing with the books', () => {
  it('tells how far it is, rising and with more than one value', async () => {
    const { shares, result } = await runUntil(compare(ROWS), () => false)
    expect(result.ok).toBe(true)
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.every(share => share >= 0 && share <= 1)).toBe(true)
  })

  it('of a usual file has no step between', async () => {
    expect((await runUntil(compare(200), () => false)).shares).toEqual([])
  })

  it('gives the same in steps as in one go', async () => {
    const stepwise = await runUntil(compare(ROWS), () => false)
    expect(stepwise.result).toEqual({ ok: true, value: await endOf(compare(ROWS)) })
  })

  it('stops where it is cancelled', async () => {
    for (const at of [0, 0.4, 0.7, 0.9]) {
      const { shares, result } = await runUntil(compare(ROWS), share => share >= at)
      expect(result).toEqual({ ok: false, problem: { kind: 'cancelled' } })
      expect(shares.filter(share => share >= at)).toHaveLength(1)
    }
  })
})

describe('applying', () => {
  it('cancelled at any step before it is written leaves nothing, and can be done after all', async () => {
    const before = desk.tables()
    const whole = await runUntil(await prepared(ROWS), () => false)
    expect(whole.shares).toHaveLength(2)
    for (const at of whole.shares) {
      const { result } = await runUntil(await prepared(ROWS), share => share >= at)
      expect(result).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    }
    await desk.store.settled()
    expect(desk.tables()).toBe(before)
    if (whole.result.ok) await desk.commands.writeImport(whole.result.value)
    expect(desk.live.records(entry)).toHaveLength(ROWS)
  })

  it('is one change, and undo takes all of it back', async () => {
    const before = desk.tables()
    const written = await desk.commands.writeImport(await endOf(await prepared(ROWS)))
    expect(written.ok && desk.store.changes(1)[0]?.change).toBe(written.ok ? written.value.change : '')
    await desk.commands.gate.undo()
    expect(desk.live.records(entry)).toEqual([])
    expect(desk.tables()).toBe(before)
  })
})

describe('ids of rows', () => {
  it('are made once for each row: not for accounts that have no imported rows, nor again for the same account', async () => {
    let made = 0
    const rowIds = async (_salt: string, texts: readonly string[]) => {
      made += texts.length
      return texts.map((text, i) => `${text} ${i}`)
    }
    const commands = createImportCommands({
      gate: createGate(desk.store),
      live: desk.live,
      vault: { rowIds } as unknown as Vault,
      attachments: { keep: keepNothing },
      newId: () => 'id',
      random: length => new Uint8Array(length),
      now: () => 0,
      today: () => '2026-09-30',
    })
    const found = [bankAccount(20)]
    const { targets } = await endOf(compareSteps(desk.live, commands, found, null))
    expect(made).toBe(20)
    await endOf(compareSteps(desk.live, commands, found, targets))
    expect(made).toBe(20)
  })
})
