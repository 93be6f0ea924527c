/**
 * Who may write in this group: admissions and removals of devices.
 *
 * They are carried as signed files (signed-file.ts) beside the record log, one statement a file that never changes:
 * `admit-<statement id>` and `remove-<statement id>`. Files and not sealed records, because a laptop must know every
 * device before it can check the first record, also one that holds no key; a sealed copy carries all key files, so a
 * second laptop can verify every device from the copy alone. What they show of a group is ids and public keys.
 *
 *     admission { "device", "member", "sign", "age"   as the founder's in genesis.ts
 *                 "role":  "coordinator" | "member",
 *                 "opens": ["team" | "money" | "care" | a compartment id …] }
 *     removal   { "device": 32 hex,
 *                 "heads": [{ "session": 32 hex, "seq": number, "hash": 64 hex } …],
 *                 "keeps": [ids of statements signed by that device which still count …] }
 *
 * Which member a device is follows from its admission only, never from a record.
 *
 * An admission counts when its signer is
 *  - the paper key, and the role is coordinator: the one statement that key may sign;
 *  - a coordinator's device;
 *  - another device of the same member, giving no more than it has (a sealed copy opened on a new laptop).
 * A removal counts when a coordinator's device signed it. Then records of the removed device count up to the heads
 * it names (none in a session that it does not name), and what that device signed counts only if `keeps` names it:
 * else a thief could go on admitting laptops with a date of his choice. (Epochs that do not count: see epoch.ts.)
 *
 * Every laptop comes to the same set whatever the order of arrival: admissions are taken in rounds, by id within a
 * round, those by coordinators and the paper key first until no more of them count, and only then those by other
 * members, who can so never take a device id that a coordinator admitted. Removals are taken by seniority of the signer, then by its device id, then by statement id, skipping those by
 * signers already removed. Seniority is the number of steps from the paper key: devices that it admitted 1, the
 * founder 2, everybody else one more than who admitted them. So of two coordinators who remove each other the senior
 * one stays, and who holds the sheet has the last word over a stolen founder's laptop. A removal that would cut off
 * its own signer's admission does not count.
 */
import { isHex } from './bytes.ts'
import { type DeviceKeys, type Genesis, parseDeviceKeys } from './genesis.ts'
import { isObject, isSignedBy, PAPER_SIGNER, type SignedFile, writeSignedFile } from './signed-file.ts'
import { importVerifier } from './signing.ts'
import type { Hex16, Hex32 } from './vault.ts'

export type Role = 'coordinator' | 'member'

export interface Admission extends DeviceKeys {
  readonly role: Role
  readonly opens: readonly string[]
}

export interface Head {
  readonly session: Hex16
  readonly seq: number
  readonly hash: Hex32
}

export interface Removal {
  readonly device: Hex16
  readonly heads: readonly Head[]
  readonly keeps: readonly Hex16[]
}

export interface Device extends Admission {
  readonly verifier: CryptoKey
  /** Steps from the paper key. */
  readonly depth: number
  readonly admittedBy: { readonly signer: Hex16; readonly statement: Hex16 }
  /** Null while the device may write. */
  readonly removal: Removal | null
}

export type Devices = ReadonlyMap<Hex16, Device>

export const OPENS_ALL: readonly string[] = ['team', 'money', 'care']

interface Signing {
  readonly vault: Hex16
  readonly signer: Hex16
  readonly key: CryptoKey
}

export const writeAdmission = (signing: Signing, statement: Admission): Promise<Uint8Array> =>
  writeSignedFile({ kind: 'admission', ...signing, statement })

export const writeRemoval = (signing: Signing, statement: Removal): Promise<Uint8Array> =>
  writeSignedFile({ kind: 'removal', ...signing, statement })

function parseAdmission(file: SignedFile): Admission | null {
  const keys = parseDeviceKeys(file.statement)
  const { role, opens } = file.statement
  if (keys === null || (role !== 'coordinator' && role !== 'member')) return null
  if (!Array.isArray(opens) || !opens.every(item => OPENS_ALL.includes(item) || isHex(item, 16))) return null
  return { ...keys, role, opens }
}

function parseHead(value: unknown): Head | null {
  if (!isObject(value)) return null
  const { session, seq, hash } = value
  if (!isHex(session, 16) || !Number.isSafeInteger(seq) || !isHex(hash, 32)) return null
  return { session, seq: Number(seq), hash }
}

function parseRemoval(file: SignedFile): Removal | null {
  const { device, heads, keeps } = file.statement
  if (!isHex(device, 16) || !Array.isArray(heads) || !Array.isArray(keeps)) return null
  const parsed = heads.map(parseHead)
  if (!parsed.every(head => head !== null) || !keeps.every(id => isHex(id, 16))) return null
  return { device, heads: parsed, keeps }
}

/** Whether a device may be given the key of a compartment. */
export const mayOpen = (device: Admission, kind: string, compartment: Hex16): boolean =>
  device.role === 'coordinator' || device.opens.includes(kind) || device.opens.includes(compartment)

