/**
 * Opens a group's store: memory from what is on this laptop, and from then on every change through memory, vault, log
 * and database, in this order. The composition root makes one a group and unlock.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { AppendProblem, RecordLog } from '#host/host.ts'
import type { RefusedReason, Sealer } from '#vault/vault.ts'
import { BATCH, type Copies, catchUp, compareInFull, readRecords } from './copies.ts'
import { openDatabase, type StoreDatabase } from './database.ts'
import { Keeper } from './keeper.ts'
import { Ledger } from './ledger.ts'
import { createMirror } from './mirror.ts'
import type {
  ChangeDraft,
  ChangeId,
  CommitProblem,
  CommitReceipt,
  KindInfo,
  SaveStatus,
  Store,
} from './store.ts'

export interface StoreParts {
  readonly sealer: Sealer
  readonly log: RecordLog
  readonly database: StoreDatabase
  readonly kinds: readonly KindInfo[]
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (byteLength: number) => Uint8Array
  readonly progress?: (progress: OpenProgress) => void
  /** How long to wait before the second copy is tried again. */
  readonly retryMs?: number
}

export interface OpenProgress {
  readonly step: 'reading' | 'comparing' | 'history'
  readonly done: number
  readonly of: number
}

export interface Gap {
  readonly device: string
  readonly session: string
  readonly from: number
  readonly to: number
}

/** What opening found. Everything here is for people to know; none of it stops them. */
export interface OpenReport {
  /** Sealed records that count, own and others'. */
  readonly records: number
  readonly healedInLog: number
  readonly healedInDatabase: number
  readonly databaseRebuilt: boolean
  /** Damaged in both copies, or never whole: what was read and not taken, by reason. */
  readonly refused: Readonly<Partial<Record<RefusedReason, number>>>
  /** Records that others prove to exist and that are not here; later ones of the same chain count all the same. */
  readonly waiting: readonly Gap[]
  /** Changes of which a part is still missing. */
  readonly incomplete: number
  /** Devices that wrote on two laptops at once, or from a copy put back. */
  readonly clones: readonly string[]
  /** Bodies of a newer version of this program. */
  readonly newer: number
  /** Bodies that break the format. */
  readonly malformed: number
}

export interface IngestReport {
  readonly added: number
  readonly duplicates: number
  readonly refused: Readonly<Partial<Record<RefusedReason, number>>>
  readonly waiting: readonly Gap[]
  readonly clones: readonly string[]
}

export interface OpenStore extends Store {
  readonly report: OpenReport
  /** `history`, `changes` and `undo` reach back to the last snapshot; after this, to the beginning. */
  loadHistory(): Promise<void>
  /** For a sealed copy: every record of the log, in batches of at most about 1 MiB. */
  allSealedRecords(): AsyncIterable<readonly Uint8Array[]>
  /** Takes sealed records from elsewhere (a copy, a shared folder), in any order, any number of times. */
  ingest(records: readonly Uint8Array[]): Promise<Result<IngestReport, AppendProblem>>
}

export async function createStore(parts: StoreParts): Promise<OpenStore> {
  const store = new KeptStore(parts)
  await store.open()
  return store
}

class KeptStore implements OpenStore {
  report: OpenReport
  private ledger: Ledger
  private readonly keeper: Keeper
  private mirror: ReturnType<typeof createMirror>
  private readonly copies: Copies
  private readonly listeners = new Set<(kinds: ReadonlySet<string>) => void>()
  private refusal: CommitProblem | null = null
  private closed = false
  private historyLoaded: Promise<void> | null = null
  /** Memory is being read anew: changes wait for it. */
  private rebuilding: Promise<void> | null = null
  private refused: Partial<Record<RefusedReason, number>> = {}
  private readonly parts: StoreParts

