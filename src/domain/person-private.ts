/**
 * What only those who look after a person may know of them; lists, search, reports and paper go by the code label of
 * `person` alone. The two share an id and nothing else. Nothing here asks why somebody fled, from where, or for whom they
 * care, and nothing is worked out from what is here.
 */
import { z } from 'zod/mini'
import { isoDate, longText, recordId, shortText } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'

export const interpreterNeeds = ['unknown', 'needed', 'sometimes', 'not-needed'] as const
export type InterpreterNeed = (typeof interpreterNeeds)[number]

export const MAX_LANGUAGES = 10

export const personPrivate = defineKind({
  kind: 'person-private',
  compartment: 'care',
  fields: {
    person: recordId,
    /** What the person wants to be called. */
    nameUsed: shortText,
    /** As it stands on papers. */
    legalName: shortText,
    /** In the script of the person's own language. */
    scriptName: shortText,
    /** Only as the person says them. */
    pronouns: shortText,
    born: z.nullable(isoDate),
    /** The best one first, in the group's own words: "Dari", "some English". */
    languages: z.array(shortText).check(z.maxLength(MAX_LANGUAGES)),
    interpreter: z.enum(interpreterNeeds),
    phone: shortText,
    email: shortText,
    /** What has to be known in a hurry: allergies, food, medicine. */
    health: longText,
    notes: longText,
  },
  defaults: {
    person: '',
    nameUsed: '',
    legalName: '',
    scriptName: '',
    pronouns: '',
    born: null,
    languages: [],
    interpreter: 'unknown',
    phone: '',
    email: '',
    health: '',
    notes: '',
  },
})
export type PersonPrivate = RecordOf<typeof personPrivate>

/** One a person on every laptop, so that two who enter it at once write to one record. */
export const personPrivateId = (person: RecordId): RecordId => `${person}.care`

/** All that names the person, for what must be kept from leaving the group. */
export const namesOfPerson = (of: PersonPrivate): readonly string[] =>
  [of.nameUsed, of.legalName, of.scriptName].filter(name => name.trim() !== '')
