/**
 * The second copy on this laptop: what start-up reads. Sealed bytes only. It may vanish or be damaged at any time
 * (IndexedDB does both without a word on a full disk), so nothing here is ever the only copy of a change.
 *
 * Strict durability: without it Chromium issues no fsync at all for acknowledged transactions.
 */
import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie'

export interface StoredRecord {
  /** In the order taken; also the measure of what a snapshot covers. */
  readonly n: number
  readonly bytes: Uint8Array
}

export interface StoredPage {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Small unsealed figures and pointers: counts and names of pages, never content. */
export type StoredMark =
  | {
      readonly name: 'cursor'
      /** Records in the log when this was written: equal at the next opening, the copies are taken to agree. */
      readonly logRecords: number
      readonly records: number
      /** Damaged places of the log that were already looked at and healed as far as they could be. */
      readonly damaged: number
    }
  | { readonly name: 'snapshot-current' | 'snapshot-before'; readonly manifest: string }

export interface StoreDatabase {
  readonly dexie: Dexie
  readonly records: EntityTable<StoredRecord, 'n'>
  readonly pages: Table<StoredPage, string>
  readonly marks: Table<StoredMark, string>
}

/** `options` lets tests give their own IndexedDB. */
export function createDatabase(vaultId: string, options: DexieOptions = {}): StoreDatabase {
  const dexie = new Dexie(`porchlight-${vaultId}`, { chromeTransactionDurability: 'strict', ...options })
  dexie.version(1).stores({ records: '++n', pages: 'name', marks: 'name' })
  return {
    dexie,
    records: dexie.table('records'),
    pages: dexie.table('pages'),
    marks: dexie.table('marks'),
  }
}

/** Opens it, or begins an empty one where it cannot be opened. False: it was begun anew. */
export async function openDatabase({ dexie }: StoreDatabase): Promise<boolean> {
  try {
    await dexie.open()
    return true
  } catch {
    dexie.close()
    await dexie.delete()
    await dexie.open()
    return false
  }
}
