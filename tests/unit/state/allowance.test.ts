/** The start-up sheet over a set-up group: gifts in kind beside money, an arrival that changes, people who come later. */
import { describe, expect, it } from 'vitest'
import { account } from '#domain/account.ts'
import { supportUnit } from '#domain/household.ts'
import { line } from '#domain/line.ts'
import { arrival } from '#domain/sponsorship.ts'
import { allowanceOf } from '#state/allowance.ts'
import { yearlyReportOf } from '#state/overview.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'
import { reached, setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'
const FAMILY = { adults: 2, childrenUnder6: 0, children6to17: 1, together: [[0, 1]] }
const lineOf = (desk: Desk, key: string) => desk.live.records(line).find(each => each.key === key)?.id ?? ''

async function give(
  desk: Desk,
  key: string,
  type: 'expense' | 'in-kind',
  cents: number,
  unit: string | null = null,
) {
  const done = await desk.commands.recordEntry({
    type,
    account: type === 'expense' ? (desk.live.records(account)[0]?.id ?? '') : null,
    date: '2025-10-05',
    money: {
      cents,
      splits: [{ line: lineOf(desk, key), cents, countsAs: null, unit, covers: null }],
      toAccount: null,
    },
  })
  expect(done.ok).toBe(true)
}

const rowOf = (desk: Desk, key: string) =>
  allowanceOf(desk.live, TODAY)?.sheet.rows.find(each => each.line.key === key)

describe('the start-up sheet', () => {
  it('is not there before there is a sponsorship', async () => {
    expect(allowanceOf((await openDesk({ today: TODAY })).live, TODAY)).toBeNull()
  })

  it('keeps a gift apart from money, counts it as the report does, and undo takes it out again', async () => {
    const desk = await setUpGroup({ today: TODAY, people: FAMILY })
    await give(desk, 'furniture', 'expense', -80_000)
    expect(rowOf(desk, 'furniture')).toMatchObject({
      official: { cents: 288_000 },
      cashCents: 80_000,
      countedCents: 0,
      stillOwedCents: 208_000,
    })
    await give(desk, 'furniture', 'in-kind', 300_000)
    expect(rowOf(desk, 'furniture')).toMatchObject({
      cashCents: 80_000,
      countedCents: 201_600,
      notCountedCents: 98_400,
      stillOwedCents: 6_400,
    })
    const period = {
      kind: 'calendar',
      year: 2025,
      key: '2025',
      from: '2025-01-01',
      to: '2025-12-31',
    } as const
    const report = yearlyReportOf(desk.live, { audience: 'group', period, preparedOn: TODAY })
    expect(report?.startUp).toMatchObject({ inKindCents: 300_000, countedInKindCents: 201_600 })
    await desk.commands.gate.undo()
    expect(rowOf(desk, 'furniture')).toMatchObject({ inKindCents: 0, stillOwedCents: 208_000 })
  })

  it('asks for the school once or twice as the arrival is moved', async () => {
    const desk = await setUpGroup({ today: TODAY, people: FAMILY })
    expect(rowOf(desk, 'school-start')?.official?.cents).toBe(30_000)
    const [first] = desk.live.records(arrival)
    await desk.store.commit({
      command: 'arrive',
      ops: [{ op: 'set', id: first?.id ?? '', field: 'timing', value: reached('2025-07-02') }],
    })
    expect(rowOf(desk, 'school-start')?.official?.cents).toBe(15_000)
  })

  it('leaves out what was given to people who arrived later', async () => {
    const desk = await setUpGroup({
      today: TODAY,
      people: FAMILY,
      later: [{ adults: 1, childrenUnder6: 0, children6to17: 0, together: [] }],
    })
    const units = desk.live.records(supportUnit).toSorted((a, b) => (a.order < b.order ? -1 : 1))
    await give(desk, 'linens', 'expense', -2_000, units[0]?.id)
    await give(desk, 'linens', 'expense', -9_000, units[1]?.id)
    expect(rowOf(desk, 'linens')).toMatchObject({ official: { cents: 24_000 }, cashCents: 2_000 })
    expect(allowanceOf(desk.live, TODAY)).toMatchObject({ laterPeople: 1, laterCents: 9_000 })
  })
})
