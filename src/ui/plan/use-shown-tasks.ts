/** The tasks that a filter lets through, in their order. */
import { useDeferredValue, useMemo } from 'react'
import { createFollower } from '#domain/changed-part.ts'
import { type PlannedTask, plannedTasks } from '#state/plan.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { useWords } from '../words/use-words.ts'
import { isTaskFilter, type TaskFilter, taskTest } from './list/task-filter.ts'
import { useTaskWords } from './use-task-words.ts'

export function useShownTasks(filter: TaskFilter): {
  readonly all: readonly PlannedTask[]
  readonly shown: readonly PlannedTask[]
} {
  const { t, today } = useWords()
  const { title, note, memberName } = useTaskWords()
  const { memberId } = useGroup().vault.identity
  const all = useLive(live => plannedTasks(live, today()))
  // What is chosen stands in its field at once; the list follows. Letters wait already: see `SearchField`.
  const found = useDeferredValue(filter)
  const follow = useMemo(() => {
    if (!isTaskFilter(found)) return null
    const words = ({ task }: PlannedTask) =>
      [
        title(task),
        note(task),
        task.area === '' ? '' : t(`plan.area.${task.area}`),
        ...(task.owner === null ? [] : [memberName(task.owner)]),
        ...task.helpers.map(memberName),
      ].join(' ')
    return createFollower(taskTest(found, words, memberId))
  }, [found, title, note, memberName, memberId, t])
  return { all, shown: follow?.(all) ?? all }
}
