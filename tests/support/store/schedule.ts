/**
 * Random groups: laptops that write, lock, get copied, and hand each other records late, twice and in any order. One
 * number decides everything, so that a failure can be run again.
 */
import { deepStrictEqual } from 'node:assert/strict'
import type { DraftOp } from '#store/store.ts'
import { KINDS, Laptop } from './laptop.ts'
import { laptopPicture, referencePicture } from './reference-model.ts'

export interface ScheduleSize {
  readonly laptops: number
  readonly ops: number
}

export interface ScheduleResult {
  readonly ops: number
  readonly deliveries: number
  readonly reloads: number
  /** Decisions left in the inbox at the end. */
  readonly pairs: number
}

/** Mulberry32: small, seeded, good enough to choose with. */
export function createDice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export function shuffled<T>(items: readonly T[], dice: (below: number) => number): T[] {
  const copy = items.slice()
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = dice(i + 1)
    const held = copy[i] as T
    copy[i] = copy[j] as T
    copy[j] = held
  }
  return copy
}

/** Runs one schedule and compares every laptop with the reference; throws where they differ. */
export function runSchedule(seed: number, { laptops: count, ops }: ScheduleSize): ScheduleResult {
  const dice = createDice(seed)
  const laptops = Array.from(
    { length: count },
    (_, i) => new Laptop(`laptop ${i}`, { clockOff: dice(3) * 60 }),
  )
  const result = { ops: 0, deliveries: 0, reloads: 0, pairs: 0 }
  const ids: Record<string, string[]> = { task: [], entry: [], newcomer: [] }
  const changes: string[] = []
  while (result.ops < ops) {
    const laptop = laptops[dice(laptops.length)] as Laptop
    const roll = dice(100)
    if (roll < 62) result.ops += act(laptop, dice, ids, changes)
    else if (roll < 90) result.deliveries += deliverSome(laptop, laptops, dice)
    else if (roll < 92) laptop.reopens()
    else if (roll < 93 && laptops.length < count + 2) laptops.push(laptop.cloned(`copy ${laptops.length}`))
    else {
      laptop.reloads()
      result.reloads += 1
    }
  }
  const everything = laptops.flatMap(laptop => laptop.outbox)
  const expected = referencePicture(everything, KINDS)
  result.pairs = expected.pairs.length
  for (const laptop of laptops) {
    const all = shuffled(everything, dice)
    for (let from = 0; from < all.length; from += 1 + dice(20)) {
      const batch = all.slice(from, from + 40)
      laptop.receive(batch)
      result.deliveries += batch.length
      if (dice(4) === 0) {
        laptop.reloads()
        result.reloads += 1
      }
    }
    laptop.receive(all)
    deepStrictEqual(laptopPicture(laptop, KINDS), expected, `seed ${seed}, ${laptop.name}`)
    laptop.ledger.engine.recall(everything)
    const written = everything.filter(({ header }) => header.type === 'change').length
    if (laptop.ledger.engine.journal.byRecordKey.size !== written)
      throw new Error(`seed ${seed}: a change is lost`)
    if (laptop.ledger.engine.chains.gaps().length > 0) throw new Error(`seed ${seed}: a gap is left`)
  }
  return result
}

const FIELDS = ['amount', 'name', 'note']

function act(
  laptop: Laptop,
  dice: (below: number) => number,
  ids: Record<string, string[]>,
  changes: string[],
): number {
  const kind = (['task', 'entry', 'newcomer'] as const)[dice(3)] ?? 'task'
  const known = ids[kind] ?? []
  const roll = dice(100)
  if (known.length === 0 || roll < (known.length < 6 ? 18 : 5)) {
    // One id in six is made again on another laptop, as an imported row is.
    const again = known.length > 0 && dice(6) === 0
    const id = again ? (known[dice(known.length)] as string) : `${kind}${known.length}`
    if (!known.includes(id)) known.push(id)
    laptop.tries('create', { op: 'create', kind, id, fields: { amount: dice(4), name: `n${dice(3)}` } })
    return 1
  }
  if (roll < 30 && changes.length > 0) {
    const undone = laptop.undoes(changes[Math.max(0, changes.length - 1 - dice(8))] as string)
    if (undone !== null) changes.push(undone.change)
    return 1
  }
  const draft: DraftOp[] = Array.from({ length: 1 + dice(3) }, () =>
    edit(known[dice(known.length)] as string, dice),
  )
  const written = laptop.ledger.views.get(draft[0]?.id ?? '') === undefined ? null : attempt(laptop, draft)
  if (written !== null) changes.push(written)
  return draft.length
}

function attempt(laptop: Laptop, draft: readonly DraftOp[]): string | null {
  const before = laptop.outbox.length
  if (!laptop.tries('edit', ...draft)) return null
  return laptop.outbox.length > before ? laptop.lastChange : null
}

function edit(id: string, dice: (below: number) => number): DraftOp {
  const field = FIELDS[dice(FIELDS.length)] as string
  const roll = dice(20)
  if (roll < 2) return { op: 'delete', id }
  if (roll < 4) return { op: 'restore', id }
  if (roll < 6) return { op: 'unset', id, field }
  if (roll < 8) return { op: 'settle', id, field, value: dice(5) }
  return { op: 'set', id, field, value: dice(5) }
}

/** A handful of what others wrote: late, out of order, some of it twice. */
function deliverSome(laptop: Laptop, laptops: readonly Laptop[], dice: (below: number) => number): number {
  const from = laptops[dice(laptops.length)] as Laptop
  const source = dice(3) === 0 ? from.log : from.outbox
  if (source.length === 0) return 0
  const start = dice(source.length)
  const some = source.slice(start, start + 1 + dice(30)).filter(() => dice(10) > 1)
  const batch = dice(2) === 0 ? shuffled(some, dice) : some
  laptop.receive(batch)
  if (dice(4) === 0) laptop.receive(batch)
  return batch.length
}
