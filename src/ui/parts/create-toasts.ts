/** The short messages after an action, newest last. Made once by the composition root, cleared on lock. */

export interface Toast {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'problem'
  /** Takes the action back, or brings back what was taken back. */
  readonly onUndo?: () => void
  readonly isTakenBack?: boolean
  /** The change that it tells of: taken back elsewhere, there is nothing left to tell. */
  readonly of?: string
}

export interface Toasts {
  readonly current: () => readonly Toast[]
  readonly subscribe: (listener: () => void) => () => void
  readonly done: (text: string, onUndo?: () => void, of?: string) => void
  /** Something was undone. */
  readonly takenBack: (text: string, onRedo: () => void) => void
  readonly problem: (text: string) => void
  readonly dismiss: (id: number) => void
  readonly goneWith: (of: string) => void
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
    done: (text, onUndo, of) =>
      add({ text, kind: 'done', ...(onUndo ? { onUndo } : {}), ...(of ? { of } : {}) }),
    takenBack: (text, onRedo) => add({ text, kind: 'done', onUndo: onRedo, isTakenBack: true }),
    problem: text => add({ text, kind: 'problem' }),
    dismiss: id => set(toasts.filter(toast => toast.id !== id)),
    goneWith: of => {
      if (toasts.some(toast => toast.of === of)) set(toasts.filter(toast => toast.of !== of))
    },
    clear: () => set([]),
  }
}
