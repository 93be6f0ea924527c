/**
 * `device.age`: this laptop's identity, an ordinary age v1 file (c2sp.org/age) encrypted to a passphrase with scrypt
 * work factor 2^18, which `age -d device.age` opens without this product. Inside: UTF-8 JSON
 *
 *     { "format": "porchlight-device", "version": 1,
 *       "generation": 1 and one more with each new passphrase,
 *       "vault": 32 hex, "device": 32 hex, "member": text,
 *       "sign": base64 of the Ed25519 private key in PKCS#8, "age": "AGE-SECRET-KEY-PQ-1…",
 *       "paperTail": 64 hex (paper.ts),
 *       "keys": { <compartment id>: { <epoch id>: 64 hex … } … } }
 *
 * "keys" holds what was handed to this device when it was admitted by a copy or by the paper sheet, before any epoch
 * names it; a founder's is empty. The passphrase is brought to Unicode NFC first, so that é typed on any keyboard is
 * one passphrase.
 *
 * Attacks met here: a header that asks for 2^20 or more scrypt work freezes the laptop or takes a gigabyte, so the
 * work factor is read and refused above 18 before any work; a lower one is accepted, since only who knows the
 * passphrase can write a file that opens. An older generation put back still opens with its old passphrase: that
 * cannot be prevented here and is said where a passphrase is changed.
 *
 * The work factor is a parameter of `createDeviceFiles` for tests alone, which open hundreds of files. Nothing in the
 * product passes it: the worker entry builds the vault without, and no setting, switch or file can reach it.
 */
import { Decrypter, Encrypter } from 'age-encryption'
import { err, ok, type Result } from '#domain/result.ts'
import { isHex, own, utf8 } from './bytes.ts'
import { type EpochKeys, parseEpochKeys } from './epoch.ts'
import { isMemberId } from './genesis.ts'
import { Secret } from './secret.ts'
import { isObject, parseObject } from './signed-file.ts'
import type { Hex16, Hex32, UnlockProblem } from './vault.ts'

export const DEVICE_NAME = 'device.age'
export const MAX_WORK_FACTOR = 18
const VERSION = 1
const FORMAT = 'porchlight-device'
const FIRST_LINE = /^age-encryption\.org\/v([1-9][0-9]{0,8})$/
const SCRYPT_LINE = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]{0,8})$/

export interface DeviceSecrets {
  readonly generation: number
  readonly vault: Hex16
  readonly device: Hex16
  readonly member: string
  /** PKCS#8. */
  readonly sign: Secret<Uint8Array>
  readonly age: Secret<string>
  readonly paperTail: Hex32
  readonly keys: Secret<Readonly<Record<Hex16, EpochKeys>>>
}

export interface DeviceFiles {
  seal(secrets: DeviceSecrets, passphrase: string): Promise<Uint8Array>
  open(bytes: Uint8Array, passphrase: string): Promise<Result<DeviceSecrets, UnlockProblem>>
}

const damaged = err({ kind: 'damaged', at: DEVICE_NAME } as const)
const normal = (passphrase: string) => passphrase.normalize('NFC')

export function createDeviceFiles(workFactorForTests?: number): DeviceFiles {
  return {
    seal: (secrets, passphrase) => {
      const encrypter = new Encrypter()
      encrypter.setScryptWorkFactor(workFactorForTests ?? MAX_WORK_FACTOR)
      encrypter.setPassphrase(normal(passphrase))
      return encrypter.encrypt(own(encode(secrets)))
    },
    open: async (bytes, passphrase) => {
      const header = checkHeader(bytes)
      if (!header.ok) return header
      const decrypter = new Decrypter()
      decrypter.addPassphrase(normal(passphrase))
      try {
        return decode(await decrypter.decrypt(own(bytes)))
      } catch (thrown) {
        // The library's one message for "the header was whole and no key fitted"; all others are damage.
        const noMatch = thrown instanceof Error && thrown.message.startsWith('no identity matched')
        return noMatch ? err({ kind: 'wrong-passphrase' }) : damaged
      }
    },
  }
}

/** Reads the first two lines only: the work factor is known before any scrypt is run. */
export function checkHeader(bytes: Uint8Array): Result<void, UnlockProblem> {
  const text = String.fromCharCode(...bytes.subarray(0, 256))
  const [first = '', second = ''] = text.split('\n')
  const version = Number(FIRST_LINE.exec(first)?.[1] ?? 0)
  if (version > 1) return err({ kind: 'newer-format', at: DEVICE_NAME, version })
  const logN = Number(SCRYPT_LINE.exec(second)?.[1] ?? 0)
  if (version !== 1 || logN === 0) return damaged
  return logN > MAX_WORK_FACTOR ? err({ kind: 'absurd-work-factor', logN }) : ok(undefined)
}

function encode(secrets: DeviceSecrets): Uint8Array {
  const { generation, vault, device, member, paperTail } = secrets
  return utf8(
    JSON.stringify({
      format: FORMAT,
      version: VERSION,
      generation,
      vault,
      device,
      member,
      sign: btoa(String.fromCharCode(...secrets.sign.reveal())),
      age: secrets.age.reveal(),
      paperTail,
      keys: secrets.keys.reveal(),
    }),
  )
}

function decode(plain: Uint8Array): Result<DeviceSecrets, UnlockProblem> {
  const json = parseObject(plain)
  if (json === null || json['format'] !== FORMAT) return damaged
  const { version, generation, vault, device, member, sign, age, paperTail, keys } = json
  if (typeof version !== 'number' || version < VERSION) return damaged
  if (version > VERSION) return err({ kind: 'newer-format', at: DEVICE_NAME, version })
  if (!isHex(vault, 16) || !isHex(device, 16) || !isMemberId(member) || !isHex(paperTail, 32)) return damaged
  if (typeof generation !== 'number' || typeof sign !== 'string' || typeof age !== 'string') return damaged
  if (!Number.isSafeInteger(generation) || !isObject(keys)) return damaged
  const carried: Record<Hex16, EpochKeys> = {}
  for (const [compartment, value] of Object.entries(keys)) {
    const parsed = parseEpochKeys(value)
    if (!isHex(compartment, 16) || parsed === null) return damaged
    carried[compartment] = parsed
  }
  return ok({
    generation,
    vault,
    device,
    member,
    sign: new Secret(Uint8Array.from(atob(sign), char => char.charCodeAt(0))),
    age: new Secret(age),
    paperTail,
    keys: new Secret(carried),
  })
}
