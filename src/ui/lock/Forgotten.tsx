/** A forgotten passphrase: the truth first, then the printed sheet, with the file on this laptop or a sealed copy. */
import { useEffect } from 'react'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { focusTitle } from '../setup/focus-title.ts'
import { useWords } from '../words/use-words.ts'
import { EntryLayout } from './EntryLayout.tsx'
import { RecoverForm } from './RecoverForm.tsx'

export function Forgotten({ onBack }: { readonly onBack: () => void }) {
  const { t } = useWords()
  useEffect(focusTitle, [])
  return (
    <EntryLayout>
      <PageHeader
        title={t('lock.forgotten.title')}
        intro={t('lock.forgotten.intro')}
        above={
          <Button kind="quiet" size="small" icon="back" onPress={onBack}>
            {t('common.back')}
          </Button>
        }
      />
      <Notice title={t('lock.forgotten.other-ways')}>
        <p>{t('lock.forgotten.other-laptop')}</p>
        <p>{t('lock.forgotten.no-one')}</p>
      </Notice>
      <RecoverForm copyIs="possible" />
    </EntryLayout>
  )
}
