/** What is personal is covered until it is asked for, and again when amounts are hidden: others may see this screen. */
import { useState } from 'react'
import { useSession } from '../group-context.tsx'

export function useCover(): { readonly isShown: boolean; readonly toggle: () => void } {
  const isHiding = useSession(state => state.hideAmounts)
  const [isShown, setShown] = useState(false)
  const [wasHiding, setWasHiding] = useState(isHiding)
  if (wasHiding !== isHiding) {
    setWasHiding(isHiding)
    if (isHiding) setShown(false)
  }
  return { isShown, toggle: () => setShown(!isShown) }
}
