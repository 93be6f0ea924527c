/** Expects one occurrence on another day; the others stay where they are. */
import { type FormEvent, useId, useState } from 'react'
import type { ComingEntry } from '#domain/coming-entries.ts'
import { useGroup } from '../../group-context.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useRecurringWords } from './use-recurring-words.ts'

interface MoveDialogProps {
  readonly coming: ComingEntry
  readonly onClose: () => void
}

export function MoveDialog({ coming, onClose }: MoveDialogProps) {
  const { t, date } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const { name } = useRecurringWords()
  const [to, setTo] = useState<string | null>(coming.date)
  const formId = useId()
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (to === null) return
    const done = t('recurring.moved', { name: name(coming.recurring), date: date(to) })
    if (to === coming.date || (await save(commands.moveComing(coming, to), done))) onClose()
  }
  return (
    <Dialog
      title={t('recurring.move-named', { name: name(coming.recurring), date: date(coming.date) })}
      isOpen
      onClose={onClose}
      size="small"
      actions={<DialogFoot onCancel={onClose} save={t('recurring.move-do')} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={event => void submit(event)}>
        <Stack>
          <DateField
            label={t('recurring.move-to')}
            value={to}
            onChange={setTo}
            error={tried && to === null ? t('money.problem.date-missing') : null}
          />
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
