/**
 * People outside the group whom it deals with. A doctor tells of somebody's health, so contacts of health are a kind of
 * their own, sealed with Care; all others, interpreters too, are for everybody who may have to call them. Which it is
 * cannot be changed afterwards: it is another kind of record under another key.
 */
import { z } from 'zod/mini'
import { longText, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const contactCategories = ['landlord', 'interpreter', 'school', 'settlement', 'other'] as const
export type ContactCategory = (typeof contactCategories)[number]

/** Of an interpreter, as they say it themselves: some talks are easier with the one than with the other. */
export const contactGenders = ['unsaid', 'woman', 'man', 'other'] as const
export type ContactGender = (typeof contactGenders)[number]

export const MOST_SPOKEN = 20

const reach = {
  name: shortText,
  /** "Building office", "family doctor". */
  what: shortText,
  organization: shortText,
  phone: shortText,
  email: shortText,
  address: shortText,
  notes: longText,
}
const reachDefaults = { name: '', what: '', organization: '', phone: '', email: '', address: '', notes: '' }

export const contact = defineKind({
  kind: 'contact',
  compartment: 'team',
  fields: {
    ...reach,
    category: z.enum(contactCategories),
    /** What an interpreter speaks, dialects as words of their own: "Dari", "Hazaragi". */
    languages: z.array(shortText).check(z.maxLength(MOST_SPOKEN)),
    gender: z.enum(contactGenders),
  },
  defaults: { ...reachDefaults, category: 'other', languages: [], gender: 'unsaid' },
})
export type Contact = RecordOf<typeof contact>

export const healthContact = defineKind({
  kind: 'health-contact',
  compartment: 'care',
  fields: reach,
  defaults: reachDefaults,
})
export type HealthContact = RecordOf<typeof healthContact>
