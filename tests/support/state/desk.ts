/**
 * A member at an open group, without screens: the real commands, live reading and store, over disks in memory and a
 * sealer without crypto. Two desks with one group exchange records through `give`.
 */
import { createHmac } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { allKinds } from '#domain/kinds.ts'
import { ok } from '#domain/result.ts'
import type { Attachments } from '#state/attachments.ts'
import { createGate } from '#state/commands/gate.ts'
import { type Commands, createCommands } from '#state/commands.ts'
import { createNewId } from '#state/ids.ts'
import { createLive, type Live } from '#state/live.ts'
import { createStore } from '#store/create-store.ts'
import { createDatabase } from '#store/database.ts'
import type { OpenStore } from '#store/open-store.ts'
import type { Vault } from '#vault/vault.ts'
import { createDisk, createMemoryLog, type Disk } from '../store/memory-log.ts'
import { createPlainSealer, sha256, VAULT } from '../store/plain-sealer.ts'

export interface Desk {
  readonly store: OpenStore
  readonly live: Live
  readonly commands: Commands
  readonly disk: Disk
  /** All live and deleted fields of every kind, for comparing before and after. */
  tables(): string
}

export interface DeskOptions {
  readonly device?: string
  readonly today?: string
}

/** Nothing is kept: the hash of what would have been is all that a record has of it. */
export const keepNothing: Attachments['keep'] = async (_compartment, { type, bytes }) =>
  ok({ hash: sha256(bytes), bytes: bytes.length, type })

const runs = { count: 0 }

export async function openDesk({ device = 'amina', today = '2026-09-30' }: DeskOptions = {}): Promise<Desk> {
  const disk = createDisk()
  let now = 1_700_000_000_000
  let drawn = 0
  const random = (length: number): Uint8Array => {
    drawn += 1
    return new Uint8Array(Buffer.from(sha256(`${device} ${runs.count} ${drawn}`), 'hex')).subarray(0, length)
  }
  const clock = () => {
    now += 1000
    return now
  }
  const store = await createStore({
    sealer: createPlainSealer(device, runs, ['team', 'money', 'care']),
    log: createMemoryLog(disk, {}),
    database: createDatabase(VAULT, { indexedDB: new IDBFactory(), IDBKeyRange }),
    kinds: allKinds.map(({ kind, compartment, keepBoth }) => ({ kind, compartment, keepBoth })),
    clock,
    random,
  })
  const live = createLive(store)
  const rowIds: Vault['rowIds'] = async (salt, texts) =>
    texts.map(text => createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest('hex').slice(0, 32))
  const commands = createCommands({
    gate: createGate(store),
    live,
    vault: { rowIds, identity: { vaultId: VAULT } } as Vault,
    attachments: { keep: keepNothing },
    newId: createNewId(random),
    random,
    now: clock,
    today: () => today,
  })
  const tables = () =>
    JSON.stringify(
      allKinds.map(({ kind }) => [
        kind,
        [...store.all(kind)].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, fields }) => [id, fields]),
      ]),
    )
  return { store, live, commands, disk, tables }
}

/** Everything that `from` has reaches `to`, as through a shared folder. */
export async function give(from: Desk, to: Desk): Promise<void> {
  await from.store.settled()
  const records: Uint8Array[] = []
  for await (const batch of from.store.allSealedRecords()) records.push(...batch)
  const taken = await to.store.ingest(records)
  if (!taken.ok) throw new Error(taken.problem.kind)
}
