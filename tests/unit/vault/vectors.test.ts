import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../../src/vault/create-vault.ts'
import type { KeyFileSet, Vault } from '../../../src/vault/vault.ts'
import { systemRandom } from '../../support/vault/fast-vault.ts'

/** Groups written by earlier versions, frozen: this version must open them, and refuse what they refuse, for ever. */
const root = join(import.meta.dirname, '../../vectors')

interface Manifest {
  passphrase: string
  helperPassphrase: string
  paperSecret: string
  vaultId: string
  founder: { device: string; member: string }
  helper: { device: string; member: string }
  compartments: { team: string; money: string; care: string }
  keyFiles: string[]
  page: { compartment: 'team'; name: string; body: string }
  records: { file: string; hash: string; header: object; founder: object; helper: object }[]
  refused: { file: string; reason: string }[]
  problems: { file: string; of: string; problem: object }[]
}

const decoder = new TextDecoder()

/** Each founder's laptop once, for all that only look into it: an unlock is a second of work. */
const founders = new Map<string, Promise<Vault>>()

function unlockedFounder(version: string, files: KeyFileSet, passphrase: string): Promise<Vault> {
  const known = founders.get(version)
  if (known !== undefined) return known
  const vault = createVault({ random: systemRandom })
  const unlocked = vault.unlock({ files, passphrase }).then(result => {
    if (!result.ok) throw new Error(result.problem.kind)
    return vault
  })
  founders.set(version, unlocked)
  return unlocked
}

for (const version of readdirSync(root).filter(name => /^v[1-9]/.test(name))) {
  const read = (path: string) => new Uint8Array(readFileSync(join(root, version, path)))
  const manifest = JSON.parse(decoder.decode(read('vectors.json'))) as Manifest
  const files: KeyFileSet = Object.fromEntries(manifest.keyFiles.map(name => [name, read(`files/${name}`)]))
  const { index: _index, ...unlisted } = files
  const newVault = () => createVault({ random: systemRandom })

  const seen = async (vault: Vault) => {
    const opened = await vault.open(manifest.records.map(({ file }) => read(file)))
    return opened.map(record => {
      if (record.kind === 'opened') return { kind: 'opened', body: decoder.decode(record.body) }
      return record.kind === 'refused' ? { kind: 'refused', reason: record.reason } : { kind: 'sealed' }
    })
  }

  describe(`a group written by format ${version}`, () => {
    it('opens on the founder’s laptop, every record as it was', async () => {
      const vault = await unlockedFounder(version, files, manifest.passphrase)
      const { team, money, care } = manifest.compartments
      expect(vault.identity).toMatchObject({
        vaultId: manifest.vaultId,
        deviceId: manifest.founder.device,
        memberId: manifest.founder.member,
        compartments: [
          { id: team, kind: 'team', readable: true },
          { id: money, kind: 'money', readable: true },
          { id: care, kind: 'care', readable: true },
        ],
      })
      expect(await seen(vault)).toEqual(manifest.records.map(record => record.founder))
      const opened = await vault.open(manifest.records.map(({ file }) => read(file)))
      for (const [index, record] of opened.entries()) {
        expect(record.hash).toBe(manifest.records[index]?.hash)
        if (record.kind !== 'refused') expect(record.header).toEqual(manifest.records[index]?.header)
      }
      const page = await vault.openPage(team, manifest.page.name, read('page.plp'))
      expect(page.ok && decoder.decode(page.value)).toBe(manifest.page.body)
      const refused = await vault.open(manifest.refused.map(({ file }) => read(file)))
      expect(refused.map(record => record.kind === 'refused' && record.reason)).toEqual(
        manifest.refused.map(({ reason }) => reason),
      )
    })

    it('opens on the laptop of a helper, who sees Care sealed', async () => {
      const vault = newVault()
      const helperFiles = { ...unlisted, 'device.age': read('helper/device.age') }
      const unlocked = await vault.unlock({ files: helperFiles, passphrase: manifest.helperPassphrase })
      if (!unlocked.ok) throw new Error(unlocked.problem.kind)
      expect(unlocked.value.compartments.map(({ kind, readable }) => [kind, readable])).toEqual([
        ['team', true],
        ['money', false],
        ['care', false],
      ])
      expect(await seen(vault)).toEqual(manifest.records.map(record => record.helper))
    })

    it('is recovered with its printed sheet', async () => {
      const vault = newVault()
      const { paperSecret } = manifest
      const recovered = await vault.recover({ files, paperSecret, passphrase: 'new one', memberId: 'm' })
      expect(recovered.ok).toBe(true)
      expect(await seen(vault)).toEqual(manifest.records.map(record => record.founder))
    })

    it.each(manifest.problems)('gives its own problem for $file', async ({ file, of, problem }) => {
      const { passphrase } = manifest
      const broken = { ...unlisted, [of]: read(file) }
      expect(await newVault().unlock({ files: broken, passphrase })).toEqual({ ok: false, problem })
    })
  })
}

for (const folder of readdirSync(root).filter(name => /^attachment-v[1-9]/.test(name))) {
  const read = (path: string) => new Uint8Array(readFileSync(join(root, path)))
  const { group, compartment, hash } = JSON.parse(decoder.decode(read(`${folder}/vectors.json`))) as {
    group: string
    compartment: string
    hash: string
  }
  const manifest = JSON.parse(decoder.decode(read(`${group}/vectors.json`))) as Manifest
  const files: KeyFileSet = Object.fromEntries(
    manifest.keyFiles.map(name => [name, read(`${group}/files/${name}`)]),
  )

  it(`an attachment written by format ${folder} opens as it was`, async () => {
    const vault = await unlockedFounder(group, files, manifest.passphrase)
    const opened = await vault.openAttachment(compartment, hash, read(`${folder}/receipt.plb`))
    expect(opened.ok && Buffer.compare(opened.value, read(`${folder}/receipt.png`))).toBe(0)
  })
}
