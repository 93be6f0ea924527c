/** All commands of an open group. A screen that wants to change something finds its verb here. */
import { type AccountCommands, createAccountCommands } from './commands/accounts.ts'
import { type AfterSupportCommands, createAfterSupportCommands } from './commands/after-support.ts'
import { type AppointmentCommands, createAppointmentCommands } from './commands/appointments.ts'
import { type BudgetCommands, createBudgetCommands } from './commands/budget.ts'
import { type CalendarImportCommands, createCalendarImportCommands } from './commands/calendar-import.ts'
import { type ConsentCommands, createConsentCommands } from './commands/consents.ts'
import { type ContactCommands, createContactCommands } from './commands/contacts.ts'
import { createDocumentCommands, type DocumentCommands } from './commands/documents.ts'
import { createEntryCommands, type EntryCommands } from './commands/entries.ts'
import type { Gate } from './commands/gate.ts'
import { createHomePaperCommands, type HomePaperCommands } from './commands/home-papers.ts'
import { createHomeCommands, type HomeCommands } from './commands/homes.ts'
import { createHouseholdCommands, type HouseholdCommands } from './commands/household.ts'
import { createHouseholdListCommands, type HouseholdListCommands } from './commands/household-list.ts'
import { createImportCommands, type ImportCommands } from './commands/imports.ts'
import { createLeaseCommands, type LeaseCommands } from './commands/leases.ts'
import { createLookAlikeCommands, type LookAlikeCommands } from './commands/look-alikes.ts'
import { createNewcomerCommands, type NewcomerCommands } from './commands/newcomers.ts'
import { createPaperCommands, type PaperCommands } from './commands/papers.ts'
import { createPeopleCommands, type PeopleCommands } from './commands/people.ts'
import { createPlanCommands, type PlanCommands } from './commands/plan.ts'
import { createRecurringCommands, type RecurringCommands } from './commands/recurring.ts'
import { createSetUpCommands, type SetUpCommands } from './commands/set-up.ts'
import { createTaskCommands, type TaskCommands } from './commands/tasks.ts'
import type { CommandTools } from './commands/tools.ts'
import { createViewingCommands, type ViewingCommands } from './commands/viewings.ts'

export interface Commands
  extends EntryCommands,
    AccountCommands,
    AfterSupportCommands,
    AppointmentCommands,
    BudgetCommands,
    CalendarImportCommands,
    ConsentCommands,
    DocumentCommands,
    ContactCommands,
    PaperCommands,
    PeopleCommands,
    RecurringCommands,
    SetUpCommands,
    HomeCommands,
    HouseholdCommands,
    HouseholdListCommands,
    ImportCommands,
    LeaseCommands,
    ViewingCommands,
    HomePaperCommands,
    LookAlikeCommands,
    NewcomerCommands,
    TaskCommands,
    PlanCommands {
  readonly gate: Omit<Gate, 'run'>
}

export function createCommands(tools: CommandTools): Commands {
  return {
    ...createEntryCommands(tools),
    ...createAccountCommands(tools),
    ...createAfterSupportCommands(tools),
    ...createAppointmentCommands(tools),
    ...createBudgetCommands(tools),
    ...createCalendarImportCommands(tools),
    ...createNewcomerCommands(tools),
    ...createConsentCommands(tools),
    ...createDocumentCommands(tools),
    ...createContactCommands(tools),
    ...createPaperCommands(tools),
    ...createPeopleCommands(tools),
    ...createRecurringCommands(tools),
    ...createSetUpCommands(tools),
    ...createHomeCommands(tools),
    ...createHouseholdCommands(tools),
    ...createHouseholdListCommands(tools),
    ...createImportCommands(tools),
    ...createLeaseCommands(tools),
    ...createViewingCommands(tools),
    ...createHomePaperCommands(tools),
    ...createLookAlikeCommands(tools),
    ...createTaskCommands(tools),
    ...createPlanCommands(tools),
    gate: tools.gate,
  }
}
