/**
 * The sealed attachment: a receipt, a photo or a paper, sealed once and never changed. It is a file of its own, named
 * by the SHA-256 of all its bytes, and a record of its compartment names it. Big-endian:
 *
 *     "PLB1" | version u8 = 1 | vault 16 | compartment 16 | epoch 16 | attachment 16
 *     then chunks: nonce 12 | AES-256-GCM ciphertext of at most 1 MiB and tag 16
 *
 * What is sealed: length u32, the attachment, zeros to a step of 16 KiB, so that the size on disk does not tell which
 * paper it is; cut into chunks of 1 MiB, the last one shorter. Key: HKDF info "porchlight/v1/attachment/<attachment>"
 * of the epoch key, so that each attachment has its own. Associated data of a chunk: the 69 bytes of the head, its
 * index u32, 1 for the last one and else 0: chunks cannot be reordered, left out, cut off or put into another file.
 *
 * It is not signed: the record that names its hash is.
 */
import { ATTACHMENT_LIMIT_BYTES } from '#domain/attachment.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { concat, fromHex, own, type RandomBytes, toHex, utf8 } from './bytes.ts'
import type { AttachmentProblem, Hex16 } from './vault.ts'

const MAGIC = utf8('PLB')
const FORMAT = 0x31
const VERSION = 1
const HEAD_BYTES = 69
const NONCE_BYTES = 12
const TAG_BYTES = 16
const CHUNK_BYTES = 1024 * 1024
const SEALED_CHUNK_BYTES = NONCE_BYTES + CHUNK_BYTES + TAG_BYTES
const STEP_BYTES = 16 * 1024
const LENGTH_BYTES = 4

export interface AttachmentHead {
  readonly vault: Hex16
  readonly compartment: Hex16
  readonly epoch: Hex16
  readonly attachment: Hex16
}

export const attachmentKeyUse = (attachment: Hex16) => `attachment/${attachment}` as const

const headBytes = (head: AttachmentHead): Uint8Array =>
  concat(
    MAGIC,
    new Uint8Array([FORMAT, VERSION]),
    fromHex(head.vault),
    fromHex(head.compartment),
    fromHex(head.epoch),
    fromHex(head.attachment),
  )

function chunkData(head: Uint8Array, index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const place = new Uint8Array(5)
  new DataView(place.buffer).setUint32(0, index)
  place[4] = isLast ? 1 : 0
  return concat(head, place)
}

/** At most `ATTACHMENT_LIMIT_BYTES`: more is a bug of the caller, who has told the person. */
export async function sealAttachmentBytes(
  head: AttachmentHead,
  key: CryptoKey,
  random: RandomBytes,
  body: Uint8Array,
): Promise<Uint8Array> {
  if (body.length > ATTACHMENT_LIMIT_BYTES) throw new RangeError('attachment over 64 MiB')
  const padded = new Uint8Array(Math.ceil((LENGTH_BYTES + body.length) / STEP_BYTES) * STEP_BYTES)
  new DataView(padded.buffer).setUint32(0, body.length)
  padded.set(body, LENGTH_BYTES)
  const first = headBytes(head)
  const parts: Uint8Array[] = [first]
  const count = Math.ceil(padded.length / CHUNK_BYTES)
  for (let index = 0; index < count; index += 1) {
    const nonce = random(NONCE_BYTES)
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: own(nonce), additionalData: chunkData(first, index, index === count - 1) },
      key,
      padded.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    )
    parts.push(nonce, new Uint8Array(sealed))
  }
  return concat(...parts)
}

/** What stands before the chunks in clear: of which compartment it is. The bytes may be the beginning of a file. */
export function readAttachmentHead(
  bytes: Uint8Array,
): Result<AttachmentHead, Extract<AttachmentProblem, { kind: 'damaged' | 'newer-format' }>> {
  if (bytes.length < HEAD_BYTES || !MAGIC.every((byte, at) => bytes[at] === byte))
    return err({ kind: 'damaged' })
  const format = (bytes[3] ?? 0) - 0x30
  const version = bytes[4] ?? 0
  if (format > 1 && format <= 9) return err({ kind: 'newer-format', version: format })
  if (format !== 1 || version === 0) return err({ kind: 'damaged' })
  if (version > VERSION) return err({ kind: 'newer-format', version })
  const id = (at: number) => toHex(bytes.subarray(at, at + 16))
  return ok({ vault: id(5), compartment: id(21), epoch: id(37), attachment: id(53) })
}

/** Null: a chunk was changed, moved, cut off or left out, or the key does not fit. */
export async function openAttachmentBytes(key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array | null> {
  const chunks = bytes.length - HEAD_BYTES
  if (chunks < NONCE_BYTES + TAG_BYTES + LENGTH_BYTES) return null
  const count = Math.ceil(chunks / SEALED_CHUNK_BYTES)
  const paddedLength = chunks - count * (NONCE_BYTES + TAG_BYTES)
  // Before any room is made: a file of the host's is no promise of its size.
  if (paddedLength < LENGTH_BYTES || paddedLength > ATTACHMENT_LIMIT_BYTES + STEP_BYTES) return null
  const padded = new Uint8Array(paddedLength)
  const head = bytes.slice(0, HEAD_BYTES)
  for (let index = 0; index < count; index += 1) {
    const at = HEAD_BYTES + index * SEALED_CHUNK_BYTES
    const chunk = bytes.subarray(at, at + SEALED_CHUNK_BYTES)
    const plain = await openChunk(key, chunk, chunkData(head, index, index === count - 1))
    if (plain === null) return null
    padded.set(plain, index * CHUNK_BYTES)
  }
  const length = new DataView(padded.buffer).getUint32(0)
  const isWhole = length <= ATTACHMENT_LIMIT_BYTES && LENGTH_BYTES + length <= paddedLength
  return isWhole ? padded.slice(LENGTH_BYTES, LENGTH_BYTES + length) : null
}

async function openChunk(
  key: CryptoKey,
  chunk: Uint8Array,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | null> {
  try {
    const iv = own(chunk.subarray(0, NONCE_BYTES))
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      own(chunk.subarray(NONCE_BYTES)),
    )
    return new Uint8Array(plain)
  } catch {
    return null
  }
}
