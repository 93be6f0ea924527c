/** How sure the months and payers of a program are. */
import type { FigureStatus } from '#domain/line.ts'
import { classes } from '../parts/classes.ts'
import { Row } from '../parts/Section.tsx'
import { StatusTag } from '../parts/StatusTag.tsx'
import { saidStatus } from '../parts/said-status.ts'
import { useWords } from '../words/use-words.ts'
import css from './ProgramSource.module.css'

const c = classes(css)

export function ProgramSource({ status }: { readonly status: FigureStatus }) {
  const { t } = useWords()
  return (
    <Row>
      <StatusTag status={saidStatus(status)} />
      <span className={c('words')}>{t('setup.program.source')}</span>
    </Row>
  )
}
