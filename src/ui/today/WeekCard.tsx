/** What the next days need of me and of the group: my rides and appointments, places that nobody has taken, tasks. */
import type { Occurrence } from '#domain/occurrences.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { openPlaces } from '#state/calendar.ts'
import { type PlannedTask, plannedTasks } from '#state/plan.ts'
import { ridesInDays } from '#state/rides.ts'
import { useAppointmentWords } from '../calendar/use-appointment-words.ts'
import { useGroup, useLive, useServices } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { useTaskWords } from '../plan/use-task-words.ts'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import { HomesCard } from './HomesCard.tsx'
import css from './Week.module.css'

const c = classes(css)

const DAYS = 7
const MOST_SHOWN = 5

/** Cards of a grid. */
export function WeekCard() {
  const { t } = useWords()
  const { tools } = useServices()
  const { vault } = useGroup()
  const today = tools.today()
  const { memberId } = vault.identity
  const rides = useLive(live => ridesInDays(live, memberId, today, DAYS))
  const open = useLive(live => openPlaces(live, today, DAYS))
  const tasks = useLive(live => plannedTasks(live, today))
  const due = tasks.filter(({ group }) => group === 'overdue' || group === 'this-week')
  // Mine first: the rest is everybody's.
  const mine = due.filter(({ task }) => task.owner === memberId || task.helpers.includes(memberId))
  const others = due.filter(each => !mine.includes(each))
  const openOf = new Map(open.map(({ occurrence, open: count }) => [occurrence.id, count]))
  const mineToCome = new Set(rides.map(({ occurrence }) => occurrence.id))
  const coming = [
    ...rides.map(({ occurrence }) => occurrence),
    ...open.map(({ occurrence }) => occurrence).filter(({ id }) => !mineToCome.has(id)),
  ].toSorted((a, b) => (a.time.start < b.time.start ? -1 : 1))
  return (
    <>
      {coming.length > 0 && (
        <Section card title={t('today.week.appointments')}>
          <ul className={c('list')}>
            {coming.slice(0, MOST_SHOWN).map(of => (
              <Coming key={of.id} of={of} open={openOf.get(of.id) ?? 0} isMine={mineToCome.has(of.id)} />
            ))}
          </ul>
        </Section>
      )}
      {due.length > 0 && (
        <Section card title={t('today.week.tasks')}>
          <Tasks tasks={[...mine, ...others]} />
        </Section>
      )}
      <HomesCard />
    </>
  )
}

interface ComingProps {
  readonly of: Occurrence
  readonly open: number
  readonly isMine: boolean
}

function Coming({ of, open, isMine }: ComingProps) {
  const { t, date } = useWords()
  const { go } = useRouter()
  const words = useAppointmentWords()
  return (
    <li className={c('item')}>
      <Link onPress={() => go({ area: 'calendar', screen: 'appointment', id: of.id })}>
        {of.title || t('calendar.unnamed')}
      </Link>
      <span className={c('when')}>
        {date(dateOf(of.time.start), 'near')}, {words.time(of)}
        {of.place && ` · ${of.place}`}
      </span>
      {isMine && <Tag tone="info">{t('today.week.mine')}</Tag>}
      {open > 0 && <Tag tone="warn">{t('calendar.open-places', { count: open })}</Tag>}
    </li>
  )
}

function Tasks({ tasks }: { readonly tasks: readonly PlannedTask[] }) {
  const { t } = useWords()
  const { go } = useRouter()
  const { title, due } = useTaskWords()
  return (
    <>
      <ul className={c('list')}>
        {tasks.slice(0, MOST_SHOWN).map(({ task, when, group }) => (
          <li key={task.id} className={c('item')}>
            <Link onPress={() => go({ area: 'plan', screen: 'task', id: task.id })}>{title(task)}</Link>
            {group === 'overdue' ? (
              <Tag tone="danger">{due(when, task).text}</Tag>
            ) : (
              <span className={c('when')}>{due(when, task).text}</span>
            )}
          </li>
        ))}
      </ul>
      {tasks.length > MOST_SHOWN && (
        <Link onPress={() => go({ area: 'plan' })}>
          {t('today.week.more', { count: tasks.length - MOST_SHOWN })}
        </Link>
      )}
    </>
  )
}
