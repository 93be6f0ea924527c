/** Step 5: the first account and the reporting year, then the budget to look at before it is used, then the bank file. */
import { useState } from 'react'
import { account } from '#domain/account.ts'
import type { MoneyAnswers } from '#state/commands/set-up.ts'
import { useGroup } from '../group-context.tsx'
import { BudgetPreview } from './BudgetPreview.tsx'
import { MoneyQuestions } from './MoneyQuestions.tsx'
import { type MoneyDraft, moneyAnswers, NO_MONEY } from './money-draft.ts'

interface StepMoneyProps {
  readonly onBack: () => void
  readonly onLeave: () => void
  readonly onDone: () => void
}

export function StepMoney({ onBack, onLeave, onDone }: StepMoneyProps) {
  const { live } = useGroup()
  const [part, setPart] = useState<'questions' | 'budget'>('questions')
  const [draft, setDraft] = useState<MoneyDraft>(NO_MONEY)
  const [answers, setAnswers] = useState<MoneyAnswers | null>(null)
  const [hasAccount] = useState(() => live.records(account).length > 0)
  switch (part) {
    case 'questions':
      return (
        <MoneyQuestions
          draft={draft}
          onChange={setDraft}
          hasAccount={hasAccount}
          onBack={onBack}
          onSkip={onLeave}
          onDone={named => {
            setAnswers(moneyAnswers(draft, named))
            setPart('budget')
          }}
        />
      )
    case 'budget':
      return (
        answers && (
          <BudgetPreview
            answers={answers}
            fiscalStartMonth={draft.reportingYear === 'fiscal' ? draft.fiscalStartMonth : null}
            onBack={() => setPart('questions')}
            onDone={onDone}
          />
        )
      )
  }
}
