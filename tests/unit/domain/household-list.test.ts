import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PeopleByAge } from '#domain/household.ts'
import { mayHaveValue, secondHandWarning } from '#domain/household-item.ts'
import {
  type ListItem,
  listItemId,
  offeredThings,
  parseHouseholdList,
  quantityFor,
  shippedHouseholdList,
} from '#domain/household-list.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const people = (adults: number, children6to17 = 0, childrenUnder6 = 0): PeopleByAge => ({
  adults,
  childrenUnder6,
  children6to17,
})
const offered = (of: PeopleByAge) =>
  new Map(offeredThings('s', of, new Map()).map(each => [each.item.key, each.quantity]))

describe('the list of things for a home', () => {
  it('counts for the home, for each person, and for children by their age', () => {
    const alone = offered(people(1))
    expect([alone.get('mattress'), alone.get('sheet-set'), alone.get('sofa'), alone.get('lamp')]).toEqual([
      1, 2, 1, 2,
    ])
    expect(['crib', 'car-seat', 'school-bag'].map(key => alone.get(key))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const family = offered(people(2, 2, 1))
    expect(
      ['mattress', 'sheet-set', 'sofa', 'phone', 'crib', 'school-bag'].map(key => family.get(key)),
    ).toEqual([5, 10, 1, 2, 1, 2])
  })

  it('offers nothing while nobody is in the household', () => {
    expect(offered(people(0)).size).toBe(0)
  })

  it('has a source for every item, and puts each on a standard line', () => {
    const { data } = shippedHouseholdList()
    const lines = new Set(shippedRates().lines.data.lines.map(each => each.key))
    expect(data.items.filter(each => !lines.has(each.line)).map(each => each.key)).toEqual([])
    expect(data.items.filter(each => data.sources[each.source] === undefined)).toEqual([])
    // Read from groups and handbooks: the list as a whole is no official one.
    expect(shippedHouseholdList().source.status).toBe('derived')
  })

  it('says of mattresses, linens, footwear and what is worn on the skin that they should be new', () => {
    const reason = (key: string) =>
      shippedHouseholdList().data.items.find(each => each.key === key)?.newOnly ?? null
    expect(['mattress', 'bath-towel', 'boots', 'shoes', 'underwear', 'socks', 'sofa'].map(reason)).toEqual([
      'mattress',
      'linen',
      'footwear',
      'footwear',
      'personal',
      'personal',
      null,
    ])
  })

  it('tells what is there and what was deleted, by an id that is one on every laptop', () => {
    const known = new Map([
      [listItemId('s', 'sofa'), 'there' as const],
      [listItemId('s', 'kettle'), 'deleted' as const],
    ])
    const states = new Map(offeredThings('s', people(1), known).map(each => [each.item.key, each.state]))
    expect(['sofa', 'kettle', 'pots'].map(key => states.get(key))).toEqual(['there', 'deleted', 'new'])
  })

  it('is refused with the place of what is wrong in it', () => {
    const file = structuredClone(shippedHouseholdList()) as unknown as {
      data: { items: { room: string }[] }
    }
    const [first] = file.data.items
    if (first) first.room = 'cellar'
    expect(parseHouseholdList(file)).toMatchObject({ ok: false, problem: { at: 'data.items.0.room' } })
  })

  it('never offers fewer to a larger household', () => {
    const size = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(
        size,
        size,
        size,
        fc.constantFrom('adults', 'childrenUnder6', 'children6to17'),
        (a, b, c, more) => {
          const some = people(a, b, c)
          const larger = { ...some, [more]: some[more] + 1 }
          const fewer = (item: ListItem) => quantityFor(item, larger) < quantityFor(item, some)
          expect(shippedHouseholdList().data.items.filter(fewer)).toEqual([])
        },
      ),
    )
  })
})

describe('a thing', () => {
  it('is warned about where it is second-hand and should be new', () => {
    expect(secondHandWarning({ newOnly: 'mattress', condition: 'second-hand' })).toBe('mattress')
    expect(secondHandWarning({ newOnly: 'footwear', condition: 'second-hand' })).toBe('footwear')
    expect(secondHandWarning({ newOnly: 'mattress', condition: 'new' })).toBeNull()
    expect(secondHandWarning({ newOnly: 'mattress', condition: '' })).toBeNull()
    expect(secondHandWarning({ newOnly: null, condition: 'second-hand' })).toBeNull()
  })

  it('is worth something in kind only as a gift that is there', () => {
    const worth = (source: 'donated' | 'bought' | 'lent', state: 'pledged' | 'received' | 'delivered') =>
      mayHaveValue({ source, state })
    expect([worth('donated', 'received'), worth('donated', 'delivered')]).toEqual([true, true])
    expect([worth('donated', 'pledged'), worth('lent', 'received'), worth('bought', 'delivered')]).toEqual([
      false,
      false,
      false,
    ])
  })
})
