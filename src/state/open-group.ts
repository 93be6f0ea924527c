/** Puts an unlocked vault, its log and its tables together into an open group, and takes it apart again on lock. */
import { allKinds } from '#domain/kinds.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Host, RecordLog } from '#host/host.ts'
import { createAttachments } from './attachments.ts'
import { createGate } from './commands/gate.ts'
import { createCommands } from './commands.ts'
import { ensureCare } from './ensure-care.ts'
import { createFeed } from './feed.ts'
import { createNewId } from './ids.ts'
import { createLive } from './live.ts'
import type { Machine, VaultHandle } from './machine.ts'
import type { OpenGroup, OpenStoreProblem } from './session.ts'
import type { TakenIn } from './take-in.ts'

export interface OpenedGroup {
  readonly group: OpenGroup
  readonly log: RecordLog
  sealedRecords(): AsyncIterable<Uint8Array>
  /** Ends everything that was set up: keeps what is on its way, then ends the keys. */
  close(): Promise<void>
}

const kindInfos = allKinds.map(({ kind, compartment, keepBoth }) => ({ kind, compartment, keepBoth }))

export async function openGroup(
  machine: Machine,
  input: {
    readonly host: Host
    readonly vault: VaultHandle
    readonly demo: boolean
    /** Just taken in from a copy: then the tables are filled for the first time, which heals nothing. */
    readonly taken: TakenIn | null
    readonly onProgress: (done: number) => void
  },
): Promise<Result<OpenedGroup, OpenStoreProblem>> {
  const care = await ensureCare(input.host, input.vault)
  if (!care.ok) return care
  const log = await input.host.openRecordLog(input.vault.identity.vaultId)
  if (!log.ok)
    return log.problem.kind === 'closed'
      ? { ok: false, problem: { kind: 'io', code: 'closed' } }
      : { ok: false, problem: log.problem }
  const opened = await machine.openStore({
    sealer: input.vault,
    log: log.value,
    kinds: kindInfos,
    inMemory: input.demo,
    onProgress: input.onProgress,
  })
  if (!opened.ok) {
    await log.value.close()
    return opened
  }
  const { store, notes } = opened.value
  const live = createLive(store)
  const gate = createGate(store)
  const attachments = createAttachments({ host: input.host, vault: input.vault, live })
  const commands = createCommands({
    gate,
    live,
    vault: input.vault,
    attachments,
    newId: createNewId(machine.random),
    random: machine.random,
    now: machine.now,
    today: machine.today,
  })
  return ok({
    group: {
      demo: input.demo,
      host: input.host,
      vault: input.vault,
      store,
      live,
      commands,
      attachments,
      feed: createFeed({ host: input.host, vault: input.vault, store }),
      notes: {
        ...notes,
        ...(input.taken ? { healed: 0 } : {}),
        lostAttachments: input.taken?.lostAttachments ?? 0,
      },
    },
    log: log.value,
    sealedRecords: () => opened.value.sealedRecords(),
    async close() {
      live.stop()
      // What is on its way is sealed and kept first: ending the vault before would lose it.
      await store.close()
      input.vault.terminate()
      await log.value.close()
    },
  })
}
