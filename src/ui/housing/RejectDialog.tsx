/** Why a home is not taken: kept, so that nobody looks at it again, and so that one sees later what there was. */
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../parts/Dialog.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { DialogForm } from '../parts/DialogForm.tsx'
import { Stack } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useWords } from '../words/use-words.ts'

interface RejectDialogProps {
  readonly name: string
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

export function RejectDialog({ name, onReason, onClose }: RejectDialogProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const formId = useId()
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <Dialog
      title={t('housing.reject.title', { name })}
      isOpen
      onClose={onClose}
      size="small"
      actions={<DialogFoot onCancel={onClose} save={t('housing.reject.confirm')} submits={formId} />}
    >
      <DialogForm id={formId} onSubmit={submit}>
        <Stack>
          <TextField
            label={t('housing.reject.reason')}
            hint={t('housing.reject.hint')}
            width="wide"
            autoFocus
            maxLength={200}
            value={reason}
            onChange={setReason}
            error={tried && reason.trim() === '' ? t('housing.reject.missing') : null}
          />
        </Stack>
      </DialogForm>
    </Dialog>
  )
}
