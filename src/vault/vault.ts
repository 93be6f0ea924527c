/**
 * What the rest of the product sees of keys and sealing. Everything here runs in the vault worker, which holds all
 * keys and is terminated on lock; what crosses is bytes, ids and problems, never a key (except the paper secret, once,
 * to be printed). The formats are specified at the top of the file that writes each of them.
 */
import type { Compartment } from '#domain/record-kind.ts'
import type { Result } from '#domain/result.ts'

/** Lower-case hex of 16 bytes: vault, device, session, compartment, epoch ids. */
export type Hex16 = string
/** Lower-case hex of a SHA-256. */
export type Hex32 = string

/** Files that live beside the record log, by `KeyFiles` name: `device.age`, `genesis`, `epoch-<hex16>`. */
export type KeyFileSet = Readonly<Record<string, Uint8Array>>

export type UnlockProblem =
  | { readonly kind: 'wrong-passphrase' }
  /** `device.age` is absent. */
  | { readonly kind: 'missing-key-file'; readonly name: string }
  /** Not an age file, cut, or its contents do not match the group. */
  | { readonly kind: 'damaged'; readonly at: string }
  /** The age header asks for more scrypt work than 2^18; refused before any work is done. */
  | { readonly kind: 'absurd-work-factor'; readonly logN: number }
  | { readonly kind: 'newer-format'; readonly at: string; readonly version: number }

export type RecoverProblem =
  | UnlockProblem
  /** The typed secret is not well-formed (mistyped), told apart from one of another group. */
  | { readonly kind: 'mistyped-secret' }
  | { readonly kind: 'wrong-secret' }

export interface CompartmentInfo {
  readonly id: Hex16
  readonly kind: Compartment
  /** False where this laptop lacks the key: signatures and chains are still checked on the sealed bytes. */
  readonly readable: boolean
  /** Epochs whose key is here: with a new one, records that were only kept can be opened. */
  readonly epochs?: readonly Hex16[]
}

export interface Identity {
  readonly vaultId: Hex16
  readonly deviceId: Hex16
  readonly memberId: string
  /** Whose each device is, also of those that were removed. */
  readonly members: Readonly<Record<Hex16, string>>
  /** Only a coordinator's device may make compartments and bring others in. */
  readonly isCoordinator: boolean
  readonly compartments: readonly CompartmentInfo[]
}

export interface CreatedGroup {
  readonly identity: Identity
  /** To be written through `KeyFiles.replace` before anything else is. */
  readonly files: KeyFileSet
  /** Secret of the printed recovery sheet. Shown once, never stored. */
  readonly paperSecret: string
}

export type RecordType = 'change' | 'session-open' | 'control'

export interface RecordHeader {
  readonly type: RecordType
  readonly vault: Hex16
  readonly compartment: Hex16
  readonly device: Hex16
  readonly session: Hex16
  readonly epoch: Hex16
  /** From 1 within (device, session), over all compartments. */
  readonly seq: number
  /** SHA-256 of the record before in this session; zeros for the first. */
  readonly prev: Hex32
}

export interface SealedRecord {
  readonly header: RecordHeader
  readonly hash: Hex32
  readonly bytes: Uint8Array
}

/** Why sealed bytes were not taken. Each is told apart because each means something else to a person. */
export type RefusedReason =
  | 'torn'
  | 'not-a-record'
  | 'newer-format'
  | 'too-big'
  | 'wrong-vault'
  | 'unknown-device'
  | 'bad-signature'
  /** Signed by a device after the last record that its removal accepts. */
  | 'removed-device'
  | 'bad-ciphertext'

export type OpenedRecord =
  | {
      readonly kind: 'opened'
      readonly header: RecordHeader
      readonly hash: Hex32
      readonly body: Uint8Array
    }
  | { readonly kind: 'sealed'; readonly header: RecordHeader; readonly hash: Hex32 }
  | { readonly kind: 'refused'; readonly reason: RefusedReason; readonly hash: Hex32 }

