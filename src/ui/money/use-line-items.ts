/** The group's lines as a list to choose from: income and costs, in their order, each with what it counts as. */
import { useMemo } from 'react'
import { byOrder } from '#domain/budget-actual.ts'
import { type Line, line } from '#domain/line.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useGroup, useLive } from '../group-context.tsx'
import type { ComboItem } from '../parts/ComboShell.tsx'
import { useWords } from '../words/use-words.ts'
import { useLineName } from './line-name.ts'

/** Of the sponsorship in work, in order, those in use. */
export function useLines(): readonly Line[] {
  const { live } = useGroup()
  const lines = useLive(here => here.records(line))
  return useMemo(() => {
    const of = currentSponsorship({ live })?.id
    return lines.filter(each => !each.retired && each.sponsorship === of).toSorted(byOrder)
  }, [lines, live])
}

export function useLineItems(): readonly ComboItem[] {
  const lines = useLines()
  const lineName = useLineName()
  const { t } = useWords()
  return useMemo(
    () =>
      lines.map(each => ({
        id: each.id,
        label: lineName(each),
        note: t(`money.counts-as.${each.countsAs}`),
      })),
    [lines, lineName, t],
  )
}
