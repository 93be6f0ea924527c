/** The fields of something recurring: the entry to be, and the rule for its days. */
import { line } from '#domain/line.ts'
import { coversRules, recurringEvery } from '#domain/recurring.ts'
import { useLive } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import type { DraftProblem, EntryDraft } from '../entries/entry-draft.ts'
import { withType } from '../entries/entry-draft.ts'
import { PayeeField } from '../entries/PayeeField.tsx'
import { SplitFields } from '../entries/SplitFields.tsx'
import { WhereFields } from '../entries/WhereFields.tsx'
import { isMonthEnd, type RecurringDraft, type RecurringProblem } from './recurring-draft.ts'

const TYPES = ['expense', 'income', 'transfer'] as const

interface RecurringFormProps {
  readonly draft: RecurringDraft
  readonly isNew: boolean
  readonly problems: readonly RecurringProblem[]
  readonly onChange: (draft: RecurringDraft) => void
}

export function RecurringForm({ draft, isNew, problems, onChange }: RecurringFormProps) {
  const { t } = useWords()
  const setEntry = (entry: EntryDraft) => onChange({ ...draft, entry })
  const { entry } = draft
  const complaint = (...kinds: readonly DraftProblem[]) => {
    const found = problems.find(each => kinds.some(kind => kind === each))
    return found ? t(`money.problem.${found}`) : null
  }
  return (
    <FormGrid>
      <Select
        label={t('money.type')}
        value={entry.type}
        onChange={type => setEntry(withType(entry, type, false))}
        choices={TYPES.map(value => ({ value, label: t(`money.type.${value}`) }))}
      />
      <AmountField
        label={t('money.amount')}
        value={entry.cents}
        unsigned
        autoFocus={isNew}
        onChange={cents => setEntry({ ...entry, cents })}
        error={complaint('amount-missing')}
        hint={t('recurring.amount.hint')}
      />
      <WhereFields draft={entry} onChange={setEntry} complaint={complaint} />
      <WholeLine>
        <PayeeField draft={entry} onChange={setEntry} />
      </WholeLine>
      {entry.type !== 'transfer' && (
        <WholeLine>
          <SplitFields
            draft={entry}
            problems={problems.filter(isOfEntry)}
            fromBank={false}
            onChange={setEntry}
          />
        </WholeLine>
      )}
      <RuleFields draft={draft} problems={problems} onChange={onChange} />
    </FormGrid>
  )
}

const isOfEntry = (problem: RecurringProblem): problem is DraftProblem =>
  problem !== 'start-missing' && problem !== 'end-before-start'

const LEADS = ['0', '3', '5', '7', '14', '30'] as const

function RuleFields({ draft, problems, onChange }: Omit<RecurringFormProps, 'isNew'>) {
  const { t } = useWords()
  const lines = useLive(live => live.records(line))
  const set = (change: Partial<RecurringDraft>) => onChange({ ...draft, ...change })
  const ofSupport = draft.entry.splits.some(
    each => lines.find(one => one.id === each.line)?.countsAs === 'monthly-support',
  )
  const lead = LEADS.find(each => Number(each) === draft.leadDays)
  return (
    <>
      <Select
        label={t('recurring.every')}
        value={draft.once ? 'once' : draft.every}
        onChange={every =>
          set(
            every === 'once' ? { once: true } : { once: false, every, ...(draft.once ? { end: null } : {}) },
          )
        }
        choices={[...recurringEvery, 'once' as const].map(value => ({
          value,
          label: t(`recurring.every.${value}`),
        }))}
      />
      <DateField
        label={t(draft.once ? 'recurring.on' : 'recurring.start')}
        value={draft.start}
        onChange={start => set({ start })}
        error={problems.includes('start-missing') ? t('money.problem.date-missing') : null}
      />
      {isMonthEnd(draft) && (
        <WholeLine>
          <Checkbox
            label={t('recurring.month-end')}
            checked={draft.monthEnd}
            onChange={monthEnd => set({ monthEnd })}
          />
        </WholeLine>
      )}
      {!draft.once && (
        <DateField
          label={t('recurring.end')}
          optional
          value={draft.end}
          onChange={end => set({ end })}
          error={problems.includes('end-before-start') ? t('recurring.problem.end') : null}
        />
      )}
      <Select
        label={t('recurring.lead')}
        value={lead ?? 'other'}
        onChange={value => {
          if (value !== 'other') set({ leadDays: Number(value) })
        }}
        choices={[
          ...LEADS.map(value => ({ value, label: t('recurring.lead.days', { days: Number(value) }) })),
          ...(lead
            ? []
            : [{ value: 'other' as const, label: t('recurring.lead.days', { days: draft.leadDays }) }]),
        ]}
      />
      {ofSupport && (
        <Select
          label={t('recurring.covers')}
          value={draft.covers}
          onChange={covers => set({ covers })}
          choices={coversRules.map(value => ({ value, label: t(`recurring.covers.${value}`) }))}
        />
      )}
    </>
  )
}
