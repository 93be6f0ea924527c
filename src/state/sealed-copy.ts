/**
 * A sealed copy: one file with everything of a group as it lies on this laptop, sealed. It opens on another laptop with
 * the passphrase of the laptop that made it, or with the printed sheet.
 *
 * Format, big-endian: "PLC2" | length of the head u32 | head | SHA-256 of all before it, 32 bytes | attachments
 *   head: count of key files u32 | each: name length u16, name, length u32, bytes
 *         count of records u32 | each: length u32, bytes
 *         count of attachments u32 | each: SHA-256 of its sealed bytes, 32 bytes; length u32
 *   attachments: their sealed bytes, one after another, in the order of the head
 * Limits: 1,000 key files of at most 4 MiB, 400 bytes to 1 MiB + 512 bytes a record, 65 MiB an attachment, 512 MiB a
 * head. Anything else is refused whole. Where the digest differs and the structure holds, the records that still verify
 * are taken; of the attachments those that are what their name says, so that a copy that was cut off still gives all
 * records. "PLC1" is the format before attachments: head without length and attachments, digest at the end.
 * The digit is the version: a later one is named as such.
 */
import { err, ok, type Result } from '#domain/result.ts'
import type { ChosenFile } from '#host/host.ts'
import { fromHex, hashHex, sha256, toHex } from '#vault/bytes.ts'
import type { KeyFileSet } from '#vault/vault.ts'
import type { CopyProblem } from './session.ts'

const MAX_KEY_FILES = 1_000
const MAX_KEY_FILE = 4 * 1024 * 1024
const MAX_RECORD = 1024 * 1024 + 512
/** Less than any sealed record has: else a file of lengths alone would fill the memory. */
const MIN_RECORD = 400
const MAX_ATTACHMENT = 65 * 1024 * 1024
const MAX_HEAD = 512 * 1024 * 1024
const FIRST = 8
const DIGEST = 32
const NAME = /^[a-z0-9][a-z0-9.-]{0,79}$/

/** Where an attachment's bytes lie in the file. */
export interface CopiedAttachment {
  readonly hash: string
  readonly at: number
  readonly bytes: number
}

export interface SealedCopy {
  readonly files: KeyFileSet
  readonly records: readonly Uint8Array[]
  readonly attachments: readonly CopiedAttachment[]
  /** False: the head's digest differs, so each record must be looked at. */
  readonly isWhole: boolean
}

export interface CopyContents {
  readonly files: KeyFileSet
  readonly records: readonly Uint8Array[]
  readonly attachments: readonly { readonly hash: string; readonly bytes: number }[]
}

/** Everything before the attachments' bytes. */
export async function encodeCopyHead({ files, records, attachments }: CopyContents): Promise<Uint8Array> {
  const names = Object.keys(files).sort()
  const size =
    4 +
    names.reduce((sum, name) => sum + 2 + name.length + 4 + (files[name]?.length ?? 0), 0) +
    4 +
    records.reduce((sum, record) => sum + 4 + record.length, 0) +
    4 +
    attachments.length * 36
  const bytes = new Uint8Array(FIRST + size + DIGEST)
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
  put(text.encode('PLC2'))
  putU32(size)
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
  putU32(attachments.length)
  for (const attachment of attachments) {
    put(fromHex(attachment.hash))
    putU32(attachment.bytes)
  }
  put(await sha256(bytes.subarray(0, at)))
  return bytes
}

export const chosenBytes = (bytes: Uint8Array): ChosenFile => ({
  name: '',
  bytes: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
})

type ReadProblem = CopyProblem | { readonly kind: 'newer-format' }

/** Structure and digest; the records are verified when they are opened, the attachments when they are taken. */
export async function readSealedCopy(file: ChosenFile): Promise<Result<SealedCopy, ReadProblem>> {
  const first = await file.read(0, FIRST)
  const magic = new TextDecoder().decode(first.subarray(0, 4))
  if (/^PLC[3-9]$/.test(magic)) return err({ kind: 'newer-format' })
  if (first.length < FIRST) return err({ kind: 'not-a-sealed-copy' })
  if (magic === 'PLC1') return readHead(file, 4, file.bytes - 4 - DIGEST, false)
  if (magic !== 'PLC2') return err({ kind: 'not-a-sealed-copy' })
  return readHead(file, FIRST, new DataView(first.buffer, first.byteOffset).getUint32(4), true)
}

