/** Bytes, hex and hashing shared by the formats of this folder. */
import { concatBytes } from '#domain/bytes.ts'
import type { Hex16, Hex32 } from './vault.ts'

/** A source of random bytes; the worker entry passes the machine's, tests may pass a seeded one. */
export type RandomBytes = (count: number) => Uint8Array

/** WebCrypto's types refuse views that could be shared memory; nothing here ever makes shared memory. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => own(encoder.encode(text))

/** Throws on bytes that are not UTF-8: callers read only what was authenticated, or catch. */
export const fromUtf8 = (bytes: Uint8Array): string => strictDecoder.decode(bytes)

export const concat = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => concatBytes(parts)

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))

export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

/** Lower-case hex of an even length; anything else is a bug of the caller, who has checked it with `isHex`. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  if (!isHex(hex, hex.length / 2)) throw new Error('not lower-case hex')
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}

export const isHex = (value: unknown, byteCount: number): value is string =>
  typeof value === 'string' && value.length === byteCount * 2 && /^[0-9a-f]*$/.test(value)

export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes)))
}

export const hashHex = async (bytes: Uint8Array): Promise<Hex32> => toHex(await sha256(bytes))

export const randomId = (random: RandomBytes): Hex16 => toHex(random(16))

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}
