/** Which tasks the list and the board show. */
import type { RecordId } from '#domain/record-kind.ts'
import type { TaskFilterState } from '#domain/saved-filter.ts'
import { isClosed, type TaskArea } from '#domain/task.ts'
import type { PlannedTask } from '#state/plan.ts'

export interface TaskFilter {
  readonly text: string
  readonly owner: RecordId | 'all' | 'nobody' | 'me'
  /** Empty: all of them. */
  readonly area: TaskArea
  readonly state: TaskFilterState
}

export const noTaskFilter: TaskFilter = { text: '', owner: 'all', area: '', state: 'all' }

export const isTaskFilter = (filter: TaskFilter): boolean =>
  filter.text.trim() !== '' || filter.owner !== 'all' || filter.area !== '' || filter.state !== 'all'

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `words`: all of a task that a search may find. `me`: the member whose laptop this is. */
export function taskTest(
  filter: TaskFilter,
  words: (of: PlannedTask) => string,
  me: RecordId,
): (of: PlannedTask) => boolean {
  const asked = plain(filter.text).split(/\s+/).filter(Boolean)
  const who = filter.owner === 'me' ? me : filter.owner
  return of => {
    const { task } = of
    if (filter.area !== '' && task.area !== filter.area) return false
    if (filter.owner === 'nobody' && task.owner !== null) return false
    const isOf = task.owner === who || task.helpers.includes(who)
    if (who !== 'all' && who !== 'nobody' && !isOf) return false
    if (!isInState(of, filter.state)) return false
    if (asked.length === 0) return true
    const found = plain(words(of))
    return asked.every(word => found.includes(word))
  }
}

function isInState({ task, group }: PlannedTask, state: TaskFilterState): boolean {
  switch (state) {
    case 'all':
      return true
    case 'open':
      return !isClosed(task)
    case 'overdue':
      return group === 'overdue'
    case 'doing':
      return task.status.state === 'doing'
    case 'closed':
      return isClosed(task)
    case 'hard':
      return task.hard && !isClosed(task)
  }
}

export const focusTaskSearch = (): void =>
  document.querySelector<HTMLInputElement>('[data-task-search] input')?.focus()