/** What the store needs of an unlocked vault; `Vault` implements it, tests have a fast one without crypto. */
export interface Sealer {
  readonly identity: Identity
  /** Mints a fresh session id; its first record must be a `session-open`. Never resumes one (see [Note: one chain a session]). */
  beginSession(): Promise<Hex16>
  /** Seals bodies with consecutive seq of the current session, in order, at most 1 MiB each. */
  seal(
    items: readonly { type: RecordType; compartment: Hex16; body: Uint8Array }[],
  ): Promise<readonly SealedRecord[]>
  /** Verifies and opens; one result for each input, in order. Does not check chains: the store does. */
  open(records: readonly Uint8Array[]): Promise<readonly OpenedRecord[]>
  /** Seals a snapshot page or other local blob under the compartment's current epoch; `name` is bound as associated data. */
  sealPage(compartment: Hex16, name: string, body: Uint8Array): Promise<Uint8Array>
  openPage(
    compartment: Hex16,
    name: string,
    bytes: Uint8Array,
  ): Promise<Result<Uint8Array, { readonly kind: 'damaged' | 'no-key' }>>
  /** Ed25519 by this device over bytes of its own (snapshot manifests); verification is by device id. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
  verify(device: Hex16, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>
}

export type AttachmentProblem =
  /** Cut, changed, or not the file that the record names. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'newer-format'; readonly version: number }

/** Files beside the records; the format is in `sealed-attachment.ts`. */
export interface AttachmentSealer {
  /** At most 64 MiB. `hash` is the SHA-256 of `bytes`: the file's name, and what a record keeps of it. */
  sealAttachment(
    compartment: Hex16,
    body: Uint8Array,
  ): Promise<{ readonly hash: Hex32; readonly bytes: Uint8Array }>
  /** Verifies the hash, and that the file is of the compartment whose record names it. */
  openAttachment(
    compartment: Hex16,
    hash: Hex32,
    bytes: Uint8Array,
  ): Promise<Result<Uint8Array, AttachmentProblem>>
  /** Which compartment a file says to be of; null where it is none of this group. Needs no key. */
  attachmentCompartment(head: Uint8Array): Promise<Hex16 | null>
}

export interface Vault extends Sealer, AttachmentSealer {
  /** Founder of a group: genesis, Team and Money epochs, device file. Leaves the vault unlocked. */
  create(input: { readonly passphrase: string; readonly memberId: string }): Promise<CreatedGroup>
  unlock(input: {
    readonly files: KeyFileSet
    readonly passphrase: string
  }): Promise<Result<Identity, UnlockProblem>>
  /** Another laptop with the printed sheet: a new device, admitted by the paper key's one signed statement. */
  recover(input: {
    readonly files: KeyFileSet
    readonly paperSecret: string
    readonly passphrase: string
    readonly memberId: string
  }): Promise<Result<{ readonly identity: Identity; readonly files: KeyFileSet }, RecoverProblem>>
  /**
   * A sealed copy opened on another laptop with its own passphrase: a *new* device of the same member, admitted by
   * the device in the copy, so that no device id is ever used on two laptops.
   */
  adoptCopy(input: {
    readonly files: KeyFileSet
    readonly passphrase: string
  }): Promise<Result<{ readonly identity: Identity; readonly files: KeyFileSet }, UnlockProblem>>
  /** The last characters of the paper secret, to prove the printed sheet by typing them. */
  provePaper(typedLast: string): Promise<boolean>
  /** A new `device.age` under the new passphrase, next generation; older copies still open with the old one. */
  changePassphrase(input: {
    readonly current: string
    readonly next: string
  }): Promise<Result<KeyFileSet, UnlockProblem>>
  /**
   * Seals bytes to this device alone (an age file to its own identity): for the paper secret between set-up and the
   * proof of the sheet. Such a file never leaves the laptop and is in no copy.
   */
  keepForSelf(plain: Uint8Array): Promise<Uint8Array>
  /** Null: kept by another device, or damaged. */
  readForSelf(file: Uint8Array): Promise<Uint8Array | null>
  /** A new Care compartment for a sponsorship: its first epoch file. */
  createCare(): Promise<{ readonly compartment: CompartmentInfo; readonly files: KeyFileSet }>
  /** Stable 32-hex id for an imported row: HMAC-SHA-256(salt, text), cut to 16 bytes. */
  rowIds(saltHex: string, texts: readonly string[]): Promise<readonly Hex16[]>
}
