/**
 * An amount in cents. Reads what people type – `12.5`, `12,50`, `1 250,00 $`, `=40+12` – and writes it back tidily
 * when the field is left. The owner hears every reading, also the wrong ones, and decides what a form may do.
 */
import { useState } from 'react'
import { type AmountProblem, type Cents, parseAmountOrSum } from '#domain/money.ts'
import { unreachable } from '#domain/result.ts'
import type { Translate } from '../words/create-words.ts'
import { useWords } from '../words/use-words.ts'
import css from './AmountField.module.css'
import { classes } from './classes.ts'
import { controlClass, Field, type FieldFrame } from './Field.tsx'

const c = classes(css)

interface AmountFieldProps extends FieldFrame {
  readonly value: Cents | null
  /** `null` with a problem while the text is not an amount; `null` and `{ kind: 'empty' }` when nothing is there. */
  readonly onChange: (value: Cents | null, problem: AmountProblem | null) => void
  /** Refuses amounts below zero, for fields that mean "how much" and not "which way". */
  readonly unsigned?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

export function AmountField({
  value,
  onChange,
  unsigned = false,
  disabled,
  autoFocus,
  error,
  width = 'narrow',
  ...frame
}: AmountFieldProps) {
  const { t, amount, language } = useWords()
  /** What is being typed; null when the field shows its value. */
  const [typed, setTyped] = useState<string | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const read = (text: string) => {
    const result = parseAmountOrSum(text)
    if (!result.ok) return result
    return unsigned && result.value < 0
      ? ({ ok: false, problem: { kind: 'not-an-amount' } } as const)
      : result
  }
  const change = (text: string) => {
    setTyped(text)
    setComplaint(null)
    const result = read(text)
    onChange(result.ok ? result.value : null, result.ok ? null : result.problem)
  }
  const leave = () => {
    if (typed === null) return
    const result = read(typed)
    if (result.ok || result.problem.kind === 'empty') setTyped(null)
    else setComplaint(amountComplaint(result.problem, t))
  }
  return (
    <Field {...frame} width={width} error={complaint ?? error}>
      {control => (
        <div className={c('box', language === 'en' && 'before')}>
          <input
            {...control}
            type="text"
            className={`${controlClass('figures')} ${c('input')}`}
            value={typed ?? (value === null ? '' : amount(value))}
            disabled={disabled}
            // biome-ignore lint/a11y/noAutofocus: for the one field of a screen that was just asked for
            autoFocus={autoFocus}
            onChange={event => change(event.target.value)}
            onFocus={event => event.target.select()}
            onBlur={leave}
          />
          <span className={c('sign')} aria-hidden="true">
            $
          </span>
        </div>
      )}
    </Field>
  )
}

export function amountComplaint(problem: AmountProblem, t: Translate): string {
  switch (problem.kind) {
    case 'empty':
      return t('common.amount.empty')
    case 'not-an-amount':
      return t('common.amount.not-an-amount')
    case 'too-precise':
      return t('common.amount.too-precise')
    case 'out-of-range':
      return t('common.amount.out-of-range')
    default:
      return unreachable(problem)
  }
}
