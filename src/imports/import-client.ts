/** The page's side of the import worker. */
import { err, type Result } from '#domain/result.ts'
import type { BankFile, BankFileInput } from './bank-file.ts'
import type { CalendarFile, CalendarInput } from './calendar-import.ts'
import type { CalendarProblem } from './calendar-problem.ts'
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
  readCalendar(input: CalendarInput, options?: ReadOptions): Promise<Result<CalendarFile, CalendarProblem>>
  /** Ends the worker; what is being read comes back as cancelled. */
  close(): void
}

/** What ends a read before the file does. */
type Stopped = { readonly kind: 'cancelled' } | { readonly kind: 'reader-failed' }

type Waiting = {
  readonly settle: (reply: Exclude<ImportReply, { readonly kind: 'progress' }> | Stopped) => void
  readonly onProgress: ((share: number) => void) | undefined
}

export function createImportClient(worker: ImportWorker): ImportClient {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let ended: Stopped | null = null

  const end = (stopped: Stopped): void => {
    ended ??= stopped
    for (const { settle } of [...waiting.values()]) settle(stopped)
  }
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'progress') waiting.get(data.id)?.onProgress?.(data.share)
    else waiting.get(data.id)?.settle(data)
  })
  worker.addEventListener('error', () => end({ kind: 'reader-failed' }))

  function ask<T, P>(
    request: (id: number) => ImportRequest,
    resultOf: (reply: ImportReply) => Result<T, P> | null,
    { onProgress, signal }: ReadOptions,
  ): Promise<Result<T, P | Stopped>> {
    if (ended) return Promise.resolve(err(ended))
    if (signal?.aborted) return Promise.resolve(err({ kind: 'cancelled' }))
    const id = nextId++
    return new Promise(resolve => {
      const cancel = (): void => {
        worker.postMessage({ kind: 'cancel', id }, [])
        waiting.get(id)?.settle({ kind: 'cancelled' })
      }
      const settle: Waiting['settle'] = reply => {
        waiting.delete(id)
        signal?.removeEventListener('abort', cancel)
        const isStopped = reply.kind === 'cancelled' || reply.kind === 'reader-failed'
        resolve(isStopped ? err(reply) : (resultOf(reply) ?? err({ kind: 'reader-failed' })))
      }
      waiting.set(id, { settle, onProgress })
      signal?.addEventListener('abort', cancel, { once: true })
      worker.postMessage(request(id), [])
    })
  }

  return {
    read: (input, options = {}) =>
      ask(
        id => ({ kind: 'read', id, input }),
        reply => (reply.kind === 'done' ? reply.result : null),
        options,
      ),
    readCalendar: (input, options = {}) =>
      ask(
        id => ({ kind: 'read-calendar', id, input }),
        reply => (reply.kind === 'calendar-done' ? reply.result : null),
        options,
      ),
    close() {
      worker.terminate()
      end({ kind: 'cancelled' })
    },
  }
}
