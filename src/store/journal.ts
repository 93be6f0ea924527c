/**
 * The changes that memory holds in full, by change, by record and by op: what undo, history and the feed read.
 * Holds the changes of this session and those after the last snapshot; older ones are added by `Store.loadHistory`,
 * which reads them from the sealed records once somebody asks.
 */
import type { Json } from '#domain/json.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { DELETED, isCreate, type Op, type OpRef } from './change.ts'
import { chainOf, indexOf, type OpKey, opKey, type RecordKey, recordKey, recordOf, seqOf } from './op-key.ts'

/** One applied record of a change, with its references turned into op keys on demand. */
export interface JournalEntry {
  readonly chain: number
  readonly seq: number
  readonly compartment: number
  readonly change: string
  readonly at: number
  readonly command: string
  readonly undoes: string | null
  readonly ops: readonly Op[]
  /** Chain index in memory of each chain in the body's dictionary. */
  readonly chains: readonly number[]
}

export interface WrittenValue {
  readonly value: Json | undefined
  readonly restores: readonly OpKey[]
  readonly replaces: readonly OpKey[]
}

export const entryKeys = (entry: JournalEntry, refs: readonly OpRef[] | undefined): OpKey[] =>
  (refs ?? []).map(([chain, seq, i]) => opKey(entry.chains[chain] ?? 0, seq, i))

export class Journal {
  readonly byRecordKey = new Map<RecordKey, JournalEntry>()
  private readonly byChange = new Map<string, JournalEntry[]>()
  private readonly byRecord = new Map<RecordId, JournalEntry[]>()
  /** Entries whose records are not yet in `byRecord`: an import of thousands of rows costs nothing until asked. */
  private unindexed: JournalEntry[] = []
  private readonly undoers = new Map<string, string[]>()
  /** One entry of each change, oldest first. */
  private order: JournalEntry[] | null = null

  add(entry: JournalEntry): void {
    const key = recordKey(entry.chain, entry.seq)
    if (this.byRecordKey.has(key)) return
    this.byRecordKey.set(key, entry)
    const parts = this.byChange.get(entry.change)
    this.unindexed.push(entry)
    if (parts !== undefined) {
      parts.push(entry)
      return
    }
    this.byChange.set(entry.change, [entry])
    if (entry.undoes !== null) {
      const undoers = this.undoers.get(entry.undoes)
      if (undoers === undefined) this.undoers.set(entry.undoes, [entry.change])
      else undoers.push(entry.change)
    }
    if ((this.order?.at(-1)?.at ?? 0) <= entry.at) this.order?.push(entry)
    else this.order = null
  }

  /** Takes back own records that the log refused. */
  remove(keys: readonly RecordKey[]): void {
    for (const key of keys) {
      const entry = this.byRecordKey.get(key)
      if (entry === undefined) continue
      this.byRecordKey.delete(key)
      this.byChange.delete(entry.change)
      if (entry.undoes !== null)
        this.undoers.set(
          entry.undoes,
          (this.undoers.get(entry.undoes) ?? []).filter(undoer => undoer !== entry.change),
        )
    }
    this.order = null
    this.byRecord.clear()
    this.unindexed = [...this.byRecordKey.values()]
  }

  entries(change: string): readonly JournalEntry[] {
    return this.byChange.get(change) ?? []
  }

  ofRecord(id: RecordId): readonly JournalEntry[] {
    for (const entry of this.unindexed)
      for (const record of new Set(entry.ops.map(op => op.record))) {
        const list = this.byRecord.get(record)
        if (list === undefined) this.byRecord.set(record, [entry])
        else list.push(entry)
      }
    this.unindexed = []
    return this.byRecord.get(id) ?? []
  }

  newest(limit: number): readonly JournalEntry[] {
    this.order ??= [...this.byChange.values()].flatMap(([entry]) => entry ?? []).sort((a, b) => a.at - b.at)
    return limit <= 0 ? [] : this.order.slice(-limit).reverse()
  }

  /** Undone, and not redone since: an undo that was itself undone does not count. */
  isUndone(change: string, walked: ReadonlySet<string> = new Set()): boolean {
    if (walked.has(change)) return false
    const next = new Set(walked).add(change)
    return (this.undoers.get(change) ?? []).some(undoer => !this.isUndone(undoer, next))
  }

  /** What an op wrote into a field, or null if this journal does not hold it. */
  written(key: OpKey, field: string): WrittenValue | null {
    const entry = this.byRecordKey.get(recordOf(key))
    const op = entry?.ops[indexOf(key)]
    if (entry === undefined || op === undefined) return null
    if (isCreate(op))
      return {
        value: field === DELETED ? false : Object.hasOwn(op.fields, field) ? op.fields[field] : undefined,
        restores: [],
        replaces: [],
      }
    if (op.field !== field) return null
    return {
      value: op.unset ? undefined : op.value,
      restores: entryKeys(entry, op.restores),
      replaces: entryKeys(entry, op.replaces),
    }
  }

  /** Where an op stands: its change, or null if not held. */
  entryOf(key: OpKey): JournalEntry | null {
    return this.byRecordKey.get(recordKey(chainOf(key), seqOf(key))) ?? null
  }
}
