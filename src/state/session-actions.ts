/**
 * From one phase to the next: start a group, unlock, lock, recover, open a sealed copy, try the demo. Each either ends
 * in its phase or says why not, with nothing half-written: key files are complete before the log gets its first record.
 *
 * The lock screen waits for this file: what only an answer to it needs is imported where it is used.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { ChosenFile, Host, OpenProblem, Preferences } from '#host/host.ts'
import type { Identity, KeyFileSet } from '#vault/vault.ts'
import { bytesToHex } from './ids.ts'
import type { Machine, VaultHandle } from './machine.ts'
import type { OpenedGroup } from './open-group.ts'
import { phaseBeforeOpen } from './phase-before-open.ts'
import type { SaveCopyResult } from './save-sealed-copy.ts'
import { type EntryProblem, type OpenStoreProblem, type SessionStore, setPreferences } from './session.ts'
import type { CopySource, Source, TakenIn } from './take-in.ts'

/** The paper secret until the sheet is proven, sealed to this device. Not among the files of the vault's index, so in no copy. */
const UNPROVEN_SHEET = 'unproven-sheet.age'

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
    readonly copy: CopySource | null
    readonly paperSecret: string
    readonly passphrase: string
  }): Promise<Result<void, EntryProblem>>
  openSealedCopy(input: {
    readonly copy: CopySource
    readonly passphrase: string
  }): Promise<Result<void, EntryProblem>>
  tryDemo(): Promise<void>
  leaveDemo(): Promise<void>
  changePassphrase(input: {
    readonly current: string
    readonly next: string
  }): Promise<Result<void, EntryProblem>>
  /** Saves one file with everything where the person chooses, reads it back, counts and compares. */
  saveSealedCopy(onProgress?: (done: number) => void): Promise<SaveCopyResult>
  /** The sheet is proven: its secret is on paper only from now on. */
  forgetPaperSecret(): Promise<void>
  /** What this laptop's host promises of keeping; a browser may throw everything away. */
  readonly durability: Host['durability']
  /** Language and theme, kept in clear on this laptop. */
  setPreferences(change: Partial<Preferences>): Promise<void>
  /** The person picks a sealed copy; nothing is read into the group yet. */
  chooseSealedCopy(): Promise<Result<ChosenFile, OpenProblem>>
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

  async function writeKeyFiles(host: Host, files: KeyFileSet): Promise<Result<void, OpenStoreProblem>> {
    const { writeKeyFiles: write } = await import('./take-in.ts')
    return write(host, files)
  }

  async function openWith(
    host: Host,
    vault: VaultHandle,
    demo: boolean,
    taken: TakenIn | null = null,
  ): Promise<Result<OpenedGroup, OpenStoreProblem>> {
    working('opening')
    // Loaded here, not with the page: the lock screen needs none of it.
    const { openGroup } = await import('./open-group.ts')
    const result = await openGroup(machine, { host, vault, demo, taken, onProgress })
    if (!result.ok) {
      vault.terminate()
      return result
    }
    opened = result.value
    return result
  }

  function show(group: OpenedGroup, setUpStep: number | null = null): void {
    session.setState({ phase: { kind: 'open' }, open: group.group, setUpStep })
    const { demo, notes, attachments } = group.group
    // While records wait for others it is not known what they name. A lock in the middle leaves the rest for next time.
    if (!demo && notes.waiting === 0 && notes.damaged === 0)
      attachments.clearUnnamed(machine.today()).catch(() => undefined)
  }

  async function takeIn(
    vault: VaultHandle,
    { files, identity }: { readonly files: KeyFileSet; readonly identity: Identity },
    from: Source,
  ): Promise<Result<OpenedGroup, OpenStoreProblem>> {
    const { takeIn: take } = await import('./take-in.ts')
    const taken = await take(machine.host, vault, files, identity, from)
    if (taken.ok) return openWith(machine.host, vault, false, taken.value)
    vault.terminate()
    return taken
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
      const { sourceForRecovery } = await import('./take-in.ts')
      const from = await sourceForRecovery(machine.host, copy)
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
      const result = await takeIn(vault, recovered.value, from.value)
      if (!result.ok) return back(result.problem)
      show(result.value)
      return ok(undefined)
    },

    async openSealedCopy({ copy, passphrase }) {
      const back = wayBack()
      working('opening')
      const { sourceOf } = await import('./take-in.ts')
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
      const result = await takeIn(vault, adopted.value, from.value)
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

    async saveSealedCopy(onProgress = () => undefined) {
      if (!opened) return err({ kind: 'io' })
      await opened.group.store.settled()
      const { saveSealedCopy } = await import('./save-sealed-copy.ts')
      return saveSealedCopy(opened, await keyFilesOf(opened.group.host), machine, onProgress)
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
    chooseSealedCopy: () => machine.host.chooseFile({ extensions: ['porchlight'] }),

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

/** The paper secret of a sheet that was put off, so that it can still be printed; null when proven or not of this device. */
async function unprovenSecret(host: Host, vault: VaultHandle): Promise<string | null> {
  const file = await host.keyFiles.read(UNPROVEN_SHEET)
  const plain = file && (await vault.readForSelf(file))
  return plain ? new TextDecoder().decode(plain) : null
}

async function keyFilesOf(host: Host): Promise<KeyFileSet> {
  const { keyFilesOf: read } = await import('./key-files.ts')
  return read(host)
}
