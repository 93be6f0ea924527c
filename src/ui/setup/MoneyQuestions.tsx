/** The questions of step 5. Each has an answer already, so that Enter goes on. */
import { useEffect, useState } from 'react'
import type { AmountProblem } from '#domain/money.ts'
import { currentSponsorship, type MoneyAnswers } from '#state/commands/set-up.ts'
import { useGroup } from '../group-context.tsx'
import { Amount } from '../parts/Amount.tsx'
import { AmountField, amountComplaint } from '../parts/AmountField.tsx'
import { DateField, dateComplaint } from '../parts/DateField.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { StatusTag } from '../parts/StatusTag.tsx'
import { saidStatus } from '../parts/said-status.ts'
import { TextField } from '../parts/TextField.tsx'
import type { TypedDateProblem } from '../words/typed-date.ts'
import { useWords } from '../words/use-words.ts'
import { FieldRow } from './FieldRow.tsx'
import { focusTitle } from './focus-title.ts'
import { type MoneyDraft, needsBalanceDate } from './money-draft.ts'
import { StepActions, StepForm } from './StepForm.tsx'

interface MoneyQuestionsProps {
  readonly draft: MoneyDraft
  readonly onChange: (draft: MoneyDraft) => void
  /** An account was made before: it is not made again. */
  readonly hasAccount: boolean
  readonly onBack: () => void
  readonly onSkip: () => void
  readonly onDone: (account: Pick<MoneyAnswers['account'], 'name' | 'type'>) => void
}

export function MoneyQuestions(props: MoneyQuestionsProps) {
  const { draft, onChange, hasAccount, onBack, onSkip, onDone } = props
  const { t } = useWords()
  const [amounts, setAmounts] = useState<Readonly<Record<string, AmountProblem | null>>>({})
  const [dateProblem, setDateProblem] = useState<TypedDateProblem | null>(null)
  const [tried, setTried] = useState(false)
  const type = useAccountType(draft)
  const name = draft.accountName ?? t(`setup.account-name.${type}`)
  useEffect(focusTitle, [])
  const wrongAmount = (field: string): string | null => {
    const problem = amounts[field]
    return tried && problem && problem.kind !== 'empty' ? amountComplaint(problem, t) : null
  }
  const wrongDate =
    dateProblem && dateProblem.kind !== 'empty'
      ? dateComplaint(dateProblem, t)
      : needsBalanceDate(draft)
        ? t('setup.balance.date-missing')
        : null
  const go = () => {
    setTried(true)
    const isAmountWrong = Object.values(amounts).some(each => each && each.kind !== 'empty')
    if (!isAmountWrong && !wrongDate) onDone({ name, type })
  }
  return (
    <StepForm onSubmit={go}>
      <PageHeader title={t('setup.money.title')} intro={t('setup.money.intro')} />
      {hasAccount ? (
        <Notice>{t('setup.money.has-account')}</Notice>
      ) : (
        <Section card title={t('setup.account')}>
          <FieldRow>
            <Select
              label={t('setup.account.type')}
              value={type}
              onChange={next => onChange({ ...draft, type: next })}
              choices={(['bank', 'cash', 'sah-trust'] as const).map(value => ({
                value,
                label: t(`setup.account-type.${value}`),
              }))}
            />
            <TextField
              label={t('setup.account.name')}
              maxLength={100}
              value={name}
              onChange={accountName => onChange({ ...draft, accountName })}
            />
          </FieldRow>
          <FieldRow>
            <AmountField
              label={t('setup.balance')}
              value={draft.balanceCents}
              onChange={(balanceCents, problem) => {
                setAmounts({ ...amounts, balance: problem })
                onChange({ ...draft, balanceCents })
              }}
              error={wrongAmount('balance')}
            />
            <DateField
              label={t('setup.balance.date')}
              optional={(draft.balanceCents ?? 0) === 0}
              width="normal"
              {...(draft.balanceDate === null ? { hint: t('setup.balance.date-hint') } : {})}
              value={draft.balanceDate}
              onChange={(balanceDate, problem) => {
                setDateProblem(problem)
                onChange({ ...draft, balanceDate })
              }}
              error={tried ? wrongDate : null}
            />
          </FieldRow>
        </Section>
      )}
      <RentQuestion
        draft={draft}
        error={wrongAmount('rent')}
        onChange={(rentCents, problem) => {
          setAmounts({ ...amounts, rent: problem })
          onChange({ ...draft, rentCents })
        }}
      />
      <YearQuestion draft={draft} onChange={onChange} />
      <StepActions
        primary={t('setup.money.show-budget')}
        onBack={onBack}
        skip={{ label: t('setup.skip'), onPress: onSkip }}
      />
    </StepForm>
  )
}

function useAccountType(draft: MoneyDraft) {
  const { live } = useGroup()
  const isHeldBySah = currentSponsorship({ live })?.fundsHeldBy === 'sah'
  return draft.type ?? (isHeldBySah ? 'sah-trust' : 'bank')
}

interface RentQuestionProps {
  readonly draft: MoneyDraft
  readonly error: string | null
  readonly onChange: (cents: number | null, problem: AmountProblem | null) => void
}

/** The shelter figure stands beside the question, with how sure it is; it is never filled in. */
function RentQuestion({ draft, error, onChange }: RentQuestionProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const [shelter] = useState(
    () => commands.previewBudget(null).lines.find(each => each.key === 'rent')?.fields.official ?? null,
  )
  return (
    <AmountField
      label={t('setup.rent')}
      optional
      unsigned
      width="wide"
      hint={
        shelter ? (
          <Row>
            <span>{t('setup.rent.shelter')}</span>
            <Amount cents={shelter.cents} />
            <StatusTag status={saidStatus(shelter.status)} />
          </Row>
        ) : (
          t('setup.rent.no-figure')
        )
      }
      value={draft.rentCents}
      onChange={onChange}
      error={error}
    />
  )
}

interface YearQuestionProps {
  readonly draft: MoneyDraft
  readonly onChange: (draft: MoneyDraft) => void
}

function YearQuestion({ draft, onChange }: YearQuestionProps) {
  const { t, month } = useWords()
  return (
    <>
      <RadioCards
        label={t('setup.year')}
        value={draft.reportingYear}
        onChange={reportingYear => onChange({ ...draft, reportingYear })}
        columns={3}
        options={(['calendar', 'fiscal', 'sponsorship'] as const).map(value => ({
          value,
          label: t(`setup.year-kind.${value}`),
        }))}
      />
      {draft.reportingYear === 'fiscal' && (
        <Select
          label={t('setup.year.starts')}
          value={String(draft.fiscalStartMonth)}
          onChange={number => onChange({ ...draft, fiscalStartMonth: Number(number) })}
          choices={Array.from({ length: 12 }, (_, i) => ({
            value: String(i + 1),
            label: month(`2026-${String(i + 1).padStart(2, '0')}`).replace(/\s*2026/, ''),
          }))}
        />
      )}
    </>
  )
}
