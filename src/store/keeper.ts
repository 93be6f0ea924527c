/**
 * From memory to disk: changes that are already on the screen are sealed and appended to the record log in order; its
 * acknowledgement is *saved*. Where the log refuses, memory goes back to what is on disk.
 *
 * [Note: a seq is sealed once] After an input/output error the same bytes are appended once more (the log has moved to
 * a new segment). If that is refused too, the session ends: its next seq is never sealed a second time with other
 * content, because the first bytes may have reached the disk after all.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { AppendProblem, RecordLog } from '#host/host.ts'
import type { Sealer } from '#vault/vault.ts'
import { NO_HASH } from './chains.ts'
import { MAX_SEQ } from './change.ts'
import type { Ledger, PendingWrite } from './ledger.ts'
import type { CommitProblem } from './store.ts'
import type { UnsealedRecord } from './writer.ts'

/** A session ends well before its chain is full. */
const SESSION_SEQS = MAX_SEQ - 50_000

const BREATH_BYTES = 2 * 1024 * 1024
const breath = () => new Promise<void>(resume => setTimeout(resume, 0))

interface Queued {
  readonly pending: PendingWrite
  readonly done: (result: Result<void, CommitProblem>) => void
}

export interface KeeperOptions {
  readonly sealer: Sealer
  readonly log: RecordLog
  readonly ledger: () => Ledger
  readonly onSaved: (records: readonly Uint8Array[]) => void
  /** Memory was put back; these kinds changed. */
  readonly onRefused: (problem: CommitProblem, kinds: ReadonlySet<string>) => void
  readonly onChange: () => void
}

export class Keeper {
  private queue: Queued[] = []
  /** Sealed and handed to the log, not yet acknowledged. */
  private inFlight: Queued[] = []
  private running: Promise<void> | null = null
  private hasSession = false
  private saved = { seq: 0, head: NO_HASH }
  private readonly options: KeeperOptions

  constructor(options: KeeperOptions) {
    this.options = options
  }

  get waiting(): number {
    return this.queue.length + this.inFlight.length
  }

  enqueue(pending: PendingWrite): Promise<Result<void, CommitProblem>> {
    return new Promise(done => {
      this.queue.push({ pending, done })
      this.running ??= this.run().finally(() => {
        this.running = null
      })
    })
  }

  /** Resolves when nothing is waiting. Whoever continues at once sees memory and log agree. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      this.inFlight = this.queue
      this.queue = []
      const result = await this.save().catch((): Result<void, CommitProblem> => {
        // The vault's worker is gone (locked in the middle of a write) or a copy misbehaved: nothing was acknowledged.
        return err({ kind: 'io', code: 'stopped' })
      })
      const batch = this.inFlight
      this.inFlight = []
      if (result.ok) for (const { done } of batch) done(ok(undefined))
      else this.refuse(batch, result.problem)
      this.options.onChange()
    }
    if (this.saved.seq > SESSION_SEQS) this.endSession()
  }

  private async save(): Promise<Result<void, CommitProblem>> {
    const { sealer, log, onSaved } = this.options
    const ledger = this.options.ledger()
    if (!this.hasSession) {
      ledger.nameSession(ledger.session, await sealer.beginSession())
      this.hasSession = true
    }
    const own = ledger.session
    const records = await this.encode()
    const sealed = await sealer.seal(records)
    const bytes = sealed.map(record => record.bytes)
    let result: Result<void, AppendProblem> = await log.append(bytes)
    if (!result.ok && result.problem.kind === 'io') result = await log.append(bytes)
    if (!result.ok) return err(result.problem)
    for (const [index, { header, hash }] of sealed.entries()) {
      if (header.seq !== records[index]?.seq) throw new Error('the vault counts otherwise than the store')
      ledger.engine.sealed(own, header.seq, hash)
      this.saved = { seq: header.seq, head: hash }
    }
    onSaved(bytes)
    return ok(undefined)
  }

  /** A big import has a hundred bodies: now and then the page can draw. */
  private async encode(): Promise<readonly UnsealedRecord[]> {
    const records: UnsealedRecord[] = []
    let bytes = 0
    for (const { pending } of this.inFlight)
      for (const record of pending.records()) {
        records.push(record)
        bytes += record.body.length
        if (bytes < BREATH_BYTES) continue
        bytes = 0
        await breath()
      }
    return records
  }

  private refuse(batch: readonly Queued[], problem: CommitProblem): void {
    const refused = [...batch, ...this.queue]
    this.queue = []
    const ledger = this.options.ledger()
    const kinds = ledger.takeBack(refused.map(({ pending }) => pending.write).reverse())
    this.endSession()
    this.options.onRefused(problem, kinds)
    for (const { done } of refused) done(err(problem))
  }

  private endSession(): void {
    this.options.ledger().endSession(this.saved.seq, this.saved.head)
    this.hasSession = false
    this.saved = { seq: 0, head: NO_HASH }
  }

  /** Memory was read anew: what follows belongs to a new session. */
  startOver(): void {
    this.hasSession = false
    this.saved = { seq: 0, head: NO_HASH }
  }
}
