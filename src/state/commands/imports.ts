/** Commands of an import: what was previewed is applied exactly, in one change, undone in one. */
import { type Account, account, statement } from '#domain/account.ts'
import { bankMapping, importBatch, MOST_LEFT_OUT } from '#domain/bank-import.ts'
import { type Entry, entry, isRequested, releasedOn } from '#domain/entry.ts'
import { type Line, line } from '#domain/line.ts'
import { twoPayments } from '#domain/look-alike.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { hasOneLine, postedFields } from '#domain/recurring.ts'
import type { BankAccount } from '#imports/bank-account.ts'
import {
  type ExistingRow,
  type ImportPlan,
  makesEntry,
  type PlanRow,
  planImport,
  rowKeyTexts,
} from '#imports/import-plan.ts'
import { createPayeeTexts, type PayeeTexts } from '#imports/payee-text.ts'
import type { DraftOp } from '#store/store.ts'
import { comingOf } from '../coming.ts'
import { endOf, ROWS_A_STEP, type Steps, within } from '../long-work.ts'
import { type CodedNames, codedNameOps, codedNameSteps } from './coded-names.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { type Lesson, learnOps } from './learning.ts'
import { rowIdSteps } from './row-ids.ts'
import type { CommandTools } from './tools.ts'

/** How much of planning goes into the ids, by the clock. */
const PLAN_SHARE = 0.9

/** Line and method that a row is sorted with; shown in the preview and applied as shown. */
export interface RowSorting {
  readonly line: RecordId | null
  readonly method: Entry['method']
}

export interface ImportInput {
  readonly account: RecordId
  readonly plan: ImportPlan
  /** By row id; a row without one stays unsorted. */
  readonly sorting: ReadonlyMap<string, RowSorting>
  readonly fileHash: string
  readonly format: string
  /** Ids of rows that the person put on another line in the preview: their payees' rules are learned. */
  readonly corrected?: ReadonlySet<string>
  /** What the account begins with, where the file knows better than the books. */
  readonly opening?: Account['opening']
  /** Names that the plan has replaced already; later imports do so unasked. */
  readonly coded?: CodedNames
}

/** What takes long is done; nothing is written yet. */
export interface PreparedImport {
  readonly input: ImportInput
  readonly batch: RecordId
  readonly rowOps: readonly DraftOp[]
}

export interface ImportCommands {
  /** What importing this account's rows would do; nothing is stored. */
  planSteps(accountId: RecordId, file: BankAccount, texts?: PayeeTexts): Steps<ImportPlan>
  /** Which of these payees (normalised) are written as a code name since an earlier import. */
  codeNameSteps(names: readonly string[]): Steps<ReadonlyMap<string, string>>
  prepareSteps(input: ImportInput): Steps<PreparedImport>
  /** One change; from here on nothing can be cancelled. */
  writeImport(prepared: PreparedImport): Promise<CommandResult & { readonly batch: RecordId }>
  /** Both in one go. */
  importBankFile(input: ImportInput): Promise<CommandResult & { readonly batch: RecordId }>
  saveBankMapping(input: {
    readonly fingerprint: string
    readonly name: string
    readonly mapping: FieldsOf<typeof bankMapping>['mapping']
  }): Promise<CommandResult>
}

