/**
 * Sealing and opening records and pages of one unlocked group.
 *
 * [Note: one chain a session] A session id is minted at each unlock and never resumed, so a copied profile or a
 * restored copy cannot write one history twice. Within a session seq and prev are kept here, and calls to `seal` are
 * taken one after another: two records with one seq cannot be made.
 */
import { err, ok } from '#domain/result.ts'
import { concat, fromHex, hashHex, own, type RandomBytes, randomId, toHex, utf8 } from './bytes.ts'
import type { Device } from './control.ts'
import type { KeyUse } from './keyring.ts'
import type { OpenGroup } from './open-group.ts'
import { openPageBytes, pageEpoch, sealPageBytes } from './sealed-page.ts'
import {
  BODY_LIMIT_BYTES,
  openRecord,
  type ParsedRecord,
  parseRecord,
  sealRecord,
  verifyRecord,
  ZERO_HASH,
} from './sealed-record.ts'
import { signBytes, verifyBytes } from './signing.ts'
import type { Hex16, Hex32, OpenedRecord, RefusedReason, SealedRecord, Sealer } from './vault.ts'

/** Records that are verified and opened at a time: enough to fill WebCrypto's threads, few enough to stay small. */
const OPEN_AT_A_TIME = 256
const NONCE_BYTES = 12

export type RecordSealing = Omit<Sealer, 'identity'>
type SealItems = Parameters<Sealer['seal']>[0]

interface Session {
  readonly id: Hex16
  seq: number
  prev: Hex32
}

type KeyFor = (compartment: Hex16) => Promise<{ readonly epoch: Hex16; readonly key: CryptoKey }>

/** What this laptop writes under: the current epoch's key. Asking for a compartment that it cannot read is a bug. */
const writeKeyOf =
  ({ ring }: OpenGroup, use: KeyUse): KeyFor =>
  async compartment => {
    const epoch = ring.current(compartment)
    const key = epoch === undefined ? undefined : await ring.key(compartment, epoch, use)
    if (epoch === undefined || key === undefined)
      throw new Error('this laptop has no key for the compartment')
    return { epoch, key }
  }

function createChain(group: OpenGroup, random: RandomBytes): Pick<Sealer, 'beginSession' | 'seal'> {
  const keyFor = writeKeyOf(group, 'update')
  let session: Session | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const sealAll = async (items: SealItems): Promise<readonly SealedRecord[]> => {
    const current = session
    if (current === null) throw new Error('a session must be begun before sealing')
    // All that can be refused is refused before the first seq is used.
    if (items.some(item => item.body.length > BODY_LIMIT_BYTES)) throw new RangeError('body over 1 MiB')
    if (current.seq === 0 && items[0] !== undefined && items[0].type !== 'session-open') {
      throw new Error('the first record of a session opens it')
    }
    const ready = await Promise.all(
      items.map(async item => ({ ...item, ...(await keyFor(item.compartment)) })),
    )
    const sealed: SealedRecord[] = []
    for (const { type, compartment, body, epoch, key } of ready) {
      const header = {
        type,
        vault: group.genesis.vault,
        compartment,
        device: group.secrets.device,
        session: current.id,
        epoch,
        seq: current.seq + 1,
        prev: current.prev,
      }
      const nonce = random(NONCE_BYTES)
      const record = await sealRecord({ header, body, key, signer: group.signer, nonce })
      current.seq += 1
      current.prev = record.hash
      sealed.push(record)
    }
    return sealed
  }

  return {
    beginSession: async () => {
      session = { id: randomId(random), seq: 0, prev: ZERO_HASH }
      return session.id
    },
    seal: items => {
      const sealed = queue.then(() => sealAll(items))
      queue = sealed.catch(() => undefined)
      return sealed
    },
  }
}

export function createRecordSealing(group: OpenGroup, random: RandomBytes): RecordSealing {
  const { ring, devices, signer } = group
  const { vault } = group.genesis
  const pageKey = writeKeyOf(group, 'page')
  // A page may have its own bytes signed; the prefix keeps that from ever being a record or a control statement.
  const manifest = (bytes: Uint8Array) => concat(utf8('PLM1'), fromHex(vault), bytes)

  return {
    ...createChain(group, random),
    open: async records => {
      const opened: OpenedRecord[] = []
      for (let at = 0; at < records.length; at += OPEN_AT_A_TIME) {
        const batch = records.slice(at, at + OPEN_AT_A_TIME)
        opened.push(...(await Promise.all(batch.map(bytes => openOne(group, bytes)))))
      }
      return opened
    },
    sealPage: async (compartment, name, body) => {
      const { epoch, key } = await pageKey(compartment)
      return sealPageBytes({ vault, compartment, name }, epoch, key, random(NONCE_BYTES), body)
    },
    openPage: async (compartment, name, bytes) => {
      const epoch = pageEpoch(bytes)
      if (epoch === null) return err({ kind: 'damaged' })
      const key = await ring.key(compartment, epoch, 'page')
      if (key === undefined) return err({ kind: 'no-key' })
      const body = await openPageBytes({ vault, compartment, name }, key, bytes)
      return body === null ? err({ kind: 'damaged' }) : ok(body)
    },
    sign: bytes => signBytes(signer, manifest(bytes)),
    verify: async (device, bytes, signature) => {
      const verifier = devices.get(device)?.verifier
      return verifier !== undefined && verifyBytes(verifier, manifest(bytes), signature)
    },
  }
}

async function openOne({ genesis, devices, ring }: OpenGroup, bytes: Uint8Array): Promise<OpenedRecord> {
  const hash = await hashHex(bytes)
  const refused = (reason: RefusedReason) => ({ kind: 'refused', reason, hash }) as const
  const parsed = parseRecord(bytes)
  if (!parsed.ok) return refused(parsed.problem)
  const { header } = parsed.value
  if (header.vault !== genesis.vault) return refused('wrong-vault')
  const device = devices.get(header.device)
  if (device === undefined) return refused('unknown-device')
  if (!(await verifyRecord(parsed.value, device.verifier))) return refused('bad-signature')
  if (isAfterRemoval(device, parsed.value, hash)) return refused('removed-device')
  const key = await ring.key(header.compartment, header.epoch, 'update')
  if (key === undefined) return { kind: 'sealed', header, hash }
  const body = await openRecord(parsed.value, key)
  return body === null ? refused('bad-ciphertext') : { kind: 'opened', header, hash, body }
}

/** A removed device's records count up to the heads that its removal names, and in no other session. */
function isAfterRemoval(device: Device, record: ParsedRecord, hash: Hex32): boolean {
  if (device.removal === null) return false
  const { session, seq } = record.header
  const head = device.removal.heads.find(candidate => candidate.session === session)
  return head === undefined || seq > head.seq || (seq === head.seq && hash !== head.hash)
}

/** Stable ids of imported rows: HMAC-SHA-256 keyed with the account's salt, cut to 16 bytes. */
export async function rowIds(saltHex: string, texts: readonly string[]): Promise<readonly Hex16[]> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', fromHex(saltHex), algorithm, false, ['sign'])
  const ids = texts.map(async text => {
    const mac = await crypto.subtle.sign('HMAC', key, own(utf8(text)))
    return toHex(new Uint8Array(mac).subarray(0, 16))
  })
  return Promise.all(ids)
}
