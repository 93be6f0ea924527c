import { describe, expect, it } from 'vitest'
import { ATTACHMENT_LIMIT_BYTES } from '#domain/attachment.ts'
import { attachmentKeyUse, readAttachmentHead } from '../../../src/vault/sealed-attachment.ts'
import { count } from '../../support/soak/size.ts'
import { fastVault, foundedVault, PASSPHRASE, seededNumbers } from '../../support/vault/fast-vault.ts'
import { workerPair } from '../../support/vault/worker-pair.ts'

const HEAD_BYTES = 69
const CHUNK = 12 + 1024 * 1024 + 16

/** Bytes that differ, quickly made. */
function bytesOf(length: number, seed = 1): Uint8Array {
  const numbers = seededNumbers(seed)
  const block = Uint8Array.from({ length: 4096 }, () => numbers(256))
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += block.length) bytes.set(block.subarray(0, length - at), at)
  // The same block all over would hide swapped chunks.
  for (let at = 0; at < length; at += 65_536) bytes[at] = (at / 65_536) & 255
  return bytes
}

async function attachmentOf(length: number) {
  const group = await foundedVault()
  const money = group.compartment('money')
  const body = bytesOf(length)
  const sealed = await group.vault.sealAttachment(money, body)
  const open = async (bytes: Uint8Array, compartment = money) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))
    const opened = await group.vault.openAttachment(compartment, Buffer.from(digest).toString('hex'), bytes)
    return opened.ok ? 'opened' : opened.problem.kind
  }
  return { ...group, money, body, sealed, open }
}

