/**
 * What an import would do, as the screen shows it and the gate applies it: which account of the group each account of
 * the file is, the plan of each, the line of each row, the account's beginning, and names to be kept out of the books.
 */
import { type Account, account } from '#domain/account.ts'
import { bankMapping } from '#domain/bank-import.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { addDays, addMonthsToDate, type IsoDate } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type BankAccount, joinAccounts } from '#imports/bank-account.ts'
import { parseColumnMapping } from '#imports/column-mapping.ts'
import type { SavedMapping } from '#imports/csv-bank-file.ts'
import {
  type Choice,
  choicesFor,
  type ImportPlan,
  isNewRow,
  isQuestion,
  makesEntry,
  type PlanRow,
  withChoice,
  withChoices,
} from '#imports/import-plan.ts'
import { createPayeeTexts, type PayeeTexts } from '#imports/payee-text.ts'
import type { ImportCommands, RowSorting } from './commands/imports.ts'
import type { Live } from './live.ts'
import { ROWS_A_STEP, type Steps, within } from './long-work.ts'
import { createSorter } from './sorting.ts'

/** The rows of the file that go to one account. */
export interface AccountPreview {
  readonly accountId: RecordId
  readonly plan: ImportPlan
  /** By row id. */
  readonly sorting: ReadonlyMap<string, RowSorting>
  /** Rows that the person sorted here; the others follow rules and hints. */
  readonly corrected: ReadonlySet<string>
  readonly opening: OpeningProposal | null
  readonly takesOpening: boolean
  /** Ids of rows of somebody whose code name an earlier import was told; it stands there already. */
  readonly coded: ReadonlySet<string>
}

/** The account begins later, or with less, than the file says. */
export interface OpeningProposal {
  readonly date: IsoDate
  readonly cents: Cents
  /** The file names the balance before its first row; otherwise only the day is proposed. */
  readonly fromFile: boolean
}

export const openAccounts = (live: Live): readonly Account[] =>
  live
    .records(account)
    .filter(each => !each.closed)
    .toSorted(byOrder)

/** Mappings that the group has saved and that still read. */
export const savedMappings = (live: Live): readonly SavedMapping[] =>
  live.records(bankMapping).flatMap(({ fingerprint, mapping }) => {
    const parsed = parseColumnMapping(mapping)
    return parsed.ok ? [{ fingerprint, mapping: parsed.value }] : []
  })

/**
 * Which account each account of the file is: the one that has most of its rows already, the only one, the one whose
 * name has the last digits, then the bank accounts in their order. Null: the person says.
 */
export async function* targetSteps(
  live: Live,
  { planSteps }: Pick<ImportCommands, 'planSteps'>,
  found: readonly BankAccount[],
): Steps<readonly (RecordId | null)[]> {
  const own = openAccounts(live)
  const isForeign = (file: BankAccount): boolean => file.currency !== 'CAD'
  if (own.length <= 1 && found.length === 1 && !found.some(isForeign)) return [own[0]?.id ?? null]
  const known = withBankRows(live, own)
  const texts = createPayeeTexts()
  const targets: (RecordId | null)[] = []
  for (const [at, file] of found.entries()) {
    // Twenty US dollars are not twenty dollars of the books: only a person may say so.
    if (isForeign(file)) {
      targets.push(null)
      continue
    }
    let best: { id: RecordId; matches: number } | null = null
    for (const [i, id] of known.entries()) {
      const done = (at + i / known.length) / found.length
      const next = (at + (i + 1) / known.length) / found.length
      const { counts } = yield* within(planSteps(id, file, texts), done, next)
      if (counts.matches > (best?.matches ?? 0)) best = { id, matches: counts.matches }
    }
    const digits = file.accountHint.replace(/[^\p{L}\p{N}]/gu, '')
    const free = own.filter(each => each.type === 'bank' && !targets.includes(each.id))
    const named = digits === '' ? undefined : own.find(each => each.name.includes(digits))
    targets.push(best?.id ?? named?.id ?? free[0]?.id ?? null)
  }
  return targets
}

/** Only where rows were imported, and be they in the trash, can others match: no id is made for the other accounts. */
function withBankRows(live: Live, accounts: readonly Account[]): readonly RecordId[] {
  const imported = new Set<RecordId | null>()
  for (const { account: from, money, bankRows } of [...live.records(entry), ...live.trash(entry)])
    if (bankRows.length > 0) imported.add(from).add(money.toAccount)
  return accounts.flatMap(({ id }) => (imported.has(id) ? [id] : []))
}

export interface Compared {
  readonly targets: readonly (RecordId | null)[]
  readonly previews: readonly AccountPreview[]
}

/** Both, one after the other; `chosen`: the person has said which accounts. */
export async function* compareSteps(
  live: Live,
  commands: PreviewCommands,
  found: readonly BankAccount[],
  chosen: readonly (RecordId | null)[] | null,
): Steps<Compared> {
  let share = 0
  const finding = chosen ? null : targetSteps(live, commands, found)
  let targets = chosen ?? []
  if (finding)
    for (;;) {
      const step = await finding.next()
      if (step.done) {
        targets = step.value
        break
      }
      share = step.value * TARGETED
      yield share
    }
  // Where there was nothing to find out, the rest is all of the work.
  const previews = yield* within(previewSteps(live, commands, found, targets), share, 1)
  return { targets, previews }
}

