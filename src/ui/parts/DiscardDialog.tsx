/** Before a form is left in which something was typed. */
import { useWords } from '../words/use-words.ts'
import { AlertDialog } from './AlertDialog.tsx'

interface DiscardDialogProps {
  readonly isOpen: boolean
  readonly onStay: () => void
  readonly onDiscard: () => void
}

export function DiscardDialog({ isOpen, onStay, onDiscard }: DiscardDialogProps) {
  const { t } = useWords()
  return (
    <AlertDialog
      title={t('money.entry.discard')}
      isOpen={isOpen}
      onCancel={onStay}
      onConfirm={onDiscard}
      confirmLabel={t('money.entry.discard-yes')}
      cancelLabel={t('money.entry.discard-no')}
      danger
    >
      {t('money.entry.discard-text')}
    </AlertDialog>
  )
}
