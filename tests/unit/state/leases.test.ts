/** A lease through the real commands: one change that reaches the board, the plan and the money, taken back whole by one undo. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { home } from '#domain/home.ts'
import { type Lease, type LeasePayment, lease, leasePaymentId } from '#domain/lease.ts'
import { line } from '#domain/line.ts'
import { recurring } from '#domain/recurring.ts'
import { task } from '#domain/task.ts'
import { openComing } from '#state/coming.ts'
import type { LeaseDraft } from '#state/commands/leases.ts'
import { checkItemsByTask, plannedTasks } from '#state/plan.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'
const OFFICES = ['IRCC', 'CRA', 'Health card', 'Bank', 'School', 'Licence']

const FIELDS: LeaseDraft['fields'] = {
  dates: { from: '2026-12-01', to: '2027-11-30' },
  terms: { rentCents: 145_000, dueDay: 1, depositCents: 20_000, lastMonthCents: 145_000 },
  firstMonthCents: null,
  guarantor: '',
  insurance: { with: '', paidTo: '2027-11-30' },
  noticeDays: 60,
  atEnd: '',
  note: '',
}

const lineOf = (desk: Desk, key: string) => desk.live.records(line).find(each => each.key === key)?.id ?? null

const draft = (desk: Desk, fields: Partial<LeaseDraft['fields']> = {}): LeaseDraft => ({
  fields: { ...FIELDS, ...fields },
  money: {
    account: desk.live.records(account)[0]?.id ?? '',
    payee: 'BIRCH RENTALS',
    lines: {
      rent: lineOf(desk, 'rent'),
      'first-month': lineOf(desk, 'rent'),
      deposit: null,
      'last-month': lineOf(desk, 'last-month-rent'),
    },
    aheadOn: '2026-11-25',
  },
  addressChanges: OFFICES,
})

async function withHome(): Promise<{ readonly desk: Desk; readonly id: string }> {
  const desk = await setUpGroup({ today: TODAY, expectedRentCents: 145_000 })
  const { id } = await desk.commands.addHome({ name: 'Elm' })
  await desk.commands.moveHome(id, 'applied')
  return { desk, id }
}

const dueOf = (desk: Desk, seedKey: string) => {
  const found = plannedTasks(desk.live, TODAY).find(each => each.task.seedKey === seedKey)
  return found?.when.kind === 'date' ? found.when.date : found?.when.kind
}

describe('a lease that is recorded', () => {
  it('moves the home, dates the plan and tells the money, in one change that one undo takes back whole', async () => {
    const { desk, id } = await withHome()
    const before = desk.tables()
    const done = await desk.commands.recordLease(id, draft(desk))
    expect(done.ok).toBe(true)
    expect(desk.live.get(home, id)?.stage).toMatchObject({ at: 'lease', since: TODAY })
    expect(dueOf(desk, 'lease-notice')).toBe('2027-10-01')
    expect(dueOf(desk, 'lease-renewal')).toBe('2027-09-01')
    expect(dueOf(desk, 'lease-insurance')).toBe('2027-11-16')
    // Landed on 27 September 2025: 180 days on is a Thursday.
    expect(dueOf(desk, 'pr-address')).toBe('2026-03-26')
    // A week after Tuesday, 1 December.
    expect(dueOf(desk, 'address-changes')).toBe('2026-12-08')
    expect(dueOf(desk, 'renter-insurance')).toBe('2026-12-01')
    const bundle = desk.live.records(task).find(each => each.seedKey === 'address-changes')
    expect(
      checkItemsByTask(desk.live)
        .get(bundle?.id ?? '')
        ?.map(each => each.text),
    ).toEqual(OFFICES)
    const { due, upcoming, missed } = openComing(desk.live, TODAY)
    expect(missed).toEqual([])
    expect([...due, ...upcoming].map(each => `${each.date} ${each.recurring.money.cents}`)).toEqual([
      '2026-11-25 -20000',
      '2026-11-25 -145000',
      '2026-12-01 -145000',
      '2027-01-01 -145000',
    ])
    expect(due.every(each => each.recurring.payee === 'BIRCH RENTALS')).toBe(true)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('takes what is paid ahead once, and the rent to the last month', async () => {
    const { desk, id } = await withHome()
    const done = await desk.commands.recordLease(id, draft(desk))
    const schedule = (payment: LeasePayment) =>
      desk.live.get(recurring, leasePaymentId(done.id, payment))?.schedule
    expect(schedule('deposit')).toMatchObject({ start: '2026-11-25', end: '2026-11-25' })
    expect(schedule('rent')).toEqual({ every: 'month', start: '2026-12-01', end: '2027-11-30', day: 1 })
    const later = '2028-03-01'
    const rent = openComing(desk.live, later).missed.filter(
      each => each.recurring.money.splits[0]?.line === lineOf(desk, 'rent'),
    )
    expect(rent).toHaveLength(12)
  })

  it('that begins inside a month is paid for that part once, and each month from the next one on', async () => {
    const { desk, id } = await withHome()
    const before = desk.tables()
    const dates = { from: '2026-12-15', to: '2027-11-30' }
    const done = await desk.commands.recordLease(id, draft(desk, { dates, firstMonthCents: 79_516 }))
    const rule = (payment: LeasePayment) => desk.live.get(recurring, leasePaymentId(done.id, payment))
    expect(rule('first-month')).toMatchObject({
      money: { cents: -79_516, splits: [{ line: lineOf(desk, 'rent'), cents: -79_516 }] },
      covers: 'same-month',
      schedule: { start: '2026-12-15', end: '2026-12-15' },
      payee: 'BIRCH RENTALS',
    })
    const { missed } = openComing(desk.live, '2028-03-01')
    const rent = missed.filter(each => each.recurring.money.splits[0]?.line === lineOf(desk, 'rent'))
    // The part of December and January to November: each month of the lease once.
    expect(rent.map(each => each.original.slice(0, 7))).toEqual([
      '2026-12',
      ...Array.from({ length: 11 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`),
    ])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is recorded anew after it was taken back, with all of its tasks; what somebody threw away stays away', async () => {
    const { desk, id } = await withHome()
    const arrival = desk.store.all('arrival')[0]?.id ?? ''
    await desk.commands.seedPlan(arrival, new Set(['utilities']))
    await desk.commands.deleteTasks([`${arrival}-utilities`])
    const keys = () =>
      desk.live
        .records(task)
        .map(each => each.seedKey)
        .toSorted()
    await desk.commands.recordLease(id, draft(desk))
    const first = keys()
    expect(first).toContain('address-changes')
    expect(first).not.toContain('utilities')
    await desk.commands.gate.undo()
    expect(keys()).toEqual([])
    await desk.commands.recordLease(id, draft(desk, { dates: { from: '2027-01-01', to: null } }))
    expect(keys()).toEqual(first.filter(key => key !== 'lease-notice' && key !== 'lease-renewal'))
    expect(dueOf(desk, 'move-in-check')).toBe('2027-01-01')
    const bundle = desk.live.records(task).find(each => each.seedKey === 'address-changes')
    expect(checkItemsByTask(desk.live).get(bundle?.id ?? '')).toHaveLength(OFFICES.length)
  })

  it('is paid on where it goes on by itself, and from month to month', async () => {
    const { desk, id } = await withHome()
    const goesOn = await desk.commands.recordLease(id, draft(desk, { atEnd: 'goes-on' }))
    expect(desk.live.get(recurring, leasePaymentId(goesOn.id, 'rent'))?.schedule.end).toBeNull()
  })

  it('writes no money where none is kept here, and nothing for what is not paid', async () => {
    const { desk, id } = await withHome()
    const own = draft(desk, { terms: { ...FIELDS.terms, depositCents: null, lastMonthCents: 0 } })
    const done = await desk.commands.recordLease(id, { ...own, money: null })
    expect(desk.live.records(recurring)).toEqual([])
    await desk.commands.gate.undo()
    await desk.commands.recordLease(id, own)
    expect(desk.live.records(recurring)).toHaveLength(1)
    expect(done.ok).toBe(true)
  })

  it('hangs the open tasks of a plan that was added before on its first day, and makes none twice', async () => {
    const { desk, id } = await withHome()
    const arrival = desk.store.all('arrival')[0]?.id ?? ''
    await desk.commands.seedPlan(arrival, new Set(['move-in-check', 'address-changes', 'utilities']))
    expect(dueOf(desk, 'move-in-check')).toBe('unknown')
    const utilities = desk.live.records(task).find(each => each.seedKey === 'utilities')
    await desk.commands.setTaskState([utilities?.id ?? ''], 'done')
    const before = desk.tables()
    await desk.commands.recordLease(id, draft(desk))
    expect(dueOf(desk, 'move-in-check')).toBe('2026-12-01')
    const keys = desk.live.records(task).map(each => each.seedKey)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    expect(desk.live.get(task, utilities?.id ?? '')?.status.state).toBe('done')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })
})

describe('a lease that is changed', () => {
  const recorded = async () => {
    const { desk, id } = await withHome()
    const done = await desk.commands.recordLease(id, draft(desk))
    return { desk, id: done.id, home: id }
  }

  it('takes along its open tasks, what hangs on its first day, and the rent', async () => {
    const { desk, id } = await recorded()
    const before = desk.tables()
    const later: Partial<Lease> = {
      dates: { from: '2027-01-01', to: '2027-12-31' },
      terms: { ...FIELDS.terms, rentCents: 150_000, dueDay: 5 },
    }
    await desk.commands.editLease(id, later)
    expect(dueOf(desk, 'lease-notice')).toBe('2027-11-01')
    expect(dueOf(desk, 'move-in-check')).toBe('2027-01-01')
    expect(desk.live.get(recurring, leasePaymentId(id, 'rent'))).toMatchObject({
      money: { cents: -150_000, splits: [{ cents: -150_000 }] },
      schedule: { start: '2027-01-05', end: '2027-12-31', day: 5 },
    })
    expect(desk.live.get(recurring, leasePaymentId(id, 'deposit'))?.money.cents).toBe(-20_000)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is paid for a part month that was agreed later, and no more once it begins with a whole one', async () => {
    const { desk, id } = await recorded()
    const rule = (payment: LeasePayment) => desk.live.get(recurring, leasePaymentId(id, payment))
    const before = desk.tables()
    await desk.commands.editLease(id, {
      dates: { from: '2026-12-10', to: '2027-11-30' },
      firstMonthCents: 102_903,
    })
    expect(rule('first-month')).toMatchObject({
      account: desk.live.records(account)[0]?.id,
      money: { cents: -102_903, splits: [{ line: lineOf(desk, 'rent') }] },
      schedule: { start: '2026-12-10', end: '2026-12-10' },
    })
    expect(rule('rent')?.schedule.start).toBe('2027-01-01')
    const agreed = desk.tables()
    await desk.commands.editLease(id, { dates: { from: '2026-12-12', to: '2027-11-30' } })
    expect(rule('first-month')?.schedule.start).toBe('2026-12-12')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(agreed)
    await desk.commands.editLease(id, {
      dates: { from: '2026-12-01', to: '2027-11-30' },
      firstMonthCents: null,
    })
    expect(rule('first-month')).toBeUndefined()
    expect(rule('rent')?.schedule.start).toBe('2026-12-01')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(agreed)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('leaves alone a task that is done, and undates one whose day is known no more', async () => {
    const { desk, id } = await recorded()
    await desk.commands.setTaskState([`${id}-lease-insurance`], 'done')
    await desk.commands.editLease(id, {
      dates: { from: '2026-12-01', to: null },
      insurance: { with: '', paidTo: '2028-01-31' },
    })
    expect(desk.live.get(task, `${id}-lease-insurance`)?.due).toEqual({ kind: 'date', date: '2027-11-16' })
    expect(dueOf(desk, 'lease-notice')).toBe('none')
  })

  it('goes with its tasks and its payments when it is deleted; what was paid stays', async () => {
    const { desk, id, home: of } = await recorded()
    const [first] = openComing(desk.live, TODAY).due
    if (!first) throw new Error('nothing is due')
    await desk.commands.postComing([{ coming: first, on: TODAY, cents: first.recurring.money.cents }])
    const before = desk.tables()
    await desk.commands.deleteLease(id)
    expect(desk.live.records(lease)).toEqual([])
    expect(desk.live.records(recurring)).toEqual([])
    expect(desk.store.all('entry')).toHaveLength(1)
    expect(desk.live.get(home, of)?.stage.at).toBe('applied')
    expect(dueOf(desk, 'move-in-check')).toBe('unknown')
    expect(desk.live.records(task).some(each => each.seedKey.startsWith('lease-'))).toBe(false)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is one with both terms kept where two members changed it at once', async () => {
    const { desk: amina, id } = await recorded()
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    await amina.commands.editLease(id, { terms: { ...FIELDS.terms, rentCents: 140_000 } })
    await joe.commands.editLease(id, { terms: { ...FIELDS.terms, rentCents: 150_000 } })
    await give(amina, joe)
    await give(joe, amina)
    for (const desk of [amina, joe]) {
      const asked = desk.store.inbox().map(each => `${each.kind} ${each.field}`)
      expect(asked.toSorted()).toEqual(['lease terms', 'recurring money'])
    }
  })
})
