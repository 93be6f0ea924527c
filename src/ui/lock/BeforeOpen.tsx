/**
 * Everything between the start and an open group. While something is being worked on, the screen that began it stays,
 * so that what was typed is still there when it fails.
 */
import { useState } from 'react'
import { useSession } from '../group-context.tsx'
import { FirstRun } from '../setup/FirstRun.tsx'
import { Locked } from './Locked.tsx'

type Face = 'first-run' | 'locked'

export function BeforeOpen() {
  const kind = useSession(state => state.phase.kind)
  const [face, setFace] = useState<Face>(kind === 'first-run' ? 'first-run' : 'locked')
  const wanted = kind === 'first-run' || kind === 'locked' ? kind : face
  if (wanted !== face) setFace(wanted)
  return wanted === 'first-run' ? <FirstRun /> : <Locked />
}
