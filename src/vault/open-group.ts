/**
 * A group as its key files tell it: genesis, every device that may write, every compartment and the keys that this
 * laptop can open. Used by unlocking, recovery and copies, so that all three accept and refuse the same files.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { hashHex } from './bytes.ts'
import { type Devices, resolveDevices } from './control.ts'
import { DEVICE_NAME, type DeviceSecrets } from './device-file.ts'
import { type Epoch, type EpochKeys, epochName, openEpoch, readEpoch } from './epoch.ts'
import { GENESIS_NAME, type Genesis, readGenesis } from './genesis.ts'
import { INDEX_NAME, isIndex, type KeyIndex, parseIndex } from './key-index.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import type { Secret } from './secret.ts'
import {
  type FileProblem,
  isSignedBy,
  PAPER_SIGNER,
  parseSignedFile,
  type SignedFile,
} from './signed-file.ts'
import { importSigner, importVerifier, publicOf } from './signing.ts'
import type { Hex16, KeyFileSet, UnlockProblem } from './vault.ts'

export type GroupProblem = FileProblem | { readonly kind: 'missing-key-file'; readonly name: string }

/** What anybody can read from the public key files. */
export interface PublicGroup {
  readonly genesis: Genesis
  readonly statements: readonly SignedFile[]
  readonly devices: Devices
}

/** An unlocked group. Lives in the worker's memory until the worker is terminated. */
export interface OpenGroup extends PublicGroup {
  readonly secrets: DeviceSecrets
  readonly signer: CryptoKey
  readonly ring: Keyring
  readonly files: Map<string, Uint8Array>
}

const STATEMENT_NAME = /^(epoch|admit|remove)-[0-9a-f]{32}$/

/** Checks the index against the files. A missing index is allowed: a copy that lists its own files has none. */
export async function checkIndex(
  files: KeyFileSet,
): Promise<Result<{ readonly deviceIntact: boolean }, GroupProblem>> {
  const bytes = files[INDEX_NAME]
  const index = bytes === undefined ? new Map<string, readonly string[]>() : parseIndex(bytes)
  if (!isIndex(index)) return err(index)
  for (const [name, sums] of index) {
    const file = Object.hasOwn(files, name) ? files[name] : undefined
    // `device.age` is tried all the same: where it opens, the hash is what is wrong; and recovery does without it.
    if (name === DEVICE_NAME) continue
    if (file === undefined) return err({ kind: 'missing-key-file', name })
    if (!sums.includes(await hashHex(file))) return err({ kind: 'damaged', at: name })
  }
  return ok({ deviceIntact: await isIntact(index, files) })
}

async function isIntact(index: KeyIndex, files: KeyFileSet): Promise<boolean> {
  const device = files[DEVICE_NAME]
  const sums = index.get(DEVICE_NAME)
  return device === undefined || sums === undefined || sums.includes(await hashHex(device))
}

export async function readPublicGroup(files: KeyFileSet): Promise<Result<PublicGroup, GroupProblem>> {
  const genesisBytes = files[GENESIS_NAME]
  if (genesisBytes === undefined) return err({ kind: 'missing-key-file', name: GENESIS_NAME })
  const genesis = await readGenesis(genesisBytes)
  if (!genesis.ok) return genesis
  for (const { epoch } of [genesis.value.team, genesis.value.money]) {
    const name = epochName(epoch)
    if (files[name] === undefined) return err({ kind: 'missing-key-file', name })
  }
  const statements: SignedFile[] = []
  for (const [name, bytes] of Object.entries(files)) {
    if (!STATEMENT_NAME.test(name)) continue
    const file = await parseSignedFile(name, bytes)
    if (!file.ok) return file
    const named = statementName(file.value) === name
    if (!named || file.value.vault !== genesis.value.vault) return err({ kind: 'damaged', at: name })
    statements.push(file.value)
  }
  const devices = await resolveDevices(genesis.value, statements)
  const forged = await findForged(genesis.value, devices, statements)
  if (forged !== null) return err({ kind: 'damaged', at: forged })
  return ok({ genesis: genesis.value, statements, devices })
}

