/** For anything longer than half a second. Without a value it says only that work goes on. */
import { useId } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import css from './ProgressBar.module.css'

const c = classes(css)

interface ProgressBarProps {
  readonly label: string
  /** 0 to 1; null while the end is not known. */
  readonly value: number | null
  /** "340 of 900 rows" instead of the percentage. */
  readonly detail?: string
  readonly onCancel?: () => void
}

export function ProgressBar({ label, value, detail, onCancel }: ProgressBarProps) {
  const { t, percent } = useWords()
  const id = useId()
  const share = value === null ? null : Math.min(1, Math.max(0, value))
  const said = detail ?? (share === null ? '' : percent(share))
  return (
    <div className={c('progress')}>
      <div className={c('head')}>
        <span id={id}>{label}</span>
        <span className={c('detail')}>{said}</span>
      </div>
      <div className={c('row')}>
        <div
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share === null ? undefined : Math.round(share * 100)}
          aria-valuetext={said || undefined}
          className={c('track')}
        >
          <div
            className={c('fill', share === null && 'unknown')}
            style={share === null ? undefined : { inlineSize: `${share * 100}%` }}
          />
        </div>
        {onCancel && (
          <Button kind="quiet" size="small" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
