/**
 * Commands of a calendar import: what was previewed is applied exactly, in one change, undone in one. Needs Care, where
 * everything that the file says besides times is kept.
 */
import {
  type Appointment,
  appointment,
  appointmentException,
  appointmentPrivate,
} from '#domain/appointment.ts'
import type { CalendarFile } from '#imports/calendar-import.ts'
import {
  type CalendarPlan,
  calendarKeyTexts,
  calendarWrites,
  knownAppointments,
  planCalendarImport,
} from '#imports/calendar-plan.ts'
import { type Steps, within } from '../long-work.ts'
import type { CommandResult } from './gate.ts'
import { allWriteOps } from './record-writes.ts'
import { rowIdSteps } from './row-ids.ts'
import type { CommandTools } from './tools.ts'

/** How much of planning goes into the ids, by the clock. */
const ID_SHARE = 0.9

export interface CalendarImportCommands {
  /** What importing this file would do; nothing is stored. */
  planCalendarSteps(file: CalendarFile): Steps<CalendarPlan>
  /** `whose` is for appointments that are new; of known ones it stays as people have it. */
  importCalendar(
    plan: CalendarPlan,
    whose: Pick<Appointment, 'sponsorship' | 'attending'>,
  ): Promise<CommandResult>
}

export function createCalendarImportCommands(tools: CommandTools): CalendarImportCommands {
  const { gate, live, vault } = tools
  return {
    async *planCalendarSteps({ events }) {
      // The group's own name for itself: the same on each of its laptops, and in no other group.
      const salt = vault.identity.vaultId
      const ids = yield* within(rowIdSteps(vault, salt, calendarKeyTexts(events)), 0, ID_SHARE)
      const known = knownAppointments(
        [...live.records(appointment), ...live.trash(appointment)],
        live.records(appointmentException),
        live.records(appointmentPrivate),
      )
      return planCalendarImport({ events, ids, known })
    },
    async importCalendar(plan, whose) {
      const ops = allWriteOps(tools, calendarWrites(plan, whose))
      if (ops.length === 0) return { ok: false, problem: { kind: 'nothing-to-do' } }
      return gate.run('importCalendar', ops)
    },
  }
}
