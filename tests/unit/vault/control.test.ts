import { describe, expect, it } from 'vitest'
import { OPENS_ALL, resolveDevices } from '../../../src/vault/control.ts'
import { epochName, writeEpoch } from '../../../src/vault/epoch.ts'
import { statementName } from '../../../src/vault/open-group.ts'
import type { SignedFile } from '../../../src/vault/signed-file.ts'
import { count } from '../../support/soak/size.ts'
import { seededNumbers, systemRandom, text } from '../../support/vault/fast-vault.ts'
import { testDevice, testGroup } from '../../support/vault/group-builder.ts'

const coordinator = { role: 'coordinator', opens: OPENS_ALL } as const
const member = { role: 'member', opens: ['team'] } as const

async function standing(group: Awaited<ReturnType<typeof testGroup>>, statements: readonly SignedFile[]) {
  const devices = await resolveDevices(group.genesis, statements)
  return (device: string) => {
    const found = devices.get(device)
    return found === undefined ? 'unknown' : found.removal === null ? found.role : 'removed'
  }
}

describe('who may write', () => {
  it('is the founder, and whom coordinators admit, in any order of arrival', async () => {
    const group = await testGroup()
    const [joe, lina] = [await testDevice('joe'), await testDevice('lina')]
    const statements = [
      await group.admit(group.founder, joe, coordinator),
      await group.admit(joe.signer, lina, member),
    ]
    for (const order of [statements, statements.toReversed()]) {
      const is = await standing(group, order)
      expect(is(group.founder.signer)).toBe('coordinator')
      expect(is(joe.signer.signer)).toBe('coordinator')
      expect(is(lina.signer.signer)).toBe('member')
    }
    expect((await standing(group, statements.slice(1)))(lina.signer.signer)).toBe('unknown')
  })

  it('is nobody whom a plain member, a stranger or another group admits', async () => {
    const group = await testGroup()
    const elsewhere = await testGroup()
    const [joe, friend, stranger] = [
      await testDevice('joe'),
      await testDevice('friend'),
      await testDevice('x'),
    ]
    const joeIn = await group.admit(group.founder, joe, member)
    const attempts = [
      await group.admit(joe.signer, friend, member),
      await group.admit(stranger.signer, friend, member),
      await group.admit({ ...stranger.signer, signer: group.founder.signer }, friend, member),
      await elsewhere.admit(elsewhere.founder, friend, member),
      await elsewhere.admit({ ...elsewhere.founder, signer: group.founder.signer }, friend, member),
    ]
    for (const attempt of attempts) {
      expect((await standing(group, [joeIn, attempt]))(friend.signer.signer)).toBe('unknown')
    }
  })

  it("lets a member's device admit another of the same member, with no more than it has", async () => {
    const group = await testGroup()
    const [joe, second, third] = [await testDevice('joe'), await testDevice('joe'), await testDevice('joe')]
    const joeIn = await group.admit(group.founder, joe, member)
    const is = await standing(group, [
      joeIn,
      await group.admit(joe.signer, second, member),
      await group.admit(joe.signer, third, { role: 'member', opens: ['team', 'care'] }),
    ])
    expect(is(second.signer.signer)).toBe('member')
    expect(is(third.signer.signer)).toBe('unknown')
    const grabbing = await group.admit(joe.signer, third, coordinator)
    expect((await standing(group, [joeIn, grabbing]))(third.signer.signer)).toBe('unknown')
  })

  it('lets the paper key admit coordinators and do nothing else', async () => {
    const group = await testGroup()
    const [saved, plain] = [await testDevice('joe'), await testDevice('joe')]
    const removal = { device: group.founder.signer, heads: [], keeps: [] }
    const is = await standing(group, [
      await group.admit(group.paper, saved, coordinator),
      await group.admit(group.paper, plain, member),
      await group.remove(group.paper, removal),
    ])
    expect(is(saved.signer.signer)).toBe('coordinator')
    expect(is(plain.signer.signer)).toBe('unknown')
    expect(is(group.founder.signer)).toBe('coordinator')
  })

  it('drops what a removed device goes on signing, and keeps what the removal names', async () => {
    const group = await testGroup()
    const [joe, early, late] = [await testDevice('joe'), await testDevice('early'), await testDevice('late')]
    const joeIn = await group.admit(group.founder, joe, coordinator)
    const earlyIn = await group.admit(joe.signer, early, member)
    const lateIn = await group.admit(joe.signer, late, coordinator)
    const out = await group.remove(group.founder, {
      device: joe.signer.signer,
      heads: [],
      keeps: [earlyIn.id],
    })
    const revenge = await group.remove(joe.signer, {
      device: group.founder.signer,
      heads: [],
      keeps: [joeIn.id],
    })
    const is = await standing(group, [revenge, lateIn, earlyIn, out, joeIn])
    expect(is(joe.signer.signer)).toBe('removed')
    expect(is(early.signer.signer)).toBe('member')
    expect(is(late.signer.signer)).toBe('unknown')
    expect(is(group.founder.signer)).toBe('coordinator')
  })

  it('gives the holder of the sheet the last word over a stolen founder laptop', async () => {
    const group = await testGroup()
    const [saved, joe] = [await testDevice('joe'), await testDevice('joe')]
    const savedIn = await group.admit(group.paper, saved, coordinator)
    const joeIn = await group.admit(group.founder, joe, coordinator)
    const out = await group.remove(saved.signer, {
      device: group.founder.signer,
      heads: [],
      keeps: [joeIn.id],
    })
    const afterTheft = await group.remove(group.founder, { device: joe.signer.signer, heads: [], keeps: [] })
    for (const order of [
      [savedIn, joeIn, out, afterTheft],
      [afterTheft, out, joeIn, savedIn],
    ]) {
      const is = await standing(group, order)
      expect([group.founder, saved.signer, joe.signer].map(({ signer }) => is(signer))).toEqual([
        'removed',
        'coordinator',
        'coordinator',
      ])
    }
  })

  it('comes to one answer for shuffled histories', async () => {
    const group = await testGroup()
    const devices = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(testDevice))
    const signers = [group.founder, group.paper, ...devices.map(device => device.signer)]
    const numbers = seededNumbers(11)
    const pick = <T>(items: readonly T[]): T => items[numbers(items.length)] as T
    for (let round = 0; round < count(200, 200); round += 1) {
      const statements: SignedFile[] = []
      for (let step = 0; step < 7; step += 1) {
        const by = pick(signers)
        statements.push(
          numbers(3) > 0
            ? await group.admit(by, pick(devices), numbers(2) === 0 ? coordinator : member)
            : await group.remove(by, {
                device: pick([group.founder, ...devices.map(device => device.signer)]).signer,
                heads: [],
                keeps: statements.filter(() => numbers(2) === 0).map(({ id }) => id),
              }),
        )
      }
      const shuffled = statements.toSorted(() => numbers(2) - 0.5)
      const [one, other] = [await standing(group, statements), await standing(group, shuffled)]
      for (const { signer } of signers) expect(one(signer)).toBe(other(signer))
    }
  })
})

