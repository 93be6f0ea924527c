/** The household list through the real commands: seeded once, worth something in the money, fetched by a run. */
import { describe, expect, it } from 'vitest'
import { entry } from '#domain/entry.ts'
import { householdItem, itemValueId } from '#domain/household-item.ts'
import { line } from '#domain/line.ts'
import { personPrivate } from '#domain/person-private.ts'
import { allowanceOf } from '#state/allowance.ts'
import { createOp } from '#state/commands/gate.ts'
import { giftValueOf, runsHere, thingsHere, thingsOffered } from '#state/household-list.ts'
import { paperHits, typedOnRun } from '#state/paper-hits.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-05-20'
const FAMILY = { adults: 2, childrenUnder6: 0, children6to17: 1, together: [[0, 1]] }
const openFamily = () => setUpGroup({ today: TODAY, people: FAMILY })
const seeded = async (): Promise<Desk> => {
  const desk = await openFamily()
  await desk.commands.seedThings(new Set(['sofa', 'mattress', 'kettle']))
  return desk
}
const thing = (desk: Desk, key: string) => {
  const found = thingsHere(desk.live).find(each => each.seedKey === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
const furniture = (desk: Desk) =>
  allowanceOf(desk.live, TODAY)?.sheet.rows.find(each => each.line.key === 'furniture')
const gift = { state: 'received', source: 'donated' } as const

describe('the start-up list', () => {
  it('is added once, in its order, by size and ages; undo takes all of it back', async () => {
    const desk = await openFamily()
    const before = desk.tables()
    const all = new Set(thingsOffered(desk.live).map(each => each.item.key))
    expect(all.has('school-bag') && !all.has('crib')).toBe(true)
    await desk.commands.seedThings(all)
    expect(thingsHere(desk.live).map(each => each.seedKey)).toEqual([...all])
    expect(thing(desk, 'mattress')).toMatchObject({ quantity: 3, newOnly: 'mattress', state: 'need' })
    expect((await desk.commands.seedThings(all)).ok).toBe(false)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('that two laptops add makes each thing once', async () => {
    const amina = await openFamily()
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    for (const desk of [amina, joe]) await desk.commands.seedThings(new Set(['sofa', 'kettle']))
    await give(amina, joe)
    await give(joe, amina)
    for (const desk of [amina, joe]) expect(desk.live.records(householdItem)).toHaveLength(2)
  })
})

describe('what a gift is worth', () => {
  it('stands on the line of the thing, in kind: it touches no account and no money', async () => {
    const desk = await seeded()
    const before = desk.tables()
    await desk.commands.editThing(thing(desk, 'sofa').id, gift, { cents: 45_000, basis: 'Same model, used' })
    const sofa = thing(desk, 'sofa')
    const target = desk.live.records(line).find(each => each.key === 'furniture')
    expect(giftValueOf(desk.live, sofa.id)).toMatchObject({
      type: 'in-kind',
      account: null,
      date: TODAY,
      item: sofa.id,
      note: 'Same model, used',
      money: { cents: 45_000, splits: [{ line: target?.id, cents: 45_000 }] },
    })
    expect(furniture(desk)).toMatchObject({ cashCents: 0, inKindCents: 45_000, countedCents: 45_000 })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is not written for what is only pledged, lent or bought, and goes when it is no gift after all', async () => {
    const desk = await seeded()
    const sofa = thing(desk, 'sofa').id
    for (const fields of [
      { state: 'pledged', source: 'donated' },
      { state: 'received', source: 'lent' },
      { state: 'delivered', source: 'bought' },
    ] as const) {
      await desk.commands.editThing(sofa, fields, { cents: 45_000, basis: '' })
      expect(desk.live.records(entry)).toEqual([])
    }
    await desk.commands.editThing(sofa, gift, { cents: 45_000, basis: '' })
    await desk.commands.moveThings([sofa], 'delivered')
    expect(furniture(desk)?.inKindCents).toBe(45_000)
    await desk.commands.moveThings([sofa], 'need')
    expect(furniture(desk)?.inKindCents).toBe(0)
    await desk.commands.gate.undo()
    expect(furniture(desk)?.inKindCents).toBe(45_000)
    // Written again later, it is the same entry.
    await desk.commands.moveThings([sofa], 'pledged')
    await desk.commands.editThing(sofa, gift, { cents: 30_000, basis: '' })
    expect(desk.live.records(entry).map(each => [each.id, each.money.cents])).toEqual([
      [itemValueId(sofa), 30_000],
    ])
  })

  it('moves with the thing to another line, and into the trash and back with it', async () => {
    const desk = await seeded()
    const sofa = thing(desk, 'sofa').id
    await desk.commands.editThing(sofa, gift, { cents: 45_000, basis: '' })
    await desk.commands.editThing(sofa, { line: 'linens' })
    expect(furniture(desk)?.inKindCents).toBe(0)
    await desk.commands.editThing(sofa, { line: 'furniture' })
    await desk.commands.deleteThings([sofa])
    expect(furniture(desk)?.inKindCents).toBe(0)
    await desk.commands.restoreThings([sofa])
    expect(furniture(desk)?.inKindCents).toBe(45_000)
  })
})

describe('a delivery run', () => {
  const stop = (place: string, items: readonly string[], id: string | null = null) =>
    ({ id, kind: 'pick-up', place, contact: '', note: '', items }) as const
  const fields = { name: 'Saturday', on: '2026-05-23', driver: null, note: '' }

  it('has its stops in the order given, each with its things, and is finished in one step', async () => {
    const desk = await seeded()
    const [sofa, kettle] = [thing(desk, 'sofa').id, thing(desk, 'kettle').id]
    await desk.commands.addRun({ fields, stops: [stop('12 Elm', [sofa]), stop('4 Oak', [kettle])] })
    const told = () =>
      runsHere(desk.live)[0]?.stops.map(each => `${each.stop.place}: ${each.items.map(one => one.seedKey)}`)
    expect(told()).toEqual(['12 Elm: sofa', '4 Oak: kettle'])
    const [run] = runsHere(desk.live)
    const [first, second] = run?.stops ?? []
    if (!run || !first || !second) throw new Error('expected a run with two stops')
    const before = desk.tables()
    await desk.commands.editRun(run.run.id, {
      fields,
      stops: [stop('4 Oak', [kettle, sofa], second.stop.id), stop('9 Ash', [])],
    })
    expect(told()).toEqual(['4 Oak: sofa,kettle', '9 Ash: '])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    await desk.commands.finishRun(run.run.id)
    expect([thing(desk, 'sofa').state, thing(desk, 'mattress').state]).toEqual(['delivered', 'need'])
    await desk.commands.deleteRun(run.run.id)
    expect(thing(desk, 'sofa').stop).toBeNull()
    expect(runsHere(desk.live)).toEqual([])
  })
})

describe('the sheet of a run', () => {
  it('is looked through for whom it would name, and not for the places that it is made of', async () => {
    const desk = await seeded()
    await desk.store.commit({
      command: 'name',
      ops: [createOp(personPrivate, 'private-1', { person: 'p', nameUsed: 'Zerehannah' })],
    })
    const stop = (note: string) =>
      ({
        id: null,
        kind: 'drop-off',
        place: '12 Maple Street',
        contact: '416-555-0136',
        note,
        items: [],
      }) as const
    const fields = { name: 'Saturday', on: null, driver: null, note: '' }
    await desk.commands.addRun({ fields, stops: [stop('Ask for Zerehannah')] })
    await desk.commands.addRun({ fields, stops: [stop('Ring twice')] })
    const { id } = await desk.commands.addThing({ name: 'Sofa', delivery: 'For Zerehannah, two people' })
    await desk.commands.addRun({ fields, stops: [{ ...stop(''), items: [id] }] })
    const told = runsHere(desk.live).map(each =>
      paperHits(desk.live, typedOnRun(each)).map(({ hit }) => hit.text),
    )
    expect(told.toSorted((a, b) => a.length - b.length)).toEqual([[], ['Zerehannah'], ['Zerehannah']])
  })
})
