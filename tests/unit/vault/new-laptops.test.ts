import { describe, expect, it } from 'vitest'
import { paperGroups } from '../../../src/vault/paper.ts'
import type { KeyFileSet, Vault } from '../../../src/vault/vault.ts'
import { fastVault, foundedVault, PASSPHRASE, text } from '../../support/vault/fast-vault.ts'

async function write(vault: Vault, kind: 'team' | 'money' | 'care', body: string) {
  const compartment = vault.identity.compartments.find(candidate => candidate.kind === kind)?.id ?? ''
  await vault.beginSession()
  const sealed = await vault.seal([
    { type: 'session-open', compartment: vault.identity.compartments[0]?.id ?? '', body: text('{}') },
    { type: 'change', compartment, body: text(body) },
  ])
  return sealed.map(record => record.bytes)
}

const bodies = async (vault: Vault, records: readonly Uint8Array[]) =>
  (await vault.open(records)).map(record =>
    record.kind === 'opened' ? new TextDecoder().decode(record.body) : record.kind,
  )

const without = (files: KeyFileSet, ...names: string[]): KeyFileSet =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)))

describe('a laptop recovered with the printed sheet', () => {
  it('reads all there was, Care too, and is a new device that the others can verify', async () => {
    const { vault, created } = await foundedVault()
    const care = await vault.createCare()
    const old = await write(vault, 'care', 'clinic on Tuesday')
    const copy = without({ ...created.files, ...care.files }, 'device.age')

    const typed = paperGroups(created.paperSecret).join(' ').toLowerCase().replace(' ', '\n')
    const recovered = fastVault()
    const result = await recovered.recover({
      files: copy,
      paperSecret: typed,
      passphrase: 'another passphrase',
      memberId: 'member-joe',
    })
    if (!result.ok) throw new Error(result.problem.kind)
    expect(result.value.identity.deviceId).not.toBe(created.identity.deviceId)
    expect(result.value.identity.memberId).toBe('member-joe')
    expect(result.value.identity.vaultId).toBe(created.identity.vaultId)
    expect(await bodies(recovered, old)).toEqual(['{}', 'clinic on Tuesday'])

    const fresh = await write(recovered, 'care', 'moved to Thursday')
    const again = fastVault()
    const unlocked = await again.unlock({ files: result.value.files, passphrase: 'another passphrase' })
    expect(unlocked).toEqual({ ok: true, value: result.value.identity })
    expect(await bodies(again, fresh)).toEqual(['{}', 'moved to Thursday'])
    expect(await again.provePaper(created.paperSecret.slice(-8))).toBe(true)
    expect((await again.createCare()).compartment.readable).toBe(true)

    // The first laptop, given the admission alone, verifies the new one's records.
    const admission = Object.entries(result.value.files).filter(([name]) => name.startsWith('admit-'))
    const first = fastVault()
    const files = {
      ...without({ ...created.files, ...care.files }, 'index'),
      ...Object.fromEntries(admission),
    }
    await first.unlock({ files, passphrase: PASSPHRASE })
    expect(await bodies(first, fresh)).toEqual(['{}', 'moved to Thursday'])
    expect(await bodies(vault, fresh)).toEqual(['refused', 'refused'])
  })

  it('tells a mistyped sheet from the sheet of another group', async () => {
    const { created, files } = await foundedVault()
    const other = await foundedVault()
    const recover = async (paperSecret: string) => {
      const result = await fastVault().recover({ files, paperSecret, passphrase: 'p', memberId: 'm' })
      return result.ok ? 'recovered' : result.problem.kind
    }
    const secret = created.paperSecret
    for (let at = 19; at < secret.length; at += 1) {
      const letter = secret[at] === 'Q' ? 'P' : 'Q'
      expect(await recover(secret.slice(0, at) + letter + secret.slice(at + 1))).toBe('mistyped-secret')
    }
    const swapped = secret.slice(0, 30) + secret[31] + secret[30] + secret.slice(32)
    expect(await recover(swapped === secret ? '' : swapped)).toBe('mistyped-secret')
    expect(await recover(secret.slice(0, -1))).toBe('mistyped-secret')
    expect(await recover('')).toBe('mistyped-secret')
    expect(await recover(`AGE-SECRET-KEY-1${secret.slice(19)}`)).toBe('mistyped-secret')
    expect(await recover(other.created.paperSecret)).toBe('wrong-secret')
    expect(await recover(secret)).toBe('recovered')
    expect(await recover(secret.slice(19).replaceAll('0', 'O').replaceAll('L', 'i'))).toBe('recovered')
  })

  it('names the epoch file that is missing from the copy', async () => {
    const { vault, created } = await foundedVault()
    const care = await vault.createCare()
    const all = { ...created.files, ...care.files }
    const name = Object.keys(care.files).find(file => file.startsWith('epoch-')) ?? ''
    const result = await fastVault().recover({
      files: without(all, name),
      paperSecret: created.paperSecret,
      passphrase: 'p',
      memberId: 'm',
    })
    expect(result).toEqual({ ok: false, problem: { kind: 'missing-key-file', name } })
  })
})