/** How much of comparing goes into finding the accounts: the ids are made there, and not again. */
const TARGETED = 0.7

type PreviewCommands = Pick<ImportCommands, 'planSteps' | 'codeNameSteps'>

/** One preview for each account that rows go to; cards of one account are read as one. */
export async function* previewSteps(
  live: Live,
  commands: PreviewCommands,
  found: readonly BankAccount[],
  targets: readonly (RecordId | null)[],
): Steps<readonly AccountPreview[]> {
  const texts = createPayeeTexts()
  const sorter = createSorter(live, texts)
  const previews: AccountPreview[] = []
  const wanted = [...new Set(targets)].flatMap(accountId => {
    const file = accountId && joinAccounts(found.filter((_, i) => targets[i] === accountId))
    return accountId && file ? [{ accountId, file }] : []
  })
  for (const [at, { accountId, file }] of wanted.entries()) {
    const steps = accountSteps({ live, commands, texts, sorter }, accountId, file)
    previews.push(yield* within(steps, at / wanted.length, (at + 1) / wanted.length))
  }
  return previews
}

interface PreviewTools {
  readonly live: Live
  readonly commands: PreviewCommands
  readonly texts: PayeeTexts
  readonly sorter: ReturnType<typeof createSorter>
}

/** Where planning and looking for names end, by the clock. */
const PLANNED = 0.8
const NAMED = 0.9

async function* accountSteps(
  { live, commands, texts, sorter }: PreviewTools,
  accountId: RecordId,
  file: BankAccount,
): Steps<AccountPreview> {
  const asRead = yield* within(commands.planSteps(accountId, file, texts), 0, PLANNED)
  const names = [...new Set(asRead.rows.map(row => texts.payee(row.bankRow.text)))]
  const codes = yield* within(commands.codeNameSteps(names), PLANNED, NAMED)
  const sorting = new Map<string, RowSorting>()
  const coded = new Set<string>()
  for (const [i, { rowId, bankRow, state }] of asRead.rows.entries()) {
    if (i > 0 && i % ROWS_A_STEP === 0) yield NAMED + ((1 - NAMED) * i) / asRead.rows.length
    const code = codes.get(texts.payee(bankRow.text))
    if (code !== undefined) coded.add(rowId)
    // What was learned of somebody is kept under the code name.
    const learned = code === undefined ? null : sorter({ ...bankRow, text: code })
    const { line: to, method } = sorter(bankRow)
    const found = learned?.suggestion?.why.kind === 'rule' ? learned.line : to
    if (state.kind !== 'expected') sorting.set(rowId, { line: found, method })
    else {
      const { money, method: usual } = state.coming.recurring
      const usualLine = money.splits[0]?.line ?? null
      // Only asked about yet: what is known of its own payee counts first.
      const target = isQuestion(state) ? (found ?? usualLine) : (usualLine ?? found)
      sorting.set(rowId, { line: target, method: usual || method })
    }
  }
  const plan = withCodeNames(asRead, codes, texts)
  const opening = openingProposal(live, accountId, plan)
  const takesOpening = opening !== null && live.get(account, accountId)?.opening.cents === 0
  return { accountId, plan, sorting, corrected: new Set(), opening, takesOpening, coded }
}

/** Only for an account without entries: later, the books have been reconciled with what they began with. */
function openingProposal(live: Live, accountId: RecordId, plan: ImportPlan): OpeningProposal | null {
  const target = live.get(account, accountId)
  if (!target || live.records(entry).some(each => each.account === accountId)) return null
  const { date, cents } = target.opening
  // The balance of a parish's account is not the group's.
  const openingCents = target.type === 'sah-trust' ? null : plan.openingCents
  const opens = openingCents ?? cents
  if (date <= plan.firstDate && (cents === opens || cents !== 0)) return null
  return { date: plan.firstDate, cents: opens, fromFile: openingCents !== null }
}

/** What the books say at the end of the file's last day once the plan is applied, and what the file says. */
export function closingOf(
  live: Live,
  preview: AccountPreview,
): { readonly booksCents: Cents; readonly beforeOpening: number } {
  const { accountId, plan, takesOpening, opening } = preview
  const kept = live.get(account, accountId)?.opening ?? { date: plan.firstDate, cents: 0 }
  const begins = takesOpening && opening ? opening : kept
  let booksCents = begins.cents
  let beforeOpening = 0
  for (const each of live.records(entry)) {
    if (each.leftOut || each.type === 'in-kind' || each.type === 'owed') continue
    if (each.date < begins.date || each.date > plan.lastDate) continue
    if (each.account === accountId) booksCents += each.money.cents
    if (each.type === 'transfer' && each.money.toAccount === accountId) booksCents -= each.money.cents
  }
  for (const { bankRow, choice } of plan.rows)
    if (makesEntry(choice)) {
      if (bankRow.date >= begins.date) booksCents += bankRow.cents
      else beforeOpening++
    }
  return { booksCents, beforeOpening }
}

