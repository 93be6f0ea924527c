/** Which days a view of the calendar shows, and where its arrows lead. Weeks begin on Sunday, as calendars in Canada do. */
import { addDays, addMonths, firstDay, type IsoDate, lastDay, monthOf, weekdayOf } from '#domain/dates.ts'
import type { DateWindow } from '#domain/recurrence.ts'

export const calendarViews = ['agenda', 'day', 'week', 'month'] as const
export type CalendarView = (typeof calendarViews)[number]

/** An agenda tells what comes: so many days from the one it begins on. */
export const AGENDA_DAYS = 28

/** Sunday is 7 in `weekdayOf`. */
export const weekStart = (date: IsoDate): IsoDate => addDays(date, -(weekdayOf(date) % 7))

export function windowOf(view: CalendarView, date: IsoDate): DateWindow {
  switch (view) {
    case 'agenda':
      return { from: date, to: addDays(date, AGENDA_DAYS - 1) }
    case 'day':
      return { from: date, to: date }
    case 'week':
      return { from: weekStart(date), to: addDays(weekStart(date), 6) }
    case 'month': {
      const month = monthOf(date)
      return { from: weekStart(firstDay(month)), to: addDays(weekStart(lastDay(month)), 6) }
    }
  }
}

/** The day that stands for the next or the last period. */
export function stepFrom(view: CalendarView, date: IsoDate, by: 1 | -1): IsoDate {
  switch (view) {
    case 'agenda':
      return addDays(date, by * AGENDA_DAYS)
    case 'day':
      return addDays(date, by)
    case 'week':
      return addDays(date, by * 7)
    case 'month':
      return firstDay(addMonths(monthOf(date), by))
  }
}
