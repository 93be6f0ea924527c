/** What the statement says on a day (or what is in the envelope), and how far the books are from it. */
import { useState } from 'react'
import type { Account } from '#domain/account.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { ledgerOf } from '#state/overview.ts'
import { useGroup } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { AmountField } from '../../parts/AmountField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'

interface StatementDialogProps {
  readonly account: Account
  readonly onClose: () => void
  readonly onReconcile: () => void
}

export function StatementDialog({ account, onClose, onReconcile }: StatementDialogProps) {
  const { t, today } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const [date, setDate] = useState<string | null>(today())
  const [cents, setCents] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const books = date === null ? null : balanceAt(ledgerOf(live), account, date)
  const difference = books === null || cents === null ? null : books - cents
  async function submit() {
    setTried(true)
    if (date === null || cents === null) return
    const running = commands.recordStatement({ account: account.id, date, cents })
    if (!(await save(running, t('money.statement.saved')))) return
    if (difference === 0) onClose()
    else onReconcile()
  }
  const isCash = account.type === 'cash'
  return (
    <Dialog
      title={t(isCash ? 'money.cash.count' : 'money.statement.enter')}
      isOpen
      onClose={onClose}
      actions={
        <DialogFoot
          onCancel={onClose}
          save={t(difference === null || difference === 0 ? 'common.save' : 'money.statement.find')}
          onSave={() => void submit()}
        />
      }
    >
      <Stack>
        <DateField
          label={t(isCash ? 'money.cash.day' : 'money.statement.day')}
          value={date}
          onChange={setDate}
          error={tried && date === null ? t('money.problem.date-missing') : null}
        />
        <AmountField
          label={t(isCash ? 'money.cash.there' : 'money.statement.balance')}
          value={cents}
          onChange={setCents}
          autoFocus
          error={tried && cents === null ? t('money.problem.amount-missing') : null}
        />
        <KeyValueList
          figures
          items={[
            { key: t('money.statement.books'), value: books === null ? '–' : <Amount cents={books} /> },
            {
              key: t('money.difference'),
              value: difference === null ? '–' : <Amount cents={difference} kind="difference" strong />,
            },
          ]}
        />
        {difference !== null && difference !== 0 && (
          <Notice kind="warn">{t('money.statement.differs')}</Notice>
        )}
      </Stack>
    </Dialog>
  )
}
