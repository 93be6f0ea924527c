/**
 * From what a person did to the ops of a change: names what each op replaces, leaves out what changes nothing, and
 * plans undo. Ops here name other ops by their keys in memory; `writer.ts` turns them into a body.
 */
import { type Json, jsonEquals } from '#domain/json.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { DELETED, isCreate, MAX_DEPTH } from './change.ts'
import type { Engine } from './engine.ts'
import { distinctHeads, type Head } from './field-heads.ts'
import { entryKeys, type JournalEntry } from './journal.ts'
import { chainOf, type OpKey, opKey } from './op-key.ts'
import type { CommitProblem, DraftOp, KeptByOthers, KindInfo } from './store.ts'
import type { TableRecord } from './tables.ts'
import type { Views } from './views.ts'

export type PlannedOp =
  | {
      readonly kind: 'create'
      readonly compartment: number
      readonly record: RecordId
      readonly create: string
      fields: Record<string, Json>
    }
  | {
      readonly kind: 'write'
      readonly compartment: number
      readonly record: RecordId
      readonly field: string
      readonly value: Json | undefined
      readonly replaces: readonly OpKey[]
      readonly restores: readonly OpKey[]
    }

export interface PlanContext {
  readonly engine: Engine
  readonly views: Views
  readonly kinds: ReadonlyMap<string, KindInfo>
}

/** Values nested deeper would be refused by every reader of the change. */
const VALUE_DEPTH = MAX_DEPTH - 4

export function planDraft(context: PlanContext, ops: readonly DraftOp[]): Result<PlannedOp[], CommitProblem> {
  const creates = new Map<RecordId, Extract<PlannedOp, { kind: 'create' }>>()
  const writes = new Map<string, Extract<PlannedOp, { kind: 'write' }>>()
  for (const op of ops) {
    if (op.op === 'create') {
      const planned = planCreate(context, op)
      if (!planned.ok) return planned
      if (planned.value !== null && !creates.has(op.id)) creates.set(op.id, planned.value)
      continue
    }
    const field = op.op === 'delete' || op.op === 'restore' ? DELETED : op.field
    const value =
      op.op === 'delete' ? true : op.op === 'restore' ? false : op.op === 'unset' ? undefined : op.value
    if (field === DELETED && typeof value !== 'boolean') throw new Error('deleted is true or false')
    checkField(field)
    if (value !== undefined && !isWritable(value, VALUE_DEPTH)) return err({ kind: 'too-big' })
    const created = creates.get(op.id)
    if (created !== undefined && field !== DELETED) {
      const { [field]: _before, ...rest } = created.fields
      created.fields = value === undefined ? rest : { ...rest, [field]: value }
      continue
    }
    if (created !== undefined) throw new Error('a record is not created and deleted in one change')
    const record = context.views.find(op.id)
    if (record === undefined) return err({ kind: 'unknown-record', id: op.id })
    if (context.engine.compartments[record.compartment]?.readable !== true)
      return err({
        kind: 'compartment-sealed',
        compartment: context.kinds.get(record.kind ?? '')?.compartment ?? 'care',
      })
    const planned = planWrite(context, record, field, value, op.op === 'settle')
    const name = `${op.id} ${field}`
    if (planned === null) writes.delete(name)
    else writes.set(name, planned)
  }
  const planned = [...creates.values(), ...writes.values()]
  return planned.length === 0 ? err({ kind: 'nothing-to-do' }) : ok(planned)
}

/** Null: the record is there already (an import of the same rows adds nothing). */
function planCreate(
  { engine, views, kinds }: PlanContext,
  op: Extract<DraftOp, { op: 'create' }>,
): Result<Extract<PlannedOp, { kind: 'create' }> | null, CommitProblem> {
  const kind = kinds.get(op.kind)
  if (kind === undefined) return err({ kind: 'unknown-kind', name: op.kind })
  const compartment = engine.compartments.findLastIndex(
    ({ id, kind: of, readable }) =>
      readable && of === kind.compartment && (op.care === undefined || of !== 'care' || id === op.care),
  )
  if (compartment < 0) return err({ kind: 'compartment-sealed', compartment: kind.compartment })
  if (views.find(op.id) !== undefined) return ok(null)
  const fields: Record<string, Json> = {}
  for (const [name, value] of Object.entries(op.fields)) {
    if (value === undefined) continue
    checkField(name)
    if (name === DELETED) throw new Error('a record is created live')
    if (!isWritable(value, VALUE_DEPTH)) return err({ kind: 'too-big' })
    fields[name] = value
  }
  return ok({ kind: 'create', compartment, record: op.id, create: op.kind, fields })
}

