/** The feed as a screen reads it: fresh after every change, and after the person has looked. */
import { useEffect, useSyncExternalStore } from 'react'
import type { ChangeSummary } from '#store/store.ts'
import { useGroup } from '../group-context.tsx'
import { isTold } from './feed-commands.ts'

export function useNews(): readonly ChangeSummary[] {
  const { feed } = useGroup()
  useEffect(() => void feed.prepare(), [feed])
  return useSyncExternalStore(feed.subscribe, () => feed.news()).filter(isTold)
}

export function useChanges(limit: number): readonly ChangeSummary[] {
  const { feed } = useGroup()
  return useSyncExternalStore(feed.subscribe, () => feed.changes(limit)).filter(isTold)
}
