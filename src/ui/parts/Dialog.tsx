/** A question or a form above the page. Escape and the cross close it; focus comes back to where it was. */
import { type ReactNode, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import css from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { useDialogMark } from './use-dialog-mark.ts'
import { useReadable } from './use-overflow.ts'

const c = classes(css)

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** `full`: all of the window, for something to be looked at. */
  readonly size?: 'small' | 'medium' | 'large' | 'full'
  /** A row of buttons under the content, the main one last. */
  readonly actions?: ReactNode
  /** A click outside closes it; leave off where something typed would be lost. */
  readonly closesOutside?: boolean
  readonly children: ReactNode
}

export function Dialog({
  title,
  isOpen,
  onClose,
  size = 'medium',
  actions,
  closesOutside = false,
  children,
}: DialogProps) {
  const { t } = useWords()
  useDialogMark(isOpen)
  return (
    <ModalOverlay
      className={c('veil')}
      isOpen={isOpen}
      isDismissable={closesOutside}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <Modal className={c('modal', size)}>
        <AriaDialog className={c('dialog')}>
          <header className={c('head')}>
            <Heading slot="title" className={c('title')}>
              {title}
            </Heading>
            <IconButton icon="close" label={t('common.close')} onPress={onClose} />
          </header>
          <DialogBody>{children}</DialogBody>
          {actions && <footer className={c('actions')}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The part of a dialog that scrolls where the window is low. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  const isReadable = useReadable(body)
  return (
    <div ref={body} className={c('body')} {...(isReadable ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  )
}
