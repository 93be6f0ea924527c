/** The fields of an entry. What is asked each time stands first; the rest is under "More". */
import { useMemo } from 'react'
import { entry, entryTypes, methods } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { openAccounts } from '#state/import-preview.ts'
import { createSorter } from '#state/sorting.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { ComboBox } from '../../parts/ComboBox.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField } from '../../parts/DateField.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Entries.module.css'
import { type DraftProblem, type EntryDraft, hasAccount, signOf, withType } from './entry-draft.ts'
import { ReceiptFields } from './ReceiptFields.tsx'
import { SplitFields } from './SplitFields.tsx'
import type { EntryPapers } from './use-entry-papers.ts'

const c = classes(css)

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
    <div className={c('form')}>
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
      <div className={c('whole')}>
        <PayeeField draft={draft} onChange={onChange} />
      </div>
      {draft.type !== 'transfer' && (
        <div className={c('whole')}>
          <SplitFields {...props} />
        </div>
      )}
      {draft.type !== 'transfer' && <ReceiptFields draft={draft} papers={papers} onChange={set} />}
      <div className={c('whole')}>
        <Disclosure label={t('money.more-fields')} defaultOpen={hasMore(draft)}>
          <div className={c('form')}>
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
            <div className={c('whole')}>
              <TextField
                label={t('money.note')}
                optional
                width="wide"
                lines={2}
                maxLength={10_000}
                value={draft.note}
                onChange={note => set({ note })}
              />
            </div>
            <div className={c('whole')}>
              <Checkbox
                label={t('money.leave-out')}
                hint={t('money.leave-out.hint')}
                checked={draft.leftOut}
                onChange={leftOut => set({ leftOut })}
              />
            </div>
          </div>
        </Disclosure>
      </div>
    </div>
  )
}

const hasMore = (draft: EntryDraft): boolean =>
  draft.note !== '' || draft.tags !== '' || draft.chequeNumber !== '' || draft.leftOut

interface WhereFieldsProps extends EntryFormProps {
  readonly complaint: (...kinds: readonly DraftProblem[]) => string | null
}

/** From which account to which, or which member paid. */
function WhereFields({ draft, onChange, complaint }: WhereFieldsProps) {
  const { t, date, money } = useWords()
  const { live } = useGroup()
  const members = useLive(here => here.records(member))
  const entries = useLive(here => here.records(entry))
  const accounts = openAccounts(live).map(each => ({
    value: each.id,
    label: each.name || t('money.account.unnamed'),
  }))
  const set = (change: Partial<EntryDraft>) => onChange({ ...draft, ...change })
  if (draft.type === 'owed') {
    const payments = entries
      .filter(each => each.type === 'expense' && each.money.splits.every(split => split.line === null))
      .slice(-30)
    return (
      <>
        <Select
          label={t('money.owed-to')}
          value={draft.owedTo ?? ''}
          placeholder={t('money.choose-member')}
          onChange={owedTo => set({ owedTo })}
          error={complaint('owed-to-missing')}
          choices={members.map(each => ({ value: each.id, label: each.name || t('money.member.unnamed') }))}
        />
        <Select
          label={t('money.settled-by')}
          optional
          value={draft.settledBy ?? 'none'}
          onChange={id => set({ settledBy: id === 'none' ? null : id })}
          choices={[
            { value: 'none', label: t('money.settled-by.none') },
            ...entries.filter(each => each.id === draft.settledBy && !payments.includes(each)),
            ...payments,
          ].map(each =>
            'value' in each
              ? each
              : { value: each.id, label: `${date(each.date)} · ${money(each.money.cents)} · ${each.payee}` },
          )}
        />
      </>
    )
  }
  if (!hasAccount(draft.type)) return null
  return (
    <>
      <Select
        label={t(draft.type === 'transfer' ? 'money.from-account' : 'money.account')}
        value={draft.account ?? ''}
        placeholder={t('money.choose-account')}
        onChange={account => set({ account })}
        error={complaint('account-missing')}
        choices={accounts}
      />
      {draft.type === 'transfer' && (
        <Select
          label={t('money.to-account')}
          value={draft.toAccount ?? ''}
          placeholder={t('money.choose-account')}
          onChange={toAccount => set({ toAccount })}
          error={complaint('to-account-missing', 'same-account')}
          choices={accounts}
        />
      )}
    </>
  )
}

/** Payees known from other entries; choosing one proposes the line that its rows go to. */
function PayeeField({ draft, onChange }: Pick<EntryFormProps, 'draft' | 'onChange'>) {
  const { t } = useWords()
  const { live } = useGroup()
  const entries = useLive(here => here.records(entry))
  const items = useMemo(
    () =>
      [...new Set(entries.toReversed().map(each => each.payee))]
        .filter(Boolean)
        .slice(0, 400)
        .map(payee => ({ id: payee, label: payee })),
    [entries],
  )
  const choose = (payee: string) => {
    const [only] = draft.splits
    if (draft.splits.length > 1 || !only || only.line !== null) return onChange({ ...draft, payee })
    const cents = (draft.cents ?? 1) * signOf(draft.type)
    const { line: to, method } = createSorter(live)({ text: payee, cents, date: draft.date ?? '2000-01-01' })
    const target = to === null ? undefined : live.get(line, to)
    const fits = target && (target.countsAs === 'income') === (draft.type === 'income')
    onChange({
      ...draft,
      payee,
      method: draft.method || method,
      splits: fits ? [{ ...only, line: to }] : draft.splits,
    })
  }
  return (
    <ComboBox
      label={t(draft.type === 'income' ? 'money.from-whom' : 'money.payee')}
      optional
      width="wide"
      items={items}
      value={null}
      onChange={id => {
        if (id !== null) choose(id)
      }}
      text={draft.payee}
      onTextChange={payee => {
        if (payee !== draft.payee) onChange({ ...draft, payee })
      }}
    />
  )
}
