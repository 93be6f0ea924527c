/** Our own budget of a line: nothing, once, the same each month, or month by month. */
import type { SupportMonth } from '#domain/support-months.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { classes } from '../../parts/classes.ts'
import { FieldError } from '../../parts/Field.tsx'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Budget.module.css'
import type { LineDraft } from './line-draft.ts'

const c = classes(css)

interface PlanFieldsProps {
  readonly draft: LineDraft
  readonly months: readonly SupportMonth[]
  readonly onChange: (draft: LineDraft) => void
  readonly error: string | null
}

export function PlanFields({ draft, months, onChange, error }: PlanFieldsProps) {
  const { t, monthShortYear } = useWords()
  const set = (change: Partial<LineDraft>) => onChange({ ...draft, ...change })
  const labelOf = (number: number): string => {
    const dates = months[number - 1]?.dates
    return dates
      ? t('money.month-dated', { number, month: monthShortYear(dates.month) })
      : t('money.month-number', { number })
  }
  return (
    <Stack>
      <RadioCards
        label={t('money.budget.ours')}
        value={draft.plan}
        columns={2}
        onChange={plan => set({ plan })}
        options={(['none', 'once', 'monthly', 'by-month'] as const).map(value => ({
          value,
          label: t(`money.plan.${value}`),
        }))}
      />
      {draft.plan === 'once' && (
        <AmountField label={t('money.amount')} value={draft.once} unsigned onChange={once => set({ once })} />
      )}
      {draft.plan === 'monthly' && (
        <div className={c('pair')}>
          <AmountField
            label={t('money.plan.each-month')}
            value={draft.monthly}
            unsigned
            onChange={monthly => set({ monthly })}
          />
          <NumberStepper
            label={t('money.plan.from')}
            value={draft.from}
            min={1}
            max={months.length}
            onChange={from => set({ from })}
          />
          <NumberStepper
            label={t('money.plan.to')}
            value={draft.to}
            min={1}
            max={months.length}
            onChange={to => set({ to })}
          />
        </div>
      )}
      {draft.plan === 'by-month' && (
        <div className={c('months')}>
          {draft.byMonth.map((cents, i) => (
            <AmountField
              // biome-ignore lint/suspicious/noArrayIndexKey: months are numbered and never move
              key={i}
              label={labelOf(i + 1)}
              value={cents}
              unsigned
              onChange={next => set({ byMonth: draft.byMonth.with(i, next) })}
            />
          ))}
        </div>
      )}
      {error && <FieldError id="plan-problem" text={error} />}
    </Stack>
  )
}
