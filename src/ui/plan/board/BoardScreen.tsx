/**
 * The same tasks in three columns. What moves a card is a button or its menu, so that nothing needs dragging; dragging
 * works too.
 */
import { memo, useCallback, useState } from 'react'
import { createFollower } from '#domain/changed-part.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Task, type TaskState, task } from '#domain/task.ts'
import { columnOf, type PlanColumn, type PlannedTask, planColumns } from '#state/plan.ts'
import { useGroup } from '../../group-context.tsx'
import { Board, BoardCard, BoardColumn, useCardFocus } from '../../parts/Board.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
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

export function BoardScreen() {
  const { t } = useWords()
  const { go } = useRouter()
  const { live } = useGroup()
  const [filter, setFilter] = useState<TaskFilter>(noTaskFilter)
  const [open, setOpen] = useState<RecordId | null>(null)
  const { all, shown } = useShownTasks(filter)
  const actions = useTaskActions()
  const focusOn = useCardFocus(shown)
  const move = useCallback(
    (of: Task, to: TaskState) => {
      focusOn(of.id)
      actions.setState(of, to)
    },
    [focusOn, actions],
  )
  const drop = useCallback(
    (id: RecordId, column: PlanColumn) => {
      const dropped = live.get(task, id)
      if (dropped && columnOf(dropped) !== column) move(dropped, column)
    },
    [live, move],
  )
  useShortcuts([{ id: 'find-task', keys: '/', labelId: 'plan.search', group: 'here', run: focusTaskSearch }])
  const [columns] = useState(createColumns)
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
          <Board columns="three">
            {planColumns.map(column => (
              <TaskColumn
                key={column}
                column={column}
                tasks={columns[column](shown)}
                actions={actions}
                onMove={move}
                onDropped={drop}
                onOpen={setOpen}
              />
            ))}
          </Board>
        </>
      )}
      {open !== null && <TaskDialog taskId={open} onClose={() => setOpen(null)} />}
    </PlanLayout>
  )
}

/** The tasks of each column, gone along with: an edit touches one or two. What is put off stands on none. */
function createColumns(): Readonly<
  Record<PlanColumn, (all: readonly PlannedTask[]) => readonly PlannedTask[]>
> {
  const of = (column: PlanColumn) =>
    createFollower<PlannedTask>(each => each.column === column && each.group !== 'snoozed')
  return { open: of('open'), doing: of('doing'), done: of('done') }
}

const FIRST_SHOWN = 40
const MORE_SHOWN = 100

interface TaskColumnProps {
  readonly column: PlanColumn
  readonly tasks: readonly PlannedTask[]
  readonly actions: TaskActions
  readonly onMove: (of: Task, to: TaskState) => void
  readonly onDropped: (id: RecordId, column: PlanColumn) => void
  readonly onOpen: (id: RecordId) => void
}

const TaskColumn = memo(function TaskColumn(props: TaskColumnProps) {
  const { column, tasks, actions, onMove, onDropped, onOpen } = props
  const { t } = useWords()
  const [most, setMost] = useState(FIRST_SHOWN)
  const left = Math.max(0, tasks.length - most)
  return (
    <BoardColumn
      id={column}
      title={t('plan.group.count', { name: t(`plan.column.${column}`), count: tasks.length })}
      none={t('plan.board.none')}
      onDropped={id => onDropped(id, column)}
      more={
        left > 0 && (
          <Button kind="quiet" onPress={() => setMost(most + MORE_SHOWN)}>
            {t('plan.more-rows', { count: Math.min(left, MORE_SHOWN) })}
          </Button>
        )
      }
    >
      {tasks.slice(0, most).map(each => (
        <TaskCard
          key={each.task.id}
          of={each}
          column={column}
          actions={actions}
          onMove={onMove}
          onOpen={onOpen}
        />
      ))}
    </BoardColumn>
  )
})

interface TaskCardProps {
  readonly of: PlannedTask
  readonly column: PlanColumn
  readonly actions: TaskActions
  readonly onMove: (of: Task, to: TaskState) => void
  readonly onOpen: (id: RecordId) => void
}

/** Of hundreds on the board one edit draws one again. */
const TaskCard = memo(function TaskCard({ of, column, actions, onMove, onOpen }: TaskCardProps) {
  const { t } = useWords()
  const { title } = useTaskWords()
  const name = title(of.task)
  const at = planColumns.indexOf(column)
  const open = () => onOpen(of.task.id)
  const to = (target: PlanColumn | undefined, icon: 'back' | 'forward') =>
    target && (
      <IconButton
        icon={icon}
        label={t('plan.board.move', { column: t(`plan.column.${target}`), title: name })}
        onPress={() => onMove(of.task, target)}
      />
    )
  return (
    <BoardCard
      id={of.task.id}
      name={name}
      onOpen={open}
      foot={<DueCell of={of} />}
      buttons={
        <>
          {to(planColumns[at - 1], 'back')}
          {to(planColumns[at + 1], 'forward')}
          <Menu
            label={t('plan.menu', { title: name })}
            icon="more"
            entries={actions.entries(of.task, open)}
          />
        </>
      }
    >
      <TaskFacts of={of} withState={false} />
    </BoardCard>
  )
})
