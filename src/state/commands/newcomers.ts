/** Commands on what only Care knows of a person. The record is made by the first thing that is written. */
import { personPrivate, personPrivateId } from '#domain/person-private.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { type CommandResult, setOps } from './gate.ts'
import { putRecord } from './record-writes.ts'
import type { CommandTools } from './tools.ts'

export type PersonPrivateFields = Omit<FieldsOf<typeof personPrivate>, 'person'>

export interface NewcomerCommands {
  /** Only what differs is written, so that what somebody else changed meanwhile stays. */
  editPersonPrivate(person: RecordId, fields: PersonPrivateFields): Promise<CommandResult>
}

export function createNewcomerCommands(tools: CommandTools): NewcomerCommands {
  const { gate, live } = tools
  return {
    async editPersonPrivate(person, fields) {
      const id = personPrivateId(person)
      const known = live.get(personPrivate, id)
      const now = known ?? personPrivate.defaults
      const changed: Partial<PersonPrivateFields> = Object.fromEntries(
        Object.entries(fields).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name as keyof PersonPrivateFields]),
        ),
      )
      if (Object.keys(changed).length === 0) return { ok: false, problem: { kind: 'nothing-to-do' } }
      return gate.run(
        'editPersonPrivate',
        known
          ? setOps(personPrivate, id, changed)
          : putRecord(tools, { kind: personPrivate.kind, id, fields: { ...fields, person } }),
      )
    },
  }
}
