/** The store over this laptop's two copies. The demo's second copy is deleted when it closes, and sought out at start. */
import { Dexie } from 'dexie'
import { err, ok } from '#domain/result.ts'
import type { Machine } from '#state/machine.ts'
import type { OpenNotes } from '#state/session.ts'
import { createStore } from '#store/create-store.ts'
import { createDatabase } from '#store/database.ts'
import type { OpenReport } from '#store/open-store.ts'

const DEMO_PREFIX = 'demo-'

export const openStoreHere: Machine['openStore'] = async ({ sealer, log, kinds, inMemory, onProgress }) => {
  if (inMemory) await forgetDemos()
  const database = createDatabase(
    inMemory ? `${DEMO_PREFIX}${sealer.identity.vaultId}` : sealer.identity.vaultId,
  )
  try {
    const store = await createStore({
      sealer,
      log,
      database,
      kinds,
      clock: Date.now,
      random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
      progress: ({ done, of }) => onProgress(of === 0 ? 1 : done / of),
    })
    return ok({
      store: inMemory ? { ...bound(store), close: () => store.close().then(forgetDemos) } : store,
      notes: notesOf(store.report),
      async *sealedRecords() {
        for await (const batch of store.allSealedRecords()) yield* batch
      },
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'QuotaExceededError') return err({ kind: 'disk-full' })
    throw error
  }
}

/** A demo that was left by closing the window leaves sealed bytes without a key; they go at the next one. */
async function forgetDemos(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames())
    if (name.startsWith(`porchlight-${DEMO_PREFIX}`)) await Dexie.delete(name)
}

function notesOf(report: OpenReport): Omit<OpenNotes, 'lostAttachments'> {
  return {
    records: report.records,
    healed: report.healedInLog + report.healedInDatabase,
    damaged: Object.values(report.refused).reduce((sum, count) => sum + count, 0),
    waiting: report.waiting.length + report.incomplete,
    cloneNoticed: report.clones.length > 0,
  }
}

type OpenedStore = Awaited<ReturnType<typeof createStore>>

function bound(
  store: OpenedStore,
): Pick<
  OpenedStore,
  | 'get'
  | 'all'
  | 'trash'
  | 'commit'
  | 'undo'
  | 'history'
  | 'loadHistory'
  | 'changes'
  | 'heads'
  | 'inbox'
  | 'clockDoubts'
  | 'status'
  | 'subscribe'
  | 'settled'
> {
  return {
    get: id => store.get(id),
    all: kind => store.all(kind),
    trash: kind => store.trash(kind),
    commit: draft => store.commit(draft),
    undo: change => store.undo(change),
    history: (id, field) => store.history(id, field),
    loadHistory: () => store.loadHistory(),
    changes: limit => store.changes(limit),
    heads: () => store.heads(),
    inbox: () => store.inbox(),
    clockDoubts: () => store.clockDoubts(),
    status: () => store.status(),
    subscribe: listener => store.subscribe(listener),
    settled: () => store.settled(),
  }
}
