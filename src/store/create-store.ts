/**
 * Opens a group's store: memory from what is on this laptop, and from then on every change through memory, vault, log
 * and database, in this order. The composition root makes one a group and unlock.
 */

import { err, ok, type Result } from '#domain/result.ts'
import type { AppendProblem } from '#host/host.ts'
import type { RefusedReason, Sealer } from '#vault/vault.ts'
import { clockDoubts } from './clock-doubt.ts'
import { BATCH, type Copies, catchUp, compareInFull, readRecords } from './copies.ts'
import { openDatabase } from './database.ts'
import { Keeper } from './keeper.ts'
import { Ledger } from './ledger.ts'
import { createMirror } from './mirror.ts'
import type { IngestReport, OpenReport, OpenStore, StoreParts } from './open-store.ts'
import { type LoadedSnapshot, loadSnapshot, Snapshots } from './snapshots.ts'
import type { ChangeDraft, ChangeId, CommitProblem, CommitReceipt, SaveStatus, Store } from './store.ts'

/** Records after the last snapshot that call for a new one; fewer where the snapshot is small. */
const TAIL_LIMIT = 1_000
const TAIL_LEAST = 100

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
  private snapshots: Snapshots
  private sinceSnapshot = 0
  private fromSnapshot = false
  private lastSnapshot: Promise<boolean> = Promise.resolve(true)
  /** Memory is being read anew: changes wait for it. */
  private rebuilding: Promise<void> | null = null
  private refused: Partial<Record<RefusedReason, number>> = {}
  private readonly parts: StoreParts

  constructor(parts: StoreParts) {
    this.parts = parts
    this.ledger = this.createLedger(new Set(), null)
    this.snapshots = new Snapshots(this.snapshotParts, this.ledger, null)
    this.copies = {
      sealer: parts.sealer,
      log: parts.log,
      database: parts.database,
      counts: { logRecords: 0, records: 0, lastN: 0, damaged: 0 },
      report: { healedInLog: 0, healedInDatabase: 0, damaged: 0, databaseRebuilt: false },
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
        this.considerSnapshot(records.length)
      },
      onRefused: (problem, kinds) => {
        this.refusal = problem
        this.notify(kinds)
      },
      onChange: () => this.notify(new Set()),
    })
    this.report = this.createReport()
  }

  private createLedger(forked: ReadonlySet<string>, loaded: LoadedSnapshot | null): Ledger {
    const { sealer, kinds, clock, random } = this.parts
    const from = loaded === null ? {} : { image: loaded.image, cold: loaded.cold }
    return new Ledger({ identity: sealer.identity, kinds, clock, random, forked, ...from })
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
      const loaded = forked.size > 0 ? null : await loadSnapshot(this.snapshotParts)
      const ledger = this.createLedger(forked, loaded)
      const snapshots = new Snapshots(this.snapshotParts, ledger, loaded)
      this.refused = {}
      let done = 0
      for await (const { batch } of readRecords(this.copies, loaded?.n ?? 0)) {
        this.take(ledger, await this.parts.sealer.open(batch))
        done += batch.length
        this.parts.progress?.({ step: 'reading', done, of: Math.max(of, done) })
        await breath()
      }
      ledger.refresh()
      const { needsRebuild } = ledger.engine
      if (needsRebuild.size === 0) {
        this.ledger = ledger
        this.snapshots = snapshots
        this.sinceSnapshot = done
        this.fromSnapshot = loaded !== null
        this.historyLoaded = loaded === null ? Promise.resolve() : null
        this.copies.counts.lastN = await this.lastN()
        this.keeper.startOver()
        return
      }
      for (const name of needsRebuild) forked.add(name)
    }
  }

  private get snapshotParts() {
    const { sealer, database, random } = this.parts
    return { sealer, database, random, breath }
  }

  private async lastN(): Promise<number> {
    const last = await this.parts.database.records
      .orderBy('n')
      .last()
      .catch(() => undefined)
    return last?.n ?? 0
  }

  /** One at a time: each builds on the pages of the one before. */
  snapshot(): Promise<boolean> {
    this.lastSnapshot = this.lastSnapshot.then(() => this.takeSnapshot()).catch(() => false)
    return this.lastSnapshot
  }

  private async takeSnapshot(): Promise<boolean> {
    const { snapshots, keeper } = this
    // A record that only a newer program can open would lie behind the snapshot for good.
    if (this.closed || this.refused['newer-format'] !== undefined) return false
    this.sinceSnapshot = 0
    const isQuiet = () =>
      keeper.waiting === 0 && this.mirror.isIdle && !this.closed && this.snapshots === snapshots
    return await snapshots.take(
      isQuiet,
      () => this.settled(),
      () => this.copies.counts.lastN,
    )
  }

  /** At idle, once the tail is long enough to be felt at the next opening. */
  private considerSnapshot(added: number): void {
    this.sinceSnapshot += added
    const limit = Math.min(TAIL_LIMIT, Math.max(TAIL_LEAST, this.snapshots.rows / 4))
    if (this.sinceSnapshot < limit || this.closed) return
    this.sinceSnapshot = 0
    setTimeout(() => void this.snapshot(), 0)
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
      fromSnapshot: this.fromSnapshot,
      ...report,
      refused: this.refused,
      waiting: chains.gaps(),
      incomplete: [...held.values()].filter(group => group.some(({ key }) => this.ledger.engine.isHeld(key)))
        .length,
      clones: chains.clones(),
      newer: this.snapshots.newer,
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

  clockDoubts() {
    const { sealer, clock } = this.parts
    return clockDoubts(this.ledger.engine, sealer.identity.deviceId, clock())
  }

  changes(limit: number) {
    return this.ledger.inbox.changes(limit)
  }

  heads() {
    return this.ledger.engine.chains.heads()
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
    this.historyLoaded ??= this.readHistory()
    return this.historyLoaded
  }

  private async readHistory(): Promise<void> {
    const of = this.copies.counts.records
    let done = 0
    for await (const { batch } of readRecords(this.copies, 0)) {
      this.ledger.engine.recall(await this.parts.sealer.open(batch))
      done += batch.length
      this.parts.progress?.({ step: 'history', done, of: Math.max(of, done) })
      await breath()
    }
    this.notify(new Set())
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
        else if (
          fresh.has(record.hash) ||
          this.ledger.engine.chains.indexOf(record.header, record.hash) !== null
        )
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
      this.considerSnapshot(fresh.size)
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
