/** People who arrive later have their own twelve months, from set-up or added afterwards. */
import { describe, expect, it } from 'vitest'
import { person, supportUnit } from '#domain/household.ts'
import { hasUnconfirmedPayers } from '#domain/programs.ts'
import { arrival } from '#domain/sponsorship.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { householdUnitsOf } from '#state/household.ts'
import { currentPeriod, factsOf, yearlyReportOf } from '#state/overview.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { todayFacts } from '#state/today-facts.ts'
import type { Desk } from '../../support/state/desk.ts'
import { ONE_ADULT, reached, setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'
const id = (desk: Desk): string => currentSponsorship(desk)?.id ?? ''
const facts = (desk: Desk) => factsOf(desk.live, currentPeriod(desk.live, TODAY), TODAY)
const monthsOf = (desk: Desk, label: string) => {
  const unit = householdUnitsOf(desk.live, id(desk)).find(each => each.label === label)?.id
  return facts(desk)?.support.rows.filter(row => row.unit === unit) ?? []
}
const arrivals = (desk: Desk) => desk.live.records(arrival).toSorted((a, b) => (a.order < b.order ? -1 : 1))

async function arrive(desk: Desk, at: number, date: string): Promise<void> {
  const result = await desk.commands.editArrival(arrivals(desk)[at]?.id ?? '', { timing: reached(date) })
  expect(result.ok).toBe(true)
}

describe('a second arrival', () => {
  it('has no months until it is there, then twelve of its own with its own payers', async () => {
    const payerByMonth = ['sponsor', 'government', 'sponsor'] as const
    const desk = await setUpGroup({
      today: TODAY,
      sponsorship: { program: 'bvor', payerByMonth },
      later: [ONE_ADULT],
    })
    expect(monthsOf(desk, 'U2')).toEqual([])
    await arrive(desk, 1, '2026-03-05')
    const second = monthsOf(desk, 'U2')
    expect(second.map(row => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect([second[0]?.dates.from, second.at(-1)?.dates.to]).toEqual(['2026-03-05', '2027-03-04'])
    expect(second.slice(0, 3).map(row => row.payer)).toEqual(payerByMonth)
    expect(monthsOf(desk, 'U1').at(-1)?.dates.to).toBe('2026-09-26')
    const { clock, laterClocks } = todayFacts(desk.live, TODAY, 1_790_000_000_000, 0)
    expect(clock).toMatchObject({ kind: 'during', number: 9, ends: '2026-09-26' })
    expect(laterClocks).toMatchObject([{ kind: 'during', number: 3, ends: '2027-03-04' }])
  })

  it('can join after set-up, with labels and numbers that go on', async () => {
    const desk = await setUpGroup({ today: TODAY, people: { ...ONE_ADULT, children6to17: 1 } })
    const before = desk.tables()
    await desk.commands.addPeople(id(desk), null, { ...ONE_ADULT, adults: 2, childrenUnder6: 1 })
    expect(arrivals(desk)).toHaveLength(2)
    expect(
      desk.live
        .records(person)
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .map(each => each.label),
    ).toEqual(['A1', 'C1', 'A2', 'C2', 'A3'])
    expect(householdUnitsOf(desk.live, id(desk)).map(each => each.label)).toEqual(['U1', 'U2', 'U3'])
    await arrive(desk, 1, '2026-05-01')
    expect(monthsOf(desk, 'U3')).toHaveLength(12)
    expect(monthsOf(desk, 'U1')[0]?.dates.from).toBe('2025-09-27')
    const period = currentPeriod(desk.live, TODAY)
    const report = yearlyReportOf(desk.live, { audience: 'group', period, preparedOn: TODAY })
    expect(report?.box.people).toEqual({ adults: 3, children: 2, units: 3 })
    expect(report?.support?.rows.filter(row => row.unit === 3)).toHaveLength(8)
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })
})

it('a birth joins the unit of its parents and makes no new one', async () => {
  const desk = await setUpGroup({ today: TODAY })
  const first = arrivals(desk)[0]?.id ?? ''
  await desk.commands.addPeople(id(desk), first, { ...ONE_ADULT, adults: 0, childrenUnder6: 1 })
  expect(desk.live.records(supportUnit)).toHaveLength(1)
  expect(desk.live.records(person).map(each => each.unit)).toEqual(
    Array.from({ length: 2 }, () => desk.live.records(supportUnit)[0]?.id),
  )
  expect(arrivals(desk)).toHaveLength(1)
})

it('payers that no source confirms are said as long as they are the program’s', async () => {
  const { programs } = shippedRates()
  const of = (program: 'rrap' | 'bvor' | 'jas' | 'qc' | 'oyw' | 'unknown', payers = 0) => ({
    program,
    supportMonths: 12,
    payerByMonth: Array.from({ length: 12 }, (_, i) => (i < payers ? 'government' : 'sponsor') as 'sponsor'),
  })
  expect(hasUnconfirmedPayers(programs, of('rrap', 3))).toBe(true)
  expect(hasUnconfirmedPayers(programs, of('rrap', 4))).toBe(false)
  for (const program of ['bvor', 'jas', 'qc', 'oyw', 'unknown'] as const)
    expect(hasUnconfirmedPayers(programs, of(program, 3))).toBe(false)
})
