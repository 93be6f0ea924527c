/**
 * The budget that set-up would make: official figures, each with how sure it is, and our budget. What was spent comes
 * with the first entry. What cannot be known is asked in sentences beneath, never filled in.
 */
import { useEffect, useMemo, useState } from 'react'
import type { SeededLine } from '#domain/budget-seed.ts'
import type { CountsAs } from '#domain/line.ts'
import type { MoneyAnswers } from '#state/commands/set-up.ts'
import type { CommitProblem } from '#store/store.ts'
import { useGroup } from '../group-context.tsx'
import { useLineName } from '../money/line-name.ts'
import { Amount } from '../parts/Amount.tsx'
import { classes } from '../parts/classes.ts'
import { Disclosure } from '../parts/Disclosure.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Section } from '../parts/Section.tsx'
import { StatusTag } from '../parts/StatusTag.tsx'
import { saidStatus } from '../parts/said-status.ts'
import { Table } from '../parts/Table.tsx'
import type { Column } from '../parts/table-columns.ts'
import { useWords } from '../words/use-words.ts'
import { Asks } from './Asks.tsx'
import css from './BudgetPreview.module.css'
import { planTotal } from './budget-totals.ts'
import { focusTitle } from './focus-title.ts'
import { SaveProblemNotice } from './SaveProblemNotice.tsx'
import { StepActions, StepForm } from './StepForm.tsx'

const c = classes(css)

const GROUPS: readonly CountsAs[] = ['start-up', 'monthly-support', 'extra', 'own-cost', 'income']

interface BudgetPreviewProps {
  readonly answers: MoneyAnswers
  /** Only for a fiscal year. */
  readonly fiscalStartMonth: number | null
  readonly onBack: () => void
  readonly onDone: () => void
}

export function BudgetPreview({ answers, fiscalStartMonth, onBack, onDone }: BudgetPreviewProps) {
  const { t } = useWords()
  const lineName = useLineName()
  const { commands } = useGroup()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<CommitProblem | null>(null)
  const seed = useMemo(() => commands.previewBudget(answers.expectedRentCents), [commands, answers])
  useEffect(focusTitle, [])
  const use = async () => {
    setBusy(true)
    const result = await commands.setUpMoney(answers)
    if (result.ok && fiscalStartMonth !== null) await commands.editGroup({ fiscalStartMonth })
    setBusy(false)
    if (result.ok) onDone()
    else setProblem(result.problem)
  }
  const shown = seed.lines.filter(hasFigure)
  const rest = seed.lines.filter(each => !hasFigure(each))
  return (
    <StepForm onSubmit={() => void use()} busy={isBusy}>
      <PageHeader title={t('setup.budget.title')} intro={t('setup.budget.intro')} />
      <SaveProblemNotice problem={problem} />
      {GROUPS.map(countsAs => {
        const lines = shown.filter(each => each.fields.countsAs === countsAs)
        return (
          lines.length > 0 && (
            <Section key={countsAs} title={t(`setup.budget-group.${countsAs}`)}>
              <PreviewTable countsAs={countsAs} lines={lines} />
            </Section>
          )
        )
      })}
      {shown.length === 0 && <p>{t('setup.budget.no-figures')}</p>}
      {rest.length > 0 && (
        <Disclosure label={t('setup.budget.rest', { count: rest.length })}>
          <ul className={c('rest')}>
            {rest.map(each => (
              <li key={each.key}>{lineName(each.fields)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Asks asks={seed.asks} />
      <StepActions primary={t('setup.budget.use')} icon="check" busy={isBusy} onBack={onBack} />
    </StepForm>
  )
}

/** Lines with a figure of any kind, or where one is missing that should be entered. */
const hasFigure = (line: SeededLine): boolean =>
  line.fields.official !== null || line.fields.budget.kind !== 'none' || line.proposal.kind === 'enter-figure'

interface PreviewTableProps {
  readonly countsAs: CountsAs
  readonly lines: readonly SeededLine[]
}

function PreviewTable({ countsAs, lines }: PreviewTableProps) {
  const { t, date } = useWords()
  const lineName = useLineName()
  const columns: readonly Column<SeededLine>[] = [
    { id: 'line', head: t('setup.budget.line'), cell: each => lineName(each.fields) },
    {
      id: 'official',
      head: t('setup.budget.official'),
      align: 'end',
      width: '19rem',
      cell: ({ fields: { official } }) =>
        official ? (
          <span className={c('official')}>
            <span className={c('status')}>
              {official.asOf && <span className={c('per')}>{date(official.asOf)}</span>}
              <StatusTag status={saidStatus(official.status)} />
            </span>
            <span className={c('figure')}>
              <Amount cents={official.cents} />
              {official.per === 'month' && <span className={c('per')}> {t('setup.budget.a-month')}</span>}
            </span>
          </span>
        ) : (
          <span className={c('none')}>{t('setup.budget.enter')}</span>
        ),
    },
    {
      id: 'budget',
      head: t('setup.budget.ours'),
      align: 'end',
      width: '12rem',
      cell: ({ fields: { budget } }) =>
        budget.kind === 'none' ? (
          <span className={c('none')}>–</span>
        ) : (
          <>
            <Amount cents={budget.kind === 'by-month' ? planTotal(budget) : budget.cents} />
            {budget.kind === 'monthly' && <span className={c('per')}> {t('setup.budget.a-month')}</span>}
          </>
        ),
      // Nothing entered adds up to nothing that is known, not to zero.
      footer: lines.every(each => each.fields.budget.kind === 'none') ? (
        <span className={c('none')}>–</span>
      ) : (
        <Amount cents={lines.reduce((sum, each) => sum + planTotal(each.fields.budget), 0)} strong />
      ),
    },
  ]
  return (
    <Table
      caption={t(`setup.budget-group.${countsAs}`)}
      columns={columns}
      rows={lines}
      rowKey={each => each.key}
      footerLabel={t('setup.budget.whole')}
      dense
    />
  )
}
