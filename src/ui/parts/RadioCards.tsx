/** A choice whose options need a sentence each: the questions of the set-up. */
import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { FieldError } from './Field.tsx'
import { Icon, type IconName } from './Icon.tsx'
import css from './RadioCards.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const c = classes(css)

export interface RadioCard<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly description?: ReactNode
  readonly icon?: IconName
}

interface RadioCardsProps<Value extends string> {
  readonly label: string
  /** Where a title right above asks the same. */
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly RadioCard<Value>[]
  /** Side by side where there is room. */
  readonly columns?: 1 | 2 | 3
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, labelHidden = false, hint, error, value, onChange, options, columns = 1 } = props
  const id = useId()
  return (
    <fieldset className={c('group')} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={c(!labelHidden && 'label')}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </legend>
      {hint && (
        <p className={c('hint')} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={c('cards', columns === 2 && 'two', columns === 3 && 'three')}>
        {options.map(option => (
          <label key={option.value} className={c('card')}>
            <input
              type="radio"
              className={c('input')}
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={c('dot')} aria-hidden="true" />
            <span className={c('words')}>
              <span className={c('title')}>{option.label}</span>
              {option.description && <span className={c('description')}>{option.description}</span>}
            </span>
            {option.icon && <Icon name={option.icon} className={c('icon')} />}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`} text={error} />}
    </fieldset>
  )
}
