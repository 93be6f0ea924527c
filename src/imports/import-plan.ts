/**
 * What an import would do, row by row, as one immutable plan: it is shown, changed by toggles, and applied exactly as it
 * stands.
 *
 * [Note: imported rows have one id] The id of a row is an HMAC, with the account's salt, of `rowKeyText`: date, cents, and
 * the ordinal among the rows of equal date and cents sorted by normalised text. Neither the bank's text nor its own id is
 * in it, so a CSV and a QFX of one account, and two laptops, come to the same ids, and two identical rows of one file
 * are two. The vault makes the HMACs; this file gives the texts and takes the ids.
 */
import { type ComingEntry, matchComing, matchNear } from '#domain/coming-entries.ts'
import { epochDay, type IsoDate } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type BankAccount, type BankRow, type RowSums, sumsOf } from './bank-account.ts'
import { containsWords, createPayeeTexts, type PayeeTexts } from './payee-text.ts'

export const rowKeyText = (date: IsoDate, cents: Cents, ordinal: number): string =>
  `${date}|${cents}|${ordinal}`

const groupKey = (row: { readonly date: IsoDate; readonly cents: Cents }): string =>
  `${row.date}|${row.cents}`

/** One key text for each row, in the rows' order. Only rows that share date and cents are told apart by their words. */
export function rowKeyTexts(
  rows: readonly Pick<BankRow, 'date' | 'cents' | 'text'>[],
  texts: PayeeTexts = createPayeeTexts(),
): readonly string[] {
  const keys: string[] = new Array(rows.length).fill('')
  for (const group of rowGroups(rows)) {
    const first = rows[group[0] ?? 0]
    const ordered = group.length === 1 ? group : byWords(rows, group, texts).map(({ i }) => i)
    for (const [ordinal, i] of ordered.entries())
      if (first) keys[i] = rowKeyText(first.date, first.cents, ordinal)
  }
  return keys
}

/** The places of the rows of equal date and cents. */
function rowGroups(rows: readonly Pick<BankRow, 'date' | 'cents'>[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [i, row] of rows.entries()) {
    const group = groups.get(groupKey(row))
    if (group) group.push(i)
    else groups.set(groupKey(row), [i])
  }
  return groups.values()
}

/** In the order of their words; rows of the same words in the order of the file. */
const byWords = (
  rows: readonly Pick<BankRow, 'text'>[],
  group: readonly number[],
  texts: PayeeTexts,
): readonly { readonly i: number; readonly words: string }[] =>
  group
    .map(i => ({ i, words: texts.plain(rows[i]?.text ?? '') }))
    .sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.i - b.i))

/** An entry of the same account as it stands in the group's books. */
export type ExistingRow = {
  readonly entryId: string
  readonly date: IsoDate
  readonly cents: Cents
  readonly text: string
  /** Row ids of bank files that are this entry; empty: entered by hand. */
  readonly bankRows: readonly string[]
  /** In the trash, by hand or because its import was undone. */
  readonly gone: null | 'deleted' | 'import-undone'
  /** Asked for from whoever holds the money, and not released yet. */
  readonly requested?: boolean
}

/**
 * `link`: the row is that entry; its row id is added to it, and nothing else changes. `post`: the row becomes an entry
 * that posts what was expected.
 */
export type Choice = 'add' | 'post' | 'link' | 'leave'

/** Whether there is an entry more afterwards. */
export const makesEntry = (choice: Choice): boolean => choice === 'add' || choice === 'post'

export type PlanRowState =
  /** `leftBefore`: somebody left this row out of an earlier import. */
  | { readonly kind: 'new'; readonly restores: string | null; readonly leftBefore: boolean }
  /** Imported already. `inTrash`: somebody deleted it since; choosing `add` takes it back. */
  | { readonly kind: 'matches'; readonly entryId: string; readonly inTrash: boolean }
  | {
      readonly kind: 'looks-duplicate'
      readonly entryId: string
      readonly why: 'same-amount' | 'same-day-and-text' | 'requested'
      readonly days: number
    }
  /**
   * An open occurrence of something recurring: the same amount, near its day. It is posted as it stands here. With
   * another amount it is only asked about, and a row like any other until somebody says that it is the one.
   */
  | {
      readonly kind: 'expected'
      readonly coming: ComingEntry
      readonly days: number
      /** So much more than expected; null: the same amount. */
      readonly moreCents: Cents | null
      readonly restores: string | null
    }

