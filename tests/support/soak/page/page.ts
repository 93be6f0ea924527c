/**
 * The product without its screens: the machine, session and workers that `src/app/main.tsx` puts together, with their
 * functions on `window` for a test to call. It is built and served beside the product, never with it.
 */
import { z } from 'zod/mini'
import { createMachine } from '#app/machine.ts'
import { pickHost } from '#app/pick-host.ts'
import { createWorkerFactory } from '#app/trusted-workers.ts'
import { allKinds } from '#domain/kinds.ts'
import { createImportClient } from '#imports/import-client.ts'
import { endOf } from '#state/long-work.ts'
import { createSessionStore, type EntryProblem, type OpenGroup, type OpenNotes } from '#state/session.ts'
import { createSessionActions } from '#state/session-actions.ts'
import type { CommitProblem } from '#store/store.ts'
import { plannedChange, type Tables } from '../plan.ts'

export interface SoakPage {
  readonly started: Promise<string>
  phase(): string
  startGroup(passphrase: string): Promise<{ problem: EntryProblem | null; paperSecret: string | null }>
  unlock(passphrase: string): Promise<{ problem: EntryProblem | null; notes: OpenNotes | null }>
  /** Resolves when everything is in both copies. */
  settle(): Promise<void>
  lock(): Promise<void>
  /** Writes the plan from change `from` on, without end, several at a time as a busy person would. */
  begin(seed: number, from: number): void
  /** Resolves when so many changes of the plan were acknowledged, with the number. */
  untilAcknowledged(changes: number): Promise<number>
  /** Writes changes `from` to `to` of the plan one after another; stops at the first that is refused. */
  write(seed: number, from: number, to: number): Promise<{ done: number; problem: CommitProblem | null }>
  tables(): Tables
  status(): string
  freeBytes(): Promise<number | null>
  addAccount(name: string): Promise<string>
  importBankFile(accountId: string, name: string, text: string): Promise<number>
  sealedRecords(): Promise<number[][]>
  ingest(records: number[][]): Promise<{ added: number; clones: number; waiting: number }>
  saveSealedCopy(): Promise<string>
  openSealedCopy(bytes: number[], passphrase: string): Promise<EntryProblem | null>
  recover(bytes: number[] | null, paperSecret: string, passphrase: string): Promise<EntryProblem | null>
}

declare global {
  interface Window {
    soak: SoakPage
  }
}

z.config({ jitless: true })

const AT_ONCE = 3

const workers = createWorkerFactory(window)
const machine = createMachine(pickHost(window, workers), workers)
const session = createSessionStore('en')
const actions = createSessionActions(machine, session)

function opened(): OpenGroup {
  const { open } = session.getState()
  if (open === null) throw new Error('the group is locked')
  return open
}

let acknowledged = 0
let refusal: CommitProblem | null = null
const waiting = new Set<() => void>()

function begin(seed: number, from: number): void {
  const { store } = opened()
  acknowledged = from
  let next = from
  const writeOn = async (): Promise<void> => {
    while (refusal === null) {
      const change = next
      next += 1
      const result = await store.commit(plannedChange(seed, change))
      if (!result.ok) refusal ??= result.problem
      // Acknowledgements come in order; what counts is how far they are unbroken.
      else acknowledged = Math.max(acknowledged, change + 1)
      for (const look of waiting) look()
    }
  }
  for (let i = 0; i < AT_ONCE; i += 1) void writeOn()
}

function untilAcknowledged(changes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (refusal !== null) reject(new Error(`refused: ${JSON.stringify(refusal)}`))
      else if (acknowledged < changes) return
      waiting.delete(look)
      resolve(acknowledged)
    }
    waiting.add(look)
    look()
  })
}

async function write(seed: number, from: number, to: number) {
  for (let change = from; change < to; change += 1) {
    const result = await opened().store.commit(plannedChange(seed, change))
    if (!result.ok) return { done: change, problem: result.problem }
  }
  return { done: to, problem: null }
}

/** Records of the plan: the group's own first records are not among them. */
const OUTSIDE = new Set(['group', 'member', 'account', 'safety-event'])

function tables(): Tables {
  const { store } = opened()
  const found: Tables = {}
  for (const { kind } of allKinds)
    for (const each of OUTSIDE.has(kind) ? [] : [...store.all(kind), ...store.trash(kind)])
      found[each.id] = [each.kind, each.deleted, { ...each.fields }]
  return found
}

async function importBankFile(accountId: string, name: string, text: string): Promise<number> {
  const { commands } = opened()
  const client = createImportClient(workers.bankFiles())
  const read = await client.read({ name, bytes: new TextEncoder().encode(text) })
  client.close()
  if (!read.ok) throw new Error(`not read: ${read.problem.kind}`)
  let added = 0
  for (const file of read.value.accounts) {
    const plan = await endOf(commands.planSteps(accountId, file))
    const input = { account: accountId, plan, sorting: new Map(), fileHash: '', format: 'csv' }
    const result = await commands.importBankFile(input)
    if (result.ok) added += plan.rows.filter(({ choice }) => choice === 'add').length
  }
  return added
}

const entryProblem = (result: {
  readonly ok: boolean
  readonly problem?: EntryProblem
}): EntryProblem | null => result.problem ?? null

window.soak = {
  started: actions.start().then(() => session.getState().phase.kind),
  phase: () => session.getState().phase.kind,
  async startGroup(passphrase) {
    const result = await actions.startGroup({ passphrase, name: 'Soak', nameOnPaper: 'Soak', myName: 'S' })
    return { problem: entryProblem(result), paperSecret: session.getState().paperSecret }
  },
  async unlock(passphrase) {
    await actions.unlock(passphrase)
    const { phase, open } = session.getState()
    return { problem: phase.kind === 'locked' ? phase.problem : null, notes: open?.notes ?? null }
  },
  settle: () => opened().store.settled(),
  lock: () => actions.lock(),
  begin,
  untilAcknowledged,
  write,
  tables,
  status: () => opened().store.status().kind,
  freeBytes: () => machine.host.freeBytes(),
  async addAccount(name) {
    const result = await opened().commands.addAccount({ name })
    return result.id
  },
  importBankFile,
  async sealedRecords() {
    const all: number[][] = []
    const { store } = opened()
    if (!('allSealedRecords' in store)) throw new Error('not a store of this laptop')
    const records = store as unknown as { allSealedRecords(): AsyncIterable<readonly Uint8Array[]> }
    for await (const batch of records.allSealedRecords()) all.push(...batch.map(bytes => [...bytes]))
    return all
  },
  async ingest(records) {
    const store = opened().store as unknown as {
      ingest(records: readonly Uint8Array[]): Promise<{
        ok: boolean
        value: { added: number; clones: readonly string[]; waiting: readonly unknown[] }
      }>
    }
    const { value } = await store.ingest(records.map(bytes => new Uint8Array(bytes)))
    return { added: value.added, clones: value.clones.length, waiting: value.waiting.length }
  },
  async saveSealedCopy() {
    const result = await actions.saveSealedCopy()
    return result.ok ? (result.value.reopened ? 'reopened' : 'saved') : result.problem.kind
  },
  openSealedCopy: async (bytes, passphrase) =>
    entryProblem(await actions.openSealedCopy({ copy: new Uint8Array(bytes), passphrase })),
  recover: async (bytes, paperSecret, passphrase) =>
    entryProblem(
      await actions.recover({ copy: bytes === null ? null : new Uint8Array(bytes), paperSecret, passphrase }),
    ),
}
