/** Things under each other in a frame: what each is called, what is known of it, a figure, and what can be done. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './RowList.module.css'

const c = classes(css)

interface RowListProps {
  readonly label?: string
  /** Of one width in all rows: amounts stay beside the words where it is narrow, dates go under them. */
  readonly figures?: 'amounts' | 'dates'
  readonly children: ReactNode
}

export function RowList({ label, figures, children }: RowListProps) {
  return (
    <ul className={c('rows', figures)} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </ul>
  )
}

interface RowItemProps {
  /** Before the words: a box to tick. */
  readonly lead?: ReactNode
  /** What it is called, `RowFacts`, and what else stands under them. */
  readonly children: ReactNode
  readonly figure?: ReactNode
  readonly actions?: ReactNode
  /** Taken, with others, for what is done to all of them. */
  readonly chosen?: boolean
  readonly 'data-task-row'?: string
}

export function RowItem({ lead, children, figure, actions, chosen = false, ...data }: RowItemProps) {
  return (
    <li className={c('row', chosen && 'chosen')} {...data}>
      {lead}
      <div className={c('words')}>{children}</div>
      {figure !== undefined && <div className={c('figure')}>{figure}</div>}
      {actions !== undefined && <div className={c('actions')}>{actions}</div>}
    </li>
  )
}

/** What it is called, where it leads nowhere. */
export function RowName({ children }: { readonly children: ReactNode }) {
  return <span className={c('name')}>{children}</span>
}

/** Small, under what it is called. */
export function RowFacts({ children }: { readonly children: ReactNode }) {
  return <span className={c('facts')}>{children}</span>
}