/** Whether what this device signed still counts: it was never removed, or the removal keeps that statement. */
export const stillCounts = (device: Device, statement: Hex16): boolean =>
  device.removal === null || device.removal.keeps.includes(statement)

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: SignedFile, b: SignedFile) => compareText(a.id, b.id)

/** The devices of a group from its genesis and all statements that this laptop has, in any order. */
export async function resolveDevices(genesis: Genesis, files: readonly SignedFile[]): Promise<Devices> {
  const ours = files.filter(file => file.vault === genesis.vault).sort(byId)
  const devices = await admitAll(
    genesis,
    ours.filter(file => file.kind === 'admission'),
  )
  await removeAll(
    devices,
    ours.filter(file => file.kind === 'removal'),
  )
  return devices
}

async function admitAll(genesis: Genesis, files: readonly SignedFile[]): Promise<Map<Hex16, Device>> {
  const founder: Device = {
    ...genesis.founder,
    role: 'coordinator',
    opens: OPENS_ALL,
    verifier: await importVerifier(genesis.founder.sign),
    depth: 2,
    admittedBy: { signer: PAPER_SIGNER, statement: genesis.vault },
    removal: null,
  }
  const devices = new Map<Hex16, Device>([[founder.device, founder]])
  const paper = await importVerifier(genesis.paper.sign)
  await admitInRounds(devices, paper, files, signer => signer?.role !== 'member')
  await admitInRounds(devices, paper, files, signer => signer?.role === 'member')
  return devices
}

/** Takes admissions by signers that `takes` names, until those left are by unknown ones. */
async function admitInRounds(
  devices: Map<Hex16, Device>,
  paper: CryptoKey,
  files: readonly SignedFile[],
  takes: (signer: Device | undefined) => boolean,
): Promise<void> {
  let waiting = files
  for (;;) {
    const known = new Map(devices)
    const later: SignedFile[] = []
    for (const file of waiting) {
      const signer = known.get(file.signer)
      if (signer === undefined && file.signer !== PAPER_SIGNER) {
        later.push(file)
        continue
      }
      const admission = parseAdmission(file)
      if (!takes(signer) || admission === null) continue
      if (devices.has(admission.device) || !mayAdmit(signer, admission)) continue
      if (!(await isSignedBy(file, signer?.verifier ?? paper))) continue
      devices.set(admission.device, {
        ...admission,
        verifier: await importVerifier(admission.sign),
        depth: (signer?.depth ?? 0) + 1,
        admittedBy: { signer: file.signer, statement: file.id },
        removal: null,
      })
    }
    if (later.length === waiting.length) return
    waiting = later
  }
}

/** `signer` undefined: the paper key. */
function mayAdmit(signer: Device | undefined, admission: Admission): boolean {
  if (signer === undefined) return admission.role === 'coordinator'
  if (signer.role === 'coordinator') return true
  return (
    signer.member === admission.member &&
    admission.role === 'member' &&
    admission.opens.every(item => signer.opens.includes(item))
  )
}

async function removeAll(devices: Map<Hex16, Device>, files: readonly SignedFile[]): Promise<void> {
  const signed: { readonly file: SignedFile; readonly removal: Removal; readonly signer: Device }[] = []
  for (const file of files) {
    const signer = devices.get(file.signer)
    const removal = parseRemoval(file)
    if (signer === undefined || removal === null || signer.role !== 'coordinator') continue
    if (await isSignedBy(file, signer.verifier)) signed.push({ file, removal, signer })
  }
  // Sorting is stable and the files come by id, so equal signers stay in the order of their statements.
  signed.sort((a, b) => a.signer.depth - b.signer.depth || compareText(a.signer.device, b.signer.device))
  for (const { file, removal, signer } of signed) {
    const current = devices.get(signer.device)
    const target = devices.get(removal.device)
    if (current === undefined || target === undefined || !stillCounts(current, file.id)) continue
    if (target.removal !== null || cutsOffSigner(devices, signer, removal)) continue
    devices.set(target.device, { ...target, removal })
    dropUnkept(devices)
  }
}

/** Whether the signer's own admission hangs on a statement of the removed device that the removal does not keep. */
function cutsOffSigner(devices: Devices, signer: Device, removal: Removal): boolean {
  let at: Device | undefined = signer
  while (at !== undefined) {
    const { signer: by, statement }: Device['admittedBy'] = at.admittedBy
    if (by === removal.device && !removal.keeps.includes(statement)) return true
    at = devices.get(by)
  }
  return false
}

/** Devices whose admission no longer counts are unknown, and so on down the tree. */
function dropUnkept(devices: Map<Hex16, Device>): void {
  const byDepth = [...devices.values()].sort((a, b) => a.depth - b.depth)
  for (const { device, admittedBy } of byDepth) {
    if (admittedBy.signer === PAPER_SIGNER) continue
    const signer = devices.get(admittedBy.signer)
    if (signer === undefined || !stillCounts(signer, admittedBy.statement)) devices.delete(device)
  }
}
