/** Where something is because of a consent: each place gets a task when the consent is taken back. */
import { useLayoutEffect, useRef } from 'react'
import type { PlaceLine } from '#state/commands/consents.ts'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './Consents.module.css'

const c = classes(css)
const MOST_PLACES = 50

interface PlaceFieldsProps {
  readonly places: readonly PlaceLine[]
  readonly onChange: (places: readonly PlaceLine[]) => void
}

export function PlaceFields({ places, onChange }: PlaceFieldsProps) {
  const { t } = useWords()
  const box = useRef<HTMLFieldSetElement>(null)
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    box.current?.querySelectorAll('input')[wanted.current]?.focus()
    wanted.current = null
  })
  return (
    <fieldset ref={box} className={c('places')}>
      <legend className={c('legend')}>{t('papers.consent.places')}</legend>
      <p className={c('hint')}>{t('papers.consent.places-hint')}</p>
      {places.map(({ id, place }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new line has no id, and what is typed is in the draft
        <div key={i} className={c('place')}>
          <TextField
            label={t('papers.consent.place', { number: i + 1 })}
            labelHidden
            width="wide"
            value={place}
            maxLength={200}
            onChange={text => onChange(places.map((each, at) => (at === i ? { id, place: text } : each)))}
          />
          <IconButton
            icon="close"
            label={t('papers.consent.place-remove', { place: place || String(i + 1) })}
            onPress={() => onChange(places.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon="add"
          onPress={() => {
            if (places.length >= MOST_PLACES) return
            wanted.current = places.length
            onChange([...places, { id: null, place: '' }])
          }}
        >
          {t('papers.consent.place-add')}
        </Button>
      </div>
    </fieldset>
  )
}
