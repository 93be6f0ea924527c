/**
 * The fields of an appointment. What a driver needs stands first and goes to everybody; what it is for is kept apart, in
 * Care, and says so.
 */
import { appointmentKinds } from '#domain/appointment.ts'
import { person } from '#domain/household.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useLive } from '../group-context.tsx'
import { Checkbox } from '../parts/Checkbox.tsx'
import { classes } from '../parts/classes.ts'
import { DateField } from '../parts/DateField.tsx'
import { Disclosure } from '../parts/Disclosure.tsx'
import { FormGrid, WholeLine } from '../parts/FormGrid.tsx'
import { NumberStepper } from '../parts/NumberStepper.tsx'
import { Stack } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { TextField } from '../parts/TextField.tsx'
import { TimeField } from '../parts/TimeField.tsx'
import { useWords } from '../words/use-words.ts'
import {
  type AppointmentProblem,
  type AppointmentForm as Draft,
  EMPTY_CARE,
  repeatChoices,
} from './appointment-draft.ts'
import css from './Calendar.module.css'
import { CareFields } from './CareFields.tsx'
import { ClashNotice } from './ClashNotice.tsx'
import { InterpreterNotice } from './InterpreterNotice.tsx'
import { SlotFields } from './SlotFields.tsx'
import { UnusualNotice } from './UnusualNotice.tsx'

const c = classes(css)

interface AppointmentFormProps {
  readonly form: Draft
  readonly problems: readonly AppointmentProblem[]
  readonly hasCare: boolean
  readonly isOneOfMany: boolean
  readonly ownId: RecordId | null
  readonly onChange: (form: Draft) => void
}

export function AppointmentForm(props: AppointmentFormProps) {
  const { form, problems, hasCare, isOneOfMany, ownId, onChange } = props
  const { t } = useWords()
  const set = (change: Partial<Draft>) => onChange({ ...form, ...change })
  const complaint = (...kinds: readonly AppointmentProblem[]) => {
    const found = problems.find(each => kinds.includes(each))
    return found ? t(`calendar.problem.${found}`) : null
  }
  return (
    <FormGrid>
      <WholeLine>
        <TextField
          label={t('calendar.name')}
          hint={t('calendar.name.hint')}
          width="wide"
          maxLength={200}
          value={form.title}
          onChange={title => set({ title })}
          error={complaint('title-missing')}
        />
      </WholeLine>
      <Select
        label={t('calendar.kind')}
        value={form.kind}
        onChange={kind => set({ kind })}
        choices={appointmentKinds.map(value => ({ value, label: t(`calendar.kind.${value}`) }))}
      />
      <DateField
        label={t('calendar.date')}
        value={form.date}
        onChange={date => set({ date })}
        error={complaint('date-missing')}
      />
      {!form.allDay && (
        <>
          <TimeField
            label={t('calendar.start')}
            value={form.start}
            onChange={start => set({ start })}
            error={complaint('time-missing')}
          />
          <TimeField
            label={t('calendar.end')}
            value={form.end}
            onChange={end => set({ end })}
            error={complaint('end-before-start')}
          />
        </>
      )}
      <div className={c('whole', 'inline')}>
        <Checkbox label={t('calendar.all-day')} checked={form.allDay} onChange={allDay => set({ allDay })} />
        <Checkbox
          label={t('calendar.whole-day')}
          hint={t('calendar.whole-day.hint')}
          checked={form.blocksWholeDay}
          onChange={blocksWholeDay => set({ blocksWholeDay })}
        />
      </div>
      <RepeatFields
        form={form}
        set={set}
        isOneOfMany={isOneOfMany}
        complaint={complaint('until-before-start')}
      />
      <WholeLine>
        <TextField
          label={t('calendar.where')}
          hint={t('calendar.where.hint')}
          optional
          width="wide"
          maxLength={200}
          value={form.place}
          onChange={place => set({ place })}
        />
      </WholeLine>
      <NumberStepper
        label={t('calendar.travel')}
        hint={t('calendar.travel.hint')}
        value={form.travelMinutes}
        max={600}
        onChange={travelMinutes => set({ travelMinutes })}
      />
      <WholeLine>
        <WhoFields form={form} set={set} />
      </WholeLine>
      <WholeLine>
        <Stack>
          <SlotFields slots={form.slots} onChange={slots => set({ slots })} />
          <InterpreterNotice form={form} isRefused={problems.includes('never-use')} />
        </Stack>
      </WholeLine>
      <WholeLine>
        <TextField
          label={t('calendar.preparation')}
          hint={t('calendar.preparation.hint')}
          optional
          width="wide"
          lines={2}
          maxLength={10_000}
          value={form.preparation}
          onChange={preparation => set({ preparation })}
        />
      </WholeLine>
      <WholeLine>
        <ClashNotice form={form} ownId={ownId} />
        <UnusualNotice form={form} />
      </WholeLine>
      <WholeLine>
        {hasCare ? (
          <Disclosure label={t('calendar.care')} defaultOpen={form.care !== EMPTY_CARE}>
            <CareFields care={form.care} onChange={care => set({ care })} />
          </Disclosure>
        ) : (
          <p>{t('calendar.care.elsewhere')}</p>
        )}
      </WholeLine>
    </FormGrid>
  )
}

interface PartProps {
  readonly form: Draft
  readonly set: (change: Partial<Draft>) => void
}

function RepeatFields({
  form,
  set,
  isOneOfMany,
  complaint,
}: PartProps & { readonly isOneOfMany: boolean; readonly complaint: string | null }) {
  const { t } = useWords()
  const shown = repeatChoices.filter(each => each !== 'other' || form.repeat === 'other')
  return (
    <>
      <Select
        label={t('calendar.repeat')}
        hint={isOneOfMany ? t('calendar.repeat.hint') : undefined}
        value={form.repeat}
        onChange={repeat => set({ repeat })}
        choices={shown.map(value => ({ value, label: t(`calendar.repeat-choice.${value}`) }))}
      />
      {form.repeat !== 'none' && (
        <DateField
          label={t('calendar.until')}
          optional
          value={form.until}
          onChange={until => set({ until })}
          error={complaint}
        />
      )}
    </>
  )
}

function WhoFields({ form, set }: PartProps) {
  const { t } = useWords()
  const people = useLive(live => live.records(person))
  /** Whoever has left stays where they are entered, and is asked for nothing more. */
  const members = useLive(live => live.records(member)).filter(
    each => each.leftAt === null || form.members.includes(each.id),
  )
  const toggled = (list: readonly string[], id: string, on: boolean) =>
    on ? [...list, id] : list.filter(each => each !== id)
  return (
    <Stack>
      {people.length > 0 && (
        <fieldset className={c('group')}>
          <legend className={c('legend')}>{t('calendar.attending')}</legend>
          <div className={c('inline')}>
            {people.map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={form.attending.includes(id)}
                onChange={on => set({ attending: toggled(form.attending, id, on) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <fieldset className={c('group')}>
        <legend className={c('legend')}>{t('calendar.members')}</legend>
        <div className={c('inline')}>
          {members.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name || t('money.member.unnamed')}
              checked={form.members.includes(id)}
              onChange={on => set({ members: toggled(form.members, id, on) })}
            />
          ))}
        </div>
      </fieldset>
    </Stack>
  )
}
