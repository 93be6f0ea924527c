import { describe, expect, it } from 'vitest'
import { unwrapWith, wrapFor } from '../../../src/vault/age-files.ts'
import { OPENS_ALL, resolveDevices } from '../../../src/vault/control.ts'
import {
  currentEpoch,
  type Epoch,
  type EpochKeys,
  openEpoch,
  readEpoch,
  writeEpoch,
} from '../../../src/vault/epoch.ts'
import { readGenesis } from '../../../src/vault/genesis.ts'
import { isIndex, parseIndex, writeIndex } from '../../../src/vault/key-index.ts'
import { statementName } from '../../../src/vault/open-group.ts'
import { parsePaperSecret } from '../../../src/vault/paper.ts'
import { isSignedBy, parseSignedFile, writeSignedFile } from '../../../src/vault/signed-file.ts'
import {
  fastVault,
  foundedVault,
  PASSPHRASE,
  seededNumbers,
  systemRandom,
  text,
} from '../../support/vault/fast-vault.ts'
import { testDevice, testGroup } from '../../support/vault/group-builder.ts'

describe('genesis and statements', () => {
  it('are refused when cut anywhere', async () => {
    const { files } = await foundedVault()
    const genesis = files['genesis'] ?? new Uint8Array()
    for (let length = 0; length < genesis.length; length += 1) {
      expect((await readGenesis(genesis.subarray(0, length))).ok).toBe(false)
    }
    expect((await readGenesis(new Uint8Array([...genesis, 0]))).ok).toBe(false)
  })

  it('are refused or unsigned with any byte changed, a thousand times', async () => {
    const group = await testGroup()
    const joe = await testDevice('joe')
    const { bytes } = await group.admit(group.founder, joe, { role: 'member', opens: [] })
    const founder = (await resolveDevices(group.genesis, [])).get(group.founder.signer)
    if (founder === undefined) throw new Error('the founder is a device')
    const numbers = seededNumbers(3)
    for (let round = 0; round < 1000; round += 1) {
      const changed = bytes.slice()
      const at = numbers(bytes.length)
      changed[at] = (changed[at] ?? 0) ^ (1 + numbers(255))
      const file = await parseSignedFile('x', changed)
      if (file.ok) expect(await isSignedBy(file.value, founder.verifier)).toBe(false)
    }
  })

  it('never make the reader allocate what a length in them claims', async () => {
    const { files } = await foundedVault()
    const genesis = (files['genesis'] ?? new Uint8Array()).slice()
    genesis.set([255, 255, 255, 255], 38)
    expect(await readGenesis(genesis)).toEqual({ ok: false, problem: { kind: 'damaged', at: 'genesis' } })
  })

  it('do not pass from one group to another', async () => {
    const one = await foundedVault()
    const other = await foundedVault()
    const stranger = Object.entries(other.files).find(([name]) => name.startsWith('epoch-'))
    const [name, bytes] = stranger ?? ['', new Uint8Array()]
    const { index: _index, ...files } = one.files
    const unlocked = await fastVault().unlock({ files: { ...files, [name]: bytes }, passphrase: PASSPHRASE })
    expect(unlocked).toEqual({ ok: false, problem: { kind: 'damaged', at: name } })
    const swapped = { ...files, genesis: other.files['genesis'] ?? new Uint8Array() }
    expect((await fastVault().unlock({ files: swapped, passphrase: PASSPHRASE })).ok).toBe(false)
    const device = { ...files, 'device.age': other.files['device.age'] ?? new Uint8Array() }
    expect(await fastVault().unlock({ files: device, passphrase: PASSPHRASE })).toEqual({
      ok: false,
      problem: { kind: 'damaged', at: 'device.age' },
    })
  })
})

