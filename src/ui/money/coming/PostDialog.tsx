/** Posts one occurrence: as it was expected, or on another day or with another amount. */
import { type FormEvent, useId, useState } from 'react'
import type { ComingEntry } from '#domain/coming-entries.ts'
import { openAccounts } from '#state/import-preview.ts'
import { useGroup } from '../../group-context.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useRecurringWords } from './use-recurring-words.ts'

interface PostDialogProps {
  readonly coming: ComingEntry
  readonly onClose: () => void
}

export function PostDialog({ coming, onClose }: PostDialogProps) {
  const { t, date: said } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const { name } = useRecurringWords()
  const usual = coming.recurring.money.cents
  const sign = usual < 0 ? -1 : 1
  const [cents, setCents] = useState<number | null>(Math.abs(usual))
  const [date, setDate] = useState<string | null>(coming.date)
  // Who wrote it down for a lease has not said from which account it goes.
  const needsAccount = coming.recurring.account === null
  const accounts = openAccounts(live)
  const [account, setAccount] = useState(needsAccount ? (accounts[0]?.id ?? '') : '')
  const formId = useId()
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (cents === null || date === null || (needsAccount && account === '')) return
    const posting = { coming, on: date, cents: sign * cents || 0, account }
    if (await save(commands.postComing([posting]), t('recurring.posted', { count: 1 }))) onClose()
  }
  return (
    <Dialog
      title={t('recurring.post-named', { name: name(coming.recurring), date: said(coming.date) })}
      isOpen
      onClose={onClose}
      size="small"
      actions={<DialogFoot onCancel={onClose} save={t('recurring.post')} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <AmountField
            label={t('money.amount')}
            value={cents}
            unsigned
            autoFocus
            onChange={setCents}
            error={tried && cents === null ? t('money.problem.amount-missing') : null}
          />
          <DateField
            label={t('money.date')}
            value={date}
            onChange={setDate}
            error={tried && date === null ? t('money.problem.date-missing') : null}
          />
          {needsAccount && (
            <Select
              label={t('money.account')}
              value={account}
              placeholder={t('money.choose-account')}
              onChange={setAccount}
              error={tried && account === '' ? t('money.problem.account-missing') : null}
              choices={accounts.map(each => ({
                value: each.id,
                label: each.name || t('money.account.unnamed'),
              }))}
            />
          )}
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
