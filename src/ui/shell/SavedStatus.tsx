/** Whether what was done is kept: in words, always visible, read out when it changes for the worse. */
import { classes } from '../parts/classes.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { useWords } from '../words/use-words.ts'
import css from './SavedStatus.module.css'

const c = classes(css)

export type SavedState = 'saved' | 'saving' | 'repairing' | 'refused'

const ICONS: Readonly<Record<SavedState, IconName>> = {
  saved: 'check',
  saving: 'save',
  repairing: 'repair',
  refused: 'danger',
}

interface SavedStatusProps {
  readonly state: SavedState
  /** Shows what is safe and what to do. */
  readonly onPress?: (() => void) | undefined
}

export function SavedStatus({ state, onPress }: SavedStatusProps) {
  const { t } = useWords()
  const content = (
    <>
      <Icon name={ICONS[state]} size={16} />
      <span>{t(`common.shell.${state}`)}</span>
    </>
  )
  return (
    <div className={c('status', state)} role={state === 'refused' ? 'alert' : undefined}>
      {onPress && state !== 'saved' && state !== 'saving' ? (
        <button type="button" className={c('inner', 'press')} onClick={onPress}>
          {content}
        </button>
      ) : (
        <span className={c('inner')}>{content}</span>
      )}
    </div>
  )
}
