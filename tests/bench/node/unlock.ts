/**
 * Unlocking in Node: the product's store and vault with real sealing, over fake IndexedDB. Prints samples in milliseconds
 * as JSON: opening, listing, reading through the schemas, and `JSON.parse` of the same rows; and heaps after collection.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { entry } from '#domain/entry.ts'
import { allKinds } from '#domain/kinds.ts'
import { createLive } from '#state/live.ts'
import { createStore } from '#store/create-store.ts'
import { createDatabase } from '#store/database.ts'
import { editOps, entryOps, frameOps } from '../../support/bench/money-records.ts'
import { createDisk, createMemoryLog } from '../../support/store/memory-log.ts'
import { foundedVault, systemRandom } from '../../support/vault/fast-vault.ts'

const [records = 100_000, runs = 5] = process.argv.slice(2).map(Number)
const kinds = allKinds.map(({ kind, compartment, keepBoth }) => ({ kind, compartment, keepBoth }))
const { vault } = await foundedVault()
const disk = createDisk()
const indexedDB = new IDBFactory()
let now = 1_750_000_000_000

const open = () =>
  createStore({
    sealer: vault,
    log: createMemoryLog(disk),
    database: createDatabase(vault.identity.vaultId, { indexedDB, IDBKeyRange }),
    kinds,
    clock: () => {
      now += 1000
      return now
    },
    random: systemRandom,
  })

/** Waits for what a closed store leaves to timers, then counts what is still reached. */
const collect = async () => {
  const { gc } = globalThis as { gc?: () => void }
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise(resume => setTimeout(resume, 20))
    gc?.()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

async function seed(): Promise<string> {
  const store = await open()
  const created = entryOps(records)
  const commit = async (ops: Parameters<typeof store.commit>[0]['ops']) => {
    const result = await store.commit({ command: 'importBankFile', ops })
    if (!result.ok) throw new Error(result.problem.kind)
  }
  await commit(frameOps())
  for (let from = 0; from < created.length; from += 5_000) await commit(created.slice(from, from + 5_000))
  await commit(editOps(created))
  await store.settled()
  if (!(await store.snapshot())) throw new Error('no snapshot')
  const rows = JSON.stringify(store.all('entry'))
  await store.close()
  return rows
}

const text = await seed()
const samples = { open: [] as number[], list: [] as number[], typed: [] as number[], parse: [] as number[] }
const heaps = { tables: [] as number[], typed: [] as number[], parsed: [] as number[] }
for (let run = 0; run < runs; run += 1) {
  let before = await collect()
  let start = performance.now()
  const parsed: unknown[] = JSON.parse(text)
  samples.parse.push(performance.now() - start)
  heaps.parsed.push((await collect()) - before)
  if (parsed.length !== records) throw new Error('rows are missing')
  parsed.length = 0
  before = await collect()
  start = performance.now()
  const store = await open()
  samples.open.push(performance.now() - start)
  if (!store.report.fromSnapshot) throw new Error('not opened from the snapshot')
  const listed = store.all('entry')
  samples.list.push(performance.now() - start)
  if (listed.length !== records) throw new Error('records are missing')
  heaps.tables.push((await collect()) - before)
  start = performance.now()
  const live = createLive(store)
  if (live.records(entry).length !== records) throw new Error('records are missing')
  samples.typed.push(performance.now() - start)
  heaps.typed.push((await collect()) - before)
  if (live.records(entry)[0] === undefined || store.all('entry')[0] === undefined) throw new Error('gone')
  live.stop()
  await store.close()
}
console.log(JSON.stringify({ samples, heaps, bytes: text.length }))