  constructor(parts: StoreParts) {
    this.parts = parts
    this.ledger = this.createLedger(new Set())
    this.copies = {
      sealer: parts.sealer,
      log: parts.log,
      database: parts.database,
      counts: { logRecords: 0, records: 0 },
      report: { healedInLog: 0, healedInDatabase: 0, databaseRebuilt: false },
      isDatabaseLost: false,
    }
    this.mirror = createMirror({
      database: parts.database,
      counts: this.copies.counts,
      onChange: () => this.notify(new Set()),
      ...(parts.retryMs === undefined ? {} : { retryMs: parts.retryMs }),
    })
    this.keeper = new Keeper({
      sealer: parts.sealer,
      log: parts.log,
      ledger: () => this.ledger,
      onSaved: records => {
        this.refusal = null
        this.mirror.add(records)
      },
      onRefused: (problem, kinds) => {
        this.refusal = problem
        this.notify(kinds)
      },
      onChange: () => this.notify(new Set()),
    })
    this.report = this.createReport()
  }

  private createLedger(forked: ReadonlySet<string>): Ledger {
    const { sealer, kinds, clock, random } = this.parts
    return new Ledger({ identity: sealer.identity, kinds, clock, random, forked })
  }

  async open(): Promise<void> {
    const { copies } = this
    copies.report.databaseRebuilt = !(await openDatabase(this.parts.database).catch(() => false))
    const of = (await this.parts.log.stats()).records
    if (!(await catchUp(copies))) await this.compare(of)
    await this.read(of)
    const stats = await this.parts.log.stats()
    if (Object.keys(this.refused).length > 0 && stats.records > 0) {
      await this.compare(of)
      await this.read(of)
    }
    this.report = this.createReport()
  }

  private async compare(of: number): Promise<void> {
    await compareInFull(this.copies, done => {
      if (done % BATCH === 0) this.parts.progress?.({ step: 'comparing', done, of })
    })
  }

  /** Fills memory; again from the start when a fork is found in what had been read as one chain. */
  private async read(of: number): Promise<void> {
    const forked = new Set<string>()
    for (;;) {
      const ledger = this.createLedger(forked)
      this.refused = {}
      let done = 0
      for await (const { batch } of readRecords(this.copies, 0)) {
        this.take(ledger, await this.parts.sealer.open(batch))
        done += batch.length
        this.parts.progress?.({ step: 'reading', done, of: Math.max(of, done) })
        await breath()
      }
      ledger.refresh()
      const { needsRebuild } = ledger.engine
      if (needsRebuild.size === 0) {
        this.ledger = ledger
        this.keeper.startOver()
        return
      }
      for (const name of needsRebuild) forked.add(name)
    }
  }

  private take(ledger: Ledger, opened: Awaited<ReturnType<Sealer['open']>>): ReturnType<Ledger['receive']> {
    for (const record of opened)
      if (record.kind === 'refused') this.refused[record.reason] = (this.refused[record.reason] ?? 0) + 1
    return ledger.receive(opened)
  }

  private createReport(): OpenReport {
    const { chains, faults, held } = this.ledger.engine
    const { counts, report } = this.copies
    return {
      records: Math.max(counts.records, counts.logRecords),
      ...report,
      refused: this.refused,
      waiting: chains.gaps(),
      incomplete: [...held.values()].filter(group => group.some(({ key }) => this.ledger.engine.isHeld(key)))
        .length,
      clones: chains.clones(),
      newer: faults.filter(({ problem }) => problem.kind === 'newer-format').length,
      malformed: faults.filter(({ problem }) => problem.kind !== 'newer-format').length,
    }
  }

  get(id: string) {
    return this.ledger.views.get(id)
  }

  all(kind: string) {
    return this.ledger.views.all(kind)
  }

  trash(kind?: string) {
    return this.ledger.views.trash(kind)
  }

  history(id: string, field?: string) {
    return this.ledger.inbox.history(id, field)
  }

  changes(limit: number) {
    return this.ledger.inbox.changes(limit)
  }

  inbox() {
    return this.ledger.inbox.decisions()
  }

