/**
 * Everything between the start and an open group. While something is being worked on, the screen that began it stays,
 * so that what was typed is still there when it fails.
 */
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../group-context.tsx'
import { Locked } from './Locked.tsx'

// On most days there is a group, and its lock screen waits for neither of what a first day needs.
const FirstRun = lazy(() => import('../setup/FirstRun.tsx').then(module => ({ default: module.FirstRun })))

type Face = 'first-run' | 'locked'

export function BeforeOpen() {
  const kind = useSession(state => state.phase.kind)
  const [face, setFace] = useState<Face>(kind === 'first-run' ? 'first-run' : 'locked')
  const wanted = kind === 'first-run' || kind === 'locked' ? kind : face
  if (wanted !== face) setFace(wanted)
  return <Suspense fallback={null}>{wanted === 'first-run' ? <FirstRun /> : <Locked />}</Suspense>
}