export type PlanRow = {
  readonly bankRow: BankRow
  readonly rowId: string
  readonly state: PlanRowState
  readonly choice: Choice
}

export type ImportPlan = {
  readonly rows: readonly PlanRow[]
  readonly inFile: RowSums
  readonly adding: RowSums
  readonly counts: {
    readonly new: number
    readonly matches: number
    readonly looksDuplicate: number
    readonly linking: number
    readonly posting: number
    readonly leaving: number
  }
  readonly openingCents: Cents | null
  readonly closingCents: Cents | null
  readonly firstDate: IsoDate
  readonly lastDate: IsoDate
}

export type PlanInput = {
  readonly account: BankAccount
  readonly existing: readonly ExistingRow[]
  /** Ids for `rowKeyTexts(account.rows)`, in the same order. */
  readonly rowIds: readonly string[]
  /** Ids of rows that were left out of an earlier import. */
  readonly leftOut?: ReadonlySet<string>
  /** The statement is a parish's or an agreement holder's: most rows are others', and the person ticks the own ones. */
  readonly ofOthers?: boolean
  /** The account of the group, and what is expected on it. */
  readonly expected?: { readonly account: RecordId; readonly coming: readonly ComingEntry[] }
  readonly texts?: PayeeTexts
}

/** A hand-entered entry is taken for a row of the bank within this many days. */
const DAYS_APART = 4
/** Money that was asked for is looked for in the statement for so long. */
const REQUEST_DAYS = 120

export function planImport(input: PlanInput): ImportPlan {
  const { account, existing, rowIds, leftOut, ofOthers = false, expected, texts = createPayeeTexts() } = input
  if (rowIds.length !== account.rows.length) throw new Error('one row id is needed for each row')
  const byRowId = new Map(existing.flatMap(row => row.bankRows.map(rowId => [rowId, row] as const)))
  const ids = assignIds(account.rows, rowIds, byRowId, texts)
  const wasLeft = (i: number): boolean => leftOut?.has(ids[i] ?? '') === true
  const unmatched = account.rows.filter((_, i) => !byRowId.has(ids[i] ?? '') && !wasLeft(i))
  const alikes = new Map([...findAlikes(unmatched, existing, texts), ...findReleased(unmatched, existing)])
  const isSure = (row: BankRow): boolean =>
    (alikes.get(row)?.why ?? 'same-day-and-text') !== 'same-day-and-text'
  const free = account.rows.filter((row, i) => {
    const known = byRowId.get(ids[i] ?? '')
    return (known ? known.gone === 'import-undone' : !wasLeft(i)) && !isSure(row)
  })
  const posts = expected ? matchComing(free, expected.coming, expected.account) : new Map<BankRow, never>()
  const near = nearOf(free, posts, expected, texts)
  const rows = account.rows.map((bankRow, i): PlanRow => {
    const rowId = ids[i] ?? ''
    const known = byRowId.get(rowId)
    if (known && known.gone !== 'import-undone')
      return {
        bankRow,
        rowId,
        state: { kind: 'matches', entryId: known.entryId, inTrash: known.gone !== null },
        choice: 'leave',
      }
    const restores = known?.entryId ?? null
    const match = posts.get(bankRow)
    if (match)
      return {
        bankRow,
        rowId,
        state: { kind: 'expected', ...match, moreCents: null, restores },
        choice: 'post',
      }
    const alike = known ? undefined : alikes.get(bankRow)
    const fresh: Choice = ofOthers || (!known && wasLeft(i)) ? 'leave' : 'add'
    if (alike)
      return { bankRow, rowId, state: alike, choice: alike.why === 'same-day-and-text' ? fresh : 'link' }
    const maybe = near.get(bankRow)
    if (maybe) return { bankRow, rowId, state: { kind: 'expected', ...maybe, restores }, choice: fresh }
    const state = { kind: 'new', restores, leftBefore: !known && wasLeft(i) } as const
    return { bankRow, rowId, state, choice: fresh }
  })
  return finishPlan(rows, account)
}

