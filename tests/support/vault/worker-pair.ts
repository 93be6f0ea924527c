/**
 * A vault worker in this process: requests and answers are structured-cloned and transferred as between a page and a
 * real worker, so that a buffer used after its transfer is found here.
 */
import { answerRequest } from '../../../src/vault/serve-vault.ts'
import type { Vault } from '../../../src/vault/vault.ts'
import { createVaultClient, type VaultClient, type VaultWorker } from '../../../src/vault/vault-client.ts'
import type { Answer, Request } from '../../../src/vault/vault-rpc.ts'

export interface WorkerPair {
  readonly client: VaultClient
  readonly terminated: () => boolean
  /** As when the worker's script throws. */
  crash(): void
}

export function workerPair(vault: Vault): WorkerPair {
  const listeners: ((event: MessageEvent<Answer>) => void)[] = []
  const errorListeners: ((event: Event) => void)[] = []
  let terminated = false
  const addEventListener: VaultWorker['addEventListener'] = (
    type: string,
    listener: (event: never) => void,
  ) => {
    if (type === 'message') listeners.push(listener as (event: MessageEvent<Answer>) => void)
    if (type === 'error') errorListeners.push(listener as (event: Event) => void)
  }
  const client = createVaultClient({
    addEventListener,
    terminate: () => {
      terminated = true
    },
    postMessage: (message, transfer) => {
      const request = structuredClone(message, { transfer }) as Request
      answerRequest(vault, request).then(({ answer, transfer: back }) => {
        if (terminated) return
        const data = structuredClone(answer, { transfer: back })
        for (const listener of listeners) listener(new MessageEvent('message', { data }))
      })
    },
  })
  return {
    client,
    terminated: () => terminated,
    crash: () => {
      for (const listener of errorListeners) listener(new Event('error'))
    },
  }
}
