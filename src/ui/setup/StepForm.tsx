/**
 * A form that Enter submits from anywhere, also from the title that has the focus after a change of screen. Holding
 * the key down does not run through several steps.
 */
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useRef } from 'react'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import type { IconName } from '../parts/Icon.tsx'
import { useWords } from '../words/use-words.ts'
import css from './StepForm.module.css'

const c = classes(css)

interface StepFormProps {
  readonly onSubmit: () => void
  readonly busy?: boolean
  readonly children: ReactNode
}

export function StepForm({ onSubmit, busy = false, children }: StepFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLHeadingElement)) return
    event.preventDefault()
    if (!event.repeat) form.current?.requestSubmit()
  }
  return (
    <form ref={form} className={c('form')} onSubmit={submit} onKeyDown={press} noValidate autoComplete="off">
      {children}
    </form>
  )
}

interface StepActionsProps {
  readonly primary: string
  readonly icon?: IconName
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onBack?: (() => void) | undefined
  readonly skip?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** Under every step: back, leave it for later, and the one that Enter means. */
export function StepActions({ primary, icon, busy, disabled, onBack, skip }: StepActionsProps) {
  const { t } = useWords()
  return (
    <div className={c('actions')}>
      {onBack && (
        <Button kind="quiet" icon="back" onPress={onBack} disabled={busy === true}>
          {t('common.back')}
        </Button>
      )}
      <span className={c('gap')} />
      {skip && (
        <Button kind="quiet" onPress={skip.onPress} disabled={busy === true}>
          {skip.label}
        </Button>
      )}
      <Button
        kind="primary"
        type="submit"
        busy={busy === true}
        disabled={disabled === true}
        {...(icon ? { icon } : { iconAfter: 'forward' as const })}
      >
        {primary}
      </Button>
    </div>
  )
}
