/** Yes or no, for one thing. `indeterminate` for "some of them" above a list. */
import { type ReactNode, useId } from 'react'
import css from './Checkbox.module.css'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'

const c = classes(css)

interface CheckboxProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly indeterminate?: boolean
  readonly disabled?: boolean
  /** In a table row: the label is for screen readers only. */
  readonly labelHidden?: boolean
}

export function Checkbox({
  label,
  hint,
  checked,
  onChange,
  indeterminate = false,
  disabled,
  labelHidden,
}: CheckboxProps) {
  const id = useId()
  return (
    <div className={c('row', labelHidden && 'bare')}>
      <span className={c('frame')}>
        <input
          id={id}
          type="checkbox"
          className={c('input')}
          checked={checked}
          disabled={disabled}
          ref={element => {
            if (element) element.indeterminate = indeterminate
          }}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={event => onChange(event.target.checked)}
        />
        <Icon name={indeterminate ? 'minus' : 'check'} size={14} className={c('mark')} />
      </span>
      <span className={c('words')}>
        <label htmlFor={id} className={c('label')}>
          {label}
        </label>
        {hint && (
          <span className={c('hint')} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </div>
  )
}
