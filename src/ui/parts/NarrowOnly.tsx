/** In a cell of a table: what a column says that goes away where the table is narrow. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Table.module.css'

const c = classes(css)

export function NarrowOnly({ children }: { readonly children: ReactNode }) {
  return <span className={c('narrowOnly')}>{children}</span>
}
