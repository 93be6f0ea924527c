/** Registers shortcuts for as long as a component is shown, and listens for them once, in the shell. */
import { createContext, use, useEffect, useRef } from 'react'
import type { Shortcut, Shortcuts } from './shortcuts.ts'

export const ShortcutsContext = createContext<Shortcuts | null>(null)

export function useShortcutRegistry(): Shortcuts {
  const shortcuts = use(ShortcutsContext)
  if (!shortcuts) throw new Error('no shortcuts: the component is outside ShortcutsContext')
  return shortcuts
}

/** Registered anew only when ids or keys change; what they run is always the latest. */
export function useShortcuts(wanted: readonly Shortcut[]): void {
  const registry = useShortcutRegistry()
  const latest = useRef(wanted)
  useEffect(() => {
    latest.current = wanted
  })
  const signature = wanted.map(shortcut => `${shortcut.id} ${shortcut.keys}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list
  useEffect(
    () =>
      registry.add(
        wanted.map(shortcut => ({
          ...shortcut,
          run: () => latest.current.find(entry => entry.id === shortcut.id)?.run(),
        })),
      ),
    [registry, signature],
  )
}

/** Hands key presses of the window to the registry, except those a dialog or a widget has already taken. */
export function useShortcutListener(registry: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      const press = {
        key,
        ctrlKey,
        metaKey,
        altKey,
        shiftKey,
        isTyping: isTypingInto(event.target),
        atMs: event.timeStamp,
      }
      // Beneath an open dialog only what locks or leaves may still answer.
      if (!(ctrlKey || metaKey) && isDialogOpen()) return
      if (registry.press(press)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])
}

/** Dialogs stand beside the app, not in it: no key press goes through all that is on a screen. */
const isDialogOpen = (): boolean =>
  [...document.body.children].some(
    each => each.id !== 'root' && each.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
  )

function isTypingInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}
