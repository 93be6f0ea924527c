/** What is typed about a contact, read into a record of the kind that its category asks for. */
import { describe, expect, it } from 'vitest'
import { contact, healthContact } from '#domain/contact.ts'
import { type ContactDraft, contactToDraft, draftToContact } from '#ui/people/contacts/contact-draft.ts'

const empty = contactToDraft(null)
const read = (change: Partial<ContactDraft>) => draftToContact({ ...empty, ...change })

describe('the form of a contact', () => {
  it('needs a name or an organization', () => {
    expect(read({ name: ' ', organization: '' })).toEqual({ ok: false, problem: ['nobody'] })
    expect(read({ organization: 'Elm Street School' }).ok).toBe(true)
  })

  it('makes one of health a record of Care, which has no field that the other does', () => {
    const made = read({ category: 'health', name: ' Dr. Osei ', languages: 'Dari', gender: 'woman' })
    expect(made).toEqual({
      ok: true,
      value: { kind: 'health', fields: { ...healthContact.defaults, name: 'Dr. Osei' } },
    })
  })

  it('keeps languages and gender of an interpreter only', () => {
    const spoken = { name: 'Rowan', languages: 'Dari, Hazaragi', gender: 'woman' } as const
    expect(read({ ...spoken, category: 'interpreter' })).toMatchObject({
      value: { kind: 'contact', fields: { languages: ['Dari', 'Hazaragi'], gender: 'woman' } },
    })
    expect(read({ ...spoken, category: 'school' })).toMatchObject({
      value: { fields: { languages: [], gender: 'unsaid' } },
    })
    const many = Array.from({ length: 21 }, (_, i) => `language ${i}`).join()
    expect(read({ ...spoken, category: 'interpreter', languages: many })).toEqual({
      ok: false,
      problem: ['too-many-languages'],
    })
  })

  it('gives back what is stored', () => {
    const fields = {
      ...contact.defaults,
      category: 'interpreter',
      name: 'Rowan',
      languages: ['Dari'],
    } as const
    const of = { ...fields, languages: [...fields.languages], id: 'c', deleted: false }
    expect(draftToContact(contactToDraft({ category: 'interpreter', of }))).toEqual({
      ok: true,
      value: { kind: 'contact', fields },
    })
  })
})
