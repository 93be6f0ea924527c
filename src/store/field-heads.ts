/**
 * The heads of one field: which of its ops nothing covers (the rule stands in `change.ts`).
 *
 * [Note: contested fields] Almost always a field has one head and nothing else is kept of it. Its graph of ops is kept
 * only while something could still change what is covered: an op named in `replaces` has not come yet, a ring, a cut
 * op, or a forked chain. From the first such sign to the last, every op of the field is a node; ops before were either
 * heads (nodes without edges) or covered for good.
 */
import { type Json, jsonEquals } from '#domain/json.ts'
import type { OpKey, RecordKey } from './op-key.ts'

export interface Head {
  readonly key: OpKey
  readonly at: number
  /** `undefined`: unset. */
  readonly value: Json | undefined
  readonly restores?: readonly OpKey[]
  /** Written by the creation of the record: not an edit. */
  readonly creates?: true
  /** Records named by `replaces` whose chain was not complete when this came. */
  readonly waits?: readonly RecordKey[]
}

export interface OpNode extends Head {
  readonly replaces: readonly OpKey[]
  readonly accepted: boolean
}

export interface Field {
  /** The shown one first. Empty: only cut ops so far. */
  heads: readonly Head[]
  graph: Map<OpKey, OpNode> | null
}

export type CompareOps = (a: OpKey, b: OpKey) => number

export const byShown =
  (compare: CompareOps) =>
  (a: Head, b: Head): number =>
    b.at - a.at || compare(b.key, a.key)

/** Covers the heads in `replaces` and adds one. Only for a field without a graph. */
export function addHead(
  heads: readonly Head[],
  head: Head,
  replaces: readonly OpKey[],
  compare: CompareOps,
): readonly Head[] {
  if (heads.length === 0 || (heads.length === 1 && replaces.includes(heads[0]?.key ?? -1))) return [head]
  const kept = heads.filter(({ key }) => !replaces.includes(key))
  kept.push(head)
  return kept.sort(byShown(compare))
}

export function graphOf(heads: readonly Head[]): Map<OpKey, OpNode> {
  return new Map(heads.map(head => [head.key, { ...head, replaces: [], accepted: true }]))
}

export interface GraphHeads {
  readonly heads: readonly Head[]
  readonly hasRing: boolean
}

/**
 * Heads by the definition, in one pass over the rings (strongly connected parts), those that cover before those that
 * are covered. `expand` gives the keys that a reference may mean (a fork has several).
 */
export function headsOfGraph(
  graph: ReadonlyMap<OpKey, OpNode>,
  expand: (key: OpKey) => readonly OpKey[],
  compare: CompareOps,
): GraphHeads {
  const edges = new Map<OpKey, OpKey[]>()
  for (const node of graph.values())
    edges.set(
      node.key,
      node.replaces.flatMap(expand).filter(key => graph.has(key)),
    )
  const rings = ringsOf(edges)
  const ringOf = new Map<OpKey, number>()
  for (const [index, ring] of rings.entries()) for (const key of ring) ringOf.set(key, index)
  const covered = new Set<number>()
  const heads: Head[] = []
  let hasRing = false
  for (let index = rings.length - 1; index >= 0; index -= 1) {
    const ring = rings[index] ?? []
    if (ring.length > 1) hasRing = true
    const accepted = ring.filter(key => graph.get(key)?.accepted === true)
    if (accepted.length > 0 && !covered.has(index)) {
      const top = graph.get(accepted.reduce((a, b) => (compare(a, b) > 0 ? a : b)))
      if (top !== undefined) heads.push(headOfNode(top))
    }
    if (accepted.length === 0 && !covered.has(index)) continue
    for (const key of ring)
      for (const next of edges.get(key) ?? []) {
        const other = ringOf.get(next) ?? index
        if (other !== index) covered.add(other)
      }
  }
  return { heads: heads.sort(byShown(compare)), hasRing }
}

function headOfNode({ key, at, value, restores, creates, waits }: OpNode): Head {
  return {
    key,
    at,
    value,
    ...(restores === undefined ? {} : { restores }),
    ...(creates === undefined ? {} : { creates }),
    ...(waits === undefined ? {} : { waits }),
  }
}

/** Tarjan's strongly connected components, without recursion: a long chain of edits is a deep graph. */
function ringsOf(edges: ReadonlyMap<OpKey, readonly OpKey[]>): OpKey[][] {
  const order = new Map<OpKey, number>()
  const low = new Map<OpKey, number>()
  const open: OpKey[] = []
  const isOpen = new Set<OpKey>()
  const rings: OpKey[][] = []
  for (const root of edges.keys()) {
    if (order.has(root)) continue
    const path: { key: OpKey; next: number }[] = []
    const enter = (key: OpKey) => {
      order.set(key, order.size)
      low.set(key, order.size - 1)
      open.push(key)
      isOpen.add(key)
      path.push({ key, next: 0 })
    }
    enter(root)
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = edges.get(step.key)?.[step.next]
      step.next += 1
      if (target !== undefined) {
        if (!order.has(target)) enter(target)
        else if (isOpen.has(target)) lower(low, step.key, order.get(target) ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent !== undefined) lower(low, parent.key, low.get(step.key) ?? 0)
      if (low.get(step.key) === order.get(step.key)) rings.push(closeRing(open, isOpen, step.key))
    }
  }
  return rings
}

function lower(low: Map<OpKey, number>, key: OpKey, value: number): void {
  if (value < (low.get(key) ?? 0)) low.set(key, value)
}

function closeRing(open: OpKey[], isOpen: Set<OpKey>, root: OpKey): OpKey[] {
  const ring: OpKey[] = []
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    ring.push(key)
    isOpen.delete(key)
    if (key === root) break
  }
  return ring
}

/** One head for each different value, the shown one first. */
export function distinctHeads(heads: readonly Head[]): readonly Head[] {
  if (heads.length < 2) return heads
  const distinct: Head[] = []
  for (const head of heads)
    if (!distinct.some(other => jsonEquals(other.value, head.value))) distinct.push(head)
  return distinct
}
