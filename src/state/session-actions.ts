/**
 * From one phase to the next: start a group, unlock, lock, recover, open a sealed copy, try the demo. Each either ends
 * in its phase or says why not, with nothing half-written: key files are complete before the log gets its first record.
 *
 * The lock screen waits for this file: what only an answer to it needs is imported where it is used.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { Host, OpenedFile, OpenProblem, Preferences } from '#host/host.ts'
import type { Identity, KeyFileSet } from '#vault/vault.ts'
import { bytesToHex } from './ids.ts'
import type { Machine, VaultHandle } from './machine.ts'
import type { OpenedGroup } from './open-group.ts'
import { phaseBeforeOpen } from './phase-before-open.ts'
import { readSealedCopy, type SealedCopyCheck, verifySealedCopy, writeSealedCopy } from './sealed-copy.ts'
import { type EntryProblem, type OpenStoreProblem, type SessionStore, setPreferences } from './session.ts'

/** The paper secret until the sheet is proven, sealed to this device. Not among the files of the vault's index, so in no copy. */
const UNPROVEN_SHEET = 'unproven-sheet.age'
const MAX_SEALED_COPY = 512 * 1024 * 1024
/** Records of a copy that go into the log at once: the desktop takes 256 MiB, and a record may have one. */
const TAKE_AT_A_TIME = 200

/** A group that comes from elsewhere, or from the key files that are here. */
interface Source {
  readonly files: KeyFileSet
  readonly records: readonly Uint8Array[]
  /** False: the copy's digest differs, so each record is looked at before it goes into the log for good. */
  readonly isWhole: boolean
}

export interface SessionActions {
  /** Finds out whether a group is on this laptop and whether another window has it open. */
  start(): Promise<void>
  startGroup(input: {
    readonly passphrase: string
    readonly name: string
    readonly nameOnPaper: string
    readonly myName: string
  }): Promise<Result<void, OpenStoreProblem>>
  unlock(passphrase: string): Promise<void>
  lock(): Promise<void>
  recover(input: {
    readonly copy: Uint8Array | null
    readonly paperSecret: string
    readonly passphrase: string
  }): Promise<Result<void, EntryProblem>>
  openSealedCopy(input: {
    readonly copy: Uint8Array
    readonly passphrase: string
  }): Promise<Result<void, EntryProblem>>
  tryDemo(): Promise<void>
  leaveDemo(): Promise<void>
  changePassphrase(input: {
    readonly current: string
    readonly next: string
  }): Promise<Result<void, EntryProblem>>
  /** Saves one file with everything where the person chooses, reads it back, counts and compares. */
  saveSealedCopy(): Promise<
    Result<SealedCopyCheck, { readonly kind: 'cancelled' | 'disk-full' | 'io' | 'differs' }>
  >
  /** The sheet is proven: its secret is on paper only from now on. */
  forgetPaperSecret(): Promise<void>
  /** What this laptop's host promises of keeping; a browser may throw everything away. */
  readonly durability: Host['durability']
  /** Language and theme, kept in clear on this laptop. */
  setPreferences(change: Partial<Preferences>): Promise<void>
  /** The person picks a sealed copy; nothing is read into the group yet. */
  chooseSealedCopy(): Promise<Result<OpenedFile, OpenProblem>>
  /** Deletes the open group from this laptop, keys first. Other laptops and sealed copies are not touched. */
  removeGroup(): Promise<void>
}

