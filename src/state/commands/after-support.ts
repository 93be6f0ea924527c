/** Commands on what a household will have and pay when support has ended, and whom it can call then. */
import { afterSupportLine } from '#domain/after-support.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { whomToCall } from '#domain/whom-to-call.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween } from './order.ts'
import type { CommandTools } from './tools.ts'

export type AfterSupportFields = FieldsOf<typeof afterSupportLine>

export interface AfterSupportCommands {
  /** Each on a line of its own, in one change. */
  addAfterSupport(lines: readonly Partial<AfterSupportFields>[]): Promise<CommandResult>
  editAfterSupport(id: RecordId, fields: Partial<AfterSupportFields>): Promise<CommandResult>
  deleteAfterSupport(id: RecordId): Promise<CommandResult>
  addWhomToCall(fields: Omit<FieldsOf<typeof whomToCall>, 'order'>): Promise<CommandResult>
  deleteWhomToCall(id: RecordId): Promise<CommandResult>
}

export function createAfterSupportCommands({ gate, live, newId }: CommandTools): AfterSupportCommands {
  return {
    addAfterSupport(lines) {
      let order = live
        .records(afterSupportLine)
        .reduce((last, each) => (each.order > last ? each.order : last), '')
      return gate.run(
        'addAfterSupport',
        lines.map(fields => {
          order = orderBetween(order, '')
          return createOp(afterSupportLine, newId(), { ...fields, order })
        }),
      )
    },
    editAfterSupport: (id, fields) => gate.run('editAfterSupport', setOps(afterSupportLine, id, fields)),
    deleteAfterSupport: id => gate.run('deleteAfterSupport', [{ op: 'delete', id }]),
    addWhomToCall(fields) {
      const last = live
        .records(whomToCall)
        .reduce((known, each) => (each.order > known ? each.order : known), '')
      return gate.run('addWhomToCall', [
        createOp(whomToCall, newId(), { ...fields, order: orderBetween(last, '') }),
      ])
    },
    deleteWhomToCall: id => gate.run('deleteWhomToCall', [{ op: 'delete', id }]),
  }
}
