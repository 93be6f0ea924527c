/** Saves notes of the report in sight at once, with a toast that takes it back. */
import type { FieldsOf } from '#domain/record-kind.ts'
import type { reportNotes } from '#domain/report-record.ts'
import type { ReportView } from '#state/report-files.ts'
import { useGroup } from '../group-context.tsx'
import { type Saving, useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'

type Notes = Partial<Omit<FieldsOf<typeof reportNotes>, 'sponsorship' | 'period'>>

/** Resolves to false when nothing was saved, so that the typed text can stay. */
export function useSaveNotes({ sponsorship, report }: ReportView): (fields: Notes) => Promise<boolean> {
  const { commands } = useGroup()
  const save = useSaveNote()
  return fields =>
    save(commands.saveReportNotes({ sponsorship, from: report.period.from, to: report.period.to }, fields))
}

export function useSaveNote(): (running: Saving) => Promise<boolean> {
  const { t } = useWords()
  const save = useSave({ diskFull: t('reports.note.disk-full'), other: t('reports.note.refused') })
  return running => save(running, t('reports.note.saved'))
}