export function createSessionActions(machine: Machine, session: SessionStore): SessionActions {
  let opened: OpenedGroup | null = null
  let writer: { release(): void } | null = null

  const working = (what: 'creating' | 'unlocking' | 'opening' | 'recovering', done = 0) =>
    session.setState({ phase: { kind: 'working', what, done } })
  const onProgress = (done: number) => {
    if (session.getState().phase.kind === 'working') working('opening', done)
  }

  /** In the order that the vault gives them: after a crash between two, what is there can still be opened. */
  async function writeKeyFiles(host: Host, files: KeyFileSet): Promise<Result<void, OpenStoreProblem>> {
    for (const [name, bytes] of Object.entries(files)) {
      const written = await host.keyFiles.replace(name, bytes)
      if (!written.ok) return refused(written.problem)
    }
    return ok(undefined)
  }

  async function openWith(
    host: Host,
    vault: VaultHandle,
    demo: boolean,
  ): Promise<Result<OpenedGroup, OpenStoreProblem>> {
    working('opening')
    // Loaded here, not with the page: the lock screen needs none of it.
    const { openGroup } = await import('./open-group.ts')
    const result = await openGroup(machine, { host, vault, demo, onProgress })
    if (!result.ok) {
      vault.terminate()
      return result
    }
    opened = result.value
    return result
  }

  function show(group: OpenedGroup, setUpStep: number | null = null): void {
    session.setState({ phase: { kind: 'open' }, open: group.group, setUpStep })
  }

  /** Writes another laptop's group here: every sealed record into the log, then the key files, `device.age` last. */
  async function takeIn(
    host: Host,
    vault: VaultHandle,
    files: KeyFileSet,
    identity: Identity,
    from: Source,
  ): Promise<Result<OpenedGroup, OpenStoreProblem>> {
    const failed = (problem: Parameters<typeof refused>[0]) => {
      vault.terminate()
      return refused(problem)
    }
    const log = await host.openRecordLog(identity.vaultId)
    if (!log.ok) return failed(log.problem)
    for (let at = 0; at < from.records.length; at += TAKE_AT_A_TIME) {
      const batch = from.records.slice(at, at + TAKE_AT_A_TIME)
      const appended = await log.value.append(from.isWhole ? batch : await soundOnes(vault, batch))
      if (appended.ok) continue
      await log.value.close()
      return failed(appended.problem)
    }
    await log.value.close()
    const wasHere = (await host.keyFiles.read('genesis')) !== null
    const written = await writeKeyFiles(host, files)
    if (!written.ok) {
      // Half a group that came from elsewhere is none; one that was here stays.
      if (!wasHere) await host.keyFiles.remove('genesis')
      vault.terminate()
      return written
    }
    return openWith(host, vault, false)
  }

  /** Taken before it is tried: why a locked group did not open is still true after a recovery that failed. */
  function wayBack() {
    const before = session.getState().phase
    return async (problem: EntryProblem): Promise<Result<never, EntryProblem>> => {
      session.setState({ phase: before.kind === 'locked' ? before : await phaseBeforeOpen(machine.host) })
      return err(problem)
    }
  }

  return {
    async start() {
      const preferences = await machine.host.preferences.read()
      session.setState(state => ({
        preferences: { ...preferences, language: preferences.language ?? state.preferences.language },
      }))
      const claim = await machine.host.claimWriter()
      if (!claim.ok) return session.setState({ phase: { kind: 'already-open' } })
      writer = claim.value
      session.setState({ phase: await phaseBeforeOpen(machine.host) })
    },

    async startGroup({ passphrase, name, nameOnPaper, myName }) {
      working('creating')
      const vault = machine.createVault()
      const memberId = bytesToHex(machine.random(16))
      const created = await vault.create({ passphrase, memberId })
      const back = (problem: OpenStoreProblem) => {
        vault.terminate()
        session.setState({ phase: { kind: 'first-run' } })
        return err(problem)
      }
      const written = await writeKeyFiles(machine.host, created.files)
      if (!written.ok) return back(written.problem)
      const result = await openWith(machine.host, vault, false)
      if (!result.ok) return back(result.problem)
      const { firstRecords } = await import('./first-records.ts')
      const first = await result.value.group.store.commit(
        firstRecords({ name, nameOnPaper, myName, memberId }),
      )
      if (!first.ok)
        return back(
          first.problem.kind === 'disk-full'
            ? { kind: 'disk-full' }
            : { kind: 'io', code: first.problem.kind },
        )
      const kept = await vault.keepForSelf(new TextEncoder().encode(created.paperSecret))
      // Not being able to keep it is no reason to stop: the sheet is on the screen now.
      await machine.host.keyFiles.replace(UNPROVEN_SHEET, kept)
      session.setState({ paperSecret: created.paperSecret })
      show(result.value, 2)
      return ok(undefined)
    },

    async unlock(passphrase) {
      working('unlocking')
      // What comes next is loaded while the passphrase is worked on.
      void import('./open-group.ts')
      const vault = machine.createVault()
      const unlocked = await vault.unlock({ files: await keyFilesOf(machine.host), passphrase })
      if (!unlocked.ok) {
        vault.terminate()
        return session.setState({ phase: { kind: 'locked', problem: unlocked.problem } })
      }
      const result = await openWith(machine.host, vault, false)
      if (!result.ok) return session.setState({ phase: { kind: 'locked', problem: result.problem } })
      session.setState({ paperSecret: await unprovenSecret(machine.host, vault) })
      show(result.value)
    },

    async lock() {
      const current = opened
      if (!current) return
      opened = null
      session.setState({
        open: null,
        paperSecret: null,
        setUpStep: null,
        phase: { kind: 'locked', problem: null },
      })
      await current.group.store.settled()
      await current.close()
      writer?.release()
      await machine.host.replacePage()
    },

    async recover({ copy, paperSecret, passphrase }) {
      const back = wayBack()
      working('recovering')
      const from = await filesAndRecords(machine.host, copy)
      if (!from.ok) return back(from.problem)
      const vault = machine.createVault()
      const recovered = await vault.recover({
        files: from.value.files,
        paperSecret,
        passphrase,
        memberId: bytesToHex(machine.random(16)),
      })
      if (!recovered.ok) {
        vault.terminate()
        return back(recovered.problem)
      }
      const { files, identity } = recovered.value
      const result = await takeIn(machine.host, vault, files, identity, from.value)
      if (!result.ok) return back(result.problem)
      show(result.value)
      return ok(undefined)
    },

    async openSealedCopy({ copy, passphrase }) {
      const back = wayBack()
      working('opening')
      const from = await sourceOf(copy)
      if (!from.ok) return back(from.problem)
      const { groupHere } = await import('./records-here.ts')
      const isTaken =
        (await machine.host.keyFiles.read('device.age')) !== null ||
        (await groupHere(machine.host, from.value.files['genesis'])) === 'another'
      if (isTaken) return back({ kind: 'group-already-here' })
      const vault = machine.createVault()
      const adopted = await vault.adoptCopy({ files: from.value.files, passphrase })
      if (!adopted.ok) {
        vault.terminate()
        return back(adopted.problem)
      }
      const { files, identity } = adopted.value
      const result = await takeIn(machine.host, vault, files, identity, from.value)
      if (!result.ok) return back(result.problem)
      show(result.value)
      return ok(undefined)
    },

    async tryDemo() {
      working('opening')
      const host = machine.createMemoryHost()
      const vault = machine.createVault()
      const memberId = bytesToHex(machine.random(16))
      const created = await vault.create({ passphrase: bytesToHex(machine.random(16)), memberId })
      await writeKeyFiles(host, created.files)
      const result = await openWith(host, vault, true)
      if (!result.ok) return session.setState({ phase: { kind: 'first-run' } })
      const language = session.getState().preferences.language ?? 'en'
      const { demoHousehold } = await import('./demo-household.ts')
      await result.value.group.store.commit({
        command: 'tryDemo',
        ops: demoHousehold({ today: machine.today(), now: machine.now(), memberId, language }),
      })
      show(result.value)
    },

    async leaveDemo() {
      const current = opened
      opened = null
      session.setState({ open: null, phase: await phaseBeforeOpen(machine.host) })
      await current?.close()
    },

    async changePassphrase(input) {
      if (!opened) return err({ kind: 'missing-key-file', name: 'device.age' })
      const changed = await opened.group.vault.changePassphrase(input)
      if (!changed.ok) return changed
      return writeKeyFiles(opened.group.host, changed.value)
    },

    async saveSealedCopy() {
      if (!opened) return err({ kind: 'io' })
      await opened.group.store.settled()
      return writeSealedCopy(opened, await keyFilesOf(opened.group.host), machine)
    },

    async forgetPaperSecret() {
      session.setState({ paperSecret: null })
      await machine.host.keyFiles.remove(UNPROVEN_SHEET)
    },
    durability: machine.host.durability,
    setPreferences: ({ language, theme }) =>
      setPreferences(session, machine.host, {
        ...(language ? { language } : {}),
        ...(theme ? { theme } : {}),
      }),
    chooseSealedCopy: () =>
      machine.host.openFile({ extensions: ['porchlight'], limitBytes: MAX_SEALED_COPY }),

    async removeGroup() {
      const current = opened
      if (!current || current.group.demo) return
      opened = null
      const { vaultId } = current.group.vault.identity
      session.setState({ open: null, paperSecret: null, setUpStep: null, phase: { kind: 'starting' } })
      await current.group.store.settled()
      await current.close()
      await machine.host.removeGroup(vaultId)
      session.setState({ phase: { kind: 'first-run' } })
      writer?.release()
      await machine.host.replacePage()
    },
  }
}

