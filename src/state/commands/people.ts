/** Commands on the group, its members, and what was done for the group file's safety. */
import { GROUP_ID, group } from '#domain/group.ts'
import { member } from '#domain/member.ts'
import { memberCheck } from '#domain/member-check.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { reportNotes } from '#domain/report-record.ts'
import { safetyEvent } from '#domain/safety-event.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

export interface PeopleCommands {
  editGroup(fields: Partial<FieldsOf<typeof group>>): Promise<CommandResult>
  addMember(fields: Partial<FieldsOf<typeof member>>): Promise<CommandResult & { readonly id: RecordId }>
  editMember(id: RecordId, fields: Partial<FieldsOf<typeof member>>): Promise<CommandResult>
  addCheck(fields: FieldsOf<typeof memberCheck>): Promise<CommandResult>
  editCheck(id: RecordId, fields: Partial<FieldsOf<typeof memberCheck>>): Promise<CommandResult>
  deleteCheck(id: RecordId): Promise<CommandResult>
  noteSafety(event: FieldsOf<typeof safetyEvent>['event'], records?: number): Promise<CommandResult>
  /** The notes of one report: created the first time, edited afterwards. */
  saveReportNotes(
    key: { readonly sponsorship: RecordId; readonly from: string; readonly to: string },
    fields: Partial<Omit<FieldsOf<typeof reportNotes>, 'sponsorship' | 'period'>>,
  ): Promise<CommandResult>
}

export function createPeopleCommands({ gate, live, newId, now }: CommandTools): PeopleCommands {
  return {
    editGroup: fields => gate.run('editGroup', setOps(group, GROUP_ID, fields)),
    async addMember(fields) {
      const id = newId()
      return { ...(await gate.run('addMember', [createOp(member, id, fields)])), id }
    },
    editMember: (id, fields) => gate.run('editMember', setOps(member, id, fields)),
    addCheck: fields => gate.run('addCheck', [createOp(memberCheck, newId(), fields)]),
    editCheck: (id, fields) => gate.run('editCheck', setOps(memberCheck, id, fields)),
    deleteCheck: id => gate.run('deleteCheck', [{ op: 'delete', id }]),
    noteSafety: (event, records = 0) =>
      gate.run('noteSafety', [createOp(safetyEvent, newId(), { event, at: now(), records })]),
    saveReportNotes({ sponsorship, from, to }, fields) {
      const known = live
        .records(reportNotes)
        .find(each => each.sponsorship === sponsorship && each.period.from === from && each.period.to === to)
      const period = { from, to }
      return gate.run('saveReportNotes', [
        ...(known
          ? setOps(reportNotes, known.id, fields)
          : [createOp(reportNotes, newId(), { ...fields, sponsorship, period })]),
      ])
    },
  }
}
