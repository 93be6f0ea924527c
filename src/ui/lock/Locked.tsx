/** The locked group file: one field. What was typed stays after a refusal, and nothing counts the tries. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useServices, useSession } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Link } from '../parts/Link.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Card, Row, Stack } from '../parts/Section.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { useWords } from '../words/use-words.ts'
import { EntryLayout } from './EntryLayout.tsx'
import { EntryProblemNotice } from './EntryProblemNotice.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { useIsWorking, WorkingBar } from './WorkingBar.tsx'

const OpenCopy = lazy(() => import('../setup/OpenCopy.tsx').then(module => ({ default: module.OpenCopy })))
const Forgotten = lazy(() => import('./Forgotten.tsx').then(module => ({ default: module.Forgotten })))

export function Locked() {
  const [view, setView] = useState<'unlock' | 'forgotten' | 'copy'>('unlock')
  const back = () => setView('unlock')
  if (view === 'unlock')
    return <Unlock onForgotten={() => setView('forgotten')} onCopy={() => setView('copy')} />
  return (
    <Suspense fallback={null}>
      {view === 'forgotten' ? <Forgotten onBack={back} /> : <OpenCopy onBack={back} />}
    </Suspense>
  )
}

interface UnlockProps {
  readonly onForgotten: () => void
  readonly onCopy: () => void
}

function Unlock({ onForgotten, onCopy }: UnlockProps) {
  const { t } = useWords()
  const { actions } = useServices()
  const phase = useSession(state => state.phase)
  const isWorking = useIsWorking()
  const [passphrase, setPassphrase] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const problem = phase.kind === 'locked' ? phase.problem : null
  useEffect(() => {
    if (problem) field.current?.select()
  }, [problem])
  const unlock = () => {
    setMissing(passphrase === '')
    if (passphrase === '') field.current?.focus()
    else void actions.unlock(passphrase)
  }
  return (
    <EntryLayout width="narrow">
      <PageHeader title={t('lock.title')} intro={t('lock.intro')} />
      <Card>
        <StepForm onSubmit={unlock} busy={isWorking}>
          {problem && !isWorking && <EntryProblemNotice problem={problem} />}
          <PassphraseField
            label={t('lock.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            inputRef={field}
            autoFocus
            error={isMissing && passphrase === '' ? t('lock.passphrase.missing') : null}
          />
          <WorkingBar />
          <Row align="between">
            <Button kind="primary" type="submit" icon="key" busy={isWorking}>
              {t('lock.unlock')}
            </Button>
            <Link onPress={onForgotten}>{t('lock.forgotten')}</Link>
          </Row>
          {problem?.kind === 'missing-key-file' && problem.name === 'device.age' && (
            <Row>
              <Link onPress={onCopy}>{t('setup.welcome.copy')}</Link>
            </Row>
          )}
        </StepForm>
      </Card>
      <Stack gap="small">
        <p>{t('lock.reassure')}</p>
      </Stack>
    </EntryLayout>
  )
}
