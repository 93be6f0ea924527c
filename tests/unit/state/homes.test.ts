/** Homes through the real commands: found, moved, not taken, spoken about, deleted, each taken back by one undo. */
import { describe, expect, it } from 'vitest'
import { home, homeContact } from '#domain/home.ts'
import { homesHere, homesToFollow } from '#state/housing.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'

const add = async (desk: Desk, name: string): Promise<string> => {
  const done = await desk.commands.addHome({ name, address: '12 Elm' })
  expect(done.ok).toBe(true)
  return done.id
}
const names = (homes: readonly { readonly home: { readonly name: string } }[]) =>
  homes.map(each => each.home.name)

describe('a home', () => {
  it('is a lead of the sponsorship from the day it was found, and gone again by one undo', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const before = desk.tables()
    await add(desk, 'Elm')
    expect(homesHere(desk.live, TODAY)).toMatchObject([
      {
        home: { name: 'Elm', stage: { at: 'lead', since: TODAY, reason: '' } },
        lastHeard: TODAY,
        stale: null,
      },
    ])
    expect(desk.live.records(home)[0]?.sponsorship).toBe(desk.store.all('sponsorship')[0]?.id)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is moved along the board, keeps why it was not taken, and comes back by undo', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, 'Elm')
    await desk.commands.moveHome(id, 'viewed')
    const before = desk.tables()
    await desk.commands.moveHome(id, 'rejected', 'No heat in two rooms')
    expect(desk.live.get(home, id)?.stage).toEqual({
      at: 'rejected',
      since: TODAY,
      reason: 'No heat in two rooms',
    })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
    const moved = await desk.commands.moveHome(id, 'viewed')
    expect(moved.ok).toBe(false)
    expect(desk.tables()).toBe(before)
  })

  it('goes to the trash with what was said about it, and comes back with it', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, 'Elm')
    const other = await add(desk, 'Oak')
    await desk.commands.logContact(id, { text: 'rang' })
    await desk.commands.logContact(other, { text: 'wrote' })
    const before = desk.tables()
    await desk.commands.deleteHomes([id])
    expect(names(homesHere(desk.live, TODAY))).toEqual(['Oak'])
    expect(desk.live.records(homeContact).map(each => each.text)).toEqual(['wrote'])
    await desk.commands.restoreHomes([id])
    expect(desk.tables()).toBe(before)
    await desk.commands.deleteHomes([id])
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })
})

describe('what was said with a landlord', () => {
  it('is kept with the next step in one change, the newest first', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, 'Elm')
    await desk.commands.logContact(id, { on: '2026-11-10', text: 'first' })
    const before = desk.tables()
    await desk.commands.logContact(id, { text: 'second' }, { what: 'call back', on: '2026-11-24' })
    await desk.commands.logContact(id, { text: 'third' })
    const [here] = homesHere(desk.live, TODAY)
    expect(here?.contacts.map(each => each.text)).toEqual(['third', 'second', 'first'])
    expect(here?.home.next).toEqual({ what: 'call back', on: '2026-11-24' })
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is kept of both members who write at once', async () => {
    const amina = await openDesk({ today: TODAY })
    const joe = await openDesk({ device: 'joe', today: TODAY })
    const id = await add(amina, 'Elm')
    await give(amina, joe)
    await amina.commands.logContact(id, { text: 'hers' })
    await joe.commands.logContact(id, { text: 'his' })
    await give(amina, joe)
    await give(joe, amina)
    const texts = (desk: Desk) => homesHere(desk.live, TODAY)[0]?.contacts.map(each => each.text)
    expect(texts(amina)?.toSorted()).toEqual(['hers', 'his'])
    expect(texts(joe)).toEqual(texts(amina))
  })
})

describe('what Today says of homes', () => {
  it('is the next steps of a week and what is late, then leads that went cold, the coldest first', async () => {
    const desk = await openDesk({ today: '2026-11-01' })
    for (const name of ['cold', 'colder', 'late', 'soon', 'far', 'closed']) await add(desk, name)
    const [cold, , late, soon, far, closed] = homesHere(desk.live, '2026-11-01').map(each => each.home.id)
    await desk.commands.logContact(cold ?? '', { on: '2026-11-16' })
    const next = (on: string) => ({ next: { what: 'call', on } })
    await desk.commands.editHome(late ?? '', next('2026-11-20'))
    await desk.commands.editHome(soon ?? '', next('2026-11-30'))
    await desk.commands.editHome(far ?? '', next('2026-12-01'))
    await desk.commands.editHome(closed ?? '', next('2026-11-24'))
    await desk.commands.moveHome(closed ?? '', 'rejected', 'too far')
    const { steps, stale } = homesToFollow(desk.live, TODAY)
    expect(names(steps)).toEqual(['late', 'soon'])
    expect(names(stale)).toEqual(['colder', 'cold'])
  })
})
