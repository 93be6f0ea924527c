/** Groups of several devices, with the private halves at hand, for tests of who may write and who may read. */
import { type Admission, type Removal, writeAdmission, writeRemoval } from '../../../src/vault/control.ts'
import type { DeviceSecrets } from '../../../src/vault/device-file.ts'
import { foundGroup, type NewDevice, newDevice } from '../../../src/vault/found-group.ts'
import { openGroup, readPublicGroup } from '../../../src/vault/open-group.ts'
import { createRecordSealing, type RecordSealing } from '../../../src/vault/record-sealing.ts'
import { Secret } from '../../../src/vault/secret.ts'
import { PAPER_SIGNER, parseSignedFile, type SignedFile } from '../../../src/vault/signed-file.ts'
import { importSigner } from '../../../src/vault/signing.ts'
import type { Hex16, KeyFileSet } from '../../../src/vault/vault.ts'
import { fastDeviceFiles, PASSPHRASE, systemRandom } from './fast-vault.ts'

export interface Signer {
  readonly signer: Hex16
  readonly key: CryptoKey
}

export interface TestDevice {
  readonly made: NewDevice
  readonly signer: Signer
}

export async function testDevice(member: string): Promise<TestDevice> {
  const made = await newDevice(systemRandom, member)
  return { made, signer: { signer: made.keys.device, key: await importSigner(made.sign.reveal()) } }
}

export async function testGroup() {
  const founded = await foundGroup({
    random: systemRandom,
    deviceFiles: fastDeviceFiles(),
    memberId: 'amina',
    passphrase: PASSPHRASE,
  })
  const read = await readPublicGroup(founded.files)
  if (!read.ok) throw new Error(read.problem.kind)
  const { genesis } = read.value
  const vault = genesis.vault
  const founder: Signer = {
    signer: founded.secrets.device,
    key: await importSigner(founded.secrets.sign.reveal()),
  }
  const paper: Signer = { signer: PAPER_SIGNER, key: founded.paper.signer }
  const parsed = async (bytes: Uint8Array): Promise<SignedFile> => {
    const file = await parseSignedFile('test', bytes)
    if (!file.ok) throw new Error(file.problem.kind)
    return file.value
  }
  return {
    founded,
    genesis,
    founder,
    paper,
    parsed,
    admit: async (by: Signer, device: TestDevice, grant: Pick<Admission, 'role' | 'opens'>) =>
      parsed(await writeAdmission({ vault, ...by }, { ...device.made.keys, ...grant })),
    remove: async (by: Signer, removal: Removal) => parsed(await writeRemoval({ vault, ...by }, removal)),
    /** The group as one device holds it, from key files and nothing handed over besides. */
    sealingOf: async (device: TestDevice, files: KeyFileSet): Promise<RecordSealing> => {
      const group = await readPublicGroup(files)
      if (!group.ok) throw new Error(group.problem.kind)
      const opened = await openGroup(group.value, secretsOf(vault, device), files)
      if (!opened.ok) throw new Error(opened.problem.kind)
      return createRecordSealing(opened.value, systemRandom)
    },
  }
}

const secretsOf = (vault: Hex16, { made }: TestDevice): DeviceSecrets => ({
  generation: 1,
  vault,
  device: made.keys.device,
  member: made.keys.member,
  sign: made.sign,
  age: made.age,
  paperTail: '00'.repeat(32),
  keys: new Secret({}),
})
