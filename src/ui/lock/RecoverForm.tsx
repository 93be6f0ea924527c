/**
 * Opening a group with the printed recovery sheet: what is typed from it, a new passphrase for this laptop, and, where
 * there is no group file here or it is not the one wanted, a sealed copy.
 */
import { type SyntheticEvent, useState } from 'react'
import type { EntryProblem } from '#state/session.ts'
import { useServices } from '../group-context.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { Card, Section, Stack } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { NewPassphrase } from '../setup/NewPassphrase.tsx'
import { StepActions, StepForm } from '../setup/StepForm.tsx'
import { usePassphraseChoice } from '../setup/use-passphrase-choice.ts'
import { useWords } from '../words/use-words.ts'
import { type ChosenCopy, CopyPicker } from './CopyPicker.tsx'
import { EntryProblemNotice } from './EntryProblemNotice.tsx'
import { useIsWorking, WorkingBar } from './WorkingBar.tsx'

interface RecoverFormProps {
  /** `needed`: there is no group file on this laptop. */
  readonly copyIs: 'possible' | 'needed'
  /** Chosen before; then it is not asked for again. */
  readonly copy?: ChosenCopy
  /** Told when a copy is needed and none was chosen. */
  readonly onMissing?: () => void
}

export function RecoverForm({ copyIs, copy: given, onMissing }: RecoverFormProps) {
  const { t } = useWords()
  const { actions } = useServices()
  const isWorking = useIsWorking()
  const choice = usePassphraseChoice([])
  const [secret, setSecret] = useState('')
  const [picked, setPicked] = useState<ChosenCopy | null>(null)
  const [problem, setProblem] = useState<EntryProblem | null>(null)
  const [tried, setTried] = useState(false)
  const copy = given ?? picked
  const recover = async () => {
    setTried(true)
    if (copyIs === 'needed' && !copy) return onMissing?.()
    if (secret.trim() === '' || choice.passphrase === null) return
    setProblem(null)
    const result = await actions.recover({
      copy,
      paperSecret: secret,
      passphrase: choice.passphrase,
    })
    if (!result.ok) setProblem(result.problem)
  }
  return (
    <Card>
      <StepForm onSubmit={() => void recover()} busy={isWorking}>
        {problem && <EntryProblemNotice problem={problem} />}
        <TextField
          label={t('lock.recover.secret')}
          hint={t('lock.recover.secret-hint')}
          value={secret}
          onChange={setSecret}
          lines={3}
          width="wide"
          onKeyDown={submitOnEnter}
          error={tried && secret.trim() === '' ? t('lock.recover.secret-missing') : null}
        />
        <Section title={t('lock.recover.new-passphrase')}>
          <NewPassphrase
            choice={choice}
            error={tried && choice.passphrase === null ? t('setup.passphrase.not-yet') : null}
          />
        </Section>
        {copyIs === 'possible' && (
          <Disclosure label={t('lock.recover.with-copy')}>
            <Stack gap="small">
              <p>{t('lock.recover.with-copy-text')}</p>
              <CopyPicker copy={picked} onPick={setPicked} />
            </Stack>
          </Disclosure>
        )}
        <WorkingBar />
        <StepActions primary={t('lock.recover.open')} icon="key" busy={isWorking} />
      </StepForm>
    </Card>
  )
}

/** The secret has several lines on paper but is one answer: Enter goes on, Shift+Enter breaks the line. */
function submitOnEnter(event: SyntheticEvent & { readonly key: string; readonly shiftKey: boolean }): void {
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit()
}
