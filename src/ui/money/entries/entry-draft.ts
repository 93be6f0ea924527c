/**
 * An entry as its form holds it. Amounts are typed in the direction of the entry's type: 50 of an expense is 50 out, and
 * -50 of an expense is money back, which lowers its line.
 */
import type { IsoDate } from '#domain/dates.ts'
import type { Entry, EntryType, Split } from '#domain/entry.ts'
import { type Cents, sumCents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { EntryFields } from '#state/commands/entries.ts'

export interface SplitDraft {
  /** Tells the rows of the form apart. */
  readonly key: number
  readonly line: RecordId | null
  /** In the direction of the type; null while it is empty or no amount. */
  readonly cents: Cents | null
  readonly countsAs: Split['countsAs']
  readonly unit: RecordId | null
  readonly covers: Split['covers']
}

export interface EntryDraft {
  readonly type: EntryType
  readonly account: RecordId | null
  readonly toAccount: RecordId | null
  readonly date: IsoDate | null
  readonly cents: Cents | null
  /** One: it is of the whole amount, whatever its own says. */
  readonly splits: readonly SplitDraft[]
  readonly payee: string
  readonly note: string
  readonly method: Entry['method']
  readonly chequeNumber: string
  readonly receipt: Entry['receipt']
  readonly receiptNumber: string
  readonly tags: string
  readonly leftOut: boolean
  readonly owedTo: RecordId | null
  readonly settledBy: RecordId | null
}

export type DraftProblem =
  | 'date-missing'
  | 'amount-missing'
  | 'account-missing'
  | 'to-account-missing'
  | 'same-account'
  | 'split-difference'
  | 'split-amount-missing'
  | 'owed-to-missing'

/** Money out is negative in the books. */
export const signOf = (type: EntryType): 1 | -1 => (type === 'income' || type === 'in-kind' ? 1 : -1)

export const hasAccount = (type: EntryType): boolean => type !== 'in-kind' && type !== 'owed'

export const emptySplit = (key: number): SplitDraft => ({
  key,
  line: null,
  cents: null,
  countsAs: null,
  unit: null,
  covers: null,
})

export function newDraft(start: {
  readonly date: IsoDate
  readonly account: RecordId | null
  readonly type?: EntryType
}): EntryDraft {
  return {
    type: start.type ?? 'expense',
    account: start.account,
    toAccount: null,
    date: start.date,
    cents: null,
    splits: [emptySplit(0)],
    payee: '',
    note: '',
    method: '',
    chequeNumber: '',
    receipt: 'missing',
    receiptNumber: '',
    tags: '',
    leftOut: false,
    owedTo: null,
    settledBy: null,
  }
}

export function entryToDraft(entry: Entry): EntryDraft {
  // What was given or is owed has no direction; the books may hold either sign.
  const sign = hasAccount(entry.type) ? signOf(entry.type) : entry.money.cents < 0 ? -1 : 1
  const splits = entry.money.splits.map((split, key) => ({ ...split, key, cents: split.cents * sign || 0 }))
  return {
    type: entry.type,
    account: entry.account,
    toAccount: entry.money.toAccount,
    date: entry.date,
    cents: entry.money.cents * sign || 0,
    splits: splits.length > 0 ? splits : [emptySplit(0)],
    payee: entry.payee,
    note: entry.note,
    method: entry.method,
    chequeNumber: entry.chequeNumber,
    receipt: entry.receipt,
    receiptNumber: entry.receiptNumber,
    tags: entry.tags.join(', '),
    leftOut: entry.leftOut,
    owedTo: entry.owedTo,
    settledBy: entry.settledBy,
  }
}

/** The same again on another day: its paper, its cheque and the months it covers are its own. */
export function againOn(draft: EntryDraft, date: IsoDate): EntryDraft {
  return {
    ...draft,
    date,
    splits: draft.splits.map(each => ({ ...each, covers: null })),
    chequeNumber: '',
    receipt: draft.receipt === 'have' ? 'missing' : draft.receipt,
    receiptNumber: '',
    settledBy: null,
  }
}

/** What the parts leave over of the amount: 0 when they add up. */
export const splitRest = (draft: EntryDraft): Cents =>
  (draft.cents ?? 0) - sumCents(draft.splits.map(each => each.cents ?? 0))

/** The amount of one part. Of two parts the other one takes what is left, so that only one has to be typed. */
export function withPartAmount(draft: EntryDraft, at: number, cents: Cents | null): EntryDraft {
  const { cents: whole } = draft
  const splits = draft.splits.map((each, i) =>
    i === at
      ? { ...each, cents }
      : draft.splits.length === 2 && whole !== null && cents !== null
        ? { ...each, cents: whole - cents }
        : each,
  )
  return { ...draft, splits }
}

export function draftToFields(draft: EntryDraft): Result<Partial<EntryFields>, readonly DraftProblem[]> {
  const { type, date, cents } = draft
  const problems = problemsOf(draft)
  if (problems.length > 0 || date === null || cents === null) return err(problems)
  const sign = signOf(type)
  const only = draft.splits.length === 1
  const parts = draft.splits.map(({ key: _, ...split }) => ({
    ...split,
    cents: (only ? cents : (split.cents ?? 0)) * sign || 0,
  }))
  const fields: Partial<EntryFields> = {
    type,
    account: hasAccount(type) ? draft.account : null,
    date,
    money: {
      cents: cents * sign || 0,
      splits: type === 'transfer' ? [] : parts,
      toAccount: type === 'transfer' ? draft.toAccount : null,
    },
    payee: draft.payee.trim(),
    note: draft.note.trim(),
    method: draft.method,
    chequeNumber: draft.method === 'cheque' ? draft.chequeNumber.trim() : '',
    receipt: type === 'transfer' ? 'not-needed' : draft.receipt,
    receiptNumber: draft.receipt === 'have' ? draft.receiptNumber.trim() : '',
    tags: tagsOf(draft.tags),
    leftOut: draft.leftOut,
    owedTo: type === 'owed' ? draft.owedTo : null,
    settledBy: type === 'owed' ? draft.settledBy : null,
  }
  return ok(fields)
}

function problemsOf(draft: EntryDraft): readonly DraftProblem[] {
  const { type } = draft
  const problems: DraftProblem[] = []
  if (draft.date === null) problems.push('date-missing')
  if (draft.cents === null) problems.push('amount-missing')
  if (hasAccount(type) && draft.account === null) problems.push('account-missing')
  if (type === 'owed' && draft.owedTo === null) problems.push('owed-to-missing')
  if (type === 'transfer') {
    if (draft.toAccount === null) problems.push('to-account-missing')
    else if (draft.toAccount === draft.account) problems.push('same-account')
  } else if (draft.splits.length > 1) {
    if (draft.splits.some(each => each.cents === null)) problems.push('split-amount-missing')
    else if (draft.cents !== null && splitRest(draft) !== 0) problems.push('split-difference')
  }
  return problems
}

const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map(each => each.trim())
      .filter(Boolean)
      .slice(0, 20),
  ),
]

/** Only what differs, so that a field that somebody else changes meanwhile is not written over. */
export function changedFields(entry: Entry, fields: Partial<EntryFields>): Partial<EntryFields> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(entry[name as keyof Entry]),
    ),
  )
}

/** Another type keeps the typed amount, except for a row of the bank: there the direction of the money is a fact. */
export function withType(draft: EntryDraft, type: EntryType, fromBank: boolean): EntryDraft {
  const turn = fromBank && signOf(draft.type) !== signOf(type) ? -1 : 1
  const turned = (cents: Cents | null) => (cents === null ? null : cents * turn || 0)
  return {
    ...draft,
    type,
    cents: turned(draft.cents),
    splits: draft.splits.map(each => ({ ...each, cents: turned(each.cents) })),
    receipt: type === 'income' || type === 'transfer' ? 'not-needed' : draft.receipt,
  }
}
