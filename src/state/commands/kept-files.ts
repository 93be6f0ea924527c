/** Files that a form adds to a record and takes off it: each is sealed and on the disk before the change that names it. */
import type { AttachedFile } from '#domain/attachment.ts'
import type { Compartment, RecordId } from '#domain/record-kind.ts'
import { ok, type Result } from '#domain/result.ts'
import type { CommitProblem, DraftOp } from '#store/store.ts'
import type { NewAttachment } from '../attachments.ts'
import { orderBetween } from './order.ts'
import type { CommandTools } from './tools.ts'

/** What changes about a record's files, together with its fields. */
export interface PaperChanges {
  readonly added: readonly NewAttachment[]
  readonly removed: readonly RecordId[]
}

export const NO_PAPERS: PaperChanges = { added: [], removed: [] }

/** What every kind that names a file keeps of it. */
export interface KeptFields {
  readonly file: AttachedFile
  readonly name: string
  readonly order: string
  readonly addedOn: string
}

/** `last`: after which they come. On a full disk nothing names what was kept before. */
export async function keptFileOps(
  { today, attachments }: CommandTools,
  compartment: Compartment,
  last: { readonly order: string } | undefined,
  { added, removed }: PaperChanges,
  createOf: (fields: KeptFields) => DraftOp,
): Promise<Result<readonly DraftOp[], CommitProblem>> {
  const ops: DraftOp[] = removed.map(id => ({ op: 'delete', id }))
  let order = last?.order ?? ''
  for (const file of added) {
    const kept = await attachments.keep(compartment, file)
    if (!kept.ok) return kept
    order = orderBetween(order, '')
    ops.push(createOf({ file: kept.value, name: file.name.slice(0, 200), order, addedOn: today() }))
  }
  return ok(ops)
}
