/** The top of every screen: its name as the one h1 (the focus comes here on arrival), what it is, what one can do. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './PageHeader.module.css'

const c = classes(css)

interface PageHeaderProps {
  readonly title: string
  /** One sentence or the state of things. */
  readonly intro?: ReactNode
  /** Above the title: the way back, or "Month 4 of 12". */
  readonly above?: ReactNode
  /** The main one last. */
  readonly actions?: ReactNode
}

export function PageHeader({ title, intro, above, actions }: PageHeaderProps) {
  return (
    <header className={c('header')}>
      <div className={c('words')}>
        {above && <div className={c('above')}>{above}</div>}
        <h1 className={c('title')} tabIndex={-1} data-screen-title="">
          {title}
        </h1>
        {intro && <div className={c('intro')}>{intro}</div>}
      </div>
      {actions && <div className={c('actions')}>{actions}</div>}
    </header>
  )
}
