/** One of a few known choices. The system's own list, so it works with every screen reader and keyboard. */
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { controlClass, Field, type FieldFrame } from './Field.tsx'
import { Icon } from './Icon.tsx'
import css from './Select.module.css'

const c = classes(css)

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly disabled?: boolean
}

export interface ChoiceGroup<Value extends string> {
  readonly group: string
  readonly choices: readonly Choice<Value>[]
}

interface SelectProps<Value extends string> extends FieldFrame {
  /** The empty text stands for "nothing chosen yet" and needs `placeholder`. */
  readonly value: Value | ''
  readonly onChange: (value: Value) => void
  readonly choices: readonly (Choice<Value> | ChoiceGroup<Value>)[]
  readonly placeholder?: string
  readonly disabled?: boolean
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, choices, placeholder, disabled, ...frame } = props
  const all = choices.flatMap(entry => ('group' in entry ? entry.choices : [entry]))
  const pick = (picked: string) => {
    const choice = all.find(entry => entry.value === picked)
    if (choice) onChange(choice.value)
  }
  return (
    <Field {...frame}>
      {control => (
        <SelectBox
          {...control}
          value={value}
          disabled={disabled}
          onChange={event => pick(event.target.value)}
        >
          {value === '' && (
            <option value="" disabled>
              {placeholder ?? ''}
            </option>
          )}
          {choices.map(entry =>
            'group' in entry ? (
              <optgroup key={entry.group} label={entry.group}>
                {entry.choices.map(choiceToOption)}
              </optgroup>
            ) : (
              choiceToOption(entry)
            ),
          )}
        </SelectBox>
      )}
    </Field>
  )
}

/** The system's list with our arrow. */
export function SelectBox(props: Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <div className={c('box')}>
      <select {...props} className={`${controlClass()} ${c('select')}`} />
      <Icon name="chevron-down" size={18} className={c('arrow')} />
    </div>
  )
}

const choiceToOption = <Value extends string>(choice: Choice<Value>) => (
  <option key={choice.value} value={choice.value} disabled={choice.disabled}>
    {choice.label}
  </option>
)
