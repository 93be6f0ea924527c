/** Where the arrival stands. "Landed" (the COPR's date) and "reached us" are two dates and stay two. */
import type { IsoDate } from '#domain/dates.ts'
import { DateField, dateComplaint } from '../parts/DateField.tsx'
import { RadioCards } from '../parts/RadioCards.tsx'
import type { TypedDateProblem } from '../words/typed-date.ts'
import { useWords } from '../words/use-words.ts'
import { FieldRow } from './FieldRow.tsx'
import type { Timing, TimingField, TimingProblem } from './sponsorship-draft.ts'

const STATES = ['unknown', 'window', 'notified', 'landed', 'finished'] as const
const FIELDS: Readonly<Record<Timing['state'], readonly TimingField[]>> = {
  unknown: [],
  window: ['from', 'to'],
  notified: ['expected'],
  landed: ['reached', 'landed'],
  finished: ['reached', 'landed'],
}

/** What is typed in a date field and is not a day; nothing may be saved while there is any. */
export type Unreadable = Readonly<Partial<Record<TimingField, TypedDateProblem>>>

interface ArrivalFieldsProps {
  readonly timing: Timing
  readonly unreadable: Unreadable
  /** Shown only after the first try to go on. */
  readonly problems: Readonly<Partial<Record<TimingField, TimingProblem>>>
  readonly onChange: (timing: Timing, unreadable: Unreadable) => void
}

export function ArrivalFields({ timing, unreadable, problems, onChange }: ArrivalFieldsProps) {
  const { t } = useWords()
  const setDate = (field: TimingField, value: IsoDate | null, problem: TypedDateProblem | null) => {
    const { [field]: _, ...others } = unreadable
    onChange(
      { ...timing, [field]: value },
      problem && problem.kind !== 'empty' ? { ...others, [field]: problem } : others,
    )
  }
  const errorOf = (field: TimingField): string | null => {
    const problem = problems[field]
    if (!problem) return null
    const typed = unreadable[field]
    return typed ? dateComplaint(typed, t) : t(`setup.arrival-problem.${problem}`)
  }
  return (
    <>
      <RadioCards
        label={t('setup.arrival')}
        value={timing.state}
        onChange={state => onChange({ ...timing, state }, {})}
        columns={3}
        options={STATES.map(state => ({
          value: state,
          label: t(`setup.arrival-state.${state}`),
        }))}
      />
      {FIELDS[timing.state].length > 0 && (
        <FieldRow>
          {FIELDS[timing.state].map(field => (
            <DateField
              key={field}
              width="normal"
              label={t(`setup.arrival-date.${field}`)}
              optional={field === 'landed' || field === 'to'}
              value={timing[field]}
              onChange={(value, problem) => setDate(field, value, problem)}
              error={errorOf(field)}
            />
          ))}
        </FieldRow>
      )}
    </>
  )
}
