/** Saves notes of the report in sight at once, with a toast that takes it back. */
import type { FieldsOf } from '#domain/record-kind.ts'
import type { reportNotes } from '#domain/report-record.ts'
import type { ReportView } from '#state/report-files.ts'
import { useGroup } from '../group-context.tsx'
import { useToasts } from '../parts/ToastRegion.tsx'
import { useWords } from '../words/use-words.ts'

type Notes = Partial<Omit<FieldsOf<typeof reportNotes>, 'sponsorship' | 'period'>>

/** Resolves to false when nothing was saved, so that the typed text can stay. */
export function useSaveNotes({ sponsorship, report }: ReportView): (fields: Notes) => Promise<boolean> {
  const { commands } = useGroup()
  const said = useSavedToast()
  return async fields =>
    said(
      await commands.saveReportNotes({ sponsorship, from: report.period.from, to: report.period.to }, fields),
    )
}

type Saved = Awaited<ReturnType<ReturnType<typeof useGroup>['commands']['saveReportNotes']>>

export function useSavedToast(): (result: Saved) => boolean {
  const { commands } = useGroup()
  const { t } = useWords()
  const toasts = useToasts()
  return result => {
    if (result.ok) {
      const { change } = result.value
      toasts.done(t('reports.note.saved'), () => void commands.gate.undoChange(change))
      return true
    }
    if (result.problem.kind !== 'nothing-to-do')
      toasts.problem(
        t(result.problem.kind === 'disk-full' ? 'reports.note.disk-full' : 'reports.note.refused'),
      )
    return result.problem.kind === 'nothing-to-do'
  }
}
