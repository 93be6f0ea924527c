/**
 * One change of several tasks: who has them, where they belong, when they are due.
 *
 * [Note: a date that is moved with others] A task that hangs on an anchor by days or weeks goes on hanging on it, so many
 * days further. One that counts in working days or months cannot be moved by days and go on counting so: its date is held
 * where it was moved to, and can be let go again. What has no date yet, and what is done or dropped, stays as it is.
 */
import type { PlanContext } from './anchor.ts'
import { addDays, type IsoDate } from './dates.ts'
import { type Due, dueOn, MOST_OFFSET, pinDue } from './due.ts'
import { resolveDue } from './due-date.ts'
import { jsonEquals } from './json.ts'
import type { RecordId } from './record-kind.ts'
import { isClosed, type Task, type TaskArea } from './task.ts'

/** What is absent stays as it is. */
export interface TasksChange {
  readonly owner?: RecordId | null
  readonly area?: TaskArea
  readonly due?:
    | { readonly kind: 'shift'; readonly days: number }
    | { readonly kind: 'on'; readonly date: IsoDate }
    | { readonly kind: 'none' }
}

type Changed = Partial<Pick<Task, 'owner' | 'helpers' | 'area' | 'due'>>

/** Only the fields that come to be others. */
export function changedFieldsOf(of: Task, change: TasksChange, context: PlanContext): Changed {
  const { owner, area } = change
  const due = change.due === undefined ? of.due : dueAfter(of, change.due, context)
  return {
    ...(owner === undefined || owner === of.owner ? {} : { owner }),
    // Who has a task does not also help with it.
    ...(owner && of.helpers.includes(owner) ? { helpers: of.helpers.filter(each => each !== owner) } : {}),
    ...(area === undefined || area === of.area ? {} : { area }),
    ...(jsonEquals(due, of.due) ? {} : { due }),
  }
}

function dueAfter(of: Task, change: NonNullable<TasksChange['due']>, context: PlanContext): Due {
  switch (change.kind) {
    case 'on':
      return dueOn(change.date)
    case 'none':
      return { kind: 'none' }
    case 'shift':
      return isClosed(of) ? of.due : shiftDue(of.due, change.days, context)
  }
}

/** See [Note: a date that is moved with others]. */
export function shiftDue(due: Due, days: number, context: PlanContext): Due {
  if (due.kind === 'none') return due
  if (due.kind === 'date') return dueOn(addDays(due.date, days))
  if (due.pinned !== null) return pinDue(due, addDays(due.pinned, days))
  const inDays = due.unit === 'days' ? due.offset + days : due.unit === 'weeks' ? due.offset * 7 + days : null
  if (inDays !== null && Math.abs(inDays) <= MOST_OFFSET)
    return due.unit === 'weeks' && inDays % 7 === 0
      ? { ...due, offset: inDays / 7 }
      : { ...due, offset: inDays, unit: 'days' }
  const date = resolveDue(due, context)
  return date.kind === 'date' ? pinDue(due, addDays(date.date, days)) : due
}
