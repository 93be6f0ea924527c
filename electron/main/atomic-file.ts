/** Replaces a whole file or nothing: written beside, fsynced, renamed, and the folder's own entry fsynced too. */
import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const PART = '.part'

/** A file that is written piece by piece beside its place, and appears there whole or not at all. */
export interface PartFile {
  append(bytes: Uint8Array): Promise<void>
  /** Durable when it resolves. After a failure of this or of `append`, only `abandon` is left. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

export async function createPartFile(path: string): Promise<PartFile> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${PART}`)
  const file = await open(beside, 'wx', 0o600)
  return {
    append: bytes => file.writeFile(bytes),
    async finish() {
      await file.sync()
      await file.close()
      await rename(beside, path)
      await syncFolder(dirname(path))
    },
    async abandon() {
      await file.close().catch(() => undefined)
      await rm(beside, { force: true }).catch(() => undefined)
    },
  }
}

export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const part = await createPartFile(path)
  try {
    await part.append(bytes)
    await part.finish()
  } catch (error) {
    await part.abandon()
    throw error
  }
}

/** Makes new names in a folder durable. Windows has no such call and keeps names in its journal. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What a crash in the middle of `replaceFile` left behind. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names)
    if (name.startsWith('.') && name.endsWith(PART)) await rm(join(folder, name), { force: true })
}

export async function readFileOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

export async function ensureFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  return path
}

/** `ENOSPC`, `EACCES`…; anything without a code is a bug and is thrown on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export function explainFileError(
  error: unknown,
): { readonly kind: 'disk-full' } | { readonly kind: 'io'; readonly code: string } {
  const code = errorCode(error)
  return FULL.has(code) ? { kind: 'disk-full' } : { kind: 'io', code }
}

/** Fewer bytes only at the end of the file. */
export async function readFully(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
