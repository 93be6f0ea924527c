/**
 * age for keys that touch a disk. Recipients are post-quantum hybrid (`age1pq1…`) without exception: what a person
 * fled stays dangerous for decades, and folder providers keep old ciphertext.
 *
 * [Note: one kind of recipient] An age file with one classical recipient beside the hybrid ones is only as strong as
 * the classical one. The `age` tool refuses to write such a file, the library does not; so this is the only place
 * that adds recipients, and it refuses.
 */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { own } from './bytes.ts'
import { Secret } from './secret.ts'

const HYBRID_RECIPIENT = /^age1pq1[02-9ac-hj-np-z]{1952}$/

export const isHybridRecipient = (text: unknown): text is string =>
  typeof text === 'string' && HYBRID_RECIPIENT.test(text)

export interface AgePair {
  readonly identity: Secret<string>
  readonly recipient: string
}

export async function newAgePair(): Promise<AgePair> {
  const identity = await generateHybridIdentity()
  return { identity: new Secret(identity), recipient: await identityToRecipient(identity) }
}

/** The public half of an identity. */
export const recipientOf = (identity: Secret<string>): Promise<string> =>
  identityToRecipient(identity.reveal())

/** Encrypts to all recipients. Throws unless every one is hybrid ([Note: one kind of recipient]). */
export async function wrapFor(recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error('an age file needs a recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    if (!isHybridRecipient(recipient)) throw new Error('only hybrid recipients may be used')
    encrypter.addRecipient(recipient)
  }
  return encrypter.encrypt(own(plain))
}

/** The plaintext, or null where this identity is not among the recipients or the file is damaged. */
export async function unwrapWith(identity: Secret<string>, file: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity.reveal())
  try {
    return await decrypter.decrypt(own(file))
  } catch {
    return null
  }
}
