/**
 * Four laptops hold the same records and change them without knowing of each other; a fifth that holds the same takes
 * all their changes, in turns, one update a change as a shared folder brings them. Timed is the taking alone, from
 * bytes to readable tables; sealing is left out on both sides, because the peers have none. Prints samples as JSON.
 */
import { next as Automerge } from '@automerge/automerge'
import { LoroDoc, LoroMap } from 'loro-crdt'
import * as Y from 'yjs'
import { entry } from '#domain/entry.ts'
import type { Json } from '#domain/json.ts'
import { type Created, entryOps } from '../../support/bench/money-records.ts'
import { type Delivery, Laptop } from '../../support/store/laptop.ts'
import { seededNumbers } from '../../support/vault/fast-vault.ts'

const [library = 'ours', base = '20000', changes = '10000', runs = '5'] = process.argv.slice(2)
const RECORDS = Number(base)
const EACH = Number(changes) / 4
const NAMES = ['amina', 'bao', 'chloe', 'dev']

type Change =
  | { readonly kind: 'set'; readonly id: string; readonly field: string; readonly value: Json }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'create'; readonly op: Created }

const created = entryOps(RECORDS)

/** Two thirds edits (some of the same records as others), a quarter new entries, a few deleted. */
function changesOf(laptop: number): readonly Change[] {
  const below = seededNumbers(100 + laptop)
  const added = entryOps(EACH, 500 + laptop)
  return Array.from({ length: EACH }, (_, i): Change => {
    const dice = below(20)
    const target = created[below(RECORDS)]
    const op = added[i]
    if (target === undefined || op === undefined) throw new Error('no record')
    if (dice < 5) return { kind: 'create', op }
    if (dice === 5) return { kind: 'delete', id: target.id }
    if (dice < 12) return { kind: 'set', id: target.id, field: 'note', value: `note ${laptop} ${i}` }
    if (dice < 16) return { kind: 'set', id: target.id, field: 'receipt', value: 'have' }
    return {
      kind: 'set',
      id: target.id,
      field: 'money',
      value: {
        cents: -100 - i,
        splits: [{ line: 'line-food', cents: -100 - i, countsAs: null, unit: null, covers: null }],
        toAccount: null,
      },
    }
  })
}

const plans = NAMES.map((_, laptop) => changesOf(laptop))

function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = []
  for (let i = 0; i < Math.max(...lists.map(list => list.length)); i += 1)
    for (const list of lists) {
      const item = list[i]
      if (item !== undefined) all.push(item)
    }
  return all
}

interface Peer {
  /** One run: gives the time of the taking, in milliseconds, and how many live records there are then. */
  run(): { readonly ms: number; readonly live: number }
}

/** As the product's own kind, so that money is kept twice where two people changed it. */
const kinds = [{ kind: entry.kind, compartment: entry.compartment, keepBoth: entry.keepBoth }]

function ours(): Peer {
  const founder = new Laptop('founder', { kinds })
  for (let from = 0; from < created.length; from += 5_000)
    founder.does('importBankFile', ...created.slice(from, from + 5_000))
  const deliveries = NAMES.map((name, laptop): readonly Delivery[] => {
    const own = new Laptop(name, { kinds })
    own.receive(founder.outbox)
    for (const change of plans[laptop] ?? [])
      if (change.kind === 'create') own.does('recordEntry', change.op)
      else if (change.kind === 'delete') own.tries('deleteEntries', { op: 'delete', id: change.id })
      else own.tries('editEntry', { op: 'set', id: change.id, field: change.field, value: change.value })
    return own.outbox
  })
  const all = inTurns(deliveries)
  return {
    run() {
      const taker = new Laptop('taker', { kinds })
      taker.receive(founder.outbox)
      taker.ledger.views.all(entry.kind)
      const start = performance.now()
      taker.ledger.receive(all)
      taker.ledger.refresh()
      const live = taker.ledger.views.all(entry.kind).length
      return { ms: performance.now() - start, live }
    },
  }
}

