/** The sheet of a run as it will be printed. */
import type { RunHere } from '#state/household-list.ts'
import { typedOnRun } from '#state/paper-hits.ts'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { RunSheet } from './RunSheet.tsx'

export function RunPaperDialog({ of, onClose }: { readonly of: RunHere; readonly onClose: () => void }) {
  const { t, date } = useWords()
  return (
    <PaperDialog
      title={t('things.runs.paper')}
      action={t('things.runs.print')}
      job={{ title: t('things.runs.print-title'), file: t('things.runs.file') }}
      testId="run-paper"
      sheet={<RunSheet of={of} />}
      foot={[of.run.name || t('things.runs.unnamed'), of.run.on === null ? '' : date(of.run.on, 'long')]
        .filter(Boolean)
        .join(' · ')}
      typed={typedOnRun(of)}
      onClose={onClose}
    />
  )
}
