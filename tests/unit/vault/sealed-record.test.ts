import { describe, expect, it } from 'vitest'
import { fromHex } from '../../../src/vault/bytes.ts'
import { BODY_LIMIT_BYTES, padBody, parseRecord, unpadBody } from '../../../src/vault/sealed-record.ts'
import type { RefusedReason, SealedRecord, Vault } from '../../../src/vault/vault.ts'
import { count } from '../../support/soak/size.ts'
import { fastVault, foundedVault, PASSPHRASE, seededNumbers, text } from '../../support/vault/fast-vault.ts'

const outcome = async (vault: Vault, records: readonly Uint8Array[]) =>
  (await vault.open(records)).map(record => (record.kind === 'refused' ? record.reason : record.kind))

async function fewRecords(length: number, bodyBytes = 300) {
  const group = await foundedVault()
  await group.vault.beginSession()
  const numbers = seededNumbers(7)
  const records = await group.vault.seal(
    Array.from({ length }, (_, index) => ({
      type: index === 0 ? ('session-open' as const) : ('change' as const),
      compartment: group.compartment(index % 2 === 0 ? 'team' : 'money'),
      body: Uint8Array.from({ length: numbers(bodyBytes) }, () => numbers(256)),
    })),
  )
  return { ...group, records, bytes: records.map(record => record.bytes) }
}

const at = (records: readonly Uint8Array[], index: number): Uint8Array => {
  const found = records[index]
  if (found === undefined) throw new Error(`no record ${index}`)
  return found
}

const changed = (bytes: Uint8Array, offset: number, values: Uint8Array | readonly number[]): Uint8Array => {
  const copy = bytes.slice()
  copy.set(values, offset)
  return copy
}

