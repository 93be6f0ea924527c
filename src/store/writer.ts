/**
 * Writes own changes as bodies: the session's chain, the parts a change is cut into, the dictionary of chains, and
 * what was seen. Nothing here waits for a disk.
 */
import { isAscii } from '#domain/ascii.ts'
import type { Hex16 } from '#vault/vault.ts'
import type { Chain } from './chains.ts'
import {
  type ChainName,
  encodeChange,
  encodeOpen,
  type HeadRef,
  MAX_BODY_BYTES,
  type Op,
  type OpRef,
} from './change.ts'
import type { PlannedOp } from './draft.ts'
import type { Engine, OwnWrite } from './engine.ts'
import type { JournalEntry } from './journal.ts'
import { chainOf, indexOf, type OpKey, seqOf } from './op-key.ts'

/** Room for the envelope, the header and the padding of the sealed record. */
const MAX_PART_BYTES = 512 * 1024
const MAX_OP_BYTES = MAX_BODY_BYTES - 64 * 1024
const MAX_PART_OPS = 8_000
/** About 150 bytes each. What was seen and is not said costs a question in the inbox at most. */
const MAX_SEEN = 1_000

export interface UnsealedRecord {
  readonly type: 'change' | 'session-open'
  readonly compartment: Hex16
  readonly body: Uint8Array
  readonly seq: number
}

export interface OwnChange {
  readonly change: string
  readonly at: number
  readonly command: string
  readonly undoes: string | null
}

/** The chain names that one body refers to; a name may be known only when the session is (`toNames`). */
class Dictionary {
  readonly chains: Chain[] = []
  private readonly places = new Map<number, number>()

  readonly place = (chain: Chain): number => {
    const known = this.places.get(chain.index)
    if (known !== undefined) return known
    this.places.set(chain.index, this.chains.length)
    this.chains.push(chain)
    return this.chains.length - 1
  }

  ref(engine: Engine, key: OpKey): OpRef {
    const chain = engine.chains.at(engine.chains.mainOf(chainOf(key)))
    return [this.place(chain), seqOf(key), indexOf(key)]
  }

  toNames(): ChainName[] {
    return this.chains.map(({ device, session }) => [device, session])
  }
}

/** Null: one op is too big for a record. */
export function splitIntoParts(
  ops: readonly PlannedOp[],
): { compartment: number; ops: readonly PlannedOp[]; part: number; parts: number }[] | null {
  const groups = new Map<number, PlannedOp[][]>()
  const sizes = new Map<number, number>()
  for (const op of ops) {
    const bytes = utf8Length(JSON.stringify(op))
    if (bytes > MAX_OP_BYTES) return null
    const parts = groups.get(op.compartment) ?? []
    groups.set(op.compartment, parts)
    const size = sizes.get(op.compartment) ?? 0
    const last = parts.at(-1)
    if (last === undefined || last.length >= MAX_PART_OPS || (size > 0 && size + bytes > MAX_PART_BYTES)) {
      parts.push([op])
      sizes.set(op.compartment, bytes)
    } else {
      last.push(op)
      sizes.set(op.compartment, size + bytes)
    }
  }
  return [...groups].flatMap(([compartment, parts]) =>
    parts.map((part, index) => ({ compartment, ops: part, part: index, parts: parts.length })),
  )
}

const encoder = new TextEncoder()

/** Of 100,000 ops nearly none has to be encoded only to be measured. */
const utf8Length = (text: string): number => (isAscii(text) ? text.length : encoder.encode(text).length)

/** Applies a planned change to memory and gives the bodies to seal, in order; each is encoded when it is asked for. */
export function writeChange(
  engine: Engine,
  own: Chain,
  change: OwnChange,
  parts: NonNullable<ReturnType<typeof splitIntoParts>>,
): { readonly write: OwnWrite; readonly bodies: () => Iterable<UnsealedRecord> } {
  const entries: JournalEntry[] = []
  const encoders: (() => UnsealedRecord)[] = []
  for (const [before, { compartment, ops: planned, part, parts: of }] of parts.entries()) {
    const dictionary = new Dictionary()
    const seq = own.unbroken + 1 + before
    const grown = before === 0 ? engine.chains.takeGrown(own, MAX_SEEN) : []
    const seen = grown.map(({ chain, alone }) => engine.chains.headRef(dictionary.place, chain, alone))
    engine.chains.note(
      own.index,
      seq,
      grown.map(({ chain, alone }) => ({ chain: chain.index, seq: chain.unbroken, alone })),
    )
    const ops = planned.map(op => opOf(engine, dictionary, op))
    const { undoes, ...rest } = change
    entries.push({
      ...change,
      chain: own.index,
      seq,
      compartment,
      ops,
      chains: dictionary.chains.map(({ index }) => index),
    })
    encoders.push(() => ({
      type: 'change',
      compartment: engine.compartments[compartment]?.id ?? '',
      seq,
      body: encodeChange({
        ...rest,
        ...(undoes === null ? {} : { undoes }),
        part,
        parts: of,
        before,
        chains: dictionary.toNames(),
        seen,
        ops,
      }),
    }))
  }
  return {
    write: engine.write(own, entries),
    *bodies() {
      for (const encode of encoders) yield encode()
    },
  }
}

function opOf(engine: Engine, dictionary: Dictionary, op: PlannedOp): Op {
  if (op.kind === 'create') return { create: op.create, record: op.record, fields: op.fields }
  const restores = op.restores.map(key => dictionary.ref(engine, key))
  return {
    record: op.record,
    field: op.field,
    ...(op.value === undefined ? { unset: true } : { value: op.value }),
    replaces: op.replaces.map(key => dictionary.ref(engine, key)),
    ...(restores.length === 0 ? {} : { restores }),
  }
}

/** The first record of a session. */
export function writeOpen(engine: Engine, own: Chain, at: number, team: Hex16): () => UnsealedRecord {
  const dictionary = new Dictionary()
  const frontier = engine.chains.frontier(own)
  const earlier = frontier.earlier.slice(-MAX_SEEN)
  const seen = frontier.seen.slice(-MAX_SEEN)
  engine.chains.takeGrown(own, Number.POSITIVE_INFINITY)
  const refs = (chains: readonly { chain: Chain; alone: boolean }[]): HeadRef[] =>
    chains.map(({ chain, alone }) => engine.chains.headRef(dictionary.place, chain, alone))
  const body = {
    at,
    earlier: refs(earlier.map(chain => ({ chain, alone: false }))),
    seen: refs(seen),
  }
  engine.open(
    own,
    earlier.map(chain => ({ chain: chain.index, seq: chain.unbroken, alone: false })),
    seen.map(({ chain, alone }) => ({ chain: chain.index, seq: chain.unbroken, alone })),
  )
  return () => ({
    type: 'session-open',
    compartment: team,
    seq: 1,
    body: encodeOpen({ ...body, chains: dictionary.toNames() }),
  })
}
