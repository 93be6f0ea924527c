/** Runs a change of the settings, says that it was saved with the way to take it back, or why it was not. */
import type { CommandResult } from '#state/commands/gate.ts'
import { useGroup } from '../group-context.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'

/** True when it was saved. */
export function useSave(): (change: Promise<CommandResult>) => Promise<boolean> {
  const { t } = useWords()
  const toasts = useToasts()
  const { commands } = useGroup()
  return async change => {
    const result = await change
    if (result.ok) {
      const { change: id } = result.value
      toasts.done(t('settings.saved'), () => void commands.gate.undoChange(id))
    } else {
      toasts.problem(
        t(result.problem.kind === 'disk-full' ? 'setup.not-saved.disk-full' : 'setup.not-saved.other'),
      )
    }
    return result.ok
  }
}
