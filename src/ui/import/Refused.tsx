/** A file that was not read: what happened, that nothing was stored, and what to do – often right here. */
import type { ImportProblem } from '#imports/import-problem.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { ColumnMappingForm } from './ColumnMappingForm.tsx'
import { DateOrderQuestion } from './DateOrderQuestion.tsx'
import { problemWords } from './problem-words.ts'
import type { ImportFlow, OpenedBankFile } from './use-import.ts'

interface RefusedProps {
  readonly flow: ImportFlow
  readonly file: OpenedBankFile
  readonly problem: ImportProblem
}

export function Refused({ flow, file, problem }: RefusedProps) {
  const words = useWords()
  const { t } = words
  const { title, what, todo } = problemWords(problem, words)
  const asks =
    problem.kind === 'needs-answer' ||
    problem.kind === 'not-recognised' ||
    problem.kind === 'no-amount-column'
  // A mapping that somebody made and that does not read is corrected where it was made.
  const columns =
    problem.kind === 'not-recognised' || problem.kind === 'no-amount-column'
      ? problem.columns
      : file.mapping && !asks
        ? file.columns
        : undefined
  const question = problem.kind === 'needs-answer' ? problem.question : null
  return (
    <>
      <Notice kind={asks ? 'info' : 'danger'} announce title={title}>
        <p>{what}</p>
        <p>
          {todo} {t('import.problem.nothing-stored', { name: file.name })}
        </p>
      </Notice>
      {question?.kind === 'date-order' && (
        <DateOrderQuestion
          question={question}
          onAnswer={dateOrder => void flow.reread(file, { answers: { dateOrder } })}
        />
      )}
      {columns && (
        <Section title={t('import.columns.title')}>
          <ColumnMappingForm
            columns={columns}
            start={file.mapping ?? (problem.kind === 'not-recognised' ? problem.suggestion : null)}
            onUse={mapping => void flow.reread(file, { mapping, columns })}
          />
        </Section>
      )}
      <Row>
        {question?.kind === 'last-text' && (
          <Button
            kind="primary"
            onPress={() => void flow.reread(file, { answers: { lastTextIsWhole: true } })}
          >
            {t('import.last-text.whole')}
          </Button>
        )}
        {problem.kind === 'balance-mismatch' && (
          <Button onPress={() => void flow.reread(file, { answers: { ignoreBalance: true } })}>
            {t('import.balance.anyway')}
          </Button>
        )}
        {problem.kind === 'mapping-does-not-fit' && (
          <Button onPress={() => void flow.reread({ ...file, answers: {} }, { mapping: undefined })}>
            {t('import.mapping.forget')}
          </Button>
        )}
        <Button
          kind={asks || columns || problem.kind === 'balance-mismatch' ? 'quiet' : 'primary'}
          onPress={flow.again}
        >
          {t('import.other-file')}
        </Button>
      </Row>
    </>
  )
}
