/** Which days of a lease are tasks, reckoned only from what was entered. */
import { describe, expect, it } from 'vitest'
import { firstPart, type Lease, lease, leaseTasks, proratedRent, rentSchedule } from '#domain/lease.ts'

const of = (fields: Partial<Lease>): Lease => ({ ...lease.defaults, id: 'l', deleted: false, ...fields })
const days = (fields: Partial<Lease>) =>
  leaseTasks(of(fields)).map(({ key, due }) => `${key} ${due.kind === 'date' ? due.date : due.kind}`)

const YEAR = { from: '2026-12-01', to: '2027-11-30' }

describe('the key days of a lease', () => {
  it('are notice, sixty days before the last one, and a talk a month before that', () => {
    expect(days({ dates: YEAR, noticeDays: 60 })).toEqual([
      'lease-notice 2027-10-01',
      'lease-renewal 2027-09-01',
    ])
  })

  it('have no notice while its period is not known, and no talk where the lease goes on by itself', () => {
    expect(days({ dates: YEAR })).toEqual(['lease-renewal 2027-10-31'])
    expect(days({ dates: YEAR, noticeDays: 60, atEnd: 'goes-on' })).toEqual(['lease-notice 2027-10-01'])
    expect(days({ dates: YEAR, noticeDays: 0, atEnd: 'ends' })[0]).toBe('lease-notice 2027-11-30')
  })

  it('are none from month to month, except for the insurance, two weeks before it runs out', () => {
    expect(days({ dates: { from: '2026-12-01', to: null }, noticeDays: 60 })).toEqual([])
    expect(
      days({ dates: { from: '2026-12-01', to: null }, insurance: { with: 'Co-op', paidTo: '2027-11-30' } }),
    ).toEqual(['lease-insurance 2027-11-16'])
  })
})

describe('the part of a month that a lease begins with', () => {
  const part = (from: string, dueDay = 1, to: string | null = null) => firstPart({ from, to }, dueDay)

  it('is the rest of its month, and none where it begins with a month or with the day of the rent', () => {
    expect(part('2026-12-15')).toEqual({ from: '2026-12-15', to: '2026-12-31', days: 17, of: 31 })
    expect(part('2028-02-10')).toMatchObject({ days: 20, of: 29 })
    expect(part('2026-11-30')).toMatchObject({ days: 1, of: 30 })
    expect(part('2026-12-15', 1, '2026-12-20')).toMatchObject({ to: '2026-12-20', days: 6, of: 31 })
    expect(part('2026-12-01')).toBeNull()
    expect(part('2026-12-01', 5)).toBeNull()
    expect(part('2026-12-15', 15)).toBeNull()
    // Rent that is due on the 31st is due on the 28th of February.
    expect(part('2027-02-28', 31)).toBeNull()
  })

  // Worked by hand: 1,450 × 17 ÷ 31 = 795.161…, 1,200 × 20 ÷ 29 = 827.586…, 1,450 ÷ 30 = 48.333…, 999.99 × 15 ÷ 30 = 499.995
  it.each([
    [145_000, 17, 31, 79_516],
    [120_000, 20, 29, 82_759],
    [145_000, 1, 30, 4_833],
    [99_999, 15, 30, 50_000],
  ])('of %i for %i of %i days comes to %i', (rent, days, of, cents) => {
    expect(proratedRent(rent, { days, of })).toBe(cents)
  })

  it('moves the first rent of a month behind it, and leaves out no month', () => {
    const start = (from: string, dueDay: number, firstMonthCents: number | null) =>
      rentSchedule({
        dates: { from, to: null },
        terms: { rentCents: 145_000, dueDay, depositCents: null, lastMonthCents: null },
        firstMonthCents,
        atEnd: '',
      }).start
    expect(start('2026-12-15', 1, 79_516)).toBe('2027-01-01')
    expect(start('2026-12-15', 1, null)).toBe('2027-01-01')
    expect(start('2026-12-15', 20, 79_516)).toBe('2027-01-20')
    expect(start('2026-12-15', 20, null)).toBe('2026-12-20')
    // What is due on the 28th is January's.
    expect(start('2026-12-15', 28, 79_516)).toBe('2026-12-28')
    expect(start('2026-12-15', 10, 79_516)).toBe('2027-01-10')
  })
})
