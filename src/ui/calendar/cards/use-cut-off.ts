/** Whether a pocket card has more on it than its quarter of the sheet holds: the rest would be cut off. */
import { type RefObject, useEffect, useState } from 'react'

/** `shown`: what the cards are made of; looked at anew when it changes. */
export function useCutOff(frame: RefObject<HTMLElement | null>, shown: unknown): boolean {
  const [isCutOff, setCutOff] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are other elements
  useEffect(() => {
    const quarters = [...(frame.current?.querySelectorAll<HTMLElement>('[data-quarter]') ?? [])]
    // By edges: the mark across a draft is turned, and reaches beyond the card that it lies on.
    const reachesOut = (quarter: HTMLElement): boolean =>
      [...quarter.children].some(
        card => card.getBoundingClientRect().bottom > quarter.getBoundingClientRect().bottom,
      )
    const look = () => setCutOff(quarters.some(reachesOut))
    // Also when a font comes in late and the text grows.
    const observer = new ResizeObserver(look)
    for (const quarter of quarters) for (const card of quarter.children) observer.observe(card)
    look()
    return () => observer.disconnect()
  }, [frame, shown])
  return isCutOff
}
