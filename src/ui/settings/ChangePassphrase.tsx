/** A new passphrase for this laptop, and the truth about copies that were made before. */
import { useState } from 'react'
import { GROUP_ID, group } from '#domain/group.ts'
import type { EntryProblem } from '#state/session.ts'
import { useLive, useServices } from '../group-context.tsx'
import { EntryProblemNotice } from '../lock/EntryProblemNotice.tsx'
import { PassphraseField } from '../lock/PassphraseField.tsx'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { NewPassphrase } from '../setup/NewPassphrase.tsx'
import { StepActions, StepForm } from '../setup/StepForm.tsx'
import { usePassphraseChoice } from '../setup/use-passphrase-choice.ts'
import { useWords } from '../words/use-words.ts'

export function ChangePassphrase() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isChanged, setChanged] = useState(false)
  return (
    <Section card title={t('settings.passphrase')} intro={t('settings.passphrase.old-copies')}>
      {isChanged && (
        <Notice kind="ok" announce>
          {t('settings.passphrase.changed')}
        </Notice>
      )}
      {isOpen ? (
        <ChangeForm
          onDone={hasChanged => {
            setOpen(false)
            setChanged(hasChanged)
          }}
        />
      ) : (
        <Row>
          <Button icon="key" onPress={() => setOpen(true)}>
            {t('settings.passphrase.change')}
          </Button>
        </Row>
      )}
    </Section>
  )
}

function ChangeForm({ onDone }: { readonly onDone: (hasChanged: boolean) => void }) {
  const { t } = useWords()
  const { actions } = useServices()
  const groupName = useLive(live => live.get(group, GROUP_ID))?.name ?? ''
  const choice = usePassphraseChoice(groupName === '' ? [] : [groupName])
  const [current, setCurrent] = useState('')
  const [problem, setProblem] = useState<EntryProblem | null>(null)
  const [tried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const change = async () => {
    setTried(true)
    if (current === '' || choice.passphrase === null) return
    setBusy(true)
    const result = await actions.changePassphrase({ current, next: choice.passphrase })
    setBusy(false)
    if (result.ok) onDone(true)
    else setProblem(result.problem)
  }
  return (
    <StepForm onSubmit={() => void change()} busy={isBusy}>
      {problem && <EntryProblemNotice problem={problem} />}
      <PassphraseField
        label={t('settings.passphrase.current')}
        value={current}
        onChange={setCurrent}
        autoFocus
        error={tried && current === '' ? t('lock.passphrase.missing') : null}
      />
      <NewPassphrase
        choice={choice}
        error={tried && choice.passphrase === null ? t('setup.passphrase.not-yet') : null}
      />
      <StepActions
        primary={t('settings.passphrase.change')}
        icon="key"
        busy={isBusy}
        skip={{ label: t('common.cancel'), onPress: () => onDone(false) }}
      />
    </StepForm>
  )
}
