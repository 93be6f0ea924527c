/**
 * What the product reads of the tables: records by id, live records of a kind in order of creation, the trash. Lists
 * keep their identity until one of their records changes, and one edit among 100,000 costs a copy of pointers.
 */
import { rememberPart } from '#domain/changed-part.ts'
import type { Compartment, RawRecord, RecordId } from '#domain/record-kind.ts'
import type { CompartmentInfo } from '#vault/vault.ts'
import type { Chains } from './chains.ts'
import { rawOf } from './page-record.ts'
import type { KindInfo } from './store.ts'
import type { TableRecord, Tables } from './tables.ts'

/** One and the same list, so that a kind without records looks unchanged to whoever compares. */
const NO_RECORDS: readonly RawRecord[] = []

interface KindList {
  /** In order of creation, deleted ones included; null while it has to be sorted again. */
  members: Set<TableRecord>
  live: TableRecord[] | null
  shown: readonly RawRecord[]
  trash: readonly RawRecord[] | null
}

/** Sorts compartments, the most closely kept first. */
const CLOSENESS: Readonly<Record<Compartment, number>> = { care: 0, money: 1, team: 2 }

/** Beyond this many changed records a list is built anew instead of being patched. */
const PATCH_LIMIT = 64

export class Views {
  private readonly lists = new Map<string, KindList>()
  private readonly tables: Tables
  private readonly chains: Chains
  private readonly kinds: ReadonlyMap<string, KindInfo>
  private readonly compartments: readonly CompartmentInfo[]

  constructor(
    tables: Tables,
    chains: Chains,
    kinds: ReadonlyMap<string, KindInfo>,
    compartments: readonly CompartmentInfo[],
  ) {
    this.tables = tables
    this.chains = chains
    this.kinds = kinds
    this.compartments = compartments
  }

  /** A record counts only in the compartment where its kind lives: nobody without the key can add one. */
  isVisible(record: TableRecord): record is TableRecord & { kind: string } {
    if (record.kind === null) return false
    const kind = this.kinds.get(record.kind)
    return kind === undefined || kind.compartment === this.compartments[record.compartment]?.kind
  }

  /**
   * [Note: one id in several compartments] Ids are random, so this is somebody's doing. The more closely kept record
   * counts (Care, then Money, then Team): else whoever only has Team's key could draw into Team, and so read, what
   * others write to a record of Money or Care whose id they know.
   */
  find(id: RecordId): TableRecord | undefined {
    let found: TableRecord | undefined
    for (let index = 0; index <= this.compartments.length; index += 1) {
      const record = this.tables.find(index, id)
      if (record === undefined || !this.isVisible(record)) continue
      if (found === undefined || this.nameOf(record) < this.nameOf(found)) found = record
    }
    return found
  }

  private nameOf(record: TableRecord): string {
    const compartment = this.compartments[record.compartment]
    return compartment === undefined ? '~' : `${CLOSENESS[compartment.kind]} ${compartment.id}`
  }

  get(id: RecordId): RawRecord | undefined {
    const record = this.find(id)
    return record === undefined ? undefined : rawOf(record)
  }

  all(kind: string): readonly RawRecord[] {
    this.warm(kind)
    const list = this.lists.get(kind)
    if (list === undefined) return NO_RECORDS
    if (list.live === null) {
      const live: TableRecord[] = []
      for (const record of list.members) if (!record.deleted) live.push(record)
      this.sort(live)
      list.live = live
      list.shown = live.map(rawOf)
    }
    return list.shown
  }

  trash(kind?: string): readonly RawRecord[] {
    if (kind === undefined) {
      const kinds = new Set([...this.lists.keys(), ...this.tables.coldKinds()])
      return [...kinds].sort().flatMap(each => this.trash(each))
    }
    this.warm(kind)
    const list = this.lists.get(kind)
    if (list === undefined) return []
    list.trash ??= [...list.members]
      .filter(record => record.deleted)
      .sort(this.byBirth)
      .map(rawOf)
    return list.trash
  }

