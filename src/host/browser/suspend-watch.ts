/**
 * A page is not told that the machine slept or its screen locked. What it can see is that its clock jumped: a timer
 * that should tick every half minute (at worst once a minute in a hidden tab) comes minutes late.
 */

const TICK_MS = 30_000
const SLEPT_MS = 180_000

/** Calls `listener` after a sleep, or when the browser freezes the tab. Returns the way to stop. */
export function watchForSuspend(window: Window, now: () => number, listener: () => void): () => void {
  let lastSeen = now()
  const look = (): void => {
    const slept = now() - lastSeen > SLEPT_MS
    lastSeen = now()
    if (slept) listener()
  }
  const timer = window.setInterval(look, TICK_MS)
  window.document.addEventListener('visibilitychange', look)
  window.document.addEventListener('freeze', listener)
  return () => {
    window.clearInterval(timer)
    window.document.removeEventListener('visibilitychange', look)
    window.document.removeEventListener('freeze', listener)
  }
}
