/** A task while it is edited, and what it becomes. Both kinds of due stay typed while one looks at the other. */
import type { IsoDate } from '#domain/dates.ts'
import {
  type Anchor,
  type AnchoredDue,
  type Due,
  type DueUnit,
  dueFrom,
  dueOn,
  MOST_OFFSET,
  noDue,
} from '#domain/due.ts'
import { type Json, jsonEquals } from '#domain/json.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Task, TaskArea } from '#domain/task.ts'
import type { CheckLine, TaskFields } from '#state/commands/tasks.ts'
import type { TypedDateProblem } from '../../words/typed-date.ts'

export interface DueDraft {
  readonly kind: Due['kind']
  readonly date: IsoDate | null
  readonly dateProblem: TypedDateProblem | null
  readonly anchor: Anchor
  readonly arrival: RecordId | null
  readonly lease: RecordId | null
  readonly month: number
  readonly count: number
  readonly side: 'before' | 'after'
  readonly unit: DueUnit
  readonly onDayOff: AnchoredDue['onDayOff']
  readonly pinned: IsoDate | null
}

export interface TaskDraft {
  readonly title: string
  readonly note: string
  readonly area: TaskArea
  readonly due: DueDraft
  readonly hard: boolean
  readonly owner: RecordId | null
  readonly helpers: readonly RecordId[]
  readonly checks: readonly CheckLine[]
  readonly repeat: Task['repeat']
  readonly links: Task['links']
}

const BLANK_DUE: DueDraft = {
  kind: 'none',
  date: null,
  dateProblem: null,
  anchor: 'arrival',
  arrival: null,
  lease: null,
  month: 1,
  count: 7,
  side: 'after',
  unit: 'days',
  onDayOff: 'keep',
  pinned: null,
}

export function taskToDraft(of: Task, checks: readonly CheckLine[]): TaskDraft {
  const { title, note, area, hard, owner, helpers, repeat, links } = of
  return { title, note, area, hard, owner, helpers, repeat, links, checks, due: dueToDraft(of.due) }
}

export function dueToDraft(due: Due): DueDraft {
  switch (due.kind) {
    case 'none':
      return BLANK_DUE
    case 'date':
      return { ...BLANK_DUE, kind: 'date', date: due.date }
    case 'anchor': {
      const { anchor, arrival, lease, month, offset, unit, onDayOff, pinned } = due
      return {
        ...BLANK_DUE,
        kind: 'anchor',
        anchor,
        arrival,
        lease,
        month: month ?? 1,
        count: Math.abs(offset),
        side: offset < 0 ? 'before' : 'after',
        unit,
        onDayOff,
        pinned,
      }
    }
  }
}

/** Null: a date is wanted and none is there. */
export function draftToDue(draft: DueDraft): Due | null {
  switch (draft.kind) {
    case 'none':
      return noDue
    case 'date':
      return draft.date === null ? null : dueOn(draft.date)
    case 'anchor': {
      const { anchor, arrival, lease, month, count, side, unit, onDayOff, pinned } = draft
      const offset = Math.min(count, MOST_OFFSET) * (side === 'before' ? -1 : 1)
      const isLease = anchor === 'lease-start'
      return dueFrom(anchor, offset === 0 ? 0 : offset, unit, {
        arrival: isLease ? null : arrival,
        lease: isLease ? lease : null,
        month: anchor === 'support-month' ? month : null,
        onDayOff,
        pinned,
      })
    }
  }
}

export type TaskProblem = 'no-title' | 'no-date'

/** Only what differs from `known`, so that what others change meanwhile stays. */
export function changedTask(
  draft: TaskDraft,
  known: Task,
): Result<Partial<TaskFields>, readonly TaskProblem[]> {
  const due = draftToDue(draft.due)
  const title = draft.title.trim()
  const problems: TaskProblem[] = [
    ...(title === '' && known.seedKey === '' ? (['no-title'] as const) : []),
    ...(due === null ? (['no-date'] as const) : []),
  ]
  if (due === null || problems.length > 0) return err(problems)
  const { note, area, hard, owner, helpers, repeat, links } = draft
  const wanted = { title, note, area, hard, owner, helpers, repeat, links, due }
  const before: Readonly<Record<string, unknown>> = { ...known }
  return ok(
    Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => !jsonEquals(value as Json, before[name] as Json)),
    ),
  )
}