describe('a sealed attachment', () => {
  it.each([0, 1, 16_379, 16_380, 16_381, 1024 * 1024 - 4, 1024 * 1024 - 3, 2 * 1024 * 1024, 3_500_000])(
    'of %i bytes comes back as it was, under the hash of its bytes',
    async length => {
      const { vault, money, body, sealed } = await attachmentOf(length)
      const digest = await crypto.subtle.digest('SHA-256', sealed.bytes.slice())
      expect(sealed.hash).toBe(Buffer.from(digest).toString('hex'))
      const opened = await vault.openAttachment(money, sealed.hash, sealed.bytes)
      if (!opened.ok) throw new Error(opened.problem.kind)
      expect(Buffer.compare(opened.value, body)).toBe(0)
    },
  )

  it('tells its size in steps of 16 KiB only', async () => {
    const { vault, money } = await attachmentOf(0)
    const size = async (length: number) => (await vault.sealAttachment(money, bytesOf(length))).bytes.length
    expect(await size(100)).toBe(await size(16_000))
    expect(await size(17_000)).toBe((await size(100)) + 16_384)
  })

  it('is another file each time, so that nobody sees that two are the same paper', async () => {
    const { vault, money, body } = await attachmentOf(2000)
    const [one, two] = [await vault.sealAttachment(money, body), await vault.sealAttachment(money, body)]
    expect(one.hash).not.toBe(two.hash)
    const key = (bytes: Uint8Array) => {
      const head = readAttachmentHead(bytes)
      return head.ok ? attachmentKeyUse(head.value.attachment) : ''
    }
    expect(key(one.bytes)).not.toBe(key(two.bytes))
  })

  it('is damaged wherever it is cut', async () => {
    const { sealed, open } = await attachmentOf(1_500_000)
    const edges = [0, 1, 68, HEAD_BYTES, HEAD_BYTES + 12, HEAD_BYTES + CHUNK - 1, HEAD_BYTES + CHUNK]
    for (const length of [...edges, sealed.bytes.length - 1])
      expect(await open(sealed.bytes.slice(0, length)), `cut to ${length}`).toBe('damaged')
    expect(await open(sealed.bytes)).toBe('opened')
  })

  it('is damaged with any bit flipped, or of a newer format where the flip says so', async () => {
    const { sealed, open } = await attachmentOf(300)
    const numbers = seededNumbers(3)
    const places = new Set([...Array.from({ length: HEAD_BYTES }, (_, at) => at)])
    while (places.size < HEAD_BYTES + count(60, 2000)) places.add(numbers(sealed.bytes.length))
    for (const at of places) {
      const flipped = sealed.bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << numbers(8))
      const outcome = await open(flipped)
      const allowed = at === 3 || at === 4 ? ['damaged', 'newer-format'] : ['damaged']
      // An epoch that is not known has no key.
      if (at >= 37 && at < 53) allowed.push('no-key')
      expect(allowed, `bit in byte ${at}`).toContain(outcome)
    }
  })

  it('is damaged with chunks swapped, doubled, left out, or taken from another file', async () => {
    const { vault, money, sealed, open } = await attachmentOf(3_200_000)
    const other = await vault.sealAttachment(money, bytesOf(3_200_000, 2))
    const head = sealed.bytes.subarray(0, HEAD_BYTES)
    const chunk = (bytes: Uint8Array, index: number) =>
      bytes.subarray(HEAD_BYTES + index * CHUNK, HEAD_BYTES + (index + 1) * CHUNK)
    const made = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat([head, ...parts]))
    const [a, b, c, d] = [0, 1, 2, 3].map(index => chunk(sealed.bytes, index)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    expect(await open(made(a, b, c, d))).toBe('opened')
    for (const wrong of [
      made(b, a, c, d),
      made(a, a, b, c, d),
      made(a, c, d),
      made(a, b, c),
      made(a, chunk(other.bytes, 1), c, d),
      new Uint8Array(Buffer.concat([other.bytes.subarray(0, HEAD_BYTES), a, b, c, d])),
    ])
      expect(await open(wrong)).toBe('damaged')
  })

  it('does not open for a record of another compartment, nor in another group', async () => {
    const { sealed, open, compartment, money } = await attachmentOf(100)
    expect(await open(sealed.bytes, compartment('team'))).toBe('damaged')
    const other = await foundedVault()
    const opened = await other.vault.openAttachment(money, sealed.hash, sealed.bytes)
    expect(opened).toEqual({ ok: false, problem: { kind: 'damaged' } })
  })

  it('is not what its name says when the bytes are others', async () => {
    const { vault, money, sealed } = await attachmentOf(100)
    const other = await vault.sealAttachment(money, bytesOf(100))
    expect(await vault.openAttachment(money, sealed.hash, other.bytes)).toEqual({
      ok: false,
      problem: { kind: 'damaged' },
    })
  })

  it('says its compartment without a key, and that a newer one is newer', async () => {
    const { vault, money, sealed, open } = await attachmentOf(100)
    expect(await vault.attachmentCompartment(sealed.bytes.subarray(0, HEAD_BYTES))).toBe(money)
    expect(await vault.attachmentCompartment(sealed.bytes.subarray(0, HEAD_BYTES - 1))).toBeNull()
    const newer = sealed.bytes.slice()
    newer[4] = 2
    expect(await open(newer)).toBe('newer-format')
    const newFormat = sealed.bytes.slice()
    newFormat[3] = '2'.charCodeAt(0)
    expect(await open(newFormat)).toBe('newer-format')
  })

  it('over 64 MiB is a bug of the caller, and of 64 MiB is none', async () => {
    const { vault, money } = await attachmentOf(0)
    await expect(vault.sealAttachment(money, new Uint8Array(ATTACHMENT_LIMIT_BYTES + 1))).rejects.toThrow(
      'over 64 MiB',
    )
    const greatest = await vault.sealAttachment(money, bytesOf(ATTACHMENT_LIMIT_BYTES))
    const opened = await vault.openAttachment(money, greatest.hash, greatest.bytes)
    expect(opened.ok && opened.value.length).toBe(ATTACHMENT_LIMIT_BYTES)
  })

  it('passes through the worker, and opens after the next unlock', async () => {
    const { client } = workerPair(fastVault())
    const { files } = await client.create({ passphrase: PASSPHRASE, memberId: 'm' })
    const money = client.identity.compartments.find(({ kind }) => kind === 'money')?.id ?? ''
    const sealed = await client.sealAttachment(money, bytesOf(5000))
    const later = workerPair(fastVault()).client
    await later.unlock({ files, passphrase: PASSPHRASE })
    const opened = await later.openAttachment(money, sealed.hash, sealed.bytes)
    expect(opened.ok && Buffer.compare(opened.value, bytesOf(5000))).toBe(0)
    expect(await later.attachmentCompartment(sealed.bytes)).toBe(money)
  })
})
