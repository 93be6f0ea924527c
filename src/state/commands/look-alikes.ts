/** Settles whether two entries are one payment, each way in one change. */
import { entry } from '#domain/entry.ts'
import { type LookAlike, mergedFields, twoPayments } from '#domain/look-alike.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { err } from '#domain/result.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

export interface LookAlikeCommands {
  /** The first stays with what both say and the bank's rows of both; the second goes to the trash. */
  mergePayments(first: RecordId, second: RecordId): Promise<CommandResult>
  /** They are never asked about again. */
  keepBothPayments(first: RecordId, second: RecordId): Promise<CommandResult>
}

export function createLookAlikeCommands({ gate, live, newId }: CommandTools): LookAlikeCommands {
  return {
    async mergePayments(firstId, secondId) {
      const [first, second] = [live.get(entry, firstId), live.get(entry, secondId)]
      if (!first || !second) return err({ kind: 'nothing-to-do' })
      const pair: LookAlike = { first, second }
      const paidBack = live.records(entry).filter(each => each.settledBy === secondId)
      return gate.run('mergePayments', [
        ...setOps(entry, firstId, mergedFields(pair)),
        ...paidBack.flatMap(each => setOps(entry, each.id, { settledBy: firstId })),
        { op: 'delete', id: secondId },
      ])
    },
    keepBothPayments: (first, second) =>
      gate.run('keepBothPayments', [createOp(twoPayments, newId(), { first, second })]),
  }
}
