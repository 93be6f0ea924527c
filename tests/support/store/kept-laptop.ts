/**
 * A laptop with disks for tests of keeping: a real store over a log in memory, fake IndexedDB and a sealer without
 * crypto. `reopen` is a lock and unlock, or a crash, on the same disks.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Compartment } from '#domain/record-kind.ts'
import { createStore } from '#store/create-store.ts'
import { createDatabase, type StoreDatabase } from '#store/database.ts'
import type { OpenStore } from '#store/open-store.ts'
import { KINDS } from './laptop.ts'
import { createDisk, createMemoryLog, type Disk, type Faults, type MemoryLog } from './memory-log.ts'
import { createPlainSealer, sha256, VAULT } from './plain-sealer.ts'

export interface KeptLaptop {
  readonly store: OpenStore
  readonly log: MemoryLog
  readonly database: StoreDatabase
}

export class Disks {
  readonly disk: Disk
  indexedDb: IDBFactory
  readonly runs: { count: number }
  readonly device: string
  now = 1_700_000_000_000
  readable: readonly Compartment[] = ['team', 'money', 'care']
  /** Epochs whose keys are here. */
  epochs: readonly string[] | undefined = undefined
  private drawn = 0

  constructor(device = 'amina', disk: Disk = createDisk(), runs = { count: 0 }) {
    this.device = device
    this.disk = disk
    this.runs = runs
    this.indexedDb = new IDBFactory()
  }

  async open(faults: Faults = {}): Promise<KeptLaptop> {
    const log = createMemoryLog(this.disk, faults)
    const database = createDatabase(VAULT, { indexedDB: this.indexedDb, IDBKeyRange })
    const store = await createStore({
      sealer: createPlainSealer(this.device, this.runs, this.readable, this.epochs),
      log,
      database,
      kinds: KINDS,
      clock: () => {
        this.now += 1000
        return this.now
      },
      random: length => {
        this.drawn += 1
        const bytes = Buffer.from(sha256(`${this.device} ${this.runs.count} ${this.drawn}`), 'hex')
        return new Uint8Array(bytes).subarray(0, length)
      },
      retryMs: 1,
    })
    return { store, log, database }
  }

  /** As browsers do on a full disk: the whole database is gone without a word. */
  loseDatabase(): void {
    this.indexedDb = new IDBFactory()
  }
}

export const createEntry = (id: string, amount: number) =>
  ({
    command: 'recordEntry',
    ops: [{ op: 'create', kind: 'entry', id, fields: { amount, name: `payee ${id}` } }],
  }) as const

export const setAmount = (id: string, amount: number) =>
  ({ command: 'editEntry', ops: [{ op: 'set', id, field: 'amount', value: amount }] }) as const
