/**
 * The sealed record, version 1: one change (or a part of one), session opening or control statement, the same bytes
 * at rest, in a shared folder and in a copy. All integers are big-endian.
 *
 *     offset  bytes  field
 *          0      4  magic "PLR1"
 *          4      1  version, 1
 *          5      1  type: 1 change, 2 session-open, 3 control
 *          6     16  vault id
 *         22     16  compartment id
 *         38     16  device id
 *         54     16  session id
 *         70     16  epoch id
 *         86      8  seq, 1 to 2^53 - 1
 *         94     32  prev: SHA-256 of the whole record before in this session; zeros for the first
 *        126      4  length n of ciphertext and tag
 *        130     12  nonce
 *        142      n  AES-256-GCM ciphertext, then its 16-byte tag
 *      142+n     64  Ed25519 signature by the device over bytes 0 to 142+n
 *
 * - Key: HKDF-SHA-256 of the epoch key, no salt, info "porchlight/v1/update". Associated data: bytes 0 to 130.
 * - Plaintext: body length u32, body, zeros up to the next multiple of 256; so n is 16 more than such a multiple.
 *   The padding hides all but the rough size; padding that is not zero or not shortest is refused.
 * - The nonce is random, never a counter: a counter repeats after a restored backup or a copied profile, and GCM
 *   then gives its key away. Random 96 bits are safe to 2^32 records a key.
 * - The signature is there because everyone in a compartment has its key: the tag alone would let one member write
 *   in another's name. It is checked before anything is decrypted, and covers vault, compartment, device, session
 *   and epoch, so that a record moved to another place is refused there.
 * - A body is at most 1 MiB. The length is checked before any work is done.
 *
 * Refusals, in the order they are looked for: `torn` (a true beginning of a record, cut), `not-a-record`,
 * `newer-format`, `too-big`; then by the vault `wrong-vault`, `unknown-device`, `bad-signature`, `removed-device`,
 * `bad-ciphertext`. Chains (gap, replay, fork) are judged by the store, which sees more than one record.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { concat, fromHex, hashHex, isHex, own, toHex, utf8 } from './bytes.ts'
import { SIGNATURE_BYTES, signBytes, verifyBytes } from './signing.ts'
import type { RecordHeader, RecordType, RefusedReason, SealedRecord } from './vault.ts'

export const RECORD_VERSION = 1
/** Of one record's body. */
export const BODY_LIMIT_BYTES = 1024 * 1024
const HEADER_BYTES = 130
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PAD_BYTES = 256
const LENGTH_BYTES = 4
const MAGIC = utf8('PLR1')
const MAX_CIPHERTEXT = paddedLength(BODY_LIMIT_BYTES) + TAG_BYTES
export const ZERO_HASH = '0'.repeat(64)

const TYPE_CODES: Readonly<Record<RecordType, number>> = { change: 1, 'session-open': 2, control: 3 }
const TYPES: readonly (RecordType | undefined)[] = [undefined, 'change', 'session-open', 'control']

export interface ParsedRecord {
  readonly header: RecordHeader
  readonly associated: Uint8Array
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

function paddedLength(bodyBytes: number): number {
  return Math.ceil((LENGTH_BYTES + bodyBytes) / PAD_BYTES) * PAD_BYTES
}

/** Pads a body to steps of 256 bytes, so that a record's size says little about what is in it. */
export function padBody(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(paddedLength(body.length))
  new DataView(plain.buffer).setUint32(0, body.length)
  plain.set(body, LENGTH_BYTES)
  return plain
}

/** The body, or null where the length or the padding is not what `padBody` writes. */
export function unpadBody(plain: Uint8Array): Uint8Array | null {
  if (plain.length < PAD_BYTES) return null
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0)
  if (paddedLength(length) !== plain.length) return null
  for (let at = LENGTH_BYTES + length; at < plain.length; at += 1) if (plain[at] !== 0) return null
  return plain.subarray(LENGTH_BYTES, LENGTH_BYTES + length)
}

