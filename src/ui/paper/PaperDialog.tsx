/** A sheet as it will be printed, with what is chosen for it above and one button to print it. */
import type { ReactNode } from 'react'
import { paperHits } from '#state/paper-hits.ts'
import { usePrintSheet } from '../calendar/use-print-sheet.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PrintedPaper } from '../parts/PrintedPaper.tsx'
import { Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { HitLine } from '../reports/ShareHits.tsx'
import { useWords } from '../words/use-words.ts'
import css from './PaperDialog.module.css'
import { usePageFoot } from './use-page-foot.ts'
import { usePaperSize } from './use-paper-size.ts'

const c = classes(css)

interface PaperDialogProps {
  readonly title: string
  /** On the button. */
  readonly action: string
  /** What the print job and the PDF are called: both neutral. */
  readonly job: { readonly title: string; readonly file: string }
  readonly testId: string
  /** Null: there is nothing to show or to print, and `children` say why. */
  readonly sheet: ReactNode
  /** What members wrote that stands on it: what would tell something is shown before it is printed. */
  readonly typed?: readonly string[]
  /** What each page of a form says at its foot, beside its number. */
  readonly foot?: string
  /** What can be done with it besides. */
  readonly more?: ReactNode
  /** It says on the screen what would be on it, and stays there. */
  readonly canPrint?: boolean
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function PaperDialog(props: PaperDialogProps) {
  const {
    title,
    action,
    job,
    testId,
    sheet,
    typed = [],
    foot = null,
    more,
    canPrint = true,
    onClose,
    children,
  } = props
  const { t } = useWords()
  const [paper, choosePaper] = usePaperSize()
  const { isPrinting, print } = usePrintSheet({ ...job, paper })
  usePageFoot(foot)
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="large"
      closesOutside
      actions={
        <>
          {more}
          <Button
            kind="primary"
            icon="print"
            disabled={sheet === null || !canPrint}
            busy={isPrinting}
            onPress={() => void print()}
          >
            {action}
          </Button>
        </>
      }
    >
      <Stack>
        {children}
        <Telling typed={typed} />
        {sheet !== null && (
          <>
            <Select
              label={t('reports.paper')}
              value={paper}
              onChange={choosePaper}
              choices={[
                { value: 'letter', label: t('reports.paper.letter') },
                { value: 'a4', label: t('reports.paper.a4') },
              ]}
            />
            <div className={c('preview')}>{sheet}</div>
            <PrintedPaper testId={testId} size={paper}>
              {sheet}
            </PrintedPaper>
          </>
        )}
      </Stack>
    </Dialog>
  )
}

function Telling({ typed }: { readonly typed: readonly string[] }) {
  const { t } = useWords()
  const { live } = useGroup()
  const hits = paperHits(live, typed)
  if (hits.length === 0) return null
  return (
    <Notice kind="warn" title={t('common.print.telling')}>
      {hits.map(placed => (
        <p key={`${placed.before} ${placed.hit.text} ${placed.after}`}>
          <HitLine placed={placed} />
        </p>
      ))}
    </Notice>
  )
}