/** The key file that a statement belongs in; a statement under another name was swapped. */
export function statementName(file: SignedFile): string {
  switch (file.kind) {
    case 'genesis':
      return GENESIS_NAME
    case 'epoch':
      return epochName(String(file.statement['epoch']))
    case 'admission':
      return `admit-${file.id}`
    case 'removal':
      return `remove-${file.id}`
  }
}

/** A statement with a signature that is not its signer's. One by an unknown signer is kept: its admission may be on its way. */
async function findForged(
  genesis: Genesis,
  devices: Devices,
  statements: readonly SignedFile[],
): Promise<string | null> {
  const paper = await importVerifier(genesis.paper.sign)
  for (const file of statements) {
    const verifier = file.signer === PAPER_SIGNER ? paper : devices.get(file.signer)?.verifier
    if (verifier !== undefined && !(await isSignedBy(file, verifier))) return statementName(file)
  }
  return null
}

/**
 * Fills a keyring with every epoch and the keys that `identity` can open. `handed` is what `device.age` brought.
 *
 * [Note: whose word a key is] An epoch also carries the keys of earlier ones, and the first key heard for an epoch
 * stays. So an epoch's own file is heard first, then what was handed over, then epochs that count; and one that does
 * not count, because its signer was removed, is not heard at all about an epoch that does: else somebody who left
 * could put a key that he knows in the place of the one the group writes under.
 */
export async function openKeys(
  group: PublicGroup,
  identity: Secret<string>,
  handed: Readonly<Record<Hex16, EpochKeys>> = {},
): Promise<Keyring> {
  const ring = createKeyring()
  const opened: { readonly epoch: Epoch; readonly keys: EpochKeys }[] = []
  const counted = new Set<string>()
  for (const file of group.statements) {
    const epoch = await readEpoch(group.genesis, group.devices, file)
    if (epoch === null) continue
    ring.addEpoch(epoch)
    if (epoch.counts) counted.add(epoch.epoch)
    const keys = await openEpoch(epoch, identity)
    if (keys !== null) opened.push({ epoch, keys })
  }
  for (const { epoch, keys } of opened)
    ring.addKeys(
      epoch.compartment,
      only(keys, id => id === epoch.epoch),
    )
  for (const [compartment, keys] of Object.entries(handed)) ring.addKeys(compartment, keys)
  for (const { epoch, keys } of opened) if (epoch.counts) ring.addKeys(epoch.compartment, keys)
  for (const { epoch, keys } of opened)
    ring.addKeys(
      epoch.compartment,
      only(keys, id => !counted.has(id)),
    )
  return ring
}

const only = (keys: EpochKeys, isMeant: (epoch: Hex16) => boolean): EpochKeys =>
  Object.fromEntries(Object.entries(keys).filter(([id]) => isMeant(id)))

/** An unlocked group from its public files and this device's secrets, which must be those of an admitted device. */
export async function openGroup(
  group: PublicGroup,
  secrets: DeviceSecrets,
  files: KeyFileSet,
): Promise<Result<OpenGroup, UnlockProblem>> {
  const damaged = err({ kind: 'damaged', at: DEVICE_NAME } as const)
  if (secrets.vault !== group.genesis.vault) return damaged
  const device = group.devices.get(secrets.device)
  if (device === undefined || device.member !== secrets.member) return damaged
  const pkcs8 = secrets.sign.reveal()
  const signPublic = await publicOf(pkcs8).catch(() => null)
  if (signPublic !== device.sign) return damaged
  const ring = await openKeys(group, secrets.age, secrets.keys.reveal())
  const lost = unopened(ring, secrets.device)
  if (lost !== null) return err({ kind: 'damaged', at: lost })
  return ok({
    ...group,
    secrets,
    signer: await importSigner(pkcs8),
    ring,
    files: new Map(Object.entries(files)),
  })
}

/** An epoch that counts, names this device as entitled, and yet did not open for it. */
function unopened(ring: Keyring, device: Hex16): string | null {
  for (const { id } of ring.compartments()) {
    for (const epoch of ring.epochsOf(id)) {
      const isMeant = epoch.counts && epoch.devices.includes(device)
      if (isMeant && !(epoch.epoch in ring.keysOf(id))) return epochName(epoch.epoch)
    }
  }
  return null
}