/** Of rows and occurrences that no exact match has taken, which are near enough to ask. */
function nearOf(
  free: readonly BankRow[],
  posts: ReadonlyMap<BankRow, { readonly coming: ComingEntry }>,
  expected: PlanInput['expected'],
  texts: PayeeTexts,
) {
  if (!expected) return new Map<BankRow, never>()
  const taken = new Set([...posts.values()].map(({ coming }) => coming.id))
  return matchNear(
    free.filter(row => !posts.has(row)),
    expected.coming.filter(each => !taken.has(each.id)),
    expected.account,
    ({ text }, { payee }) => {
      const [here, there] = [texts.payee(text), texts.payee(payee)]
      return containsWords(here, there) || containsWords(there, here)
    },
  )
}

/**
 * Ids within a group of equal date and cents go first to the rows whose text the books already have under that id: when
 * the day's second 50.00 arrives with a later download, it is the new one that is new, whatever the texts' order. The set
 * of ids of the group stays the same.
 */
function assignIds(
  rows: readonly BankRow[],
  rowIds: readonly string[],
  byRowId: ReadonlyMap<string, ExistingRow>,
  texts: PayeeTexts,
): readonly string[] {
  const assigned = [...rowIds]
  if (byRowId.size === 0) return assigned
  for (const group of rowGroups(rows)) {
    const known = group.filter(i => byRowId.has(rowIds[i] ?? ''))
    if (known.length === 0 || known.length === group.length) continue
    const ordered = byWords(rows, group, texts).map(row => ({ ...row, id: rowIds[row.i] ?? '' }))
    const queues = createQueues(ordered, row => row.words)
    const placed = new Set<number>()
    const free: string[] = []
    for (const { id } of ordered) {
      const existing = byRowId.get(id)
      const same = existing ? queues.take(texts.plain(existing.text)) : undefined
      if (same) {
        assigned[same.i] = id
        placed.add(same.i)
      } else free.push(id)
    }
    const waiting = ordered.filter(row => !placed.has(row.i))
    for (const [at, { i }] of waiting.entries()) assigned[i] = free[at] ?? ''
  }
  return assigned
}

type Alike = Extract<PlanRowState, { kind: 'looks-duplicate' }>

/**
 * Pairs rows with hand-entered entries, the nearest day first and on each day the same text first; each entry stands for
 * one row at most. Queues instead of all pairs: a year of equal gifts must not take a minute.
 */
function findAlikes(
  rows: readonly BankRow[],
  existing: readonly ExistingRow[],
  texts: PayeeTexts,
): ReadonlyMap<BankRow, Alike> {
  const byHand = existing
    .filter(row => row.gone === null && row.bankRows.length === 0 && !row.requested)
    .map(row => ({ ...row, day: epochDay(row.date), words: texts.plain(row.text) }))
  const found = new Map<BankRow, Alike>()
  if (byHand.length === 0) return found
  // Few entries are typed, and only a row of the amount or the day of one can be it.
  const amounts = new Set(byHand.map(row => row.cents))
  const typedDays = new Set(byHand.map(row => row.day))
  const sought = rows
    .map(bankRow => ({ bankRow, day: epochDay(bankRow.date) }))
    .filter(({ bankRow, day }) => amounts.has(bankRow.cents) || typedDays.has(day))
    .map(row => ({ ...row, words: texts.plain(row.bankRow.text) }))
  const used = new Set<string>()
  const isFree = (row: ExistingRow): boolean => !used.has(row.entryId)
  const byText = createQueues(byHand, row => `${row.cents} ${row.day} ${row.words}`, isFree)
  const byCents = createQueues(byHand, row => `${row.cents} ${row.day}`, isFree)
  const byDay = createQueues(byHand, row => `${row.day} ${row.words}`, isFree)
  const pair = (bankRow: BankRow, entry: ExistingRow | undefined, why: Alike['why'], days: number): void => {
    if (!entry) return
    used.add(entry.entryId)
    found.set(bankRow, { kind: 'looks-duplicate', entryId: entry.entryId, why, days })
  }
  for (let apart = 0; apart <= DAYS_APART; apart++)
    for (const sameText of [true, false])
      for (const { bankRow, day, words } of sought)
        for (const at of apart === 0 ? [day] : [day - apart, day + apart]) {
          if (found.has(bankRow)) continue
          const key = `${bankRow.cents} ${at}`
          pair(bankRow, sameText ? byText.take(`${key} ${words}`) : byCents.take(key), 'same-amount', apart)
        }
  for (const { bankRow, day, words } of sought)
    if (!found.has(bankRow) && words !== '')
      pair(bankRow, byDay.take(`${day} ${words}`), 'same-day-and-text', 0)
  return found
}

