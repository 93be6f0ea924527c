/**
 * A time of day on the wall, `HH:MM`; empty while it is none. Typed in any usual way, in the language of the screen and
 * not of the browser; the time it was read as stands beneath in words.
 */
import { useState } from 'react'
import { parseTypedTime } from '../words/typed-time.ts'
import { useWords } from '../words/use-words.ts'
import { controlClass, Field, type FieldFrame } from './Field.tsx'

interface TimeFieldProps extends FieldFrame {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function TimeField({ value, onChange, error, hint, width = 'narrow', ...frame }: TimeFieldProps) {
  const { t, time } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [isOff, setIsOff] = useState(false)
  const change = (text: string) => {
    setTyped(text)
    setIsOff(false)
    const read = parseTypedTime(text)
    onChange(read.ok ? read.value : '')
  }
  const leave = () => {
    if (typed === null) return
    const read = parseTypedTime(typed)
    if (read.ok || read.problem.kind === 'empty') setTyped(null)
    else setIsOff(true)
  }
  return (
    <Field
      {...frame}
      width={width}
      hint={hint ?? (value === '' ? t('common.time.hint') : time(value))}
      error={isOff ? t('common.time.not-a-time') : error}
    >
      {control => (
        <input
          {...control}
          type="text"
          className={controlClass('figures')}
          value={typed ?? value}
          onChange={event => change(event.target.value)}
          onFocus={event => event.target.select()}
          onBlur={leave}
        />
      )}
    </Field>
  )
}
