/** Which part of the app each command belongs to, in the words of the feed. A new command is named here or the tests fail. */

export const feedAreas = ['plan', 'calendar', 'housing', 'people', 'money', 'group'] as const
export type FeedArea = (typeof feedAreas)[number]

const COMMANDS: Readonly<Record<FeedArea, readonly string[]>> = {
  plan: [
    'addTask',
    'editTask',
    'editTasks',
    'setTaskState',
    'snoozeTasks',
    'deleteTasks',
    'restoreTasks',
    'tickCheckItem',
    'seedPlan',
    'moveArrival',
    'addAbsence',
    'editAbsence',
    'deleteAbsence',
  ],
  calendar: [
    'addAppointment',
    'editAppointment',
    'fillSlot',
    'closeAppointment',
    'cancelAppointment',
    'deleteAppointment',
    'importCalendar',
  ],
  housing: [
    'addHome',
    'editHome',
    'moveHome',
    'deleteHomes',
    'restoreHomes',
    'setHomeSearch',
    'logContact',
    'editHomeContact',
    'deleteHomeContact',
  ],
  people: [
    'editPersonPrivate',
    'addGroupContact',
    'editGroupContact',
    'deleteGroupContact',
    'addHealthContact',
    'editHealthContact',
    'deleteHealthContact',
    'addCheck',
    'editCheck',
    'deleteCheck',
    'addDocument',
    'editDocument',
    'deleteDocument',
    'makeDocumentTask',
    'addConsent',
    'editConsent',
    'withdrawConsent',
    'deleteConsent',
  ],
  money: [
    'recordEntry',
    'editEntry',
    'editEntries',
    'deleteEntries',
    'restoreEntries',
    'leaveOutEntries',
    'sortEntries',
    'settleOwed',
    'importBankFile',
    'attachPapers',
    'removePaper',
    'addAccount',
    'editAccount',
    'deleteAccount',
    'recordStatement',
    'reconcileEntries',
    'addLine',
    'editLine',
    'retireLine',
    'editRule',
    'deleteRule',
    'enterMinimum',
    'editMinimum',
    'deleteMinimum',
    'addAfterSupport',
    'editAfterSupport',
    'deleteAfterSupport',
    'mergePayments',
    'keepBothPayments',
    'setUpMoney',
    'saveReportNotes',
    'addRecurring',
    'editRecurring',
    'deleteRecurring',
    'postComing',
    'skipComing',
    'moveComing',
    'reopenComing',
    'takeAsPosted',
  ],
  group: [
    'startGroup',
    'tryDemo',
    'addMember',
    'editMember',
    'editGroup',
    'setUpSponsorship',
    'editSponsorship',
    'editArrival',
    'setUpHousehold',
    'editHousehold',
    'addPeople',
    'settleField',
    'undo',
    'undoAgain',
  ],
}

/** What a laptop notes for itself or for one person: not told. */
export const QUIET_COMMANDS: ReadonlySet<string> = new Set([
  'noteSafety',
  'saveFilter',
  'deleteFilter',
  'orderTask',
  'saveBankMapping',
  'forgetCodedNames',
])

/** What everything else stands on: told without names, and not taken back from a list. */
export const isBeginning = ({ command }: { readonly command: string }): boolean =>
  command === 'startGroup' || command === 'tryDemo'

const AREAS: ReadonlyMap<string, FeedArea> = new Map(
  feedAreas.flatMap(area => COMMANDS[area].map(command => [command, area] as const)),
)

/** Undefined: of a newer version. */
export const feedAreaOf = (command: string): FeedArea | undefined => AREAS.get(command)

export const isTold = ({ command }: { readonly command: string }): boolean => !QUIET_COMMANDS.has(command)
