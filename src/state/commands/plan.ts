/** Commands on the plan as a whole: the settlement plan that is added, an arrival that moves, who is away when. */
import { absence } from '#domain/absence.ts'
import type { ClockPreview } from '#domain/clock-change.ts'
import type { Json } from '#domain/json.ts'
import { jsonEquals } from '#domain/json.ts'
import type { PlanItem } from '#domain/plan-item.ts'
import {
  applyReanchoring,
  type Choices,
  type FieldWrite,
  pinsOf,
  type ReanchoringPreview,
} from '#domain/reanchoring.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { err } from '#domain/result.ts'
import { savedFilter } from '#domain/saved-filter.ts'
import { settlementTasks } from '#domain/settlement-plan.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { task } from '#domain/task.ts'
import { offeredPlan, settlementChoice } from '../plan.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { sponsorshipOps } from './set-up.ts'
import type { CommandTools } from './tools.ts'

const clockNames = ['province', 'supportMonths', 'monthKind'] as const

export interface PlanCommands {
  /** Items of the settlement plan by their keys, for one arrival, in one change; what is there is left alone. */
  seedPlan(arrival: RecordId, keys: ReadonlySet<string>): Promise<CommandResult>
  /** What the preview showed, in one change. Where something was changed since, nothing is done. */
  moveArrival(preview: ReanchoringPreview<PlanItem>, choices: Choices): Promise<CommandResult>
  /**
   * The sponsorship as it was entered in the settings, with the dates that its preview holds or lets go, in one change.
   * Where something that was shown has changed since, nothing is done.
   */
  moveSupport(
    preview: ClockPreview<PlanItem>,
    choices: Choices,
    fields: Partial<FieldsOf<typeof sponsorship>>,
  ): Promise<CommandResult>
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
  const isAsShown = ({ kind, id, field, was }: FieldWrite): boolean =>
    jsonEquals(storedValue(kind, id, field) as Json | undefined, was)
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
      if (!writes.every(isAsShown)) return err({ kind: 'nothing-to-do' })
      return gate.run(
        'moveArrival',
        writes.map(({ id, field, value }) => ({ op: 'set', id, field, value }) as const),
      )
    },
    async moveSupport(preview, choices, fields) {
      const { sponsorship: id, from } = preview
      const known = live.get(sponsorship, id)
      const pins = pinsOf(preview, choices)
      const isClock = known !== undefined && clockNames.every(name => known[name] === from[name])
      if (!isClock || !pins.every(isAsShown)) return err({ kind: 'nothing-to-do' })
      return gate.run('moveSupport', [
        ...sponsorshipOps({ live }, id, fields),
        ...pins.map(({ id: of, field, value }) => ({ op: 'set', id: of, field, value }) as const),
      ])
    },
    addAbsence: fields => gate.run('addAbsence', [createOp(absence, newId(), fields)]),
    editAbsence: (id, fields) => gate.run('editAbsence', setOps(absence, id, fields)),
    deleteAbsence: id => gate.run('deleteAbsence', [{ op: 'delete', id }]),
    saveFilter: fields => gate.run('saveFilter', [createOp(savedFilter, newId(), fields)]),
    deleteFilter: id => gate.run('deleteFilter', [{ op: 'delete', id }]),
  }
}
