/** Commands on contacts of both kinds. */
import { contact, healthContact } from '#domain/contact.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

export interface ContactCommands {
  addGroupContact(
    fields: Partial<FieldsOf<typeof contact>>,
  ): Promise<CommandResult & { readonly id: RecordId }>
  editGroupContact(id: RecordId, fields: Partial<FieldsOf<typeof contact>>): Promise<CommandResult>
  addHealthContact(
    fields: Partial<FieldsOf<typeof healthContact>>,
  ): Promise<CommandResult & { readonly id: RecordId }>
  editHealthContact(id: RecordId, fields: Partial<FieldsOf<typeof healthContact>>): Promise<CommandResult>
  deleteHealthContact(id: RecordId): Promise<CommandResult>
  /** Places that the contact fills keep the id, and say that it is somebody who is not known here. */
  deleteGroupContact(id: RecordId): Promise<CommandResult>
}

export function createContactCommands({ gate, newId }: CommandTools): ContactCommands {
  return {
    async addGroupContact(fields) {
      const id = newId()
      return { ...(await gate.run('addGroupContact', [createOp(contact, id, fields)])), id }
    },
    editGroupContact: (id, fields) => gate.run('editGroupContact', setOps(contact, id, fields)),
    async addHealthContact(fields) {
      const id = newId()
      return { ...(await gate.run('addHealthContact', [createOp(healthContact, id, fields)])), id }
    },
    editHealthContact: (id, fields) => gate.run('editHealthContact', setOps(healthContact, id, fields)),
    deleteHealthContact: id => gate.run('deleteHealthContact', [{ op: 'delete', id }]),
    deleteGroupContact: id => gate.run('deleteGroupContact', [{ op: 'delete', id }]),
  }
}
