/** The month a screen shows, with the ones before and after a click or an arrow key away. */
import type { KeyboardEvent } from 'react'
import { addMonths, type IsoMonth } from '#domain/dates.ts'
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import css from './MonthGrid.module.css'

const c = classes(css)

interface MonthSwitchProps {
  readonly value: IsoMonth
  readonly onChange: (month: IsoMonth) => void
  readonly min?: IsoMonth
  readonly max?: IsoMonth
}

export function MonthSwitch({ value, onChange, min, max }: MonthSwitchProps) {
  const { t, month } = useWords()
  const canGo = (month: IsoMonth) =>
    (min === undefined || month >= min) && (max === undefined || month <= max)
  const move = (count: number) => {
    const next = addMonths(value, count)
    if (canGo(next)) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft') move(-1)
    else if (event.key === 'ArrowRight') move(1)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div className={c('switch')} role="group" aria-label={t('common.month.switch')} onKeyDown={onKeyDown}>
      <IconButton
        icon="chevron-left"
        label={t('common.month.previous')}
        disabled={!canGo(addMonths(value, -1))}
        onPress={() => move(-1)}
      />
      <span className={c('month')} aria-live="polite">
        {month(value)}
      </span>
      <IconButton
        icon="chevron-right"
        label={t('common.month.next')}
        disabled={!canGo(addMonths(value, 1))}
        onPress={() => move(1)}
      />
    </div>
  )
}
