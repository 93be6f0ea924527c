/** Every reason why a calendar was not read, as a sentence that says what happened and one that says what to do. */
import { unreachable } from '#domain/result.ts'
import type { CalendarProblem } from '#imports/calendar-problem.ts'
import { fileProblemSaid } from '../../import/file-problem-words.ts'
import type { Words } from '../../words/create-words.ts'

export const calendarProblemWords = (problem: CalendarProblem, words: Words) => ({
  what: whatHappened(problem, words),
  todo: whatToDo(problem, words),
})

function whatHappened(problem: CalendarProblem, { t, number }: Words): string {
  switch (problem.kind) {
    case 'empty':
      return t('calendar.import.problem.empty')
    case 'binary':
      return t('calendar.import.problem.binary')
    case 'too-large':
    case 'cancelled':
    case 'reader-failed':
    case 'cut-in-character':
      return fileProblemSaid(problem, { t })
    case 'not-a-calendar':
      return t(`calendar.import.problem.not.${problem.looksLike}`)
    case 'no-events':
      return t('calendar.import.problem.no-events')
    case 'too-many-events':
      return t('calendar.import.problem.too-many-events', { limit: number(problem.limit) })
    case 'old-version':
    case 'missing-start':
    case 'ends-before-start':
      return t(`calendar.import.problem.row.${problem.kind}`, { row: problem.row })
    case 'cut':
      return t('calendar.import.problem.cut', { row: problem.row, name: problem.component })
    case 'damaged-structure':
      return t('calendar.import.problem.damaged-structure', { row: problem.row, name: problem.name })
    case 'damaged-line':
    case 'unsupported-repeat':
      return t(`calendar.import.problem.text.${problem.kind}`, { row: problem.row, text: problem.text })
    case 'unreadable-time':
      return t('calendar.import.problem.unreadable-time', {
        row: problem.row,
        name: problem.name,
        text: problem.text,
      })
    case 'text-too-long':
      return t('calendar.import.problem.text-too-long', {
        row: problem.row,
        name: problem.name,
        limit: number(problem.limit),
      })
    case 'too-many-occurrences':
      return t('calendar.import.problem.too-many-occurrences', {
        row: problem.row,
        limit: number(problem.limit),
      })
    case 'needs-answer':
      return t('calendar.import.problem.needs-answer', { count: problem.question.zones.length })
    default:
      return unreachable(problem)
  }
}

function whatToDo({ kind }: CalendarProblem, { t }: Words): string {
  switch (kind) {
    case 'reader-failed':
    case 'cancelled':
      return t('calendar.import.todo.again')
    case 'cut':
    case 'cut-in-character':
    case 'empty':
      return t('calendar.import.todo.download')
    case 'too-large':
    case 'too-many-events':
    case 'too-many-occurrences':
      return t('calendar.import.todo.smaller')
    case 'needs-answer':
      return t('calendar.import.todo.answer')
    case 'unsupported-repeat':
      return t('calendar.import.todo.by-hand')
    default:
      return t('calendar.import.todo.export')
  }
}
