/** When a task that repeats is due again. */
import type { PlanContext } from './anchor.ts'
import { addDays, addMonthsToDate, type IsoDate } from './dates.ts'
import { type Due, dueOn, MOST_OFFSET } from './due.ts'
import { resolveDue } from './due-date.ts'
import type { Task } from './task.ts'

/**
 * Of the next one, once this one was done on `doneOn`. A task that hangs on an anchor goes on hanging on it, so many
 * units further; one that was pinned, or counts in other units, or from the day it was done, gets a date. Null: it does
 * not repeat.
 */
export function nextDue(of: Pick<Task, 'due' | 'repeat'>, doneOn: IsoDate, context: PlanContext): Due | null {
  const { due, repeat } = of
  if (repeat === null) return null
  if (repeat.from === 'due' && due.kind === 'anchor' && due.pinned === null) {
    const offset = due.offset + repeat.every
    if (due.unit === repeat.unit && offset <= MOST_OFFSET) return { ...due, offset }
    const inDays = due.offset + repeat.every * 7
    if (due.unit === 'days' && repeat.unit === 'weeks' && inDays <= MOST_OFFSET)
      return { ...due, offset: inDays }
  }
  const resolved = resolveDue(due, context)
  const start = repeat.from === 'due' && resolved.kind === 'date' ? resolved.date : doneOn
  return dueOn(stepsFrom(start, repeat))
}

function stepsFrom(date: IsoDate, { every, unit }: NonNullable<Task['repeat']>): IsoDate {
  switch (unit) {
    case 'days':
      return addDays(date, every)
    case 'weeks':
      return addDays(date, every * 7)
    case 'months':
      return addMonthsToDate(date, every)
  }
}
