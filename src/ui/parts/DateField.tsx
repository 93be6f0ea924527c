/**
 * A calendar day. Typed in any usual way and written back as an ISO date, or picked from a month. The day it was read
 * as stands beneath in words, so that nobody has to trust the reading.
 */
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { type IsoDate, monthOf } from '#domain/dates.ts'
import { unreachable } from '#domain/result.ts'
import type { Translate } from '../words/create-words.ts'
import { parseTypedDate, type TypedDateProblem } from '../words/typed-date.ts'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import css from './DateField.module.css'
import { controlClass, Field, type FieldFrame } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { MonthGrid } from './MonthGrid.tsx'

const c = classes(css)

interface DateFieldProps extends FieldFrame {
  readonly value: IsoDate | null
  /** `null` with a problem while the text is not a day; `{ kind: 'empty' }` when nothing is there. */
  readonly onChange: (value: IsoDate | null, problem: TypedDateProblem | null) => void
  readonly min?: IsoDate
  readonly max?: IsoDate
  readonly disabled?: boolean
}

export function DateField({
  value,
  onChange,
  min,
  max,
  disabled = false,
  error,
  width = 'narrow',
  hint,
  ...frame
}: DateFieldProps) {
  const { t, today, date } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const change = (text: string) => {
    setTyped(text)
    setComplaint(null)
    const result = parseTypedDate(text, today())
    onChange(result.ok ? result.value : null, result.ok ? null : result.problem)
  }
  const leave = () => {
    if (typed === null) return
    const result = parseTypedDate(typed, today())
    if (result.ok || result.problem.kind === 'empty') setTyped(null)
    else setComplaint(dateComplaint(result.problem, t))
  }
  const pick = (day: IsoDate) => {
    setTyped(null)
    setComplaint(null)
    onChange(day, null)
  }
  return (
    <Field
      {...frame}
      width={width}
      hint={hint ?? (value ? date(value, 'weekday') : t('common.date.hint'))}
      error={complaint ?? error}
    >
      {control => (
        <div className={c('box')}>
          <input
            {...control}
            type="text"
            className={`${controlClass('figures')} ${c('input')}`}
            value={typed ?? value ?? ''}
            disabled={disabled}
            onChange={event => change(event.target.value)}
            onFocus={event => event.target.select()}
            onBlur={leave}
          />
          <DialogTrigger>
            <Button
              className={c('open')}
              aria-label={t('common.date.pick', { label: frame.label })}
              isDisabled={disabled}
            >
              <Icon name="calendar" size={18} />
            </Button>
            <Popover className={c('popover')} placement="bottom end" offset={4}>
              <Dialog className={c('dialog')} aria-label={frame.label}>
                {({ close }) => (
                  <MonthGrid
                    selected={value}
                    startMonth={monthOf(value ?? today())}
                    min={min}
                    max={max}
                    onPick={day => {
                      pick(day)
                      close()
                    }}
                  />
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </div>
      )}
    </Field>
  )
}

export function dateComplaint(problem: TypedDateProblem, t: Translate): string {
  switch (problem.kind) {
    case 'empty':
      return t('common.date.empty')
    case 'not-a-date':
      return t('common.date.not-a-date')
    case 'no-such-day':
      return t('common.date.no-such-day')
    case 'ambiguous':
      return t('common.date.ambiguous')
    default:
      return unreachable(problem)
  }
}
