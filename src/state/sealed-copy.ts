/**
 * A sealed copy: one file with everything of a group as it lies on this laptop, sealed. It opens on another laptop with
 * the passphrase of the laptop that made it, or with the printed sheet.
 *
 * Format, big-endian: "PLC1" | count of key files u32 | each: name length u16, name, length u32, bytes
 *                     | count of records u32 | each: length u32, bytes | SHA-256 of all before it, 32 bytes
 * Limits: 1,000 key files of at most 4 MiB, 400 bytes to 1 MiB + 512 bytes a record. Anything else is refused whole.
 * The digit is the version: a later one is named as such. Where the digest differs and the structure holds, the records
 * that still verify are taken.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { KeyFileSet } from '#vault/vault.ts'
import type { Machine } from './machine.ts'
import type { OpenedGroup } from './open-group.ts'
import type { CopyProblem } from './session.ts'

const MAGIC = 'PLC1'
const MAX_KEY_FILES = 1_000
const MAX_KEY_FILE = 4 * 1024 * 1024
const MAX_RECORD = 1024 * 1024 + 512
/** Less than any sealed record has: else a file of lengths alone would fill the memory. */
const MIN_RECORD = 400
const NAME = /^[a-z0-9][a-z0-9.-]{0,79}$/

export interface SealedCopyCheck {
  readonly records: number
  readonly bytes: number
  /** The chosen folder looks like one that a cloud copies. */
  readonly cloudFolder: boolean
  /** False where the place does not let the app read the file back (a browser's download). */
  readonly reopened: boolean
}

export interface SealedCopy {
  readonly files: KeyFileSet
  readonly records: readonly Uint8Array[]
}

export async function encodeSealedCopy(
  files: KeyFileSet,
  records: readonly Uint8Array[],
): Promise<Uint8Array> {
  const names = Object.keys(files).sort()
  const size =
    4 +
    4 +
    names.reduce((sum, name) => sum + 2 + name.length + 4 + (files[name]?.length ?? 0), 0) +
    4 +
    records.reduce((sum, record) => sum + 4 + record.length, 0) +
    32
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  const put = (part: Uint8Array) => {
    bytes.set(part, at)
    at += part.length
  }
  const putU32 = (value: number) => {
    view.setUint32(at, value)
    at += 4
  }
  const text = new TextEncoder()
  put(text.encode(MAGIC))
  putU32(names.length)
  for (const name of names) {
    view.setUint16(at, name.length)
    at += 2
    put(text.encode(name))
    const file = files[name] ?? new Uint8Array()
    putU32(file.length)
    put(file)
  }
  putU32(records.length)
  for (const record of records) {
    putU32(record.length)
    put(record)
  }
  put(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(0, at))))
  return bytes
}

/** Structure only; the records are verified when they are opened, and the digest by `verifySealedCopy`. */
export function readSealedCopy(
  bytes: Uint8Array,
): Result<SealedCopy, CopyProblem | { readonly kind: 'newer-format' }> {
  const text = new TextDecoder()
  const magic = text.decode(bytes.subarray(0, 4))
  if (/^PLC[2-9]$/.test(magic)) return err({ kind: 'newer-format' })
  if (bytes.length < 44 || magic !== MAGIC) return err({ kind: 'not-a-sealed-copy' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 32
  let at = 4
  const take = (length: number): Uint8Array | null => {
    if (length < 0 || at + length > end) return null
    at += length
    return bytes.subarray(at - length, at)
  }
  const takeNumber = (size: 2 | 4): number => {
    if (at + size > end) return -1
    at += size
    return size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4)
  }
  const files: Record<string, Uint8Array> = {}
  const fileCount = takeNumber(4)
  if (fileCount < 0 || fileCount > MAX_KEY_FILES) return err({ kind: 'copy-damaged', at: 'key-files' })
  for (let i = 0; i < fileCount; i += 1) {
    const name = take(takeNumber(2))
    const length = takeNumber(4)
    const file = length > MAX_KEY_FILE ? null : take(length)
    if (!name || !file || !NAME.test(text.decode(name)))
      return err({ kind: 'copy-damaged', at: `key-file ${i + 1}` })
    files[text.decode(name)] = file.slice()
  }
  const recordCount = takeNumber(4)
  const records: Uint8Array[] = []
  if (recordCount < 0) return err({ kind: 'copy-damaged', at: 'records' })
  for (let i = 0; i < recordCount; i += 1) {
    const length = takeNumber(4)
    const record = length > MAX_RECORD || length < MIN_RECORD ? null : take(length)
    if (!record) return err({ kind: 'copy-damaged', at: `record ${i + 1}` })
    records.push(record.slice())
  }
  return at === end ? ok({ files, records }) : err({ kind: 'copy-damaged', at: 'end' })
}

export async function verifySealedCopy(bytes: Uint8Array): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice(0, -32)))
  const stated = bytes.subarray(-32)
  return digest.every((byte, i) => byte === stated[i])
}

export async function writeSealedCopy(
  opened: OpenedGroup,
  files: KeyFileSet,
  machine: Pick<Machine, 'today'>,
): Promise<Result<SealedCopyCheck, { readonly kind: 'cancelled' | 'disk-full' | 'io' | 'differs' }>> {
  const records: Uint8Array[] = []
  for await (const record of opened.sealedRecords()) records.push(record)
  const bytes = await encodeSealedCopy(files, records)
  const saved = await opened.group.host.saveFile({
    suggestedName: `Porchlight-${machine.today()}.porchlight`,
    bytes,
  })
  if (!saved.ok) return err({ kind: saved.problem.kind })
  const back = await saved.value.reread()
  const check = { records: records.length, bytes: bytes.length, cloudFolder: saved.value.cloudFolder }
  if (!back) return ok({ ...check, reopened: false })
  const reread = readSealedCopy(back)
  if (!reread.ok || !(await verifySealedCopy(back)) || reread.value.records.length !== records.length)
    return err({ kind: 'differs' })
  return ok({ ...check, reopened: true })
}