/** Rows that are money which was asked for: the same amount, on the day of asking or after; the oldest request first. */
function findReleased(
  rows: readonly BankRow[],
  existing: readonly ExistingRow[],
): ReadonlyMap<BankRow, Alike> {
  const found = new Map<BankRow, Alike>()
  const waiting = existing
    .filter(row => row.requested && row.gone === null)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const byDate = waiting.length === 0 ? [] : rows.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  for (const bankRow of byDate) {
    const daysSince = (row: ExistingRow): number => epochDay(bankRow.date) - epochDay(row.date)
    const at = waiting.findIndex(
      row => row.cents === bankRow.cents && daysSince(row) >= 0 && daysSince(row) <= REQUEST_DAYS,
    )
    const [entry] = at < 0 ? [] : waiting.splice(at, 1)
    if (entry)
      found.set(bankRow, {
        kind: 'looks-duplicate',
        entryId: entry.entryId,
        why: 'requested',
        days: daysSince(entry),
      })
  }
  return found
}

/** First come, first taken, by key; what is no longer free is passed over. */
function createQueues<T>(
  values: readonly T[],
  key: (value: T) => string,
  isFree: (value: T) => boolean = () => true,
) {
  const queues = new Map<string, { readonly values: T[]; at: number }>()
  for (const value of values) {
    const queue = queues.get(key(value))
    if (queue) queue.values.push(value)
    else queues.set(key(value), { values: [value], at: 0 })
  }
  return {
    take(wanted: string): T | undefined {
      const queue = queues.get(wanted)
      while (queue && queue.at < queue.values.length) {
        const value = queue.values[queue.at++]
        if (value !== undefined && isFree(value)) return value
      }
      return undefined
    },
  }
}

/** It may be what was expected, with another amount: somebody has to say so. */
export const isQuestion = (state: PlanRowState): boolean =>
  state.kind === 'expected' && state.moreCents !== null

/** Nobody knows of it yet: it is added unless somebody says otherwise. */
export const isNewRow = (state: PlanRowState): boolean => state.kind === 'new' || isQuestion(state)

/** What a person may choose for a row in this state. */
export function choicesFor(state: PlanRowState): readonly Choice[] {
  if (state.kind === 'new') return ['add', 'leave']
  if (state.kind === 'looks-duplicate') return ['link', 'add', 'leave']
  if (isQuestion(state)) return ['add', 'post', 'leave']
  if (state.kind === 'expected') return ['post', 'add', 'leave']
  return state.inTrash ? ['leave', 'add'] : ['leave']
}

/** The plan with another choice for one row; the same plan when the row does not allow it. */
export function withChoice(plan: ImportPlan, index: number, choice: Choice): ImportPlan {
  const row = plan.rows[index]
  if (!row || row.choice === choice || !choicesFor(row.state).includes(choice)) return plan
  return finishPlan(plan.rows.with(index, { ...row, choice }), plan)
}

/** The same for many rows in one go: `choose` says null where a row stays as it is. */
export function withChoices(plan: ImportPlan, choose: (row: PlanRow) => Choice | null): ImportPlan {
  const rows = plan.rows.map(row => {
    const choice = choose(row)
    return choice === null || choice === row.choice || !choicesFor(row.state).includes(choice)
      ? row
      : { ...row, choice }
  })
  return finishPlan(rows, plan)
}

function finishPlan(
  rows: readonly PlanRow[],
  file: Pick<ImportPlan, 'openingCents' | 'closingCents' | 'firstDate' | 'lastDate'>,
): ImportPlan {
  const count = (test: (row: PlanRow) => boolean): number => rows.filter(test).length
  return Object.freeze({
    rows: Object.freeze(rows.map(row => Object.freeze(row))),
    inFile: sumsOf(rows.map(row => row.bankRow)),
    adding: sumsOf(rows.filter(row => makesEntry(row.choice)).map(row => row.bankRow)),
    counts: {
      new: count(row => isNewRow(row.state)),
      matches: count(row => row.state.kind === 'matches'),
      looksDuplicate: count(row => row.state.kind === 'looks-duplicate'),
      linking: count(row => row.choice === 'link'),
      posting: count(row => row.choice === 'post'),
      leaving: count(row => row.choice === 'leave'),
    },
    openingCents: file.openingCents,
    closingCents: file.closingCents,
    firstDate: file.firstDate,
    lastDate: file.lastDate,
  })
}
