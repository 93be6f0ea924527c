/** A group after set-up, through the real commands: one adult who reached the group on 27 September 2025. */
import { GROUP_ID, group } from '#domain/group.ts'
import type { PeopleCount } from '#domain/household-plan.ts'
import { createOp } from '#state/commands/gate.ts'
import type { SponsorshipAnswers } from '#state/commands/set-up.ts'
import { type Desk, openDesk } from './desk.ts'

export const ONE_ADULT: PeopleCount = { adults: 1, childrenUnder6: 0, children6to17: 0, together: [] }

export const reached = (date: string) =>
  ({ state: 'landed', from: null, to: null, expected: null, landed: date, reached: date }) as const

interface GroupInput {
  readonly today: string
  readonly sponsorship?: SponsorshipAnswers
  readonly people?: PeopleCount
  readonly turns18?: string
  readonly later?: readonly (PeopleCount | null)[]
  readonly expectedRentCents?: number | null
}

export async function setUpGroup(input: GroupInput): Promise<Desk> {
  const desk = await openDesk({ today: input.today })
  const done = [
    await desk.store.commit({ command: 'startGroup', ops: [createOp(group, GROUP_ID, { name: 'Lantern' })] }),
    await desk.commands.setUpSponsorship({
      program: 'sah',
      province: 'ON',
      timing: reached('2025-09-27'),
      ...input.sponsorship,
    }),
    await desk.commands.setUpHousehold('Maple', {
      people: input.people ?? ONE_ADULT,
      turns18: input.turns18 ? { answer: 'known', month: input.turns18 } : { answer: 'no' },
      laterArrivals: input.later ?? [],
    }),
    await desk.commands.setUpMoney({
      account: { name: 'Chequing', type: 'bank', opening: { date: '2025-01-01', cents: 0 } },
      reportingYear: 'calendar',
      expectedRentCents: input.expectedRentCents ?? null,
    }),
  ]
  for (const each of done) if (!each.ok) throw new Error(each.problem.kind)
  return desk
}
