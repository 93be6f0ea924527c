/**
 * A `Sealer` without crypto, for tests that are about the store: the same headers and chains, bodies in clear, a
 * SHA-256 at the end where the vault has a signature, so that a flipped bit is still noticed.
 */
import { createHash } from 'node:crypto'
import type { Compartment } from '#domain/record-kind.ts'
import { err, ok } from '#domain/result.ts'
import type {
  CompartmentInfo,
  Hex16,
  Identity,
  OpenedRecord,
  RecordHeader,
  SealedRecord,
  Sealer,
} from '#vault/vault.ts'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** 32 hex digits that depend on nothing but the text. */
export const idOf = (text: string): Hex16 => sha256(text).slice(0, 32)

export const VAULT = idOf('vault')
export const TEAM = idOf('team')
export const MONEY = idOf('money')
export const CARE = idOf('care')

export function compartmentsFor(
  readable: readonly Compartment[] = ['team', 'money', 'care'],
): CompartmentInfo[] {
  const ids: Record<Compartment, Hex16> = { team: TEAM, money: MONEY, care: CARE }
  return (['team', 'money', 'care'] as const).map(kind => ({
    id: ids[kind],
    kind,
    readable: readable.includes(kind),
  }))
}

export interface PlainSealer extends Sealer {
  /** Sessions begun so far. */
  readonly sessions: readonly Hex16[]
}

/** Sessions are numbered within `runs`: two sealers of one device in one test never mint the same session. */
export function createPlainSealer(
  device: string,
  runs: { count: number },
  readable?: readonly Compartment[],
  /** Epochs whose keys are here; all when absent. */
  epochs?: readonly Hex16[],
): PlainSealer {
  const identity: Identity = {
    vaultId: VAULT,
    deviceId: idOf(device),
    memberId: device,
    members: { [idOf(device)]: device },
    isCoordinator: true,
    compartments: compartmentsFor(readable).map(each => ({
      ...each,
      ...(epochs === undefined ? {} : { epochs }),
    })),
  }
  const sessions: Hex16[] = []
  let session = ''
  let seq = 0
  let prev = '0'.repeat(64)
  return {
    identity,
    sessions,
    async beginSession() {
      runs.count += 1
      session = idOf(`${device} session ${runs.count}`)
      sessions.push(session)
      seq = 0
      prev = '0'.repeat(64)
      return session
    },
    async seal(items) {
      return items.map(({ type, compartment, body }) => {
        seq += 1
        const record = sealPlain(
          {
            type,
            vault: VAULT,
            compartment,
            device: identity.deviceId,
            session,
            epoch: idOf('epoch'),
            seq,
            prev,
          },
          body,
        )
        prev = record.hash
        return record
      })
    },
    async open(records) {
      return records.map(bytes => openPlain(bytes, identity))
    },
    async sealPage(compartment, name, body) {
      return withDigest(new TextEncoder().encode(`${compartment}${name}\n`), body)
    },
    async openPage(compartment, name, bytes) {
      if (!hasDigest(bytes)) return err({ kind: 'damaged' })
      const head = new TextEncoder().encode(`${compartment}${name}\n`)
      const matches = head.every((byte, i) => bytes[i] === byte)
      return matches ? ok(bytes.slice(head.length, -32)) : err({ kind: 'damaged' })
    },
    async sign(bytes) {
      return new Uint8Array(Buffer.from(sha256(`${identity.deviceId}${sha256(bytes)}`), 'hex'))
    },
    async verify(of, bytes, signature) {
      return Buffer.from(signature).toString('hex') === sha256(`${of}${sha256(bytes)}`)
    },
  }
}

export function sealPlain(header: RecordHeader, body: Uint8Array): SealedRecord {
  const bytes = withDigest(new TextEncoder().encode(`${JSON.stringify(header)}\n`), body)
  return { header, hash: sha256(bytes), bytes }
}

export function openPlain(bytes: Uint8Array, identity: Identity): OpenedRecord {
  const hash = sha256(bytes)
  if (!hasDigest(bytes)) return { kind: 'refused', reason: 'bad-signature', hash }
  const end = bytes.indexOf(10)
  let header: RecordHeader
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
  } catch {
    return { kind: 'refused', reason: 'not-a-record', hash }
  }
  const compartment = identity.compartments.find(({ id }) => id === header.compartment)
  const hasKey = compartment?.epochs?.includes(header.epoch) !== false
  return compartment?.readable === true && hasKey
    ? { kind: 'opened', header, hash, body: bytes.slice(end + 1, -32) }
    : { kind: 'sealed', header, hash }
}

function withDigest(head: Uint8Array, body: Uint8Array): Uint8Array {
  const whole = Buffer.concat([head, body])
  return new Uint8Array(Buffer.concat([whole, createHash('sha256').update(whole).digest()]))
}

function hasDigest(bytes: Uint8Array): boolean {
  return (
    bytes.length > 32 &&
    createHash('sha256')
      .update(bytes.subarray(0, -32))
      .digest()
      .equals(Buffer.from(bytes.subarray(-32)))
  )
}
