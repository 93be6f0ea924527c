/** One device on two laptops, at every point of its life: nothing may be lost and everybody must be told (R7). */
import { deepStrictEqual } from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import { KINDS, Laptop } from '../../support/store/laptop.ts'
import { laptopPicture, referencePicture } from '../../support/store/reference-model.ts'
import { createDice } from '../../support/store/schedule.ts'

type Way = 'both write' | 'a copy put back' | 'three copies' | 'meeting while they write'

/** Returns all laptops after they have met, and the device that was copied. */
function live(point: number, way: Way): { laptops: Laptop[]; device: string } {
  const dice = createDice(point * 31 + way.length)
  const amina = new Laptop('amina')
  const joe = new Laptop('joe')
  const step = (laptop: Laptop, n: number) => {
    const id = `e${dice(5)}`
    if (laptop.ledger.views.get(id) === undefined) laptop.creates('entry', id, { amount: n })
    else laptop.sets(id, 'amount', n)
  }
  amina.creates('entry', 'e0', { amount: -1 })
  for (let n = 0; n < point; n += 1) {
    step(amina, n)
    if (dice(6) === 0) amina.reopens()
    if (dice(3) === 0) joe.receive(amina.outbox)
  }
  const copies = [amina.cloned('two')]
  if (way === 'three copies') copies.push(amina.cloned('three'))
  if (way !== 'a copy put back') amina.reopens()
  const all = [amina, ...copies, joe]
  for (let n = 0; n < 12; n += 1) {
    for (const laptop of [amina, ...copies]) step(laptop, 100 + n)
    if (way === 'meeting while they write') joe.receive(all[dice(3)]?.outbox ?? [])
  }
  for (const laptop of all) for (const other of all) laptop.receive(other.outbox)
  return { laptops: all, device: amina.device }
}

describe('a device id that is used twice', () => {
  for (const way of ['both write', 'a copy put back', 'three copies', 'meeting while they write'] as const)
    it(`loses nothing and is reported on every laptop: ${way}`, () => {
      for (let point = 0; point < 25; point += 1) {
        const { laptops, device } = live(point, way)
        const expected = referencePicture(
          laptops.flatMap(({ outbox }) => outbox),
          KINDS,
        )
        for (const laptop of laptops) {
          deepStrictEqual(laptopPicture(laptop, KINDS), expected, `${way} at ${point}`)
          expect(laptop.ledger.engine.chains.clones()).toEqual([device])
        }
      }
    })
})
