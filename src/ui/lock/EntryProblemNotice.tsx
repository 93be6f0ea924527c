/** Why a group did not open: what happened, what is safe, what to do; one sentence or two for each problem. */
import type { EntryProblem } from '#state/session.ts'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'

export function EntryProblemNotice({ problem }: { readonly problem: EntryProblem }) {
  const { t } = useWords()
  return (
    <Notice kind="danger" announce title={t(`lock.problem-title.${problem.kind}`)}>
      <p>{t(`lock.problem-text.${problem.kind}`)}</p>
      {detailOf(problem) && <p>{t('lock.problem-detail', { detail: detailOf(problem) })}</p>}
    </Notice>
  )
}

/** A code for whoever helps; never something that a person typed. */
export function detailOf(problem: EntryProblem): string {
  switch (problem.kind) {
    case 'damaged':
    case 'copy-damaged':
      return problem.at
    case 'missing-key-file':
      return problem.name
    case 'io':
      return problem.code
    case 'absurd-work-factor':
      return `2^${problem.logN}`
    case 'newer-format':
      return 'version' in problem ? `${problem.at} ${problem.version}` : ''
    case 'wrong-passphrase':
    case 'mistyped-secret':
    case 'wrong-secret':
    case 'disk-full':
    case 'not-a-sealed-copy':
    case 'group-already-here':
      return ''
  }
}
