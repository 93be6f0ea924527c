/**
 * The worker's side: reads files step by step and gives way between two steps, so that a cancel is heard while a long
 * file is read.
 */
import { err, type Result } from '#domain/result.ts'
import { bankFileSteps } from './bank-file.ts'
import { calendarSteps } from './calendar-import.ts'
import type { ImportReply, ImportRequest, MessageEnd } from './import-messages.ts'

/** Why a file was not read to its end, whatever file it is. */
type Stopped = { readonly kind: 'cancelled' } | { readonly kind: 'reader-failed' }

const giveWay = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0))

export function serveImports(end: MessageEnd<ImportReply, ImportRequest>): void {
  const cancelled = new Set<number>()
  const running = new Set<number>()
  end.addEventListener('message', ({ data }) => {
    if (data.kind === 'cancel') {
      if (running.has(data.id)) cancelled.add(data.id)
      return
    }
    running.add(data.id)
    const { id } = data
    if (data.kind === 'read')
      void work(id, bankFileSteps(data.input)).then(result => answer(id, { kind: 'done', id, result }))
    else
      void work(id, calendarSteps(data.input)).then(result =>
        answer(id, { kind: 'calendar-done', id, result }),
      )
  })

  function answer(id: number, reply: ImportReply): void {
    running.delete(id)
    cancelled.delete(id)
    end.postMessage(reply, [])
  }

  async function work<T, P>(
    id: number,
    steps: Generator<number, Result<T, P>>,
  ): Promise<Result<T, P | Stopped>> {
    try {
      for (;;) {
        await giveWay()
        if (cancelled.has(id)) return err({ kind: 'cancelled' })
        const step = steps.next()
        if (step.done) return step.value
        end.postMessage({ kind: 'progress', id, share: step.value }, [])
      }
    } catch {
      // A throw is a bug; the page must hear of it, or it would wait for ever.
      return err({ kind: 'reader-failed' })
    }
  }
}
