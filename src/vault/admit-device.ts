/**
 * A new laptop of an existing group, admitted by the printed sheet or by the device in a sealed copy. Always a new
 * device id with new keys: two laptops with one device id would write two histories under one name.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { hashHex, type RandomBytes } from './bytes.ts'
import { type Admission, OPENS_ALL, writeAdmission } from './control.ts'
import { DEVICE_NAME, type DeviceFiles, type DeviceSecrets } from './device-file.ts'
import { type NewDevice, newDevice } from './found-group.ts'
import { INDEX_NAME, withIndex } from './key-index.ts'
import type { Keyring } from './keyring.ts'
import {
  checkIndex,
  type OpenGroup,
  openGroup,
  openKeys,
  type PublicGroup,
  readPublicGroup,
} from './open-group.ts'
import { paperKeys, paperTailHash, parsePaperSecret } from './paper.ts'
import { Secret } from './secret.ts'
import { PAPER_SIGNER } from './signed-file.ts'
import type { Hex16, Hex32, KeyFileSet, RecoverProblem, UnlockProblem } from './vault.ts'

export interface Admitted {
  readonly group: OpenGroup
  readonly files: KeyFileSet
}

interface Making {
  readonly random: RandomBytes
  readonly deviceFiles: DeviceFiles
}

async function admit(input: {
  readonly deviceFiles: DeviceFiles
  readonly group: PublicGroup
  /** The group's public files. */
  readonly files: KeyFileSet
  readonly made: NewDevice
  readonly grant: Pick<Admission, 'role' | 'opens'>
  readonly signing: { readonly signer: Hex16; readonly key: CryptoKey }
  readonly ring: Keyring
  readonly paperTail: Hex32
  readonly passphrase: string
}): Promise<Result<Admitted, UnlockProblem>> {
  const { made } = input
  const vault = input.group.genesis.vault
  const admission = await writeAdmission({ vault, ...input.signing }, { ...made.keys, ...input.grant })
  const secrets: DeviceSecrets = {
    generation: 1,
    vault,
    device: made.keys.device,
    member: made.keys.member,
    sign: made.sign,
    age: made.age,
    paperTail: input.paperTail,
    keys: new Secret(input.ring.allKeys()),
  }
  const { [DEVICE_NAME]: _other, [INDEX_NAME]: _old, ...shared } = input.files
  const files = await withIndex({
    ...shared,
    [`admit-${(await hashHex(admission)).slice(0, 32)}`]: admission,
    [DEVICE_NAME]: await input.deviceFiles.seal(secrets, input.passphrase),
  })
  // Opened as any later start will: an admission that does not count (its signer was removed) is found here.
  const group = await readPublicGroup(files)
  if (!group.ok) return group
  const opened = await openGroup(group.value, secrets, files)
  return opened.ok ? ok({ group: opened.value, files }) : opened
}

export async function recoverWithPaper(
  making: Making,
  input: {
    readonly files: KeyFileSet
    readonly paperSecret: string
    readonly passphrase: string
    readonly memberId: string
  },
): Promise<Result<Admitted, RecoverProblem>> {
  const secret = parsePaperSecret(input.paperSecret)
  if (secret === null) return err({ kind: 'mistyped-secret' })
  const index = await checkIndex(input.files)
  if (!index.ok) return index
  const group = await readPublicGroup(input.files)
  if (!group.ok) return group
  const { genesis } = group.value
  const paper = await paperKeys(secret)
  if (paper.signPublic !== genesis.paper.sign) return err({ kind: 'wrong-secret' })
  return admit({
    deviceFiles: making.deviceFiles,
    group: group.value,
    files: input.files,
    made: await newDevice(making.random, input.memberId),
    grant: { role: 'coordinator', opens: OPENS_ALL },
    signing: { signer: PAPER_SIGNER, key: paper.signer },
    ring: await openKeys(group.value, secret),
    paperTail: await paperTailHash(genesis.vault, paper.tail),
    passphrase: input.passphrase,
  })
}

/** `copied` is the group opened as the device in the copy. */
export async function admitBesideCopy(
  making: Making,
  copied: OpenGroup,
  input: { readonly files: KeyFileSet; readonly passphrase: string },
): Promise<Result<Admitted, UnlockProblem>> {
  const { secrets } = copied
  const device = copied.devices.get(secrets.device)
  if (device === undefined) return err({ kind: 'damaged', at: DEVICE_NAME })
  return admit({
    deviceFiles: making.deviceFiles,
    group: copied,
    files: input.files,
    made: await newDevice(making.random, device.member),
    grant: { role: device.role, opens: device.opens },
    signing: { signer: device.device, key: copied.signer },
    ring: copied.ring,
    paperTail: secrets.paperTail,
    passphrase: input.passphrase,
  })
}
