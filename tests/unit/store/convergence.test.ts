import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, reportFigures, seed } from '../../support/soak/size.ts'
import { runSchedule } from '../../support/store/schedule.ts'

/** A laptop's share of a long schedule. */
const OPS_A_LAPTOP = 100
const LAPTOPS = 15
const TIMEOUT_MS = count(2, 200) * 60_000

describe('laptops that exchange records in any way', () => {
  it('end equal to the reference, whatever the order, the delay and the duplicates', () => {
    const numRuns = count(60, 3000)
    let ops = 0
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.integer({ min: 2, max: 5 }), (schedule, laptops) => {
        const result = runSchedule(schedule, { laptops, ops: 40 })
        ops += result.ops
        expect(result.ops).toBeGreaterThanOrEqual(40)
      }),
      { seed, numRuns },
    )
    reportFigures({
      kind: 'Schedules of two to five laptops, against the reference model',
      cases: numRuns,
      failures: 0,
      note: `${ops} operations`,
    })
  })

  it(
    'end equal in a whole group of fifteen, through many snapshots and reloads',
    () => {
      const runs = count(2, 200)
      const sum = { ops: 0, deliveries: 0, reloads: 0 }
      for (let run = 0; run < runs; run += 1) {
        const result = runSchedule((seed * 1000 + run) % 2 ** 31, {
          laptops: LAPTOPS,
          ops: LAPTOPS * OPS_A_LAPTOP,
        })
        expect(result.ops).toBeGreaterThanOrEqual(LAPTOPS * OPS_A_LAPTOP)
        sum.ops += result.ops
        sum.deliveries += result.deliveries
        sum.reloads += result.reloads
      }
      reportFigures({
        kind: 'Schedules of fifteen laptops with 100 operations each, against the reference model',
        cases: runs,
        failures: 0,
        note: `${sum.ops} operations, ${sum.deliveries} deliveries, ${sum.reloads} snapshots with reload between them`,
      })
    },
    TIMEOUT_MS,
  )
})
