/** For whom a home is looked for and what they have for it, through the real commands and the shipped rates. */
import { describe, expect, it } from 'vitest'
import { type Home, home } from '#domain/home.ts'
import { homeSearch, homeSearchMoney } from '#domain/home-search.ts'
import { homeFigures, searchFacts } from '#state/home-figures.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'
const TORONTO = { community: 'Toronto', communityKey: 'ON-GTA', program: 'sah', province: 'ON' } as const
const COUPLE = { adults: 2, childrenUnder6: 1, children6to17: 0, together: [[0, 1]] }

const facts = (desk: Desk) => searchFacts(desk.live, TODAY)
const flat: Home = {
  ...home.defaults,
  id: 'flat',
  deleted: false,
  terms: { rentCents: 145_000, depositCents: null, lastMonthCents: null },
  utilitiesCents: 8_000,
}

describe('shelter and supplement', () => {
  it('are the rate of the community for one adult alone: 390 and 200 in Toronto', async () => {
    const desk = await setUpGroup({ today: TODAY, sponsorship: TORONTO })
    expect(facts(desk).shelter).toMatchObject({ kind: 'rates', cents: 59_000, from: { status: 'derived' } })
    const { gap, firstMonth } = homeFigures(flat, facts(desk))
    expect(gap).toMatchObject({ costCents: 153_000, gapCents: 94_000 })
    expect(firstMonth.parts.find(each => each.id === 'last-month')).toMatchObject({ cents: 145_000 })
  })

  it('are asked about where the rates do not hold, and taken as entered then', async () => {
    const desk = await setUpGroup({ today: TODAY, sponsorship: TORONTO, people: COUPLE, later: [COUPLE] })
    expect(facts(desk).shelter).toEqual({ kind: 'ask', why: 'shares-with-other-units' })
    expect(homeFigures(flat, facts(desk)).gap).toBeNull()
    const [unit] = facts(desk).units
    await desk.commands.setHomeSearch([unit?.id ?? ''], {})
    // Three people: 697 and 200.
    expect(facts(desk)).toMatchObject({
      shelter: { kind: 'rates', cents: 89_700 },
      people: { adults: 2, children: 1 },
    })
    await desk.commands.setHomeSearch(null, { shelterCents: 100_000 })
    expect(facts(desk).shelter).toEqual({ kind: 'entered', cents: 100_000 })
    expect(facts(desk).people).toEqual({ adults: 2, children: 1 })
  })

  it('are not known for a town without figures, a program of another government, and nobody', async () => {
    const shelter = async (of: Parameters<typeof setUpGroup>[0]['sponsorship']) =>
      facts(await setUpGroup({ today: TODAY, sponsorship: { ...TORONTO, ...of } })).shelter
    expect(await shelter({ community: 'Ottawa', communityKey: 'ON-OTTAWA' })).toEqual({
      kind: 'no-figure',
      why: 'not-known',
    })
    expect(await shelter({ program: 'qc', province: 'QC' })).toEqual({ kind: 'ask', why: 'other-government' })
    expect(await shelter({ seniors: 'yes' })).toEqual({ kind: 'ask', why: 'seniors' })
    expect(facts(await openDesk({ today: TODAY })).shelter).toEqual({ kind: 'ask', why: 'nobody' })
  })
})

describe('what is expected after support', () => {
  it('is kept with the people in one change, and taken back whole', async () => {
    const desk = await setUpGroup({ today: TODAY, sponsorship: TORONTO })
    const before = desk.tables()
    expect(homeFigures(flat, facts(desk)).after).toBeNull()
    const [unit] = facts(desk).units
    await desk.commands.setHomeSearch([unit?.id ?? ''], { incomeCents: 240_000 })
    expect(homeFigures(flat, facts(desk)).after).toMatchObject({ share: 1_530 / 2_400, leftCents: 87_000 })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    await desk.commands.setHomeSearch(null, { incomeCents: 250_000 })
    expect(facts(desk).incomeCents).toBe(250_000)
  })

  it('is one record on every laptop', async () => {
    const amina = await setUpGroup({ today: TODAY, sponsorship: TORONTO })
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    await amina.commands.setHomeSearch([], { incomeCents: 240_000 })
    await joe.commands.setHomeSearch([], { incomeCents: 250_000 })
    await give(amina, joe)
    await give(joe, amina)
    for (const desk of [amina, joe]) {
      expect(desk.live.records(homeSearch)).toHaveLength(1)
      expect(desk.live.records(homeSearchMoney)).toHaveLength(1)
    }
    expect(facts(amina).incomeCents).toBe(facts(joe).incomeCents)
  })
})
