/** What is said of a list and done with it, held at the lower edge of the window while the list is longer than it. */
import { type ReactNode, useRef } from 'react'
import css from './BottomBar.module.css'
import { classes } from './classes.ts'
import { useLiftedToasts } from './use-lifted-toasts.ts'

const c = classes(css)

interface BottomBarProps {
  readonly label?: string
  /** Something is chosen, and the bar is about that alone. */
  readonly chosen?: boolean
  readonly children: ReactNode
}

export function BottomBar({ label, chosen = false, children }: BottomBarProps) {
  const bar = useRef<HTMLElement>(null)
  useLiftedToasts(bar)
  return (
    <section ref={bar} className={c('bar', chosen && 'chosen')} {...(label ? { 'aria-label': label } : {})}>
      {children}
    </section>
  )
}