function encodeHeader(header: RecordHeader, ciphertextBytes: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  bytes[4] = RECORD_VERSION
  bytes[5] = TYPE_CODES[header.type]
  const ids = [header.vault, header.compartment, header.device, header.session, header.epoch]
  for (const [index, id] of ids.entries()) {
    if (!isHex(id, 16)) throw new Error('a record header takes ids of 16 bytes in hex')
    bytes.set(fromHex(id), 6 + index * 16)
  }
  if (!Number.isSafeInteger(header.seq) || header.seq < 1) throw new Error('seq starts at 1')
  view.setBigUint64(86, BigInt(header.seq))
  bytes.set(fromHex(header.prev), 94)
  view.setUint32(126, ciphertextBytes)
  return bytes
}

/** Seals one body. The caller checks `BODY_LIMIT_BYTES` and passes a nonce that was never used: 12 random bytes. */
export async function sealRecord(input: {
  readonly header: RecordHeader
  readonly body: Uint8Array
  readonly key: CryptoKey
  readonly signer: CryptoKey
  readonly nonce: Uint8Array
}): Promise<SealedRecord> {
  if (input.body.length > BODY_LIMIT_BYTES) throw new RangeError('a record body is at most 1 MiB')
  const plain = padBody(input.body)
  const associated = encodeHeader(input.header, plain.length + TAG_BYTES)
  const ciphertext = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: own(input.nonce), additionalData: own(associated) },
      input.key,
      plain,
    ),
  )
  const signed = concat(associated, input.nonce, ciphertext)
  const bytes = concat(signed, await signBytes(input.signer, signed))
  return { header: input.header, hash: await hashHex(bytes), bytes }
}

/** Reads the layout only: nothing is authenticated yet. Never reads past the given bytes, never allocates by a length in them. */
export function parseRecord(bytes: Uint8Array): Result<ParsedRecord, RefusedReason> {
  for (let at = 0; at < MAGIC.length; at += 1) {
    if (at >= bytes.length) return err('torn')
    if (bytes[at] !== MAGIC[at]) return err('not-a-record')
  }
  const version = bytes[4]
  if (version === undefined) return err('torn')
  if (version === 0) return err('not-a-record')
  if (version > RECORD_VERSION) return err('newer-format')
  const typeCode = bytes[5]
  if (typeCode === undefined) return err('torn')
  const type = TYPES[typeCode]
  if (type === undefined) return err('not-a-record')
  if (bytes.length < HEADER_BYTES) return err('torn')

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(126)
  if (length > MAX_CIPHERTEXT) return err('too-big')
  if (length < PAD_BYTES + TAG_BYTES || (length - TAG_BYTES) % PAD_BYTES !== 0) return err('not-a-record')
  const seq = view.getBigUint64(86)
  if (seq < 1n || seq > BigInt(Number.MAX_SAFE_INTEGER)) return err('not-a-record')
  const signedBytes = HEADER_BYTES + NONCE_BYTES + length
  if (bytes.length < signedBytes + SIGNATURE_BYTES) return err('torn')
  if (bytes.length > signedBytes + SIGNATURE_BYTES) return err('not-a-record')

  const id = (at: number) => toHex(bytes.subarray(at, at + 16))
  return ok({
    header: {
      type,
      vault: id(6),
      compartment: id(22),
      device: id(38),
      session: id(54),
      epoch: id(70),
      seq: Number(seq),
      prev: toHex(bytes.subarray(94, 126)),
    },
    associated: bytes.subarray(0, HEADER_BYTES),
    nonce: bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES),
    ciphertext: bytes.subarray(HEADER_BYTES + NONCE_BYTES, signedBytes),
    signed: bytes.subarray(0, signedBytes),
    signature: bytes.subarray(signedBytes),
  })
}

export const verifyRecord = (record: ParsedRecord, verifier: CryptoKey): Promise<boolean> =>
  verifyBytes(verifier, record.signed, record.signature)

/** The body, or null (`bad-ciphertext`) where tag, key or padding do not fit. */
export async function openRecord(record: ParsedRecord, key: CryptoKey): Promise<Uint8Array | null> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: own(record.nonce), additionalData: own(record.associated) },
      key,
      own(record.ciphertext),
    )
    return unpadBody(new Uint8Array(plain))
  } catch {
    return null
  }
}