function planWrite(
  { engine, kinds }: PlanContext,
  record: TableRecord,
  field: string,
  value: Json | undefined,
  settles: boolean,
): Extract<PlannedOp, { kind: 'write' }> | null {
  const heads = engine.tables.heads(record, field)
  const isPair = distinctHeads(heads).length > 1
  if (!isPair && !settles && jsonEquals(heads[0]?.value, value)) return null
  const keepsBoth = kinds.get(record.kind ?? '')?.keepBoth.includes(field) === true
  // Of a kept pair, a plain edit replaces the shown value only: the other one still waits for a decision.
  const seen =
    isPair && keepsBoth && !settles ? heads.filter(head => jsonEquals(head.value, heads[0]?.value)) : heads
  return {
    kind: 'write',
    compartment: record.compartment,
    record: record.id,
    field,
    value,
    replaces: seen.map(({ key }) => key),
    restores: [],
  }
}

export interface UndoPlan {
  readonly ops: readonly PlannedOp[]
  readonly kept: readonly KeptByOthers[]
}

/** Writes back what a change replaced, field by field, where its value is still the current one. */
export function planUndo({ engine }: PlanContext, entries: readonly JournalEntry[]): UndoPlan {
  const own = new Map<string, { record: TableRecord; field: string; creates: boolean; keys: OpKey[] }>()
  for (const entry of entries)
    for (const [i, op] of entry.ops.entries()) {
      const record = engine.tables.find(entry.compartment, op.record)
      if (record === undefined) continue
      const field = isCreate(op) ? DELETED : op.field
      const name = `${entry.compartment} ${op.record} ${field}`
      const known = own.get(name) ?? { record, field, creates: false, keys: [] }
      known.keys.push(opKey(entry.chain, entry.seq, i))
      own.set(name, { ...known, creates: known.creates || isCreate(op) })
    }
  const ops: PlannedOp[] = []
  const kept: KeptByOthers[] = []
  for (const { record, field, creates, keys } of own.values()) {
    const heads = engine.tables.heads(record, field)
    const untouched = heads.length > 0 && heads.every(head => keys.some(key => countsAs(head, key)))
    const back =
      untouched && !(creates && isEditedByOthers(engine, record, keys))
        ? writeBack(engine, keys, field, creates)
        : null
    if (back === null) {
      if (!creates || !record.deleted) kept.push({ id: record.id, field })
      continue
    }
    if (back.length === 1 && heads.length === 1 && jsonEquals(back[0]?.value, heads[0]?.value)) continue
    const replaces = heads.map(({ key }) => key)
    // The value that was shown comes last, so that among equals in time it is shown again.
    for (const { value, restores } of back.toReversed())
      ops.push({
        kind: 'write',
        compartment: record.compartment,
        record: record.id,
        field,
        value,
        replaces,
        restores,
      })
  }
  return { ops, kept }
}

/** One write for each different value that the ops replaced; null if one of these is not held here. */
function writeBack(
  engine: Engine,
  keys: readonly OpKey[],
  field: string,
  creates: boolean,
): { value: Json | undefined; restores: OpKey[] }[] | null {
  if (creates) return [{ value: true, restores: [] }]
  const back: { value: Json | undefined; restores: OpKey[] }[] = []
  for (const key of keys)
    for (const replaced of engine.journal.written(key, field)?.replaces ?? []) {
      const written = engine.journal.written(replaced, field)
      if (written === null) return null
      const restores = written.restores.length === 0 ? [replaced] : written.restores
      const same = back.find(({ value }) => jsonEquals(value, written.value))
      if (same === undefined) back.push({ value: written.value, restores: [...restores] })
      else same.restores.push(...restores.filter(each => !same.restores.includes(each)))
    }
  if (back.length > 0) return back
  return [{ value: field === DELETED ? false : undefined, restores: [] }]
}

const countsAs = (head: Head, key: OpKey) => head.key === key || head.restores?.includes(key) === true

/** Undoing a creation would hide what somebody else has written into the record since. */
function isEditedByOthers(engine: Engine, record: TableRecord, keys: readonly OpKey[]): boolean {
  const devices = new Set(keys.map(key => engine.chains.at(chainOf(key)).device))
  for (const { heads } of record.states?.values() ?? [])
    if (heads.some(({ key }) => !devices.has(engine.chains.at(chainOf(key)).device))) return true
  return false
}

/** Whose values an undo needs: if the journal lacks one, older changes have to be read first. */
export function lacksHistory(engine: Engine, entries: readonly JournalEntry[]): boolean {
  return entries.some(entry =>
    entry.ops.some(
      op =>
        !isCreate(op) &&
        entryKeys(entry, op.replaces).some(key => engine.journal.written(key, op.field) === null),
    ),
  )
}

function checkField(name: string): void {
  if (name.length === 0 || name.length > 100 || name === '__proto__') throw new Error('not a field name')
}

function isWritable(value: Json, depthLeft: number): boolean {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a field holds no such number')
  if (typeof value !== 'object' || value === null) return true
  return (
    depthLeft > 0 && Object.values(value).every(item => item === undefined || isWritable(item, depthLeft - 1))
  )
}
