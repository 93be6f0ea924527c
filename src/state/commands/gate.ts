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
      CommitReceipt & { readonly kept: readonly KeptByOthers[]; readonly takenBack: ChangeId },
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

  /** What was asked for before: two presses of Ctrl+Z take back two changes, also where the first is not done yet. */
  let before: Promise<unknown> = Promise.resolve()
  function afterEarlier<T>(work: () => Promise<T>): Promise<T> {
    const mine = before.then(work)
    before = mine.catch(() => undefined)
    return mine
  }

  async function commit(command: string, ops: readonly DraftOp[]): Promise<CommandResult> {
    const draft: ChangeDraft = { command, ops }
    const result = await store.commit(draft)
    if (result.ok) {
      done.push({ command, change: result.value.change })
      undone.length = 0
    }
    return result
  }

  /** Moves the newest of one list to the other by undoing it. */
  async function takeBack(from: ChangeDraftRef[], to: ChangeDraftRef[]) {
    const last = from.at(-1)
    if (!last) return err({ kind: 'nothing-to-do' } as const)
    const result = await store.undo(last.change)
    if (!result.ok) return result
    from.splice(from.lastIndexOf(last), 1)
    to.push({ command: last.command, change: result.value.change })
    return ok({ ...result.value, takenBack: last.change })
  }

  return {
    run(command, ops) {
      const mine = commit(command, ops)
      const earlier = before
      before = mine.then(
        () => earlier,
        () => earlier,
      )
      return mine
    },
    undo: () => afterEarlier(() => takeBack(done, undone)),
    redo: () => afterEarlier(() => takeBack(undone, done)),
    undoChange: change =>
      afterEarlier(async () => {
        const result = await store.undo(change)
        if (result.ok) {
          const at = done.findIndex(ref => ref.change === change)
          if (at >= 0) done.splice(at, 1)
        }
        return result
      }),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}

interface ChangeDraftRef {
  readonly command: string
  readonly change: ChangeId
}
