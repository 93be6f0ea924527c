/** Viewings through the real commands: booked, walked through, photographed, each taken back whole by one undo. */
import { describe, expect, it } from 'vitest'
import { appointment, slot } from '#domain/appointment.ts'
import { attachmentKinds, homePhoto } from '#domain/attachment.ts'
import { homeCheck } from '#domain/home-check.ts'
import type { AppointmentDraft } from '#state/commands/appointments.ts'
import { homesHere } from '#state/housing.ts'
import type { KeptPaper } from '#state/paper-batch.ts'
import { bookedViewing, checksOf, photosOf } from '#state/viewings.ts'
import { type Desk, give, openDesk } from '../../support/state/desk.ts'
import { setUpGroup } from '../../support/state/set-up-group.ts'

const TODAY = '2026-11-23'

const VIEWING: AppointmentDraft = {
  fields: {
    kind: 'home',
    title: 'Viewing',
    time: { start: '2026-11-25T10:30', end: '2026-11-25T11:15', zone: 'America/Toronto', allDay: false },
    place: '12 Elm',
    attending: [],
    members: [],
    preparation: '',
    travelMinutes: 0,
    blocksWholeDay: false,
    repeat: null,
  },
  slots: [
    { id: null, role: 'driver', filledBy: null, note: '' },
    { id: null, role: 'interpreter', filledBy: { kind: 'member', id: 'heron' }, note: '' },
  ],
  care: null,
}

/** As `keepBatch` gives it. */
const photo = (name: string): KeptPaper => ({
  name,
  file: { hash: 'ab'.repeat(32), bytes: 1000, type: 'image/jpeg' },
})

async function withHome(): Promise<{ readonly desk: Desk; readonly id: string }> {
  const desk = await setUpGroup({ today: TODAY })
  return { desk, id: (await desk.commands.addHome({ name: 'Elm' })).id }
}
const viewingOf = (desk: Desk) => {
  const [here] = homesHere(desk.live, TODAY)
  return here ? bookedViewing(desk.live, here.home) : null
}

describe('a viewing', () => {
  it('is an appointment with places to fill, booked from its home and taken back with it', async () => {
    const { desk, id } = await withHome()
    const before = desk.tables()
    expect(viewingOf(desk)).toBeNull()
    await desk.commands.bookViewing(id, VIEWING)
    expect(desk.live.records(appointment)).toMatchObject([{ kind: 'home', title: 'Viewing' }])
    expect(desk.live.records(slot)).toHaveLength(2)
    expect(viewingOf(desk)).toMatchObject({ occurrence: { time: { start: '2026-11-25T10:30' } }, open: 1 })
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('is none any more once its appointment is deleted', async () => {
    const { desk, id } = await withHome()
    await desk.commands.bookViewing(id, VIEWING)
    await desk.commands.deleteAppointment(desk.live.records(appointment)[0]?.id ?? '')
    expect(viewingOf(desk)).toBeNull()
  })
})

describe('the list of a viewing', () => {
  it('keeps what two members answer apart, one record a question', async () => {
    const { desk: amina, id } = await withHome()
    const joe = await openDesk({ device: 'joe', today: TODAY })
    await give(amina, joe)
    await amina.commands.saveHomeChecks(id, [
      { key: 'heat', answer: 'good', note: '' },
      { key: 'mould', answer: 'bad', note: 'bathroom' },
    ])
    await joe.commands.saveHomeChecks(id, [{ key: 'heat', answer: 'good', note: 'radiators' }])
    await give(amina, joe)
    await give(joe, amina)
    expect(amina.live.records(homeCheck)).toHaveLength(2)
    for (const desk of [amina, joe]) expect(checksOf(desk.live, id).get('mould')?.note).toBe('bathroom')
  })

  it('is empty again where an answer is taken away, and as it was after an undo', async () => {
    const { desk, id } = await withHome()
    await desk.commands.saveHomeChecks(id, [{ key: 'locks', answer: 'bad', note: '' }])
    const before = desk.tables()
    await desk.commands.saveHomeChecks(id, [{ key: 'locks', answer: '', note: '' }])
    expect(checksOf(desk.live, id).size).toBe(0)
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })
})

describe('what a viewing left', () => {
  it('goes to the trash with its home and comes back with it', async () => {
    const { desk, id } = await withHome()
    await desk.commands.saveHomeChecks(id, [{ key: 'locks', answer: 'bad', note: '' }])
    await desk.commands.addHomePhotos(id, [photo('kitchen.jpg')])
    const before = desk.tables()
    await desk.commands.deleteHomes([id])
    expect([checksOf(desk.live, id).size, photosOf(desk.live, id).length]).toEqual([0, 0])
    await desk.commands.restoreHomes([id])
    expect(desk.tables()).toBe(before)
  })
})

describe('pictures of a home', () => {
  it('are kept with their home, several at once in one change, and are named while they are', async () => {
    const { desk, id } = await withHome()
    const before = desk.tables()
    await desk.commands.addHomePhotos(id, [photo('kitchen.jpg'), photo('hall.jpg')])
    expect(photosOf(desk.live, id).map(each => each.name)).toEqual(['kitchen.jpg', 'hall.jpg'])
    expect(attachmentKinds).toContain(homePhoto)
    await desk.commands.removeHomePhoto(photosOf(desk.live, id)[0]?.id ?? '')
    expect(photosOf(desk.live, id)).toHaveLength(1)
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('keep the order in which they came, hundreds after hundreds', async () => {
    const { desk, id } = await withHome()
    const names = Array.from({ length: 800 }, (_, i) => `${i}.jpg`)
    for (let at = 0; at < names.length; at += 200) {
      const added = await desk.commands.addHomePhotos(id, names.slice(at, at + 200).map(photo))
      expect(added.ok).toBe(true)
    }
    expect(photosOf(desk.live, id).map(each => each.name)).toEqual(names)
  })
})
