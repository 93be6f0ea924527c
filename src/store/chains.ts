/**
 * Which records have been received, chain by chain: duplicates, gaps, forks, copied profiles, and who had seen what.
 * A chain is one (device, session). [Note: one chain a session]
 *
 * [Note: twins] Two records with one (device, session, seq) are a fork: a resumed machine image, or somebody hostile.
 * The second is kept under a chain index of its own (`twinOf`), so that op keys stay unique in memory.
 */
import type { ChainName, HeadRef } from './change.ts'
import { MAX_SEQ } from './change.ts'
import { chainOf, indexOf, MAX_CHAINS, type OpKey, seqOf } from './op-key.ts'
import type { ChainHead } from './store.ts'

export interface Sight {
  readonly chain: number
  readonly seq: number
  /** Says nothing of that device's sessions before. */
  readonly alone: boolean
}

export interface Chain {
  readonly index: number
  readonly device: string
  session: string
  /** Index of the chain whose (device, session) this shares, or -1. */
  readonly twinOf: number
  /** All of 1 … unbroken have been received. */
  unbroken: number
  /** Hash of the record at `unbroken`; zeros at 0. */
  head: string
  /** First 52 bits of the hash of each record up to `unbroken`: enough to tell a duplicate from a fork. */
  tags: number[]
  readonly beyond: Map<number, { readonly hash: string; readonly prev: string }>
  /** From the session-open record, or null until it is here. */
  earlier: readonly Sight[] | null
  /** What the writer had seen, each from its own seq on. */
  readonly sights: { readonly at: number; readonly sight: Sight }[]
  forked: boolean
}

export type Received =
  | { readonly kind: 'new'; readonly chain: number; readonly forked: boolean }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'absurd' }

export interface Place {
  readonly device: string
  readonly session: string
  readonly seq: number
  readonly prev: string
}

/** Chains known by name only, and by records received; the rest is for this laptop's own sessions. */
const MAX_NAMED = MAX_CHAINS - 2 ** 16
const MAX_RECEIVED = MAX_CHAINS - 2 ** 10

export const NO_HASH = '0'.repeat(64)
export const hashTag = (hash: string) => Number.parseInt(hash.slice(0, 13), 16)

export class Chains {
  readonly list: Chain[] = []
  private readonly byName = new Map<string, Chain>()
  private readonly twins = new Map<number, Chain[]>()
  private readonly complete = new Set<number>()
  /** Chains that grew since the last own record was written. */
  readonly grown = new Set<number>()

  at(index: number): Chain {
    const chain = this.list[index]
    if (chain === undefined) throw new Error('no such chain')
    return chain
  }

  /** The chain of that name, made if it was not known: a reference may come before what it names. */
  named(device: string, session: string): Chain {
    return this.byName.get(device + session) ?? this.add(device, session, -1)
  }

  /** The own chain before its session has a name; `name` must follow before anything is sealed. */
  unnamed(device: string): Chain {
    return this.add(device, '', -1)
  }

  name(chain: Chain, session: string): void {
    chain.session = session
    this.byName.set(chain.device + session, chain)
  }

  /**
   * Whether all these names can be known. What bodies merely name may not take the last places: somebody who names
   * thousands that do not exist must not keep real sessions out, or the group from opening.
   */
  hasRoomFor(names: readonly ChainName[]): boolean {
    if (this.list.length + names.length <= MAX_NAMED) return true
    const unknown = names.filter(([device, session]) => !this.byName.has(device + session))
    return unknown.length === 0 || this.list.length + unknown.length <= MAX_NAMED
  }

  private add(device: string, session: string, twinOf: number): Chain {
    const index = this.list.length
    if (index >= MAX_CHAINS) throw new Error('more sessions than this format can hold')
    const chain: Chain = {
      index,
      device,
      session,
      twinOf,
      unbroken: 0,
      head: NO_HASH,
      tags: [],
      beyond: new Map(),
      earlier: null,
      sights: [],
      forked: false,
    }
    this.list.push(chain)
    if (twinOf < 0 && session !== '') this.byName.set(device + session, chain)
    return chain
  }

  receive(place: Place, hash: string): Received {
    if (!(place.seq >= 1 && place.seq <= MAX_SEQ)) return { kind: 'absurd' }
    if (this.list.length >= MAX_RECEIVED && !this.byName.has(place.device + place.session))
      return { kind: 'absurd' }
    const chain = this.named(place.device, place.session)
    const known = this.tagAt(chain, place.seq)
    if (known === undefined) {
      chain.beyond.set(place.seq, { hash, prev: place.prev })
      this.advance(chain)
      return { kind: 'new', chain: chain.index, forked: chain.forked }
    }
    const tag = hashTag(hash)
    if (known === tag) return { kind: 'duplicate' }
    return this.receiveTwin(chain, place, hash)
  }

