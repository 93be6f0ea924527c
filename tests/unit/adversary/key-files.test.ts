/** Statements of people who left, and of members who want to be somebody else: what key files must withstand. */
import { describe, expect, it } from 'vitest'
import { wrapFor } from '../../../src/vault/age-files.ts'
import { hashHex, toHex, utf8 } from '../../../src/vault/bytes.ts'
import { OPENS_ALL, resolveDevices } from '../../../src/vault/control.ts'
import { epochName, writeEpoch } from '../../../src/vault/epoch.ts'
import { writeIndex } from '../../../src/vault/key-index.ts'
import { checkIndex, openKeys, readPublicGroup } from '../../../src/vault/open-group.ts'
import { type SignedFile, writeSignedFile } from '../../../src/vault/signed-file.ts'
import type { KeyFileSet } from '../../../src/vault/vault.ts'
import { fastVault, foundedVault, PASSPHRASE, systemRandom } from '../../support/vault/fast-vault.ts'
import { type TestDevice, testDevice, testGroup } from '../../support/vault/group-builder.ts'

type Group = Awaited<ReturnType<typeof testGroup>>

const filesOf = (group: Group, statements: readonly SignedFile[]): KeyFileSet => ({
  ...group.founded.files,
  ...Object.fromEntries(
    statements.map(file => [`${file.kind === 'removal' ? 'remove' : 'admit'}-${file.id}`, file.bytes]),
  ),
})

async function publicGroup(files: KeyFileSet) {
  const group = await readPublicGroup(files)
  if (!group.ok) throw new Error(group.problem.kind)
  return group.value
}

/** A group that removed the coordinator Joe, made a new Team epoch without him, and kept Lin. */
async function groupWithoutJoe() {
  const group = await testGroup()
  const joe = await testDevice('joe')
  const lin = await testDevice('lin')
  const grant = { role: 'coordinator' as const, opens: OPENS_ALL }
  const statements = [
    await group.admit(group.founder, joe, grant),
    await group.admit(group.founder, lin, grant),
    await group.remove(group.founder, { device: joe.made.keys.device, heads: [], keeps: [] }),
  ]
  const files = filesOf(group, statements)
  const { devices, genesis } = await publicGroup(files)
  const ring = await openKeys(await publicGroup(files), group.founded.secrets.age)
  const team = genesis.team.compartment
  const next = await writeEpoch({
    genesis,
    devices,
    signer: { device: group.founder.signer, key: group.founder.key },
    compartment: team,
    parents: [genesis.team.epoch],
    earlier: ring.keysOf(team),
    random: systemRandom,
  })
  return { group, joe, lin, team, next, files: { ...files, [next.name]: next.bytes } as KeyFileSet }
}

/** An epoch that Joe signs after he left, with keys of his choice for the group's own epochs. */
async function epochByJoe(
  { group, joe, lin, team }: Awaited<ReturnType<typeof groupWithoutJoe>>,
  keys: (own: string) => Readonly<Record<string, string>>,
): Promise<Record<string, Uint8Array>> {
  // First in every listing, and in the order in which files are read.
  const epoch = '00'.repeat(15) + toHex(systemRandom(1))
  const inner = { compartment: team, epoch, keys: keys(epoch) }
  const bytes = await writeSignedFile({
    kind: 'epoch',
    vault: group.genesis.vault,
    signer: joe.signer.signer,
    key: joe.signer.key,
    statement: { compartment: team, kind: 'team', epoch, parents: [], devices: [lin.made.keys.device] },
    attachment: await wrapFor([lin.made.keys.age], utf8(JSON.stringify(inner))),
  })
  return { [epochName(epoch)]: bytes }
}

const identityOf = (device: TestDevice) => device.made.age

