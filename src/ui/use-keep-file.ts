/** Saves a file where the person chooses, and complains where that did not work. */
import { useCallback } from 'react'
import { useGroup } from './group-context.tsx'
import { useToasts } from './parts/ToastRegion.tsx'
import { useWords } from './words/use-words.ts'

/** `cloud-folder`: it is there, and the folder looks like one that a cloud copies: the caller says so. */
export type Kept = 'saved' | 'cloud-folder' | 'not-saved'

export function useKeepFile(): (name: string, bytes: Uint8Array) => Promise<Kept> {
  const { host } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  return useCallback(
    async (name, bytes) => {
      const saved = await host.saveFile({ suggestedName: name, bytes })
      if (!saved.ok) {
        if (saved.problem.kind === 'disk-full') toasts.problem(t('reports.problem.disk-full'))
        if (saved.problem.kind === 'io') toasts.problem(t('reports.problem.io'))
        return 'not-saved'
      }
      if (saved.value.cloudFolder) return 'cloud-folder'
      toasts.done(t('reports.saved', { name }))
      return 'saved'
    },
    [host, t, toasts],
  )
}
