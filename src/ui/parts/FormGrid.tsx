/** The fields of a form: two beside each other where there is room, each as wide as its place. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './FormGrid.module.css'

const c = classes(css)

export function FormGrid({ children }: { readonly children: ReactNode }) {
  return <div className={c('grid')}>{children}</div>
}

/** A field, or several, that take the whole line. */
export function WholeLine({ children }: { readonly children: ReactNode }) {
  return <div className={c('whole')}>{children}</div>
}
