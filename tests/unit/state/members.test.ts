/** Checks of members through the real commands, and what Today says of them. */
import { describe, expect, it } from 'vitest'
import { memberCheck } from '#domain/member-check.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { coverNeeded, memberStandings, membersToRenew } from '#state/members.ts'
import { todayFacts } from '#state/today-facts.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'
import { reached, setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-01-15'
const onToday = (desk: Desk) =>
  todayFacts(desk.live, TODAY, Date.UTC(2026, 0, 15), 0).tasks.find(each => each.kind === 'member-checks')

async function withMember(desk: Desk): Promise<string> {
  return (await desk.commands.addMember({ name: 'Heron' })).id
}
const police = (member: string, doneOn: string) =>
  ({ member, kind: 'police', title: '', doneOn, until: null }) as const

describe('a check', () => {
  it('is added, changed and deleted, each taken back by one undo', async () => {
    const desk = await openDesk({ today: TODAY })
    const before = desk.tables()
    await desk.commands.addCheck(police('m', '2024-03-10'))
    const id = desk.live.records(memberCheck)[0]?.id ?? ''
    await desk.commands.editCheck(id, { doneOn: '2025-03-10' })
    expect(memberStandings(desk.live, TODAY).get('m')?.all[0]?.until).toBe('2028-03-09')
    await desk.commands.deleteCheck(id)
    expect(memberStandings(desk.live, TODAY).get('m')).toBeUndefined()
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(memberStandings(desk.live, TODAY).get('m')?.all[0]?.until).toBe('2027-03-09')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })
})

describe('what a check has to cover', () => {
  it('is nothing without a sponsorship', async () => {
    const desk = await openDesk({ today: TODAY })
    expect(coverNeeded(desk.live, TODAY)).toBeNull()
  })

  it('is support to the end of the latest arrival, and a later one with no date at least its months from today', async () => {
    const desk = await setUpGroup({ today: TODAY })
    // Reached on 27 September 2025, twelve months.
    expect(coverNeeded(desk.live, TODAY)).toEqual({ until: '2026-09-26', certain: true })
    const of = desk.live.records(sponsorship)[0]?.id ?? ''
    await desk.commands.addPeople(of, null, { adults: 1, childrenUnder6: 0, children6to17: 0, together: [] })
    expect(coverNeeded(desk.live, TODAY)).toEqual({ until: '2027-01-14', certain: false })
    const later = desk.live.records(arrival).find(each => each.timing.state === 'unknown')?.id ?? ''
    await desk.commands.editArrival(later, { timing: reached('2026-03-01') })
    expect(coverNeeded(desk.live, TODAY)).toEqual({ until: '2027-02-28', certain: true })
  })

  it('is nothing any more after support', async () => {
    const desk = await setUpGroup({ today: TODAY })
    expect(coverNeeded(desk.live, '2026-09-26')).not.toBeNull()
    expect(coverNeeded(desk.live, '2026-09-27')).toBeNull()
  })
})

describe('Today', () => {
  it('names who has to renew before support ends, and nobody who has left, renewed, or entered nothing', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const heron = await withMember(desk)
    expect(onToday(desk)).toBeUndefined()
    // Counts to 25 September 2026: a day short.
    await desk.commands.addCheck(police(heron, '2023-09-26'))
    expect(membersToRenew(desk.live, TODAY)).toEqual(['Heron'])
    expect(onToday(desk)).toEqual({ kind: 'member-checks', who: ['Heron'] })
    await desk.commands.editMember(heron, { leftAt: 1 })
    expect(onToday(desk)).toBeUndefined()
    await desk.commands.editMember(heron, { leftAt: null })
    await desk.commands.addCheck(police(heron, '2025-10-01'))
    expect(onToday(desk)).toBeUndefined()
  })
})
