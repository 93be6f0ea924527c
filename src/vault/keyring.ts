/**
 * The keys of an unlocked vault, in the worker's memory only. From an epoch key AES-256-GCM keys are derived,
 * HKDF-SHA-256 without salt: info "porchlight/v1/update" seals records, "porchlight/v1/page" seals this laptop's
 * snapshot pages, "porchlight/v1/attachment/<id>" one attachment each, so that none can ever be taken for another.
 * Derived keys are non-extractable.
 *
 * Keys are looked up by compartment *and* epoch: a record that names a Team epoch in a Care compartment finds none.
 */
import type { Compartment } from '#domain/record-kind.ts'
import { fromHex, own, utf8 } from './bytes.ts'
import { currentEpoch, type Epoch, type EpochKeys } from './epoch.ts'
import { Secret } from './secret.ts'
import type { CompartmentInfo, Hex16 } from './vault.ts'

export type KeyUse = 'update' | 'page' | `attachment/${Hex16}`

export interface Keyring {
  addEpoch(epoch: Epoch): void
  addKeys(compartment: Hex16, keys: EpochKeys): void
  /** Undefined where this laptop lacks the key. */
  key(compartment: Hex16, epoch: Hex16, use: KeyUse): Promise<CryptoKey> | undefined
  /** The epoch that this laptop writes under. */
  current(compartment: Hex16): Hex16 | undefined
  epochsOf(compartment: Hex16): readonly Epoch[]
  /** All keys of a compartment, to hand them on in a new epoch. */
  keysOf(compartment: Hex16): EpochKeys
  /** Every key by compartment, to hand them to a new device of the same member. */
  allKeys(): Readonly<Record<Hex16, EpochKeys>>
  compartments(): readonly CompartmentInfo[]
}

const KIND_ORDER: Readonly<Record<Compartment, number>> = { team: 0, money: 1, care: 2 }

async function deriveKey(rawHex: string, use: KeyUse): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', own(fromHex(rawHex)), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(`porchlight/v1/${use}`) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export function createKeyring(): Keyring {
  const epochs = new Map<Hex16, Epoch[]>()
  const keys = new Map<Hex16, Map<Hex16, Secret<string>>>()
  const derived = new Map<string, Promise<CryptoKey>>()

  const readable = (compartment: Hex16) =>
    epochs.get(compartment)?.some(epoch => keys.get(compartment)?.has(epoch.epoch)) ?? false

  const keysOf = (compartment: Hex16): EpochKeys =>
    Object.fromEntries([...(keys.get(compartment) ?? [])].map(([id, key]) => [id, key.reveal()]))

  return {
    addEpoch: epoch => {
      epochs.set(epoch.compartment, [...(epochs.get(epoch.compartment) ?? []), epoch])
    },
    addKeys: (compartment, added) => {
      const known = keys.get(compartment) ?? new Map<Hex16, Secret<string>>()
      // The first key heard for an epoch stays: an epoch id is random, so two keys for one are an attack or a bug.
      for (const [id, key] of Object.entries(added)) if (!known.has(id)) known.set(id, new Secret(key))
      keys.set(compartment, known)
    },
    key: (compartment, epoch, use) => {
      const raw = keys.get(compartment)?.get(epoch)
      if (raw === undefined) return undefined
      const name = `${compartment}/${epoch}/${use}`
      const made = derived.get(name) ?? deriveKey(raw.reveal(), use)
      derived.set(name, made)
      return made
    },
    current: compartment =>
      currentEpoch((epochs.get(compartment) ?? []).filter(epoch => keys.get(compartment)?.has(epoch.epoch)))
        ?.epoch,
    epochsOf: compartment => epochs.get(compartment) ?? [],
    keysOf,
    allKeys: () => Object.fromEntries([...keys.keys()].map(id => [id, keysOf(id)])),
    compartments: () =>
      [...epochs]
        .flatMap(([id, known]) => {
          const counted = known.find(epoch => epoch.counts)
          return counted === undefined
            ? []
            : [{ id, kind: counted.kind, readable: readable(id), epochs: Object.keys(keysOf(id)) }]
        })
        .sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (a.id < b.id ? -1 : 1)),
  }
}
