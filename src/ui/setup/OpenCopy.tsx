/** A sealed copy of another laptop, opened here with that laptop's passphrase or with the printed sheet. */
import { useEffect, useState } from 'react'
import type { EntryProblem } from '#state/session.ts'
import { useServices } from '../group-context.tsx'
import { type ChosenCopy, CopyPicker } from '../lock/CopyPicker.tsx'
import { EntryLayout } from '../lock/EntryLayout.tsx'
import { EntryProblemNotice } from '../lock/EntryProblemNotice.tsx'
import { PassphraseField } from '../lock/PassphraseField.tsx'
import { RecoverForm } from '../lock/RecoverForm.tsx'
import { useIsWorking, WorkingBar } from '../lock/WorkingBar.tsx'
import { Button } from '../parts/Button.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import { Card } from '../parts/Section.tsx'
import { useWords } from '../words/use-words.ts'
import { focusTitle } from './focus-title.ts'
import { StepActions, StepForm } from './StepForm.tsx'

export function OpenCopy({ onBack }: { readonly onBack: () => void }) {
  const { t } = useWords()
  const isWorking = useIsWorking()
  const [copy, setCopy] = useState<ChosenCopy | null>(null)
  const [by, setBy] = useState<'passphrase' | 'sheet'>('passphrase')
  const [isMissing, setMissing] = useState(false)
  useEffect(focusTitle, [])
  return (
    <EntryLayout>
      <PageHeader
        title={t('setup.copy.title')}
        intro={t('setup.copy.intro')}
        above={
          <Button kind="quiet" size="small" icon="back" onPress={onBack} disabled={isWorking}>
            {t('common.back')}
          </Button>
        }
      />
      <CopyPicker copy={copy} onPick={setCopy} error={isMissing && !copy ? t('setup.copy.missing') : null} />
      <RadioCards
        label={t('setup.copy.by')}
        value={by}
        onChange={setBy}
        columns={2}
        options={[
          {
            value: 'passphrase',
            label: t('setup.copy.by-passphrase'),
            description: t('setup.copy.by-passphrase-text'),
            icon: 'key',
          },
          {
            value: 'sheet',
            label: t('setup.copy.by-sheet'),
            description: t('setup.copy.by-sheet-text'),
            icon: 'file',
          },
        ]}
      />
      {by === 'passphrase' ? (
        <WithPassphrase copy={copy} onMissing={() => setMissing(true)} />
      ) : (
        <RecoverForm copyIs="needed" {...(copy ? { copy } : {})} onMissing={() => setMissing(true)} />
      )}
    </EntryLayout>
  )
}

interface WithPassphraseProps {
  readonly copy: ChosenCopy | null
  readonly onMissing: () => void
}

function WithPassphrase({ copy, onMissing }: WithPassphraseProps) {
  const { t } = useWords()
  const { actions } = useServices()
  const isWorking = useIsWorking()
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<EntryProblem | null>(null)
  const open = async () => {
    setTried(true)
    if (!copy) return onMissing()
    if (passphrase === '') return
    setProblem(null)
    const result = await actions.openSealedCopy({ copy, passphrase })
    if (!result.ok) setProblem(result.problem)
  }
  return (
    <Card>
      <StepForm onSubmit={() => void open()} busy={isWorking}>
        {problem && <EntryProblemNotice problem={problem} />}
        <PassphraseField
          label={t('setup.copy.passphrase')}
          hint={t('setup.copy.passphrase-hint')}
          value={passphrase}
          onChange={setPassphrase}
          error={tried && passphrase === '' ? t('lock.passphrase.missing') : null}
        />
        <WorkingBar />
        <StepActions primary={t('setup.copy.open')} icon="key" busy={isWorking} />
      </StepForm>
    </Card>
  )
}
