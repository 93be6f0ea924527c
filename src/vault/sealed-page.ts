/**
 * The sealed page: a snapshot page or other blob that only this laptop keeps, sealed under a compartment's epoch.
 * It is not signed: the snapshot's manifest is (`Vault.sign`) and names each page's hash. Big-endian:
 *
 *     "PLP1" | version u8 = 1 | epoch 16 | nonce 12 | AES-256-GCM ciphertext and tag
 *
 * Key: HKDF info "porchlight/v1/page" of the epoch key (keyring.ts). Associated data: the first 21 bytes, vault 16,
 * compartment 16, then the page's name in UTF-8, so that a page is refused under any other name or in another group.
 */
import { concat, fromHex, own, toHex, utf8 } from './bytes.ts'
import type { Hex16 } from './vault.ts'

const MAGIC = utf8('PLP1')
const VERSION = 1
const EPOCH_AT = 5
const NONCE_AT = 21
const BODY_AT = 33
const TAG_BYTES = 16

export interface PagePlace {
  readonly vault: Hex16
  readonly compartment: Hex16
  readonly name: string
}

const associatedData = (head: Uint8Array, place: PagePlace) =>
  concat(head, fromHex(place.vault), fromHex(place.compartment), utf8(place.name))

export async function sealPageBytes(
  place: PagePlace,
  epoch: Hex16,
  key: CryptoKey,
  nonce: Uint8Array,
  body: Uint8Array,
): Promise<Uint8Array> {
  const head = concat(MAGIC, new Uint8Array([VERSION]), fromHex(epoch))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: own(nonce), additionalData: associatedData(head, place) },
    key,
    own(body),
  )
  return concat(head, nonce, new Uint8Array(sealed))
}

/** Under which epoch a page was sealed, or null where it is not a page of this version. */
export function pageEpoch(bytes: Uint8Array): Hex16 | null {
  if (bytes.length < BODY_AT + TAG_BYTES || bytes[4] !== VERSION) return null
  for (let at = 0; at < MAGIC.length; at += 1) if (bytes[at] !== MAGIC[at]) return null
  return toHex(bytes.subarray(EPOCH_AT, NONCE_AT))
}

/** The page, or null where it is damaged, from another place, or the key does not fit. */
export async function openPageBytes(
  place: PagePlace,
  key: CryptoKey,
  bytes: Uint8Array,
): Promise<Uint8Array | null> {
  try {
    const plain = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: own(bytes.subarray(NONCE_AT, BODY_AT)),
        additionalData: associatedData(bytes.subarray(0, NONCE_AT), place),
      },
      key,
      own(bytes.subarray(BODY_AT)),
    )
    return new Uint8Array(plain)
  } catch {
    return null
  }
}
