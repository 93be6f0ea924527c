/** The sheet of a run as it will be printed. */
import type { RunHere } from '#state/household-list.ts'
import { runHits } from '#state/run-hits.ts'
import { usePrintSheet } from '../../calendar/use-print-sheet.ts'
import { useGroup } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { PrintedPaper } from '../../parts/PrintedPaper.tsx'
import { HitLine } from '../../reports/ShareHits.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './RunPaper.module.css'
import { RunSheet } from './RunSheet.tsx'

const c = classes(css)

export function RunPaperDialog({ of, onClose }: { readonly of: RunHere; readonly onClose: () => void }) {
  const { t } = useWords()
  const { live } = useGroup()
  const hits = runHits(live, of)
  const { isPrinting, print } = usePrintSheet({
    title: t('things.runs.print-title'),
    file: t('things.runs.file'),
  })
  return (
    <Dialog
      title={t('things.runs.paper')}
      isOpen
      onClose={onClose}
      size="large"
      closesOutside
      actions={
        <Button kind="primary" icon="print" busy={isPrinting} onPress={() => void print()}>
          {t('things.runs.print')}
        </Button>
      }
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
      <div className={c('preview')}>
        <RunSheet of={of} />
      </div>
      <PrintedPaper testId="run-paper">
        <RunSheet of={of} />
      </PrintedPaper>
    </Dialog>
  )
}