  /** What the snapshot still holds of a kind comes into memory when its list is first asked for. */
  private warm(kind: string): void {
    const records = this.tables.warm(kind)
    if (records.length === 0) return
    const visible = records.filter(record => record.kind === kind && this.isVisible(record))
    for (const record of visible) record.listed = kind
    this.refreshKind(kind, visible)
  }

  /** Records mostly come in the order of their creation: then looking is enough. */
  private sort(records: TableRecord[]): void {
    const isSorted = records.every((record, i) => {
      const before = records[i - 1]
      return before === undefined || this.byBirth(before, record) < 0
    })
    if (!isSorted) records.sort(this.byBirth)
  }

  private readonly byBirth = (a: TableRecord, b: TableRecord): number => {
    const one = a.born ?? { at: a.at, key: a.stamp }
    const two = b.born ?? { at: b.at, key: b.stamp }
    return (
      one.at - two.at || this.chains.compare(one.key, two.key) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
    )
  }

  /** Brings the lists up to date with changed records; returns the kinds they belong to. */
  refresh(touched: Iterable<TableRecord>): Set<string> {
    const byKind = new Map<string, TableRecord[]>()
    for (const record of touched) {
      const kind = this.isVisible(record) ? record.kind : null
      if (record.listed !== null && record.listed !== kind) {
        this.unlist(record, record.listed)
        byKind.set(record.listed, byKind.get(record.listed) ?? [])
      }
      record.listed = kind
      if (kind === null) continue
      const records = byKind.get(kind)
      if (records === undefined) byKind.set(kind, [record])
      else records.push(record)
    }
    for (const [kind, records] of byKind) this.refreshKind(kind, records)
    return new Set(byKind.keys())
  }

  private unlist(record: TableRecord, kind: string): void {
    const list = this.lists.get(kind)
    list?.members.delete(record)
    if (list !== undefined) list.live = null
  }

  private refreshKind(kind: string, records: readonly TableRecord[]): void {
    let list = this.lists.get(kind)
    if (list === undefined) {
      list = { members: new Set(), live: null, shown: [], trash: null }
      this.lists.set(kind, list)
    }
    list.trash = null
    const patched = list.live !== null && records.length <= PATCH_LIMIT
    const before = list.shown
    const shown = patched ? before.slice() : []
    for (const record of records) {
      const isNew = patched && !list.members.has(record)
      list.members.add(record)
      if (patched && list.live !== null && !this.patch(list.live, shown, record, isNew)) list.live = null
    }
    if (!patched) list.live = null
    else list.shown = shown
    if (list.live !== null) this.tellEdit(list.live, before, shown, records)
  }

  /** Of one record that was edited in its place, so that nobody has to look for it. */
  private tellEdit(
    live: readonly TableRecord[],
    before: readonly RawRecord[],
    shown: readonly RawRecord[],
    records: readonly TableRecord[],
  ): void {
    const [record, ...more] = records
    if (record === undefined || more.length > 0 || shown.length !== before.length) return
    const at = this.placeOf(live, record)
    const [removed, added] = [before.slice(at, at + 1), shown.slice(at, at + 1)]
    rememberPart(before, shown, { start: at, removed, added })
  }

  private placeOf(live: readonly TableRecord[], record: TableRecord): number {
    let low = 0
    let high = live.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = live[middle]
      if (other !== undefined && this.byBirth(other, record) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** False: the list has to be sorted again. */
  private patch(live: TableRecord[], shown: RawRecord[], record: TableRecord, isNew: boolean): boolean {
    const low = this.placeOf(live, record)
    const isListed = live[low] === record
    if (isListed && !record.deleted) shown[low] = rawOf(record)
    else if (isListed) {
      live.splice(low, 1)
      shown.splice(low, 1)
    } else if (!record.deleted) {
      // A second creation that turns out to be the earlier one moves a record: then its old place is elsewhere.
      if (!isNew && live.includes(record)) return false
      live.splice(low, 0, record)
      shown.splice(low, 0, rawOf(record))
    } else if (!isNew && live.includes(record)) return false
    return true
  }
}
