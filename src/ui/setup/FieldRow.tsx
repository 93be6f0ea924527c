/** Fields side by side where there is room for them, each as wide as its column. */
import type { ReactNode } from 'react'
import { classes } from '../parts/classes.ts'
import css from './FieldRow.module.css'

const c = classes(css)

interface FieldRowProps {
  /** `end`: the controls stand on one line although one of them has a hint. Only where no errors appear beneath. */
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

export function FieldRow({ align = 'start', children }: FieldRowProps) {
  return <div className={c('row', align)}>{children}</div>
}
