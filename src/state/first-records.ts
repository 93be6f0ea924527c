/** What a group begins with: itself, and whoever founds it. */
import { GROUP_ID, group } from '#domain/group.ts'
import { member } from '#domain/member.ts'
import type { ChangeDraft } from '#store/store.ts'
import { createOp } from './commands/gate.ts'

export const firstRecords = (input: {
  readonly name: string
  readonly nameOnPaper: string
  readonly myName: string
  readonly memberId: string
}): ChangeDraft => ({
  command: 'startGroup',
  ops: [
    createOp(group, GROUP_ID, { name: input.name, nameOnPaper: input.nameOnPaper }),
    createOp(member, input.memberId, { name: input.myName, roles: ['coordinator', 'treasurer'] }),
  ],
})
