/** A household that changes after set-up: through the real commands and the figures that screens and reports show. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { majority, majorityAnswer, person, supportUnit } from '#domain/household.ts'
import { line } from '#domain/line.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { householdUnitsOf } from '#state/household.ts'
import { currentPeriod, factsOf, yearlyReportOf } from '#state/overview.ts'
import { todayFacts } from '#state/today-facts.ts'
import { peopleOf } from '#ui/setup/known-people.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { ONE_ADULT, setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'
const NOW = 1_790_000_000_000

/** An adult and two children of 6 to 17 who reached the group on 27 September 2025; C1 turns 18 in June 2026. */
const setUp = (turns18: string | null = '2026-06'): Promise<Desk> =>
  setUpGroup({
    today: TODAY,
    people: { ...ONE_ADULT, children6to17: 2 },
    ...(turns18 === null ? {} : { turns18 }),
  })

const id = (desk: Desk): string => currentSponsorship(desk)?.id ?? ''
const facts = (desk: Desk) => factsOf(desk.live, currentPeriod(desk.live, TODAY), TODAY)
const labelled = (desk: Desk, label: string): string =>
  desk.live.records(person).find(each => each.label === label)?.id ?? ''
const unitId = (desk: Desk, label: string): string =>
  householdUnitsOf(desk.live, id(desk)).find(each => each.label === label)?.id ?? ''
const months = (desk: Desk, label: string) =>
  facts(desk)
    ?.support.rows.filter(row => row.unit === unitId(desk, label))
    .map(row => row.dates.month)

async function pay(desk: Desk, cents: number, unit: string | null, month: string): Promise<void> {
  const support = desk.live.records(line).find(each => each.key === 'household-support')?.id ?? null
  const covers = { from: month, to: month }
  const done = await desk.commands.recordEntry({
    type: 'expense',
    account: desk.live.records(account)[0]?.id ?? null,
    date: `${month}-02`,
    money: {
      cents: -cents,
      splits: [{ line: support, cents: -cents, countsAs: null, unit, covers }],
      toAccount: null,
    },
  })
  expect(done.ok).toBe(true)
}

const enter = (desk: Desk, unit: string, from: string, to: string, cents: number) =>
  desk.commands.enterMinimum({
    sponsorship: id(desk),
    unit,
    months: { from, to },
    cents,
    source: 'calculator',
  })

describe('somebody who turns 18 during support', () => {
  it('has months of their own in the support table from that month, numbered by the arrival', async () => {
    const desk = await setUp()
    expect(months(desk, 'U1')).toHaveLength(12)
    expect(months(desk, 'C1')).toEqual(['2026-06', '2026-07', '2026-08'])
    expect(facts(desk)?.support.rows.filter(row => row.unit === unitId(desk, 'C1'))[0]?.number).toBe(10)
  })

  it('shares what was paid for the household only from that month', async () => {
    const desk = await setUp('2026-04')
    await pay(desk, 100_000, null, '2026-03')
    await pay(desk, 100_000, null, '2026-04')
    const cash = (label: string, month: string) =>
      facts(desk)?.support.rows.find(row => row.unit === unitId(desk, label) && row.dates.month === month)
        ?.cashCents
    expect([cash('U1', '2026-03'), cash('U1', '2026-04'), cash('C1', '2026-04')]).toEqual([
      100_000, 50_000, 50_000,
    ])
  })

  it('is judged by a minimum of their own, never by one of the others or a computed one', async () => {
    const desk = await setUp('2026-04')
    await enter(desk, unitId(desk, 'U1'), '2025-09', '2026-08', 100_000)
    await pay(desk, 90_000, unitId(desk, 'C1'), '2026-04')
    const april = () =>
      facts(desk)?.support.rows.find(row => row.unit === unitId(desk, 'C1') && row.dates.month === '2026-04')
    expect(april()).toMatchObject({ verdict: 'not-entered', differenceCents: null })
    await enter(desk, unitId(desk, 'C1'), '2026-04', '2026-08', 95_000)
    expect(april()).toMatchObject({ verdict: 'short', differenceCents: -5_000 })
  })

  it('is told on Today a month ahead, until their minimum is entered', async () => {
    const desk = await setUp()
    const told = (day: string) =>
      todayFacts(desk.live, day, NOW, 0).tasks.filter(task => task.kind === 'turns-18')
    expect(told('2026-04-30')).toEqual([])
    expect(told('2026-05-01')).toEqual([{ kind: 'turns-18', who: 'C1', month: '2026-06' }])
    expect(told('2026-06-30')).toHaveLength(1)
    await enter(desk, unitId(desk, 'C1'), '2026-06', '2026-08', 95_000)
    expect(told('2026-05-01')).toEqual([])
  })

  it('counts as an adult and a unit on a report from that month on', async () => {
    const desk = await setUp()
    const box = (preparedOn: string) =>
      yearlyReportOf(desk.live, { audience: 'group', period: currentPeriod(desk.live, TODAY), preparedOn })
        ?.box.people
    expect(box('2026-05-31')).toEqual({ adults: 1, children: 2, units: 1 })
    expect(box('2026-06-01')).toEqual({ adults: 2, children: 1, units: 2 })
  })

  it('makes the budget ask for figures where they are an adult on arrival already', async () => {
    const desk = await setUp('2025-08')
    const asks = desk.commands.previewBudget(null).asks
    expect(asks).toContainEqual({ kind: 'composition', why: 'shares-with-other-units' })
    expect(months(desk, 'C1')).toHaveLength(12)
  })
})

