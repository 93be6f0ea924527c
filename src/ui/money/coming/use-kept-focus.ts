/**
 * Keeps the focus in a list whose rows go when something is done about them: where the row with the focus has gone, its
 * neighbour gets it, so that the next one is one key away and not a whole page.
 */
import { type RefObject, useEffect, useRef } from 'react'

/** `rows` is another list when one has gone; `isAsking` while a dialog has the focus. */
export function useKeptFocus(
  frame: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  isAsking: boolean,
): void {
  const last = useRef(-1)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const remember = (event: FocusEvent) => {
      const row = event.target instanceof Element ? event.target.closest('li') : null
      last.current = row ? rowsIn(element).indexOf(row) : -1
    }
    element.addEventListener('focusin', remember)
    return () => element.removeEventListener('focusin', remember)
  }, [frame])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever a row may have gone
  useEffect(() => {
    // A dialog or menu gives the focus back after it has gone, and to nothing where its row went with it.
    const timer = setTimeout(() => {
      const element = frame.current
      const lost = document.activeElement === null || document.activeElement === document.body
      if (!element || !lost || last.current < 0) return
      const left = rowsIn(element)
      left[Math.min(last.current, left.length - 1)]?.querySelector('button')?.focus()
    }, GIVEN_BACK_MS)
    return () => clearTimeout(timer)
  }, [frame, rows, isAsking])
}

const GIVEN_BACK_MS = 50

const rowsIn = (element: Element): readonly Element[] => [...element.querySelectorAll('li')]