/** `start` and `length` are those of the head; the digest follows it. */
async function readHead(
  file: ChosenFile,
  start: number,
  length: number,
  hasAttachments: boolean,
): Promise<Result<SealedCopy, ReadProblem>> {
  if (length < 8) return err({ kind: 'not-a-sealed-copy' })
  const end = start + length
  if (length > MAX_HEAD || end + DIGEST > file.bytes) return err({ kind: 'copy-damaged', at: 'end' })
  const bytes = await file.read(0, end + DIGEST)
  const read = parseHead(bytes.subarray(0, end), start, hasAttachments)
  if (!read.ok) return read
  const digest = await sha256(bytes.subarray(0, end))
  return ok({ ...read.value, isWhole: digest.every((byte, i) => byte === bytes[end + i]) })
}

interface Cursor {
  /** Null: past the end. */
  take(length: number): Uint8Array | null
  /** -1: past the end. */
  takeNumber(size: 2 | 4): number
  at(): number
}

function createCursor(bytes: Uint8Array, start: number): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = start
  return {
    take(length) {
      if (length < 0 || at + length > bytes.length) return null
      at += length
      return bytes.subarray(at - length, at)
    },
    takeNumber(size) {
      if (at + size > bytes.length) return -1
      at += size
      return size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4)
    },
    at: () => at,
  }
}

function parseHead(
  bytes: Uint8Array,
  start: number,
  hasAttachments: boolean,
): Result<Omit<SealedCopy, 'isWhole'>, CopyProblem> {
  const cursor = createCursor(bytes, start)
  const damaged = (at: string) => err({ kind: 'copy-damaged', at } as const)
  const files: Record<string, Uint8Array> = {}
  const fileCount = cursor.takeNumber(4)
  if (fileCount < 0 || fileCount > MAX_KEY_FILES) return damaged('key-files')
  for (let i = 0; i < fileCount; i += 1) {
    const name = new TextDecoder().decode(cursor.take(cursor.takeNumber(2)) ?? new Uint8Array())
    const length = cursor.takeNumber(4)
    const file = length > MAX_KEY_FILE ? null : cursor.take(length)
    if (!file || !NAME.test(name)) return damaged(`key-file ${i + 1}`)
    files[name] = file.slice()
  }
  const recordCount = cursor.takeNumber(4)
  const records: Uint8Array[] = []
  if (recordCount < 0) return damaged('records')
  for (let i = 0; i < recordCount; i += 1) {
    const length = cursor.takeNumber(4)
    const record = length > MAX_RECORD || length < MIN_RECORD ? null : cursor.take(length)
    if (!record) return damaged(`record ${i + 1}`)
    records.push(record.slice())
  }
  const attachments = hasAttachments ? takeAttachments(cursor, bytes.length + DIGEST) : []
  if (attachments === null) return damaged('attachments')
  return cursor.at() === bytes.length ? ok({ files, records, attachments }) : damaged('end')
}

function takeAttachments(cursor: Cursor, from: number): readonly CopiedAttachment[] | null {
  const attachments: CopiedAttachment[] = []
  const count = cursor.takeNumber(4)
  if (count < 0) return null
  let at = from
  for (let i = 0; i < count; i += 1) {
    const hash = cursor.take(32)
    const bytes = cursor.takeNumber(4)
    if (!hash || bytes < 0 || bytes > MAX_ATTACHMENT) return null
    attachments.push({ hash: toHex(hash), at, bytes })
    at += bytes
  }
  return attachments
}

/** The bytes of one attachment; null: cut off, changed, or not there any more. */
export async function readCopied(file: ChosenFile, attachment: CopiedAttachment): Promise<Uint8Array | null> {
  const bytes = await file.read(attachment.at, attachment.bytes)
  if (bytes.length !== attachment.bytes) return null
  return (await hashHex(bytes)) === attachment.hash ? bytes : null
}