describe('the household after set-up', () => {
  const none = new Map<string, never>()

  it('takes a month of turning 18, moves it, takes it away, and gives each back on undo', async () => {
    const desk = await setUp(null)
    const child = labelled(desk, 'C2')
    const turn = (month: string | null) =>
      desk.commands.editHousehold(id(desk), { units: none, majorities: new Map([[child, month]]) })
    const before = desk.tables()
    expect((await turn('2026-07')).ok).toBe(true)
    expect(months(desk, 'C2')).toEqual(['2026-07', '2026-08'])
    await turn('2026-08')
    expect(months(desk, 'C2')).toEqual(['2026-08'])
    await turn(null)
    expect(months(desk, 'C2')).toEqual([])
    await turn('2026-07')
    expect(months(desk, 'C2')).toEqual(['2026-07', '2026-08'])
    for (let i = 0; i < 4; i += 1) await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('moves somebody to a unit of their own and back; the emptied unit goes, unless money was paid to it', async () => {
    const desk = await setUp(null)
    const move = (to: string) =>
      desk.commands.editHousehold(id(desk), {
        units: new Map([[labelled(desk, 'C1'), to]]),
        majorities: none,
      })
    const before = desk.tables()
    await move('new')
    expect(householdUnitsOf(desk.live, id(desk)).map(each => each.label)).toEqual(['U1', 'U2'])
    await move(unitId(desk, 'U1'))
    expect(householdUnitsOf(desk.live, id(desk)).map(each => each.label)).toEqual(['U1'])
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    await move('new')
    await pay(desk, 30_000, unitId(desk, 'U2'), '2026-02')
    await move(unitId(desk, 'U1'))
    expect(months(desk, 'U2')).toEqual(['2026-02'])
    expect(desk.live.records(supportUnit)).toHaveLength(2)
  })

  it('puts two laptops’ different months for one person into the inbox', async () => {
    const amina = await setUp(null)
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    for (const [desk, month] of [
      [amina, '2026-06'],
      [joe, '2026-07'],
    ] as const)
      await desk.commands.editHousehold(id(amina), {
        units: none,
        majorities: new Map([[labelled(amina, 'C1'), month]]),
      })
    await give(amina, joe)
    await give(joe, amina)
    expect(amina.live.records(majority)).toHaveLength(1)
    expect(amina.store.inbox()).toMatchObject([{ kind: 'majority', field: 'month' }])
    expect(months(amina, 'C1')).toEqual(months(joe, 'C1'))
  })
})

describe('what set-up was told of everybody at once', () => {
  const YOUNG = { ...ONE_ADULT, adults: 1, children6to17: 1 }
  const told = (desk: Desk, answer: 'no' | 'unknown', seniors: 'no' | 'yes' | 'unknown') =>
    desk.commands.setUpHousehold('Maple', {
      people: YOUNG,
      turns18: { answer },
      seniors,
      laterArrivals: [],
    })
  const asked = (desk: Desk) => desk.commands.previewBudget(null).asks.map(each => each.kind)

  it('is not asked again, by the budget or by the questions, until the answer is taken back', async () => {
    const desk = await setUpGroup({ today: TODAY })
    expect((await told(desk, 'unknown', 'unknown')).ok).toBe(true)
    expect(asked(desk)).toEqual(expect.arrayContaining(['turns-18', 'seniors-unknown']))
    expect((await told(desk, 'no', 'no')).ok).toBe(true)
    expect(asked(desk)).not.toContain('turns-18')
    expect(asked(desk)).not.toContain('seniors-unknown')
    expect(peopleOf(desk.live, currentSponsorship(desk))).toMatchObject({ turns18: 'no', seniors: 'no' })
    await desk.commands.gate.undo()
    expect(asked(desk)).toContain('turns-18')
    expect((await told(desk, 'no', 'no')).ok).toBe(true)
    expect(asked(desk)).not.toContain('turns-18')
    expect((await told(desk, 'unknown', 'unknown')).ok).toBe(true)
    expect(asked(desk)).toEqual(expect.arrayContaining(['turns-18', 'seniors-unknown']))
  })

  it('never takes single rates where somebody is 65 or older', async () => {
    const desk = await setUpGroup({ today: TODAY })
    await desk.commands.setUpHousehold('Maple', {
      people: ONE_ADULT,
      turns18: { answer: 'no' },
      seniors: 'yes',
      laterArrivals: [],
    })
    const { asks } = desk.commands.previewBudget(null)
    expect(asks).toContainEqual({ kind: 'composition', why: 'seniors' })
  })

  it('is open again for those who join later', async () => {
    const desk = await setUpGroup({ today: TODAY })
    await told(desk, 'no', 'no')
    await desk.commands.addPeople(id(desk), null, { ...ONE_ADULT, adults: 0, childrenUnder6: 1 })
    expect(asked(desk)).not.toContain('turns-18')
    await desk.commands.addPeople(id(desk), null, { ...ONE_ADULT, children6to17: 1 })
    expect(asked(desk)).toEqual(expect.arrayContaining(['turns-18', 'seniors-unknown']))
  })

  it('of turning 18 is read only where money is read', () => {
    expect([majority.compartment, majorityAnswer.compartment]).toEqual(['money', 'money'])
  })
})
