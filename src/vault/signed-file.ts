/**
 * The signed file, version 1: what genesis, epochs, admissions and removals have in common. Public bytes, kept beside
 * the record log, readable before any key. All integers are big-endian.
 *
 *     bytes  field
 *         4  magic "PLS1"
 *         1  version, 1
 *         1  kind: 1 genesis, 2 epoch, 3 admission, 4 removal
 *        16  vault id (zeros in genesis, whose hash it is)
 *        16  signer: device id, or sixteen 0xff for the paper recovery key
 *         4  length of the statement, then the statement: UTF-8 JSON, an object
 *         4  length of the attachment, then the attachment (an age file in an epoch, else empty)
 *        64  Ed25519 signature by the signer over all before it
 *
 * The signature is over the bytes as they are, so no canonical JSON is needed. A statement's id is the first 16 bytes
 * of the SHA-256 of the whole file. Unknown JSON fields are ignored; a meaning that older versions must not ignore is
 * a new version. Statement at most 1 MiB, attachment at most 4 MiB, checked before reading.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { concat, fromHex, fromUtf8, hashHex, toHex, utf8 } from './bytes.ts'
import { SIGNATURE_BYTES, signBytes, verifyBytes } from './signing.ts'
import type { Hex16 } from './vault.ts'

export type FileProblem =
  | { readonly kind: 'damaged'; readonly at: string }
  | { readonly kind: 'newer-format'; readonly at: string; readonly version: number }

export type StatementKind = 'genesis' | 'epoch' | 'admission' | 'removal'

export interface SignedFile {
  readonly id: Hex16
  readonly kind: StatementKind
  readonly vault: Hex16
  readonly signer: Hex16
  readonly statement: Readonly<Record<string, unknown>>
  readonly attachment: Uint8Array
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

export const PAPER_SIGNER: Hex16 = 'ff'.repeat(16)
export const NO_VAULT: Hex16 = '00'.repeat(16)
const VERSION = 1
const MAGIC = utf8('PLS1')
const FIXED_BYTES = 38
const STATEMENT_LIMIT = 1024 * 1024
const ATTACHMENT_LIMIT = 4 * 1024 * 1024
const KINDS: readonly (StatementKind | undefined)[] = [undefined, 'genesis', 'epoch', 'admission', 'removal']

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function block(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return concat(length, bytes)
}

export async function writeSignedFile(input: {
  readonly kind: StatementKind
  readonly vault: Hex16
  readonly signer: Hex16
  readonly key: CryptoKey
  readonly statement: object
  readonly attachment?: Uint8Array
}): Promise<Uint8Array> {
  const signed = concat(
    MAGIC,
    new Uint8Array([VERSION, KINDS.indexOf(input.kind)]),
    fromHex(input.vault),
    fromHex(input.signer),
    block(utf8(JSON.stringify(input.statement))),
    block(input.attachment ?? new Uint8Array()),
  )
  return concat(signed, await signBytes(input.key, signed))
}

/** Reads the layout; the signature is checked by `isSignedBy` once the signer's key is known. `name` is for the problem. */
export async function parseSignedFile(
  name: string,
  bytes: Uint8Array,
): Promise<Result<SignedFile, FileProblem>> {
  const damaged = err({ kind: 'damaged', at: name } as const)
  for (let at = 0; at < MAGIC.length; at += 1) if (bytes[at] !== MAGIC[at]) return damaged
  const version = bytes[4] ?? 0
  if (version > VERSION) return err({ kind: 'newer-format', at: name, version })
  const kind = KINDS[bytes[5] ?? 0]
  if (version !== VERSION || kind === undefined) return damaged
  const statement = readBlock(bytes, FIXED_BYTES, STATEMENT_LIMIT)
  if (statement === null) return damaged
  const attachment = readBlock(bytes, statement.end, ATTACHMENT_LIMIT)
  if (attachment === null || bytes.length !== attachment.end + SIGNATURE_BYTES) return damaged
  const json = parseObject(statement.bytes)
  if (json === null) return damaged
  return ok({
    id: (await hashHex(bytes)).slice(0, 32),
    kind,
    vault: toHex(bytes.subarray(6, 22)),
    signer: toHex(bytes.subarray(22, FIXED_BYTES)),
    statement: json,
    attachment: attachment.bytes,
    signed: bytes.subarray(0, attachment.end),
    signature: bytes.subarray(attachment.end),
    bytes,
  })
}

export const isSignedBy = (file: SignedFile, verifier: CryptoKey): Promise<boolean> =>
  verifyBytes(verifier, file.signed, file.signature)

function readBlock(bytes: Uint8Array, at: number, limit: number): { bytes: Uint8Array; end: number } | null {
  if (bytes.length < at + 4) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)
  if (length > limit || bytes.length < at + 4 + length) return null
  return { bytes: bytes.subarray(at + 4, at + 4 + length), end: at + 4 + length }
}

/** A JSON object from UTF-8 bytes, or null. */
export function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(fromUtf8(bytes))
    return isObject(json) ? json : null
  } catch {
    return null
  }
}
