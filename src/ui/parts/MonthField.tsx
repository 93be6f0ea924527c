/** A month in a form: the month by name, the year as a number. */
import { useId, useState } from 'react'
import { type IsoMonth, isIsoMonth } from '#domain/dates.ts'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { controlClass, FieldError, type FieldFrame, fieldClasses } from './Field.tsx'
import css from './MonthField.module.css'
import { SelectBox } from './Select.tsx'

const c = classes(css)
const f = fieldClasses

interface MonthFieldProps extends Omit<FieldFrame, 'width'> {
  readonly value: IsoMonth | null
  readonly onChange: (value: IsoMonth | null) => void
  readonly disabled?: boolean
}

export function MonthField({
  label,
  hint,
  error,
  optional,
  labelHidden,
  value,
  onChange,
  disabled,
}: MonthFieldProps) {
  const { t, month: monthName, today } = useWords()
  const id = useId()
  const [month, setMonth] = useState(value?.slice(5) ?? '')
  const [year, setYear] = useState(value?.slice(0, 4) ?? '')
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    // The owner set another month: show it. What is half typed here has no value of its own yet.
    setSeen(value)
    if (value) {
      setMonth(value.slice(5))
      setYear(value.slice(0, 4))
    }
  }
  const change = (nextMonth: string, nextYear: string) => {
    setMonth(nextMonth)
    setYear(nextYear)
    const next = `${nextYear}-${nextMonth}`
    const read = isIsoMonth(next) ? next : null
    setSeen(read)
    onChange(read)
  }
  const names = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))
  return (
    <fieldset
      className={`${f('field', labelHidden && 'bare')} ${c('group')}`}
      aria-describedby={
        [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className={f('label')}>
        {label}
        {optional && <span className={f('optional')}> {t('common.field.optional')}</span>}
      </legend>
      <div className={c('row')}>
        <SelectBox
          aria-label={t('common.month.name')}
          value={month}
          disabled={disabled}
          autoComplete="off"
          onChange={event => change(event.target.value, year === '' ? today().slice(0, 4) : year)}
        >
          <option value="">{t('common.month.choose')}</option>
          {names.map(number => (
            <option key={number} value={number}>
              {monthName(`2026-${number}`).replace(/\s?2026/, '')}
            </option>
          ))}
        </SelectBox>
        <input
          className={`${controlClass('figures')} ${c('year')}`}
          aria-label={t('common.month.year')}
          placeholder={t('common.month.year')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={year}
          disabled={disabled}
          onChange={event => change(month, event.target.value.trim())}
        />
      </div>
      {error && <FieldError id={`${id}-error`} text={error} />}
      {hint && (
        <div className={f('hint')} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </fieldset>
  )
}
