/** The recovery sheet: proven or not, printed while it still can be, proven by typing its last line. */
import { useState } from 'react'
import { type SafetyEvent, safetyEvent } from '#domain/safety-event.ts'
import { useGroup, useLive, useServices, useSession } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { PrintIt } from '../setup/StepSheet.tsx'
import { useWords } from '../words/use-words.ts'
import { useMoment } from './use-moment.ts'

export function useLastEvent(event: SafetyEvent['event']): SafetyEvent | undefined {
  return useLive(live => live.records(safetyEvent))
    .filter(each => each.event === event)
    .toSorted((a, b) => b.at - a.at)[0]
}

export function RecoverySection() {
  const { t } = useWords()
  const { actions } = useServices()
  const { vault, commands } = useGroup()
  const secret = useSession(state => state.paperSecret)
  const proven = useLastEvent('recovery-proven')
  const moment = useMoment()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<'wrong' | 'right' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const prove = async () => {
    setBusy(true)
    const isProven = await vault.provePaper(typed)
    setBusy(false)
    setSaid(isProven ? 'right' : 'wrong')
    if (!isProven) return
    setTyped('')
    await actions.forgetPaperSecret()
    await commands.noteSafety('recovery-proven')
  }
  return (
    <Section card title={t('setup.sheet.title')}>
      {proven ? (
        <Notice kind="ok" announce={said === 'right'}>
          {t('settings.sheet.proven', { date: moment(proven.at) })}
        </Notice>
      ) : (
        <Notice kind="warn">{t(secret ? 'settings.sheet.unproven' : 'settings.sheet.unproven-gone')}</Notice>
      )}
      {secret && <PrintIt secret={secret} />}
      <StepForm onSubmit={() => void prove()} busy={isBusy}>
        <TextField
          label={t('setup.sheet.prove')}
          hint={t('settings.sheet.prove-hint')}
          value={typed}
          onChange={text => {
            setTyped(text)
            setSaid(null)
          }}
          maxLength={120}
          error={said === 'wrong' ? t('setup.sheet.wrong') : null}
        />
        <Row>
          <Button type="submit" busy={isBusy}>
            {t('settings.sheet.check')}
          </Button>
        </Row>
      </StepForm>
    </Section>
  )
}
