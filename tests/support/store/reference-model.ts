/**
 * The merge rule of `src/store/change.ts` in the plainest code that says it: all records at once, every question
 * answered by searching. Slow on purpose; the engine is compared with it.
 */
import { type Json, jsonEquals } from '#domain/json.ts'
import { type ChangeBody, isCreate, parseChange, parseOpen } from '#store/change.ts'
import type { KindInfo } from '#store/store.ts'
import type { Laptop } from './laptop.ts'
import { compartmentsFor } from './plain-sealer.ts'

type Delivery = Laptop['log'][number]
type Cuts = ReadonlyMap<string, ReadonlyMap<string, number>>

interface RefOp {
  readonly name: string
  readonly device: string
  readonly session: string
  readonly seq: number
  readonly i: number
  readonly hash: string
  readonly at: number
  readonly value: Json | undefined
  readonly replaces: readonly string[]
  readonly accepted: boolean
  readonly creates: boolean
}

interface RefRecord {
  readonly id: string
  readonly compartment: string
  kinds: string[]
  births: RefOp[]
  readonly fields: Map<string, RefOp[]>
}

export interface RefPicture {
  readonly live: Record<string, { id: string; fields: Record<string, Json> }[]>
  readonly trash: string[]
  readonly pairs: string[]
}

const byShown = (a: RefOp, b: RefOp) => b.at - a.at || (before(a, b) ? 1 : -1)

function before(a: RefOp, b: RefOp): boolean {
  if (a.device !== b.device) return a.device < b.device
  if (a.session !== b.session) return a.session < b.session
  if (a.seq !== b.seq) return a.seq < b.seq
  if (a.i !== b.i) return a.i < b.i
  return a.hash < b.hash
}

export function referencePicture(
  deliveries: readonly Delivery[],
  kinds: readonly KindInfo[],
  cuts: Cuts = new Map(),
): RefPicture {
  const records = [...new Map(deliveries.map(each => [each.hash, each])).values()]
  const tables = new Map<string, RefRecord>()
  for (const { body, record } of appliedBodies(records)) addOps(tables, body, record, cuts)
  const saw = sights(records)
  const live: RefPicture['live'] = {}
  const trash: string[] = []
  const pairs: string[] = []
  const found = [...tables.values()].sort((a, b) => birthOrder(a, b))
  for (const { kind } of kinds) live[kind] = []
  for (const record of found) {
    const name = [...record.kinds].sort()[0]
    const kind = kinds.find(each => each.kind === name)
    if (
      kind === undefined ||
      compartmentsFor().find(({ id }) => id === record.compartment)?.kind !== kind.compartment
    )
      continue
    const fields: Record<string, Json> = {}
    for (const [field, ops] of record.fields) {
      const value = heads(ops)[0]?.value
      if (field !== 'deleted' && value !== undefined) fields[field] = value
    }
    const deletedHeads = heads(record.fields.get('deleted') ?? [])
    if (deletedHeads[0]?.value === true) {
      trash.push(record.id)
      pairs.push(...editsAgainst(record, deletedHeads, saw))
      continue
    }
    live[kind.kind]?.push({ id: record.id, fields })
    for (const field of kind.keepBoth) pairs.push(...pairOf(record, field, records))
  }
  return { live, trash: trash.sort(), pairs: pairs.sort() }
}

function appliedBodies(records: readonly Delivery[]): { body: ChangeBody; record: Delivery }[] {
  const bodies = records.flatMap(record => {
    if (record.kind !== 'opened' || record.header.type !== 'change') return []
    const parsed = parseChange(record.body, record.header)
    return parsed.ok ? [{ body: parsed.value, record }] : []
  })
  const group = ({ body, record: { header } }: (typeof bodies)[number]) =>
    [
      header.device,
      header.session,
      header.compartment,
      header.seq - body.part,
      body.change,
      body.parts,
    ].join()
  return bodies.filter(each => {
    const parts = new Set(bodies.filter(other => group(other) === group(each)).map(({ body }) => body.part))
    return Array.from({ length: each.body.parts }, (_, part) => part).every(part => parts.has(part))
  })
}

function addOps(tables: Map<string, RefRecord>, body: ChangeBody, record: Delivery, cuts: Cuts): void {
  const { device, session, seq, compartment } = record.header
  const cut = cuts.get(device)
  const accepted = cut === undefined || seq <= (cut.get(session) ?? 0)
  for (const [i, op] of body.ops.entries()) {
    const key = `${compartment} ${op.record}`
    const target: RefRecord = tables.get(key) ?? {
      id: op.record,
      compartment,
      kinds: [],
      births: [],
      fields: new Map(),
    }
    tables.set(key, target)
    const base = {
      name: [device, session, seq, i].join(),
      device,
      session,
      seq,
      i,
      hash: record.hash,
      at: body.at,
      accepted,
      creates: isCreate(op),
    }
    const add = (field: string, value: Json | undefined, replaces: readonly string[]) =>
      target.fields.set(field, [...(target.fields.get(field) ?? []), { ...base, value, replaces }])
    if (isCreate(op)) {
      if (accepted) target.kinds.push(op.create)
      if (accepted) target.births.push({ ...base, value: null, replaces: [] })
      for (const [field, value] of Object.entries(op.fields)) add(field, value, [])
      add('deleted', false, [])
    } else {
      const replaces = op.replaces.map(([chain, refSeq, refI]) =>
        [...(body.chains[chain] ?? []), refSeq, refI].join(),
      )
      add(op.field, op.unset ? undefined : op.value, replaces)
    }
  }
}