export function createImportCommands(tools: CommandTools): ImportCommands {
  const { gate, live, vault, newId, now, today } = tools

  /** Entries of the account, and those of the trash, so that a deleted row is not quietly taken for new. */
  function existingRows(accountId: RecordId): readonly ExistingRow[] {
    const undone = new Set(live.trash(importBatch).map(each => each.id))
    const toRow = (each: Entry): ExistingRow => ({
      entryId: each.id,
      date: each.date,
      cents: each.account === accountId ? each.money.cents : -each.money.cents,
      text: each.payee,
      bankRows: each.bankRows,
      requested: isRequested(each),
      gone: !each.deleted
        ? null
        : each.importBatch !== null && undone.has(each.importBatch)
          ? 'import-undone'
          : 'deleted',
    })
    const here = (each: Entry) => each.account === accountId || each.money.toAccount === accountId
    // Where two were found to be one payment, both have the row's id: the one that stays comes last and counts.
    return [...live.trash(entry).filter(here), ...live.records(entry).filter(here)].map(toRow)
  }

  /** Held as long as the file is looked at: another account of the same salt, or none, costs no second time. */
  const idsOf = new WeakMap<BankAccount, Map<string, readonly string[]>>()

  async function* fileIdSteps(salt: string, file: BankAccount, texts: PayeeTexts): Steps<readonly string[]> {
    const known = idsOf.get(file) ?? new Map<string, readonly string[]>()
    idsOf.set(file, known)
    const ids = known.get(salt) ?? (yield* rowIdSteps(vault, salt, rowKeyTexts(file.rows, texts)))
    known.set(salt, ids)
    return ids
  }

  async function* planSteps(
    accountId: RecordId,
    file: BankAccount,
    texts: PayeeTexts = createPayeeTexts(),
  ): Steps<ImportPlan> {
    const salt = live.get(account, accountId)?.salt ?? ''
    const rowIds = yield* within(fileIdSteps(salt, file, texts), 0, PLAN_SHARE)
    if (file.rows.length > ROWS_A_STEP) yield PLAN_SHARE
    const batches = live.records(importBatch).filter(each => each.account === accountId)
    return planImport({
      account: file,
      existing: existingRows(accountId),
      rowIds,
      leftOut: new Set(batches.flatMap(each => each.leftOutRows)),
      ofOthers: isOfOthers(tools, accountId),
      expected: { account: accountId, coming: comingOf(live, today()) },
      texts,
    })
  }

  async function* prepareSteps(input: ImportInput): Steps<PreparedImport> {
    const { account: accountId, plan, sorting } = input
    const batch = newId()
    const lines = new Map(live.records(line).map(each => [each.id, each]))
    const rowOps: DraftOp[] = []
    for (const [i, row] of plan.rows.entries()) {
      if (i > 0 && i % ROWS_A_STEP === 0) yield i / plan.rows.length
      const context = { accountId, batch, lines, sorting: sorting.get(row.rowId) }
      for (const op of opsForNewRow(tools, row, context)) rowOps.push(op)
    }
    return { input, batch, rowOps }
  }

  async function writeImport({ input, batch, rowOps }: PreparedImport) {
    const { account: accountId, plan, sorting } = input
    const ofOthers = isOfOthers(tools, accountId)
    // Read at the last moment: what was written of another account of the file may have changed the same entry.
    const links = plan.rows.flatMap(row => linkOps(tools, row))
    // A file with nothing new adds nothing, not even a batch.
    if (rowOps.length + links.length === 0)
      return { ok: false, problem: { kind: 'nothing-to-do' }, batch } as const
    const record = createOp(importBatch, batch, batchFields(input, ofOthers, now()))
    // What a parish's statement says at its end is not the group's money.
    const closing = ofOthers ? [] : closingOps(tools, accountId, plan)
    const learned = learnOps(tools, lessonsOf(plan, sorting, input.corrected ?? new Set()))
    const begun = input.opening ? setOps(account, accountId, { opening: input.opening }) : []
    const coded = input.coded ? await codedNameOps(tools, accountId, input.coded) : []
    const ops = [record, ...begun, ...rowOps, ...links, ...closing, ...learned, ...coded]
    return { ...(await gate.run('importBankFile', ops)), batch }
  }

  return {
    planSteps,
    codeNameSteps: names => codedNameSteps(tools, names),
    prepareSteps,
    writeImport,
    importBankFile: async input => writeImport(await endOf(prepareSteps(input))),

    saveBankMapping({ fingerprint, name, mapping }) {
      const known = live.records(bankMapping).find(each => each.fingerprint === fingerprint)
      return gate.run('saveBankMapping', [
        ...(known
          ? setOps(bankMapping, known.id, { name, mapping })
          : [createOp(bankMapping, newId(), { fingerprint, name, mapping })]),
      ])
    },
  }
}

const isOfOthers = ({ live }: Pick<CommandTools, 'live'>, accountId: RecordId): boolean =>
  live.get(account, accountId)?.type === 'sah-trust'

const batchFields = (
  { account: accountId, plan, fileHash, format }: ImportInput,
  ofOthers: boolean,
  importedAt: number,
): FieldsOf<typeof importBatch> => ({
  account: accountId,
  fileHash,
  format,
  importedAt,
  rows: {
    inFile: plan.rows.length,
    added: plan.adding.count,
    matched: plan.counts.matches + plan.counts.linking,
    leftOut: plan.counts.leaving,
  },
  dates: { first: plan.firstDate, last: plan.lastDate },
  closingCents: ofOthers ? null : plan.closingCents,
  leftOutRows: leftOutRows(plan),
})

const leftOutRows = (plan: ImportPlan): readonly string[] =>
  plan.rows
    .filter(row => row.choice === 'leave' && row.state.kind !== 'matches')
    .map(row => row.rowId)
    .slice(0, MOST_LEFT_OUT)

const lessonsOf = (
  plan: ImportPlan,
  sorting: ReadonlyMap<string, RowSorting>,
  corrected: ReadonlySet<string>,
): readonly Lesson[] =>
  plan.rows.flatMap(({ bankRow, rowId, choice }) => {
    const line = corrected.has(rowId) && makesEntry(choice) ? sorting.get(rowId)?.line : null
    return line ? [{ text: bankRow.text, cents: bankRow.cents, line }] : []
  })

