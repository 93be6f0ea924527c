/** A volunteer of the group. Which laptop is whose is bound by control records of the vault, not by this record. */
import { z } from 'zod/mini'
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
  },
  defaults: { name: '', roles: ['member'], paperOnly: false, leftAt: null },
})
export type Member = RecordOf<typeof member>
