/** Runs a command and says what came of it: a toast with its undo, or why it was not saved. */
import { useCallback } from 'react'
import type { Result } from '#domain/result.ts'
import type { ChangeId, CommitReceipt } from '#store/store.ts'
import { useGroup } from './group-context.tsx'
import { useToasts } from './parts/ToastRegion.tsx'
import { useWords } from './words/use-words.ts'

export type Saving = Promise<Result<CommitReceipt, { readonly kind: string }>>

interface NotSaved {
  readonly diskFull: string
  readonly other: string
}

/** True when it was saved, or when there was nothing to save. `done` null: the screen itself shows that it was. */
export function useSave(notSaved?: NotSaved): (running: Saving, done: string | null) => Promise<boolean> {
  const { commands } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  const diskFull = notSaved?.diskFull ?? t('common.not-saved.disk-full')
  const other = notSaved?.other ?? t('common.not-saved.again')
  return useCallback(
    async (running, done) => {
      const result = await running
      if (!result.ok && result.problem.kind === 'nothing-to-do') return true
      if (!result.ok) {
        toasts.problem(result.problem.kind === 'disk-full' ? diskFull : other)
        return false
      }
      const { change } = result.value
      if (done !== null) toasts.done(done, () => void commands.gate.undoChange(change), change)
      return true
    },
    [commands, toasts, diskFull, other],
  )
}

/** Takes changes back, the last one first, and says so, with the way to have them again. True when it was done. */
export function useTakeBack(): (changes: readonly ChangeId[], done: string) => Promise<boolean> {
  const { commands } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  return async (changes, done) => {
    const again: ChangeId[] = []
    let kept = 0
    for (const change of changes.toReversed()) {
      const result = await commands.gate.undoChange(change)
      if (!result.ok) {
        toasts.problem(
          t(result.problem.kind === 'nothing-to-do' ? 'common.undo.nothing' : 'common.undo.refused'),
        )
        return false
      }
      toasts.goneWith(change)
      again.push(result.value.change)
      kept += result.value.kept.length
    }
    toasts.takenBack(kept > 0 ? t('common.undo.partly') : done, () => {
      for (const change of again.toReversed()) void commands.gate.undoChange(change)
    })
    return true
  }
}
