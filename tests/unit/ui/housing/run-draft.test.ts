import { describe, expect, it } from 'vitest'
import { type HouseholdItem, householdItem } from '#domain/household-item.ts'
import type { RunHere } from '#state/household-list.ts'
import {
  draftToRun,
  runToDraft,
  thingsToFetch,
  withStop,
  withStopChanged,
  withStopMoved,
} from '#ui/housing/runs/run-draft.ts'
import { draftToThing, thingToDraft } from '#ui/housing/things/thing-draft.ts'

const thing = (id: string, more: Partial<HouseholdItem> = {}): HouseholdItem => ({
  ...householdItem.defaults,
  id,
  deleted: false,
  ...more,
})
const stop = (id: string, kind: 'pick-up' | 'drop-off', items: readonly HouseholdItem[] = []) => ({
  stop: { id, deleted: false, run: 'run', kind, place: ` ${id} street `, contact: '', note: '', order: id },
  items,
})
const sofa = thing('sofa', { stop: 'a' })
const run: RunHere = {
  run: { id: 'run', deleted: false, sponsorship: 's', name: 'Saturday', on: null, driver: null, note: '' },
  stops: [stop('a', 'pick-up', [sofa]), stop('b', 'pick-up'), stop('z', 'drop-off')],
}
const places = (draft: ReturnType<typeof runToDraft>) => draft.stops.map(each => each.place.trim())

describe('the form of a delivery run', () => {
  it('begins with one stop to fetch from and one to bring to; a new stop comes before the last', () => {
    const draft = withStop(runToDraft(null))
    expect(draft.stops.map(each => each.kind)).toEqual(['pick-up', 'pick-up', 'drop-off'])
    expect(new Set(draft.stops.map(each => each.key)).size).toBe(3)
  })

  it('moves a stop earlier and later, and no further than the ends', () => {
    const draft = runToDraft(run)
    expect(places(withStopMoved(draft, 1, -1))).toEqual(['b street', 'a street', 'z street'])
    expect(places(withStopMoved(draft, 0, -1))).toEqual(places(draft))
    expect(places(withStopMoved(draft, 2, 1))).toEqual(places(draft))
  })

  it('picks a thing up at one stop: ticked at another, it goes from the first', () => {
    const draft = runToDraft(run)
    const second = draft.stops[1]
    if (!second) throw new Error('expected a second stop')
    const changed = withStopChanged(draft, 1, { ...second, items: ['sofa'] })
    expect(changed.stops.map(each => each.items)).toEqual([[], ['sofa'], []])
  })

  it('offers what is not home yet and no other run fetches', () => {
    const all = [
      sofa,
      thing('kettle'),
      thing('pots', { state: 'delivered' }),
      thing('lamp', { stop: 'of another run' }),
    ]
    expect(thingsToFetch(all, run).map(each => each.id)).toEqual(['sofa', 'kettle'])
    expect(thingsToFetch(all, null).map(each => each.id)).toEqual(['kettle'])
  })

  it('gives the stops in their order, trimmed, each with its id', () => {
    expect(draftToRun(runToDraft(run)).stops.map(({ id, place, items }) => [id, place, items])).toEqual([
      ['a', 'a street', ['sofa']],
      ['b', 'b street', []],
      ['z', 'z street', []],
    ])
  })
})

describe('the form of a thing', () => {
  const gift = thing('sofa', { source: 'donated', state: 'received' })

  it('gives only what differs, and leaves the value alone where it was not touched', () => {
    const worth = { cents: 45_000, basis: 'Shop' }
    const draft = thingToDraft(gift, worth)
    expect(draftToThing(draft, gift, worth)).toEqual({ fields: {}, value: undefined })
    expect(draftToThing({ ...draft, quantity: 2, cents: 30_000 }, gift, worth)).toEqual({
      fields: { quantity: 2 },
      value: { cents: 30_000, basis: 'Shop' },
    })
    expect(draftToThing({ ...draft, cents: null }, gift, worth).value).toBeNull()
  })

  it('gives no value to what is no gift', () => {
    const draft = thingToDraft(gift, { cents: 45_000, basis: '' })
    expect(draftToThing({ ...draft, source: 'lent' }, gift, { cents: 45_000, basis: '' })).toEqual({
      fields: { source: 'lent' },
      value: null,
    })
  })
})
