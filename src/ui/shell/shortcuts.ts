/**
 * Every keyboard shortcut, registered by whoever answers it and listed by `?`. Keys are written `Ctrl+K`, `?`, `N` or
 * `g t` (one after the other). On a Mac, Ctrl is the Command key. Plain letters rest while somebody types.
 */

export interface Shortcut {
  readonly id: string
  readonly keys: string
  /** The message id of what it does. */
  readonly labelId: string
  readonly group: 'everywhere' | 'go' | 'here'
  readonly run: () => void
}

/** What of a keyboard event counts; tests make it without a browser. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** Whether a text is being typed somewhere. */
  readonly isTyping: boolean
  readonly atMs: number
}

export interface Shortcuts {
  readonly current: () => readonly Shortcut[]
  readonly subscribe: (listener: () => void) => () => void
  /** Returns its undo. What was added last answers first. */
  readonly add: (shortcuts: readonly Shortcut[]) => () => void
  /** True when a shortcut answered, or waits for its second key. */
  readonly press: (press: KeyPress) => boolean
}

/** How long the second key of `g t` is waited for. */
const SECOND_KEY_MS = 1500

export function createShortcuts(): Shortcuts {
  const listeners = new Set<() => void>()
  let all: readonly Shortcut[] = []
  let first: { readonly key: string; readonly atMs: number } | null = null
  const set = (next: readonly Shortcut[]) => {
    all = next
    for (const listener of listeners) listener()
  }
  const answer = (chord: string): boolean => {
    const shortcut = all.findLast(entry => entry.keys.toLowerCase() === chord)
    shortcut?.run()
    return shortcut !== undefined
  }
  return {
    current: () => all,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: shortcuts => {
      set([...all, ...shortcuts])
      return () => set(all.filter(entry => !shortcuts.includes(entry)))
    },
    press: press => {
      const chord = chordOf(press)
      const isPlain = !chord.includes('+') || chord === '+'
      const before = first
      first = null
      if (press.isTyping && (isPlain || isEditingChord(chord))) return false
      if (before && isPlain && press.atMs - before.atMs < SECOND_KEY_MS && answer(`${before.key} ${chord}`))
        return true
      if (answer(chord)) return true
      const starts = isPlain && all.some(entry => entry.keys.toLowerCase().startsWith(`${chord} `))
      if (starts) first = { key: chord, atMs: press.atMs }
      return starts
    },
  }
}

/** A field undoes its own typing first. */
const isEditingChord = (chord: string): boolean =>
  chord === 'ctrl+z' || chord === 'ctrl+a' || chord === 'ctrl+y'

/** `ctrl+k`. Shift is left out where it makes another character, as in `?`. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const name = key === ' ' ? 'space' : key.toLowerCase()
  const parts = [
    ctrlKey || metaKey ? 'ctrl' : '',
    altKey ? 'alt' : '',
    shiftKey && (name.length > 1 || ctrlKey || metaKey) ? 'shift' : '',
  ]
  return [...parts.filter(Boolean), name].join('+')
}
