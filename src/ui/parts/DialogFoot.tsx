/** The buttons under a dialog that asks: what else can be done at the start of the line, the answers at its end. */
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button, type ButtonProps } from './Button.tsx'
import { classes } from './classes.ts'
import css from './DialogFoot.module.css'
import { submitForm } from './submit-form.ts'

const c = classes(css)

interface DialogFootProps extends Pick<ButtonProps, 'busy' | 'disabled' | 'icon' | 'aria-keyshortcuts'> {
  readonly onCancel: () => void
  /** The form in the dialog, by its id; or what else the main button does. */
  readonly submits?: string
  readonly onSave?: () => void
  /** On the main button, where it does not save. */
  readonly save?: string
  /** A second answer, before the main one. */
  readonly other?: ReactNode
  /** What is not an answer: delete, print, export. */
  readonly aside?: ReactNode
}

export function DialogFoot({ onCancel, submits, onSave, save, other, aside, ...main }: DialogFootProps) {
  const { t } = useWords()
  const press = () => (submits === undefined ? onSave?.() : submitForm(submits))
  return (
    <>
      <DialogAside>{aside}</DialogAside>
      <div className={c('answers')}>
        <Button kind="quiet" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
        {other}
        <Button {...main} kind="primary" onPress={press}>
          {save ?? t('common.save')}
        </Button>
      </div>
    </>
  )
}

/** For a foot of other buttons. */
export function DialogAside({ children }: { readonly children: ReactNode }) {
  return children ? <div className={c('aside')}>{children}</div> : null
}
