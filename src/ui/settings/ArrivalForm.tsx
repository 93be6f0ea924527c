/** One arrival: where it stands, and what follows from it for the months of support. */
import { useState } from 'react'
import type { IsoDate } from '#domain/dates.ts'
import { totalsOf } from '#domain/reanchoring.ts'
import type { Arrival, Sponsorship } from '#domain/sponsorship.ts'
import { supportEnds } from '#domain/support-months.ts'
import { type ArrivalMove, previewMove } from '#state/plan.ts'
import { useGroup, useServices } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { DateField, dateComplaint } from '../parts/DateField.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { ConfirmMoveDialog } from '../plan/arrival/ConfirmMoveDialog.tsx'
import { changesOf } from '../plan/arrival/MovePreview.tsx'
import { ArrivalFields, type Unreadable } from '../setup/ArrivalFields.tsx'
import { StepForm } from '../setup/StepForm.tsx'
import { unreadableProblems } from '../setup/StepSponsorship.tsx'
import { timingOf, timingProblems } from '../setup/sponsorship-draft.ts'
import type { TypedDateProblem } from '../words/typed-date.ts'
import { useWords } from '../words/use-words.ts'
import { useSave } from './use-save.ts'

interface ArrivalFormProps {
  readonly known: Arrival
  /** 1 for the first arrival. */
  readonly number: number
  readonly clock: Sponsorship
}

export function ArrivalForm({ known, number, clock }: ArrivalFormProps) {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { commands, live } = useGroup()
  const save = useSave()
  const [timing, setTiming] = useState(known.timing)
  const [unreadable, setUnreadable] = useState<Unreadable>({})
  const [ends, setEnds] = useState<IsoDate | null>(known.supportEndsOverride)
  const [endsProblem, setEndsProblem] = useState<TypedDateProblem | null>(null)
  const [tried, setTried] = useState(false)
  /** Tasks hang on it: what the change does to them is looked at first. */
  const [move, setMove] = useState<ArrivalMove | null>(null)
  const problems = { ...timingProblems(timing, tools.today()), ...unreadableProblems(unreadable) }
  const isEndsWrong = endsProblem !== null && endsProblem.kind !== 'empty'
  const submit = () => {
    setTried(true)
    if (Object.keys(problems).length > 0 || isEndsWrong) return
    const wanted = { arrival: known.id, timing: timingOf(timing), supportEndsOverride: ends }
    const preview = previewMove(live, wanted, tools.today())
    if (preview && changesOf(totalsOf(preview, new Map())) > 0) setMove(wanted)
    else void save(commands.editArrival(known.id, { timing: wanted.timing, supportEndsOverride: ends }))
  }
  const computed = supportEnds(clock, { timing, supportEndsOverride: null })
  return (
    <Section
      card
      title={number === 1 ? t('settings.arrival.first') : t('settings.arrival.later', { number })}
    >
      <StepForm onSubmit={submit}>
        <ArrivalFields
          timing={timing}
          unreadable={unreadable}
          problems={tried ? problems : {}}
          onChange={(next, nextUnreadable) => {
            setTiming(next)
            setUnreadable(nextUnreadable)
          }}
        />
        <DateField
          label={t('settings.arrival.ends')}
          optional
          width="normal"
          hint={
            computed
              ? t('settings.arrival.ends-computed', { date: date(computed, 'long') })
              : t('settings.arrival.ends-unknown')
          }
          value={ends}
          onChange={(value, problem) => {
            setEnds(value)
            setEndsProblem(problem)
          }}
          error={tried && isEndsWrong && endsProblem ? dateComplaint(endsProblem, t) : null}
        />
        <Row>
          <Button type="submit">{t('common.save')}</Button>
        </Row>
      </StepForm>
      {move && <ConfirmMoveDialog move={move} onClose={() => setMove(null)} />}
    </Section>
  )
}
