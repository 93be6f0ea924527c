/** What only Care knows of a person, through the real commands, each taken back by one undo. */
import { describe, expect, it } from 'vitest'
import { person } from '#domain/household.ts'
import { personPrivate, personPrivateId } from '#domain/person-private.ts'
import { namesKnown } from '#state/safe-to-share.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { ONE_ADULT, setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-09-30'
const { person: _person, ...EMPTY } = personPrivate.defaults

const detailsOf = (desk: Desk, id: string) => desk.live.get(personPrivate, personPrivateId(id))

describe('personal details', () => {
  it('are one change, with one undo, and entered again after it', async () => {
    const desk = await openDesk({ today: TODAY })
    const before = desk.tables()
    await desk.commands.editPersonPrivate('p', { ...EMPTY, nameUsed: 'Samira', languages: ['Dari'] })
    expect(detailsOf(desk, 'p')).toMatchObject({ person: 'p', nameUsed: 'Samira', languages: ['Dari'] })
    await desk.commands.gate.undo()
    expect(detailsOf(desk, 'p')).toBeUndefined()
    expect(desk.tables()).toBe(before)
    await desk.commands.editPersonPrivate('p', { ...EMPTY, nameUsed: 'Sami' })
    expect(detailsOf(desk, 'p')).toMatchObject({ nameUsed: 'Sami', languages: [] })
  })

  it('that are not changed are not written, so that two people can add to them at once', async () => {
    const amina = await openDesk({ today: TODAY, device: 'amina' })
    const bao = await openDesk({ today: TODAY, device: 'bao' })
    await amina.commands.editPersonPrivate('p', { ...EMPTY, nameUsed: 'Samira' })
    await give(amina, bao)
    await amina.commands.editPersonPrivate('p', { ...EMPTY, nameUsed: 'Samira', phone: '416-555-0147' })
    await bao.commands.editPersonPrivate('p', { ...EMPTY, nameUsed: 'Samira', born: '1988-02-03' })
    await give(amina, bao)
    await give(bao, amina)
    expect(detailsOf(amina, 'p')).toMatchObject({ phone: '416-555-0147', born: '1988-02-03' })
    expect(bao.tables()).toBe(amina.tables())
    const same = await bao.commands.editPersonPrivate('p', {
      ...EMPTY,
      nameUsed: 'Samira',
      phone: '416-555-0147',
      born: '1988-02-03',
    })
    expect(same).toEqual({ ok: false, problem: { kind: 'nothing-to-do' } })
  })

  it('are Care’s alone', () => {
    expect(personPrivate.compartment).toBe('care')
  })

  it('go with the person when the household is asked about over again', async () => {
    const desk = await setUpGroup({ today: TODAY })
    const id = desk.live.records(person)[0]?.id ?? ''
    await desk.commands.editPersonPrivate(id, { ...EMPTY, nameUsed: 'Samira' })
    await desk.commands.setUpHousehold('Maple', {
      people: ONE_ADULT,
      turns18: { answer: 'no' },
      laterArrivals: [],
    })
    expect(desk.live.records(personPrivate)).toEqual([])
    await desk.commands.gate.undo()
    expect(detailsOf(desk, id)?.nameUsed).toBe('Samira')
  })

  it('give their names to what is looked for before a report leaves', async () => {
    const desk = await openDesk({ today: TODAY })
    await desk.commands.editPersonPrivate('p', { ...EMPTY, legalName: 'Samira Karimi' })
    expect(namesKnown(desk.live).get('samira karimi')).toBe('newcomer')
    expect(namesKnown(desk.live).get('karimi')).toBe('newcomer')
  })
})
