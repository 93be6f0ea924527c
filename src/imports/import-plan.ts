/**
 * What an import would do, row by row, as one immutable plan: it is shown, changed by toggles, and applied exactly as it
 * stands.
 *
 * [Note: imported rows have one id] The id of a row is an HMAC, with the account's salt, of `rowKeyText`: date, cents, and
 * the ordinal among the rows of equal date and cents sorted by normalised text. Neither the bank's text nor its own id is
 * in it, so a CSV and a QFX of one account, and two laptops, come to the same ids, and two identical rows of one file
 * are two. The vault makes the HMACs; this file gives the texts and takes the ids.
 */
import type { IsoDate } from '#domain/dates.ts'
import { daysBetween } from '#domain/dates.ts'
import type { Cents } from '#domain/money.ts'
import { type BankAccount, type BankRow, type RowSums, sumsOf } from './bank-account.ts'
import { plainWords } from './payee-text.ts'

export const rowKeyText = (date: IsoDate, cents: Cents, ordinal: number): string =>
  `${date}|${cents}|${ordinal}`

const groupKey = (row: { readonly date: IsoDate; readonly cents: Cents }): string =>
  `${row.date}|${row.cents}`

/** One key text for each row, in the rows' order. */
export function rowKeyTexts(rows: readonly Pick<BankRow, 'date' | 'cents' | 'text'>[]): readonly string[] {
  const sorted = rows
    .map((row, index) => ({ row, index, words: plainWords(row.text) }))
    .sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.index - b.index))
  const counts = new Map<string, number>()
  const keys: string[] = new Array(rows.length).fill('')
  for (const { row, index } of sorted) {
    const ordinal = counts.get(groupKey(row)) ?? 0
    counts.set(groupKey(row), ordinal + 1)
    keys[index] = rowKeyText(row.date, row.cents, ordinal)
  }
  return keys
}

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
}

/** `link`: the row is that entry; its row id is added to it, and nothing else changes. */
export type Choice = 'add' | 'link' | 'leave'

export type PlanRowState =
  | { readonly kind: 'new'; readonly restores: string | null }
  /** Imported already. `inTrash`: somebody deleted it since; choosing `add` takes it back. */
  | { readonly kind: 'matches'; readonly entryId: string; readonly inTrash: boolean }
  | {
      readonly kind: 'looks-duplicate'
      readonly entryId: string
      readonly why: 'same-amount' | 'same-day-and-text'
      readonly days: number
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
}

/** A hand-entered entry is taken for a row of the bank within this many days. */
const DAYS_APART = 4

export function planImport({ account, existing, rowIds }: PlanInput): ImportPlan {
  if (rowIds.length !== account.rows.length) throw new Error('one row id is needed for each row')
  const byRowId = new Map(existing.flatMap(row => row.bankRows.map(rowId => [rowId, row] as const)))
  const ids = assignIds(account.rows, rowIds, byRowId)
  const unmatched = account.rows.filter((_, i) => !byRowId.has(ids[i] ?? ''))
  const alikes = findAlikes(unmatched, existing)
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
    const alike = known ? undefined : alikes.get(bankRow)
    if (alike) return { bankRow, rowId, state: alike, choice: alike.why === 'same-amount' ? 'link' : 'add' }
    return { bankRow, rowId, state: { kind: 'new', restores: known?.entryId ?? null }, choice: 'add' }
  })
  return finishPlan(rows, account)
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
): readonly string[] {
  const groups = new Map<string, number[]>()
  for (const [i, row] of rows.entries()) {
    const group = groups.get(groupKey(row))
    if (group) group.push(i)
    else groups.set(groupKey(row), [i])
  }
  const assigned = [...rowIds]
  for (const group of groups.values()) {
    const known = group.filter(i => byRowId.has(rowIds[i] ?? ''))
    if (known.length === 0 || known.length === group.length) continue
    const ordered = group
      .map(i => ({ i, id: rowIds[i] ?? '', words: plainWords(rows[i]?.text ?? '') }))
      .sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.i - b.i))
    const waiting = [...ordered]
    const free: string[] = []
    for (const { id } of ordered) {
      const existing = byRowId.get(id)
      const at = existing ? waiting.findIndex(row => row.words === plainWords(existing.text)) : -1
      const [same] = at < 0 ? [] : waiting.splice(at, 1)
      if (same) assigned[same.i] = id
      else free.push(id)
    }
    for (const [at, { i }] of waiting.entries()) assigned[i] = free[at] ?? ''
  }
  return assigned
}

