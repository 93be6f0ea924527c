/** What is typed about a member, until it is saved. */
import { type AvailableTime, inOrder } from '#domain/availability.ts'
import { type Member, type MemberRole, member, memberRoles } from '#domain/member.ts'
import type { FieldsOf } from '#domain/record-kind.ts'

export interface MemberDraft {
  readonly name: string
  readonly phone: string
  readonly roles: readonly MemberRole[]
  readonly paperOnly: boolean
  readonly available: readonly AvailableTime[]
  readonly availableNote: string
  readonly hasLeft: boolean
}

export function memberToDraft(known: Member | null): MemberDraft {
  const { name, phone, roles, paperOnly, available, availableNote, leftAt } = known ?? member.defaults
  return { name, phone, roles, paperOnly, available, availableNote, hasLeft: leftAt !== null }
}

/** Null: the name is missing. `now`: milliseconds, for somebody who has left since. */
export function draftToMember(
  draft: MemberDraft,
  known: Pick<Member, 'leftAt'> | null,
  now: number,
): FieldsOf<typeof member> | null {
  const name = draft.name.trim()
  if (name === '') return null
  const roles = memberRoles.filter(role => draft.roles.includes(role))
  return {
    name,
    phone: draft.phone.trim(),
    roles: roles.length > 0 ? roles : ['member'],
    paperOnly: draft.paperOnly,
    available: inOrder(draft.available),
    availableNote: draft.availableNote.trim(),
    leftAt: draft.hasLeft ? (known?.leftAt ?? now) : null,
  }
}
