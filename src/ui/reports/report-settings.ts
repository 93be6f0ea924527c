/** What was chosen for the last report, remembered while the group is open and forgotten with it on lock. */
import { useState } from 'react'
import type { PaperSize } from '#host/host.ts'
import type { Audience } from '#reports/report-model.ts'
import type { ReportLanguage } from '#reports/words.ts'
import type { Live } from '#state/live.ts'
import { useGroup } from '../group-context.tsx'
import { useWords } from '../words/use-words.ts'

export interface ReportSettings {
  /** Key of the period; null: the one that today belongs to. */
  readonly period: string | null
  readonly audience: Audience
  readonly language: ReportLanguage
  readonly paper: PaperSize
  readonly includeEntries: boolean
}

/** By the open group, so that nothing of it outlives a lock. */
const remembered = new WeakMap<Live, ReportSettings>()

export function useReportSettings(): readonly [ReportSettings, (change: Partial<ReportSettings>) => void] {
  const { live } = useGroup()
  const { language } = useWords()
  const [settings, setSettings] = useState<ReportSettings>(
    () =>
      remembered.get(live) ?? {
        period: null,
        audience: 'group',
        language,
        paper: 'letter',
        includeEntries: false,
      },
  )
  const change = (part: Partial<ReportSettings>) => {
    const next = { ...settings, ...part }
    remembered.set(live, next)
    setSettings(next)
  }
  return [settings, change]
}
