/** The command on papers that go to a landlord. */
import { type HomePaperKey, homePaper, homePaperId } from '#domain/home-paper.ts'
import { newRecord } from '#domain/new-record.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import type { CommandResult } from './gate.ts'
import { putRecord } from './record-writes.ts'
import type { CommandTools } from './tools.ts'

export type HomePaperEdit = Omit<FieldsOf<typeof homePaper>, 'home' | 'key'> & { readonly key: HomePaperKey }

export interface HomePaperCommands {
  /** Only those that were changed; others may be sending the rest at the same time. */
  saveHomePapers(of: RecordId, edits: readonly HomePaperEdit[]): Promise<CommandResult>
}

export const createHomePaperCommands = (tools: CommandTools): HomePaperCommands => ({
  saveHomePapers: (of, edits) =>
    tools.gate.run(
      'saveHomePapers',
      edits.flatMap(edit =>
        putRecord(tools, newRecord(homePaper, homePaperId(of, edit.key), { home: of, ...edit })),
      ),
    ),
})
