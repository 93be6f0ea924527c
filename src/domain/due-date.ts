/** The date at which something is due, worked out from what it hangs on (`due.ts`, `anchor.ts`). */
import { anchorDay, type PlanContext, type WhyUnknown } from './anchor.ts'
import { addMonthsToDate, dateOfEpochDay, epochDay, type IsoDate } from './dates.ts'
import type { AnchoredDue, AnchorOf, Due } from './due.ts'
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from './working-days.ts'

export type DueDate =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'date'
      readonly date: IsoDate
      readonly by: 'fixed' | 'pinned' | 'anchor' | 'closed'
      /** False: it hangs on a day that is only expected. */
      readonly certain: boolean
      /** The day off that it was moved away from; null: it was not. */
      readonly movedFrom: IsoDate | null
    }
  | { readonly kind: 'window'; readonly from: IsoDate; readonly to: IsoDate }
  /** The parts of "10 working days before arrival". */
  | ({ readonly kind: 'unknown'; readonly why: WhyUnknown } & AnchorOf & Pick<AnchoredDue, 'offset' | 'unit'>)

export function resolveDue(due: Due, context: PlanContext): DueDate {
  switch (due.kind) {
    case 'none':
      return due
    case 'date':
      return { kind: 'date', date: due.date, by: 'fixed', certain: true, movedFrom: null }
    case 'anchor':
      return due.pinned === null
        ? resolveAnchored(due, context)
        : { kind: 'date', date: due.pinned, by: 'pinned', certain: true, movedFrom: null }
  }
}

function resolveAnchored(due: AnchoredDue, context: PlanContext): DueDate {
  const day = anchorDay(due, context)
  switch (day.kind) {
    case 'date': {
      const plain = shifted(day.date, due, context)
      const date = offDayOff(plain, due, context)
      const movedFrom = date === plain ? null : plain
      return { kind: 'date', date, by: 'anchor', certain: day.certain, movedFrom }
    }
    case 'window':
      return {
        kind: 'window',
        from: offDayOff(shifted(day.from, due, context), due, context),
        to: offDayOff(shifted(day.to, due, context), due, context),
      }
    case 'unknown': {
      const { anchor, arrival, lease, month, offset, unit } = due
      return { ...day, anchor, arrival, lease, month, offset, unit }
    }
  }
}

function shifted(date: IsoDate, { offset, unit }: AnchoredDue, { province }: PlanContext): IsoDate {
  switch (unit) {
    case 'days':
      return dateOfEpochDay(epochDay(date) + offset)
    case 'working-days':
      return addWorkingDays(date, offset, province)
    case 'weeks':
      return dateOfEpochDay(epochDay(date) + offset * 7)
    case 'months':
      return addMonthsToDate(date, offset)
  }
}

function offDayOff(date: IsoDate, { onDayOff }: AnchoredDue, { province }: PlanContext): IsoDate {
  switch (onDayOff) {
    case 'keep':
      return date
    case 'before':
      return previousWorkingDay(date, province)
    case 'after':
      return nextWorkingDay(date, province)
  }
}

/** The day on which it is due at the earliest; null: not known. What lists are sorted by. */
export function earliestOf(due: DueDate): IsoDate | null {
  return due.kind === 'date' ? due.date : due.kind === 'window' ? due.from : null
}

/** Earlier first; what has no date yet after all that has. */
export function byDueDate(a: DueDate, b: DueDate): number {
  const [one, other] = [earliestOf(a), earliestOf(b)]
  if (one === other) return 0
  return one === null ? 1 : other === null ? -1 : one < other ? -1 : 1
}

/** Its day has passed, and of a window the last day too. */
export const isPast = (due: DueDate, today: IsoDate): boolean =>
  due.kind === 'date' ? due.date < today : due.kind === 'window' && due.to < today
