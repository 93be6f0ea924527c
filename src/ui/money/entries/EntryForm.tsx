/** The fields of an entry. What is asked each time stands first; the rest is under "More". */
import { entryTypes, methods } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import { type DraftProblem, type EntryDraft, withType } from './entry-draft.ts'
import { PayeeField } from './PayeeField.tsx'
import { ReceiptFields } from './ReceiptFields.tsx'
import { SplitFields } from './SplitFields.tsx'
import type { EntryPapers } from './use-entry-papers.ts'
import { WhereFields } from './WhereFields.tsx'

export interface EntryFormProps {
  readonly draft: EntryDraft
  readonly papers: EntryPapers
  readonly entryId: RecordId | null
  readonly fromBank: boolean
  readonly problems: readonly DraftProblem[]
  readonly onChange: (draft: EntryDraft) => void
}

export function EntryForm(props: EntryFormProps) {
  const { draft, papers, entryId, fromBank, problems, onChange } = props
  const { t } = useWords()
  const set = (change: Partial<EntryDraft>) => onChange({ ...draft, ...change })
  const complaint = (...kinds: readonly DraftProblem[]) => {
    const found = problems.find(each => kinds.includes(each))
    return found ? t(`money.problem.${found}`) : null
  }
  return (
    <FormGrid>
      <Select
        label={t('money.type')}
        value={draft.type}
        onChange={type => onChange(withType(draft, type, fromBank))}
        choices={entryTypes.map(value => ({ value, label: t(`money.type.${value}`) }))}
      />
      <DateField
        label={t('money.date')}
        value={draft.date}
        onChange={date => set({ date })}
        error={complaint('date-missing')}
      />
      <AmountField
        label={t('money.amount')}
        value={draft.cents}
        autoFocus={entryId === null}
        onChange={cents => set({ cents })}
        error={complaint('amount-missing')}
        hint={
          (draft.cents ?? 0) < 0 && draft.type === 'expense'
            ? t('money.amount.refund')
            : t('money.amount.hint')
        }
      />
      <WhereFields {...props} complaint={complaint} />
      <WholeLine>
        <PayeeField draft={draft} onChange={onChange} />
      </WholeLine>
      {draft.type !== 'transfer' && (
        <WholeLine>
          <SplitFields {...props} />
        </WholeLine>
      )}
      {draft.type !== 'transfer' && <ReceiptFields draft={draft} papers={papers} onChange={set} />}
      <WholeLine>
        <Disclosure label={t('money.more-fields')} defaultOpen={hasMore(draft)}>
          <FormGrid>
            <Select
              label={t('money.method')}
              optional
              value={draft.method === '' ? 'none' : draft.method}
              onChange={method => set({ method: method === 'none' ? '' : method })}
              choices={methods.map(value => ({
                value: value === '' ? ('none' as const) : value,
                label: t(`money.method.${value === '' ? 'none' : value}`),
              }))}
            />
            {draft.method === 'cheque' && (
              <TextField
                label={t('money.cheque-number')}
                optional
                value={draft.chequeNumber}
                maxLength={40}
                onChange={chequeNumber => set({ chequeNumber })}
              />
            )}
            <TextField
              label={t('money.tags')}
              hint={t('money.tags.hint')}
              optional
              value={draft.tags}
              onChange={tags => set({ tags })}
            />
            <WholeLine>
              <TextField
                label={t('money.note')}
                optional
                width="wide"
                lines={2}
                maxLength={10_000}
                value={draft.note}
                onChange={note => set({ note })}
              />
            </WholeLine>
            <WholeLine>
              <Checkbox
                label={t('money.leave-out')}
                hint={t('money.leave-out.hint')}
                checked={draft.leftOut}
                onChange={leftOut => set({ leftOut })}
              />
            </WholeLine>
          </FormGrid>
        </Disclosure>
      </WholeLine>
    </FormGrid>
  )
}

const hasMore = (draft: EntryDraft): boolean =>
  draft.note !== '' || draft.tags !== '' || draft.chequeNumber !== '' || draft.leftOut
