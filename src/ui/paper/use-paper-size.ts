/** Letter or A4, as it was chosen last while this group is open. */
import { useState } from 'react'
import type { PaperSize } from '#host/host.ts'
import type { Live } from '#state/live.ts'
import { useGroup } from '../group-context.tsx'

/** By the open group, so that nothing of it outlives a lock. */
const remembered = new WeakMap<Live, PaperSize>()

export function usePaperSize(): readonly [PaperSize, (size: PaperSize) => void] {
  const { live } = useGroup()
  const [size, setSize] = useState<PaperSize>(() => remembered.get(live) ?? 'letter')
  const choose = (next: PaperSize) => {
    remembered.set(live, next)
    setSize(next)
  }
  return [size, choose]
}
