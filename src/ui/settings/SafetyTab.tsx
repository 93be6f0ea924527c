/** What keeps the group file safe: the sheet, a sealed copy, the passphrase, the lock. */
import { useGroup } from '../group-context.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Stack } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { AutoLock } from './AutoLock.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { RecoverySection } from './RecoverySection.tsx'
import { SealedCopySection } from './SealedCopySection.tsx'

export function SafetyTab() {
  const { t } = useWords()
  const { demo } = useGroup()
  if (demo) return <Notice>{t('settings.demo')}</Notice>
  return (
    <Stack gap="large">
      <RecoverySection />
      <SealedCopySection />
      <ChangePassphrase />
      <AutoLock />
    </Stack>
  )
}
