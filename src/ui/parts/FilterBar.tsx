/** What a list shows, on one line of small tools: the room belongs to the list. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './FilterBar.module.css'

const c = classes(css)

interface FilterBarProps {
  readonly label: string
  /** The list begins right under it, without a heading. */
  readonly close?: boolean
  /** What is searched for first, then the choices; a search that takes the focus stands in a `div` of its own. */
  readonly children: ReactNode
}

export function FilterBar({ label, close = false, children }: FilterBarProps) {
  return (
    <search className={c('bar', close && 'close')} aria-label={label}>
      {children}
    </search>
  )
}
