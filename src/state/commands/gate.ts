/**
 * The one gate for what people change. A command checks what it was given, builds one change of typed operations,
 * and commits it; the gate remembers it for undo. Screens never build operations themselves.
 */
import type { Json } from '#domain/json.ts'
import type { FieldsOf, RecordId, RecordKind } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type {
  ChangeDraft,
  ChangeId,
  CommitProblem,
  CommitReceipt,
  DraftOp,
  KeptByOthers,
  Store,
} from '#store/store.ts'

/** A create of a record with the fields that differ from their defaults. */
export function createOp<K extends RecordKind>(kind: K, id: RecordId, fields: Partial<FieldsOf<K>>): DraftOp {
  return { op: 'create', kind: kind.kind, id, fields: fields as unknown as Record<string, Json> }
}

/** Sets of the fields given; the type keeps them to the kind. */
export function setOps<K extends RecordKind>(
  _kind: K,
  id: RecordId,
  fields: Partial<FieldsOf<K>>,
): readonly DraftOp[] {
  return Object.entries(fields).map(([field, value]) => ({ op: 'set', id, field, value: value as Json }))
}

export type CommandResult = Result<CommitReceipt, CommitProblem>

export interface Gate {
  run(command: string, ops: readonly DraftOp[]): Promise<CommandResult>
  /** Takes back the newest change of this window that was not taken back yet. */
  undo(): Promise<
    Result<
      CommitReceipt & { readonly kept: readonly KeptByOthers[]; readonly command: string },
      CommitProblem
    >
  >
  redo(): Promise<CommandResult>
  undoChange(
    change: ChangeId,
  ): Promise<Result<CommitReceipt & { readonly kept: readonly KeptByOthers[] }, CommitProblem>>
  canUndo(): boolean
  canRedo(): boolean
}

export function createGate(store: Pick<Store, 'commit' | 'undo'>): Gate {
  const done: ChangeDraftRef[] = []
  const undone: ChangeDraftRef[] = []

  async function run(command: string, ops: readonly DraftOp[]): Promise<CommandResult> {
    const draft: ChangeDraft = { command, ops }
    const result = await store.commit(draft)
    if (result.ok) {
      done.push({ command, change: result.value.change })
      undone.length = 0
    }
    return result
  }

  return {
    run,
    async undo() {
      const last = done.at(-1)
      if (!last) return err({ kind: 'nothing-to-do' })
      const result = await store.undo(last.change)
      if (!result.ok) return result
      done.splice(done.lastIndexOf(last), 1)
      undone.push({ command: last.command, change: result.value.change })
      return ok({ ...result.value, command: last.command })
    },
    async redo() {
      const last = undone.at(-1)
      if (!last) return err({ kind: 'nothing-to-do' })
      const result = await store.undo(last.change)
      if (!result.ok) return result
      undone.splice(undone.lastIndexOf(last), 1)
      done.push({ command: last.command, change: result.value.change })
      return result
    },
    async undoChange(change) {
      const result = await store.undo(change)
      if (result.ok) {
        const at = done.findIndex(ref => ref.change === change)
        if (at >= 0) done.splice(at, 1)
      }
      return result
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}

interface ChangeDraftRef {
  readonly command: string
  readonly change: ChangeId
}
