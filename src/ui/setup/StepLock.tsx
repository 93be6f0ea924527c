/** Step 2, first half: the passphrase. The only thing of the set-up that cannot be skipped. */
import { useEffect, useState } from 'react'
import type { OpenStoreProblem } from '#state/session.ts'
import { EntryProblemNotice } from '../lock/EntryProblemNotice.tsx'
import { useIsWorking, WorkingBar } from '../lock/WorkingBar.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { useWords } from '../words/use-words.ts'
import { focusTitle } from './focus-title.ts'
import { NewPassphrase } from './NewPassphrase.tsx'
import { StepActions, StepForm } from './StepForm.tsx'
import type { PassphraseChoice } from './use-passphrase-choice.ts'

interface StepLockProps {
  readonly choice: PassphraseChoice
  readonly problem: OpenStoreProblem | null
  readonly onBack: () => void
  readonly onDone: (passphrase: string) => void
}

export function StepLock({ choice, problem, onBack, onDone }: StepLockProps) {
  const { t } = useWords()
  const isWorking = useIsWorking()
  const [tried, setTried] = useState(false)
  useEffect(focusTitle, [])
  const go = () => {
    setTried(true)
    if (choice.passphrase !== null) onDone(choice.passphrase)
  }
  return (
    <StepForm onSubmit={go} busy={isWorking}>
      <PageHeader title={t('setup.lock.title')} intro={t('setup.lock.intro')} />
      {problem && !isWorking && <EntryProblemNotice problem={problem} />}
      <NewPassphrase
        choice={choice}
        error={tried && choice.passphrase === null ? t('setup.passphrase.not-yet') : null}
      />
      <Notice>{t('setup.lock.write-down')}</Notice>
      <WorkingBar />
      <StepActions
        primary={
          choice.mode === 'suggested'
            ? t('setup.lock.use-words', { count: choice.suggested.split(' ').length })
            : t('setup.lock.use-own')
        }
        icon="lock"
        busy={isWorking}
        onBack={onBack}
      />
    </StepForm>
  )
}