describe('a sealed copy opened on another laptop', () => {
  it('becomes a new device of the same member, admitted by the device in the copy', async () => {
    const { vault, created } = await foundedVault()
    const care = await vault.createCare()
    const old = await write(vault, 'care', 'school starts in May')
    const files = { ...created.files, ...care.files }
    const copy = fastVault()
    const adopted = await copy.adoptCopy({ files, passphrase: PASSPHRASE })
    if (!adopted.ok) throw new Error(adopted.problem.kind)
    expect(adopted.value.identity.deviceId).not.toBe(created.identity.deviceId)
    expect(adopted.value.identity.memberId).toBe(created.identity.memberId)
    expect(await bodies(copy, old)).toEqual(['{}', 'school starts in May'])
    expect(await copy.provePaper(created.paperSecret.slice(-8))).toBe(true)

    const fresh = await write(copy, 'money', 'bus passes')
    const third = fastVault()
    const again = await third.adoptCopy({ files: adopted.value.files, passphrase: PASSPHRASE })
    if (!again.ok) throw new Error(again.problem.kind)
    const ids = new Set([created, adopted.value, again.value].map(({ identity }) => identity.deviceId))
    expect(ids.size).toBe(3)
    expect(await bodies(third, [...old, ...fresh])).toEqual([
      '{}',
      'school starts in May',
      '{}',
      'bus passes',
    ])
  })

  it('is not opened by another passphrase, nor from damaged files', async () => {
    const { files } = await foundedVault()
    expect(await fastVault().adoptCopy({ files, passphrase: 'no' })).toEqual({
      ok: false,
      problem: { kind: 'wrong-passphrase' },
    })
    expect(await fastVault().adoptCopy({ files: without(files, 'genesis'), passphrase: PASSPHRASE })).toEqual(
      {
        ok: false,
        problem: { kind: 'missing-key-file', name: 'genesis' },
      },
    )
  })
})

describe('proving the sheet', () => {
  it('takes its last eight characters however they are typed, and no others', async () => {
    const { vault, created } = await foundedVault()
    const tail = created.paperSecret.slice(-8)
    expect(await vault.provePaper(tail)).toBe(true)
    expect(await vault.provePaper(`${tail.slice(0, 4).toLowerCase()} ${tail.slice(4)}\n`)).toBe(true)
    expect(await vault.provePaper(created.paperSecret)).toBe(true)
    expect(await vault.provePaper(tail.slice(1))).toBe(false)
    expect(await vault.provePaper([...tail].reverse().join(''))).toBe([...tail].reverse().join('') === tail)
    expect(await vault.provePaper('')).toBe(false)
  })
})
