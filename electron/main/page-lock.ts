/**
 * Locking from outside the page: when the machine suspends or its screen locks, the page is asked to lock, and where
 * it does not manage in time its process is ended for it. A lock always ends with a new renderer process, because what
 * a person typed lives in the old one's memory until that process is gone.
 */
import type { PowerMonitor, WebContents } from 'electron'
import { LOCK_REQUESTED, ORIGIN } from '#host/contract.ts'

/** Long enough for a write that is under way, short enough for a lid that closes. */
const GRACE_MS = 1500

export interface PageLock {
  requestLock(): void
  /** Ends the renderer process; the page comes back, locked, in a new one. */
  replacePage(): void
}

export function createPageLock(contents: WebContents, isUnlocked: () => boolean): PageLock {
  let deadline: NodeJS.Timeout | null = null
  const stopWaiting = (): void => {
    if (deadline !== null) clearTimeout(deadline)
    deadline = null
  }
  const replacePage = (): void => {
    stopWaiting()
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer()
  }
  contents.on('render-process-gone', () => {
    stopWaiting()
    if (contents.isDestroyed()) return
    void contents.session.clearCache()
    void contents.loadURL(`${ORIGIN}/`)
  })
  return {
    replacePage,
    requestLock() {
      contents.send(LOCK_REQUESTED)
      if (isUnlocked()) deadline ??= setTimeout(replacePage, GRACE_MS)
    },
  }
}

/** Returns the way to stop listening. */
export function lockWithTheMachine(power: PowerMonitor, requestLock: () => void): () => void {
  power.on('suspend', requestLock)
  power.on('lock-screen', requestLock)
  return () => {
    power.off('suspend', requestLock)
    power.off('lock-screen', requestLock)
  }
}
