/**
 * The frame of every field: label above, control, what is wrong, hint. So fields side by side stand on one line,
 * whichever of them has a hint or a complaint. The control gets its ids and aria
 * attributes through the function child. Nothing typed is remembered by the browser (`autoComplete`) or sent to a
 * spelling service (`spellCheck`).
 */
import { type ReactNode, useId } from 'react'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import css from './Field.module.css'
import { Icon } from './Icon.tsx'

const c = classes(css)

export interface FieldFrame {
  readonly label: string
  readonly hint?: ReactNode
  /** A sentence: what is wrong and what to do. */
  readonly error?: string | null | undefined
  /** Writes "(optional)" behind the label. Fields are needed unless they say so; of a search it goes without saying. */
  readonly optional?: boolean | 'unsaid'
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** Keeps the label for screen readers only; for a field in a table row or a search box. */
  readonly labelHidden?: boolean
}

export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
  readonly autoComplete: 'off'
  readonly spellCheck: false
}

interface FieldProps extends FieldFrame {
  readonly children: (control: ControlProps) => ReactNode
}

export function Field({ label, hint, error, optional, width = 'normal', labelHidden, children }: FieldProps) {
  const { t } = useWords()
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div
      className={c(
        'field',
        width === 'wide' && 'wide',
        width === 'narrow' && 'narrow',
        labelHidden && 'bare',
      )}
    >
      <label className={c('label')} htmlFor={id}>
        {label}
        {optional === true && <span className={c('optional')}> {t('common.field.optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
        autoComplete: 'off',
        spellCheck: false,
      })}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {hint && (
        <div className={c('hint')} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}

/** What is wrong, under a field or a group of them. */
export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className={c('error')} id={id} role="alert">
      <Icon name="danger" size={16} />
      <span>{text}</span>
    </p>
  )
}

/** The look of an input, for parts that bring their own element. */
export const controlClass = (...more: readonly ('figures' | 'area')[]): string => c('control', ...more)
export const fieldClasses = c
