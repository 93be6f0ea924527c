/** Toasts stand above a bar at the lower edge: what takes back what was just done must not cover what is done next. */
import { type RefObject, useLayoutEffect } from 'react'

export function useLiftedToasts(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => (bar.current ? liftToasts(bar.current) : undefined), [bar])
}

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
