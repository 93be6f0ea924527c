/** Fields side by side where there is room for them, each as wide as its column. */
import type { ReactNode } from 'react'
import { classes } from '../parts/classes.ts'
import css from './FieldRow.module.css'

const c = classes(css)

export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={c('row')}>{children}</div>
}