describe('a sealed record', () => {
  it('is torn wherever it is cut, and nothing else', async () => {
    const { vault, bytes } = await fewRecords(2)
    const whole = at(bytes, 1)
    const cuts = Array.from({ length: whole.length }, (_, length) => whole.subarray(0, length))
    expect(new Set(await outcome(vault, cuts))).toEqual(new Set(['torn']))
    expect(await outcome(vault, [whole])).toEqual(['opened'])
  })

  it('is refused with any bit flipped, for the reason that its place gives', async () => {
    const { vault, bytes } = await fewRecords(2)
    const whole = at(bytes, 1)
    const flips = Array.from({ length: whole.length * 8 }, (_, bit) =>
      changed(whole, bit >> 3, [(whole[bit >> 3] ?? 0) ^ (1 << (bit & 7))]),
    )
    const reasons = await outcome(vault, flips)
    const allowedAt = (offset: number): readonly string[] => {
      if (offset < 4) return ['not-a-record']
      if (offset === 4) return ['newer-format', 'not-a-record']
      if (offset === 5) return ['not-a-record', 'bad-signature']
      if (offset < 22) return ['wrong-vault']
      if (offset < 38) return ['bad-signature']
      if (offset < 54) return ['unknown-device']
      if (offset >= 86 && offset < 94) return ['not-a-record', 'bad-signature']
      if (offset >= 126 && offset < 130) return ['too-big', 'torn', 'not-a-record']
      return ['bad-signature']
    }
    for (const [bit, reason] of reasons.entries()) expect(allowedAt(bit >> 3), `bit ${bit}`).toContain(reason)
  })

  it('is never opened after thousands of seeded mutations', async () => {
    const { vault, bytes } = await fewRecords(12)
    const numbers = seededNumbers(20_260_301)
    const mutants: Uint8Array[] = []
    while (mutants.length < count(3000, 3000)) {
      const one = at(bytes, numbers(bytes.length))
      const other = at(bytes, numbers(bytes.length))
      const start = numbers(one.length)
      const length = 1 + numbers(64)
      const mutant =
        numbers(3) === 0
          ? changed(
              one,
              start,
              one.subarray(start, start + length).map(() => numbers(256)),
            )
          : numbers(2) === 0
            ? changed(one, start, other.subarray(start, Math.min(start + length, one.length)))
            : new Uint8Array([...one.subarray(0, start), ...other.subarray(numbers(other.length))])
      if (!bytes.some(record => sameBytes(record, mutant))) mutants.push(mutant)
    }
    const kinds = await outcome(vault, mutants)
    expect(kinds.filter(kind => kind === 'opened' || kind === 'sealed')).toEqual([])
  })

  it('is refused when moved to another vault, device, session, compartment, epoch, place or type', async () => {
    const { vault, bytes, created } = await fewRecords(3)
    const other = await fewRecords(3)
    const [money, team] = [at(bytes, 1), at(bytes, 2)]
    const admitted = await fastVault().adoptCopy({ files: created.files, passphrase: PASSPHRASE })
    if (!admitted.ok) throw new Error('the copy opens')
    const both = fastVault()
    await both.unlock({ files: admitted.value.files, passphrase: PASSPHRASE })
    const cases: readonly (readonly [string, Uint8Array, RefusedReason])[] = [
      ['vault', changed(money, 6, fromHex(other.created.identity.vaultId)), 'wrong-vault'],
      ['whole record of another group', at(other.bytes, 1), 'wrong-vault'],
      ['compartment', changed(money, 22, team.subarray(22, 38)), 'bad-signature'],
      [
        'device of this group',
        changed(money, 38, fromHex(admitted.value.identity.deviceId)),
        'bad-signature',
      ],
      ['stranger', changed(money, 38, fromHex(other.created.identity.deviceId)), 'unknown-device'],
      ['session', changed(money, 54, new Uint8Array(16)), 'bad-signature'],
      ['epoch', changed(money, 70, team.subarray(70, 86)), 'bad-signature'],
      ['seq', changed(money, 86, team.subarray(86, 94)), 'bad-signature'],
      ['prev', changed(money, 94, team.subarray(94, 126)), 'bad-signature'],
      ['type', changed(money, 5, [3]), 'bad-signature'],
      ['nonce', changed(money, 130, team.subarray(130, 142)), 'bad-signature'],
      ['signature', changed(money, money.length - 64, team.subarray(team.length - 64)), 'bad-signature'],
      ['a byte behind', new Uint8Array([...money, 0]), 'not-a-record'],
      ['seq 0', changed(money, 86, new Uint8Array(8)), 'not-a-record'],
      ['seq beyond 2^53', changed(money, 86, [0, 32]), 'not-a-record'],
      ['newer version', changed(money, 4, [2]), 'newer-format'],
      ['endless length', changed(money, 126, [255, 255, 255, 255]), 'too-big'],
      ['length between steps', changed(money, 126, [0, 0, 1, 17]), 'not-a-record'],
    ]
    for (const [name, record, reason] of cases) expect(await outcome(both, [record]), name).toEqual([reason])
    expect(await outcome(vault, [money, team])).toEqual(['opened', 'opened'])
  })

  it('tells a replay by its hash and seq, which are the same every time', async () => {
    const { vault, bytes, records } = await fewRecords(3)
    const opened = await vault.open([at(bytes, 1), at(bytes, 1)])
    const second = records[1] as SealedRecord
    for (const record of opened) {
      expect(record).toMatchObject({ kind: 'opened', hash: second.hash, header: second.header })
    }
  })

  it('never uses a nonce twice, and seals equal bodies to different bytes', async () => {
    const { vault, compartment } = await foundedVault()
    await vault.beginSession()
    const sealed = await vault.seal(
      Array.from({ length: 200 }, (_, index) => ({
        type: index === 0 ? ('session-open' as const) : ('change' as const),
        compartment: compartment('team'),
        body: text('the same'),
      })),
    )
    const nonces = new Set(sealed.map(({ bytes }) => String(bytes.subarray(130, 142))))
    expect(nonces.size).toBe(200)
  })

  it('hides a body in steps of 256 bytes, and takes the largest', async () => {
    for (const length of [0, 1, 251, 252, 253, 508, 509, BODY_LIMIT_BYTES]) {
      const body = new Uint8Array(length).fill(1)
      const plain = padBody(body)
      expect(plain.length % 256).toBe(0)
      expect(plain.length - length).toBeLessThanOrEqual(4 + 255)
      expect(unpadBody(plain)?.length).toBe(length)
    }
    const { vault, compartment } = await foundedVault()
    await vault.beginSession()
    const body = new Uint8Array(BODY_LIMIT_BYTES).fill(9)
    const [largest] = await vault.seal([{ type: 'session-open', compartment: compartment('team'), body }])
    expect(await outcome(vault, largest === undefined ? [] : [largest.bytes])).toEqual(['opened'])
  })

  it('refuses padding that hides something', () => {
    const plain = padBody(text('abc'))
    expect(unpadBody(changed(plain, 255, [1]))).toBeNull()
    expect(unpadBody(changed(plain, 0, [0, 0, 1, 0]))).toBeNull()
    expect(unpadBody(changed(plain, 0, [255, 255, 255, 255]))).toBeNull()
    expect(unpadBody(plain.subarray(0, 255))).toBeNull()
  })

  it('shows nothing of its body to who only parses it', async () => {
    const { bytes, records } = await fewRecords(2)
    const parsed = parseRecord(at(bytes, 1))
    expect(parsed.ok && parsed.value.header).toEqual(records[1]?.header)
  })
})

const sameBytes = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
