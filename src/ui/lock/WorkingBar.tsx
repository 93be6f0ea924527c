/** What is going on while a group is made, unlocked, opened or recovered. */
import { useSession } from '../group-context.tsx'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { useWords } from '../words/use-words.ts'

/** Draws nothing unless something is going on. */
export function WorkingBar() {
  const { t } = useWords()
  const phase = useSession(state => state.phase)
  if (phase.kind !== 'working') return null
  // Making and checking a passphrase has no steps to count: it is one long calculation.
  const value = phase.what === 'opening' && phase.done > 0 ? phase.done : null
  return <ProgressBar label={t(`lock.working.${phase.what}`)} value={value} />
}

export const useIsWorking = (): boolean => useSession(state => state.phase.kind === 'working')
