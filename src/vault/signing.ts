/**
 * Ed25519 keys as this folder uses them: 32-byte public keys in hex, private keys as PKCS#8 at rest and as
 * non-extractable handles in memory (never stored: Chromium writes a stored CryptoKey to the disk in clear).
 */
import { concat, fromHex, own, toHex } from './bytes.ts'

/** DER of an Ed25519 PKCS#8 private key up to its 32-byte seed (RFC 8410). */
const PKCS8_PREFIX = fromHex('302e020100300506032b657004220420')
export const SIGNATURE_BYTES = 64

export const seedToPkcs8 = (seed: Uint8Array): Uint8Array => concat(PKCS8_PREFIX, seed)

export const importSigner = (pkcs8: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', own(pkcs8), 'Ed25519', false, ['sign'])

export const importVerifier = (publicHex: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromHex(publicHex), 'Ed25519', false, ['verify'])

/** The public half of a private key, in hex. Throws on bytes that are not an Ed25519 PKCS#8 key. */
export async function publicOf(pkcs8: Uint8Array): Promise<string> {
  const key = await crypto.subtle.importKey('pkcs8', own(pkcs8), 'Ed25519', true, ['sign'])
  const { x } = await crypto.subtle.exportKey('jwk', key)
  if (x === undefined) throw new Error('an Ed25519 key exports its public half')
  const binary = atob(x.replaceAll('-', '+').replaceAll('_', '/'))
  return toHex(Uint8Array.from(binary, char => char.charCodeAt(0)))
}

export const signBytes = async (key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign('Ed25519', key, own(bytes)))

export const verifyBytes = (key: CryptoKey, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  crypto.subtle.verify('Ed25519', key, own(signature), own(bytes))
