/**
 * `epoch-<epoch id>`: the keys of one compartment from now on, a signed file (signed-file.ts) by a coordinator's
 * device. Readable before its key, so that everybody sees who was given what.
 *
 *     { "compartment": 32 hex, "kind": "team" | "money" | "care", "epoch": 32 hex (random),
 *       "parents": [epoch ids …], "devices": [device ids …] }
 *
 * The attachment is an age file to the hybrid recipients of exactly those devices and of the paper recovery identity
 * ([Note: one kind of recipient]). Inside: UTF-8 JSON
 *
 *     { "compartment": 32 hex, "epoch": 32 hex, "keys": { <epoch id>: 64 hex … } }
 *
 * with this epoch's 32-byte key and all earlier ones of the compartment, so that who joins later can read its history.
 *
 * Two coordinators may write an epoch at the same time; both stay readable. Writers use the one with the most
 * ancestors, then the lowest id. An epoch of a removed device that its removal does not keep is never written under
 * and makes no compartment, but its keys still open what was sealed before: a removal must not cost the group its past. A compartment whose id is that of Team or Money in genesis is of that kind and every
 * other one is Care; an epoch that says otherwise does not count.
 */
import type { Compartment } from '#domain/record-kind.ts'
import { unwrapWith, wrapFor } from './age-files.ts'
import { isHex, type RandomBytes, randomId, toHex, utf8 } from './bytes.ts'
import { type Devices, mayOpen, stillCounts } from './control.ts'
import type { Genesis } from './genesis.ts'
import type { Secret } from './secret.ts'
import { isObject, isSignedBy, parseObject, type SignedFile, writeSignedFile } from './signed-file.ts'
import type { Hex16 } from './vault.ts'

export const epochName = (epoch: Hex16): string => `epoch-${epoch}`

export interface Epoch {
  readonly compartment: Hex16
  readonly kind: Compartment
  readonly epoch: Hex16
  readonly parents: readonly Hex16[]
  readonly devices: readonly Hex16[]
  readonly wrapped: Uint8Array
  /** False where its signer was removed and the removal does not keep it: for reading only. */
  readonly counts: boolean
}

/** Epoch keys of one compartment, by epoch id, in hex. */
export type EpochKeys = Readonly<Record<Hex16, string>>

export const compartmentKind = (genesis: Genesis, compartment: Hex16): Compartment =>
  compartment === genesis.team.compartment
    ? 'team'
    : compartment === genesis.money.compartment
      ? 'money'
      : 'care'

export async function writeEpoch(input: {
  readonly genesis: Genesis
  readonly devices: Devices
  readonly signer: { readonly device: Hex16; readonly key: CryptoKey }
  readonly compartment: Hex16
  readonly parents: readonly Hex16[]
  readonly earlier: EpochKeys
  readonly random: RandomBytes
  /** Given only for the first epochs, which genesis names. */
  readonly epoch?: Hex16
}): Promise<{
  readonly name: string
  readonly bytes: Uint8Array
  readonly epoch: Hex16
  readonly keys: EpochKeys
}> {
  const { genesis, compartment } = input
  const epoch = input.epoch ?? randomId(input.random)
  const kind = compartmentKind(genesis, compartment)
  const keys = { ...input.earlier, [epoch]: toHex(input.random(32)) }
  const entitled = [...input.devices.values()].filter(
    device => device.removal === null && mayOpen(device, kind, compartment),
  )
  const attachment = await wrapFor(
    [...entitled.map(device => device.age), genesis.paper.age],
    utf8(JSON.stringify({ compartment, epoch, keys })),
  )
  const bytes = await writeSignedFile({
    kind: 'epoch',
    vault: genesis.vault,
    signer: input.signer.device,
    key: input.signer.key,
    statement: { compartment, kind, epoch, parents: input.parents, devices: entitled.map(d => d.device) },
    attachment,
  })
  return { name: epochName(epoch), bytes, epoch, keys }
}

/** Null where the statement is not an epoch of this group by a coordinator. */
export async function readEpoch(genesis: Genesis, devices: Devices, file: SignedFile): Promise<Epoch | null> {
  const signer = devices.get(file.signer)
  if (file.kind !== 'epoch' || file.vault !== genesis.vault || signer === undefined) return null
  if (signer.role !== 'coordinator') return null
  const { compartment, kind, epoch, parents, devices: entitled } = file.statement
  if (!isHex(compartment, 16) || !isHex(epoch, 16) || !isIds(parents) || !isIds(entitled)) return null
  if (kind !== compartmentKind(genesis, compartment)) return null
  if (!(await isSignedBy(file, signer.verifier))) return null
  return {
    compartment,
    kind: compartmentKind(genesis, compartment),
    epoch,
    parents,
    devices: entitled,
    wrapped: file.attachment,
    counts: stillCounts(signer, file.id),
  }
}

const isIds = (value: unknown): value is readonly Hex16[] =>
  Array.isArray(value) && value.every(id => isHex(id, 16))

/** The keys in an epoch for one identity, or null where it is not among the recipients. */
export async function openEpoch(epoch: Epoch, identity: Secret<string>): Promise<EpochKeys | null> {
  const plain = await unwrapWith(identity, epoch.wrapped)
  const inner = plain === null ? null : parseObject(plain)
  if (inner === null || inner['compartment'] !== epoch.compartment || inner['epoch'] !== epoch.epoch)
    return null
  const keys = parseEpochKeys(inner['keys'])
  return keys !== null && epoch.epoch in keys ? keys : null
}

export function parseEpochKeys(value: unknown): EpochKeys | null {
  if (!isObject(value)) return null
  const keys: Record<Hex16, string> = {}
  for (const [id, key] of Object.entries(value)) {
    if (!isHex(id, 16) || !isHex(key, 32)) return null
    keys[id] = key
  }
  return keys
}

/** The epoch that writers use: most ancestors, then lowest id. */
export function currentEpoch(epochs: readonly Epoch[]): Epoch | undefined {
  const byId = new Map(epochs.map(epoch => [epoch.epoch, epoch]))
  const ancestors = (epoch: Epoch): number => {
    const seen = new Set<Hex16>()
    const waiting = [...epoch.parents]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id) || id === epoch.epoch) continue
      seen.add(id)
      waiting.push(...(byId.get(id)?.parents ?? []))
    }
    return seen.size
  }
  const ranked = epochs.filter(epoch => epoch.counts).map(epoch => ({ epoch, rank: ancestors(epoch) }))
  ranked.sort((a, b) => b.rank - a.rank || (a.epoch.epoch < b.epoch.epoch ? -1 : 1))
  return ranked[0]?.epoch
}
