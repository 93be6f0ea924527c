/**
 * Vaults whose `device.age` costs almost no scrypt work, and a seeded source of bytes. The only users of the
 * work-factor parameter of `createDeviceFiles`.
 */
import type { RandomBytes } from '../../../src/vault/bytes.ts'
import { createVault } from '../../../src/vault/create-vault.ts'
import { createDeviceFiles } from '../../../src/vault/device-file.ts'
import type { Vault } from '../../../src/vault/vault.ts'

export const FAST_WORK_FACTOR = 2
export const PASSPHRASE = 'maple lantern river porch snow'

export const systemRandom: RandomBytes = count => crypto.getRandomValues(new Uint8Array(count))

export const fastDeviceFiles = () => createDeviceFiles(FAST_WORK_FACTOR)

export const fastVault = (random: RandomBytes = systemRandom): Vault =>
  createVault({ random, deviceFiles: fastDeviceFiles() })

export async function foundedVault(memberId = 'member-amina') {
  const vault = fastVault()
  const created = await vault.create({ passphrase: PASSPHRASE, memberId })
  const compartment = (kind: 'team' | 'money' | 'care') => {
    const found = vault.identity.compartments.find(candidate => candidate.kind === kind)
    if (found === undefined) throw new Error(`no ${kind} compartment`)
    return found.id
  }
  return { vault, created, compartment, files: created.files }
}

/** mulberry32: small, seeded, and the same everywhere; for tests that must be repeatable, never for keys. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export const text = (value: string): Uint8Array => new TextEncoder().encode(value)
