/** Where one is in a short series: the set-up, an import. Done steps can be gone back to. */
import { useWords } from '../words/use-words.ts'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import css from './Steps.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const c = classes(css)

interface StepsProps {
  readonly label: string
  readonly steps: readonly { readonly id: string; readonly label: string }[]
  readonly current: string
  /** Absent: the steps only tell. */
  readonly onGoTo?: (id: string) => void
}

export function Steps({ label, steps, current, onGoTo }: StepsProps) {
  const { t } = useWords()
  const at = steps.findIndex(step => step.id === current)
  return (
    <nav aria-label={label} className={c('steps')}>
      <p className={c('short')}>{t('common.steps.position', { number: at + 1, total: steps.length })}</p>
      <ol className={c('list')}>
        {steps.map((step, i) => {
          const state = i < at ? 'done' : i === at ? 'now' : 'later'
          const content = (
            <>
              <span className={c('mark')} aria-hidden="true">
                {state === 'done' ? <Icon name="check" size={14} /> : i + 1}
              </span>
              <span className={c('label')}>{step.label}</span>
              {state === 'done' && <VisuallyHidden>{t('common.steps.done')}</VisuallyHidden>}
            </>
          )
          return (
            <li
              key={step.id}
              className={c('step', state)}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              {state === 'done' && onGoTo ? (
                <button type="button" className={c('inner', 'back')} onClick={() => onGoTo(step.id)}>
                  {content}
                </button>
              ) : (
                <span className={c('inner')}>{content}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
