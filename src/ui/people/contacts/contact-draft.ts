/** What is typed about a contact, until it is saved. Which key it goes under follows from its category. */
import type { Contact, ContactCategory, HealthContact } from '#domain/contact.ts'
import { contact, contactCategories, healthContact, MOST_SPOKEN } from '#domain/contact.ts'
import type { FieldsOf } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { splitLanguages } from '../household/person-draft.ts'

export const categoryChoices = [...contactCategories, 'health'] as const
export type CategoryChoice = ContactCategory | 'health'

export interface ContactDraft extends Omit<FieldsOf<typeof contact>, 'category' | 'languages'> {
  readonly category: CategoryChoice
  readonly languages: string
}

export type KnownContact =
  | { readonly category: 'health'; readonly of: HealthContact }
  | { readonly category: ContactCategory; readonly of: Contact }

export type ContactProblem = 'nobody' | 'too-many-languages'

export type ContactFields =
  | { readonly kind: 'contact'; readonly fields: FieldsOf<typeof contact> }
  | { readonly kind: 'health'; readonly fields: FieldsOf<typeof healthContact> }

export function contactToDraft(known: KnownContact | null): ContactDraft {
  const { id: _id, deleted: _deleted, ...fields } = known?.of ?? { id: '', deleted: false }
  const all = { ...contact.defaults, ...fields }
  return { ...all, category: known?.category ?? 'landlord', languages: all.languages.join(', ') }
}

export function draftToContact(draft: ContactDraft): Result<ContactFields, readonly ContactProblem[]> {
  const reach = {
    name: draft.name.trim(),
    what: draft.what.trim(),
    organization: draft.organization.trim(),
    phone: draft.phone.trim(),
    email: draft.email.trim(),
    address: draft.address.trim(),
    notes: draft.notes,
  }
  const { category } = draft
  const languages = category === 'interpreter' ? splitLanguages(draft.languages) : []
  const problems: ContactProblem[] = []
  if (reach.name === '' && reach.organization === '') problems.push('nobody')
  if (languages.length > MOST_SPOKEN) problems.push('too-many-languages')
  if (problems.length > 0) return err(problems)
  if (category === 'health') return ok({ kind: 'health', fields: { ...healthContact.defaults, ...reach } })
  const gender = category === 'interpreter' ? draft.gender : 'unsaid'
  return ok({ kind: 'contact', fields: { ...reach, category, languages, gender } })
}