function refused(
  problem:
    | { readonly kind: 'disk-full' }
    | { readonly kind: 'io'; readonly code: string }
    | { readonly kind: 'closed' },
): Result<never, OpenStoreProblem> {
  return err(problem.kind === 'closed' ? { kind: 'io', code: 'closed' } : problem)
}

/** The paper secret of a sheet that was put off, so that it can still be printed; null when proven or not of this device. */
async function unprovenSecret(host: Host, vault: VaultHandle): Promise<string | null> {
  const file = await host.keyFiles.read(UNPROVEN_SHEET)
  const plain = file && (await vault.readForSelf(file))
  return plain ? new TextDecoder().decode(plain) : null
}

async function sourceOf(copy: Uint8Array): Promise<Result<Source, EntryProblem>> {
  const read = readSealedCopy(copy)
  return read.ok ? ok({ ...read.value, isWhole: await verifySealedCopy(copy) }) : read
}

/**
 * A copy never replaces another group. Of the same group, this laptop may know more than the copy (a Care file made
 * since): what only it has is kept.
 */
async function filesAndRecords(host: Host, copy: Uint8Array | null): Promise<Result<Source, EntryProblem>> {
  const here = await keyFilesOf(host)
  if (copy === null) return ok({ files: here, records: [], isWhole: true })
  const from = await sourceOf(copy)
  if (!from.ok) return from
  const { groupHere } = await import('./records-here.ts')
  switch (await groupHere(host, from.value.files['genesis'])) {
    case 'same':
      return ok({ ...from.value, files: { ...here, ...from.value.files } })
    case 'another':
      return err({ kind: 'group-already-here' })
    case 'none':
      return from
  }
}

/** One that only a newer program can open is not damaged. */
async function soundOnes(vault: VaultHandle, records: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const opened = await vault.open(records)
  return records.filter((_, at) => {
    const record = opened[at]
    return record?.kind !== 'refused' || record.reason === 'newer-format'
  })
}

async function keyFilesOf(host: Host): Promise<KeyFileSet> {
  const { keyFilesOf: read } = await import('./key-files.ts')
  return read(host)
}
