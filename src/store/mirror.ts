/**
 * Keeps the second copy (Dexie) behind the record log. It never holds a person up: what it could not write stays in
 * memory and is tried again; meanwhile the store says that it is repairing.
 */
import type { StoreDatabase } from './database.ts'

export interface CopyCounts {
  logRecords: number
  records: number
  damaged: number
  /** The place of the newest record in the database. */
  lastN: number
}

export interface Mirror {
  /** Records that the log has acknowledged. */
  add(records: readonly Uint8Array[]): void
  readonly isRepairing: boolean
  /** Everything that was added is in the database. */
  readonly isIdle: boolean
  /** Resolves when everything has been tried once. */
  settled(): Promise<void>
  stop(): void
}

export interface MirrorOptions {
  readonly database: StoreDatabase
  readonly counts: CopyCounts
  readonly onChange: () => void
  readonly retryMs?: number
}

export function createMirror({ database, counts, onChange, retryMs = 5_000 }: MirrorOptions): Mirror {
  let queue: Uint8Array[] = []
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let repairing = false
  let stopped = false

  const write = async () => {
    const batch = queue
    queue = []
    const next = {
      logRecords: counts.logRecords + batch.length,
      records: counts.records + batch.length,
      lastN: counts.lastN,
      damaged: counts.damaged,
    }
    try {
      if (!database.dexie.isOpen()) await database.dexie.open()
      await database.dexie.transaction('rw', database.records, database.marks, async () => {
        next.lastN = await database.records.bulkAdd(batch.map(bytes => ({ bytes })))
        await database.marks.put({
          name: 'cursor',
          logRecords: next.logRecords,
          records: next.records,
          damaged: next.damaged,
        })
      })
      Object.assign(counts, next)
      return true
    } catch {
      queue = [...batch, ...queue]
      return false
    }
  }

  const run = async () => {
    let wrote = true
    while (queue.length > 0 && wrote && !stopped) wrote = await write()
    if (!wrote && !stopped) timer = setTimeout(start, retryMs)
    if (repairing !== !wrote) {
      repairing = !wrote
      onChange()
    }
  }

  function start(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (stopped || running !== null) return
    running = run().finally(() => {
      running = null
      if (queue.length > 0 && timer === null && !stopped) start()
    })
  }

  return {
    add(records) {
      queue.push(...records)
      start()
    },
    get isRepairing() {
      return repairing
    },
    get isIdle() {
      return queue.length === 0 && running === null && !repairing
    },
    async settled() {
      while (running !== null) await running
    },
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
