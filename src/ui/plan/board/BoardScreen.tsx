/**
 * The same tasks in three columns. What moves a card is a button or its menu, so that nothing needs dragging; dragging
 * works too.
 */
import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed, type Task, type TaskState } from '#domain/task.ts'
import type { PlannedTask } from '#state/plan.ts'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { TaskFilters } from '../list/TaskFilters.tsx'
import { DueCell, TaskFacts } from '../list/TaskRow.tsx'
import { focusTaskSearch, noTaskFilter, type TaskFilter } from '../list/task-filter.ts'
import { PlanLayout } from '../PlanLayout.tsx'
import { TaskDialog } from '../task/TaskDialog.tsx'
import { useShownTasks } from '../use-shown-tasks.ts'
import { type TaskActions, useTaskActions } from '../use-task-actions.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './Board.module.css'

const c = classes(css)
const COLUMNS = ['open', 'doing', 'done'] as const
type Column = (typeof COLUMNS)[number]

const columnOf = (of: Task): Column =>
  isClosed(of) ? 'done' : of.status.state === 'doing' ? 'doing' : 'open'

export function BoardScreen() {
  const { t } = useWords()
  const { go } = useRouter()
  const [filter, setFilter] = useState<TaskFilter>(noTaskFilter)
  const [open, setOpen] = useState<RecordId | null>(null)
  const { all, shown } = useShownTasks(filter)
  const actions = useTaskActions()
  const move = useMoveWithFocus(actions, shown)
  useShortcuts([{ id: 'find-task', keys: '/', labelId: 'plan.search', group: 'here', run: focusTaskSearch }])
  const visible = shown.filter(each => each.group !== 'snoozed')
  return (
    <PlanLayout screen="board" title={t('plan.board')}>
      {all.length === 0 ? (
        <EmptyState
          picture="porch"
          title={t('plan.empty')}
          action={{
            label: t('plan.board.to-list'),
            icon: 'forward',
            onPress: () => go({ area: 'plan', screen: 'list' }),
          }}
        >
          {t('plan.board.empty-text')}
        </EmptyState>
      ) : (
        <>
          <TaskFilters filter={filter} onChange={setFilter} />
          <div className={c('board')}>
            {COLUMNS.map(column => (
              <BoardColumn
                key={column}
                column={column}
                tasks={visible.filter(each => columnOf(each.task) === column)}
                actions={actions}
                onMove={move}
                onDropped={id => {
                  const dropped = visible.find(each => each.task.id === id)
                  if (dropped && columnOf(dropped.task) !== column) move(dropped.task, column)
                }}
                onOpen={setOpen}
              />
            ))}
          </div>
        </>
      )}
      {open !== null && <TaskDialog taskId={open} onClose={() => setOpen(null)} />}
    </PlanLayout>
  )
}

/** The focus goes with the card that was moved. */
function useMoveWithFocus(
  actions: TaskActions,
  shown: readonly PlannedTask[],
): (of: Task, to: TaskState) => void {
  const wanted = useRef<RecordId | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card stands elsewhere once the tasks are other ones
  useEffect(() => {
    if (wanted.current === null) return
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.current)}"] button`)?.focus()
    wanted.current = null
  }, [shown])
  return (of, to) => {
    wanted.current = of.id
    actions.setState(of, to)
  }
}

const FIRST_SHOWN = 40
const MORE_SHOWN = 100

interface BoardColumnProps {
  readonly column: Column
  readonly tasks: readonly PlannedTask[]
  readonly actions: TaskActions
  readonly onMove: (of: Task, to: TaskState) => void
  readonly onDropped: (id: RecordId) => void
  readonly onOpen: (id: RecordId) => void
}

function BoardColumn({ column, tasks, actions, onMove, onDropped, onOpen }: BoardColumnProps) {
  const { t } = useWords()
  const [most, setMost] = useState(FIRST_SHOWN)
  const left = Math.max(0, tasks.length - most)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onDropped(event.dataTransfer.getData('text/plain'))
  }
  const id = `board-${column}`
  return (
    <section
      className={c('column')}
      aria-labelledby={id}
      onDragOver={event => event.preventDefault()}
      onDrop={drop}
    >
      <h2 id={id} className={c('head')}>
        {t('plan.group.count', { name: t(`plan.column.${column}`), count: tasks.length })}
      </h2>
      {tasks.length === 0 ? (
        <p className={c('none')}>{t('plan.board.none')}</p>
      ) : (
        <ul className={c('cards')}>
          {tasks.slice(0, most).map(each => (
            <Card
              key={each.task.id}
              of={each}
              column={column}
              actions={actions}
              onMove={to => onMove(each.task, to)}
              onOpen={() => onOpen(each.task.id)}
            />
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button kind="quiet" onPress={() => setMost(most + MORE_SHOWN)}>
          {t('plan.more-rows', { count: Math.min(left, MORE_SHOWN) })}
        </Button>
      )}
    </section>
  )
}

interface CardProps {
  readonly of: PlannedTask
  readonly column: Column
  readonly actions: TaskActions
  readonly onMove: (to: TaskState) => void
  readonly onOpen: () => void
}

function Card({ of, column, actions, onMove, onOpen }: CardProps) {
  const { t } = useWords()
  const { title } = useTaskWords()
  const name = title(of.task)
  const at = COLUMNS.indexOf(column)
  const to = (target: Column | undefined, icon: 'back' | 'forward') =>
    target && (
      <IconButton
        icon={icon}
        label={t('plan.board.move', { column: t(`plan.column.${target}`), title: name })}
        onPress={() => onMove(target)}
      />
    )
  return (
    <li
      className={c('card')}
      draggable
      onDragStart={event => event.dataTransfer.setData('text/plain', of.task.id)}
    >
      <span data-card={of.task.id}>
        <Link look="plain" onPress={onOpen}>
          {name}
        </Link>
      </span>
      <TaskFacts of={of} />
      <div className={c('foot')}>
        <DueCell of={of} />
        <span className={c('buttons')}>
          {to(COLUMNS[at - 1], 'back')}
          {to(COLUMNS[at + 1], 'forward')}
          <Menu
            label={t('plan.menu', { title: name })}
            icon="more"
            entries={actions.entries(of.task, onOpen)}
          />
        </span>
      </div>
    </li>
  )
}
