/** A small whole number with a button on each side: how many adults, how many months. Typing works too. */
import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { controlClass, Field, type FieldFrame } from './Field.tsx'
import { Icon } from './Icon.tsx'
import css from './NumberStepper.module.css'

const c = classes(css)

interface NumberStepperProps extends FieldFrame {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min?: number
  readonly max?: number
}

export function NumberStepper({ value, onChange, min = 0, max = 99, ...frame }: NumberStepperProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const move = (next: number) => {
    setTyped(null)
    onChange(Math.min(max, Math.max(min, next)))
  }
  const type = (text: string) => {
    setTyped(text)
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= min && number <= max) onChange(number)
  }
  return (
    <Field {...frame} width="narrow">
      {({ 'aria-required': _, ...control }) => (
        <div className={c('row')}>
          <button
            type="button"
            className={c('step')}
            tabIndex={-1}
            aria-label={t('common.stepper.less', { label: frame.label })}
            disabled={value <= min}
            onClick={() => move(value - 1)}
          >
            <Icon name="minus" size={18} />
          </button>
          <input
            {...control}
            role="spinbutton"
            aria-valuenow={value}
            aria-valuemin={min}
            aria-valuemax={max}
            inputMode="numeric"
            className={`${controlClass('figures')} ${c('input')}`}
            value={typed ?? String(value)}
            onChange={event => type(event.target.value)}
            onFocus={event => event.target.select()}
            onBlur={() => setTyped(null)}
            onKeyDown={event => {
              if (event.key === 'ArrowUp') move(value + 1)
              else if (event.key === 'ArrowDown') move(value - 1)
              else return
              event.preventDefault()
            }}
          />
          <button
            type="button"
            className={c('step')}
            tabIndex={-1}
            aria-label={t('common.stepper.more', { label: frame.label })}
            disabled={value >= max}
            onClick={() => move(value + 1)}
          >
            <Icon name="add" size={18} />
          </button>
        </div>
      )}
    </Field>
  )
}
