/** Commands on the papers of newcomers: their files are sealed and kept before the change that names them. */
import { documentFile } from '#domain/attachment.ts'
import { personDocument } from '#domain/document.ts'
import { dueOn } from '#domain/due.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { task } from '#domain/task.ts'
import { filesOfDocument } from '../documents.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { keptFileOps, NO_PAPERS, type PaperChanges } from './kept-files.ts'
import { currentSponsorship } from './set-up.ts'
import { nextTaskOrder } from './tasks.ts'
import type { CommandTools } from './tools.ts'

export type DocumentFields = FieldsOf<typeof personDocument>

export interface DocumentCommands {
  /** With its pictures, in one change. `fields.replaces` names the version that it stands in for, which stays. */
  addDocument(
    fields: Partial<DocumentFields>,
    papers?: PaperChanges,
  ): Promise<CommandResult & { readonly id: RecordId }>
  editDocument(id: RecordId, fields: Partial<DocumentFields>, papers?: PaperChanges): Promise<CommandResult>
  /** With its pictures; earlier versions stay and stand for themselves again. */
  deleteDocument(id: RecordId): Promise<CommandResult>
  /**
   * A task about a paper. Everybody in the group reads tasks: its title is handed in by the screen and says neither
   * which paper nor whose name; the paper is linked by id.
   */
  makeDocumentTask(
    id: RecordId,
    task: { readonly title: string; readonly due: string | null },
  ): Promise<CommandResult>
}

export function createDocumentCommands(tools: CommandTools): DocumentCommands {
  const { gate, live, newId } = tools
  return {
    async addDocument(fields, papers = NO_PAPERS) {
      const id = newId()
      const files = await fileOps(tools, id, papers)
      if (!files.ok) return { ...files, id }
      return {
        ...(await gate.run('addDocument', [createOp(personDocument, id, fields), ...files.value])),
        id,
      }
    },
    async editDocument(id, fields, papers = NO_PAPERS) {
      const files = await fileOps(tools, id, papers)
      if (!files.ok) return files
      return gate.run('editDocument', [...setOps(personDocument, id, fields), ...files.value])
    },
    deleteDocument: id =>
      gate.run(
        'deleteDocument',
        [id, ...filesOfDocument(live, id).map(each => each.id)].map(
          each => ({ op: 'delete', id: each }) as const,
        ),
      ),
    makeDocumentTask: (id, { title, due }) =>
      gate.run('makeDocumentTask', [
        createOp(task, newId(), {
          sponsorship: currentSponsorship(tools)?.id ?? null,
          title,
          area: 'papers',
          ...(due === null ? {} : { due: dueOn(due) }),
          links: [{ kind: 'document', id }],
          order: nextTaskOrder(live),
        }),
      ]),
  }
}

const fileOps = (tools: CommandTools, of: RecordId, changes: PaperChanges) =>
  keptFileOps(tools, 'care', filesOfDocument(tools.live, of).at(-1), changes, fields =>
    createOp(documentFile, tools.newId(), { document: of, ...fields }),
  )
