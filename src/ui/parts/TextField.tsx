/** One line of text, or several with `lines`. */
import type { ComponentProps, KeyboardEvent, Ref } from 'react'
import { controlClass, Field, type FieldFrame } from './Field.tsx'

export interface TextFieldProps extends FieldFrame {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** More than one makes a text area. */
  readonly lines?: number
  readonly type?: 'text' | 'password' | 'search'
  readonly maxLength?: number
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly inputMode?: ComponentProps<'input'>['inputMode']
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField({
  value,
  onChange,
  onBlur,
  onKeyDown,
  lines = 1,
  type = 'text',
  maxLength = 500,
  ...rest
}: TextFieldProps) {
  const { placeholder, disabled, autoFocus, inputMode, inputRef, ...frame } = rest
  const shared = { value, onBlur, onKeyDown, maxLength, placeholder, disabled }
  return (
    <Field {...frame}>
      {control =>
        lines > 1 ? (
          <textarea
            {...control}
            {...shared}
            rows={lines}
            className={controlClass('area')}
            onChange={event => onChange(event.target.value)}
          />
        ) : (
          <input
            {...control}
            {...shared}
            // Nobody has to search.
            aria-required={type === 'search' ? undefined : control['aria-required']}
            ref={inputRef}
            type={type}
            inputMode={inputMode}
            // biome-ignore lint/a11y/noAutofocus: for the one field of a screen that was just asked for
            autoFocus={autoFocus}
            className={controlClass()}
            onChange={event => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}
