/** Says that this laptop's clock and another's disagree. Nothing is done about it: the person looks at the clocks. */
import { useState } from 'react'
import { useGroup, useLive } from '../group-context.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'

const HOUR_MS = 3_600_000

export function ClockNote() {
  const { t } = useWords()
  const { store } = useGroup()
  const [seen, setSeen] = useState(false)
  useLive(live => live.revision())
  const doubts = store.clockDoubts()
  const largest = Math.max(0, ...doubts.map(each => Math.abs(each.aheadMs)))
  if (seen || largest === 0) return null
  return (
    <Notice
      kind="warn"
      title={t(doubts.length > 1 ? 'today.clock.here' : 'today.clock.one')}
      onDismiss={() => setSeen(true)}
    >
      {t(...apart(largest))} {t('today.clock.detail')}
    </Notice>
  )
}

function apart(ms: number): [id: string, values: Readonly<Record<string, number>>] {
  if (ms < 2 * HOUR_MS) return ['today.clock.minutes', { count: Math.floor(ms / 60_000) }]
  if (ms < 48 * HOUR_MS) return ['today.clock.hours', { count: Math.floor(ms / HOUR_MS) }]
  return ['today.clock.days', { count: Math.floor(ms / (24 * HOUR_MS)) }]
}
