/** Locks on idle, and when the machine suspends or its screen locks. */
import type { Host } from '#host/host.ts'
import type { SessionStore } from '#state/session.ts'
import type { SessionActions } from '#state/session-actions.ts'

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** How often idle time is looked at; a sleeping machine wakes to a look that comes late and sees the time that passed. */
const LOOK_EVERY_MS = 5_000

export function watchForLock(
  window: Window,
  host: Host,
  session: SessionStore,
  actions: SessionActions,
): () => void {
  let lastSign = Date.now()
  const alive = () => {
    lastSign = Date.now()
  }
  const lock = () => {
    const { open } = session.getState()
    if (open) void (open.demo ? actions.leaveDemo() : actions.lock())
  }
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true })
  const timer = window.setInterval(() => {
    const { open, autoLockMinutes } = session.getState()
    if (open && Date.now() - lastSign >= autoLockMinutes * 60_000) lock()
  }, LOOK_EVERY_MS)
  const stopHost = host.onLockRequested(lock)
  return () => {
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
    window.clearInterval(timer)
    stopHost()
  }
}