  /** Under which chain this very record is here already, or null. */
  indexOf(place: Pick<Place, 'device' | 'session' | 'seq'>, hash: string): number | null {
    const chain = this.byName.get(place.device + place.session)
    if (chain === undefined) return null
    const found = this.twinsOf(chain.index).find(
      index => this.tagAt(this.at(index), place.seq) === hashTag(hash),
    )
    return found ?? null
  }

  private receiveTwin(chain: Chain, place: Place, hash: string): Received {
    const twins = this.twins.get(chain.index) ?? []
    this.twins.set(chain.index, twins)
    chain.forked = true
    for (const twin of twins) if (twin.beyond.get(place.seq)?.hash === hash) return { kind: 'duplicate' }
    let free = twins.find(twin => !twin.beyond.has(place.seq))
    if (free === undefined) {
      if (this.list.length >= MAX_RECEIVED) return { kind: 'absurd' }
      free = this.add(chain.device, chain.session, chain.index)
      twins.push(free)
    }
    free.forked = true
    free.beyond.set(place.seq, { hash, prev: place.prev })
    return { kind: 'new', chain: free.index, forked: true }
  }

  private advance(chain: Chain): void {
    for (let next = chain.beyond.get(chain.unbroken + 1); next !== undefined; ) {
      if (next.prev !== chain.head) chain.forked = true
      chain.unbroken += 1
      chain.head = next.hash
      chain.tags.push(hashTag(next.hash))
      chain.beyond.delete(chain.unbroken)
      this.grown.add(chain.index)
      next = chain.beyond.get(chain.unbroken + 1)
    }
  }

  private tagAt(chain: Chain, seq: number): number | undefined {
    if (seq <= chain.unbroken) return chain.tags[seq - 1]
    const record = chain.beyond.get(seq)
    return record === undefined ? undefined : hashTag(record.hash)
  }

  has(chain: number, seq: number): boolean {
    const found = this.at(chain)
    return seq <= found.unbroken || found.beyond.has(seq)
  }

  /** The chain and its twins: what a reference into a forked chain may mean. */
  twinsOf(chain: number): readonly number[] {
    const main = this.mainOf(chain)
    const twins = this.twins.get(main)
    return twins === undefined ? [main] : [main, ...twins.map(twin => twin.index)]
  }

  mainOf(chain: number): number {
    const { twinOf } = this.at(chain)
    return twinOf < 0 ? chain : twinOf
  }

  /** Order of op names, the same on every laptop. */
  compare(a: OpKey, b: OpKey): number {
    if (a === b) return 0
    // Within one chain a key grows with seq and i.
    if (chainOf(a) === chainOf(b)) return a - b
    const one = this.at(chainOf(a))
    const two = this.at(chainOf(b))
    if (one !== two) {
      if (one.device !== two.device) return one.device < two.device ? -1 : 1
      if (one.session !== two.session) return one.session < two.session ? -1 : 1
    }
    if (seqOf(a) !== seqOf(b)) return seqOf(a) - seqOf(b)
    if (indexOf(a) !== indexOf(b)) return indexOf(a) - indexOf(b)
    return (this.tagAt(one, seqOf(a)) ?? 0) - (this.tagAt(two, seqOf(b)) ?? 0)
  }

  /** Takes what a record says its writer has seen. */
  note(chain: number, seq: number, sights: readonly Sight[]): void {
    const { sights: noted } = this.at(chain)
    for (const sight of sights) noted.push({ at: seq, sight })
  }

  /** Had the writer of (chain, seq) received (target, targetSeq)? `null` while records are missing that would tell. */
  saw(chain: number, seq: number, target: number, targetSeq: number): boolean | null {
    const from = this.at(this.mainOf(chain))
    const to = this.mainOf(target)
    if (from.index === to) return targetSeq <= seq
    let unknown = from.unbroken < seq || from.earlier === null
    const device = this.at(to).device
    const queue = (from.earlier ?? []).slice()
    for (const { at, sight } of from.sights) if (at <= seq) queue.push(sight)
    const visited = new Set<number>()
    for (let sight = queue.pop(); sight !== undefined; sight = queue.pop()) {
      if (sight.chain === to) {
        if (sight.seq >= targetSeq) return true
        continue
      }
      const through = this.at(sight.chain)
      if (sight.alone || through.device !== device || visited.has(sight.chain)) continue
      visited.add(sight.chain)
      if (through.earlier === null) unknown = true
      else queue.push(...through.earlier)
    }
    return unknown ? null : false
  }