type Alike = Extract<PlanRowState, { kind: 'looks-duplicate' }>

/** Pairs rows with hand-entered entries, nearest first; each entry stands for one row at most. */
function findAlikes(rows: readonly BankRow[], existing: readonly ExistingRow[]): ReadonlyMap<BankRow, Alike> {
  const byHand = existing.filter(row => row.gone === null && row.bankRows.length === 0)
  const byCents = groupBy(byHand, row => String(row.cents))
  const byDay = groupBy(byHand, row => `${row.date}|${plainWords(row.text)}`)
  const pairs: { bankRow: BankRow; alike: Alike; rank: number }[] = []
  for (const bankRow of rows) {
    const words = plainWords(bankRow.text)
    for (const entry of byCents.get(String(bankRow.cents)) ?? []) {
      const days = Math.abs(daysBetween(entry.date, bankRow.date))
      if (days > DAYS_APART) continue
      const alike: Alike = { kind: 'looks-duplicate', entryId: entry.entryId, why: 'same-amount', days }
      pairs.push({ bankRow, alike, rank: days * 2 + (plainWords(entry.text) === words ? 0 : 1) })
    }
    if (words === '') continue
    for (const entry of byDay.get(`${bankRow.date}|${words}`) ?? [])
      if (entry.cents !== bankRow.cents) {
        const alike: Alike = {
          kind: 'looks-duplicate',
          entryId: entry.entryId,
          why: 'same-day-and-text',
          days: 0,
        }
        pairs.push({ bankRow, alike, rank: 100 })
      }
  }
  const found = new Map<BankRow, Alike>()
  const used = new Set<string>()
  for (const { bankRow, alike } of pairs.sort((a, b) => a.rank - b.rank)) {
    if (found.has(bankRow) || used.has(alike.entryId)) continue
    found.set(bankRow, alike)
    used.add(alike.entryId)
  }
  return found
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group) group.push(value)
    else groups.set(key(value), [value])
  }
  return groups
}

/** What a person may choose for a row in this state. */
export function choicesFor(state: PlanRowState): readonly Choice[] {
  if (state.kind === 'new') return ['add', 'leave']
  if (state.kind === 'looks-duplicate') return ['link', 'add', 'leave']
  return state.inTrash ? ['leave', 'add'] : ['leave']
}

/** The plan with another choice for one row; the same plan when the row does not allow it. */
export function withChoice(plan: ImportPlan, index: number, choice: Choice): ImportPlan {
  const row = plan.rows[index]
  if (!row || row.choice === choice || !choicesFor(row.state).includes(choice)) return plan
  return finishPlan(plan.rows.with(index, { ...row, choice }), plan)
}

function finishPlan(
  rows: readonly PlanRow[],
  file: Pick<ImportPlan, 'openingCents' | 'closingCents' | 'firstDate' | 'lastDate'>,
): ImportPlan {
  const count = (test: (row: PlanRow) => boolean): number => rows.filter(test).length
  return Object.freeze({
    rows: Object.freeze(rows.map(row => Object.freeze(row))),
    inFile: sumsOf(rows.map(row => row.bankRow)),
    adding: sumsOf(rows.filter(row => row.choice === 'add').map(row => row.bankRow)),
    counts: {
      new: count(row => row.state.kind === 'new'),
      matches: count(row => row.state.kind === 'matches'),
      looksDuplicate: count(row => row.state.kind === 'looks-duplicate'),
      linking: count(row => row.choice === 'link'),
      leaving: count(row => row.choice === 'leave'),
    },
    openingCents: file.openingCents,
    closingCents: file.closingCents,
    firstDate: file.firstDate,
    lastDate: file.lastDate,
  })
}
