/** Papers of an entry: files that are sealed and kept before the change that names them is written. */
import { type ReceiptFile, receiptFile } from '#domain/attachment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { entry } from '#domain/entry.ts'
import { groupedBy } from '#domain/grouped.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { NewAttachment } from '../attachments.ts'
import type { Live } from '../live.ts'
import { proposeReceiptNumber } from '../receipts.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { keptFileOps, type PaperChanges } from './kept-files.ts'
import type { CommandTools } from './tools.ts'

export interface PaperCommands {
  /** Files for an entry that is there; it has its paper from then on, with the next number where it had none. */
  attachPapers(entryId: RecordId, files: readonly NewAttachment[]): Promise<CommandResult>
  removePaper(id: RecordId): Promise<CommandResult>
}

export function createPaperCommands(tools: CommandTools): PaperCommands {
  const { gate, live } = tools
  return {
    async attachPapers(entryId, files) {
      const of = live.get(entry, entryId)
      const ops = await paperOps(tools, entryId, { added: files, removed: [] })
      if (!ops.ok) return ops
      const has =
        of === undefined || of.receipt === 'have'
          ? []
          : setOps(entry, entryId, {
              receipt: 'have',
              ...(of.receiptNumber === '' ? { receiptNumber: proposeReceiptNumber(live, of.date) } : {}),
            })
      return gate.run('attachPapers', [...ops.value, ...has])
    },
    removePaper: id => gate.run('removePaper', [{ op: 'delete', id }]),
  }
}

/** Of an entry's papers. */
export const paperOps = (tools: CommandTools, entryId: RecordId, changes: PaperChanges) =>
  keptFileOps(tools, 'money', papersOf(tools.live, entryId).at(-1), changes, fields =>
    createOp(receiptFile, tools.newId(), { entry: entryId, ...fields }),
  )

type PapersByEntry = ReadonlyMap<RecordId, readonly ReceiptFile[]>

const papersByEntry = (live: Live): PapersByEntry =>
  live.derive('papers by entry', [receiptFile], () =>
    groupedBy(live.records(receiptFile).toSorted(byOrder), each => each.entry),
  )

const NONE: readonly ReceiptFile[] = []

/** In their order. The same list while none of all papers changed. */
export const papersOf = (live: Live, entryId: RecordId): readonly ReceiptFile[] =>
  papersByEntry(live).get(entryId) ?? NONE
