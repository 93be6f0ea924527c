/** Whether an element has more to show than fits beside it: only then does it need a place in the Tab order. */
import { type RefObject, useEffect, useState } from 'react'

export function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const frame = element.current
    if (!frame) return
    const observer = new ResizeObserver(() => setOverflows(frame.scrollWidth > frame.clientWidth + 1))
    observer.observe(frame)
    if (frame.firstElementChild) observer.observe(frame.firstElementChild)
    return () => observer.disconnect()
  }, [element])
  return overflows
}

const REACHED_BY_TAB = 'a[href], button, input, select, textarea, [tabindex]'

/** Whether there is more to read than fits and nothing in it that Tab would reach: keys must scroll it some other way. */
export function useReadable(element: RefObject<HTMLElement | null>): boolean {
  const [isReadable, setReadable] = useState(false)
  useEffect(() => {
    const frame = element.current
    if (!frame) return
    const look = () =>
      setReadable(frame.scrollHeight > frame.clientHeight + 1 && frame.querySelector(REACHED_BY_TAB) === null)
    const observer = new ResizeObserver(look)
    observer.observe(frame)
    for (const child of frame.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element])
  return isReadable
}
