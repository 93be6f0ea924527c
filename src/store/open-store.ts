/**
 * What opening a group's store takes and gives: its parts, what it reports, and what it can do beyond `Store`.
 */
import type { Result } from '#domain/result.ts'
import type { AppendProblem, RecordLog } from '#host/host.ts'
import type { RefusedReason, Sealer } from '#vault/vault.ts'
import type { StoreDatabase } from './database.ts'
import type { KindInfo, Store } from './store.ts'

export interface StoreParts {
  readonly sealer: Sealer
  readonly log: RecordLog
  readonly database: StoreDatabase
  readonly kinds: readonly KindInfo[]
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (byteLength: number) => Uint8Array
  readonly progress?: (progress: OpenProgress) => void
  /** How long to wait before the second copy is tried again. */
  readonly retryMs?: number
}

export interface OpenProgress {
  readonly step: 'reading' | 'comparing' | 'history'
  readonly done: number
  readonly of: number
}

export interface Gap {
  readonly device: string
  readonly session: string
  readonly from: number
  readonly to: number
}

/** What opening found. Everything here is for people to know; none of it stops them. */
export interface OpenReport {
  /** Sealed records that count, own and others'. */
  readonly records: number
  /** False: everything was read from the records, one by one. */
  readonly fromSnapshot: boolean
  readonly healedInLog: number
  readonly healedInDatabase: number
  readonly databaseRebuilt: boolean
  /** Records of the log that do not open, and of which the database has no better copy. */
  readonly damaged: number
  /** Damaged in both copies, or never whole: what was read and not taken, by reason. */
  readonly refused: Readonly<Partial<Record<RefusedReason, number>>>
  /** Records that others prove to exist and that are not here; later ones of the same chain count all the same. */
  readonly waiting: readonly Gap[]
  /** Changes of which a part is still missing. */
  readonly incomplete: number
  /** Devices that wrote on two laptops at once, or from a copy put back. */
  readonly clones: readonly string[]
  /** Bodies of a newer version of this program. */
  readonly newer: number
  /** Bodies that break the format. */
  readonly malformed: number
}

export interface IngestReport {
  readonly added: number
  readonly duplicates: number
  readonly refused: Readonly<Partial<Record<RefusedReason, number>>>
  readonly waiting: readonly Gap[]
  readonly clones: readonly string[]
}

export interface OpenStore extends Store {
  readonly report: OpenReport
  /** `history`, `changes` and `undo` reach back to the last snapshot; after this, to the beginning. */
  loadHistory(): Promise<void>
  /** Writes a snapshot now; taken by itself when enough has changed. False: it could not, which loses nothing. */
  snapshot(): Promise<boolean>
  /** For a sealed copy: every record of the log, in batches of at most about 1 MiB. */
  allSealedRecords(): AsyncIterable<readonly Uint8Array[]>
  /** Takes sealed records from elsewhere (a copy, a shared folder), in any order, any number of times. */
  ingest(records: readonly Uint8Array[]): Promise<Result<IngestReport, AppendProblem>>
}
