/** Asks before something that cannot simply be undone. What can be undone is done, with a toast instead. */
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import css from './Dialog.module.css'
import { DialogBody } from './Dialog.tsx'
import { useDialogMark } from './use-dialog-mark.ts'

const c = classes(css)

interface AlertDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onCancel: () => void
  readonly onConfirm: () => void
  /** A verb: "Destroy", not "OK". */
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly children: ReactNode
}

export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    isOpen,
    onCancel,
    onConfirm,
    confirmLabel,
    cancelLabel,
    danger = false,
    busy = false,
    children,
  } = props
  const { t } = useWords()
  useDialogMark(isOpen)
  return (
    <ModalOverlay
      className={c('veil')}
      isOpen={isOpen}
      onOpenChange={open => {
        if (!open && !busy) onCancel()
      }}
    >
      <Modal className={c('modal', 'small')}>
        <AriaDialog role="alertdialog" className={c('dialog')}>
          <header className={c('head')}>
            <Heading slot="title" className={c('title')}>
              {title}
            </Heading>
          </header>
          <DialogBody>{children}</DialogBody>
          <footer className={c('actions')}>
            <Button onPress={onCancel} disabled={busy} autoFocus={danger}>
              {cancelLabel ?? t('common.cancel')}
            </Button>
            <Button kind={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm} autoFocus={!danger}>
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
