/** A passphrase: shown or hidden, pasted or typed, with a word when Caps Lock is on. Nothing of it is remembered. */
import { type KeyboardEvent, type Ref, useState } from 'react'
import { classes } from '../parts/classes.ts'
import { controlClass, Field, type FieldFrame } from '../parts/Field.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { useWords } from '../words/use-words.ts'
import css from './PassphraseField.module.css'

const c = classes(css)

interface PassphraseFieldProps extends FieldFrame {
  readonly value: string
  readonly onChange: (value: string) => void
  /** At set-up it is shown as it is typed: a slip would lock the person out. */
  readonly startsShown?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly autoFocus?: boolean
}

export function PassphraseField(props: PassphraseFieldProps) {
  const { value, onChange, startsShown = false, inputRef, autoFocus, ...frame } = props
  const { t } = useWords()
  const [isShown, setShown] = useState(startsShown)
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <div className={c('whole')}>
      <Field {...frame} width="wide">
        {control => (
          <div className={c('box')}>
            <input
              {...control}
              ref={inputRef}
              type={isShown ? 'text' : 'password'}
              className={`${controlClass()} ${c('input')}`}
              value={value}
              maxLength={1000}
              autoCapitalize="none"
              // biome-ignore lint/a11y/noAutofocus: for the one field of a screen that was just asked for
              autoFocus={autoFocus}
              onChange={event => onChange(event.target.value)}
              onKeyDown={watch}
              onKeyUp={watch}
            />
            <span className={c('toggle')}>
              <IconButton
                icon={isShown ? 'hidden' : 'visible'}
                label={t(isShown ? 'lock.passphrase.hide' : 'lock.passphrase.show')}
                onPress={() => setShown(!isShown)}
              />
            </span>
          </div>
        )}
      </Field>
      <p className={c('caps')} role="status">
        {capsLock ? t('lock.passphrase.caps-lock') : ''}
      </p>
    </div>
  )
}
