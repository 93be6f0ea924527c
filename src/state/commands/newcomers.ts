/** Commands on what only Care knows of a person. A record is made by the first thing that is written. */
import { interpreterWishes, interpreterWishesId } from '#domain/interpreter-wishes.ts'
import { newRecord } from '#domain/new-record.ts'
import { personPrivate, personPrivateId } from '#domain/person-private.ts'
import type { FieldsOf, RecordId, RecordKind } from '#domain/record-kind.ts'
import { type CommandResult, setOps } from './gate.ts'
import { putRecord } from './record-writes.ts'
import type { CommandTools } from './tools.ts'

export type PersonPrivateFields = Omit<FieldsOf<typeof personPrivate>, 'person'>
export type InterpreterWishesFields = Omit<FieldsOf<typeof interpreterWishes>, 'person'>

/** Only what differs is written, so that what somebody else changed meanwhile stays. */
export interface NewcomerCommands {
  editPersonPrivate(person: RecordId, fields: PersonPrivateFields): Promise<CommandResult>
  editInterpreterWishes(person: RecordId, fields: InterpreterWishesFields): Promise<CommandResult>
}

export function createNewcomerCommands(tools: CommandTools): NewcomerCommands {
  const { gate, live } = tools

  async function edit<K extends RecordKind>(
    command: string,
    kind: K,
    id: RecordId,
    fields: Partial<FieldsOf<K>>,
  ): Promise<CommandResult> {
    const known = live.get(kind, id)
    const now = new Map<string, unknown>(Object.entries(known ?? kind.defaults))
    const changed = Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name)),
    )
    if (changed.every(([name]) => name === 'person')) return { ok: false, problem: { kind: 'nothing-to-do' } }
    return gate.run(
      command,
      known
        ? setOps(kind, id, Object.fromEntries(changed) as Partial<FieldsOf<K>>)
        : putRecord(tools, newRecord(kind, id, fields)),
    )
  }

  return {
    editPersonPrivate: (person, fields) =>
      edit('editPersonPrivate', personPrivate, personPrivateId(person), { ...fields, person }),
    editInterpreterWishes: (person, fields) =>
      edit('editInterpreterWishes', interpreterWishes, interpreterWishesId(person), { ...fields, person }),
  }
}
