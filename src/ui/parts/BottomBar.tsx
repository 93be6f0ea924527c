/** What is said of a list and done with it, held at the lower edge of the window while the list is longer than it. */
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import css from './BottomBar.module.css'
import { classes } from './classes.ts'

const c = classes(css)

interface BottomBarProps {
  readonly label?: string
  /** Something is chosen, and the bar is about that alone. */
  readonly chosen?: boolean
  readonly children: ReactNode
}

export function BottomBar({ label, chosen = false, children }: BottomBarProps) {
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => (bar.current ? liftToasts(bar.current) : undefined), [])
  return (
    <section ref={bar} className={c('bar', chosen && 'chosen')} {...(label ? { 'aria-label': label } : {})}>
      {children}
    </section>
  )
}

/** Toasts stand above the bar: what takes back what was just done must not cover what is done next. */
function liftToasts(bar: HTMLElement): () => void {
  const { style } = document.documentElement
  const watch = new ResizeObserver(() => {
    const isHeld = getComputedStyle(bar).position === 'sticky'
    style.setProperty('--bottom-bar', isHeld ? `${bar.offsetHeight}px` : '0px')
  })
  watch.observe(bar)
  return () => {
    watch.disconnect()
    style.removeProperty('--bottom-bar')
  }
}
