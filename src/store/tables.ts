/**
 * The tables in memory: records with the heads of their fields, and the application of single ops. Knows nothing of
 * bytes, devices or disks.
 *
 * [Note: light records] A field that still comes from the op that created its record has no state of its own: its name
 * is the record's stamp. Only what was changed since carries a `Field`.
 */
import type { Json } from '#domain/json.ts'
import type { RawRecord, RecordId } from '#domain/record-kind.ts'
import type { Chains } from './chains.ts'
import { DELETED } from './change.ts'
import { addHead, type Field, graphOf, type Head, headsOfGraph } from './field-heads.ts'
import { chainOf, indexOf, type OpKey, opKey, type RecordKey, recordOf, seqOf } from './op-key.ts'

export interface TableRecord {
  readonly id: RecordId
  /** Index into the compartments of this group. */
  readonly compartment: number
  /** `null` until its `create` is here. */
  kind: string | null
  /** The op that created it, or -1. */
  stamp: OpKey
  at: number
  deleted: boolean
  /** Shown values. Never written to: replaced. */
  fields: Readonly<Record<string, Json>>
  states: Map<string, Field> | null
  /** First creation in the order of (at, op name), where that is not the stamp. */
  born: { readonly at: number; readonly key: OpKey } | null
  raw: RawRecord | null
  /** Kind under whose list the views hold it. */
  listed: string | null
  /** The snapshot page that holds it, or -1. */
  page: number
}

export interface TablePolicy {
  /** False behind a cut. */
  accepts(key: RecordKey): boolean
  /** Received, and not waiting for other parts of its change. */
  isApplied(key: RecordKey): boolean
}

/** Records of a snapshot's pages: each is one object, however it is asked for. */
export interface ColdRecords {
  take(compartment: number, id: RecordId): TableRecord | undefined
  /** All of a kind that were neither taken one by one nor listed before. */
  takeKind(kind: string): readonly TableRecord[]
  kinds(): Iterable<string>
}

export interface FieldWrite {
  readonly key: OpKey
  readonly at: number
  readonly value: Json | undefined
  readonly replaces: readonly OpKey[]
  readonly restores: readonly OpKey[]
}

type Waiting = { readonly record: TableRecord; readonly field: string }

/** Copy of a record before an own change, to put it back if the log refuses. */
export type RecordImage = Omit<TableRecord, 'id' | 'compartment' | 'raw' | 'listed' | 'page'>

export class Tables {
  readonly compartments: Map<RecordId, TableRecord>[] = []
  /** Records changed since `takeTouched`. */
  private touched = new Set<TableRecord>()
  /** Fields that name ops which are not here yet, by the record these will come in. */
  readonly waiting = new Map<RecordKey, Waiting[]>()
  private stale = new Map<Field, Waiting>()
  /** Taken from the snapshot one by one, and not yet in the list of their kind. */
  private readonly loose = new Map<string, TableRecord[]>()
  private images: Map<TableRecord, RecordImage | null> | null = null

  private readonly chains: Chains
  private readonly policy: TablePolicy
  private readonly cold: ColdRecords | null

  constructor(chains: Chains, policy: TablePolicy, cold: ColdRecords | null) {
    this.chains = chains
    this.policy = policy
    this.cold = cold
  }

  /** Those that were asked for or written to; the rest of the snapshot is in its pages. */
  in(compartment: number): Map<RecordId, TableRecord> {
    let table = this.compartments[compartment]
    if (table === undefined) {
      table = new Map()
      this.compartments[compartment] = table
    }
    return table
  }

  find(compartment: number, id: RecordId): TableRecord | undefined {
    const found = this.in(compartment).get(id)
    if (found !== undefined || this.cold === null) return found
    const taken = this.cold.take(compartment, id)
    if (taken === undefined) return undefined
    this.in(compartment).set(id, taken)
    this.unlisted(taken)
    return taken
  }

  private unlisted(record: TableRecord): void {
    if (record.kind === null || record.listed !== null) return
    const list = this.loose.get(record.kind)
    if (list === undefined) this.loose.set(record.kind, [record])
    else list.push(record)
  }

  /** Puts a record from a snapshot into the tables as it is. */
  adopt(record: TableRecord): void {
    this.in(record.compartment).set(record.id, record)
    this.unlisted(record)
    for (const [field, { graph }] of record.states ?? [])
      for (const { replaces } of graph?.values() ?? [])
        for (const ref of replaces)
          if (!this.policy.isApplied(recordOf(ref))) this.wait(recordOf(ref), { record, field })
  }

