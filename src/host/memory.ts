/**
 * The host that keeps nothing: the demo household lives in it, and tests run on it. Its disk outlives the host, so
 * that a test can lock, crash or reopen; `faults` and `person` are the test's hands on the machine and the dialogs.
 */
import { concatBytes } from '#domain/bytes.ts'
import { err, ok } from '#domain/result.ts'
import type {
  AppendProblem,
  ChosenFile,
  Host,
  OpenedFile,
  PaperSize,
  Preferences,
  RecordLog,
} from './host.ts'
import { createMemoryDisk, DiskFault, type MemoryDisk } from './memory-files.ts'
import { DEFAULT_PREFERENCES } from './preferences.ts'
import { openSegmentedLog } from './segmented-log.ts'

/** Everything of one imagined laptop that survives closing the app. */
export interface MemoryMachine {
  readonly disks: Map<string, MemoryDisk>
  readonly keyFiles: Map<string, Uint8Array>
  /** By group, then by hash. */
  readonly attachments: Map<string, Map<string, { readonly bytes: Uint8Array; readonly writtenAt: number }>>
  /** Milliseconds since 1970, as this machine believes. */
  readonly now: () => number
  preferences: Preferences
  writerIsClaimed: boolean
}

export interface MemoryFaults {
  /** While set, every write to the log and the key files is refused with it, as on a full disk. */
  refuseWrites: AppendProblem | null
  freeBytes: number | null
  /** While set, appends wait for it: an action while saving is still under way. */
  hold: Promise<void> | null
}

/** What the person at the machine does in dialogs. */
export interface MemoryPerson {
  /** The file picked next, or null for a cancelled dialog. */
  picks: OpenedFile | null
  /** Picked with it, in a dialog that takes several. */
  picksToo: readonly OpenedFile[]
  cancelsSaving: boolean
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[]
  readonly printed: { readonly paper: PaperSize; readonly title: string }[]
  /** The screen is locked or the machine suspended. */
  locksScreen(): void
}

export interface MemoryHost extends Host {
  readonly machine: MemoryMachine
  readonly faults: MemoryFaults
  readonly person: MemoryPerson
  readonly pagesReplaced: () => number
}

export function createMemoryMachine(now: () => number = () => 0): MemoryMachine {
  return {
    disks: new Map(),
    keyFiles: new Map(),
    attachments: new Map(),
    now,
    preferences: DEFAULT_PREFERENCES,
    writerIsClaimed: false,
  }
}

export function createMemoryHost(machine: MemoryMachine = createMemoryMachine()): MemoryHost {
  const faults: MemoryFaults = { refuseWrites: null, freeBytes: 50_000_000_000, hold: null }
  const lockListeners = new Set<() => void>()
  const person: MemoryPerson = {
    picks: null,
    picksToo: [],
    cancelsSaving: false,
    saved: [],
    printed: [],
    locksScreen: () => {
      for (const listener of [...lockListeners]) listener()
    },
  }
  let pagesReplaced = 0
  return {
    kind: 'memory',
    durability: 'none',
    machine,
    faults,
    person,
    pagesReplaced: () => pagesReplaced,
    keyFiles: keyFilesOf(machine, faults),
    attachments: attachmentsOf(machine, faults),
    openRecordLog: vaultId => openLog(machine, faults, vaultId),
    claimWriter: async () => claim(machine),
    freeBytes: async () => faults.freeBytes,
    preferences: {
      read: async () => machine.preferences,
      write: async preferences => {
        machine.preferences = preferences
      },
    },
    ...dialogsOf(person),
    onLockRequested(listener) {
      lockListeners.add(listener)
      return () => lockListeners.delete(listener)
    },
    async replacePage() {
      pagesReplaced += 1
    },
    async removeGroup(vaultId) {
      machine.disks.delete(vaultId)
      machine.attachments.delete(vaultId)
      machine.keyFiles.clear()
    },
  }
}

