/** A step that could not be saved. What was typed is still in its fields. */
import type { CommitProblem } from '#store/store.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'

export function SaveProblemNotice({ problem }: { readonly problem: CommitProblem | null }) {
  const { t } = useWords()
  if (!problem) return null
  return (
    <Notice kind="danger" announce title={t('setup.not-saved')}>
      <p>{t(problem.kind === 'disk-full' ? 'setup.not-saved.disk-full' : 'setup.not-saved.other')}</p>
      {problem.kind !== 'disk-full' && <p>{t('common.error.code', { code: problem.kind })}</p>}
    </Notice>
  )
}
