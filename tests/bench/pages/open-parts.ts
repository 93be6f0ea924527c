/** The product's own parts in a bench page: the browser host, the vault in its worker, the store over Dexie and OPFS. */
import { allKinds } from '#domain/kinds.ts'
import { createBrowserHost } from '#host/browser/browser.ts'
import type { Host } from '#host/host.ts'
import { createStore } from '#store/create-store.ts'
import { createDatabase } from '#store/database.ts'
import type { OpenStore } from '#store/open-store.ts'
import { readKeyFiles } from '#vault/key-index.ts'
import { createVaultClient, type VaultClient } from '#vault/vault-client.ts'
import recordKeeperUrl from '../../../src/host/browser/record-keeper.worker.ts?worker&url'
import vaultUrl from '../../../src/vault/vault.worker.ts?worker&url'

export const PASSPHRASE = 'maple lantern river porch snow'
const kinds = allKinds.map(({ kind, compartment, keepBoth }) => ({ kind, compartment, keepBoth }))

export interface Parts {
  readonly host: Host
  readonly vault: VaultClient
}

export function createParts(): Parts {
  const keeper = new Worker(recordKeeperUrl, { type: 'module' })
  const vault = createVaultClient(new Worker(vaultUrl, { type: 'module' }))
  return { host: createBrowserHost(window, keeper, Date.now), vault }
}

/** A new group whose key files lie where the product looks for them. */
export async function foundGroup({ host, vault }: Parts): Promise<void> {
  const { files } = await vault.create({ passphrase: PASSPHRASE, memberId: 'bench' })
  for (const [name, bytes] of Object.entries(files)) {
    const kept = await host.keyFiles.replace(name, bytes)
    if (!kept.ok) throw new Error(kept.problem.kind)
  }
}

export async function unlockVault({ host, vault }: Parts): Promise<void> {
  const files = await readKeyFiles(name => host.keyFiles.read(name))
  const unlocked = await vault.unlock({ files, passphrase: PASSPHRASE })
  if (!unlocked.ok) throw new Error(unlocked.problem.kind)
}

export async function openGroup({ host, vault }: Parts): Promise<OpenStore> {
  const log = await host.openRecordLog(vault.identity.vaultId)
  if (!log.ok) throw new Error(log.problem.kind)
  return await createStore({
    sealer: vault,
    log: log.value,
    database: createDatabase(vault.identity.vaultId),
    kinds,
    clock: Date.now,
    random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
  })
}
