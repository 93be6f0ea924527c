/**
 * Saving to and opening from where the person says: the File System Access pickers in Chromium, Chrome and Edge, and
 * a download or a file input elsewhere (a download cannot be read back, so there `reread` gives null).
 */
import { err, ok } from '#domain/result.ts'
import { toSafeFileName } from '../file-names.ts'
import type { Host } from '../host.ts'

/** Not in the DOM library: only Chromium has the pickers. */
interface FilePickers {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>
  showOpenFilePicker?(options: {
    types: { description: string; accept: Record<string, string[]> }[]
    excludeAcceptAllOption: boolean
  }): Promise<FileSystemFileHandle[]>
}

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

function problemOf(error: unknown) {
  if (isCancelled(error)) return { kind: 'cancelled' } as const
  if (!(error instanceof DOMException)) throw error
  return error.name === 'QuotaExceededError'
    ? ({ kind: 'disk-full' } as const)
    : ({ kind: 'io', code: error.name } as const)
}

export async function saveChosenFile(
  window: Window & FilePickers,
  suggestedName: string,
  bytes: Uint8Array,
): ReturnType<Host['saveFile']> {
  const name = toSafeFileName(suggestedName)
  if (window.showSaveFilePicker === undefined) return download(window, name, bytes)
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name })
    // Written to a swap file by the browser, and put in place by `close`.
    const writable = await handle.createWritable()
    await writable.write(bytes as Uint8Array<ArrayBuffer>)
    await writable.close()
    const reread = async () => new Uint8Array(await (await handle.getFile()).arrayBuffer())
    return ok({ reread, cloudFolder: false })
  } catch (error) {
    return err(problemOf(error))
  }
}

function download(window: Window, name: string, bytes: Uint8Array): Awaited<ReturnType<Host['saveFile']>> {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has taken its own reference by the time the next task runs.
  window.setTimeout(() => URL.revokeObjectURL(address), 0)
  return ok({ reread: async () => null, cloudFolder: false })
}

export async function openPickedFile(
  window: Window & FilePickers,
  extensions: readonly string[],
  limitBytes: number,
): ReturnType<Host['openFile']> {
  try {
    const file = window.showOpenFilePicker
      ? await pickWith(window.showOpenFilePicker.bind(window), extensions)
      : await pickWithInput(window, extensions)
    if (file === null) return err({ kind: 'cancelled' })
    if (file.size > limitBytes) return err({ kind: 'too-big', limitBytes })
    return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch (error) {
    const problem = problemOf(error)
    return err(problem.kind === 'disk-full' ? { kind: 'io', code: 'QuotaExceededError' } : problem)
  }
}

const withDots = (extensions: readonly string[]): string[] => extensions.map(extension => `.${extension}`)

async function pickWith(
  pick: NonNullable<FilePickers['showOpenFilePicker']>,
  extensions: readonly string[],
): Promise<File | null> {
  const accept = { 'application/octet-stream': withDots(extensions) }
  const [handle] = await pick({ types: [{ description: '', accept }], excludeAcceptAllOption: false })
  return (await handle?.getFile()) ?? null
}

function pickWithInput(window: Window, extensions: readonly string[]): Promise<File | null> {
  const input = window.document.createElement('input')
  input.type = 'file'
  input.accept = withDots(extensions).join(',')
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
