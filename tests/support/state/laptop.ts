/** Whole laptops without screens: the real session, vault, log and store, over disks in memory. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { ok } from '#domain/result.ts'
import { createMemoryHost } from '#host/memory.ts'
import type { Machine } from '#state/machine.ts'
import { createSessionStore } from '#state/session.ts'
import { createSessionActions } from '#state/session-actions.ts'
import { createStore } from '#store/create-store.ts'
import { createDatabase } from '#store/database.ts'
import { fastVault, PASSPHRASE, systemRandom } from '../vault/fast-vault.ts'

export type Laptop = ReturnType<typeof createLaptop>

/** A laptop as the composition root makes one, with disks in memory and hardly any scrypt work. */
export function createLaptop(host = createMemoryHost(), today = () => '2026-09-30') {
  const machine: Machine = {
    host,
    createMemoryHost,
    createVault: () => Object.assign(fastVault(), { terminate: () => undefined }),
    async openStore({ sealer, log, kinds }) {
      const store = await createStore({
        sealer,
        log,
        kinds,
        database: createDatabase(sealer.identity.vaultId, { indexedDB: new IDBFactory(), IDBKeyRange }),
        clock: Date.now,
        random: systemRandom,
      })
      const { records, healedInLog, healedInDatabase, damaged, waiting, clones } = store.report
      const notes = {
        records,
        healed: healedInLog + healedInDatabase,
        damaged,
        waiting: waiting.length,
        cloneNoticed: clones.length > 0,
      }
      async function* sealedRecords() {
        for await (const batch of store.allSealedRecords()) yield* batch
      }
      return ok({ store, notes, sealedRecords })
    },
    now: Date.now,
    today,
    random: systemRandom,
  }
  const session = createSessionStore('en')
  return { host, session, actions: createSessionActions(machine, session) }
}

export async function foundedLaptop() {
  const laptop = createLaptop()
  const started = await laptop.actions.startGroup({
    passphrase: PASSPHRASE,
    name: 'Maple Street',
    nameOnPaper: 'Maple Street',
    myName: 'Amina',
  })
  if (!started.ok) throw new Error(started.problem.kind)
  const paperSecret = laptop.session.getState().paperSecret ?? ''
  await laptop.actions.saveSealedCopy()
  const copy = laptop.host.person.saved[0]?.bytes
  if (copy === undefined) throw new Error('no copy')
  return { ...laptop, copy, paperSecret }
}
