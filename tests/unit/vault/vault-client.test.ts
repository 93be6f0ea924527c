import { describe, expect, expectTypeOf, it } from 'vitest'
import { VaultTerminated, type VaultWorker } from '../../../src/vault/vault-client.ts'
import { pack, unpack } from '../../../src/vault/vault-rpc.ts'
import { fastVault, PASSPHRASE, text } from '../../support/vault/fast-vault.ts'
import { workerPair } from '../../support/vault/worker-pair.ts'

describe('the page side of the vault', () => {
  it('behaves as the vault in the worker does, from founding to opening', async () => {
    const { client } = workerPair(fastVault())
    expect(() => client.identity).toThrow('locked')
    const created = await client.create({ passphrase: PASSPHRASE, memberId: 'm' })
    expect(client.identity).toEqual(created.identity)
    const team = client.identity.compartments[0]?.id ?? ''
    await client.beginSession()
    const sealed = await client.seal([
      { type: 'session-open', compartment: team, body: text('{"open":1}') },
      { type: 'change', compartment: team, body: text('{"two":2}') },
    ])
    const bytes = sealed.map(record => record.bytes)
    const torn = bytes[1]?.subarray(0, 200) ?? new Uint8Array()
    const opened = await client.open([torn, ...bytes])
    expect(opened.map(record => record.kind)).toEqual(['refused', 'opened', 'opened'])
    expect(
      opened.map(record => (record.kind === 'opened' ? new TextDecoder().decode(record.body) : '')),
    ).toEqual(['', '{"open":1}', '{"two":2}'])
    expect(bytes.every(record => record.length > 0)).toBe(true)

    const care = await client.createCare()
    expect(client.identity.compartments).toContainEqual(care.compartment)
    const page = await client.sealPage(team, 'p', text('page'))
    const read = await client.openPage(team, 'p', page)
    expect(read.ok && new TextDecoder().decode(read.value)).toBe('page')
    const signature = await client.sign(text('manifest'))
    expect(await client.verify(client.identity.deviceId, text('manifest'), signature)).toBe(true)
    expect(await client.provePaper(created.paperSecret.slice(-8))).toBe(true)
    expect(await client.rowIds('00'.repeat(16), ['a', 'b'])).toHaveLength(2)

    const files = { ...created.files, ...care.files }
    const changed = await client.changePassphrase({ current: PASSPHRASE, next: 'next phrase' })
    expect(changed.ok).toBe(true)
    const later = workerPair(fastVault()).client
    expect((await later.unlock({ files, passphrase: PASSPHRASE })).ok).toBe(true)
    expect(later.identity).toEqual(client.identity)
  })

  it('passes problems on as values, and stays locked', async () => {
    const { client } = workerPair(fastVault())
    const { files } = await client.create({ passphrase: PASSPHRASE, memberId: 'm' })
    const second = workerPair(fastVault()).client
    expect(await second.unlock({ files, passphrase: 'no' })).toEqual({
      ok: false,
      problem: { kind: 'wrong-passphrase' },
    })
    expect(() => second.identity).toThrow('locked')
    await expect(second.beginSession()).rejects.toThrow('locked')
  })

  it('ends the worker on lock and fails what was still asked', async () => {
    const { client, terminated } = workerPair(fastVault())
    await client.create({ passphrase: PASSPHRASE, memberId: 'm' })
    const asked = client.beginSession()
    client.terminate()
    await expect(asked).rejects.toBeInstanceOf(VaultTerminated)
    expect(terminated()).toBe(true)
    expect(() => client.identity).toThrow('locked')
    await expect(client.beginSession()).rejects.toBeInstanceOf(VaultTerminated)
  })

  it('is locked when the worker dies by itself', async () => {
    const { client, crash, terminated } = workerPair(fastVault())
    await client.create({ passphrase: PASSPHRASE, memberId: 'm' })
    const asked = client.beginSession()
    crash()
    await expect(asked).rejects.toThrow('stopped')
    expect(terminated()).toBe(true)
  })

  it('takes a real worker', () => {
    expectTypeOf<Worker>().toExtend<VaultWorker>()
  })

  it('packs parts of any size, none included', () => {
    for (const parts of [[], [text('')], [text('a'), text(''), text('bcd')]]) {
      expect(unpack(pack(parts)).map(part => new TextDecoder().decode(part))).toEqual(
        parts.map(part => new TextDecoder().decode(part)),
      )
    }
  })
})
