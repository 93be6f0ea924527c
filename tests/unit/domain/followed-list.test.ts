/** What goes along with a list is what a filter of the list would give, whatever is edited, added, taken out or moved. */
import { describe, expect, it } from 'vitest'
import { createFollower } from '#domain/changed-part.ts'
import { createDice } from '../../support/soak/dice.ts'
import { count, diceFor } from '../../support/soak/size.ts'

interface Row {
  readonly id: number
  readonly shows: boolean
}

describe('a list that is gone along with', () => {
  it('equals the filtered list after any edits', () => {
    const dice = createDice(diceFor('followed list')(2 ** 30))
    let lastId = 0
    const made = (): Row => {
      lastId += 1
      return { id: lastId, shows: dice(3) > 0 }
    }
    for (let round = 0; round < count(40, 400); round += 1) {
      const passes = (each: Row) => each.shows
      const follow = createFollower(passes)
      let rows: readonly Row[] = Array.from({ length: dice(300) }, made)
      for (let step = 0; step < 30; step += 1) {
        expect(follow(rows)).toEqual(rows.filter(passes))
        const at = dice(rows.length + 1)
        const edits = [
          () => rows.with(Math.min(at, rows.length - 1), made()),
          () => rows.toSpliced(at, 0, made()),
          () => rows.toSpliced(at, dice(3)),
          () => rows.toSpliced(at, dice(90), ...Array.from({ length: dice(90) }, made)),
          () => {
            const left = rows.toSpliced(at, 1)
            return left.toSpliced(dice(left.length + 1), 0, ...rows.slice(at, at + 1))
          },
        ]
        rows = (rows.length === 0 ? edits[1] : edits[dice(edits.length)])?.() ?? rows
      }
    }
  })

  it('is the very same list while nothing that passes is another', () => {
    const follow = createFollower((each: Row) => each.shows)
    const rows: readonly Row[] = [
      { id: 1, shows: true },
      { id: 2, shows: false },
      { id: 3, shows: true },
    ]
    const before = follow(rows)
    expect(follow(rows.with(1, { id: 4, shows: false }))).toBe(before)
    expect(follow(rows.with(0, { id: 5, shows: true }))).not.toBe(before)
  })
})
