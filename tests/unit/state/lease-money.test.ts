/** A lease changed on a laptop that keeps no money: Money's laptop sees what differs, and puts it level in one change. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { type Lease, type LeasePayment, lease, leasePaymentId } from '#domain/lease.ts'
import { line } from '#domain/line.ts'
import { recurring } from '#domain/recurring.ts'
import { openComing } from '#state/coming.ts'
import { setOps } from '#state/commands/gate.ts'
import { leaseDifferences } from '#state/lease-money.ts'
import type { Desk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'
const DATES = { from: '2026-12-01', to: '2027-11-30' }
const TERMS = { rentCents: 145_000, dueDay: 1, depositCents: 20_000, lastMonthCents: 145_000 }

async function withLease() {
  const desk = await setUpGroup({ today: TODAY, expectedRentCents: 145_000 })
  const home = (await desk.commands.addHome({ name: 'Elm' })).id
  const rent = desk.live.records(line).find(each => each.key === 'rent')?.id ?? null
  const { id } = await desk.commands.recordLease(home, {
    fields: { ...lease.defaults, dates: DATES, terms: TERMS },
    money: {
      account: desk.live.records(account)[0]?.id ?? '',
      payee: 'BIRCH RENTALS',
      lines: { rent, 'first-month': rent, deposit: null, 'last-month': null },
      aheadOn: '2026-11-25',
    },
    addressChanges: [],
  })
  return { desk, id, home }
}

/** As a laptop writes it that reads Team alone: nothing of Money follows. */
const editElsewhere = (desk: Desk, id: string, fields: Partial<Lease>) =>
  desk.store.commit({ command: 'editLease', ops: setOps(lease, id, fields) })

const told = (desk: Desk, today = TODAY) =>
  leaseDifferences(desk.live, today).flatMap(({ home, payments }) =>
    payments.map(each => [home?.name, each.payment, each.leaseCents, each.moneyCents, each.days !== null]),
  )
const rule = (desk: Desk, id: string, payment: LeasePayment) =>
  desk.live.get(recurring, leasePaymentId(id, payment))

describe('a lease and what Money expects of it', () => {
  it('are level once it is recorded, and after it is changed where money is kept', async () => {
    const { desk, id } = await withLease()
    expect(told(desk)).toEqual([])
    await desk.commands.editLease(id, { terms: { ...TERMS, rentCents: 150_000, dueDay: 5 } })
    expect(told(desk)).toEqual([])
  })

  it('differ in the rent after it was changed elsewhere, and are level again in one change', async () => {
    const { desk, id } = await withLease()
    await editElsewhere(desk, id, { terms: { ...TERMS, rentCents: 150_000 } })
    expect(told(desk)).toEqual([['Elm', 'rent', 150_000, 145_000, false]])
    const before = desk.tables()
    await desk.commands.levelLeaseMoney(id)
    expect(told(desk)).toEqual([])
    expect(rule(desk, id, 'rent')?.money).toMatchObject({ cents: -150_000, splits: [{ cents: -150_000 }] })
    expect(rule(desk, id, 'deposit')?.money.cents).toBe(-20_000)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('differ in days: from when to when, and on which day of the month', async () => {
    const { desk, id } = await withLease()
    await editElsewhere(desk, id, { dates: { from: '2027-01-01', to: null }, terms: { ...TERMS, dueDay: 3 } })
    expect(told(desk)).toEqual([['Elm', 'rent', 145_000, 145_000, true]])
    await desk.commands.levelLeaseMoney(id)
    expect(rule(desk, id, 'rent')?.schedule).toEqual({
      every: 'month',
      start: '2027-01-03',
      end: null,
      day: 3,
    })
    expect(told(desk)).toEqual([])
  })

  it('differ in a part month that was agreed elsewhere, and in one that is none any more', async () => {
    const { desk, id } = await withLease()
    const part = { dates: { from: '2026-12-15', to: '2027-11-30' }, firstMonthCents: 79_516 }
    await editElsewhere(desk, id, part)
    expect(told(desk)).toEqual([
      ['Elm', 'rent', 145_000, 145_000, true],
      ['Elm', 'first-month', 79_516, 0, false],
    ])
    await desk.commands.levelLeaseMoney(id)
    expect(rule(desk, id, 'first-month')?.money.cents).toBe(-79_516)
    expect(told(desk)).toEqual([])
    await editElsewhere(desk, id, { dates: DATES, firstMonthCents: null })
    await desk.commands.levelLeaseMoney(id)
    expect(rule(desk, id, 'first-month')).toBeUndefined()
    expect(told(desk)).toEqual([])
  })

  it('do not differ in what was paid once already, nor once the lease is over', async () => {
    const { desk, id } = await withLease()
    const deposit = openComing(desk.live, TODAY).due.find(
      each => each.recurring.id === leasePaymentId(id, 'deposit'),
    )
    if (!deposit) throw new Error('no deposit is due')
    await desk.commands.postComing([{ coming: deposit, on: TODAY, cents: -20_000 }])
    await editElsewhere(desk, id, { terms: { ...TERMS, depositCents: 30_000, lastMonthCents: 150_000 } })
    expect(told(desk)).toEqual([['Elm', 'last-month', 150_000, 145_000, false]])
    expect(told(desk, '2027-12-01')).toEqual([])
  })

  it('are not compared where Money expects nothing of the lease', async () => {
    const { desk, id } = await withLease()
    await desk.commands.deleteRecurring(leasePaymentId(id, 'rent'))
    await editElsewhere(desk, id, { terms: { ...TERMS, rentCents: 150_000 }, firstMonthCents: 5 })
    expect(told(desk)).toEqual([])
    expect((await desk.commands.levelLeaseMoney(id)).ok).toBe(false)
  })
})
