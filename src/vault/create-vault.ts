/**
 * The vault itself, as `vault.ts` promises it: founding a group, unlocking, recovering, opening a copy, and sealing.
 * Runs in the vault worker: scrypt is synchronous and would freeze a page for seconds, and locking is terminating
 * the worker, which is why nothing here forgets keys by hand.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { admitBesideCopy, recoverWithPaper } from './admit-device.ts'
import { recipientOf, unwrapWith, wrapFor } from './age-files.ts'
import { createAttachmentSealing } from './attachment-sealing.ts'
import { hashHex, type RandomBytes, randomId } from './bytes.ts'
import { createDeviceFiles, DEVICE_NAME, type DeviceFiles, type DeviceSecrets } from './device-file.ts'
import { readEpoch, writeEpoch } from './epoch.ts'
import { foundGroup } from './found-group.ts'
import { INDEX_NAME, indexOf, withIndex, writeIndex } from './key-index.ts'
import { checkIndex, type OpenGroup, openGroup, readPublicGroup } from './open-group.ts'
import { paperTailHash, typedTail } from './paper.ts'
import { createRecordSealing, type RecordSealing, rowIds } from './record-sealing.ts'
import { parseSignedFile } from './signed-file.ts'
import type {
  AttachmentSealer,
  CompartmentInfo,
  Identity,
  KeyFileSet,
  UnlockProblem,
  Vault,
} from './vault.ts'

interface Parts {
  readonly random: RandomBytes
  /** Only tests pass their own, with less scrypt work: see device-file.ts. */
  readonly deviceFiles?: DeviceFiles
}

interface Unlocked {
  readonly group: OpenGroup
  readonly sealing: RecordSealing
  readonly attachments: AttachmentSealer
}

export function createVault(parts: Parts): Vault {
  const { random } = parts
  const deviceFiles = parts.deviceFiles ?? createDeviceFiles()
  let unlocked: Unlocked | null = null

  const current = (): Unlocked => {
    if (unlocked === null) throw new Error('the vault is locked')
    return unlocked
  }
  const enter = (group: OpenGroup): Identity => {
    unlocked = {
      group,
      sealing: createRecordSealing(group, random),
      attachments: createAttachmentSealing(group, random),
    }
    return identityOf(group)
  }

  return {
    get identity() {
      return identityOf(current().group)
    },
    create: async ({ passphrase, memberId }) => {
      const founded = await foundGroup({ random, deviceFiles, memberId, passphrase })
      const files = await withIndex(founded.files)
      const group = await readPublicGroup(files)
      const opened = group.ok ? await openGroup(group.value, founded.secrets, files) : group
      if (!opened.ok) throw new Error(`a new group does not open: ${opened.problem.kind}`)
      return { identity: enter(opened.value), files, paperSecret: founded.paper.identity.reveal() }
    },
    unlock: async ({ files, passphrase }) => {
      const opened = await unlockFiles(deviceFiles, files, passphrase)
      return opened.ok ? ok(enter(opened.value)) : opened
    },
    recover: async input => {
      const admitted = await recoverWithPaper({ random, deviceFiles }, input)
      if (!admitted.ok) return admitted
      return ok({ identity: enter(admitted.value.group), files: admitted.value.files })
    },
    adoptCopy: async input => {
      const copied = await unlockFiles(deviceFiles, input.files, input.passphrase)
      if (!copied.ok) return copied
      const admitted = await admitBesideCopy({ random, deviceFiles }, copied.value, input)
      if (!admitted.ok) return admitted
      return ok({ identity: enter(admitted.value.group), files: admitted.value.files })
    },
    provePaper: async typedLast => {
      const { secrets } = current().group
      const tail = typedTail(typedLast)
      return tail !== null && (await paperTailHash(secrets.vault, tail)) === secrets.paperTail
    },
    changePassphrase: async ({ current: before, next }) =>
      rewriteDeviceFile(deviceFiles, current().group, before, next),
    keepForSelf: async plain => {
      const { age } = current().group.secrets
      return wrapFor([await recipientOf(age)], plain)
    },
    readForSelf: file => unwrapWith(current().group.secrets.age, file),
    createCare: () => createCare(current().group, random),
    rowIds,
    beginSession: async () => current().sealing.beginSession(),
    seal: async items => current().sealing.seal(items),
    open: async records => current().sealing.open(records),
    sealPage: async (compartment, name, body) => current().sealing.sealPage(compartment, name, body),
    openPage: async (compartment, name, bytes) => current().sealing.openPage(compartment, name, bytes),
    sealAttachment: async (compartment, body) => current().attachments.sealAttachment(compartment, body),
    openAttachment: async (compartment, hash, bytes) =>
      current().attachments.openAttachment(compartment, hash, bytes),
    attachmentCompartment: async head => current().attachments.attachmentCompartment(head),
    sign: async bytes => current().sealing.sign(bytes),
    verify: async (device, bytes, signature) => current().sealing.verify(device, bytes, signature),
  }
}