describe('an epoch', () => {
  const coordinator = { role: 'coordinator', opens: OPENS_ALL } as const

  async function epochs() {
    const group = await testGroup()
    const [joe, lina] = [await testDevice('joe'), await testDevice('lina')]
    const statements = [
      await group.admit(group.founder, joe, coordinator),
      await group.admit(group.founder, lina, { role: 'member', opens: ['team'] }),
    ]
    const devices = await resolveDevices(group.genesis, statements)
    const write = async (by: { signer: string; key: CryptoKey }, compartment: string) => {
      const signer = { device: by.signer, key: by.key }
      const shared = { genesis: group.genesis, devices, signer, random: systemRandom }
      const earlier = { ['ab'.repeat(16)]: 'cd'.repeat(32) }
      return writeEpoch({ ...shared, compartment, parents: ['ab'.repeat(16)], earlier })
    }
    return { group, joe, lina, devices, write }
  }

  it('gives this and all earlier keys to those entitled, to the paper sheet, and to nobody else', async () => {
    const { group, joe, lina, devices, write } = await epochs()
    const written = await write(joe.signer, 'c0'.repeat(16))
    const epoch = await readEpoch(group.genesis, devices, await group.parsed(written.bytes))
    if (epoch === null) throw new Error('the epoch counts')
    expect(epoch.kind).toBe('care')
    expect(epoch.devices.toSorted()).toEqual([group.founder.signer, joe.signer.signer].toSorted())
    expect(await openEpoch(epoch, joe.made.age)).toEqual(written.keys)
    expect(Object.keys(written.keys)).toHaveLength(2)
    expect(await openEpoch(epoch, group.founded.paper.identity)).toEqual(written.keys)
    expect(await openEpoch(epoch, lina.made.age)).toBeNull()
    const moved = { ...epoch, compartment: 'c1'.repeat(16) }
    expect(await openEpoch(moved, joe.made.age)).toBeNull()
  })

  it('does not count by a plain member, for another kind, or with another signature', async () => {
    const { group, joe, lina, devices, write } = await epochs()
    const read = async (bytes: Uint8Array) => readEpoch(group.genesis, devices, await group.parsed(bytes))
    expect(await read((await write(lina.signer, group.genesis.team.compartment)).bytes)).toBeNull()
    const forged = await write({ ...lina.signer, signer: joe.signer.signer }, group.genesis.team.compartment)
    expect(await read(forged.bytes)).toBeNull()
    const whole = await group.parsed((await write(joe.signer, 'c0'.repeat(16))).bytes)
    const renamed = await writeSignedFile({
      kind: 'epoch',
      vault: group.genesis.vault,
      ...joe.signer,
      statement: { ...whole.statement, kind: 'team' },
      attachment: whole.attachment,
    })
    expect(await read(renamed)).toBeNull()
    expect(statementName(whole)).toMatch(/^epoch-[0-9a-f]{32}$/)
  })

  it('refuses to be written to a recipient that is not post-quantum', async () => {
    const { group } = await epochs()
    const classical = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
    await expect(wrapFor([group.genesis.paper.age, classical], text('key'))).rejects.toThrow('hybrid')
    await expect(wrapFor([], text('key'))).rejects.toThrow('recipient')
    const wrapped = await wrapFor([group.genesis.paper.age], text('key'))
    const opened = await unwrapWith(group.founded.paper.identity, wrapped)
    expect(opened && new TextDecoder().decode(opened)).toBe('key')
  })

  it('is chosen by the most ancestors, then the lowest id, in any order', () => {
    const epoch = (id: string, parents: readonly string[]): Epoch => ({
      compartment: 'c',
      kind: 'team',
      epoch: id,
      parents,
      devices: [],
      wrapped: new Uint8Array(),
      counts: id !== 'z',
    })
    const all = [
      epoch('a', []),
      epoch('d', ['a']),
      epoch('b', ['a']),
      epoch('f', ['b', 'd']),
      epoch('e', ['b', 'd']),
    ]
    expect(currentEpoch(all)?.epoch).toBe('e')
    expect(currentEpoch(all.toReversed())?.epoch).toBe('e')
    expect(currentEpoch(all.slice(0, 3))?.epoch).toBe('b')
    expect(currentEpoch([epoch('x', ['y']), epoch('y', ['x'])])?.epoch).toBe('x')
    expect(currentEpoch([epoch('z', ['a', 'b', 'c']), ...all])?.epoch).toBe('e')
    expect(currentEpoch([])).toBeUndefined()
  })
})

