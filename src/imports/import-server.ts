/**
 * The worker's side: reads files step by step and gives way between two steps, so that a cancel is heard while a long
 * file is read.
 */
import { err, type Result } from '#domain/result.ts'
import { type BankFile, type BankFileInput, bankFileSteps } from './bank-file.ts'
import type { ImportReply, ImportRequest, MessageEnd } from './import-messages.ts'
import type { ImportProblem } from './import-problem.ts'

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
    read(data.id, data.input)
      // A throw is a bug; the page must hear of it, or it would wait for ever.
      .catch(() => err({ kind: 'reader-failed' as const }))
      .then(result => {
        running.delete(data.id)
        cancelled.delete(data.id)
        end.postMessage({ kind: 'done', id: data.id, result }, [])
      })
  })

  async function read(id: number, input: BankFileInput): Promise<Result<BankFile, ImportProblem>> {
    const steps = bankFileSteps(input)
    for (;;) {
      await giveWay()
      if (cancelled.has(id)) return err({ kind: 'cancelled' })
      const step = steps.next()
      if (step.done) return step.value
      end.postMessage({ kind: 'progress', id, share: step.value }, [])
    }
  }
}
