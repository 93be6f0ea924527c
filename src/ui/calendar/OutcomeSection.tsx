/** Afterwards: did it happen, how far was it driven, how many hours did it take, what is next. */
import { useState } from 'react'
import type { AppointmentState } from '#domain/appointment.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { FormGrid, WholeLine } from '../parts/FormGrid.tsx'
import { NumberStepper } from '../parts/NumberStepper.tsx'
import { Row } from '../parts/Section.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'

interface OutcomeSectionProps {
  readonly of: Occurrence
  readonly onClosed: () => void
}

export function OutcomeSection({ of, onClosed }: OutcomeSectionProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const [outcome, setOutcome] = useState(of.outcome)
  const target = { id: of.appointment.id, original: of.original }
  const close = async (status: AppointmentState) => {
    if (await save(commands.closeAppointment(target, status, outcome), t('calendar.outcome.saved')))
      onClosed()
  }
  return (
    <Disclosure label={t('calendar.outcome')} defaultOpen={of.status === 'done' || of.status === 'missed'}>
      <FormGrid>
        <NumberStepper
          label={t('calendar.outcome.km')}
          value={Math.round(outcome.km)}
          max={10_000}
          onChange={km => setOutcome({ ...outcome, km })}
        />
        <NumberStepper
          label={t('calendar.outcome.hours')}
          value={Math.round(outcome.hours)}
          max={100}
          onChange={hours => setOutcome({ ...outcome, hours })}
        />
        <WholeLine>
          <TextField
            label={t('calendar.outcome.next')}
            hint={t('calendar.outcome.next.hint')}
            optional
            width="wide"
            lines={2}
            maxLength={10_000}
            value={outcome.note}
            onChange={note => setOutcome({ ...outcome, note })}
          />
        </WholeLine>
        <WholeLine>
          <Row>
            <Button icon="check" onPress={() => void close('done')}>
              {t('calendar.outcome.done')}
            </Button>
            <Button icon="exclude" onPress={() => void close('missed')}>
              {t('calendar.outcome.missed')}
            </Button>
            {of.status !== 'planned' && (
              <Button kind="quiet" icon="undo" onPress={() => void close('planned')}>
                {t('calendar.outcome.planned')}
              </Button>
            )}
          </Row>
        </WholeLine>
      </FormGrid>
    </Disclosure>
  )
}
