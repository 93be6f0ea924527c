/** Segment files in the origin private file system, each through a synchronous access handle (workers only). */
import type { AppendProblem } from '../host.ts'
import type { SegmentFile, SegmentFiles } from '../segmented-log.ts'

const SEGMENT_NAME = /^(\d{8})\.seg$/
export const KEY_FILE_DIRECTORY = 'keys'
export const ATTACHMENT_DIRECTORY = 'attachments'
const LOG_DIRECTORY = 'log'

const fileName = (number: number): string => `${String(number).padStart(8, '0')}.seg`

export function explainStorageError(error: unknown): AppendProblem {
  if (!(error instanceof DOMException)) throw error
  return error.name === 'QuotaExceededError' ? { kind: 'disk-full' } : { kind: 'io', code: error.name }
}

async function logsDirectory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(LOG_DIRECTORY, { create: true })
}

export async function openOpfsSegments(vaultId: string): Promise<SegmentFiles> {
  const directory = await (await logsDirectory()).getDirectoryHandle(vaultId, { create: true })
  return {
    async list() {
      const numbers: number[] = []
      for await (const name of directory.keys()) {
        const match = SEGMENT_NAME.exec(name)
        if (match !== null) numbers.push(Number(match[1]))
      }
      return numbers
    },
    async open(number, mode) {
      const file = await directory.getFileHandle(fileName(number), { create: mode === 'new' })
      return segmentOver(await exclusiveHandle(file))
    },
    remove: number => directory.removeEntry(fileName(number)),
    explain: explainStorageError,
  }
}

const HANDLE_WAIT_MS = 2000
const HANDLE_RETRY_MS = 50

/** A page that was just replaced may still hold the handle for a moment. */
export async function exclusiveHandle(file: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (let waitedMs = 0; ; waitedMs += HANDLE_RETRY_MS) {
    try {
      return await file.createSyncAccessHandle()
    } catch (error) {
      const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!isHeld || waitedMs >= HANDLE_WAIT_MS) throw error
      await new Promise(done => setTimeout(done, HANDLE_RETRY_MS))
    }
  }
}

function segmentOver(handle: FileSystemSyncAccessHandle): SegmentFile {
  return {
    size: async () => handle.getSize(),
    async read(offset, length) {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, handle.read(bytes, { at: offset }))
    },
    async write(offset, bytes) {
      // A short write is how a full disk can show itself here: no exception, fewer bytes.
      const written = handle.write(bytes as Uint8Array<ArrayBuffer>, { at: offset })
      if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError')
    },
    flush: async () => handle.flush(),
    truncate: async size => handle.truncate(size),
    close: async () => handle.close(),
  }
}

/** The log of a group, its attachments and all key files: after this the origin private file system knows nothing of the group. */
export async function removeOpfsGroup(vaultId: string): Promise<void> {
  const root = await navigator.storage.getDirectory()
  // The keys first: without them what is left of an interrupted removal cannot be opened.
  await root.removeEntry(KEY_FILE_DIRECTORY, { recursive: true }).catch(ignoreMissing)
  await (await logsDirectory()).removeEntry(vaultId, { recursive: true }).catch(ignoreMissing)
  const attachments = await root.getDirectoryHandle(ATTACHMENT_DIRECTORY, { create: true })
  await attachments.removeEntry(vaultId, { recursive: true }).catch(ignoreMissing)
}

export function ignoreMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
}
