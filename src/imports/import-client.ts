/** The page's side of the import worker. */
import { err, type Result } from '#domain/result.ts'
import type { BankFile, BankFileInput } from './bank-file.ts'
import type { ImportReply, ImportRequest, MessageEnd } from './import-messages.ts'
import type { ImportProblem } from './import-problem.ts'

export interface ImportWorker extends MessageEnd<ImportRequest, ImportReply> {
  addEventListener(kind: 'message', listener: (event: { readonly data: ImportReply }) => void): void
  addEventListener(kind: 'error', listener: () => void): void
  terminate(): void
}

export type ReadOptions = {
  readonly onProgress?: ((share: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ImportClient {
  /** The bytes are copied to the worker: the caller may read the file again with other answers. */
  read(input: BankFileInput, options?: ReadOptions): Promise<Result<BankFile, ImportProblem>>
  /** Ends the worker; what is being read comes back as cancelled. */
  close(): void
}

type Waiting = {
  readonly settle: (result: Result<BankFile, ImportProblem>) => void
  readonly onProgress: ((share: number) => void) | undefined
}

export function createImportClient(worker: ImportWorker): ImportClient {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let ended: ImportProblem | null = null

  const end = (problem: ImportProblem): void => {
    ended ??= problem
    for (const { settle } of [...waiting.values()]) settle(err(problem))
  }
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'progress') waiting.get(data.id)?.onProgress?.(data.share)
    else waiting.get(data.id)?.settle(data.result)
  })
  worker.addEventListener('error', () => end({ kind: 'reader-failed' }))

  return {
    read(input, { onProgress, signal } = {}) {
      if (ended) return Promise.resolve(err(ended))
      if (signal?.aborted) return Promise.resolve(err({ kind: 'cancelled' }))
      const id = nextId++
      return new Promise(resolve => {
        const cancel = (): void => {
          worker.postMessage({ kind: 'cancel', id }, [])
          waiting.get(id)?.settle(err({ kind: 'cancelled' }))
        }
        const settle = (result: Result<BankFile, ImportProblem>): void => {
          waiting.delete(id)
          signal?.removeEventListener('abort', cancel)
          resolve(result)
        }
        waiting.set(id, { settle, onProgress })
        signal?.addEventListener('abort', cancel, { once: true })
        worker.postMessage({ kind: 'read', id, input }, [])
      })
    },
    close() {
      worker.terminate()
      end({ kind: 'cancelled' })
    },
  }
}
