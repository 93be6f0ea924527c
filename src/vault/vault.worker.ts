/**
 * Entry of the vault worker: the only place that makes a real vault. It holds all keys and is terminated on lock.
 * The device file's work factor is not passed: what is built here always writes and asks for 2^18.
 */
import { createVault } from './create-vault.ts'
import { answerRequest } from './serve-vault.ts'
import type { Request } from './vault-rpc.ts'

const vault = createVault({ random: count => crypto.getRandomValues(new Uint8Array(count)) })

self.addEventListener('message', (event: MessageEvent<Request>) => {
  answerRequest(vault, event.data).then(({ answer, transfer }) => self.postMessage(answer, { transfer }))
})