describe('the index of key files', () => {
  it('reads back what it wrote and refuses what it did not', () => {
    const index = new Map([
      ['genesis', ['ab'.repeat(32)]] as const,
      ['device.age', ['cd'.repeat(32), 'ef'.repeat(32)]] as const,
    ])
    const read = parseIndex(writeIndex(index))
    expect(isIndex(read) && [...read].toSorted()).toEqual([...index].toSorted())
    const line = `genesis ${'ab'.repeat(32)}`
    for (const bad of [
      '',
      'porchlight-index',
      'porchlight-index 0\n',
      'porchlight-index 1',
      `porchlight-index 1\n${line}`,
      'porchlight-index 1\ngenesis\n',
      `porchlight-index 1\n../genesis ${'ab'.repeat(32)}\n`,
      'porchlight-index 1\ngenesis zz\n',
      `porchlight-index 1\n${line} ${'ab'.repeat(32)} ${'ab'.repeat(32)}\n`,
    ]) {
      expect(parseIndex(text(bad)), bad).toEqual({ kind: 'damaged', at: 'index' })
    }
  })
})

describe('the paper secret', () => {
  it('is well formed only where age would take it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { founded } = await testGroup()
      const secret = founded.paper.identity.reveal()
      expect(parsePaperSecret(secret)?.reveal()).toBe(secret)
      expect(parsePaperSecret(` ${secret.slice(19).toLowerCase()}\t`)?.reveal()).toBe(secret)
    }
    for (const bad of ['', 'AGE-SECRET-KEY-PQ-1', 'age1pq1qqqq', 'Q'.repeat(58), 'b'.repeat(58)]) {
      expect(parsePaperSecret(bad)).toBeNull()
    }
  })
})

describe('a copy from a device that was removed', () => {
  it('admits nobody: what a removed device signs does not count', async () => {
    const group = await testGroup()
    const saved = await testDevice('joe')
    const statements = [
      await group.admit(group.paper, saved, { role: 'coordinator', opens: OPENS_ALL }),
      await group.remove(saved.signer, { device: group.founder.signer, heads: [], keeps: [] }),
    ]
    const files = {
      ...group.founded.files,
      ...Object.fromEntries(statements.map(file => [statementName(file), file.bytes])),
    }
    expect(await fastVault().adoptCopy({ files, passphrase: PASSPHRASE })).toMatchObject({ ok: false })
  })

  it('costs the others nothing of what was sealed before', async () => {
    const group = await testGroup()
    const saved = await testDevice('joe')
    const { team } = group.genesis
    const founder = { made: { ...group.founded.secrets, keys: group.genesis.founder }, signer: group.founder }
    const admission = await group.admit(group.founder, saved, { role: 'coordinator', opens: OPENS_ALL })
    const devices = await resolveDevices(group.genesis, [admission])
    const epochBy = (device: typeof saved, earlier: EpochKeys) =>
      writeEpoch({
        genesis: group.genesis,
        devices,
        signer: { device: device.signer.signer, key: device.signer.key },
        compartment: team.compartment,
        parents: [team.epoch],
        earlier,
        random: systemRandom,
      })
    const old = await epochBy(founder, {})
    const files = {
      ...group.founded.files,
      [statementName(admission)]: admission.bytes,
      [old.name]: old.bytes,
    }
    const amina = await group.sealingOf(founder, files)
    const session = await amina.beginSession()
    const item = { type: 'session-open', compartment: team.compartment, body: text('before') } as const
    const [before] = await amina.seal([item])
    if (before === undefined) throw new Error('one record was sealed')
    // Written carelessly: it keeps the admission of who signs it, and no epoch.
    const removal = await group.remove(saved.signer, {
      device: founder.signer.signer,
      heads: [{ session, seq: 1, hash: before.hash }],
      keeps: [admission.id],
    })
    const fresh = await epochBy(saved, old.keys)
    const after = { ...files, [statementName(removal)]: removal.bytes, [fresh.name]: fresh.bytes }
    const joe = await group.sealingOf(saved, after)
    expect((await joe.open([before.bytes])).map(({ kind }) => kind)).toEqual(['opened'])
    await joe.beginSession()
    const [next] = await joe.seal([item])
    expect(next?.header.epoch).toBe(fresh.epoch)
  })
})
