import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runSchedule } from '../../support/store/schedule.ts'

const seed = Number(process.env['SOAK_SEED'] ?? 20_260_101)
const numRuns = Number(process.env['SOAK_RUNS'] ?? 60)

describe('laptops that exchange records in any way', () => {
  it('end equal to the reference, whatever the order, the delay and the duplicates', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.integer({ min: 2, max: 5 }), (schedule, laptops) => {
        expect(runSchedule(schedule, { laptops, ops: 40 }).ops).toBeGreaterThanOrEqual(40)
      }),
      { seed, numRuns },
    )
  })
})
