/** Contacts that are taken out: only those of the group, never one that Care keeps. */
import { describe, expect, it } from 'vitest'
import { exportContacts, tellingInContacts } from '#state/contact-export.ts'
import { openDesk } from '../../support/state/desk.ts'

describe('contacts that are taken out', () => {
  it('are those asked for, and none of health even where it is asked for by its id', async () => {
    const desk = await openDesk()
    const landlord = await desk.commands.addGroupContact({ name: 'Alder', phone: '416-555-0118' })
    await desk.commands.addGroupContact({ name: 'Other' })
    const doctor = await desk.commands.addHealthContact({ name: 'Zuquavik', what: 'family doctor' })
    const { name, bytes } = exportContacts(desk.live, { ids: [landlord.id, doctor.id], withNotes: true })
    const text = new TextDecoder().decode(bytes)
    expect(name).toBe('Contacts.vcf')
    expect(text.match(/BEGIN:VCARD/g)).toHaveLength(1)
    expect(text).toContain('FN:Alder')
    expect(text).not.toMatch(/Zuquavik|doctor|Other/)
  })

  it('show the words that tell, those of the notes only where they go along', async () => {
    const desk = await openDesk()
    const { id } = await desk.commands.addGroupContact({
      name: 'Alder',
      notes: 'Met at the Rainbow Railroad.',
    })
    expect(tellingInContacts(desk.live, { ids: [id], withNotes: false })).toEqual([])
    expect(tellingInContacts(desk.live, { ids: [id], withNotes: true }).join(' ')).toMatch(/rainbow/i)
  })
})
