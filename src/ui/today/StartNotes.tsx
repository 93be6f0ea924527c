/** What opening found, in words, until it is put aside; and that a browser keeps less safely than the desktop app. */
import { useState } from 'react'
import { useGroup } from '../group-context.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useWords } from '../words/use-words.ts'

export function StartNotes() {
  const { t } = useWords()
  const { notes, demo, host } = useGroup()
  const [seen, setSeen] = useState(false)
  if (demo || seen) return null
  const put = { onDismiss: () => setSeen(true) }
  if (notes.damaged > 0)
    return (
      <Notice kind="danger" title={t('today.notes.damaged', { count: notes.damaged })} {...put}>
        {t('today.notes.damaged.detail')}
      </Notice>
    )
  if (notes.lostAttachments > 0)
    return (
      <Notice kind="warn" title={t('today.notes.attachments', { count: notes.lostAttachments })} {...put}>
        {t('today.notes.attachments.detail')}
      </Notice>
    )
  if (notes.cloneNoticed)
    return (
      <Notice kind="warn" title={t('today.notes.clone')} {...put}>
        {t('today.notes.clone.detail')}
      </Notice>
    )
  if (notes.waiting > 0)
    return (
      <Notice kind="info" title={t('today.notes.waiting', { count: notes.waiting })} {...put}>
        {t('today.notes.waiting.detail')}
      </Notice>
    )
  if (notes.healed > 0)
    return (
      <Notice kind="ok" title={t('today.notes.healed', { count: notes.healed })} {...put}>
        {t('today.notes.healed.detail')}
      </Notice>
    )
  return host.durability === 'browser' ? (
    <Notice kind="warn" title={t('today.notes.browser')} {...put}>
      {t('today.notes.browser.detail')}
    </Notice>
  ) : null
}
