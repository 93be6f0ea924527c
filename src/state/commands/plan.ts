/** Commands on the plan as a whole: the settlement plan that is added, an arrival that moves, who is away when. */
import { absence } from '#domain/absence.ts'
import type { Json } from '#domain/json.ts'
import { jsonEquals } from '#domain/json.ts'
import type { PlanItem } from '#domain/plan-item.ts'
import { applyReanchoring, type Choices, type ReanchoringPreview } from '#domain/reanchoring.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { err } from '#domain/result.ts'
import { savedFilter } from '#domain/saved-filter.ts'
import { settlementTasks } from '#domain/settlement-plan.ts'
import { arrival } from '#domain/sponsorship.ts'
import { task } from '#domain/task.ts'
import { offeredPlan, settlementChoice } from '../plan.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

export interface PlanCommands {
  /** Items of the settlement plan by their keys, for one arrival, in one change; what is there is left alone. */
  seedPlan(arrival: RecordId, keys: ReadonlySet<string>): Promise<CommandResult>
  /** What the preview showed, in one change. Where something was changed since, nothing is done. */
  moveArrival(preview: ReanchoringPreview<PlanItem>, choices: Choices): Promise<CommandResult>
  addAbsence(fields: FieldsOf<typeof absence>): Promise<CommandResult>
  editAbsence(id: RecordId, fields: Partial<FieldsOf<typeof absence>>): Promise<CommandResult>
  deleteAbsence(id: RecordId): Promise<CommandResult>
  saveFilter(fields: FieldsOf<typeof savedFilter>): Promise<CommandResult>
  deleteFilter(id: RecordId): Promise<CommandResult>
}

export function createPlanCommands({ gate, live, newId }: CommandTools): PlanCommands {
  const storedValue = (kind: string, id: RecordId, field: string): unknown => {
    const record = kind === arrival.kind ? live.get(arrival, id) : live.get(task, id)
    return record && new Map<string, unknown>(Object.entries(record)).get(field)
  }
  return {
    async seedPlan(to, keys) {
      const choice = settlementChoice(live, to)
      if (!choice) return err({ kind: 'unknown-record', id: to })
      const { create, restore } = settlementTasks(offeredPlan(live, to), keys, choice)
      return gate.run('seedPlan', [
        ...create.map(each => ({ op: 'create', ...each }) as const),
        ...restore.map(id => ({ op: 'restore', id }) as const),
      ])
    },
    async moveArrival(preview, choices) {
      const writes = applyReanchoring(preview, choices)
      const isAsShown = writes.every(({ kind, id, field, was }) =>
        jsonEquals(storedValue(kind, id, field) as Json | undefined, was),
      )
      if (!isAsShown) return err({ kind: 'nothing-to-do' })
      return gate.run(
        'moveArrival',
        writes.map(({ id, field, value }) => ({ op: 'set', id, field, value }) as const),
      )
    },
    addAbsence: fields => gate.run('addAbsence', [createOp(absence, newId(), fields)]),
    editAbsence: (id, fields) => gate.run('editAbsence', setOps(absence, id, fields)),
    deleteAbsence: id => gate.run('deleteAbsence', [{ op: 'delete', id }]),
    saveFilter: fields => gate.run('saveFilter', [createOp(savedFilter, newId(), fields)]),
    deleteFilter: id => gate.run('deleteFilter', [{ op: 'delete', id }]),
  }
}