function yjs(): Peer {
  const fill = (map: Y.Map<Y.Map<Json>>, { id, fields }: Created) => {
    const record = new Y.Map<Json>()
    for (const [name, value] of Object.entries(fields)) record.set(name, value)
    map.set(id, record)
  }
  const first = new Y.Doc()
  first.transact(() => {
    for (const op of created) fill(first.getMap('records'), op)
  })
  const held = Y.encodeStateAsUpdate(first)
  const updates = plans.map(plan => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, held)
    const written: Uint8Array[] = []
    doc.on('update', update => written.push(update))
    const records: Y.Map<Y.Map<Json>> = doc.getMap('records')
    for (const change of plan)
      doc.transact(() => {
        if (change.kind === 'create') fill(records, change.op)
        else if (change.kind === 'delete') records.delete(change.id)
        else records.get(change.id)?.set(change.field, change.value)
      })
    return written
  })
  const all = inTurns(updates)
  return {
    run() {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, held)
      const records = doc.getMap('records')
      const start = performance.now()
      // One transaction around all is the fastest way that Yjs has for this.
      doc.transact(() => {
        for (const update of all) Y.applyUpdate(doc, update)
      })
      const live = records.size
      return { ms: performance.now() - start, live }
    },
  }
}

function automerge(): Peer {
  type Doc = { records: Record<string, Record<string, Json>> }
  const first = Automerge.change(Automerge.init<Doc>(), doc => {
    doc.records = {}
    for (const { id, fields } of created) doc.records[id] = structuredClone(fields) as Record<string, Json>
  })
  const held = Automerge.save(first)
  const updates = plans.map(plan => {
    let doc = Automerge.load<Doc>(held)
    const written: Uint8Array[] = []
    for (const change of plan) {
      const next = Automerge.change(doc, draft => {
        if (change.kind === 'create')
          draft.records[change.op.id] = structuredClone(change.op.fields) as Record<string, Json>
        else if (change.kind === 'delete') delete draft.records[change.id]
        else {
          const record = draft.records[change.id]
          if (record !== undefined) record[change.field] = structuredClone(change.value)
        }
      })
      const last = next === doc ? undefined : Automerge.getLastLocalChange(next)
      if (last !== undefined) written.push(last)
      doc = next
    }
    return written
  })
  const all = inTurns(updates)
  return {
    run() {
      const doc = Automerge.load<Doc>(held)
      const start = performance.now()
      const [next] = Automerge.applyChanges(doc, all)
      const live = Object.keys(next.records).length
      return { ms: performance.now() - start, live }
    },
  }
}

function loro(): Peer {
  const fill = (doc: LoroDoc, { id, fields }: Created) => {
    const record = doc.getMap('records').setContainer(id, new LoroMap())
    for (const [name, value] of Object.entries(fields)) record.set(name, value)
  }
  const first = new LoroDoc()
  for (const op of created) fill(first, op)
  first.commit()
  const held = first.export({ mode: 'snapshot' })
  const updates = plans.map(plan => {
    const doc = new LoroDoc()
    doc.import(held)
    const written: Uint8Array[] = []
    for (const change of plan) {
      const from = doc.version()
      const records = doc.getMap('records')
      if (change.kind === 'create') fill(doc, change.op)
      else if (change.kind === 'delete') records.delete(change.id)
      else {
        const record = records.get(change.id)
        if (record instanceof LoroMap) record.set(change.field, change.value)
      }
      doc.commit()
      written.push(doc.export({ mode: 'update', from }))
    }
    return written
  })
  const all = inTurns(updates)
  return {
    run() {
      const doc = new LoroDoc()
      doc.import(held)
      const start = performance.now()
      doc.importBatch(all)
      const live = doc.getMap('records').size
      return { ms: performance.now() - start, live }
    },
  }
}

const peers: Readonly<Record<string, () => Peer>> = { ours, yjs, automerge, loro }
const peer = peers[library]?.()
if (peer === undefined) throw new Error(`no such library: ${library}`)
const samples: number[] = []
let live = 0
for (let run = 0; run < Number(runs); run += 1) {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  const result = peer.run()
  samples.push(result.ms)
  live = result.live
}
console.log(JSON.stringify({ samples, live }))
