/** What a saving left to say: how to finish in the browser's print window, or that a cloud copies the folder. */
import { CloudNotice } from '../CloudNotice.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'
import type { ReportFiles } from './use-report-files.ts'

export function FileNotices({ files: { notice, dismissNotice } }: { readonly files: ReportFiles }) {
  const { t } = useWords()
  if (!notice) return null
  return notice.kind === 'print-window' ? (
    <Notice announce title={t('reports.print-window')} onDismiss={dismissNotice}>
      {t('reports.print-window.detail')}
    </Notice>
  ) : (
    <CloudNotice name={notice.name} onDismiss={dismissNotice} />
  )
}
