/** Lists every name that is about to leave the group, each time, before a file with names is saved. */
import type { ReportView } from '#state/report-files.ts'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { useWords } from '../words/use-words.ts'
import css from './PayeeNamesDialog.module.css'
import type { ReportFiles } from './use-report-files.ts'

const c = classes(css)

interface PayeeNamesDialogProps {
  readonly view: ReportView
  readonly files: ReportFiles
}

export function PayeeNamesDialog({ view, files }: PayeeNamesDialogProps) {
  const { t } = useWords()
  const isOpen = files.asksFor !== null
  const names = isOpen ? view.payeeNames() : []
  return (
    <Dialog
      title={t('reports.names.title', { count: names.length })}
      isOpen={isOpen}
      onClose={files.cancelNames}
      actions={
        <DialogFoot
          onCancel={files.cancelNames}
          save={t('reports.names.confirm')}
          onSave={files.confirmNames}
        />
      }
    >
      <p>{t('reports.names.question')}</p>
      {/* It may be longer than the window: the keyboard must reach it to scroll. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
      <section tabIndex={0} aria-label={t('reports.names.list')}>
        <ul className={c('names')}>
          {names.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
    </Dialog>
  )
}
