/** A volunteer of the group. Which laptop is whose is bound by control records of the vault, not by this record. */
import { z } from 'zod/mini'
import { availableTimes } from './availability.ts'
import { epochMs, shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const memberRoles = ['coordinator', 'treasurer', 'member'] as const
export type MemberRole = (typeof memberRoles)[number]

export const member = defineKind({
  kind: 'member',
  compartment: 'team',
  fields: {
    /** First name or initials. */
    name: shortText,
    roles: z.array(z.enum(memberRoles)).check(z.maxLength(10)),
    /** Assignable, but without a laptop in the group: served by printed sheets. */
    paperOnly: z.boolean(),
    leftAt: z.nullable(epochMs),
    /** For the others of the group, and for a driver who is late. */
    phone: shortText,
    /** When they can usually be asked; none: nothing was said. */
    available: availableTimes,
    /** What the times do not say: "not in exam weeks". */
    availableNote: shortText,
  },
  defaults: {
    name: '',
    roles: ['member'],
    paperOnly: false,
    leftAt: null,
    phone: '',
    available: [],
    availableNote: '',
  },
})
export type Member = RecordOf<typeof member>
