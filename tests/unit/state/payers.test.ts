/** Other payers after set-up: the support table and the budget follow in one change, and undo takes all of it back. */
import { expect, it } from 'vitest'
import { line } from '#domain/line.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { currentPeriod, factsOf } from '#state/overview.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'

it('changes who pays a month, and what follows from it, in one change that undo takes back', async () => {
  const desk = await setUpGroup({ today: TODAY, expectedRentCents: 150_000 })
  const of = currentSponsorship(desk)
  const facts = () => factsOf(desk.live, currentPeriod(desk.live, TODAY), TODAY)
  const rent = () => desk.live.records(line).find(each => each.key === 'rent')?.budget
  const verdicts = () => facts()?.support.rows.map(row => row.verdict)
  const planned = () => facts()?.wholeBudget.find(row => row.line.key === 'rent')?.budgetCents
  expect(rent()).toEqual({ kind: 'monthly', cents: 150_000, from: 1, to: 12 })
  const before = desk.tables()

  const group = 'sponsor' as const
  const government = Array.from({ length: 6 }, () => 'government' as const)
  const payerByMonth = [group, ...government, 'mixed' as const, group]
  expect((await desk.commands.editSponsorship(of?.id ?? '', { payerByMonth })).ok).toBe(true)
  expect(verdicts()).toEqual([
    'not-entered',
    ...government,
    'mixed',
    'not-entered',
    ...['to-come', 'to-come', 'to-come'],
  ])
  expect(planned()).toBe(6 * 150_000)

  expect((await desk.commands.gate.undo()).ok).toBe(true)
  expect(desk.tables()).toBe(before)
})
