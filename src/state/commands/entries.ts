/** Commands on entries of money: record, edit, sort onto lines, split, delete. */

import { payeeRule } from '#domain/bank-import.ts'
import { type Entry, entry, type Split } from '#domain/entry.ts'
import type { Json } from '#domain/json.ts'
import { type Line, line } from '#domain/line.ts'
import { sumCents } from '#domain/money.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { entryTypeFor, receiptFor } from './imports.ts'
import { NO_PAPERS, type PaperChanges } from './kept-files.ts'
import { learnOps } from './learning.ts'
import { paperOps } from './papers.ts'
import type { CommandTools } from './tools.ts'

export type EntryFields = FieldsOf<typeof entry>

export interface EntryCommands {
  /** Files are kept first; then the entry and its papers are one change. */
  recordEntry(
    fields: Partial<EntryFields>,
    papers?: PaperChanges,
  ): Promise<CommandResult & { readonly id: RecordId }>
  editEntry(id: RecordId, fields: Partial<EntryFields>, papers?: PaperChanges): Promise<CommandResult>
  /** The same fields of several entries, in one change. */
  editEntries(ids: readonly RecordId[], fields: Partial<EntryFields>): Promise<CommandResult>
  /** Puts whole entries onto one line (null: back to unsorted) and learns who is sorted where. */
  sortEntries(ids: readonly RecordId[], lineId: RecordId | null): Promise<CommandResult>
  deleteEntries(ids: readonly RecordId[]): Promise<CommandResult>
  restoreEntries(ids: readonly RecordId[]): Promise<CommandResult>
  /** Kept, never counted: a row of a parish statement that is not the group's. */
  leaveOutEntries(ids: readonly RecordId[], leftOut: boolean): Promise<CommandResult>
  deleteRule(id: RecordId): Promise<CommandResult>
  /** Later imports write these names as the bank does. */
  forgetCodedNames(ids: readonly RecordId[]): Promise<CommandResult>
  editRule(id: RecordId, fields: Partial<FieldsOf<typeof payeeRule>>): Promise<CommandResult>
  /** One expense that pays a member back what was owed; the lines are those of what was owed. */
  settleOwed(input: {
    readonly owed: readonly RecordId[]
    readonly account: RecordId
    readonly date: string
    readonly payee: string
    readonly method: Entry['method']
  }): Promise<CommandResult>
  /** Ticks entries off against a statement, or takes the ticks away (null). */
  reconcileEntries(ids: readonly RecordId[], statement: RecordId | null): Promise<CommandResult>
  /** Writes one of two kept values, or a third, and ends the question. */
  settleField(id: RecordId, field: string, value: Json): Promise<CommandResult>
}

export function createEntryCommands(tools: CommandTools): EntryCommands {
  const { gate, live, newId } = tools
  return {
    async recordEntry(fields, papers = NO_PAPERS) {
      const id = newId()
      const ops = await paperOps(tools, id, papers)
      if (!ops.ok) return { ...ops, id }
      const result = await gate.run('recordEntry', [createOp(entry, id, fields), ...ops.value])
      return { ...result, id }
    },
    async editEntry(id, fields, papers = NO_PAPERS) {
      const ops = await paperOps(tools, id, papers)
      return ops.ok ? gate.run('editEntry', [...setOps(entry, id, fields), ...ops.value]) : ops
    },
    editEntries: (ids, fields) =>
      gate.run(
        'editEntries',
        ids.flatMap(id => setOps(entry, id, fields)),
      ),
    sortEntries(ids, lineId) {
      const entries = ids.map(id => live.get(entry, id)).filter(each => each !== undefined)
      const target = lineId === null ? undefined : live.get(line, lineId)
      const ops: DraftOp[] = entries.flatMap(each =>
        setOps(entry, each.id, sortedFields(each, lineId, target)),
      )
      if (target)
        ops.push(
          ...learnOps(
            tools,
            entries.map(({ payee, money }) => ({ text: payee, cents: money.cents, line: target.id })),
          ),
        )
      return gate.run('sortEntries', ops)
    },
    deleteEntries: ids =>
      gate.run(
        'deleteEntries',
        ids.map(id => ({ op: 'delete', id })),
      ),
    restoreEntries: ids =>
      gate.run(
        'restoreEntries',
        ids.map(id => ({ op: 'restore', id })),
      ),
    leaveOutEntries: (ids, leftOut) =>
      gate.run(
        'leaveOutEntries',
        ids.flatMap(id => setOps(entry, id, { leftOut })),
      ),
    forgetCodedNames: ids =>
      gate.run(
        'forgetCodedNames',
        ids.map(id => ({ op: 'delete', id })),
      ),
    deleteRule: id => gate.run('deleteRule', [{ op: 'delete', id }]),
    editRule: (id, fields) => gate.run('editRule', setOps(payeeRule, id, fields)),
    settleOwed({ owed, account, date, payee, method }) {
      const entries = owed.map(id => live.get(entry, id)).filter(each => each !== undefined)
      const paid = -sumCents(entries.map(each => Math.abs(each.money.cents)))
      const id = newId()
      const money = {
        cents: paid,
        splits: [{ line: null, cents: paid, countsAs: null, unit: null, covers: null }],
        toAccount: null,
      }
      const expense = { type: 'expense', account, date, money, payee, method, receipt: 'not-needed' } as const
      return gate.run('settleOwed', [
        createOp(entry, id, expense),
        ...entries.flatMap(each => setOps(entry, each.id, { settledBy: id })),
      ])
    },
    reconcileEntries: (ids, statement) =>
      gate.run(
        'reconcileEntries',
        ids.flatMap(id => setOps(entry, id, { reconciled: statement })),
      ),
    settleField: (id, field, value) => gate.run('settleField', [{ op: 'settle', id, field, value }]),
  }
}

function sortedFields(each: Entry, lineId: RecordId | null, target: Line | undefined): Partial<EntryFields> {
  const money = { ...each.money, splits: [wholeSplit(each, lineId)] }
  if (each.type !== 'income' && each.type !== 'expense') return { money }
  const type = entryTypeFor(each.money.cents, target)
  // Whether a paper is wanted follows the line until somebody has said otherwise.
  const receipt =
    each.receipt === 'have' || each.receiptNumber !== '' ? each.receipt : receiptFor(each.money.cents, target)
  return { money, ...(type === each.type ? {} : { type }), ...(receipt === each.receipt ? {} : { receipt }) }
}

/** One split of the whole amount; unit and months covered are kept where there was one split before. */
function wholeSplit(each: Entry, lineId: RecordId | null): Split {
  const only = each.money.splits.length === 1 ? each.money.splits[0] : undefined
  return {
    line: lineId,
    cents: each.money.cents,
    countsAs: null,
    unit: only?.unit ?? null,
    covers: only?.covers ?? null,
  }
}

/** Splits must add up to the entry; what is missing (or too much), in cents. */
export function splitDifference(money: Entry['money']): number {
  return money.cents - sumCents(money.splits.map(each => each.cents))
}
