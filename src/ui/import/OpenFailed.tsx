/** A file that could not even be opened; nothing is said of one that was not picked. */
import type { OpenProblem } from '#host/host.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'

export function OpenFailed({ problem }: { readonly problem: OpenProblem | null }) {
  const { t } = useWords()
  if (problem === null || problem.kind === 'cancelled') return null
  return (
    <Notice kind="danger" announce title={t('import.open.failed')}>
      {problem.kind === 'too-big' ? t('import.problem.too-large') : t('import.open.io')}
    </Notice>
  )
}
