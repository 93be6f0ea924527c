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
