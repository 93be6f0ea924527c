/** A word or a date that stands by itself, and within a sentence elsewhere: in French a weekday is small. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Sentence.module.css'

const c = classes(css)

export function Sentence({ children }: { readonly children: ReactNode }) {
  return <span className={c('sentence')}>{children}</span>
}
