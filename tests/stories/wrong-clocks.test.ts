/** A laptop whose clock is wrong: said to its owner, and never a reason to prefer a change. */
import { describe, expect, it } from 'vitest'
import { clockDoubts } from '#store/clock-doubt.ts'
import { Laptop } from '../support/store/laptop.ts'

const MINUTE = 60_000
const doubts = (laptop: Laptop) =>
  clockDoubts(laptop.ledger.engine, laptop.device, laptop.now).map(each => [
    each.device,
    each.aheadMs / MINUTE,
  ])

const meet = (...laptops: Laptop[]) => {
  for (const one of laptops) for (const other of laptops) if (one !== other) one.receive(other.outbox)
}

describe('clocks that agree', () => {
  it('are not doubted, nor are those less than ten minutes apart', () => {
    const amina = new Laptop('Amina')
    const joe = new Laptop('Joe', { clockOff: -9 })
    amina.creates('entry', 'rent', { amount: 900 })
    meet(amina, joe)
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    expect([doubts(amina), doubts(joe)]).toEqual([[], []])
  })

  it('are not doubted because somebody wrote hours apart without having met', () => {
    const amina = new Laptop('Amina')
    const joe = new Laptop('Joe')
    amina.creates('entry', 'rent', { amount: 900 })
    joe.now += 5 * 60 * MINUTE
    joe.creates('entry', 'phone', { amount: 50 })
    amina.now += 5 * 60 * MINUTE
    meet(amina, joe)
    expect([doubts(amina), doubts(joe)]).toEqual([[], []])
  })
})

describe('Joe’s clock is three hours behind', () => {
  function withJoeBehind() {
    const amina = new Laptop('Amina')
    const joe = new Laptop('Joe', { clockOff: -180 })
    amina.creates('entry', 'rent', { amount: 900 })
    meet(amina, joe)
    return { amina, joe }
  }

  it('Joe is told as soon as something dated after his now arrives', () => {
    const { amina, joe } = withJoeBehind()
    expect(doubts(joe)).toEqual([[amina.device, 180]])
    expect(doubts(amina)).toEqual([])
  })

  it('Amina is told when a change comes that had seen hers and is dated before it', () => {
    const { amina, joe } = withJoeBehind()
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    expect(doubts(amina)).toEqual([[joe.device, -180]])
    expect(amina.value('rent', 'amount')).toBe(950)
  })

  it('it is not said any more a week after the clock was put right', () => {
    const { amina, joe } = withJoeBehind()
    joe.sets('rent', 'amount', 950)
    meet(amina, joe)
    for (const laptop of [amina, joe]) laptop.now += 8 * 24 * 60 * MINUTE
    joe.now += 180 * MINUTE
    expect([doubts(amina), doubts(joe)]).toEqual([[], []])
  })
})
