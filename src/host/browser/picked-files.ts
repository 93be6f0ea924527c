/**
 * Saving to and opening from where the person says: the File System Access pickers in Chromium, Chrome and Edge, and
 * a download or a file input elsewhere (a download cannot be read back, so there `reread` gives null).
 */
import { err, ok, type Result } from '#domain/result.ts'
import { toSafeFileName } from '../file-names.ts'
import type { ChosenFile, Host, OpenProblem } from '../host.ts'

/** Not in the DOM library: only Chromium has the pickers. */
interface FilePickers {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>
  showOpenFilePicker?(options: {
    types: { description: string; accept: Record<string, string[]> }[]
    excludeAcceptAllOption: boolean
    multiple: boolean
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
  if (window.showSaveFilePicker === undefined) {
    download(window, name, [bytes as Uint8Array<ArrayBuffer>])
    return ok({ reread: async () => null, cloudFolder: false })
  }
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

/** Where there is no picker the parts are gathered by the browser, which may put them on its disk: they are sealed. */
export async function saveChosenParts(
  window: Window & FilePickers,
  suggestedName: string,
  parts: AsyncIterable<Uint8Array>,
): ReturnType<Host['saveParts']> {
  const name = toSafeFileName(suggestedName)
  if (window.showSaveFilePicker === undefined) {
    const gathered: Blob[] = []
    for await (const part of parts) gathered.push(new Blob([part as Uint8Array<ArrayBuffer>]))
    download(window, name, gathered)
    return ok({ reopen: async () => null, cloudFolder: false })
  }
  let writable: FileSystemWritableFileStream | null = null
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name })
    writable = await handle.createWritable()
    for await (const part of parts) await writable.write(part as Uint8Array<ArrayBuffer>)
    await writable.close()
    return ok({ reopen: async () => chosenFile(await handle.getFile()), cloudFolder: false })
  } catch (error) {
    await writable?.abort().catch(() => undefined)
    return err(problemOf(error))
  }
}

const chosenFile = (file: File): ChosenFile => ({
  name: file.name,
  bytes: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
})

export async function chooseOneFile(
  window: Window & FilePickers,
  extensions: readonly string[],
): ReturnType<Host['chooseFile']> {
  const picked = await pickOne(window, extensions)
  return picked.ok ? ok(chosenFile(picked.value)) : picked
}

export async function chooseSeveralFiles(
  window: Window & FilePickers,
  extensions: readonly string[],
): ReturnType<Host['chooseFiles']> {
  const picked = await pick(window, extensions, true)
  return picked.ok ? ok(picked.value.map(chosenFile)) : picked
}

function download(window: Window, name: string, parts: BlobPart[]): void {
  const address = URL.createObjectURL(new Blob(parts))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has taken its own reference by the time the next task runs.
  window.setTimeout(() => URL.revokeObjectURL(address), 0)
}

export async function openPickedFile(
  window: Window & FilePickers,
  extensions: readonly string[],
  limitBytes: number,
): ReturnType<Host['openFile']> {
  const picked = await pickOne(window, extensions)
  if (!picked.ok) return picked
  const file = picked.value
  if (file.size > limitBytes) return err({ kind: 'too-big', limitBytes })
  try {
    return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch (error) {
    return err(openProblemOf(error))
  }
}

function openProblemOf(error: unknown): OpenProblem {
  const problem = problemOf(error)
  return problem.kind === 'disk-full' ? { kind: 'io', code: 'QuotaExceededError' } : problem
}

async function pickOne(
  window: Window & FilePickers,
  extensions: readonly string[],
): Promise<Result<File, OpenProblem>> {
  const picked = await pick(window, extensions, false)
  if (!picked.ok) return picked
  const [file] = picked.value
  return file === undefined ? err({ kind: 'cancelled' }) : ok(file)
}

/** At least one. */
async function pick(
  window: Window & FilePickers,
  extensions: readonly string[],
  multiple: boolean,
): Promise<Result<readonly File[], OpenProblem>> {
  try {
    const files = window.showOpenFilePicker
      ? await pickWith(window.showOpenFilePicker.bind(window), extensions, multiple)
      : await pickWithInput(window, extensions, multiple)
    return files.length === 0 ? err({ kind: 'cancelled' }) : ok(files)
  } catch (error) {
    return err(openProblemOf(error))
  }
}

const withDots = (extensions: readonly string[]): string[] => extensions.map(extension => `.${extension}`)

async function pickWith(
  ask: NonNullable<FilePickers['showOpenFilePicker']>,
  extensions: readonly string[],
  multiple: boolean,
): Promise<readonly File[]> {
  const accept = { 'application/octet-stream': withDots(extensions) }
  const types = [{ description: '', accept }]
  const handles = await ask({ types, excludeAcceptAllOption: false, multiple })
  return Promise.all(handles.map(handle => handle.getFile()))
}

function pickWithInput(
  window: Window,
  extensions: readonly string[],
  multiple: boolean,
): Promise<readonly File[]> {
  const input = window.document.createElement('input')
  input.type = 'file'
  input.accept = withDots(extensions).join(',')
  input.multiple = multiple
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
