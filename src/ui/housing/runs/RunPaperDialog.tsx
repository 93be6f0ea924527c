/** The sheet of a run as it will be printed. */
import type { RunHere } from '#state/household-list.ts'
import { runHits } from '#state/run-hits.ts'
import { useGroup } from '../../group-context.tsx'
import { PaperDialog } from '../../paper/PaperDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { HitLine } from '../../reports/ShareHits.tsx'
import { useWords } from '../../words/use-words.ts'
import { RunSheet } from './RunSheet.tsx'

export function RunPaperDialog({ of, onClose }: { readonly of: RunHere; readonly onClose: () => void }) {
  const { t, date } = useWords()
  const { live } = useGroup()
  const hits = runHits(live, of)
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
      onClose={onClose}
    >
      {hits.length > 0 && (
        <Notice kind="warn" title={t('things.runs.telling')}>
          {hits.map(placed => (
            <p key={`${placed.before} ${placed.hit.text} ${placed.after}`}>
              <HitLine placed={placed} />
            </p>
          ))}
        </Notice>
      )}
    </PaperDialog>
  )
}
