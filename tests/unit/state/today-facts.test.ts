/** What Today says of the money: never a rest that a missing budget makes look good, never work that is done. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import { line } from '#domain/line.ts'
import { monthlyCost } from '#domain/recurring.ts'
import { openComing } from '#state/coming.ts'
import { createOp } from '#state/commands/gate.ts'
import { todayFacts } from '#state/today-facts.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'

const TODAY = '2025-12-10'
const NOW = 1_765_400_000_000

async function openHousehold(): Promise<Desk> {
  const desk = await openDesk({ today: TODAY })
  await desk.store.commit({ command: 'startGroup', ops: [createOp(group, GROUP_ID, { name: 'Lantern' })] })
  const reached = '2025-09-27'
  const timing = { state: 'landed', from: null, to: null, expected: null, landed: reached, reached } as const
  await desk.commands.setUpSponsorship({ program: 'sah', province: 'ON', community: 'Ottawa', timing })
  const people = { adults: 1, childrenUnder6: 0, children6to17: 0, together: [] }
  await desk.commands.setUpHousehold('Maple', { people, turns18: { answer: 'no' }, laterArrivals: [] })
  await desk.commands.setUpMoney({
    account: { name: 'Chequing', type: 'bank', opening: { date: '2025-01-01', cents: 3_000_000 } },
    reportingYear: 'calendar',
    expectedRentCents: 195_000,
  })
  return desk
}

const today = (desk: Desk) => todayFacts(desk.live, TODAY, NOW, 0)
const lineOf = (desk: Desk, key: string) => desk.live.records(line).find(each => each.key === key)?.id ?? ''

describe('what is budgeted to pay until the end', () => {
  it('is not known while rent is budgeted and the support of the household is not', async () => {
    const desk = await openHousehold()
    expect(today(desk)).toMatchObject({ moneyNowCents: 3_000_000, toPayCents: null })
    expect(today(desk).unbudgeted.map(each => each.key)).toEqual(['household-support'])
  })

  it('is known once it is budgeted', async () => {
    const desk = await openHousehold()
    const before = 9 * 195_000
    const budget = { kind: 'monthly', cents: 137_500, from: 1, to: 12 } as const
    await desk.commands.editLine(lineOf(desk, 'household-support'), { budget })
    // Months 4 to 12, December to August.
    expect(today(desk).toPayCents).toBeGreaterThanOrEqual(before + 9 * 137_500)
    expect(today(desk).unbudgeted).toEqual([])
  })
})

describe('what is to be done', () => {
  it('counts what recurs and was missed or is due, until it is posted', async () => {
    const desk = await openHousehold()
    const asked = () => today(desk).tasks.filter(task => task.kind === 'coming')
    expect(asked()).toEqual([])
    const rent = monthlyCost({
      account: desk.live.records(account)[0]?.id ?? '',
      line: lineOf(desk, 'rent'),
      amountCents: 195_000,
      payee: 'Landlord',
      dueDay: 14,
      from: '2025-10-01',
      end: null,
      writtenFor: null,
    })
    await desk.commands.addRecurring(rent)
    expect(asked()).toEqual([{ kind: 'coming', missed: 2, due: 1, cents: 585_000 }])
    const { missed, due } = openComing(desk.live, TODAY)
    const post = [...missed, ...due].map(coming => ({ coming, on: coming.date, cents: -195_000 }))
    await desk.commands.postComing(post)
    expect(asked()).toEqual([])
  })

  it('asks who keeps the last month’s rent, from the day it is paid until somebody has said so', async () => {
    const desk = await openHousehold()
    const asked = () => today(desk).tasks.filter(task => task.kind === 'prepaid')
    expect(asked()).toEqual([])
    const lastMonth = lineOf(desk, 'last-month-rent')
    const cents = -195_000
    await desk.commands.recordEntry({
      type: 'expense',
      account: desk.live.records(account)[0]?.id ?? '',
      date: '2025-10-30',
      money: {
        cents,
        splits: [{ line: lastMonth, cents, countsAs: null, unit: null, covers: null }],
        toAccount: null,
      },
    })
    expect(asked()).toEqual([{ kind: 'prepaid', cents: 195_000 }])
    await desk.commands.editLine(lastMonth, { prepaidEnd: 'household' })
    expect(asked()).toEqual([])
  })

  it('does not ask to sort the payment that pays a member back', async () => {
    const desk = await openHousehold()
    const parts = (cents: number, to: string | null) => ({
      cents,
      splits: [{ line: to, cents, countsAs: null, unit: null, covers: null }],
      toAccount: null,
    })
    await desk.commands.recordEntry({
      type: 'owed',
      date: '2025-12-01',
      money: parts(-2_785, lineOf(desk, 'travel-parking')),
    })
    const owed = desk.live.records(entry).map(each => each.id)
    const bank = desk.live.records(account)[0]?.id ?? ''
    await desk.commands.settleOwed({ owed, account: bank, date: TODAY, payee: 'Robin', method: 'e-transfer' })
    expect(today(desk).tasks.map(task => task.kind)).not.toContain('unsorted')

    await desk.commands.recordEntry({
      type: 'expense',
      account: bank,
      date: TODAY,
      money: parts(-900, null),
    })
    expect(today(desk).tasks).toContainEqual({ kind: 'unsorted', count: 1, cents: 900 })
  })
})