  async commit(draft: ChangeDraft): Promise<Result<CommitReceipt, CommitProblem>> {
    if (this.rebuilding !== null) await this.rebuilding
    if (this.closed) return err({ kind: 'closed' })
    const written = this.ledger.commit(draft)
    if (!written.ok) return written
    const saved = this.keeper.enqueue(written.value)
    this.notify(written.value.kinds)
    const result = await saved
    return result.ok ? ok(written.value.receipt) : result
  }

  async undo(change: ChangeId): ReturnType<Store['undo']> {
    if (this.rebuilding !== null) await this.rebuilding
    if (this.ledger.needsHistory(change)) await this.loadHistory()
    if (this.closed) return err({ kind: 'closed' })
    const written = this.ledger.undo(change)
    if (!written.ok) return written
    const saved = this.keeper.enqueue(written.value)
    this.notify(written.value.kinds)
    const result = await saved
    return result.ok ? ok({ ...written.value.receipt, kept: written.value.kept }) : result
  }

  status(): SaveStatus {
    const { waiting } = this.keeper
    if (waiting > 0) return { kind: 'saving', waiting }
    if (this.refusal !== null) return { kind: 'refused', problem: this.refusal }
    return { kind: this.mirror.isRepairing ? 'repairing' : 'saved' }
  }

  subscribe(listener: (kinds: ReadonlySet<string>) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private notify(kinds: ReadonlySet<string>): void {
    for (const listener of [...this.listeners]) listener(kinds)
  }

  async settled(): Promise<void> {
    await this.keeper.idle()
    await this.mirror.settled()
  }

  loadHistory(): Promise<void> {
    this.historyLoaded ??= Promise.resolve()
    return this.historyLoaded
  }

  allSealedRecords(): AsyncIterable<readonly Uint8Array[]> {
    return this.parts.log.read()
  }

  async ingest(records: readonly Uint8Array[]): Promise<Result<IngestReport, AppendProblem>> {
    const refused: Partial<Record<RefusedReason, number>> = {}
    let added = 0
    let duplicates = 0
    for (let from = 0; from < records.length; from += BATCH) {
      if (this.closed) return err({ kind: 'closed' })
      const batch = records.slice(from, from + BATCH)
      const opened = await this.parts.sealer.open(batch)
      await this.keeper.idle()
      const fresh = new Map<string, { bytes: Uint8Array; record: (typeof opened)[number] }>()
      for (const [index, record] of opened.entries()) {
        const bytes = batch[index]
        if (record.kind === 'refused') refused[record.reason] = (refused[record.reason] ?? 0) + 1
        else if (fresh.has(record.hash) || this.ledger.engine.chains.knows(record.header, record.hash))
          duplicates += 1
        else if (bytes !== undefined) fresh.set(record.hash, { bytes, record })
      }
      if (fresh.size === 0) continue
      const appended = await this.parts.log.append([...fresh.values()].map(({ bytes }) => bytes))
      if (!appended.ok) return appended
      // Own changes may have been written meanwhile; memory takes nothing of others while they could be put back.
      await this.keeper.idle()
      this.mirror.add([...fresh.values()].map(({ bytes }) => bytes))
      this.ledger.receive([...fresh.values()].map(({ record }) => record))
      added += fresh.size
      this.notify(this.ledger.refresh())
      await breath()
    }
    if (this.ledger.engine.needsRebuild.size > 0) {
      this.rebuilding = this.rebuild()
      await this.rebuilding
      this.rebuilding = null
    }
    const { chains } = this.ledger.engine
    return ok({ added, duplicates, refused, waiting: chains.gaps(), clones: chains.clones() })
  }

  /** A fork was found: what had been applied as one chain is read again as two. */
  private async rebuild(): Promise<void> {
    await this.settled()
    await this.read(this.copies.counts.records)
    this.notify(new Set(this.parts.kinds.map(({ kind }) => kind)))
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    await this.settled()
    this.mirror.stop()
    this.listeners.clear()
    this.parts.database.dexie.close()
    await this.parts.log.close()
  }
}

/** Lets the page paint between batches. */
const breath = () => new Promise<void>(resume => setTimeout(resume, 0))