function keyFilesOf(machine: MemoryMachine, faults: MemoryFaults): Host['keyFiles'] {
  return {
    read: async name => machine.keyFiles.get(name)?.slice() ?? null,
    async replace(name, bytes) {
      if (faults.refuseWrites !== null) return err(faults.refuseWrites)
      machine.keyFiles.set(name, bytes.slice())
      return ok(undefined)
    },
    async remove(name) {
      machine.keyFiles.delete(name)
    },
  }
}

function attachmentsOf(machine: MemoryMachine, faults: MemoryFaults): Host['attachments'] {
  const of = (vaultId: string) => {
    const files = machine.attachments.get(vaultId) ?? new Map()
    machine.attachments.set(vaultId, files)
    return files
  }
  return {
    async write(vaultId, hash, bytes) {
      if (faults.refuseWrites !== null) return err(faults.refuseWrites)
      of(vaultId).set(hash, { bytes: bytes.slice(), writtenAt: machine.now() })
      return ok(undefined)
    },
    read: async (vaultId, hash) => of(vaultId).get(hash)?.bytes.slice() ?? null,
    list: async vaultId =>
      [...of(vaultId)].map(([hash, { bytes, writtenAt }]) => ({ hash, bytes: bytes.length, writtenAt })),
    async remove(vaultId, hash) {
      of(vaultId).delete(hash)
    },
  }
}

async function openLog(machine: MemoryMachine, faults: MemoryFaults, vaultId: string) {
  const disk = machine.disks.get(vaultId) ?? createMemoryDisk()
  machine.disks.set(vaultId, disk)
  disk.fault = operation => {
    const refused = faults.refuseWrites
    if (refused !== null && (operation === 'write' || operation === 'flush')) throw new DiskFault(refused)
  }
  const opened = await openSegmentedLog(disk.files)
  if (!opened.ok) return opened
  const log: RecordLog = {
    ...opened.value,
    async append(records) {
      await faults.hold
      return opened.value.append(records)
    },
  }
  return ok(log)
}

function claim(machine: MemoryMachine) {
  if (machine.writerIsClaimed) return err({ kind: 'already-open' } as const)
  machine.writerIsClaimed = true
  return ok({
    release() {
      machine.writerIsClaimed = false
    },
  })
}

type Dialogs = Pick<Host, 'saveFile' | 'saveParts' | 'chooseFile' | 'chooseFiles' | 'openFile' | 'printPage'>

const chosenFile = (name: string, bytes: Uint8Array): ChosenFile => ({
  name,
  bytes: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
})

function dialogsOf(person: MemoryPerson): Dialogs {
  return {
    async saveParts({ suggestedName, parts }) {
      if (person.cancelsSaving) return err({ kind: 'cancelled' })
      const gathered: Uint8Array[] = []
      for await (const part of parts) gathered.push(part.slice())
      const kept = { name: suggestedName, bytes: concatBytes(gathered) }
      person.saved.push(kept)
      return ok({ reopen: async () => chosenFile(kept.name, kept.bytes), cloudFolder: false })
    },
    async chooseFile() {
      const picked = person.picks
      return picked === null ? err({ kind: 'cancelled' }) : ok(chosenFile(picked.name, picked.bytes))
    },
    async chooseFiles() {
      const { picks, picksToo } = person
      if (picks === null) return err({ kind: 'cancelled' })
      return ok([picks, ...picksToo].map(({ name, bytes }) => chosenFile(name, bytes)))
    },
    async saveFile({ suggestedName, bytes }) {
      if (person.cancelsSaving) return err({ kind: 'cancelled' })
      const kept = { name: suggestedName, bytes: bytes.slice() }
      person.saved.push(kept)
      return ok({ reread: async () => kept.bytes.slice(), cloudFolder: false })
    },
    async openFile({ limitBytes }) {
      const picked = person.picks
      if (picked === null) return err({ kind: 'cancelled' })
      if (picked.bytes.length > limitBytes) return err({ kind: 'too-big', limitBytes })
      return ok({ name: picked.name, bytes: picked.bytes.slice() })
    },
    async printPage(paper, title) {
      person.printed.push({ paper, title })
      return ok(null)
    },
  }
}
