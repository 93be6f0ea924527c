/**
 * Whom a household can call when support has ended, and about what: contacts of the group that are put on its page.
 * Contacts of health are Care's and are not among them.
 */
import { orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const whomToCall = defineKind({
  kind: 'whom-to-call',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    contact: recordId,
    /** "Rent", "Social assistance". */
    about: shortText,
    order: orderKey,
  },
  defaults: { sponsorship: '', contact: '', about: '', order: '' },
})
export type WhomToCall = RecordOf<typeof whomToCall>
