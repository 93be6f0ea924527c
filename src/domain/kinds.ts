/** Every kind of record that this version knows. A kind is added here and in its own file, nowhere else. */
import { absence } from './absence.ts'
import { account, statement } from './account.ts'
import { afterSupportLine } from './after-support.ts'
import { appointment, appointmentException, appointmentPrivate, slot } from './appointment.ts'
import { documentFile, homePhoto, itemPhoto, receiptFile } from './attachment.ts'
import { bankMapping, codedName, importBatch, payeeRule } from './bank-import.ts'
import { checkItem } from './check-item.ts'
import { consent, consentPlace } from './consent.ts'
import { contact, healthContact } from './contact.ts'
import { personDocument } from './document.ts'
import { entry } from './entry.ts'
import { group } from './group.ts'
import { home, homeContact } from './home.ts'
import { homeCheck } from './home-check.ts'
import { homePaper } from './home-paper.ts'
import { homeSearch, homeSearchMoney } from './home-search.ts'
import { majority, majorityAnswer, person, supportUnit } from './household.ts'
import { deliveryRun, deliveryStop, householdItem } from './household-item.ts'
import { interpreterWishes } from './interpreter-wishes.ts'
import { lease } from './lease.ts'
import { line } from './line.ts'
import { twoPayments } from './look-alike.ts'
import { member } from './member.ts'
import { memberCheck } from './member-check.ts'
import { personPrivate } from './person-private.ts'
import type { RecordKind } from './record-kind.ts'
import { recurring, recurringOccurrence } from './recurring.ts'
import { reportNotes, supportMinimum } from './report-record.ts'
import { safetyEvent } from './safety-event.ts'
import { savedFilter } from './saved-filter.ts'
import { arrival, sponsorship } from './sponsorship.ts'
import { task } from './task.ts'
import { whomToCall } from './whom-to-call.ts'

export const kinds = {
  group,
  member,
  memberCheck,
  sponsorship,
  arrival,
  supportUnit,
  person,
  majority,
  majorityAnswer,
  personPrivate,
  interpreterWishes,
  contact,
  healthContact,
  account,
  statement,
  line,
  entry,
  receiptFile,
  recurring,
  recurringOccurrence,
  importBatch,
  bankMapping,
  payeeRule,
  twoPayments,
  codedName,
  supportMinimum,
  reportNotes,
  safetyEvent,
  task,
  checkItem,
  absence,
  householdItem,
  deliveryRun,
  deliveryStop,
  appointment,
  appointmentException,
  slot,
  appointmentPrivate,
  savedFilter,
  document: personDocument,
  documentFile,
  consent,
  consentPlace,
  afterSupportLine,
  whomToCall,
  home,
  homeContact,
  homeSearch,
  homeSearchMoney,
  lease,
  homeCheck,
  homePhoto,
  homePaper,
  itemPhoto,
} as const

export const allKinds: readonly RecordKind[] = Object.values(kinds)
