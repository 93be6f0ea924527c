/** From which account to which, or which member paid. */
import { entry } from '#domain/entry.ts'
import { member } from '#domain/member.ts'
import { openAccounts } from '#state/import-preview.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import { type DraftProblem, type EntryDraft, hasAccount } from './entry-draft.ts'

interface WhereFieldsProps {
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
  /** What is wrong with the first of these that is. */
  readonly complaint: (...kinds: readonly DraftProblem[]) => string | null
}

export function WhereFields({ draft, onChange, complaint }: WhereFieldsProps) {
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
