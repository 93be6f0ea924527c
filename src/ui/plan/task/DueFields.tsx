/** When a task is due: not said, on a day, or so far from the arrival or another day that is not known yet. */
import type { PlanContext } from '#domain/anchor.ts'
import { type Anchor, anchors, dayOffRules, dueUnits, MOST_OFFSET } from '#domain/due.ts'
import { resolveDue } from '#domain/due-date.ts'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { NumberStepper } from '../../parts/NumberStepper.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { Stack } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './Task.module.css'
import { type DueDraft, draftToDue } from './task-draft.ts'

const c = classes(css)
const OPEN = { status: { state: 'open', doneOn: null } } as const

interface DueFieldsProps {
  readonly due: DueDraft
  readonly context: PlanContext
  /** Shown after the first try to save. */
  readonly isMissing: boolean
  readonly onChange: (due: DueDraft) => void
}

export function DueFields({ due, context, isMissing, onChange }: DueFieldsProps) {
  const { t } = useWords()
  const set = (change: Partial<DueDraft>) => onChange({ ...due, ...change })
  return (
    <Stack gap="small">
      <RadioCards
        label={t('plan.task.due')}
        value={due.kind}
        onChange={kind => set({ kind })}
        columns={3}
        options={(['none', 'date', 'anchor'] as const).map(value => ({
          value,
          label: t(`plan.due-kind.${value}`),
        }))}
      />
      {due.kind === 'date' && (
        <DateField
          label={t('plan.task.due-date')}
          width="normal"
          value={due.date}
          onChange={(date, dateProblem) => set({ date, dateProblem })}
          error={isMissing ? dateComplaint(due.dateProblem ?? { kind: 'empty' }, t) : null}
        />
      )}
      {due.kind === 'anchor' && <AnchorFields due={due} context={context} set={set} />}
    </Stack>
  )
}

interface AnchorFieldsProps {
  readonly due: DueDraft
  readonly context: PlanContext
  readonly set: (change: Partial<DueDraft>) => void
}

function AnchorFields({ due, context, set }: AnchorFieldsProps) {
  const { t, date } = useWords()
  const words = useTaskWords()
  const wanted = draftToDue(due)
  const free = wanted?.kind === 'anchor' ? resolveDue({ ...wanted, pinned: null }, context) : null
  const day = free?.kind === 'date' ? free.date : null
  const isAnchor = (value: string): value is Anchor => anchors.some(each => each === value)
  return (
    <>
      <div className={c('anchor')}>
        <NumberStepper
          label={t('plan.task.count')}
          value={due.count}
          min={0}
          max={MOST_OFFSET}
          onChange={count => set({ count, pinned: null })}
        />
        <Select
          label={t('plan.task.unit')}
          value={due.unit}
          onChange={unit => set({ unit, pinned: null })}
          choices={dueUnits.map(value => ({ value, label: t(`plan.unit.${value}`) }))}
        />
        <Select
          label={t('plan.task.side')}
          value={due.side}
          onChange={side => set({ side, pinned: null })}
          choices={(['before', 'after'] as const).map(value => ({ value, label: t(`plan.side.${value}`) }))}
        />
      </div>
      <div className={c('phrases')}>
        <Select
          label={t('plan.task.anchor')}
          value={due.anchor}
          onChange={anchor => isAnchor(anchor) && set({ anchor, pinned: null })}
          choices={anchors.map(value => ({
            value,
            label: t(`plan.anchor.${value}`, { month: due.month }),
          }))}
        />
        {due.anchor === 'support-month' && (
          <NumberStepper
            label={t('plan.task.month')}
            value={due.month}
            min={1}
            max={37}
            onChange={month => set({ month, pinned: null })}
          />
        )}
        {due.anchor !== 'lease-start' && context.arrivals.length > 1 && (
          <Select
            label={t('plan.task.which-arrival')}
            value={due.arrival ?? 'first'}
            onChange={arrival => set({ arrival: arrival === 'first' ? null : arrival, pinned: null })}
            choices={[
              { value: 'first', label: t('plan.arrival.first') },
              ...context.arrivals
                .slice(1)
                .map((each, i) => ({ value: each.id, label: t('plan.arrival.later', { number: i + 2 }) })),
            ]}
          />
        )}
        <Select
          label={t('plan.task.day-off')}
          value={due.onDayOff}
          onChange={onDayOff => set({ onDayOff, pinned: null })}
          choices={dayOffRules.map(value => ({ value, label: t(`plan.day-off.${value}`) }))}
        />
      </div>
      {wanted && (
        <p className={c('small')} role="status">
          {day === null
            ? t('plan.task.no-day-yet', { due: words.due(resolveDue(wanted, context), OPEN).text })
            : t('plan.task.falls-on', { date: date(due.pinned ?? day, 'weekday') })}
        </p>
      )}
      {(day !== null || due.pinned !== null) && (
        <Checkbox
          label={t('plan.task.hold')}
          hint={t('plan.task.hold-hint')}
          checked={due.pinned !== null}
          onChange={held => set({ pinned: held ? day : null })}
        />
      )}
    </>
  )
}