export const addsEntry = (row: PlanRow): boolean => makesEntry(row.choice)

export const choicesOf = (row: PlanRow): readonly Choice[] => choicesFor(row.state)

/** It may be what was expected, with another amount: the person is asked. */
export const isAskedAbout = (row: PlanRow): boolean => isQuestion(row.state)

/** Nothing in the books is known to be it. */
export const isFresh = (row: PlanRow): boolean => isNewRow(row.state)

export const chooseRow = (preview: AccountPreview, index: number, choice: Choice): AccountPreview => ({
  ...preview,
  plan: withChoice(preview.plan, index, choice),
})

/** Adds or leaves every row that may be chosen. */
export const chooseAllRows = (preview: AccountPreview, add: boolean): AccountPreview => ({
  ...preview,
  plan: withChoices(preview.plan, ({ state, choice }) =>
    // Where somebody said what a row is, that stays.
    !isNewRow(state) || (add && choice === 'post') ? null : add ? 'add' : 'leave',
  ),
})

const DAYS_AHEAD = 7
const YEARS_BACK = 15

/** The day of a file that can hardly be right: well after today, or long before any sponsorship. Null: none. */
export function unlikelyDay(found: readonly BankAccount[], today: IsoDate): IsoDate | null {
  const latest = addDays(today, DAYS_AHEAD)
  const earliest = addMonthsToDate(today, -12 * YEARS_BACK)
  for (const { firstDate, lastDate } of found) {
    if (lastDate > latest) return lastDate
    if (firstDate < earliest) return firstDate
  }
  return null
}

const payeeKey = (texts: PayeeTexts, { text, cents }: { text: string; cents: Cents }): string =>
  `${cents < 0 ? 'out' : 'in'} ${texts.payee(text)}`

/** Puts a row on a line, and with it the rows of the same payee that nobody has put elsewhere. Counts the others. */
export function sortRow(
  preview: AccountPreview,
  rowId: string,
  to: RecordId | null,
): { readonly preview: AccountPreview; readonly others: number } {
  const row = preview.plan.rows.find(each => each.rowId === rowId)
  if (!row) return { preview, others: 0 }
  const texts = createPayeeTexts()
  const key = payeeKey(texts, row.bankRow)
  const before = preview.sorting.get(rowId)?.line ?? null
  const sorting = new Map(preview.sorting)
  let others = 0
  for (const { bankRow, rowId: id } of preview.plan.rows) {
    const known = sorting.get(id)
    const alike =
      !preview.corrected.has(id) && (known?.line ?? null) === before && payeeKey(texts, bankRow) === key
    if (id !== rowId && !alike) continue
    if (id !== rowId) others++
    sorting.set(id, { line: to, method: known?.method ?? '' })
  }
  return { preview: { ...preview, sorting, corrected: new Set([...preview.corrected, rowId]) }, others }
}

export interface FoundName {
  readonly name: string
  readonly rows: number
  readonly cents: Cents
}

/**
 * Names that money was sent to and that may be people: e-transfers and cheques out, most frequent first. Shown once,
 * in the preview, with the question whether one of them is somebody whom the group supports.
 */
export function namesPaid(previews: readonly AccountPreview[], most: number): readonly FoundName[] {
  const found = new Map<string, FoundName>()
  const texts = createPayeeTexts()
  for (const { plan, sorting, coded } of previews)
    for (const { bankRow, rowId, choice } of plan.rows) {
      if (coded.has(rowId)) continue
      const method = sorting.get(rowId)?.method
      if (!makesEntry(choice) || bankRow.cents >= 0 || (method !== 'e-transfer' && method !== 'cheque'))
        continue
      const name = texts.payee(bankRow.text)
      if (!/\p{L}{2}/u.test(name)) continue
      const known = found.get(name) ?? { name, rows: 0, cents: 0 }
      found.set(name, { name, rows: known.rows + 1, cents: known.cents - bankRow.cents })
    }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows || b.cents - a.cents).slice(0, most)
}

/** The plan with the text of every row to or from these names replaced; row ids and amounts stay. */
export const withCodeName = (plan: ImportPlan, names: ReadonlySet<string>, codeName: string): ImportPlan =>
  codeName === ''
    ? plan
    : withCodeNames(plan, new Map([...names].map(name => [name, codeName])), createPayeeTexts())

function withCodeNames(plan: ImportPlan, codes: ReadonlyMap<string, string>, texts: PayeeTexts): ImportPlan {
  if (codes.size === 0) return plan
  const rows = plan.rows.map(row => {
    const code = codes.get(texts.payee(row.bankRow.text))
    return code ? { ...row, bankRow: { ...row.bankRow, text: code, memo: '' } } : row
  })
  return Object.freeze({ ...plan, rows: Object.freeze(rows) })
}

/** How many rows a preview leaves without a line. */
export const unsortedOf = ({ plan, sorting }: AccountPreview): number =>
  plan.rows.filter(row => makesEntry(row.choice) && (sorting.get(row.rowId)?.line ?? null) === null).length
