/** Contacts through the real commands, each taken back by one undo; those of health under Care's key. */
import { describe, expect, it } from 'vitest'
import { contact, healthContact } from '#domain/contact.ts'
import { openDesk } from '../../support/state/desk.ts'

describe('a contact', () => {
  it('is added, changed and deleted, each taken back by one undo', async () => {
    const desk = await openDesk()
    const before = desk.tables()
    const { id } = await desk.commands.addGroupContact({ category: 'landlord', name: 'Juniper', phone: '1' })
    await desk.commands.editGroupContact(id, { phone: '416-555-0171' })
    await desk.commands.deleteGroupContact(id)
    expect(desk.live.records(contact)).toEqual([])
    await desk.commands.gate.undo()
    expect(desk.live.get(contact, id)).toMatchObject({ name: 'Juniper', phone: '416-555-0171' })
    await desk.commands.gate.undo()
    expect(desk.live.get(contact, id)?.phone).toBe('1')
    await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })

  it('of health is a record of its own, under Care’s key and nowhere else', async () => {
    expect([contact.compartment, healthContact.compartment]).toEqual(['team', 'care'])
    const desk = await openDesk()
    const before = desk.tables()
    const { id } = await desk.commands.addHealthContact({ name: 'Dr. Osei' })
    await desk.commands.editHealthContact(id, { phone: '416-555-0126' })
    expect(desk.live.records(contact)).toEqual([])
    expect(desk.live.get(healthContact, id)).toMatchObject({ name: 'Dr. Osei', phone: '416-555-0126' })
    await desk.commands.deleteHealthContact(id)
    expect(desk.live.records(healthContact)).toEqual([])
    for (let i = 0; i < 3; i += 1) await desk.commands.gate.undo()
    expect(desk.tables()).toBe(before)
  })
})
