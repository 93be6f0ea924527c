/** Where each arrival stands, and what hangs on it: from the long wait to the days after the notice. */
import { useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import type { Arrival, Sponsorship } from '#domain/sponsorship.ts'
import { supportEnds } from '#domain/support-months.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { arrivalsOf, plannedTasks } from '#state/plan.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Icon } from '../../parts/Icon.tsx'
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section, Stack } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { useWords } from '../../words/use-words.ts'
import { TaskGroups } from '../list/TaskGroups.tsx'
import { PlanLayout } from '../PlanLayout.tsx'
import { TaskDialog } from '../task/TaskDialog.tsx'
import { useTaskActions } from '../use-task-actions.ts'
import css from './Arrival.module.css'
import { MoveArrivalDialog } from './MoveArrivalDialog.tsx'
import { NoArrival } from './NoArrival.tsx'

const c = classes(css)

interface Moving {
  readonly arrival: RecordId
  readonly isMissedFlight: boolean
}

export function ArrivalScreen() {
  const { t } = useWords()
  const of = useLive(live => currentSponsorship({ live }))
  const arrivals = useLive(live => arrivalsOf(live, of?.id ?? ''))
  const [moving, setMoving] = useState<Moving | null>(null)
  const known = arrivals.find(each => each.id === moving?.arrival)
  return (
    <PlanLayout screen="arrival" title={t('plan.arrival.title')} intro={t('plan.arrival.intro')}>
      {!of || arrivals.length === 0 ? (
        <NoArrival />
      ) : (
        arrivals.map((each, i) => (
          <OneArrival key={each.id} of={each} number={i + 1} clock={of} onMove={setMoving} />
        ))
      )}
      {moving && known && (
        <MoveArrivalDialog
          known={known}
          isMissedFlight={moving.isMissedFlight}
          onClose={() => setMoving(null)}
        />
      )}
    </PlanLayout>
  )
}

interface OneArrivalProps {
  readonly of: Arrival
  readonly number: number
  readonly clock: Sponsorship
  readonly onMove: (moving: Moving) => void
}

function OneArrival({ of, number, clock, onMove }: OneArrivalProps) {
  const { t } = useWords()
  const { state } = of.timing
  const name = number === 1 ? t('plan.arrival.first') : t('plan.arrival.later', { number })
  return (
    <Section
      card
      title={name}
      actions={
        <>
          {state === 'notified' && (
            <Button
              size="small"
              icon="transfer"
              onPress={() => onMove({ arrival: of.id, isMissedFlight: true })}
            >
              {t('plan.arrival.missed-open')}
            </Button>
          )}
          <Button
            size="small"
            kind={number === 1 ? 'primary' : 'secondary'}
            icon="edit"
            onPress={() => onMove({ arrival: of.id, isMissedFlight: false })}
          >
            {t('plan.arrival.change-open')}
          </Button>
        </>
      }
    >
      <Stack>
        <Strip of={of} />
        <KeyValueList items={useFacts(of, clock)} />
        {state === 'notified' && <NoticeTasks of={of} isFirst={number === 1} />}
      </Stack>
    </Section>
  )
}

const STEPS = ['unknown', 'window', 'notified', 'landed', 'reached'] as const

function stepOf({ timing }: Arrival): (typeof STEPS)[number] {
  const { state, reached } = timing
  if (state === 'landed' || state === 'finished') return reached === null ? 'landed' : 'reached'
  return state
}

/** Waiting, window, notified, landed, reached: the one that it is now stands out in words too. */
function Strip({ of }: { readonly of: Arrival }) {
  const { t } = useWords()
  const here = stepOf(of)
  const at = STEPS.indexOf(here)
  return (
    <ol className={c('strip')}>
      {STEPS.map((each, i) => (
        <li
          key={each}
          className={c('step', each === here && 'here', i < at && 'past')}
          aria-current={each === here ? 'step' : undefined}
        >
          {each === here && <Icon name="flag" size={16} />}
          {t(`plan.arrival-step.${each}`)}
          {each === here && <VisuallyHidden> {t('plan.arrival.now')}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  )
}

function useFacts(of: Arrival, clock: Sponsorship): readonly KeyValue[] {
  const { t, date, today } = useWords()
  const tasks = useLive(live => plannedTasks(live, today()))
  const { state, from, to, expected, landed, reached } = of.timing
  const ends = supportEnds(clock, of)
  const hanging = tasks.filter(
    each =>
      each.group !== 'closed' &&
      each.task.due.kind === 'anchor' &&
      each.task.due.anchor !== 'lease-start' &&
      (each.task.due.arrival === of.id ||
        (each.task.due.arrival === null && each.task.sponsorship === clock.id)),
  )
  const day = (key: string, value: string | null): readonly KeyValue[] =>
    value === null ? [] : [{ key: t(key), value: <Sentence>{date(value, 'weekday')}</Sentence> }]
  return [
    ...(state === 'window'
      ? [...day('setup.arrival-date.from', from), ...day('setup.arrival-date.to', to)]
      : []),
    ...(state === 'notified' ? day('setup.arrival-date.expected', expected) : []),
    ...day('setup.arrival-date.landed', landed),
    ...day('setup.arrival-date.reached', reached),
    {
      key: t('plan.arrival.support-ends'),
      value: ends === null ? t('plan.arrival.not-yet') : <Sentence>{date(ends, 'weekday')}</Sentence>,
    },
    { key: t('plan.arrival.hanging'), value: t('plan.arrival.hanging-count', { count: hanging.length }) },
  ]
}

/** The ten working days: what a notice sets going. */
function NoticeTasks({ of, isFirst }: { readonly of: Arrival; readonly isFirst: boolean }) {
  const { t, today } = useWords()
  const actions = useTaskActions()
  const [open, setOpen] = useState<RecordId | null>(null)
  const all = useLive(live => plannedTasks(live, today()))
  const tasks = all.filter(
    ({ task }) =>
      task.phase === 'notice' &&
      task.due.kind === 'anchor' &&
      (task.due.arrival === of.id || (task.due.arrival === null && isFirst)),
  )
  return (
    <Section level={3} title={t('plan.arrival.notice')} intro={t('plan.arrival.notice-intro')}>
      {tasks.length === 0 ? (
        <p>{t('plan.arrival.notice-none')}</p>
      ) : (
        <TaskGroups tasks={tasks} actions={actions} level={3} opensAll={false} onOpen={setOpen} />
      )}
      {open !== null && <TaskDialog taskId={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