/** Everything that `op` covers, itself only in a ring. */
function covered(op: RefOp, ops: readonly RefOp[]): Set<RefOp> {
  const reached = new Set<RefOp>()
  const queue = [op]
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const other of ops)
      if (next.replaces.includes(other.name) && !reached.has(other)) {
        reached.add(other)
        queue.push(other)
      }
  return reached
}

function heads(ops: readonly RefOp[]): RefOp[] {
  const covers = new Map(ops.map(op => [op, covered(op, ops)]))
  return ops
    .filter(
      op =>
        op.accepted &&
        !ops.some(other => {
          if (other === op || !other.accepted || !covers.get(other)?.has(op)) return false
          return covers.get(op)?.has(other) ? before(op, other) : true
        }),
    )
    .sort(byShown)
}

function distinct(ops: readonly RefOp[]): RefOp[] {
  return ops.filter((op, index) => ops.findIndex(other => jsonEquals(other.value, op.value)) === index)
}

function birthOrder(a: RefRecord, b: RefRecord): number {
  const first = (record: RefRecord) =>
    [...record.births].sort((x, y) => x.at - y.at || (before(x, y) ? -1 : 1))[0]
  const one = first(a)
  const two = first(b)
  if (one === undefined || two === undefined) return one === two ? 0 : one === undefined ? 1 : -1
  return one.at - two.at || (before(one, two) ? -1 : 1)
}

/** A pair counts when every chain that its heads name is there without a gap. */
function pairOf(record: RefRecord, field: string, records: readonly Delivery[]): string[] {
  const found = heads(record.fields.get(field) ?? [])
  const isThere = (device: string, session: string, seq: number) =>
    records.some(({ header }) => header.device === device && header.session === session && header.seq === seq)
  const complete = found.every(({ replaces }) =>
    replaces.every(name => {
      const [device = '', session = '', seq] = name.split(',')
      return Array.from({ length: Number(seq) }, (_, i) => i + 1).every(each =>
        isThere(device, session, each),
      )
    }),
  )
  const values = distinct(found)
  return values.length > 1 && complete
    ? [`${record.id} ${field} ${values.map(({ value }) => JSON.stringify(value))}`]
    : []
}

function editsAgainst(record: RefRecord, deletedHeads: readonly RefOp[], saw: Saw): string[] {
  const deletions = deletedHeads.filter(({ value }) => value === true)
  const edits = [...record.fields]
    .filter(([field]) => field !== 'deleted')
    .flatMap(([field, ops]) => heads(ops).map(op => ({ field, op })))
    .filter(
      ({ op }) => !op.creates && deletions.every(each => saw(op, each) === false && saw(each, op) === false),
    )
  return edits.length === 0
    ? []
    : [`${record.id} deleted ${edits.map(({ field, op }) => `${field}=${JSON.stringify(op.value)}`).sort()}`]
}

type Saw = (from: RefOp, to: RefOp) => boolean | null

/** What each record says that its writer had received, followed by searching. */
function sights(records: readonly Delivery[]): Saw {
  const find = (device: string, session: string, seq: number) =>
    records.find(({ header: h }) => h.device === device && h.session === session && h.seq === seq)
  const opening = (device: string, session: string) => {
    const record = find(device, session, 1)
    if (record?.kind !== 'opened') return null
    const parsed = parseOpen(record.body, record.header)
    return parsed.ok ? parsed.value : null
  }
  return (from, to) => {
    if (from.device === to.device && from.session === to.session) return to.seq <= from.seq
    const open = opening(from.device, from.session)
    let unknown = open === null
    const claims: { device: string; session: string; seq: number; alone: boolean }[] = []
    const claim = (names: ChangeBody['chains'], refs: ChangeBody['seen']) => {
      for (const [chain, seq, , alone] of refs) {
        const [device = '', session = ''] = names[chain] ?? []
        claims.push({ device, session, seq, alone: alone === 1 })
      }
    }
    if (open !== null) {
      claim(open.chains, open.earlier)
      claim(open.chains, open.seen)
    }
    for (let seq = 2; seq <= from.seq; seq += 1) {
      const record = find(from.device, from.session, seq)
      if (record === undefined) unknown = true
      if (record?.kind !== 'opened' || record.header.type !== 'change') continue
      const parsed = parseChange(record.body, record.header)
      if (parsed.ok) claim(parsed.value.chains, parsed.value.seen)
    }
    for (let index = 0; index < claims.length; index += 1) {
      const each = claims[index]
      if (each === undefined) continue
      if (each.device === to.device && each.session === to.session) {
        if (each.seq >= to.seq) return true
      } else if (each.device === to.device && !each.alone) {
        const through = opening(each.device, each.session)
        if (through === null) unknown = true
        else claim(through.chains, through.earlier)
      }
      if (claims.length > 100_000) throw new Error('endless claims')
    }
    return unknown ? null : false
  }
}

/** The same picture, as a laptop shows it. */
export function laptopPicture(laptop: Laptop, kinds: readonly KindInfo[]): RefPicture {
  const { views, inbox } = laptop.ledger
  const live: RefPicture['live'] = {}
  for (const { kind } of kinds)
    live[kind] = views.all(kind).map(({ id, fields }) => ({ id, fields: { ...fields } }))
  return {
    live,
    trash: views
      .trash()
      .map(({ id }) => id)
      .sort(),
    pairs: inbox
      .decisions()
      .map(({ id, field, values }) =>
        field === 'deleted'
          ? `${id} deleted ${values
              .filter(value => value.field !== 'deleted')
              .map(value => `${value.field}=${JSON.stringify(value.value)}`)
              .sort()}`
          : `${id} ${field} ${values.map(({ value }) => JSON.stringify(value))}`,
      )
      .sort(),
  }
}