  /**
   * All records of a kind that no list has yet. Those of the snapshot stay in their pages, where `find` finds them:
   * 100,000 of them need no second table of ids.
   */
  warm(kind: string): readonly TableRecord[] {
    const loose = this.loose.get(kind) ?? []
    this.loose.delete(kind)
    const records = this.cold?.takeKind(kind) ?? []
    return loose.length === 0 ? records : [...loose, ...records]
  }

  coldKinds(): Iterable<string> {
    return [...this.loose.keys(), ...(this.cold?.kinds() ?? [])]
  }

  private findOrAdd(compartment: number, id: RecordId): TableRecord {
    const found = this.find(compartment, id)
    if (found !== undefined) {
      if (this.images !== null && !this.images.has(found)) this.images.set(found, imageOf(found))
      return found
    }
    const record: TableRecord = {
      id,
      compartment,
      kind: null,
      stamp: -1,
      at: 0,
      deleted: false,
      fields: {},
      states: null,
      born: null,
      raw: null,
      listed: null,
      page: -1,
    }
    this.in(compartment).set(id, record)
    if (this.images !== null) this.images.set(record, null)
    return record
  }

  create(compartment: number, id: RecordId, kind: string, write: FieldWrite, fields: TableRecord['fields']) {
    const record = this.findOrAdd(compartment, id)
    this.touch(record)
    const accepted = this.policy.accepts(recordOf(write.key))
    if (accepted) this.born(record, kind, write)
    if (accepted && record.stamp < 0 && !this.chains.at(chainOf(write.key)).forked) {
      record.stamp = write.key
      record.at = write.at
      if (record.states === null) {
        record.fields = fields
        return
      }
    }
    for (const name of Object.keys(fields)) this.createField(record, name, write, fields[name])
    this.createField(record, DELETED, write, false)
  }

  private born(record: TableRecord, kind: string, { at, key }: FieldWrite): void {
    if (record.kind === null || kind < record.kind) record.kind = kind
    if (record.stamp < 0 && record.born === null) {
      if (this.chains.at(chainOf(key)).forked || record.states !== null) record.born = { at, key }
      return
    }
    const first = record.born ?? { at: record.at, key: record.stamp }
    if (at < first.at || (at === first.at && this.chains.compare(key, first.key) < 0))
      record.born = { at, key }
  }

  private createField(record: TableRecord, name: string, write: FieldWrite, value: Json | undefined): void {
    const isStamp = record.stamp === write.key
    if (isStamp && record.states?.get(name) === undefined) {
      if (name !== DELETED && value !== undefined) record.fields = { ...record.fields, [name]: value }
      return
    }
    this.write(record, name, { ...write, value }, isStamp, true)
  }

  set(compartment: number, id: RecordId, name: string, write: FieldWrite): void {
    const record = this.findOrAdd(compartment, id)
    this.touch(record)
    this.write(record, name, write, false)
  }

  private write(
    record: TableRecord,
    name: string,
    write: FieldWrite,
    ignoreStamp: boolean,
    creates = false,
  ): void {
    const { key, at, value, replaces, restores } = write
    const waits = this.incomplete(replaces)
    const head: Head = {
      key,
      at,
      value,
      ...(restores.length === 0 ? {} : { restores }),
      ...(creates ? { creates: true } : {}),
      ...(waits.length === 0 ? {} : { waits }),
    }
    const field = this.own(record, name, ignoreStamp)
    const accepted = this.policy.accepts(recordOf(key))
    const missing = replaces.filter(ref => !this.policy.isApplied(recordOf(ref)))
    if (field.graph === null && accepted && missing.length === 0 && !this.isForked(key, replaces)) {
      field.heads = addHead(field.heads, head, replaces, this.compare)
      this.show(record, name, field)
      return
    }
    field.graph ??= graphOf(field.heads)
    field.graph.set(key, { ...head, replaces, accepted })
    for (const ref of missing) this.wait(recordOf(ref), { record, field: name })
    this.stale.set(field, { record, field: name })
  }

  private readonly compare = (a: OpKey, b: OpKey) => this.chains.compare(a, b)

