/**
 * The paper secret of the printed recovery sheet: a hybrid age identity, `AGE-SECRET-KEY-PQ-1` and 58 characters, of
 * which the last 6 are its bech32 checksum. It opens every epoch of every compartment, and
 *
 *     Ed25519 seed = HKDF-SHA-256(the identity's 32 bytes, no salt, info "porchlight/v1/paper-recovery")
 *
 * may sign one kind of statement, *admit this device as coordinator* (control.ts). It is shown once and stored
 * nowhere. `device.age` keeps SHA-256("porchlight/v1/paper-tail" | vault id | last 8 characters) so that the sheet
 * can be proven by typing them; 8 characters tell an attacker who already opened `device.age` at most 40 of 256 bits.
 *
 * Typed text is forgiven its case, spaces, line breaks, hyphens, a missing `AGE-SECRET-KEY-PQ-1`, and letters that
 * the alphabet does not have (O for 0, I for L). The checksum tells a mistyped secret from that of another group.
 */
import { identityToRecipient } from 'age-encryption'
import { concat, fromHex, hashHex, own, utf8 } from './bytes.ts'
import { Secret } from './secret.ts'
import { importSigner, publicOf, seedToPkcs8 } from './signing.ts'
import type { Hex16, Hex32 } from './vault.ts'

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
const HUMAN_PART = 'age-secret-key-pq-'
const PREFIX = 'AGE-SECRET-KEY-PQ-1'
const DATA_CHARS = 58
const CHECKSUM_CHARS = 6
export const PAPER_TAIL_CHARS = 8

/** Groups of four for printing: `AGE-SECRET-KEY-PQ-1 ABCD EFGH …`. */
export function paperGroups(secret: string): readonly string[] {
  const data = secret.slice(PREFIX.length)
  return [PREFIX, ...(data.match(/.{1,4}/g) ?? [])]
}

/** The secret as age writes it, or null where what was typed is not well formed. */
export function parsePaperSecret(typed: string): Secret<string> | null {
  const letters = lettersOf(typed)
  const bare = lettersOf(PREFIX)
  const data = dataAlphabet(letters.startsWith(bare) ? letters.slice(bare.length) : letters)
  if (data.length !== DATA_CHARS || bech32Bytes(data) === null) return null
  return new Secret(PREFIX + data.toUpperCase())
}

const lettersOf = (typed: string) => typed.toLowerCase().replace(/[^a-z0-9]/g, '')

const dataAlphabet = (letters: string) =>
  letters.replaceAll('o', '0').replaceAll('i', 'l').replaceAll('1', 'l')

/** BIP 173: five bits a character, checksum over the human part and the data. Null where anything does not fit. */
function bech32Bytes(data: string): Uint8Array | null {
  const values: number[] = []
  for (const char of data) {
    const value = ALPHABET.indexOf(char)
    if (value < 0) return null
    values.push(value)
  }
  const human = [...HUMAN_PART].map(char => char.charCodeAt(0))
  const expanded = [...human.map(code => code >> 5), 0, ...human.map(code => code & 31)]
  if (polymod([...expanded, ...values]) !== 1) return null
  return fiveToEight(values.slice(0, -CHECKSUM_CHARS))
}

function polymod(values: readonly number[]): number {
  let check = 1
  for (const value of values) {
    const top = check >>> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of GENERATORS.entries()) if ((top >>> bit) & 1) check ^= generator
  }
  return check >>> 0
}

function fiveToEight(values: readonly number[]): Uint8Array | null {
  const bytes: number[] = []
  let buffer = 0
  let bits = 0
  for (const value of values) {
    buffer = ((buffer << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((buffer >> bits) & 0xff)
    }
  }
  const rest = buffer & ((1 << bits) - 1)
  return bytes.length === 32 && rest === 0 ? Uint8Array.from(bytes) : null
}

export interface PaperKeys {
  readonly identity: Secret<string>
  readonly recipient: string
  readonly signPublic: Hex32
  readonly signer: CryptoKey
  readonly tail: string
}

/** All that follows from a well-formed paper secret. */
export async function paperKeys(secret: Secret<string>): Promise<PaperKeys> {
  const data = secret.reveal().slice(PREFIX.length).toLowerCase()
  const bytes = bech32Bytes(data)
  if (bytes === null) throw new Error('the paper secret was parsed before')
  const base = await crypto.subtle.importKey('raw', own(bytes), 'HKDF', false, ['deriveBits'])
  const seed = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('porchlight/v1/paper-recovery') },
    base,
    256,
  )
  const pkcs8 = seedToPkcs8(new Uint8Array(seed))
  return {
    identity: secret,
    recipient: await identityToRecipient(secret.reveal()),
    signPublic: await publicOf(pkcs8),
    signer: await importSigner(pkcs8),
    tail: data.slice(-PAPER_TAIL_CHARS),
  }
}

/** What `device.age` keeps of the sheet's last characters. */
export const paperTailHash = (vault: Hex16, tail: string): Promise<Hex32> =>
  hashHex(concat(utf8('porchlight/v1/paper-tail'), fromHex(vault), utf8(tail)))

/** The last characters of what was typed, or null when there are too few. */
export function typedTail(typed: string): string | null {
  const data = dataAlphabet(lettersOf(typed))
  return data.length < PAPER_TAIL_CHARS ? null : data.slice(-PAPER_TAIL_CHARS)
}
