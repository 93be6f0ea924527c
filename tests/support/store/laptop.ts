/**
 * A laptop without disks, for stories and properties: the store's memory and a sealer without crypto, all in one tick.
 * What it writes lies in `outbox`; `receive` takes what others wrote.
 */
import type { Json } from '#domain/json.ts'
import { ColdPages } from '#store/cold-pages.ts'
import { Ledger, type LedgerOptions, type PendingWrite } from '#store/ledger.ts'
import { encodePage, isOrdinary } from '#store/page.ts'
import { canSnapshot, readChains, readRest, saveChains, saveRest } from '#store/snapshot-image.ts'
import type { DraftOp, KindInfo } from '#store/store.ts'
import type { TableRecord } from '#store/tables.ts'
import type { CompartmentInfo, OpenedRecord, RecordHeader } from '#vault/vault.ts'
import { compartmentsFor, idOf, sha256, VAULT } from './plain-sealer.ts'

export const KINDS: readonly KindInfo[] = [
  { kind: 'task', compartment: 'team', keepBoth: [] },
  { kind: 'entry', compartment: 'money', keepBoth: ['amount'] },
  { kind: 'newcomer', compartment: 'care', keepBoth: ['name'] },
]

export type Delivery = Exclude<OpenedRecord, { kind: 'refused' }>

export interface LaptopOptions extends Partial<Pick<LedgerOptions, 'cuts' | 'forked' | 'kinds'>> {
  readonly compartments?: readonly CompartmentInfo[]
  /** Minutes by which this laptop's clock is wrong. */
  readonly clockOff?: number
}

export class Laptop {
  ledger: Ledger
  readonly device: string
  readonly name: string
  /** Everything it wrote, in order. */
  readonly outbox: Delivery[] = []
  /** Everything it holds, its own records too: what a reload reads. */
  readonly log: Delivery[] = []
  now = 1_700_000_000_000
  private sessions = 0
  private counter = 0
  private seq = 0
  private prev = '0'.repeat(64)
  private session = ''
  private readonly options: LaptopOptions

  constructor(name: string, options: LaptopOptions = {}) {
    this.name = name
    this.device = idOf(name)
    this.options = options
    this.now += (options.clockOff ?? 0) * 60_000
    this.ledger = this.open()
  }

  private open(
    forked: ReadonlySet<string> = new Set(),
    from: Pick<LedgerOptions, 'image' | 'cold'> = {},
  ): Ledger {
    const { compartments = compartmentsFor(), kinds = KINDS, cuts } = this.options
    this.sessions += 1
    this.seq = 0
    this.prev = '0'.repeat(64)
    this.session = idOf(`${this.name} session ${this.sessions} ${this.marks}`)
    const ledger = new Ledger({
      identity: {
        vaultId: VAULT,
        deviceId: this.device,
        memberId: this.name,
        members: { [this.device]: this.name },
        isCoordinator: true,
        compartments,
      },
      kinds,
      clock: () => this.now,
      random: length => this.random(length),
      ...(cuts === undefined ? {} : { cuts }),
      forked,
      ...from,
    })
    ledger.nameSession(ledger.session, this.session)
    return ledger
  }

  /** Told apart from a clone of itself, which would otherwise mint the same ids. */
  marks = ''

  private random(length: number): Uint8Array {
    this.counter += 1
    return new Uint8Array(Buffer.from(sha256(`${this.name}${this.marks}${this.counter}`), 'hex')).subarray(
      0,
      length,
    )
  }

  /** One user action; returns its change id. Throws if the store has nothing to do or refuses. */
  does(command: string, ...ops: DraftOp[]): string {
    const written = this.ledger.commit({ command, ops })
    if (!written.ok) throw new Error(written.problem.kind)
    return this.send(written.value)
  }

  tries(command: string, ...ops: DraftOp[]): boolean {
    const written = this.ledger.commit({ command, ops })
    if (written.ok) this.send(written.value)
    return written.ok
  }

  undoes(change: string): { change: string; kept: readonly { id: string; field: string }[] } | null {
    if (this.ledger.needsHistory(change)) this.ledger.engine.recall(this.log)
    const undone = this.ledger.undo(change)
    return undone.ok ? { change: this.send(undone.value), kept: undone.value.kept } : null
  }

  creates(kind: string, id: string, fields: Record<string, Json>): string {
    return this.does('create', { op: 'create', kind, id, fields })
  }

