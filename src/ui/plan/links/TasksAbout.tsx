/** The tasks that are about a thing, on the thing's own page, with a line that makes one more. */
import { useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed } from '#domain/task.ts'
import type { TaskLink } from '#domain/task-link.ts'
import { type PlannedTask, plannedTasks } from '#state/plan.ts'
import { tasksAbout } from '#state/task-links.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import { Link } from '../../parts/Link.tsx'
import { Section } from '../../parts/Section.tsx'
import type { Route } from '../../shell/router.ts'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { QuickAdd } from '../list/QuickAdd.tsx'
import { useTaskWords } from '../use-task-words.ts'
import css from './Links.module.css'

const c = classes(css)

interface TasksAboutProps {
  readonly of: TaskLink
  /** Told elsewhere on the same page. */
  readonly except?: (id: RecordId) => boolean
}

/** In a card of its own. */
export function TasksAbout({ of, except }: TasksAboutProps) {
  const { t } = useWords()
  const { go } = useRouter()
  const [isAdding, setAdding] = useState(false)
  return (
    <Section
      card
      title={t('plan.about')}
      actions={
        <Button size="small" icon="add" onPress={() => setAdding(true)}>
          {t('plan.about.add')}
        </Button>
      }
    >
      <TaskList of={of} onGo={go} {...(except ? { except } : {})} />
      {isAdding && (
        <Dialog title={t('plan.about.add')} isOpen onClose={() => setAdding(false)} size="medium">
          <QuickAdd links={[of]} onAdded={() => setAdding(false)} />
        </Dialog>
      )}
    </Section>
  )
}

interface TaskListProps extends TasksAboutProps {
  readonly onGo: (route: Route) => void
}

function TaskList({ of, except, onGo }: TaskListProps) {
  const { t } = useWords()
  const tasks = useTasksAbout(of.id).filter(({ task }) => !except?.(task.id))
  const open = tasks.filter(({ task }) => !isClosed(task))
  const closed = tasks.filter(({ task }) => isClosed(task))
  return (
    <>
      {open.length === 0 ? (
        <p className={c('note')}>{t('plan.about.none')}</p>
      ) : (
        <Rows tasks={open} onGo={onGo} />
      )}
      {closed.length > 0 && (
        <Disclosure label={t('plan.about.closed', { count: closed.length })}>
          <Rows tasks={closed} onGo={onGo} />
        </Disclosure>
      )}
    </>
  )
}

/** Within a dialog that is about something else: only where there are any. `onGo` asks whether what was typed may go. */
export function TasksInDialog({ of, onGo }: TaskListProps) {
  const { t } = useWords()
  const tasks = useTasksAbout(of.id)
  if (tasks.length === 0) return null
  return (
    <Section level={3} title={t('plan.about')}>
      <Rows tasks={tasks} onGo={onGo} />
    </Section>
  )
}

/** By when they are due. */
function useTasksAbout(id: RecordId): readonly PlannedTask[] {
  const { tools } = useServices()
  const about = useLive(live => tasksAbout(live, id))
  const planned = useLive(live => plannedTasks(live, tools.today()))
  if (about.length === 0) return []
  const ids = new Set(about.map(each => each.id))
  return planned.filter(({ task }) => ids.has(task.id))
}

interface RowsProps extends Pick<TaskListProps, 'onGo'> {
  readonly tasks: readonly PlannedTask[]
}

function Rows({ tasks, onGo }: RowsProps) {
  const { title, due, memberName } = useTaskWords()
  return (
    <ul className={c('list')}>
      {tasks.map(({ task, when }) => {
        const facts = [...(task.owner === null ? [] : [memberName(task.owner)]), due(when, task).text]
        return (
          <li key={task.id} className={c('row')}>
            <span className={c('words')}>
              <Link onPress={() => onGo({ area: 'plan', screen: 'task', id: task.id })}>{title(task)}</Link>
              <span className={c('note')}>{facts.join(' · ')}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
