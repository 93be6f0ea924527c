/**
 * The store as the product sees it: plain tables in memory while unlocked, one gate for changes, undo, history, trash
 * and the data of the decisions inbox. Generic over records. How changes merge is specified in `change.ts`.
 */
import type { Json } from '#domain/json.ts'
import type { Compartment, RawRecord, RecordId } from '#domain/record-kind.ts'
import type { Result } from '#domain/result.ts'
import type { ClockDoubt } from './clock-doubt.ts'

/** Of a kind, all that the store may know. */
export interface KindInfo {
  readonly kind: string
  readonly compartment: Compartment
  readonly keepBoth: readonly string[]
}

export type ChangeId = string

export type DraftOp =
  | {
      readonly op: 'create'
      readonly kind: string
      readonly id: RecordId
      readonly fields: Readonly<Record<string, Json>>
      /** Which Care compartment (its id), for kinds of Care; the only or newest readable one when absent. */
      readonly care?: string
    }
  | { readonly op: 'set'; readonly id: RecordId; readonly field: string; readonly value: Json }
  | { readonly op: 'unset'; readonly id: RecordId; readonly field: string }
  | { readonly op: 'delete'; readonly id: RecordId }
  | { readonly op: 'restore'; readonly id: RecordId }
  /** Settles a kept pair: writes `value` and replaces every head that this laptop sees. */
  | { readonly op: 'settle'; readonly id: RecordId; readonly field: string; readonly value: Json }

/** One user action. `command` is the verb+noun of the gate (`importBankFile`), never text that a person typed. */
export interface ChangeDraft {
  readonly command: string
  readonly ops: readonly DraftOp[]
}

export type CommitProblem =
  /** The log refused; memory was rolled back, with what was queued behind it. */
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'io'; readonly code: string }
  | { readonly kind: 'unknown-record'; readonly id: RecordId }
  | { readonly kind: 'unknown-kind'; readonly name: string }
  | { readonly kind: 'compartment-sealed'; readonly compartment: Compartment }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'closed' }

export interface CommitReceipt {
  readonly change: ChangeId
  readonly at: number
}

/** What undo could not write back, because somebody has changed it since. */
export interface KeptByOthers {
  readonly id: RecordId
  readonly field: string
}

export interface ChangeSummary {
  readonly change: ChangeId
  readonly at: number
  readonly command: string
  readonly device: string
  /** Its place in the chain of the session that made it. */
  readonly session: string
  readonly seq: number
  readonly records: readonly RecordId[]
  readonly undone: boolean
}

/** How far a session's records are here without a gap. */
export interface ChainHead {
  readonly device: string
  readonly session: string
  readonly seq: number
}

/** One value that a field had, newest first. */
export interface HistoryEntry {
  readonly change: ChangeId
  readonly at: number
  readonly device: string
  readonly command: string
  readonly field: string
  /** `undefined`: the field was unset. */
  readonly value: Json | undefined
  readonly current: boolean
}

/** Two people changed it without knowing of each other (`field`), or one edited what another deleted (`deleted`). */
export interface Decision {
  readonly id: RecordId
  readonly kind: string
  readonly field: string
  readonly values: readonly HistoryEntry[]
}

export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  /** The log has it; the second copy is being put right. */
  | { readonly kind: 'repairing' }
  | { readonly kind: 'refused'; readonly problem: CommitProblem }

export interface Store {
  get(id: RecordId): RawRecord | undefined
  /** Live (not deleted) records of a kind, in order of creation. The array is identical until one of them changes. */
  all(kind: string): readonly RawRecord[]
  trash(kind?: string): readonly RawRecord[]
  /** Memory and listeners see the change at once; the promise settles when the log has it on disk, or refused it. */
  commit(draft: ChangeDraft): Promise<Result<CommitReceipt, CommitProblem>>
  /** A new change that writes back what `change` replaced, where nobody else has changed it since. Redo is undo of the undo. */
  undo(
    change: ChangeId,
  ): Promise<Result<CommitReceipt & { readonly kept: readonly KeptByOthers[] }, CommitProblem>>
  history(id: RecordId, field?: string): readonly HistoryEntry[]
  /** `history` and `changes` reach back to the last snapshot; after this, to the beginning. */
  loadHistory(): Promise<void>
  /** Newest first. */
  changes(limit: number): readonly ChangeSummary[]
  heads(): readonly ChainHead[]
  inbox(): readonly Decision[]
  /** Other laptops whose clocks and this one's are more than ten minutes apart. */
  clockDoubts(): readonly ClockDoubt[]
  status(): SaveStatus
  /** One call a change, with the kinds it touched (empty set: only the status changed). Returns the way to stop. */
  subscribe(listener: (kinds: ReadonlySet<string>) => void): () => void
  /** Resolves when everything committed so far is on disk or refused. */
  settled(): Promise<void>
  close(): Promise<void>
}
