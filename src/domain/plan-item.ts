/** What a task has in common with everything else that is planned: when it is due, whether it is closed, whom it needs. */
import type { PlanContext } from './anchor.ts'
import type { IsoDate } from './dates.ts'
import type { Due } from './due.ts'
import { type DueDate, resolveDue } from './due-date.ts'
import type { RecordId } from './record-kind.ts'
import { isClosed, type Task } from './task.ts'

export interface PlanItem {
  readonly id: RecordId
  /** Of the record, whose field `due` it is. */
  readonly kind: string
  readonly due: Due
  /** Done or dropped on that day, where it is known; null: open. */
  readonly closed: { readonly on: IsoDate | null } | null
  /** Owner first, then helpers. */
  readonly members: readonly RecordId[]
}

export const planItemOfTask = (task: Task): PlanItem => ({
  id: task.id,
  kind: 'task',
  due: task.due,
  closed: isClosed(task) ? { on: task.status.doneOn } : null,
  members: task.owner === null ? task.helpers : [task.owner, ...task.helpers],
})

/** Where it is in time. What is closed is where it was closed: no anchor moves it any more. */
export function dateOfItem(item: Pick<PlanItem, 'due' | 'closed'>, context: PlanContext): DueDate {
  if (item.closed === null) return resolveDue(item.due, context)
  const { on } = item.closed
  return on === null
    ? { kind: 'none' }
    : { kind: 'date', date: on, by: 'closed', certain: true, movedFrom: null }
}
