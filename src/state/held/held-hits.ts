/** What a copy of everything held would tell outside the group: each name and number once, where it stands first. */
import type { Live } from '../live.ts'
import { type TextHit, textHits } from '../safe-to-share.ts'
import { type HeldCopy, heldValues } from './held-about.ts'

export function heldHits(live: Live, copy: HeldCopy): readonly TextHit[] {
  const found = new Map<string, TextHit>()
  for (const text of heldValues(copy))
    for (const each of textHits(live, text)) {
      const key = `${each.hit.kind} ${each.hit.text}`
      if (!found.has(key)) found.set(key, each)
    }
  return [...found.values()]
}
