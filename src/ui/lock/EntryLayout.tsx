/** The page around everything that is shown without the shell: first run, set-up, unlocking. */
import type { ReactNode } from 'react'
import { classes } from '../parts/classes.ts'
import { Lantern } from '../shell/Lantern.tsx'
import { useWords } from '../words/use-words.ts'
import css from './EntryLayout.module.css'
import { LanguageChoice } from './LanguageChoice.tsx'

const c = classes(css)

interface EntryLayoutProps {
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** Beside the language: a way out. */
  readonly actions?: ReactNode
  /** Above the content: where one is in a series. */
  readonly steps?: ReactNode
  readonly children: ReactNode
}

export function EntryLayout({ width = 'normal', actions, steps, children }: EntryLayoutProps) {
  const { t } = useWords()
  return (
    <div className={c('page')}>
      <header className={c('bar')}>
        <span className={c('brand')}>
          <Lantern size={32} />
          {t('common.app-name')}
        </span>
        <span className={c('tools')}>
          {actions}
          <LanguageChoice />
        </span>
      </header>
      <main className={c('main', width)}>
        {steps}
        {children}
      </main>
    </div>
  )
}