interface RowContext {
  readonly accountId: RecordId
  readonly batch: RecordId
  readonly lines: ReadonlyMap<RecordId, Line>
  readonly sorting: RowSorting | undefined
}

function linkOps({ live }: CommandTools, { bankRow, rowId, state, choice }: PlanRow): readonly DraftOp[] {
  if (choice !== 'link') return []
  const linked = state.kind === 'looks-duplicate' ? live.get(entry, state.entryId) : undefined
  if (!linked) return []
  const released = isRequested(linked) ? releasedOn(bankRow.date, linked) : {}
  return setOps(entry, linked.id, { bankRows: [...linked.bankRows, rowId], ...released })
}

function opsForNewRow(
  { newId }: CommandTools,
  row: PlanRow,
  { accountId, batch, lines, sorting }: RowContext,
): readonly DraftOp[] {
  const { bankRow, rowId, state, choice } = row
  if (!makesEntry(choice)) return []
  const target = sorting?.line ? lines.get(sorting.line) : undefined
  const fields = {
    type: entryTypeFor(bankRow.cents, target),
    account: accountId,
    date: bankRow.date,
    money: {
      cents: bankRow.cents,
      splits: [{ line: target?.id ?? null, cents: bankRow.cents, countsAs: null, unit: null, covers: null }],
      toAccount: null,
    },
    payee: bankRow.text,
    note: bankRow.memo,
    method: sorting?.method ?? '',
    chequeNumber: bankRow.chequeNumber,
    receipt: receiptFor(bankRow.cents, target),
    bankRows: [rowId],
    importBatch: batch,
  } as const
  const posted = choice === 'post' ? postedFieldsOf(row, lines, target) : {}
  const known = knownEntryOf(state)
  if (known !== null) return [{ op: 'restore', id: known }, ...setOps(entry, known, { ...fields, ...posted })]
  // Who adds a row that looks like a typed entry has said that they are two payments.
  const apart =
    state.kind === 'looks-duplicate' && state.why !== 'same-day-and-text'
      ? [createOp(twoPayments, newId(), { first: rowId, second: state.entryId })]
      : []
  // The row's id is the entry's: two laptops that import one file make the same record.
  return [createOp(entry, rowId, { ...fields, ...posted }), ...apart]
}

/** The entry that a row was before, and becomes again. */
function knownEntryOf(state: PlanRow['state']): RecordId | null {
  switch (state.kind) {
    case 'new':
    case 'expected':
      return state.restores
    case 'matches':
      return state.entryId
    case 'looks-duplicate':
      return null
  }
}

/**
 * What the row has of the recurring entry that it posts, on the line shown in the preview. Parts on different lines are
 * shown as a whole and stay as they are.
 */
function postedFieldsOf(
  { bankRow, state }: PlanRow,
  lines: ReadonlyMap<RecordId, Line>,
  target: Line | undefined,
): Partial<FieldsOf<typeof entry>> {
  if (state.kind !== 'expected') return {}
  const { recurring: of, original } = state.coming
  const keys = new Map([...lines].map(([id, each]) => [id, each.key]))
  const fields = postedFields(of, { original, on: bankRow.date, cents: bankRow.cents }, keys)
  const { money, occurrence } = fields
  if (!money || !occurrence) return {}
  const splits =
    hasOneLine(of) && target ? money.splits.map(each => ({ ...each, line: target.id })) : money.splits
  return { money: { ...money, splits }, occurrence, ...(bankRow.memo === '' ? { note: of.note } : {}) }
}

/** What the file says the balance is on its last day; kept once for that day. */
function closingOps(
  { live, newId }: CommandTools,
  accountId: RecordId,
  plan: ImportPlan,
): readonly DraftOp[] {
  if (plan.closingCents === null) return []
  const known = live
    .records(statement)
    .some(each => each.account === accountId && each.balance.date === plan.lastDate)
  if (known) return []
  const balance = { date: plan.lastDate, cents: plan.closingCents }
  return [createOp(statement, newId(), { account: accountId, balance, source: 'bank-file' })]
}

/** A refund is an expense with a positive amount: it lowers its line and is not income. */
export function entryTypeFor(cents: number, target: Pick<Line, 'countsAs'> | undefined): Entry['type'] {
  if (target) return target.countsAs === 'income' ? 'income' : 'expense'
  return cents > 0 ? 'income' : 'expense'
}

/** Income and bank fees prove themselves by the statement; everything else wants a paper. */
export function receiptFor(
  cents: number,
  target: Pick<Line, 'countsAs' | 'key'> | undefined,
): Entry['receipt'] {
  if (target?.countsAs === 'income' || (!target && cents > 0)) return 'not-needed'
  return target?.key === 'bank-fees' || target?.key === 'household-support' ? 'not-needed' : 'missing'
}
