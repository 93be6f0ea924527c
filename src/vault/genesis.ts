/**
 * `genesis`: the group's first and unchanging statement, a signed file (signed-file.ts) whose signer is the founder's
 * device. The vault id is the first 16 bytes of its SHA-256, so the keys in it cannot be exchanged for others.
 *
 *     {
 *       "random":  64 hex digits, so that no two groups have one id,
 *       "founder": { "device": 32 hex, "member": text, "sign": 64 hex (Ed25519), "age": "age1pq1…" },
 *       "paper":   { "sign": 64 hex, "age": "age1pq1…" },
 *       "team":    { "compartment": 32 hex, "epoch": 32 hex },
 *       "money":   { "compartment": 32 hex, "epoch": 32 hex }
 *     }
 *
 * Naming the Team and Money compartments here means that nobody can make a second one, and naming their first epochs
 * that a missing epoch file can be called by its name.
 */
import { err, ok, type Result } from '#domain/result.ts'
import { isHybridRecipient } from './age-files.ts'
import { isHex } from './bytes.ts'
import {
  type FileProblem,
  isObject,
  isSignedBy,
  NO_VAULT,
  PAPER_SIGNER,
  parseSignedFile,
  writeSignedFile,
} from './signed-file.ts'
import { importVerifier } from './signing.ts'
import type { Hex16, Hex32 } from './vault.ts'

export const GENESIS_NAME = 'genesis'

/** The public half of a device. */
export interface DeviceKeys {
  readonly device: Hex16
  readonly member: string
  readonly sign: Hex32
  readonly age: string
}

export interface FirstEpoch {
  readonly compartment: Hex16
  readonly epoch: Hex16
}

export interface GenesisStatement {
  readonly random: Hex32
  readonly founder: DeviceKeys
  readonly paper: { readonly sign: Hex32; readonly age: string }
  readonly team: FirstEpoch
  readonly money: FirstEpoch
}

export interface Genesis extends GenesisStatement {
  readonly vault: Hex16
}

export const writeGenesis = (statement: GenesisStatement, key: CryptoKey): Promise<Uint8Array> =>
  writeSignedFile({ kind: 'genesis', vault: NO_VAULT, signer: statement.founder.device, key, statement })

/** Opaque member ids come from the domain; a length is all that is asked of them here. */
export const isMemberId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 128

export function parseDeviceKeys(value: unknown): DeviceKeys | null {
  if (!isObject(value)) return null
  const { device, member, sign, age } = value
  if (!isHex(device, 16) || device === PAPER_SIGNER || !isMemberId(member)) return null
  if (!isHex(sign, 32) || !isHybridRecipient(age)) return null
  return { device, member, sign, age }
}

function parseFirstEpoch(value: unknown): FirstEpoch | null {
  if (!isObject(value)) return null
  const { compartment, epoch } = value
  return isHex(compartment, 16) && isHex(epoch, 16) ? { compartment, epoch } : null
}

export async function readGenesis(bytes: Uint8Array): Promise<Result<Genesis, FileProblem>> {
  const damaged = err({ kind: 'damaged', at: GENESIS_NAME } as const)
  const file = await parseSignedFile(GENESIS_NAME, bytes)
  if (!file.ok) return file
  const { statement } = file.value
  const founder = parseDeviceKeys(statement['founder'])
  const paper = statement['paper']
  const team = parseFirstEpoch(statement['team'])
  const money = parseFirstEpoch(statement['money'])
  const random = statement['random']
  if (file.value.kind !== 'genesis' || file.value.vault !== NO_VAULT || !isHex(random, 32)) return damaged
  if (founder === null || team === null || money === null || !isObject(paper)) return damaged
  const { sign, age } = paper
  if (!isHex(sign, 32) || !isHybridRecipient(age) || file.value.signer !== founder.device) return damaged
  if (!(await isSignedBy(file.value, await importVerifier(founder.sign)))) return damaged
  return ok({ vault: file.value.id, random, founder, paper: { sign, age }, team, money })
}
