/**
 * Making what did not exist before: a device, a paper secret, a group. Order matters in a group: genesis names the
 * first epochs by id, and its hash, the vault id, goes into everything after it.
 */
import { newAgePair } from './age-files.ts'
import { type RandomBytes, randomId, toHex } from './bytes.ts'
import { resolveDevices } from './control.ts'
import { DEVICE_NAME, type DeviceFiles, type DeviceSecrets } from './device-file.ts'
import { writeEpoch } from './epoch.ts'
import { type DeviceKeys, GENESIS_NAME, readGenesis, writeGenesis } from './genesis.ts'
import { type PaperKeys, paperKeys, paperTailHash } from './paper.ts'
import { Secret } from './secret.ts'
import { importSigner, publicOf } from './signing.ts'
import type { KeyFileSet } from './vault.ts'

export interface NewDevice {
  readonly keys: DeviceKeys
  /** PKCS#8. */
  readonly sign: Secret<Uint8Array>
  readonly age: Secret<string>
}

export async function newDevice(random: RandomBytes, member: string): Promise<NewDevice> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 makes a pair')
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const age = await newAgePair()
  return {
    keys: { device: randomId(random), member, sign: await publicOf(pkcs8), age: age.recipient },
    sign: new Secret(pkcs8),
    age: age.identity,
  }
}

export interface FoundedGroup {
  readonly files: KeyFileSet
  readonly secrets: DeviceSecrets
  readonly paper: PaperKeys
}

/** Genesis, the Team and Money epochs, and the founder's `device.age`. */
export async function foundGroup(input: {
  readonly random: RandomBytes
  readonly deviceFiles: DeviceFiles
  readonly memberId: string
  readonly passphrase: string
}): Promise<FoundedGroup> {
  const { random } = input
  const paper = await paperKeys((await newAgePair()).identity)
  const founder = await newDevice(random, input.memberId)
  const key = await importSigner(founder.sign.reveal())
  const firstEpoch = () => ({ compartment: randomId(random), epoch: randomId(random) })
  const genesisBytes = await writeGenesis(
    {
      random: toHex(random(32)),
      founder: founder.keys,
      paper: { sign: paper.signPublic, age: paper.recipient },
      team: firstEpoch(),
      money: firstEpoch(),
    },
    key,
  )
  const read = await readGenesis(genesisBytes)
  if (!read.ok) throw new Error('genesis reads back')
  const genesis = read.value
  const devices = await resolveDevices(genesis, [])
  const files: Record<string, Uint8Array> = { [GENESIS_NAME]: genesisBytes }
  for (const { compartment, epoch } of [genesis.team, genesis.money]) {
    const signer = { device: founder.keys.device, key }
    const written = await writeEpoch({
      genesis,
      devices,
      signer,
      compartment,
      epoch,
      parents: [],
      earlier: {},
      random,
    })
    files[written.name] = written.bytes
  }
  const secrets: DeviceSecrets = {
    generation: 1,
    vault: genesis.vault,
    device: founder.keys.device,
    member: founder.keys.member,
    sign: founder.sign,
    age: founder.age,
    paperTail: await paperTailHash(genesis.vault, paper.tail),
    keys: new Secret({}),
  }
  files[DEVICE_NAME] = await input.deviceFiles.seal(secrets, input.passphrase)
  return { files, secrets, paper }
}