  /** All of the chain's records so far and all of the sessions it names as earlier, all the way back. */
  private isComplete(chain: Chain): boolean {
    if (this.complete.has(chain.index)) return true
    const pending = [chain]
    const walked = new Set<number>()
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.complete.has(next.index) || walked.has(next.index)) continue
      walked.add(next.index)
      if (next.earlier === null || next.unbroken === 0) return false
      for (const sight of next.earlier) {
        const before = this.at(sight.chain)
        if (before.unbroken < sight.seq) return false
        pending.push(before)
      }
    }
    for (const index of walked) this.complete.add(index)
    return true
  }

  /** Heads that a session-open names: of the own device, and of all others. */
  frontier(own: Chain): { readonly earlier: Chain[]; readonly seen: { chain: Chain; alone: boolean }[] } {
    const reached = new Set<number>()
    for (const chain of this.list)
      if (chain !== own && chain.unbroken > 0 && this.isComplete(chain))
        for (const sight of chain.earlier ?? [])
          if (sight.seq >= this.at(sight.chain).unbroken) reached.add(sight.chain)
    const heads = this.list.filter(
      chain => chain !== own && chain.unbroken > 0 && chain.twinOf < 0 && !reached.has(chain.index),
    )
    return {
      earlier: heads.filter(chain => chain.device === own.device),
      seen: heads
        .filter(chain => chain.device !== own.device)
        .map(chain => ({ chain, alone: !this.isComplete(chain) })),
    }
  }

  /** What has been received since the last own record, and forgets it; the rest waits for the next. */
  takeGrown(own: Chain, limit: number): { chain: Chain; alone: boolean }[] {
    this.grown.delete(own.index)
    const taken = [...this.grown].slice(0, limit)
    for (const index of taken) this.grown.delete(index)
    return taken.map(index => ({ chain: this.at(index), alone: !this.isComplete(this.at(index)) }))
  }

  /** Takes back own records that the log refused: they were never written. */
  cutBack(own: Chain, unbroken: number, head: string): void {
    own.unbroken = unbroken
    own.head = head
    own.tags.length = unbroken
    own.beyond.clear()
    if (unbroken === 0) own.earlier = null
    const kept = own.sights.filter(({ at }) => at <= unbroken)
    own.sights.splice(0, own.sights.length, ...kept)
    this.complete.delete(own.index)
    this.grown.delete(own.index)
  }

  heads(): readonly ChainHead[] {
    return this.list.map(({ device, session, unbroken }) => ({ device, session, seq: unbroken }))
  }

  /** Devices that wrote on two laptops at once, or from a copy put back: two sessions that did not see each other. */
  clones(): readonly string[] {
    const ends = new Map<string, number>()
    const cloned = new Set<string>()
    const reached = new Set<number>()
    for (const { earlier } of this.list)
      for (const sight of earlier ?? [])
        if (sight.seq >= this.at(sight.chain).unbroken) reached.add(sight.chain)
    for (const chain of this.list) {
      if (chain.forked || (chain.earlier?.length ?? 0) > 1) cloned.add(chain.device)
      if (chain.earlier !== null && chain.unbroken > 0 && chain.twinOf < 0 && !reached.has(chain.index))
        ends.set(chain.device, (ends.get(chain.device) ?? 0) + 1)
    }
    for (const [device, count] of ends) if (count > 1) cloned.add(device)
    return [...cloned].sort()
  }

  /** Records that other records prove to exist, and that have not come. */
  gaps(): {
    readonly device: string
    readonly session: string
    readonly from: number
    readonly to: number
  }[] {
    const named = new Map<number, number>()
    const claim = ({ chain, seq }: Sight) => named.set(chain, Math.max(named.get(chain) ?? 0, seq))
    for (const chain of this.list) {
      for (const sight of chain.earlier ?? []) claim(sight)
      for (const { sight } of chain.sights) claim(sight)
    }
    const gaps: { device: string; session: string; from: number; to: number }[] = []
    for (const { index, device, session, twinOf, unbroken, beyond } of this.list) {
      if (twinOf >= 0) continue
      let from = unbroken + 1
      for (const seq of [...beyond.keys()].sort((a, b) => a - b)) {
        if (seq > from) gaps.push({ device, session, from, to: seq - 1 })
        from = seq + 1
      }
      const claimed = named.get(index) ?? 0
      if (claimed >= from) gaps.push({ device, session, from, to: claimed })
    }
    return gaps
  }

  /** Puts chains from a snapshot in their places; op keys in its pages count on them. */
  restore(chains: readonly Omit<Chain, 'index'>[]): void {
    for (const chain of chains) {
      const added = this.add(chain.device, chain.session, chain.twinOf)
      Object.assign(added, chain)
    }
  }

  /** Hash at the head, for references in what is written next. */
  headRef(dictionary: (chain: Chain) => number, chain: Chain, alone: boolean): HeadRef {
    const index = dictionary(chain)
    return alone ? [index, chain.unbroken, chain.head, 1] : [index, chain.unbroken, chain.head]
  }
}
