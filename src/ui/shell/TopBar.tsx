/** Which group this is, whether all is saved, and the three things one must reach at once: search, hide, lock. */
import type { ReactNode } from 'react'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/Icon.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { useWords } from '../words/use-words.ts'
import css from './TopBar.module.css'

const c = classes(css)

interface TopBarProps {
  readonly groupName: string
  /** Whether all is saved; a part of its own, for it changes with every edit. */
  readonly saved: ReactNode
  readonly amountsHidden: boolean
  readonly onAmountsHiddenChange: (hidden: boolean) => void
  readonly onSearch: () => void
  readonly onLock: () => void
}

export function TopBar(props: TopBarProps) {
  const { groupName, saved, amountsHidden, onAmountsHiddenChange, onSearch, onLock } = props
  const { t } = useWords()
  return (
    <header className={c('bar')}>
      <div className={c('group')}>
        <span className={c('name')}>{groupName}</span>
        {saved}
      </div>
      <div className={c('tools')}>
        <button type="button" className={c('search')} aria-keyshortcuts="Control+K" onClick={onSearch}>
          <Icon name="search" size={18} />
          <span className={c('word')}>{t('common.shell.search')}</span>
          <span className={c('keys')} aria-hidden="true">
            <Kbd keys="Ctrl+K" />
          </span>
        </button>
        <Button
          kind="quiet"
          size="small"
          icon={amountsHidden ? 'visible' : 'hidden'}
          aria-keyshortcuts="Control+H"
          onPress={() => onAmountsHiddenChange(!amountsHidden)}
        >
          <span className={c('word')}>
            {t(amountsHidden ? 'common.shell.show-amounts' : 'common.shell.hide-amounts')}
          </span>
        </Button>
        <Button size="small" icon="lock" aria-keyshortcuts="Control+L" onPress={onLock}>
          {t('common.shell.lock')}
        </Button>
      </div>
    </header>
  )
}
