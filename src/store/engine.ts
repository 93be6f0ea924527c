/**
 * The merge engine: takes opened records in any order, any number of times, and keeps the tables. Knows no disks.
 * Own changes are applied before they are sealed, and can be taken back while nothing of others came between.
 */
import type { CompartmentInfo, OpenedRecord, RecordHeader } from '#vault/vault.ts'
import { type Chain, Chains, hashTag, type Sight } from './chains.ts'
import {
  type BodyProblem,
  type ChainName,
  type ChangeBody,
  type HeadRef,
  isCreate,
  parseChange,
  parseOpen,
} from './change.ts'
import { entryKeys, Journal, type JournalEntry } from './journal.ts'
import { chainOfRecord, opKey, type RecordKey, recordKey, seqOfRecord } from './op-key.ts'
import { type ColdRecords, type RecordImage, type TableRecord, Tables } from './tables.ts'

export interface EngineOptions {
  readonly compartments: readonly CompartmentInfo[]
  /** Last accepted seq of each session of devices that were removed; sessions not named count from nothing. */
  readonly cuts?: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Chains known to be forked, as device + session: see `needsRebuild`. */
  readonly forked?: ReadonlySet<string>
  readonly cold?: ColdRecords
}

export interface Fault {
  readonly header: RecordHeader
  readonly problem: BodyProblem
}

const NO_ROOM: BodyProblem = { kind: 'malformed', at: 'chains' }

type Outcome = 'applied' | 'duplicate' | 'held' | 'noted' | 'refused'

/** A part that waits for the other parts of its change, of the same chain and compartment. */
export interface HeldPart {
  readonly key: RecordKey
  readonly entry: JournalEntry
  readonly part: number
  readonly parts: number
}

/** What a snapshot gives back at once; ordinary records come from its pages when asked for. */
export interface EngineImage {
  readonly chains: readonly Omit<Chain, 'index'>[]
  readonly held: readonly HeldPart[]
  readonly records: readonly TableRecord[]
  readonly recent: readonly JournalEntry[]
}

export interface OwnWrite {
  readonly images: ReadonlyMap<TableRecord, RecordImage | null>
  readonly keys: readonly RecordKey[]
}

export class Engine {
  readonly chains = new Chains()
  readonly journal = new Journal()
  readonly tables: Tables
  readonly faults: Fault[] = []
  /** A fork was found in what had been applied as one chain: start again with these names in `forked`. */
  readonly needsRebuild = new Set<string>()
  readonly held = new Map<string, HeldPart[]>()
  private readonly heldKeys = new Set<RecordKey>()
  readonly compartments: readonly CompartmentInfo[]
  private readonly options: EngineOptions

  constructor(options: EngineOptions) {
    this.options = options
    this.compartments = options.compartments
    this.tables = new Tables(
      this.chains,
      { accepts: key => this.accepts(key), isApplied: key => this.isApplied(key) },
      options.cold ?? null,
    )
    for (const name of options.forked ?? [])
      this.chains.named(name.slice(0, 32), name.slice(32)).forked = true
  }

  private accepts(key: RecordKey): boolean {
    const { cuts } = this.options
    if (cuts === undefined || cuts.size === 0) return true
    const chain = this.chains.at(chainOfRecord(key))
    const sessions = cuts.get(chain.device)
    return sessions === undefined || seqOfRecord(key) <= (sessions.get(chain.session) ?? 0)
  }

  private isApplied(key: RecordKey): boolean {
    return this.chains.has(chainOfRecord(key), seqOfRecord(key)) && !this.heldKeys.has(key)
  }

  /** Continues from a snapshot; before anything is received. */
  restore({ chains, held, records, recent }: EngineImage): void {
    this.chains.restore(chains)
    for (const part of held) {
      const name = this.groupName(part)
      const group = this.held.get(name)
      if (group === undefined) this.held.set(name, [part])
      else group.push(part)
      this.heldKeys.add(part.key)
    }
    for (const record of records) this.tables.adopt(record)
    for (const entry of recent) this.journal.add(entry)
  }

  /** Call `settle` after a batch and before reading. */
  receive(record: Exclude<OpenedRecord, { kind: 'refused' }>): Outcome {
    const { header } = record
    const received = this.chains.receive(header, record.hash)
    if (received.kind === 'absurd') {
      this.faults.push({ header, problem: { kind: 'malformed', at: 'seq' } })
      return 'refused'
    }
    if (received.kind === 'duplicate') return 'duplicate'
    const name = header.device + header.session
    if (received.forked && this.options.forked?.has(name) !== true) this.needsRebuild.add(name)
    const outcome = record.kind === 'opened' ? this.take(received.chain, record) : 'noted'
    if (outcome !== 'held') this.arrived(recordKey(received.chain, header.seq))
    return outcome
  }

  private take(chain: number, { header, body }: Extract<OpenedRecord, { kind: 'opened' }>): Outcome {
    if (header.type === 'control') return 'noted'
    if (header.type === 'session-open') {
      const open = parseOpen(body, header)
      if (!open.ok) return this.refuse(header, open.problem)
      if (!this.chains.hasRoomFor(open.value.chains)) return this.refuse(header, NO_ROOM)
      const at = this.chains.at(chain)
      if (at.twinOf < 0) at.earlier = this.sights(open.value.chains, open.value.earlier)
      this.chains.note(chain, header.seq, this.sights(open.value.chains, open.value.seen))
      return 'noted'
    }
    const parsed = parseChange(body, header)
    if (!parsed.ok) return this.refuse(header, parsed.problem)
    if (!this.chains.hasRoomFor(parsed.value.chains)) return this.refuse(header, NO_ROOM)
    const { part, parts } = parsed.value
    const entry = this.entryOf(chain, header, parsed.value)
    this.chains.note(chain, header.seq, this.sights(parsed.value.chains, parsed.value.seen))
    if (parts === 1) {
      this.apply(entry)
      return 'applied'
    }
    return this.hold({ key: recordKey(chain, header.seq), entry, part, parts })
  }

