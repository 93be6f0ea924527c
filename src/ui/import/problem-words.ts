/** Every reason why a file was not read, as a sentence that says what happened and one that says what to do. */
import { unreachable } from '#domain/result.ts'
import type { ImportProblem } from '#imports/import-problem.ts'
import type { Words } from '../words/create-words.ts'
import { fileProblemSaid } from './file-problem-words.ts'

export interface ProblemWords {
  readonly title: string
  readonly what: string
  readonly todo: string
}

/** Problems that the screen answers with a form of its own are said too, above the form. */
export function problemWords(problem: ImportProblem, words: Words): ProblemWords {
  const { t } = words
  const title =
    problem.kind === 'needs-answer'
      ? t('import.problem.question-title')
      : problem.kind === 'not-recognised' || problem.kind === 'no-amount-column'
        ? t('import.problem.map-title')
        : t('import.problem.title')
  return { title, what: whatHappened(problem, words), todo: whatToDo(problem, words) }
}

function whatHappened(problem: ImportProblem, { t, money, number }: Words): string {
  switch (problem.kind) {
    case 'empty':
      return t('import.problem.empty')
    case 'header-only':
      return t('import.problem.header-only')
    case 'too-many-rows':
      return t('import.problem.too-many-rows', { limit: number(problem.limit) })
    case 'binary':
      return t(`import.problem.binary.${problem.looksLike}`)
    case 'too-large':
    case 'cancelled':
    case 'reader-failed':
    case 'cut-in-character':
      return fileProblemSaid(problem, { t })
    case 'cut-in-row':
    case 'uneven-row':
      return t(`import.problem.row.${problem.kind}`, {
        row: problem.row,
        columns: problem.columns,
        expected: problem.expected,
      })
    case 'cut-in-quote':
      return t('import.problem.cut-in-quote', { row: problem.row })
    case 'damaged-quote':
      return t('import.problem.damaged-quote', { row: problem.row })
    case 'no-table':
      return t(`import.problem.no-table.${problem.looksLike}`)
    case 'unreadable-date':
      return problem.text === ''
        ? t('import.problem.no-date', { row: problem.row })
        : t('import.problem.text.unreadable-date', { row: problem.row, text: problem.text })
    case 'cut-in-amount':
    case 'cut-in-text':
    case 'amount-out-of-range':
      return t(`import.problem.text.${problem.kind}`, { row: problem.row, text: problem.text })
    case 'mixed-date-orders':
      return t('import.problem.mixed-date-orders', {
        row: problem.rows[0],
        text: problem.texts[0],
        otherRow: problem.rows[1],
        otherText: problem.texts[1],
      })
    case 'unreadable-amount':
      return t(`import.problem.amount.${problem.reason}`, { row: problem.row, text: problem.text })
    case 'missing-amount':
      return t('import.problem.missing-amount', { row: problem.row })
    case 'no-amount-column':
      return t('import.problem.no-amount-column')
    case 'balance-mismatch':
      return t('import.problem.balance-mismatch', {
        row: problem.row,
        expected: money(problem.expectedCents),
        found: money(problem.foundCents),
      })
    case 'needs-answer':
      return problem.question.kind === 'date-order'
        ? t('import.problem.date-order')
        : t('import.problem.last-text', { row: problem.question.row, text: problem.question.text })
    case 'mapping-does-not-fit':
      return t('import.problem.mapping-does-not-fit', {
        column: problem.column + 1,
        columns: problem.columns,
      })
    case 'not-recognised':
      return t('import.problem.not-recognised')
    case 'ofx-unclosed':
    case 'ofx-damaged':
      return t(`import.problem.ofx.${problem.kind}`, { row: problem.row, tag: problem.tag })
    default:
      return unreachable(problem)
  }
}

function whatToDo(problem: ImportProblem, { t }: Words): string {
  switch (problem.kind) {
    case 'empty':
    case 'header-only':
      return t('import.todo.longer-period')
    case 'too-large':
    case 'too-many-rows':
      return t('import.todo.shorter-period')
    case 'binary':
    case 'no-table':
      return t('import.todo.other-format')
    case 'cut-in-character':
    case 'cut-in-row':
    case 'cut-in-quote':
    case 'cut-in-amount':
    case 'cut-in-text':
    case 'ofx-unclosed':
      return t('import.todo.download-again')
    case 'cancelled':
    case 'reader-failed':
      return t('import.todo.try-again')
    case 'balance-mismatch':
      return t('import.todo.balance')
    case 'no-amount-column':
    case 'not-recognised':
    case 'mapping-does-not-fit':
      return t('import.todo.map')
    case 'needs-answer':
      return t('import.todo.answer')
    default:
      return t('import.todo.look-at-row')
  }
}
