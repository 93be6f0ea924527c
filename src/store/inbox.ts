/**
 * The decisions inbox and the history of a record. A pair of values is put to people only when nothing that is still
 * missing could settle it.
 */
import type { RecordId } from '#domain/record-kind.ts'
import { DELETED, isCreate } from './change.ts'
import type { Engine } from './engine.ts'
import { distinctHeads, type Head } from './field-heads.ts'
import type { JournalEntry } from './journal.ts'
import { chainOf, chainOfRecord, opKey, recordOf, seqOf, seqOfRecord } from './op-key.ts'
import type { ChangeSummary, Decision, HistoryEntry, KindInfo } from './store.ts'
import type { TableRecord } from './tables.ts'
import type { Views } from './views.ts'

export class Inbox {
  /** Records that may hold a decision: looked at again whenever the inbox is read. */
  readonly watched = new Set<TableRecord>()
  private cached: readonly Decision[] | null = null
  private readonly engine: Engine
  private readonly views: Views
  private readonly kinds: ReadonlyMap<string, KindInfo>

  constructor(engine: Engine, views: Views, kinds: ReadonlyMap<string, KindInfo>) {
    this.engine = engine
    this.views = views
    this.kinds = kinds
  }

  refresh(touched: Iterable<TableRecord>): void {
    this.cached = null
    for (const record of touched) if (mayBeDecided(record)) this.watched.add(record)
  }

  decisions(): readonly Decision[] {
    if (this.cached !== null) return this.cached
    const decisions: Decision[] = []
    for (const record of this.watched) {
      if (!mayBeDecided(record)) this.watched.delete(record)
      else if (this.views.isVisible(record)) decisions.push(...this.ofRecord(record))
    }
    decisions.sort((a, b) => (a.id === b.id ? order(a.field, b.field) : order(a.id, b.id)))
    this.cached = decisions
    return decisions
  }

  private ofRecord(record: TableRecord & { kind: string }): Decision[] {
    const { id, kind } = record
    if (record.deleted) {
      const against = this.editsAgainstDeletion(record)
      return against.length === 0 ? [] : [{ id, kind, field: DELETED, values: against }]
    }
    const decisions: Decision[] = []
    for (const field of this.kinds.get(kind)?.keepBoth ?? []) {
      const heads = distinctHeads(record.states?.get(field)?.heads ?? [])
      if (heads.length < 2 || !this.isComplete(record.states?.get(field)?.heads ?? [])) continue
      decisions.push({ id, kind, field, values: heads.map(head => this.entryOf(head, field)) })
    }
    return decisions
  }

  private isComplete(heads: readonly Head[]): boolean {
    const { chains } = this.engine
    return heads.every(({ waits }) =>
      (waits ?? []).every(key => chains.at(chainOfRecord(key)).unbroken >= seqOfRecord(key)),
    )
  }

  /** The deletion and the edits that were made without knowing of it, and that it was made without knowing. */
  private editsAgainstDeletion(record: TableRecord): HistoryEntry[] {
    const { chains } = this.engine
    const deletions = this.engine.tables.heads(record, DELETED).filter(({ value }) => value === true)
    const apart: HistoryEntry[] = []
    for (const [field, { heads }] of record.states ?? []) {
      if (field === DELETED) continue
      for (const head of heads) {
        if (head.creates === true) continue
        const saw = (from: Head, to: Head) =>
          chains.saw(chainOf(from.key), seqOf(from.key), chainOf(to.key), seqOf(to.key))
        if (deletions.every(deletion => saw(head, deletion) === false && saw(deletion, head) === false))
          apart.push(this.entryOf(head, field))
      }
    }
    if (apart.length === 0) return []
    apart.sort((a, b) => b.at - a.at || order(a.field, b.field) || order(a.change, b.change))
    return [...deletions.map(head => this.entryOf(head, DELETED)), ...apart]
  }

  private entryOf(head: Head, field: string): HistoryEntry {
    const entry = this.engine.journal.entryOf(head.key)
    return {
      change: entry?.change ?? '',
      at: head.at,
      device: this.engine.chains.at(chainOf(head.key)).device,
      command: entry?.command ?? '',
      field,
      value: head.value,
      current: true,
    }
  }

  history(id: RecordId, field?: string): HistoryEntry[] {
    const record = this.views.find(id)
    if (record === undefined) return []
    const found: { key: number; entry: HistoryEntry }[] = []
    for (const entry of this.engine.journal.ofRecord(id)) {
      if (entry.compartment !== record.compartment) continue
      for (const [i, op] of entry.ops.entries()) {
        if (op.record !== id) continue
        const key = opKey(entry.chain, entry.seq, i)
        if (!isCreate(op)) {
          if (field === undefined || field === op.field)
            found.push({
              key,
              entry: this.written(entry, key, record, op.field, op.unset ? undefined : op.value),
            })
          continue
        }
        for (const [name, value] of [...Object.entries(op.fields), [DELETED, false] as const])
          if (field === undefined || field === name)
            found.push({ key, entry: this.written(entry, key, record, name, value) })
      }
    }
    const { chains } = this.engine
    found.sort((a, b) => b.entry.at - a.entry.at || chains.compare(b.key, a.key))
    return found.map(({ entry }) => entry)
  }

  private written(
    { change, at, command, chain }: JournalEntry,
    key: number,
    record: TableRecord,
    field: string,
    value: HistoryEntry['value'],
  ): HistoryEntry {
    const current = this.engine.tables.heads(record, field).some(head => head.key === key)
    return { change, at, device: this.engine.chains.at(chain).device, command, field, value, current }
  }

  changes(limit: number): ChangeSummary[] {
    const { journal, chains } = this.engine
    return journal.newest(limit).map(({ change, at, command, chain, seq }) => ({
      change,
      at,
      command,
      device: chains.at(chain).device,
      session: chains.at(chain).session,
      seq,
      records: [...new Set(journal.entries(change).flatMap(({ ops }) => ops.map(op => op.record)))],
      undone: journal.isUndone(change),
    }))
  }

  /** Whether this laptop holds the change that wrote a head; if not, its name comes with `loadHistory`. */
  holds(head: Head): boolean {
    return this.engine.journal.byRecordKey.has(recordOf(head.key))
  }
}

function mayBeDecided({ deleted, states }: TableRecord): boolean {
  if (states === null) return false
  if (deleted) return states.size > 1
  for (const { heads } of states.values()) if (heads.length > 1) return true
  return false
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
