/** An account's name, kind and beginning. */
import { useState } from 'react'
import { type Account, account as accountKind, hasOpeningDate } from '#domain/account.ts'
import { useGroup } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Stack } from '../../parts/Section.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'

interface AccountDialogProps {
  /** Null: a new one. */
  readonly account: Account | null
  readonly onClose: () => void
}

export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const { t, today } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [name, setName] = useState(account?.name ?? '')
  const [type, setType] = useState<Account['type']>(account?.type ?? 'bank')
  const [date, setDate] = useState<string | null>(
    account ? (hasOpeningDate(account) ? account.opening.date : null) : today(),
  )
  const [cents, setCents] = useState<number | null>(account?.opening.cents ?? 0)
  const [tried, setTried] = useState(false)
  // From set-up an account may begin before everything, with nothing in it; a balance was there on some day.
  const mayBeUndated = account !== null && !hasOpeningDate(account) && cents === 0
  async function submit() {
    setTried(true)
    if (name.trim() === '' || cents === null || (date === null && !mayBeUndated)) return
    const opening = { date: date ?? accountKind.defaults.opening.date, cents }
    const kept = account && account.opening.date === opening.date && account.opening.cents === cents
    const running = account
      ? commands.editAccount(account.id, { name: name.trim(), type, ...(kept ? {} : { opening }) })
      : commands.addAccount({ name: name.trim(), type, opening })
    if (await save(running, t('money.account.saved'))) onClose()
  }
  return (
    <Dialog
      title={t(account ? 'money.account.edit' : 'money.account.add')}
      isOpen
      onClose={onClose}
      actions={<DialogFoot onCancel={onClose} onSave={() => void submit()} />}
    >
      <Stack>
        <TextField
          label={t('money.account.name')}
          hint={t('money.account.name-hint')}
          value={name}
          maxLength={80}
          autoFocus
          onChange={setName}
          error={tried && name.trim() === '' ? t('money.account.name-missing') : null}
        />
        <RadioCards
          label={t('money.account.kind')}
          value={type}
          onChange={setType}
          options={(['bank', 'cash', 'sah-trust'] as const).map(value => ({
            value,
            label: t(`money.account-type.${value}`),
            description: t(`money.account-type-text.${value}`),
          }))}
        />
        <DateField
          label={t('money.account.opening-date')}
          hint={t('money.account.opening-hint')}
          value={date}
          onChange={setDate}
          error={tried && date === null && !mayBeUndated ? t('money.problem.date-missing') : null}
        />
        <AmountField
          label={t('money.account.opening')}
          value={cents}
          onChange={setCents}
          error={tried && cents === null ? t('money.problem.amount-missing') : null}
        />
      </Stack>
    </Dialog>
  )
}
