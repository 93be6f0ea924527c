/** A file was saved into a folder that a cloud seems to copy. */
import { Notice } from './parts/Notice.tsx'
import { useWords } from './words/use-words.ts'

interface CloudNoticeProps {
  /** Null: nothing to say. */
  readonly name: string | null
  readonly onDismiss?: () => void
}

export function CloudNotice({ name, onDismiss }: CloudNoticeProps) {
  const { t } = useWords()
  if (name === null) return null
  return (
    <Notice
      kind="warn"
      announce
      title={t('reports.cloud-folder', { name })}
      {...(onDismiss ? { onDismiss } : {})}
    >
      {t('reports.cloud-folder.detail')}
    </Notice>
  )
}