describe('an epoch that a removed coordinator goes on signing', () => {
  it('cannot put a key of his choice in the place of the one that the group writes under', async () => {
    const setting = await groupWithoutJoe()
    const chosen = 'ab'.repeat(32)
    const { next, team, files, lin } = setting
    const forged = await epochByJoe(setting, own => ({ [own]: '11'.repeat(32), [next.epoch]: chosen }))
    const ring = await openKeys(await publicGroup({ ...forged, ...files }), identityOf(lin))
    expect(ring.current(team)).toBe(next.epoch)
    expect(ring.keysOf(team)[next.epoch]).toBe(next.keys[next.epoch])
  })

  it('cannot give a key for an epoch that counts, even to who has none for it', async () => {
    const setting = await groupWithoutJoe()
    const { group, team, files, next } = setting
    const late = await testDevice('late')
    const admitted = await group.admit(group.founder, late, { role: 'member', opens: ['team'] })
    const forged = await epochByJoe({ ...setting, lin: late }, own => ({
      [own]: '11'.repeat(32),
      [next.epoch]: 'ab'.repeat(32),
    }))
    const all = { ...forged, ...files, [`admit-${admitted.id}`]: admitted.bytes }
    const ring = await openKeys(await publicGroup(all), identityOf(late))
    expect(ring.keysOf(team)[next.epoch]).toBeUndefined()
  })

  it('locks nobody out whom it names and who cannot open it', async () => {
    const setting = await groupWithoutJoe()
    const forged = await epochByJoe(setting, () => ({}))
    await expect(
      setting.group.sealingOf(setting.lin, { ...forged, ...setting.files }),
    ).resolves.toHaveProperty('seal')
  })
})

describe('an admission of a device id that is somebody else’s', () => {
  it('does not take the place of a coordinator’s, however it is numbered and however early it comes', async () => {
    const group = await testGroup()
    const coordinator = { role: 'coordinator' as const, opens: OPENS_ALL }
    const member = { role: 'member' as const, opens: ['team'] }
    const mallory = await testDevice('mallory')
    const honest = [await group.admit(group.founder, mallory, member)]
    // Each a round further from the founder than Mallory's own statements.
    let by = group.founder
    let last = mallory
    for (const name of ['second', 'third', 'fourth']) {
      last = await testDevice(name)
      honest.push(await group.admit(by, last, coordinator))
      by = last.signer
    }
    const thief = await testDevice('mallory')
    const keys = { ...thief.made.keys, device: last.made.keys.device }
    const forged = await group.admit(mallory.signer, { ...thief, made: { ...thief.made, keys } }, member)
    for (const files of [
      [forged, ...honest],
      [...honest, forged],
    ]) {
      const devices = await resolveDevices(group.genesis, files)
      expect(devices.get(last.made.keys.device)?.sign).toBe(last.made.keys.sign)
    }
  })
})

describe('an index', () => {
  it('and everything else is written before `device.age`, whose presence says that the group is here', async () => {
    const { created, vault } = await foundedVault()
    expect(Object.keys(created.files).slice(-2)).toEqual(['index', 'device.age'])
    const paper = await fastVault().recover({
      files: created.files,
      paperSecret: created.paperSecret,
      passphrase: PASSPHRASE,
      memberId: 'again',
    })
    const copied = await fastVault().adoptCopy({ files: created.files, passphrase: PASSPHRASE })
    const changed = await vault.changePassphrase({ current: PASSPHRASE, next: `${PASSPHRASE} two` })
    for (const result of [paper, copied])
      expect(result.ok && Object.keys(result.value.files).slice(-2)).toEqual(['index', 'device.age'])
    expect(changed.ok && Object.keys(changed.value)).toEqual(['index', 'device.age'])
  })

  it('that lists a name which every object inherits misses a file, and no more', async () => {
    const { founded } = await testGroup()
    const sum = await hashHex(utf8('x'))
    for (const name of ['constructor', 'valueof', 'tostring']) {
      const index = writeIndex(new Map([[name, [sum]]]))
      const checked = await checkIndex({ ...founded.files, index })
      expect(checked).toEqual({ ok: false, problem: { kind: 'missing-key-file', name } })
    }
  })
})
