/** Why a file of any kind was not read, in sentences that are the same for a bank's file and for a calendar. */
import { unreachable } from '#domain/result.ts'
import type { ImportProblem } from '#imports/import-problem.ts'
import type { Words } from '../words/create-words.ts'

export type FileProblem = Extract<
  ImportProblem,
  { readonly kind: 'too-large' | 'cancelled' | 'reader-failed' | 'cut-in-character' }
>

export function fileProblemSaid(problem: FileProblem, { t }: Pick<Words, 't'>): string {
  switch (problem.kind) {
    case 'too-large':
      return t('import.problem.too-large')
    case 'cancelled':
      return t('import.problem.cancelled')
    case 'reader-failed':
      return t('import.problem.reader-failed')
    case 'cut-in-character':
      return t('import.problem.cut-in-character')
    default:
      return unreachable(problem)
  }
}
