/** Commands on budget lines and on the minimum entered by hand. */
import { line } from '#domain/line.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { supportMinimum } from '#domain/report-record.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween } from './order.ts'
import type { CommandTools } from './tools.ts'

export type LineFields = FieldsOf<typeof line>

export interface BudgetCommands {
  addLine(fields: Partial<Omit<LineFields, 'order'>>): Promise<CommandResult & { readonly id: RecordId }>
  editLine(id: RecordId, fields: Partial<LineFields>): Promise<CommandResult>
  retireLine(id: RecordId, retired: boolean): Promise<CommandResult>
  enterMinimum(fields: Partial<FieldsOf<typeof supportMinimum>>): Promise<CommandResult>
  editMinimum(id: RecordId, fields: Partial<FieldsOf<typeof supportMinimum>>): Promise<CommandResult>
  deleteMinimum(id: RecordId): Promise<CommandResult>
}

export function createBudgetCommands({ gate, live, newId }: CommandTools): BudgetCommands {
  return {
    async addLine(fields) {
      const id = newId()
      const last = live.records(line).reduce((max, each) => (each.order > max ? each.order : max), '')
      return {
        ...(await gate.run('addLine', [createOp(line, id, { ...fields, order: orderBetween(last, '') })])),
        id,
      }
    },
    editLine: (id, fields) => gate.run('editLine', setOps(line, id, fields)),
    retireLine: (id, retired) => gate.run('retireLine', setOps(line, id, { retired })),
    enterMinimum: fields => gate.run('enterMinimum', [createOp(supportMinimum, newId(), fields)]),
    editMinimum: (id, fields) => gate.run('editMinimum', setOps(supportMinimum, id, fields)),
    deleteMinimum: id => gate.run('deleteMinimum', [{ op: 'delete', id }]),
  }
}
