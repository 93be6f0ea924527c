/** Why a home is not taken: kept, so that nobody looks at it again, and so that one sees later what there was. */
import { type FormEvent, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
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
  const [tried, setTried] = useState(false)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <Dialog
      title={t('housing.reject.title', { name })}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="primary" onPress={() => submit()}>
            {t('housing.reject.confirm')}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
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
      </form>
    </Dialog>
  )
}
