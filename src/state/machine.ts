/** What the composition root hands to the state: how to make each part. Clock and randomness are here, nowhere else. */

import type { Result } from '#domain/result.ts'
import type { Host, RecordLog } from '#host/host.ts'
import type { KindInfo, Store } from '#store/store.ts'
import type { Sealer, Vault } from '#vault/vault.ts'
import type { OpenNotes, OpenStoreProblem } from './session.ts'

export interface VaultHandle extends Vault {
  /** Ends the worker and with it every key. */
  terminate(): void
}

export interface OpenedStore {
  readonly store: Store
  readonly notes: Omit<OpenNotes, 'lostAttachments'>
  /** Every sealed record of both copies, for a sealed copy. */
  sealedRecords(): AsyncIterable<Uint8Array>
}

export interface Machine {
  readonly host: Host
  /** A host that keeps nothing, for the demo household. */
  createMemoryHost(): Host
  createVault(): VaultHandle
  openStore(input: {
    readonly sealer: Sealer
    readonly log: RecordLog
    readonly kinds: readonly KindInfo[]
    /** True for the demo: the second copy is in memory too. */
    readonly inMemory: boolean
    readonly onProgress: (done: number) => void
  }): Promise<Result<OpenedStore, OpenStoreProblem>>
  /** Milliseconds since 1970. */
  now(): number
  /** Today as the person's calendar has it, `YYYY-MM-DD`. */
  today(): string
  random(bytes: number): Uint8Array
}