describe('what the others take from a device', () => {
  it('is sealed, not opened, on a laptop that lacks the key', async () => {
    const group = await testGroup()
    const helper = await testDevice('helper')
    const admission = await group.admit(group.founder, helper, { role: 'member', opens: ['team'] })
    const devices = await resolveDevices(group.genesis, [admission])
    const signer = { device: group.founder.signer, key: group.founder.key }
    const shared = { genesis: group.genesis, devices, signer, earlier: {}, random: systemRandom }
    const { team, money } = group.genesis
    const epochs = [
      await writeEpoch({ ...shared, compartment: team.compartment, parents: [team.epoch] }),
      await writeEpoch({ ...shared, compartment: money.compartment, parents: [money.epoch] }),
      await writeEpoch({ ...shared, compartment: 'c0'.repeat(16), parents: [] }),
    ]
    const files = {
      ...group.founded.files,
      [statementName(admission)]: admission.bytes,
      ...Object.fromEntries(epochs.map(({ name, bytes }) => [name, bytes])),
    }
    expect(Object.keys(files)).toContain(epochName(epochs[0]?.epoch ?? ''))
    const founder = { made: { ...group.founded.secrets, keys: group.genesis.founder }, signer: group.founder }
    const amina = await group.sealingOf(founder, files)
    const joe = await group.sealingOf(helper, files)
    await amina.beginSession()
    const sealed = await amina.seal([
      { type: 'session-open', compartment: team.compartment, body: text('{}') },
      { type: 'change', compartment: 'c0'.repeat(16), body: text('health') },
      { type: 'change', compartment: money.compartment, body: text('rent') },
    ])
    const records = sealed.map(({ bytes }) => bytes)
    const seen = await joe.open(records)
    expect(seen.map(({ kind }) => kind)).toEqual(['opened', 'sealed', 'sealed'])
    expect(seen[1]).toMatchObject({ header: sealed[1]?.header, hash: sealed[1]?.hash })
    // The signature is checked all the same: a laptop without the key still refuses what was altered.
    const altered = records.map(bytes => bytes.map((byte, index) => (index === 150 ? byte ^ 1 : byte)))
    expect((await joe.open(altered)).map(record => record.kind === 'refused' && record.reason)).toEqual(
      records.map(() => 'bad-signature'),
    )
    await joe.beginSession()
    const peek = joe.seal([{ type: 'session-open', compartment: 'c0'.repeat(16), body: text('{}') }])
    await expect(peek).rejects.toThrow('no key')
  })

  it('ends at the heads that its removal names', async () => {
    const group = await testGroup()
    const joe = await testDevice('joe')
    const admission = await group.admit(group.founder, joe, coordinator)
    const devices = await resolveDevices(group.genesis, [admission])
    const { team } = group.genesis
    const epoch = await writeEpoch({
      genesis: group.genesis,
      devices,
      signer: { device: group.founder.signer, key: group.founder.key },
      compartment: team.compartment,
      parents: [team.epoch],
      earlier: {},
      random: systemRandom,
    })
    const files = {
      ...group.founded.files,
      [statementName(admission)]: admission.bytes,
      [epoch.name]: epoch.bytes,
    }
    const his = await group.sealingOf(joe, files)
    const session = await his.beginSession()
    const item = (type: 'session-open' | 'change') =>
      ({ type, compartment: team.compartment, body: text('{}') }) as const
    const before = await his.seal([item('session-open'), item('change')])
    const after = await his.seal([item('change')])
    await his.beginSession()
    const elsewhere = await his.seal([item('session-open')])
    const last = before[1]
    const removal = await group.remove(group.founder, {
      device: joe.signer.signer,
      heads: [{ session, seq: 2, hash: last?.hash ?? '' }],
      keeps: [],
    })
    const founder = { made: { ...group.founded.secrets, keys: group.genesis.founder }, signer: group.founder }
    const amina = await group.sealingOf(founder, { ...files, [statementName(removal)]: removal.bytes })
    const taken = await amina.open([...before, ...after, ...elsewhere].map(({ bytes }) => bytes))
    expect(taken.map(record => (record.kind === 'refused' ? record.reason : record.kind))).toEqual([
      'opened',
      'opened',
      'removed-device',
      'removed-device',
    ])
  })
})
