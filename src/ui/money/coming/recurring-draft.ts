/** Something recurring as its form holds it: the entry to be, without a day, and the rule for its days. */
import { type IsoDate, lastDay, monthOf } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import type { RecordId } from '#domain/record-kind.ts'
import {
  type CoversRule,
  firstFrom,
  type Recurring,
  type RecurringEvery,
  type RecurringFields,
  type RecurringSchedule,
  recurring,
} from '#domain/recurring.ts'
import { err, ok, type Result } from '#domain/result.ts'
import {
  type DraftProblem,
  draftToFields,
  type EntryDraft,
  entryToDraft,
  newDraft,
} from '../entries/entry-draft.ts'

export interface RecurringDraft {
  readonly entry: EntryDraft
  /** On `start` and never again: a deposit. `every` and `end` say nothing then. */
  readonly once: boolean
  readonly every: RecurringEvery
  readonly start: IsoDate | null
  /** Each month on its last day; asked only where the start is a 28th to 30th that is one: the 31st says it. */
  readonly monthEnd: boolean
  /** As it is kept; null for a new one. */
  readonly known: RecurringSchedule | null
  readonly end: IsoDate | null
  readonly leadDays: number
  readonly covers: CoversRule
}

export type RecurringProblem = DraftProblem | 'start-missing' | 'end-before-start'

export const isMonthEnd = ({
  once,
  every,
  start,
}: Pick<RecurringDraft, 'once' | 'every' | 'start'>): boolean =>
  !once && every === 'month' && start !== null && start === lastDay(monthOf(start)) && !start.endsWith('31')

const { leadDays, covers } = recurring.defaults
const rule = {
  once: false,
  every: 'month',
  monthEnd: false,
  known: null,
  end: null,
  leadDays,
  covers,
} as const

export const newRecurringDraft = (account: RecordId | null, start: IsoDate): RecurringDraft => ({
  ...rule,
  entry: { ...newDraft({ date: start, account }), date: null },
  start,
})

/** As this entry, from its day on. */
export function draftLike(of: Entry): RecurringDraft {
  const like = entryToDraft(of)
  const splits = like.splits.map(each => ({ ...each, covers: null }))
  return { ...rule, entry: { ...like, date: null, splits, chequeNumber: '', note: '' }, start: of.date }
}

export function recurringToDraft(of: Recurring): RecurringDraft {
  const { schedule, type, account, money, payee, method, note } = of
  const fields = { ...entry.defaults, type, account, money, payee, method, note }
  return {
    entry: { ...entryToDraft({ ...fields, id: of.id, deleted: false }), date: null },
    ...shownSchedule(schedule),
    known: schedule,
    leadDays: of.leadDays,
    covers: of.covers,
  }
}

const shownSchedule = ({ every, start, end, day }: RecurringSchedule) => ({
  once: start === end,
  every,
  start: firstFrom({ every, day }, start),
  monthEnd: every === 'month' && day === 31,
  end,
})

/** A rule that nobody touched stays: from 28 February alone nobody can tell that it is for the 30th of each month. */
function scheduleOf(
  { known, once, every, end, monthEnd, ...draft }: RecurringDraft,
  start: IsoDate,
): RecurringSchedule {
  const shown = known && shownSchedule(known)
  if (once)
    return known && shown?.once && shown.start === start
      ? known
      : { every: 'year', start, end: start, day: Number(start.slice(8)) }
  if (known && shown?.every === every && shown.start === start && shown.monthEnd === monthEnd)
    return { ...known, end }
  const day = monthEnd && isMonthEnd({ ...draft, once, every }) ? 31 : Number(start.slice(8))
  return { every, start, end, day }
}

export function draftToRecurring(
  draft: RecurringDraft,
): Result<Partial<RecurringFields>, readonly RecurringProblem[]> {
  const { start, end, leadDays: lead, covers: rules } = draft
  // An entry has a day; what recurs has its rule instead.
  const fields = draftToFields({ ...draft.entry, date: start ?? '2000-01-01' })
  const problems: RecurringProblem[] = fields.ok ? [] : [...fields.problem]
  if (start === null) problems.push('start-missing')
  else if (!draft.once && end !== null && end < start) problems.push('end-before-start')
  if (!fields.ok || problems.length > 0 || start === null) return err(problems)
  const { type, account, money, payee, method, note } = fields.value
  if (!money || type === undefined || type === 'in-kind' || type === 'owed') return err(['amount-missing'])
  return ok({
    type,
    account: account ?? null,
    money,
    payee: payee ?? '',
    method: method ?? '',
    note: note ?? '',
    covers: rules,
    schedule: scheduleOf(draft, start),
    leadDays: lead,
  })
}

/** Only what differs, so that a field that somebody else changes meanwhile is not written over. */
export const changedRecurring = (of: Recurring, fields: Partial<RecurringFields>): Partial<RecurringFields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(of[name as keyof Recurring]),
    ),
  )