  sets(id: string, field: string, value: Json): string {
    return this.does('set', { op: 'set', id, field, value })
  }

  lastChange = ''

  private send(write: PendingWrite): string {
    this.now += 1000
    this.lastChange = write.receipt.change
    for (const { type, compartment, body, seq } of write.records()) {
      this.seq += 1
      if (seq !== this.seq) throw new Error(`seq ${seq} where ${this.seq} is next`)
      const header: RecordHeader = {
        type,
        vault: VAULT,
        compartment,
        device: this.device,
        session: this.session,
        epoch: idOf('epoch'),
        seq,
        prev: this.prev,
      }
      const hash = sha256(JSON.stringify(header) + sha256(body))
      this.prev = hash
      this.ledger.engine.sealed(this.ledger.session, seq, hash)
      const record: Delivery = { kind: 'opened', header, hash, body }
      this.outbox.push(record)
      this.log.push(record)
    }
    return write.receipt.change
  }

  receive(records: readonly Delivery[]): void {
    const readable = (this.options.compartments ?? compartmentsFor()).filter(each => each.readable)
    const opened = records.map(
      (record): Delivery =>
        readable.some(({ id }) => id === record.header.compartment)
          ? record
          : { kind: 'sealed', header: record.header, hash: record.hash },
    )
    this.log.push(...opened)
    this.ledger.receive(opened)
    this.ledger.refresh()
    if (this.ledger.engine.needsRebuild.size > 0) this.rebuild(this.ledger.engine.needsRebuild)
  }

  /** Lock and unlock: a new session, everything read again. */
  reopens(): void {
    this.rebuild(new Set())
  }

  /** A snapshot taken now and read back, through bytes, as at an unlock; what cannot be in one is read again. */
  reloads(): void {
    const { engine } = this.ledger
    if (!canSnapshot(engine) || this.options.cuts !== undefined) {
      this.reopens()
      return
    }
    const cold = new ColdPages()
    // As the product does before it writes pages anew: what is left of the old ones comes into the tables.
    for (let number = 1; number <= this.pages; number += 1)
      for (const record of this.cold.takePage(number)) engine.tables.adopt(record)
    const rests = engine.compartments.flatMap((_, index) => {
      const rest = JSON.parse(JSON.stringify(saveRest(engine, index)))
      const byKind = new Map<string, TableRecord[]>()
      for (const record of engine.tables.in(index).values())
        if (isOrdinary(record)) byKind.set(record.kind, [...(byKind.get(record.kind) ?? []), record])
      for (const [kind, records] of byKind) {
        this.pages += 1
        cold.add(this.pages, index, encodePage(kind, records))
      }
      return readRest(rest, index)
    })
    const chains = readChains(JSON.parse(JSON.stringify(saveChains(engine))))
    const image = {
      chains,
      held: rests.flatMap(({ held }) => held),
      records: rests.flatMap(({ records }) => records),
      recent: rests.flatMap(({ recent }) => recent),
    }
    this.cold = cold
    this.ledger = this.open(new Set(), { image, cold })
    this.ledger.refresh()
  }

  private pages = 0
  private cold = new ColdPages()

  private rebuild(found: ReadonlySet<string>): void {
    let forked = new Set(found)
    this.cold = new ColdPages()
    for (;;) {
      this.ledger = this.open(forked)
      this.ledger.receive(this.log)
      this.ledger.refresh()
      if (this.ledger.engine.needsRebuild.size === 0) return
      forked = new Set([...forked, ...this.ledger.engine.needsRebuild])
    }
  }

  /** The profile copied to a second laptop as it is now. */
  cloned(mark: string): Laptop {
    const copy = new Laptop(this.name, this.options)
    copy.marks = mark
    copy.now = this.now
    copy.log.push(...this.log)
    copy.reopens()
    return copy
  }

  value(id: string, field: string): Json | undefined {
    return this.ledger.views.get(id)?.fields[field]
  }

  /** All that people could see, to compare laptops. */
  picture(): unknown {
    const { views, inbox, engine } = this.ledger
    const kinds = [...new Set(KINDS.map(({ kind }) => kind))]
    return {
      live: kinds.map(kind => views.all(kind)),
      trash: views.trash(),
      inbox: inbox.decisions(),
      clones: engine.chains.clones(),
    }
  }
}
