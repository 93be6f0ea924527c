/** Which days of a lease are tasks, reckoned only from what was entered. */
import { describe, expect, it } from 'vitest'
import { type Lease, lease, leaseTasks } from '#domain/lease.ts'

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
