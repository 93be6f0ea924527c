/** Makes the parts that the state works with: the vault in its worker, the store over Dexie and the record log. */

import type { Host } from '#host/host.ts'
import { createMemoryHost, createMemoryMachine } from '#host/memory.ts'
import type { Machine } from '#state/machine.ts'
import { createVaultClient } from '#vault/vault-client.ts'
import type { WorkerFactory } from './trusted-workers.ts'

export function createMachine(host: Host, workers: WorkerFactory): Machine {
  return {
    host,
    // The demo keeps nothing by itself, but a person may open and save files in it, and print.
    createMemoryHost: () => ({
      ...createMemoryHost(createMemoryMachine(Date.now)),
      openFile: host.openFile,
      chooseFile: host.chooseFile,
      chooseFiles: host.chooseFiles,
      saveParts: host.saveParts,
      saveFile: host.saveFile,
      printPage: host.printPage,
    }),
    createVault: () => createVaultClient(workers.vault()),
    async openStore(input) {
      const { openStoreHere } = await import('./open-store.ts')
      return openStoreHere(input)
    },
    now: Date.now,
    today: () => localDate(new Date()),
    random: bytes => crypto.getRandomValues(new Uint8Array(bytes)),
  }
}

/** Today on the wall calendar of this laptop. */
function localDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