  private isForked(key: OpKey, replaces: readonly OpKey[]): boolean {
    return this.chains.at(chainOf(key)).forked || replaces.some(ref => this.chains.at(chainOf(ref)).forked)
  }

  private incomplete(replaces: readonly OpKey[]): RecordKey[] {
    return replaces.filter(ref => this.chains.at(chainOf(ref)).unbroken < seqOf(ref)).map(recordOf)
  }

  private wait(key: RecordKey, waiting: Waiting): void {
    const list = this.waiting.get(key)
    if (list === undefined) this.waiting.set(key, [waiting])
    else list.push(waiting)
  }

  /** The field's own state, made from the record's stamp if it had none. */
  private own(record: TableRecord, name: string, ignoreStamp: boolean): Field {
    record.states ??= new Map()
    let field = record.states.get(name)
    if (field === undefined) {
      field = { heads: ignoreStamp ? [] : this.stampHeads(record, name), graph: null }
      record.states.set(name, field)
    }
    return field
  }

  private stampHeads({ stamp, at, fields, deleted }: TableRecord, name: string): readonly Head[] {
    if (stamp < 0) return []
    if (name === DELETED) return [{ key: stamp, at, value: deleted, creates: true }]
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    return value === undefined ? [] : [{ key: stamp, at, value, creates: true }]
  }

  heads(record: TableRecord, name: string): readonly Head[] {
    return record.states?.get(name)?.heads ?? this.stampHeads(record, name)
  }

  private show(record: TableRecord, name: string, field: Field): void {
    const value = field.heads[0]?.value
    if (name === DELETED) record.deleted = value === true
    else if (value !== undefined) record.fields = { ...record.fields, [name]: value }
    else if (Object.hasOwn(record.fields, name)) {
      const { [name]: _gone, ...rest } = record.fields
      record.fields = rest
    }
    this.touch(record)
  }

  private touch(record: TableRecord): void {
    record.raw = null
    this.touched.add(record)
  }

  /** A record has been applied: the fields that were waiting for it no longer do. */
  arrived(key: RecordKey): void {
    const list = this.waiting.get(key)
    if (list === undefined) return
    this.waiting.delete(key)
    for (const waiting of list) {
      const field = waiting.record.states?.get(waiting.field)
      if (field !== undefined) this.stale.set(field, waiting)
    }
  }

  /** Works out the contested fields that were written since; call before anything is read. */
  settle(): void {
    for (const [field, { record, field: name }] of this.stale) {
      if (field.graph === null) continue
      const { heads, hasRing } = headsOfGraph(field.graph, this.expand, this.compare)
      field.heads = heads
      if (!hasRing && this.isClosed(field.graph)) field.graph = null
      this.show(record, name, field)
    }
    this.stale = new Map()
  }

  private isClosed(graph: NonNullable<Field['graph']>): boolean {
    for (const { key, accepted, replaces } of graph.values())
      if (
        !accepted ||
        this.isForked(key, replaces) ||
        replaces.some(ref => !this.policy.isApplied(recordOf(ref)))
      )
        return false
    return true
  }

  private readonly expand = (key: OpKey): readonly OpKey[] => {
    const chain = chainOf(key)
    if (!this.chains.at(chain).forked) return [key]
    return this.chains.twinsOf(chain).map(twin => opKey(twin, seqOf(key), indexOf(key)))
  }

  takeTouched(): ReadonlySet<TableRecord> {
    const { touched } = this
    this.touched = new Set()
    return touched
  }

  /** Notes what records were before an own change. */
  remember(): Map<TableRecord, RecordImage | null> {
    const images = new Map<TableRecord, RecordImage | null>()
    this.images = images
    return images
  }

  stopRemembering(): void {
    this.images = null
  }

  putBack(images: ReadonlyMap<TableRecord, RecordImage | null>): void {
    for (const [record, image] of images) {
      if (image === null) {
        this.in(record.compartment).delete(record.id)
        record.kind = null
        record.deleted = true
      } else Object.assign(record, image)
      this.touch(record)
    }
  }
}

function imageOf({ kind, stamp, at, deleted, fields, states, born }: TableRecord): RecordImage {
  const copied =
    states === null
      ? null
      : new Map(
          [...states].map(([name, { heads, graph }]) => [
            name,
            { heads, graph: graph === null ? null : new Map(graph) },
          ]),
        )
  return { kind, stamp, at, deleted, fields, states: copied, born }
}
