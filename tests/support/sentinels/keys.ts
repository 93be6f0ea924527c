/** The keys of a locked laptop, got from its files with its passphrase as an attacker would who knew it. */
import { createDeviceFiles } from '#vault/device-file.ts'
import { openKeys, readPublicGroup } from '#vault/open-group.ts'
import type { KeyFileSet } from '#vault/vault.ts'
import type { Sentinel } from './search.ts'

/** An Ed25519 seed is the last 32 bytes of its PKCS#8 form. */
const SEED_BYTES = 32

export async function keySentinels(files: KeyFileSet, passphrase: string): Promise<readonly Sentinel[]> {
  const device = files['device.age']
  if (device === undefined) throw new Error('no device.age was found')
  const opened = await createDeviceFiles().open(device, passphrase)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const group = await readPublicGroup(files)
  if (!group.ok) throw new Error(group.problem.kind)
  const { sign, age } = opened.value
  const ring = await openKeys(group.value, age)
  const identity = age.reveal().slice('AGE-SECRET-KEY-PQ-1'.length)
  const compartments = Object.values(ring.allKeys()).flatMap(keys => Object.values(keys))
  return [
    { name: 'age identity', forms: [identity, identity.toLowerCase()] },
    { name: 'signing key', forms: [sign.reveal().slice(-SEED_BYTES)] },
    ...compartments.map((hex, i) => ({ name: `compartment key ${i + 1}`, forms: [Buffer.from(hex, 'hex')] })),
  ]
}
