/** Runs a command and says what came of it: a toast with its undo, or why it was not saved. */
import { useCallback } from 'react'
import type { Result } from '#domain/result.ts'
import type { CommitReceipt } from '#store/store.ts'
import { useGroup } from '../group-context.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'

/** True when it was saved, or when there was nothing to save. */
export function useSave(): (
  result: Promise<Result<CommitReceipt, { readonly kind: string }>>,
  done: string | null,
) => Promise<boolean> {
  const { commands } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  return useCallback(
    async (running, done) => {
      const result = await running
      if (!result.ok && result.problem.kind === 'nothing-to-do') return true
      if (!result.ok) {
        toasts.problem(
          t(result.problem.kind === 'disk-full' ? 'money.not-saved.disk-full' : 'money.not-saved.again'),
        )
        return false
      }
      const { change } = result.value
      if (done !== null)
        toasts.done(done, () => {
          void commands.gate.undoChange(change)
        })
      return true
    },
    [commands, t, toasts],
  )
}
