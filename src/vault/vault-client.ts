/**
 * The page's half: the same `Vault`, spoken to a worker. The composition root makes the worker (its URL must pass the
 * page's Trusted Types policy) and gives it to `createVaultClient`; locking calls `terminate`, which ends the worker
 * and with it every key, and fails what was still asked with `VaultTerminated`.
 */
import type { OpenedRecord, Vault } from './vault.ts'
import { type Answer, type Call, type OpenedWithoutBody, type Packed, pack, unpack } from './vault-rpc.ts'

/** What a worker is to this file; tests pass a pair of message ports. */
export interface VaultWorker {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Answer>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

/** The vault was locked while this was asked. Not a bug: callers that outlive a lock drop it. */
export class VaultTerminated extends Error {
  override readonly name = 'VaultTerminated'
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export type VaultClient = Vault & { terminate(): void }

export function createVaultClient(worker: VaultWorker): VaultClient {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let ended: Error | null = null
  let identity: Vault['identity'] | null = null

  const end = (error: Error) => {
    if (ended !== null) return
    ended = error
    identity = null
    worker.terminate()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) {
      asked?.reject(new Error(data.failed))
      return
    }
    if (ended === null) identity = data.identity
    asked?.resolve(data.value)
  })
  worker.addEventListener('error', () => end(new Error('the vault worker stopped')))
  worker.addEventListener('messageerror', () => end(new Error('the vault worker sent what cannot be read')))

  const ask = (call: Call, transfer: ArrayBuffer[] = []): Promise<unknown> => {
    if (ended !== null) return Promise.reject(ended)
    const id = nextId
    nextId += 1
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...call, id }, transfer)
    })
  }

  return {
    get identity() {
      if (identity === null) throw new Error('the vault is locked')
      return identity
    },
    terminate: () => end(new VaultTerminated('the vault was locked')),
    open: async records => {
      const packed = pack(records)
      const answer = (await ask({ method: 'open', args: [packed] }, [packed.buffer])) as OpenedBatch
      return unpackOpened(answer)
    },
    ...vaultMethods(ask),
  }
}

interface OpenedBatch {
  readonly records: readonly OpenedWithoutBody[]
  readonly bodies: Packed
}

function unpackOpened({ records, bodies }: OpenedBatch): readonly OpenedRecord[] {
  const parts = unpack(bodies)
  let next = 0
  return records.map(record => {
    if (record.kind !== 'opened') return record
    const body = parts[next] ?? new Uint8Array()
    next += 1
    return { ...record, body }
  })
}

/** Each answer has the type of the method asked: both ends are compiled together, from one `Vault`. */
function vaultMethods(ask: (call: Call) => Promise<unknown>): Omit<Vault, 'identity' | 'open'> {
  const typed = <Name extends Exclude<Call['method'], 'open'>>(method: Name) =>
    ((...args: unknown[]) => ask({ method, args } as unknown as Call)) as unknown as Vault[Name]
  return {
    create: typed('create'),
    unlock: typed('unlock'),
    recover: typed('recover'),
    adoptCopy: typed('adoptCopy'),
    provePaper: typed('provePaper'),
    changePassphrase: typed('changePassphrase'),
    keepForSelf: typed('keepForSelf'),
    readForSelf: typed('readForSelf'),
    createCare: typed('createCare'),
    rowIds: typed('rowIds'),
    beginSession: typed('beginSession'),
    seal: typed('seal'),
    sealPage: typed('sealPage'),
    openPage: typed('openPage'),
    sealAttachment: typed('sealAttachment'),
    openAttachment: typed('openAttachment'),
    attachmentCompartment: typed('attachmentCompartment'),
    sign: typed('sign'),
    verify: typed('verify'),
  }
}
