/**
 * The store's memory: engine, views and inbox together, with own changes written in one step. Everything here is
 * synchronous and knows no disk; `create-store.ts` adds sealing and keeping.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { Identity, OpenedRecord } from '#vault/vault.ts'
import type { Chain } from './chains.ts'
import type { PlannedOp } from './draft.ts'
import { lacksHistory, planDraft, planUndo } from './draft.ts'
import { Engine, type EngineImage, type EngineOptions, type OwnWrite } from './engine.ts'
import { Inbox } from './inbox.ts'
import type { ChangeDraft, ChangeId, CommitProblem, CommitReceipt, KeptByOthers, KindInfo } from './store.ts'
import type { TableRecord } from './tables.ts'
import { Views } from './views.ts'
import { splitIntoParts, type UnsealedRecord, writeChange, writeOpen } from './writer.ts'

export interface LedgerOptions extends Omit<EngineOptions, 'compartments'> {
  readonly identity: Identity
  readonly kinds: readonly KindInfo[]
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (byteLength: number) => Uint8Array
  /** The snapshot to continue from. */
  readonly image?: EngineImage
}

/** An own change in memory that is not on disk yet. */
export interface PendingWrite {
  readonly receipt: CommitReceipt
  readonly kinds: ReadonlySet<string>
  readonly write: OwnWrite
  /** To be called when the session has its name; each is encoded when it is asked for. */
  readonly records: () => Iterable<UnsealedRecord>
  readonly lastSeq: number
}

export interface PendingUndo extends PendingWrite {
  readonly kept: readonly KeptByOthers[]
}

export class Ledger {
  readonly engine: Engine
  readonly views: Views
  readonly inbox: Inbox
  private own: Chain
  private lastAt = 0
  private readonly kinds: ReadonlyMap<string, KindInfo>
  private readonly options: LedgerOptions

  constructor(options: LedgerOptions) {
    const { identity, kinds, clock: _clock, random: _random, image, ...rest } = options
    this.options = options
    this.kinds = new Map(kinds.map(kind => [kind.kind, kind]))
    this.engine = new Engine({ ...rest, compartments: identity.compartments })
    this.views = new Views(this.engine.tables, this.engine.chains, this.kinds, identity.compartments)
    this.inbox = new Inbox(this.engine, this.views, this.kinds)
    if (image !== undefined) {
      this.engine.restore(image)
      this.inbox.refresh(image.records)
    }
    this.own = this.engine.chains.unnamed(identity.deviceId)
  }

  get session(): Chain {
    return this.own
  }

  /** The session's id came from the vault; own ops written before have it from now on. */
  nameSession(chain: Chain, session: string): void {
    this.engine.chains.name(chain, session)
  }

  /** The next write begins a new chain. The one before keeps only what was acknowledged. */
  endSession(unbroken: number, head: string): void {
    this.engine.chains.cutBack(this.own, unbroken, head)
    this.own = this.engine.chains.unnamed(this.options.identity.deviceId)
  }

  commit(draft: ChangeDraft): Result<PendingWrite, CommitProblem> {
    const planned = planDraft(this.context, draft.ops)
    return planned.ok ? this.write(draft.command, null, planned.value) : planned
  }

  /** True: `loadHistory` first, or values that this change replaced are not known. */
  needsHistory(change: ChangeId): boolean {
    const entries = this.engine.journal.entries(change)
    return entries.length === 0 || lacksHistory(this.engine, entries)
  }

  undo(change: ChangeId): Result<PendingUndo, CommitProblem> {
    const entries = this.engine.journal.entries(change)
    const { ops, kept } = planUndo(this.context, entries)
    if (ops.length === 0) return err({ kind: 'nothing-to-do' })
    const command = this.engine.journal.isUndone(change) ? 'undoAgain' : 'undo'
    const written = this.write(command, change, ops)
    return written.ok ? ok({ ...written.value, kept }) : written
  }

  private get context() {
    return { engine: this.engine, views: this.views, kinds: this.kinds }
  }

  private write(
    command: string,
    undoes: ChangeId | null,
    ops: readonly PlannedOp[],
  ): Result<PendingWrite, CommitProblem> {
    const parts = splitIntoParts(ops)
    if (parts === null) return err({ kind: 'too-big' })
    const team = this.options.identity.compartments.find(({ kind }) => kind === 'team')
    if (team?.readable !== true) return err({ kind: 'compartment-sealed', compartment: 'team' })
    const at = Math.max(this.options.clock(), this.lastAt)
    this.lastAt = at
    const change = hex(this.options.random(16))
    const open = this.own.unbroken === 0 ? writeOpen(this.engine, this.own, at, team.id) : null
    const { write, bodies } = writeChange(this.engine, this.own, { change, at, command, undoes }, parts)
    return ok({
      receipt: { change, at },
      kinds: this.refresh(),
      write,
      *records() {
        if (open !== null) yield open()
        yield* bodies()
      },
      lastSeq: this.own.unbroken,
    })
  }

  /** Puts memory back to before `writes`, newest first; returns the kinds that changed. */
  takeBack(writes: readonly OwnWrite[]): Set<string> {
    this.engine.takeBack(writes)
    return this.refresh()
  }

  /** Takes opened records without bringing the views up to date: call `refresh` after the batch. */
  receive(records: readonly OpenedRecord[]): { readonly applied: number; readonly duplicates: number } {
    let applied = 0
    let duplicates = 0
    for (const record of records) {
      if (record.kind === 'refused') continue
      const outcome = this.engine.receive(record)
      if (outcome === 'duplicate') duplicates += 1
      else applied += 1
    }
    return { applied, duplicates }
  }

  /** Told of every changed record. */
  onTouched: ((touched: ReadonlySet<TableRecord>) => void) | null = null

  refresh(): Set<string> {
    const touched = this.engine.settle()
    this.onTouched?.(touched)
    this.inbox.refresh(touched)
    return this.views.refresh(touched)
  }
}

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
