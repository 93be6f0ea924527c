/** Choices in the preview of a calendar import, for the screen. */
import {
  type CalendarPlan,
  type CalendarRow,
  calendarChoices,
  withCalendarChoice,
} from '#imports/calendar-plan.ts'

export const mayTake = ({ state }: CalendarRow): boolean => calendarChoices(state).includes('take')

/** The plan with this row taken, or left where it was taken. */
export function toggleCalendarRow(plan: CalendarPlan, row: CalendarRow): CalendarPlan {
  const at = plan.rows.findIndex(each => each.id === row.id)
  return withCalendarChoice(plan, at, row.choice === 'take' ? 'leave' : 'take')
}
