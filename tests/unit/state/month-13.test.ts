/** Month 13 through the real commands: what is paid now, what comes after, when it is asked about, each change undone. */
import { describe, expect, it } from 'vitest'
import { afterSupportLine } from '#domain/after-support.ts'
import { contact } from '#domain/contact.ts'
import { sponsorship } from '#domain/sponsorship.ts'
import { createOp } from '#state/commands/gate.ts'
import { demoHousehold } from '#state/demo-household.ts'
import { isMonthThirteenDue, monthThirteen, whomTheyCall } from '#state/month-13.ts'
import { openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const monthly = (cents: number) => ({ cents, per: 'month' as const })

/** One adult who reached the group on 27 September 2025: month 9 begins, by calendar, on 1 May 2026. */
async function group(today: string, rent: number | null = null) {
  const desk = await setUpGroup({ today, expectedRentCents: rent })
  const of = desk.live.records(sponsorship)[0]?.id ?? ''
  return { desk, of, facts: () => monthThirteen(desk.live, today) }
}

describe('month 13', () => {
  it('is asked about from month 9 on, until something is entered', async () => {
    const { desk, of } = await group('2026-05-01')
    expect(isMonthThirteenDue(desk.live, '2026-04-30')).toBe(false)
    expect(isMonthThirteenDue(desk.live, '2026-05-01')).toBe(true)
    expect(isMonthThirteenDue(desk.live, '2026-09-26')).toBe(true)
    // Support has ended.
    expect(isMonthThirteenDue(desk.live, '2026-09-27')).toBe(false)
    await desk.commands.addAfterSupport([{ sponsorship: of, subject: 'work', figure: monthly(1) }])
    expect(isMonthThirteenDue(desk.live, '2026-05-01')).toBe(false)
    await desk.commands.gate.undo()
    expect(isMonthThirteenDue(desk.live, '2026-05-01')).toBe(true)
  })

  it('says when support ends and when its track begins', async () => {
    const { facts } = await group('2026-04-30')
    expect(facts()).toMatchObject({
      ends: '2026-09-26',
      begins: { date: '2026-05-01', month: 9, hasBegun: false },
    })
    expect((await group('2026-05-01')).facts()?.begins.hasBegun).toBe(true)
  })

  it('offers the benefits of the first day without support, and no older ones', async () => {
    const { facts } = await group('2026-04-30')
    // 27 September 2026: a single adult, from July 2026 to June 2027 at most 679 dollars.
    expect(facts()?.units.map(each => each.benefits)).toMatchObject([
      [{ kind: 'figure', subject: 'groceries-benefit', yearCents: 67_900, effectiveTo: '2027-06-30' }],
    ])
  })

  it('offers the costs that the budget has for the last month, each once', async () => {
    const { desk, of, facts } = await group('2026-04-30', 145_000)
    const offered = facts()?.budgeted ?? []
    expect(offered.find(each => each.subject === 'rent')?.cents).toBe(145_000)
    await desk.commands.addAfterSupport(
      offered.map(({ subject, cents }) => ({ sponsorship: of, subject, figure: monthly(cents) })),
    )
    expect(facts()?.budgeted).toEqual([])
    expect(facts()?.lines.map(each => each.subject)).toEqual(offered.map(each => each.subject))
    expect(facts()?.sums.costCents).toBe(offered.reduce((sum, each) => sum + each.cents, 0))
    await desk.commands.gate.undo()
    expect(desk.live.records(afterSupportLine)).toEqual([])
  })

  it('counts what is changed and deleted, each taken back by one undo', async () => {
    const { desk, of, facts } = await group('2026-06-01')
    await desk.commands.addAfterSupport([
      { sponsorship: of, subject: 'work', figure: monthly(200_000), status: 'verified' },
      { sponsorship: of, subject: 'rent', figure: monthly(150_000), status: 'verified' },
    ])
    const rent = facts()?.lines[1]?.id ?? ''
    await desk.commands.editAfterSupport(rent, { figure: monthly(230_000) })
    expect(facts()?.sums).toMatchObject({ differenceCents: -30_000, rentShare: 1.15, toCheck: 0 })
    await desk.commands.deleteAfterSupport(rent)
    expect(facts()?.sums.differenceCents).toBe(200_000)
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(facts()?.sums.differenceCents).toBe(50_000)
  })

  it('names whom to call by the contact as it is now, and says where it is gone', async () => {
    const { desk, of } = await group('2026-06-01')
    const ops = [createOp(contact, 'office', { name: 'Cedar', phone: '416-555-0100' })]
    await desk.store.commit({ command: 'test', ops })
    await desk.commands.addWhomToCall({ sponsorship: of, contact: 'office', about: 'Rent' })
    await desk.commands.addWhomToCall({ sponsorship: of, contact: 'nobody', about: 'Income' })
    const said = () => whomTheyCall(desk.live, of).map(each => [each.about, each.contact?.phone ?? null])
    expect(said()).toEqual([
      ['Rent', '416-555-0100'],
      ['Income', null],
    ])
    const change = [{ op: 'set', id: 'office', field: 'phone', value: '416-555-0199' } as const]
    await desk.store.commit({ command: 'test', ops: change })
    expect(said()[0]).toEqual(['Rent', '416-555-0199'])
    await desk.commands.deleteWhomToCall(whomTheyCall(desk.live, of)[0]?.id ?? '')
    expect(said()).toEqual([['Income', null]])
    await desk.commands.gate.undo()
    expect(said()).toHaveLength(2)
  })

  it('says of the demo household what each unit got in the last whole month, by its own clock', async () => {
    const today = '2026-11-23'
    const desk = await openDesk({ today })
    const ops = demoHousehold({ today, now: 1_795_000_000_000, memberId: 'robin', language: 'en' })
    expect((await desk.store.commit({ command: 'demo', ops })).ok).toBe(true)
    const units = monthThirteen(desk.live, today)?.units ?? []
    expect(units.map(each => [each.label, each.ends, each.now?.month])).toEqual([
      ['U1', '2027-07-08', '2026-10'],
      ['U2', '2027-08-31', '2026-10'],
      // Turns 18 during support: a unit of its own, which nothing was paid to yet.
      ['C1', '2027-07-08', undefined],
    ])
    expect(units[0]?.now?.cashCents).toBeGreaterThan(0)
  })
})
