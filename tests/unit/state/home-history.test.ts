/** What happened to a home, out of the log of two members' laptops: who, what it was before, and why it was not taken. */
import { describe, expect, it } from 'vitest'
import { lease } from '#domain/lease.ts'
import { type HomeChange, homeHistory } from '#state/home-history.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'

const told = (desk: Desk, id: string) =>
  homeHistory(desk, id).map(({ command, wrote, said }) => [
    command,
    Object.fromEntries(wrote.map(({ field, value, before }) => [field, [before, value]])),
    said,
  ])
const terms = (rentCents: number) => ({ rentCents, depositCents: null, lastMonthCents: null })

async function withHome(name = 'Elm') {
  const desk = await setUpGroup({ today: TODAY })
  return { desk, id: (await desk.commands.addHome({ name })).id }
}

describe('the history of a home', () => {
  it('begins with what was known of it, and tells each change with what stood there before', async () => {
    const { desk, id } = await withHome()
    await desk.commands.editHome(id, { terms: terms(150_000), bedrooms: 2 })
    await desk.commands.editHome(id, { terms: terms(145_000) })
    expect(told(desk, id)).toEqual([
      ['editHome', { terms: [terms(150_000), terms(145_000)] }, []],
      [
        'editHome',
        {
          terms: [undefined, terms(150_000)],
          bedrooms: [undefined, 2],
        },
        [],
      ],
      [
        'addHome',
        { name: [undefined, 'Elm'], stage: [undefined, { at: 'lead', since: TODAY, reason: '' }] },
        [],
      ],
    ])
  })

  it('says who did not take it and why, also on the laptop of another member', async () => {
    const amina = await setUpGroup({ today: TODAY })
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    const { id } = await joe.commands.addHome({ name: 'Elm' })
    await give(joe, amina)
    await amina.commands.moveHome(id, 'rejected', 'No heat in two rooms')
    await give(amina, joe)
    for (const desk of [amina, joe]) {
      const [last] = homeHistory(desk, id)
      expect(last).toMatchObject({
        command: 'moveHome',
        wrote: [
          {
            field: 'stage',
            before: { at: 'lead', since: TODAY, reason: '' },
            value: { at: 'rejected', since: TODAY, reason: 'No heat in two rooms' },
          },
        ],
      })
    }
    const devices = (desk: Desk) => homeHistory(desk, id).map((each: HomeChange) => each.device)
    expect(devices(joe)).toEqual(devices(amina))
    expect(new Set(devices(amina)).size).toBe(2)
  })

  it('has what was said with the landlord, as it was written, changed and deleted', async () => {
    const { desk, id } = await withHome()
    const other = (await desk.commands.addHome({ name: 'Oak' })).id
    await desk.commands.logContact(other, { text: 'Not this one' })
    await desk.commands.logContact(id, { text: 'Wants a guarantor' }, { what: 'Ask the parish', on: null })
    const contact = desk.store.all('home-contact').find(each => each.fields['home'] === id)?.id ?? ''
    await desk.commands.editHomeContact(contact, { text: 'Wants two months ahead' })
    await desk.commands.deleteHomeContact(contact)
    expect(told(desk, id).slice(0, 3)).toEqual([
      ['deleteHomeContact', {}, ['Wants two months ahead']],
      ['editHomeContact', {}, ['Wants two months ahead']],
      ['logContact', { next: [undefined, { what: 'Ask the parish', on: null }] }, ['Wants a guarantor']],
    ])
  })

  it('has its answers, pictures, papers and lease, and what was taken back', async () => {
    const { desk, id } = await withHome()
    await desk.commands.saveHomeChecks(id, [{ key: 'mould', answer: 'bad', note: 'bathroom' }])
    const file = { hash: 'ab'.repeat(32), bytes: 1000, type: 'image/jpeg' } as const
    await desk.commands.addHomePhotos(id, [{ name: 'bath.jpg', file }])
    const dates = { from: '2027-01-01', to: null }
    const fields = { ...lease.defaults, dates, terms: { ...lease.defaults.terms, rentCents: 145_000 } }
    await desk.commands.recordLease(id, { fields, money: null, addressChanges: [] })
    await desk.commands.gate.undo()
    expect(homeHistory(desk, id).map(each => each.command)).toEqual([
      'undo',
      'recordLease',
      'addHomePhotos',
      'saveHomeChecks',
      'addHome',
    ])
  })

  it('of a home that nobody knows is empty', async () => {
    const { desk } = await withHome()
    expect(homeHistory(desk, 'nowhere')).toEqual([])
  })
})
