/** Recurring money through the real commands: posted, skipped, moved, imported, and by two people at once. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import { monthlyCost, recurring } from '#domain/recurring.ts'
import { readBankFile } from '#imports/bank-file.ts'
import { withChoice } from '#imports/import-plan.ts'
import { comingOf, entriesLike, openComing } from '#state/coming.ts'
import { recurringOps } from '#state/commands/recurring.ts'
import { endOf } from '#state/long-work.ts'
import { lookAlikes } from '#state/look-alikes.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'
const bankOf = (desk: Desk): string => desk.live.records(account)[0]?.id ?? ''
const rentLine = (desk: Desk): string => desk.live.records(line).find(each => each.key === 'rent')?.id ?? ''

const rentFields = (desk: Desk) =>
  monthlyCost({
    account: bankOf(desk),
    line: rentLine(desk),
    amountCents: 145_000,
    payee: 'Landlord',
    dueDay: 1,
    from: '2026-03-01',
    end: null,
    writtenFor: null,
  })

async function withRent(): Promise<Desk> {
  const desk = await setUpGroup({ today: TODAY })
  expect((await desk.commands.addRecurring(rentFields(desk))).ok).toBe(true)
  return desk
}

const states = (desk: Desk) =>
  comingOf(desk.live, TODAY)
    .slice(0, 4)
    .map(({ date, status }) => `${date} ${status}`)
const asIs = (desk: Desk, at: number) => {
  const coming = comingOf(desk.live, TODAY)[at]
  if (!coming) throw new Error('no such occurrence')
  return { coming, on: coming.date, cents: coming.recurring.money.cents }
}

async function plan(desk: Desk, rows: readonly string[]) {
  const text = ['Date,Description,Amount', ...rows, ''].join('\n')
  const file = readBankFile({ bytes: new TextEncoder().encode(text), name: 'bank.csv' })
  if (!file.ok || !file.value.accounts[0]) throw new Error('not read')
  return endOf(desk.commands.planSteps(bankOf(desk), file.value.accounts[0]))
}
const apply = (desk: Desk, planned: Awaited<ReturnType<typeof plan>>) =>
  desk.commands.importBankFile({
    account: bankOf(desk),
    plan: planned,
    sorting: new Map(),
    fileHash: '00',
    format: 'csv',
  })
const MARCH = ['2026-03-01,Gift,500.00', '2026-03-03,CHEQUE 041,-1450.00', '2026-03-30,Fee,-4.95']

describe('something recurring', () => {
  it('lists what was missed; posting them all is one change, undone in one', async () => {
    const desk = await withRent()
    expect(states(desk)).toEqual([
      '2026-03-01 missed',
      '2026-04-01 missed',
      '2026-05-01 missed',
      '2026-06-01 upcoming',
    ])
    const before = desk.tables()
    const { missed } = openComing(desk.live, TODAY)
    await desk.commands.postComing(missed.map((_, i) => asIs(desk, i)))
    expect(desk.live.records(entry).map(each => [each.date, each.money.cents, each.receipt])).toEqual([
      ['2026-03-01', -145_000, 'missing'],
      ['2026-04-01', -145_000, 'missing'],
      ['2026-05-01', -145_000, 'missing'],
    ])
    expect(openComing(desk.live, TODAY).missed).toEqual([])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is skipped, moved and opened again, each taken back by undo', async () => {
    const desk = await withRent()
    const before = desk.tables()
    await desk.commands.skipComing([asIs(desk, 0).coming])
    await desk.commands.moveComing(asIs(desk, 1).coming, '2026-05-25')
    expect(states(desk)).toEqual([
      '2026-03-01 skipped',
      '2026-05-01 missed',
      '2026-05-25 due',
      '2026-06-01 upcoming',
    ])
    await desk.commands.reopenComing(asIs(desk, 0).coming)
    await desk.commands.moveComing(asIs(desk, 2).coming, '2026-05-10')
    expect(states(desk)).toEqual([
      '2026-03-01 missed',
      '2026-05-01 missed',
      '2026-05-10 missed',
      '2026-06-01 upcoming',
    ])
    for (let i = 0; i < 4; i += 1) expect((await desk.commands.gate.undo()).ok).toBe(true)
    expect(desk.tables()).toBe(before)
  })

  it('is posted again after its entry was deleted, with another amount', async () => {
    const desk = await withRent()
    await desk.commands.postComing([asIs(desk, 0)])
    const id = desk.live.records(entry)[0]?.id ?? ''
    await desk.commands.deleteEntries([id])
    expect(states(desk)[0]).toBe('2026-03-01 missed')
    await desk.commands.postComing([{ ...asIs(desk, 0), on: '2026-03-04', cents: -140_000 }])
    expect(desk.live.records(entry)).toMatchObject([{ id, date: '2026-03-04', money: { cents: -140_000 } }])
  })

  it('takes entries of the books as its own, when it is made and later', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const record = (date: string) =>
      desk.commands.recordEntry({
        type: 'expense',
        account: bankOf(desk),
        date,
        money: { cents: -145_000, splits: [], toAccount: null },
      })
    const [march, april] = [await record('2026-03-02'), await record('2026-04-02')]
    await desk.commands.addRecurring(rentFields(desk), [{ entry: march.id, original: '2026-03-01' }])
    expect(states(desk).slice(0, 2)).toEqual(['2026-03-01 posted', '2026-04-01 missed'])
    const like = entriesLike(desk.live, comingOf(desk.live, TODAY))
    expect([...like.values()].map(each => each.id)).toEqual([april.id])
    await desk.commands.takeAsPosted(asIs(desk, 1).coming, april.id)
    expect(states(desk)[1]).toBe('2026-04-01 posted')
    await desk.commands.gate.undo()
    expect(states(desk)[1]).toBe('2026-04-01 missed')
  })

  it('asks for the account where a lease has named none, and finds its row on any', async () => {
    const desk = await setUpGroup({ today: TODAY })
    await desk.commands.addRecurring({ ...rentFields(desk), account: null })
    expect((await plan(desk, MARCH)).rows[1]?.state.kind).toBe('expected')
    await desk.commands.postComing([{ ...asIs(desk, 0), account: bankOf(desk) }])
    expect(desk.live.records(entry).map(each => each.account)).toEqual([bankOf(desk)])
  })

  it('is written together with something else, and written over the second time', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const commit = (fields: object) =>
      desk.store.commit({ command: 'lease', ops: recurringOps(desk.live, 'rent-of-lease', fields) })
    await commit(rentFields(desk))
    await commit({ payee: 'New landlord' })
    await desk.commands.deleteRecurring('rent-of-lease')
    expect(comingOf(desk.live, TODAY)).toEqual([])
    await commit({ payee: 'Third landlord' })
    expect(desk.live.get(recurring, 'rent-of-lease')).toMatchObject({
      payee: 'Third landlord',
      schedule: { start: '2026-03-01' },
    })
  })
})

describe('a bank file with what was expected', () => {
  it('says so, posts it as shown, and undoing the import opens it again', async () => {
    const desk = await withRent()
    const planned = await plan(desk, MARCH)
    expect(planned.rows.map(row => [row.state.kind, row.choice])).toEqual([
      ['new', 'add'],
      ['expected', 'post'],
      ['new', 'add'],
    ])
    expect([planned.adding.count, planned.counts.posting]).toEqual([3, 1])
    const before = desk.tables()
    await apply(desk, planned)
    expect(desk.live.records(entry).find(each => each.occurrence !== null)).toMatchObject({
      id: planned.rows[1]?.rowId,
      date: '2026-03-03',
      payee: 'CHEQUE 041',
      money: { splits: [{ line: rentLine(desk), covers: { from: '2026-03', to: '2026-03' } }] },
      occurrence: { date: '2026-03-01' },
    })
    expect(states(desk)[0]).toBe('2026-03-01 posted')
    expect((await plan(desk, MARCH)).rows.map(row => row.state.kind)).toEqual([
      'matches',
      'matches',
      'matches',
    ])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    expect(states(desk)[0]).toBe('2026-03-01 missed')
    // The same file again brings the same entry back, and posts with it.
    const again = await plan(desk, MARCH)
    expect(again.rows[1]?.state.kind).toBe('expected')
    await apply(desk, again)
    expect(states(desk)[0]).toBe('2026-03-01 posted')
  })

  it('asks where the amount is another, posts nothing by itself, and with a yes what the bank says', async () => {
    const desk = await withRent()
    const file = (amount: string) => [...MARCH.slice(0, 1), `2026-03-02,LANDLORD 0327,${amount}`]
    const near = await plan(desk, file('-1480.00'))
    expect(near.rows.map(row => [row.state.kind, row.choice])).toEqual([
      ['new', 'add'],
      ['expected', 'add'],
    ])
    expect(near.rows[1]?.state).toMatchObject({ moreCents: 3_000, days: 1 })
    expect(near.counts).toMatchObject({ new: 2, posting: 0 })
    const before = desk.tables()
    await apply(desk, near)
    expect(states(desk)[0]).toBe('2026-03-01 missed')
    expect(desk.live.records(entry).every(each => each.occurrence === null)).toBe(true)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    await apply(desk, withChoice(await plan(desk, file('-1480.00')), 1, 'post'))
    expect(desk.live.records(entry).find(each => each.occurrence !== null)).toMatchObject({
      date: '2026-03-02',
      money: { cents: -148_000, splits: [{ line: rentLine(desk), cents: -148_000 }] },
      occurrence: { date: '2026-03-01' },
    })
    expect(states(desk)[0]).toBe('2026-03-01 posted')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    // 72.50 off are five hundredths; a cent more is nobody's question.
    expect((await plan(desk, file('-1522.50'))).rows[1]?.state.kind).toBe('expected')
    expect((await plan(desk, file('-1522.51'))).rows[1]?.state.kind).toBe('new')
  })

  it('is no question once an exact row is there', async () => {
    const desk = await withRent()
    const planned = await plan(desk, [...MARCH, '2026-03-02,LANDLORD,-1480.00'])
    const told = planned.rows.map(row => [row.bankRow.cents, row.state.kind, row.choice])
    expect(told).toContainEqual([-145_000, 'expected', 'post'])
    expect(told).toContainEqual([-148_000, 'new', 'add'])
  })

  it('is applied as previewed also when the recurring entry was changed meanwhile', async () => {
    const desk = await withRent()
    const planned = await plan(desk, MARCH)
    const [of] = desk.live.records(recurring)
    await desk.commands.editRecurring(of?.id ?? '', { covers: 'next-month' })
    await apply(desk, planned)
    expect(desk.live.records(entry).find(each => each.occurrence !== null)?.money.splits[0]?.covers).toEqual({
      from: '2026-03',
      to: '2026-03',
    })
  })

  it('leaves the occurrence open where the person says that it is another payment', async () => {
    const desk = await withRent()
    await apply(desk, withChoice(await plan(desk, MARCH), 1, 'add'))
    expect(states(desk)[0]).toBe('2026-03-01 missed')
    expect(desk.live.records(entry).every(each => each.occurrence === null)).toBe(true)
  })

  it('is matched with what was posted by hand before', async () => {
    const desk = await withRent()
    await desk.commands.postComing([asIs(desk, 0)])
    expect((await plan(desk, MARCH)).rows[1]).toMatchObject({
      state: { kind: 'looks-duplicate', why: 'same-amount' },
      choice: 'link',
    })
  })
})

describe('two laptops', () => {
  async function twoLaptops(): Promise<{ amina: Desk; joe: Desk }> {
    const amina = await withRent()
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    return { amina, joe }
  }
  const meet = async (amina: Desk, joe: Desk) => {
    await give(amina, joe)
    await give(joe, amina)
  }

  it('that both post one occurrence have posted it once', async () => {
    const { amina, joe } = await twoLaptops()
    for (const desk of [amina, joe]) await desk.commands.postComing([asIs(desk, 0)])
    await meet(amina, joe)
    for (const desk of [amina, joe]) {
      expect(desk.live.records(entry)).toHaveLength(1)
      expect(desk.store.inbox()).toEqual([])
    }
  })

  it('that post it with different amounts are asked which is right', async () => {
    const { amina, joe } = await twoLaptops()
    await amina.commands.postComing([asIs(amina, 0)])
    await joe.commands.postComing([{ ...asIs(joe, 0), cents: -150_000 }])
    await meet(amina, joe)
    expect(amina.live.records(entry)).toHaveLength(1)
    expect(amina.store.inbox().map(each => each.field)).toEqual(['money'])
  })

  it('of which one posts and one imports are asked whether it is one payment, however late the bank was', async () => {
    const { amina, joe } = await twoLaptops()
    await amina.commands.postComing([asIs(amina, 0)])
    await apply(joe, await plan(joe, ['2026-03-07,CHEQUE 041,-1450.00']))
    await meet(amina, joe)
    expect(amina.live.records(entry)).toHaveLength(2)
    expect(lookAlikes(amina.live)).toHaveLength(1)
  })
})