const identityOf = (group: OpenGroup): Identity => ({
  vaultId: group.genesis.vault,
  deviceId: group.secrets.device,
  memberId: group.secrets.member,
  members: Object.fromEntries([...group.devices.values()].map(({ device, member }) => [device, member])),
  isCoordinator: group.devices.get(group.secrets.device)?.role === 'coordinator',
  compartments: group.ring.compartments(),
})

async function openDeviceFile(
  deviceFiles: DeviceFiles,
  files: KeyFileSet,
  passphrase: string,
): Promise<Result<DeviceSecrets, UnlockProblem>> {
  const bytes = files[DEVICE_NAME]
  if (bytes === undefined) return err({ kind: 'missing-key-file', name: DEVICE_NAME })
  const index = await checkIndex(files)
  if (!index.ok) return index
  const secrets = await deviceFiles.open(bytes, passphrase)
  if (secrets.ok || secrets.problem.kind !== 'wrong-passphrase' || index.value.deviceIntact) return secrets
  return err({ kind: 'damaged', at: DEVICE_NAME })
}

async function unlockFiles(
  deviceFiles: DeviceFiles,
  files: KeyFileSet,
  passphrase: string,
): Promise<Result<OpenGroup, UnlockProblem>> {
  if (files[DEVICE_NAME] === undefined) return err({ kind: 'missing-key-file', name: DEVICE_NAME })
  // The public files first: what is wrong with them is known before a second of scrypt.
  const group = await readPublicGroup(files)
  if (!group.ok) return group
  const secrets = await openDeviceFile(deviceFiles, files, passphrase)
  return secrets.ok ? openGroup(group.value, secrets.value, files) : secrets
}

async function rewriteDeviceFile(
  deviceFiles: DeviceFiles,
  group: OpenGroup,
  before: string,
  next: string,
): Promise<Result<KeyFileSet, UnlockProblem>> {
  const files = Object.fromEntries(group.files)
  const secrets = await openDeviceFile(deviceFiles, files, before)
  if (!secrets.ok) return secrets
  const { generation } = secrets.value
  const bytes = await deviceFiles.seal({ ...secrets.value, generation: generation + 1 }, next)
  const index = new Map(await indexOf(files))
  index.set(DEVICE_NAME, [...(index.get(DEVICE_NAME) ?? []), await hashHex(bytes)])
  const changed = { [INDEX_NAME]: writeIndex(index), [DEVICE_NAME]: bytes }
  for (const [name, file] of Object.entries(changed)) group.files.set(name, file)
  return ok(changed)
}

async function createCare(
  group: OpenGroup,
  random: RandomBytes,
): Promise<{ readonly compartment: CompartmentInfo; readonly files: KeyFileSet }> {
  const { genesis, devices, secrets, ring } = group
  const compartment = randomId(random)
  const signer = { device: secrets.device, key: group.signer }
  const { name, bytes, keys } = await writeEpoch({
    genesis,
    devices,
    signer,
    compartment,
    parents: [],
    earlier: {},
    random,
  })
  const file = await parseSignedFile(name, bytes)
  const epoch = file.ok ? await readEpoch(genesis, devices, file.value) : null
  if (epoch === null) throw new Error('only a coordinator may make a compartment')
  ring.addEpoch(epoch)
  ring.addKeys(compartment, keys)
  group.files.set(name, bytes)
  const index = writeIndex(await indexOf(Object.fromEntries(group.files)))
  group.files.set(INDEX_NAME, index)
  return {
    compartment: { id: compartment, kind: epoch.kind, readable: true, epochs: [epoch.epoch] },
    files: { [name]: bytes, [INDEX_NAME]: index },
  }
}
