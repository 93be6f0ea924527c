/** The sheet of a run as it will be printed. */
import type { RunHere } from '#state/household-list.ts'
import { usePrintSheet } from '../../calendar/use-print-sheet.ts'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { PrintedPaper } from '../../parts/PrintedPaper.tsx'
import { useWords } from '../../words/use-words.ts'
import css from './RunPaper.module.css'
import { RunSheet } from './RunSheet.tsx'

const c = classes(css)

export function RunPaperDialog({ of, onClose }: { readonly of: RunHere; readonly onClose: () => void }) {
  const { t } = useWords()
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
      <div className={c('preview')}>
        <RunSheet of={of} />
      </div>
      <PrintedPaper testId="run-paper">
        <RunSheet of={of} />
      </PrintedPaper>
    </Dialog>
  )
}
