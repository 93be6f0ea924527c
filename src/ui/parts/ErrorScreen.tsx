/** What is seen in place of a screen that failed. */
import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { Row } from './Section.tsx'

interface ErrorScreenProps {
  readonly code: string
  readonly details: string
  readonly onRetry: () => void
}

export function ErrorScreen({ code, details, onRetry }: ErrorScreenProps) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(details).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Notice
      kind="danger"
      announce
      title={t('common.error.title')}
      actions={
        <Row>
          <Button size="small" icon="retry" onPress={onRetry}>
            {t('common.error.retry')}
          </Button>
          <Button size="small" kind="quiet" icon={copied ? 'check' : 'copy'} onPress={copy}>
            {copied ? t('common.copied') : t('common.error.copy')}
          </Button>
        </Row>
      }
    >
      <p>{t('common.error.safe')}</p>
      <p>{t('common.error.code', { code })}</p>
    </Notice>
  )
}