  private entryOf(chain: number, header: RecordHeader, body: ChangeBody): JournalEntry {
    return {
      chain,
      seq: header.seq,
      compartment: this.compartmentIndex(header.compartment),
      change: body.change,
      at: body.at,
      command: body.command,
      undoes: body.undoes ?? null,
      ops: body.ops,
      chains: body.chains.map(([device, session]) => this.chains.named(device, session).index),
    }
  }

  /** Puts changes that the tables already hold back into the journal, for history and undo. */
  recall(records: readonly OpenedRecord[]): void {
    for (const record of records) {
      if (record.kind !== 'opened' || record.header.type !== 'change') continue
      const { header, hash, body } = record
      const chain = this.chains.indexOf(header, hash)
      if (chain === null) continue
      const key = recordKey(chain, header.seq)
      if (this.heldKeys.has(key) || this.journal.byRecordKey.has(key) || !this.accepts(key)) continue
      const parsed = parseChange(body, header)
      if (parsed.ok && this.chains.hasRoomFor(parsed.value.chains))
        this.journal.add(this.entryOf(chain, header, parsed.value))
    }
  }

  private refuse(header: RecordHeader, problem: BodyProblem): Outcome {
    this.faults.push({ header, problem })
    return 'refused'
  }

  private sights(names: readonly ChainName[], refs: readonly HeadRef[]): Sight[] {
    return refs.map(([index, seq, , alone]) => {
      const [device, session] = names[index] ?? ['', '']
      return { chain: this.chains.named(device, session).index, seq, alone: alone === 1 }
    })
  }

  private compartmentIndex(id: string): number {
    const index = this.compartments.findIndex(compartment => compartment.id === id)
    return index < 0 ? this.compartments.length : index
  }

  /** Applies a compartment's parts together once all are there. In a forked chain a part may come twice. */
  private hold(held: HeldPart): Outcome {
    const name = this.groupName(held)
    const group = this.held.get(name) ?? []
    group.push(held)
    this.held.set(name, group)
    this.heldKeys.add(held.key)
    const numbers = new Set(group.map(({ part }) => part))
    if (numbers.size < held.parts) return 'held'
    for (const each of group) {
      if (!this.heldKeys.delete(each.key)) continue
      this.apply(each.entry)
      if (each !== held) this.arrived(each.key)
    }
    if (!this.chains.at(held.entry.chain).forked) this.held.delete(name)
    return 'applied'
  }

  private groupName({ entry, part, parts }: HeldPart): string {
    const first = entry.seq - part
    return `${this.chains.mainOf(entry.chain)} ${first} ${parts} ${entry.compartment} ${entry.change}`
  }

  /** Parts that still wait for others. */
  waitingParts(): HeldPart[] {
    return [...this.held.values()].flat().filter(({ key }) => this.heldKeys.has(key))
  }

  isHeld(key: RecordKey): boolean {
    return this.heldKeys.has(key)
  }

  private arrived(key: RecordKey): void {
    const chain = chainOfRecord(key)
    this.tables.arrived(recordKey(this.chains.mainOf(chain), seqOfRecord(key)))
  }

  private apply(entry: JournalEntry): void {
    if (this.accepts(recordKey(entry.chain, entry.seq))) this.journal.add(entry)
    const { chain, seq, compartment, at, ops } = entry
    for (const [i, op] of ops.entries()) {
      const key = opKey(chain, seq, i)
      if (isCreate(op)) {
        const write = { key, at, value: undefined, replaces: [], restores: [] }
        this.tables.create(compartment, op.record, op.create, write, op.fields)
        continue
      }
      this.tables.set(compartment, op.record, op.field, {
        key,
        at,
        value: op.unset ? undefined : op.value,
        replaces: entryKeys(entry, op.replaces),
        restores: entryKeys(entry, op.restores),
      })
    }
  }

  settle(): ReadonlySet<TableRecord> {
    this.tables.settle()
    return this.tables.takeTouched()
  }

  /** Applies own parts at the end of the own chain, before they are sealed. */
  write(own: Chain, entries: readonly JournalEntry[]): OwnWrite {
    const images = this.tables.remember()
    for (const entry of entries) {
      this.grow(own)
      this.apply(entry)
    }
    this.tables.settle()
    this.tables.stopRemembering()
    return { images, keys: entries.map(({ chain, seq }) => recordKey(chain, seq)) }
  }

  /** The session-open record of the own chain: takes seq 1. */
  open(own: Chain, earlier: readonly Sight[], seen: readonly Sight[]): void {
    this.grow(own)
    own.earlier = earlier
    this.chains.note(own.index, 1, seen)
  }

  private grow(own: Chain): void {
    own.unbroken += 1
    own.tags.push(0)
  }

  /** The own record at `seq` is sealed: from now on its copy is known as a duplicate. */
  sealed(own: Chain, seq: number, hash: string): void {
    own.tags[seq - 1] = hashTag(hash)
    own.head = hash
  }

  /** Puts memory back to before `writes`, which must be the last ones, newest first. */
  takeBack(writes: readonly OwnWrite[]): void {
    for (const { images, keys } of writes) {
      this.tables.putBack(images)
      this.journal.remove(keys)
    }
  }
}
