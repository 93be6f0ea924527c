/** The short messages after an action, newest last. Made once by the composition root, cleared on lock. */

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'problem'
  /** Takes the action back. */
  readonly onUndo?: () => void
}

export interface Toasts {
  readonly current: () => readonly Toast[]
  readonly subscribe: (listener: () => void) => () => void
  readonly done: (text: string, onUndo?: () => void) => void
  readonly problem: (text: string) => void
  readonly dismiss: (id: number) => void
  readonly clear: () => void
}

/** More than this at once is noise; the oldest go. */
const MOST_AT_ONCE = 3

export function createToasts(): Toasts {
  const listeners = new Set<() => void>()
  let toasts: readonly Toast[] = []
  let lastId = 0
  const set = (next: readonly Toast[]) => {
    toasts = next
    for (const listener of listeners) listener()
  }
  const add = (toast: Omit<Toast, 'id'>) => {
    lastId += 1
    set([...toasts, { ...toast, id: lastId }].slice(-MOST_AT_ONCE))
  }
  return {
    current: () => toasts,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    done: (text, onUndo) => add({ text, kind: 'done', ...(onUndo ? { onUndo } : {}) }),
    problem: text => add({ text, kind: 'problem' }),
    dismiss: id => set(toasts.filter(toast => toast.id !== id)),
    clear: () => set([]),
  }
}
