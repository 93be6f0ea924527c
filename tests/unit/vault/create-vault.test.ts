import { describe, expect, it } from 'vitest'
import { readKeyFiles } from '../../../src/vault/key-index.ts'
import type { KeyFileSet } from '../../../src/vault/vault.ts'
import { fastVault, foundedVault, PASSPHRASE, text } from '../../support/vault/fast-vault.ts'

const without = (files: KeyFileSet, ...names: string[]): KeyFileSet =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)))

describe('the vault', () => {
  it('founds a group with Team and Money, and opens it again with the passphrase', async () => {
    const { created, files } = await foundedVault()
    expect(created.identity.compartments.map(({ kind, readable }) => [kind, readable])).toEqual([
      ['team', true],
      ['money', true],
    ])
    const later = fastVault()
    const unlocked = await later.unlock({ files, passphrase: PASSPHRASE })
    expect(unlocked).toEqual({ ok: true, value: created.identity })
    expect(later.identity).toEqual(created.identity)
  })

  it('takes an accented passphrase however the keyboard composed it', async () => {
    const vault = fastVault()
    const { files } = await vault.create({ passphrase: 'neige é lampadaire', memberId: 'm' })
    const decomposed = 'neige e\u0301 lampadaire'
    expect((await fastVault().unlock({ files, passphrase: decomposed })).ok).toBe(true)
  })

  it('seals records that only its own group opens', async () => {
    const { vault, files, compartment } = await foundedVault()
    const session = await vault.beginSession()
    const sealed = await vault.seal([
      { type: 'session-open', compartment: compartment('team'), body: text('{}') },
      { type: 'change', compartment: compartment('money'), body: text('{"rent":1450}') },
    ])
    expect(sealed.map(({ header }) => [header.seq, header.session])).toEqual([
      [1, session],
      [2, session],
    ])
    expect(sealed[1]?.header.prev).toBe(sealed[0]?.hash)

    const later = fastVault()
    await later.unlock({ files, passphrase: PASSPHRASE })
    const opened = await later.open(sealed.map(({ bytes }) => bytes))
    expect(
      opened.map(record => (record.kind === 'opened' ? new TextDecoder().decode(record.body) : record)),
    ).toEqual(['{}', '{"rent":1450}'])

    const other = await foundedVault()
    const refused = await other.vault.open(sealed.map(({ bytes }) => bytes))
    expect(refused.map(record => record.kind === 'refused' && record.reason)).toEqual([
      'wrong-vault',
      'wrong-vault',
    ])
  })

  it('keeps one seq for one record when calls overlap', async () => {
    const { vault, compartment } = await foundedVault()
    await vault.beginSession()
    const team = compartment('team')
    const batches = await Promise.all([
      vault.seal([{ type: 'session-open', compartment: team, body: text('a') }]),
      vault.seal([{ type: 'change', compartment: team, body: text('b') }]),
      vault.seal([{ type: 'change', compartment: team, body: text('c') }]),
    ])
    const records = batches.flat()
    expect(records.map(({ header }) => header.seq)).toEqual([1, 2, 3])
    expect(records[2]?.header.prev).toBe(records[1]?.hash)
  })

  it('uses no seq for a batch that it refuses', async () => {
    const { vault, compartment } = await foundedVault()
    await vault.beginSession()
    const team = compartment('team')
    const tooBig = { type: 'change', compartment: team, body: new Uint8Array(1024 * 1024 + 1) } as const
    const first = { type: 'session-open', compartment: team, body: text('{}') } as const
    await expect(vault.seal([first, tooBig])).rejects.toThrow('1 MiB')
    expect((await vault.seal([first]))[0]?.header.seq).toBe(1)
  })

  it('refuses to begin a session with anything but its opening', async () => {
    const { vault, compartment } = await foundedVault()
    await vault.beginSession()
    const change = { type: 'change', compartment: compartment('team'), body: text('{}') } as const
    await expect(vault.seal([change])).rejects.toThrow('opens it')
  })

  it('tells a wrong passphrase, a missing file and a damaged file apart', async () => {
    const { files } = await foundedVault()
    const problem = async (set: KeyFileSet, passphrase = PASSPHRASE) => {
      const result = await fastVault().unlock({ files: set, passphrase })
      return result.ok ? 'opened' : result.problem
    }
    expect(await problem(files, 'not the passphrase')).toEqual({ kind: 'wrong-passphrase' })
    for (const name of Object.keys(files).filter(name => name !== 'index')) {
      expect(await problem(without(files, name))).toEqual({ kind: 'missing-key-file', name })
      expect(await problem(without(files, name, 'index'))).toEqual({ kind: 'missing-key-file', name })
    }
    const epoch = Object.keys(files).find(name => name.startsWith('epoch-')) ?? ''
    for (const name of [epoch, 'genesis']) {
      const bytes = files[name] ?? new Uint8Array()
      for (const at of [0, 40, 200, bytes.length >> 1, bytes.length - 1]) {
        const flipped = bytes.slice()
        flipped[at] = (flipped[at] ?? 0) ^ 1
        expect(await problem({ ...files, [name]: flipped })).toEqual({ kind: 'damaged', at: name })
        const unlisted = await problem(without({ ...files, [name]: flipped }, 'index'))
        expect(unlisted).toMatchObject({ kind: 'damaged' })
      }
      expect(await problem({ ...files, [name]: bytes.subarray(0, bytes.length - 9) })).toEqual({
        kind: 'damaged',
        at: name,
      })
    }
  })

  it('says of a damaged device file that it is damaged, not that the passphrase is wrong', async () => {
    const { files } = await foundedVault()
    const whole = files['device.age'] ?? new Uint8Array()
    // The first line, the salt, the wrapped file key, the header's own tag, the encrypted JSON.
    for (const at of [3, 40, 70, 115, whole.length - 30]) {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 1
      const result = await fastVault().unlock({
        files: { ...files, 'device.age': flipped },
        passphrase: PASSPHRASE,
      })
      expect(result).toEqual({ ok: false, problem: { kind: 'damaged', at: 'device.age' } })
    }
  })

  it('names a newer format, wherever it is', async () => {
    const { files } = await foundedVault()
    const genesis = (files['genesis'] ?? new Uint8Array()).slice()
    genesis[4] = 7
    const set = without({ ...files, genesis }, 'index')
    expect(await fastVault().unlock({ files: set, passphrase: PASSPHRASE })).toEqual({
      ok: false,
      problem: { kind: 'newer-format', at: 'genesis', version: 7 },
    })
    const index = text('porchlight-index 2\n')
    expect(await fastVault().unlock({ files: { ...files, index }, passphrase: PASSPHRASE })).toEqual({
      ok: false,
      problem: { kind: 'newer-format', at: 'index', version: 2 },
    })
  })

  it('changes the passphrase, and neither of the two writes alone locks anybody out', async () => {
    const { vault, files } = await foundedVault()
    const next = 'quite another six word phrase here'
    expect(await vault.changePassphrase({ current: 'wrong', next })).toEqual({
      ok: false,
      problem: { kind: 'wrong-passphrase' },
    })
    const changed = await vault.changePassphrase({ current: PASSPHRASE, next })
    if (!changed.ok) throw new Error('the passphrase was right')
    expect(Object.keys(changed.value)).toEqual(['index', 'device.age'])
    const unlock = (set: KeyFileSet, passphrase: string) => fastVault().unlock({ files: set, passphrase })
    const both = { ...files, ...changed.value }
    expect((await unlock(both, next)).ok).toBe(true)
    expect(await unlock(both, PASSPHRASE)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    const crashed = { ...files, index: changed.value['index'] ?? new Uint8Array() }
    expect((await unlock(crashed, PASSPHRASE)).ok).toBe(true)
    expect(await unlock(crashed, next)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    expect((await vault.changePassphrase({ current: next, next: PASSPHRASE })).ok).toBe(true)
  })

  it('makes a Care compartment that a later start opens', async () => {
    const { vault, files } = await foundedVault()
    const care = await vault.createCare()
    expect(care.compartment).toMatchObject({ kind: 'care', readable: true })
    const later = fastVault()
    await later.unlock({ files: { ...files, ...care.files }, passphrase: PASSPHRASE })
    expect(later.identity).toEqual(vault.identity)
    expect(later.identity.compartments).toHaveLength(3)
  })

  it('finds its key files again through the index', async () => {
    const { vault, files } = await foundedVault()
    const care = await vault.createCare()
    const disk = new Map(Object.entries({ ...files, ...care.files, 'unknown.file': text('x') }))
    const read = await readKeyFiles(async name => disk.get(name) ?? null)
    expect(Object.keys(read).sort()).toEqual([...disk.keys()].filter(name => name !== 'unknown.file').sort())
    expect(await readKeyFiles(async () => null)).toEqual({})
  })

  it('binds a page to its name, its compartment and its group', async () => {
    const { vault, compartment } = await foundedVault()
    const page = await vault.sealPage(compartment('team'), 'tasks-1', text('rows'))
    const opened = await vault.openPage(compartment('team'), 'tasks-1', page)
    expect(opened.ok && new TextDecoder().decode(opened.value)).toBe('rows')
    expect(await vault.openPage(compartment('team'), 'tasks-2', page)).toEqual({
      ok: false,
      problem: { kind: 'damaged' },
    })
    expect(await vault.openPage(compartment('money'), 'tasks-1', page)).toEqual({
      ok: false,
      problem: { kind: 'no-key' },
    })
    for (let at = 0; at < page.length; at += 1) {
      const flipped = page.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 4
      expect((await vault.openPage(compartment('team'), 'tasks-1', flipped)).ok).toBe(false)
    }
  })

  it('signs what is not a record, and verifies it by device', async () => {
    const { vault, created } = await foundedVault()
    const signature = await vault.sign(text('manifest'))
    const { deviceId } = created.identity
    expect(await vault.verify(deviceId, text('manifest'), signature)).toBe(true)
    expect(await vault.verify(deviceId, text('manifesto'), signature)).toBe(false)
    expect(await vault.verify('00'.repeat(16), text('manifest'), signature)).toBe(false)
  })

  it('gives an imported row the same id on every laptop', async () => {
    const [one, again, other] = await Promise.all([
      fastVault().rowIds('ab'.repeat(16), ['2026-03-01|1450|1']),
      fastVault().rowIds('ab'.repeat(16), ['2026-03-01|1450|1']),
      fastVault().rowIds('cd'.repeat(16), ['2026-03-01|1450|1']),
    ])
    expect(one).toEqual(again)
    expect(one?.[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(one).not.toEqual(other)
  })
})

describe('what a device keeps for itself', () => {
  it('comes back to this device after a lock, and to no other', async () => {
    const here = await foundedVault()
    const file = await here.vault.keepForSelf(new TextEncoder().encode('AGE-SECRET-KEY-PQ-1TEST'))
    const plain = await here.vault.readForSelf(file)
    expect(new TextDecoder().decode(plain ?? undefined)).toBe('AGE-SECRET-KEY-PQ-1TEST')
    expect(new TextDecoder().decode(file)).not.toContain('1TEST')
    const elsewhere = await foundedVault()
    expect(await elsewhere.vault.readForSelf(file)).toBe(null)
    expect(await here.vault.readForSelf(file.subarray(0, -1))).toBe(null)
  })
})
