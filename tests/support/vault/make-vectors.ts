/**
 * Makes the version-1 vectors: a small group with everything that version 1 can hold, what each of its two laptops
 * sees of every record, and damaged files with the problem that each must give. Run once by `write-vectors.mjs`;
 * what it wrote under tests/vectors/v1 is frozen and opened by every later version.
 */
import { OPENS_ALL } from '../../../src/vault/control.ts'
import { createDeviceFiles } from '../../../src/vault/device-file.ts'
import { writeEpoch } from '../../../src/vault/epoch.ts'
import { withIndex } from '../../../src/vault/key-index.ts'
import { openGroup, readPublicGroup, statementName } from '../../../src/vault/open-group.ts'
import type { RecordSealing } from '../../../src/vault/record-sealing.ts'
import { sealRecord } from '../../../src/vault/sealed-record.ts'
import { Secret } from '../../../src/vault/secret.ts'
import type { KeyFileSet, SealedRecord } from '../../../src/vault/vault.ts'
import { systemRandom, text } from './fast-vault.ts'
import { type TestDevice, testDevice, testGroup } from './group-builder.ts'

const PASSPHRASE = 'porch light maple snow kettle'
const HELPER_PASSPHRASE = 'neige été érable quai vingt'
const CARE = 'ca'.repeat(16)

export interface VectorFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export async function makeVectors(): Promise<readonly VectorFile[]> {
  const group = await testGroup()
  const { genesis, founded } = group
  const founder: TestDevice = {
    made: { ...founded.secrets, keys: genesis.founder },
    signer: group.founder,
  }
  const [helper, lost] = [await testDevice('member-lina'), await testDevice('member-joe')]
  const helperIn = await group.admit(group.founder, helper, { role: 'member', opens: ['team'] })
  const lostIn = await group.admit(group.founder, lost, { role: 'coordinator', opens: OPENS_ALL })
  const statements: Record<string, Uint8Array> = {}
  for (const file of [helperIn, lostIn]) statements[statementName(file)] = file.bytes
  Object.assign(statements, await nextEpochs(group, { ...founded.files, ...statements }))

  const publicFiles = without(founded.files, 'device.age')
  const all = { ...publicFiles, ...statements }
  const lostSide = await group.sealingOf(lost, all)
  const lostSession = await lostSide.beginSession()
  const [team, money] = [genesis.team.compartment, genesis.money.compartment]
  const lostRecords = [
    ...(await lostSide.seal([{ type: 'session-open', compartment: team, body: text('{"seen":{}}') }])),
    ...(await lostSide.seal([change(money, '{"by":"joe","counts":true}')])),
    ...(await lostSide.seal([change(money, '{"by":"joe","counts":false}')])),
  ]
  const removal = await group.remove(group.founder, {
    device: lost.signer.signer,
    heads: [{ session: lostSession, seq: 2, hash: lostRecords[1]?.hash ?? '' }],
    keeps: [],
  })
  const files: KeyFileSet = { ...all, [statementName(removal)]: removal.bytes }

  const amina = await group.sealingOf(founder, files)
  await amina.beginSession()
  const aminaRecords = await amina.seal([
    { type: 'session-open', compartment: team, body: text('{"seen":{}}') },
    ...Array.from({ length: 4 }, (_, index) => change(team, `{"task":${index}}`)),
    ...Array.from({ length: 4 }, (_, index) => change(money, `{"amountCents":${index * 1450}}`)),
    ...Array.from({ length: 3 }, (_, index) => change(CARE, `{"note":"Clinic – rendez-vous ${index}"}`)),
    { type: 'control', compartment: team, body: text('{"member":"member-lina"}') },
  ])
  const lina = await group.sealingOf(helper, files)
  await lina.beginSession()
  const linaRecords = await lina.seal([
    { type: 'session-open', compartment: team, body: text('{"seen":{}}') },
    change(team, ''),
    change(team, 'x'.repeat(252)),
    change(team, 'y'.repeat(253)),
  ])
  const records = [...lostRecords, ...aminaRecords, ...linaRecords]
  const page = await amina.sealPage(team, 'tasks-0', text('columns'))
  const keyFiles: Record<string, Uint8Array> = { ...files }
  const deviceFiles = createDeviceFiles()
  const helperFile = await deviceFiles.seal(
    {
      ...founded.secrets,
      device: helper.made.keys.device,
      member: 'member-lina',
      sign: helper.made.sign,
      age: helper.made.age,
      keys: new Secret({}),
    },
    HELPER_PASSPHRASE,
  )
  keyFiles['device.age'] = await deviceFiles.seal(founded.secrets, PASSPHRASE)
  const indexed = await withIndex(keyFiles)
  const bad = badFiles(indexed)
  const badRecords = [...refusals(aminaRecords), await otherKey(aminaRecords, group.founder.key)]

  const manifest = {
    passphrase: PASSPHRASE,
    helperPassphrase: HELPER_PASSPHRASE,
    paperSecret: founded.paper.identity.reveal(),
    vaultId: genesis.vault,
    founder: { device: genesis.founder.device, member: genesis.founder.member },
    helper: { device: helper.made.keys.device, member: 'member-lina' },
    compartments: { team, money, care: CARE },
    keyFiles: Object.keys(indexed),
    page: { compartment: 'team', name: 'tasks-0', body: 'columns' },
    records: await Promise.all(
      records.map(async (record, index) => ({
        file: `records/${number(index)}.plr`,
        hash: record.hash,
        header: record.header,
        founder: await seenBy(amina, record),
        helper: await seenBy(lina, record),
      })),
    ),
    refused: badRecords.map(({ name, reason }) => ({ file: `refused/${name}.plr`, reason })),
    problems: bad.map(({ name, of, problem }) => ({ file: `problems/${name}`, of, problem })),
  }
  return [
    ...Object.entries(indexed).map(([name, bytes]) => ({ path: `files/${name}`, bytes })),
    { path: 'helper/device.age', bytes: helperFile },
    { path: 'page.plp', bytes: page },
    ...records.map((record, index) => ({ path: `records/${number(index)}.plr`, bytes: record.bytes })),
    ...badRecords.map(({ name, bytes }) => ({ path: `refused/${name}.plr`, bytes })),
    ...bad.map(({ name, bytes }) => ({ path: `problems/${name}`, bytes })),
    { path: 'vectors.json', bytes: text(`${JSON.stringify(manifest, null, 2)}\n`) },
  ]
}

const change = (compartment: string, body: string) =>
  ({ type: 'change', compartment, body: text(body) }) as const

const number = (index: number) => String(index + 1).padStart(2, '0')

const without = (files: KeyFileSet, name: string): KeyFileSet =>
  Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))

/** The epochs that give the new devices their keys, and the first of a Care compartment. */
async function nextEpochs(group: Awaited<ReturnType<typeof testGroup>>, files: KeyFileSet) {
  const read = await readPublicGroup(files)
  if (!read.ok) throw new Error(read.problem.kind)
  const opened = await openGroup(read.value, group.founded.secrets, files)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const { team, money } = group.genesis
  const made: Record<string, Uint8Array> = {}
  for (const [compartment, parents] of [
    [team.compartment, [team.epoch]],
    [money.compartment, [money.epoch]],
    [CARE, []],
  ] as const) {
    const epoch = await writeEpoch({
      genesis: group.genesis,
      devices: read.value.devices,
      signer: { device: group.founder.signer, key: group.founder.key },
      compartment,
      parents,
      earlier: opened.value.ring.keysOf(compartment),
      random: systemRandom,
    })
    made[epoch.name] = epoch.bytes
  }
  return made
}

async function seenBy(side: RecordSealing, record: SealedRecord) {
  const [seen] = await side.open([record.bytes])
  if (seen?.kind === 'opened') return { kind: 'opened', body: new TextDecoder().decode(seen.body) }
  return seen?.kind === 'refused' ? { kind: 'refused', reason: seen.reason } : { kind: 'sealed' }
}

const altered = (bytes: Uint8Array, at: number, value: readonly number[]) => {
  const copy = bytes.slice()
  copy.set(value, at)
  return copy
}

function refusals(records: readonly SealedRecord[]) {
  const bytes = records[1]?.bytes ?? new Uint8Array()
  const other = records[2]?.bytes ?? new Uint8Array()
  const zeros = [...new Uint8Array(16)]
  return [
    { name: 'empty', reason: 'torn', bytes: new Uint8Array() },
    { name: 'cut-in-header', reason: 'torn', bytes: bytes.subarray(0, 77) },
    { name: 'cut-in-signature', reason: 'torn', bytes: bytes.subarray(0, bytes.length - 1) },
    { name: 'other-magic', reason: 'not-a-record', bytes: altered(bytes, 0, [0x51]) },
    { name: 'byte-behind', reason: 'not-a-record', bytes: new Uint8Array([...bytes, 0]) },
    { name: 'unknown-type', reason: 'not-a-record', bytes: altered(bytes, 5, [4]) },
    { name: 'seq-zero', reason: 'not-a-record', bytes: altered(bytes, 86, zeros.slice(8)) },
    { name: 'version-2', reason: 'newer-format', bytes: altered(bytes, 4, [2]) },
    { name: 'length-4-gib', reason: 'too-big', bytes: altered(bytes, 126, [255, 255, 255, 255]) },
    { name: 'other-vault', reason: 'wrong-vault', bytes: altered(bytes, 6, zeros) },
    { name: 'stranger', reason: 'unknown-device', bytes: altered(bytes, 38, zeros) },
    { name: 'other-session', reason: 'bad-signature', bytes: altered(bytes, 54, zeros) },
    { name: 'other-epoch', reason: 'bad-signature', bytes: altered(bytes, 70, zeros) },
    { name: 'seq-of-next', reason: 'bad-signature', bytes: altered(bytes, 86, [...other.subarray(86, 126)]) },
    {
      name: 'ciphertext-flipped',
      reason: 'bad-signature',
      bytes: altered(bytes, 150, [bytes[150] === 0 ? 1 : 0]),
    },
  ]
}

/** Rightly signed, but sealed under a key that is not the epoch's. */
async function otherKey(records: readonly SealedRecord[], signer: CryptoKey) {
  const header = records[1]?.header
  if (header === undefined) throw new Error('records were sealed')
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const { bytes } = await sealRecord({ header, body: text('{}'), key, signer, nonce: systemRandom(12) })
  return { name: 'other-key', reason: 'bad-ciphertext', bytes }
}

function badFiles(files: KeyFileSet) {
  const of = (name: string) => files[name] ?? new Uint8Array()
  const epoch = Object.keys(files).find(name => name.startsWith('epoch-')) ?? ''
  const admit = Object.keys(files).find(name => name.startsWith('admit-')) ?? ''
  const damaged = (at: string) => ({ kind: 'damaged', at })
  const newer = (at: string, version: number) => ({ kind: 'newer-format', at, version })
  const age = new TextDecoder('latin1').decode(of('device.age'))
  return [
    {
      name: 'genesis-cut',
      of: 'genesis',
      problem: damaged('genesis'),
      bytes: of('genesis').subarray(0, 900),
    },
    {
      name: 'genesis-version-2',
      of: 'genesis',
      problem: newer('genesis', 2),
      bytes: altered(of('genesis'), 4, [2]),
    },
    {
      name: 'epoch-signature',
      of: epoch,
      problem: damaged(epoch),
      bytes: altered(of(epoch), of(epoch).length - 1, [0xff]),
    },
    { name: 'epoch-version-2', of: epoch, problem: newer(epoch, 2), bytes: altered(of(epoch), 4, [2]) },
    { name: 'admission-swapped', of: admit, problem: damaged(admit), bytes: of(epoch) },
    {
      name: 'device-work-factor-30',
      of: 'device.age',
      problem: { kind: 'absurd-work-factor', logN: 30 },
      bytes: latin1(age.replace(/^(-> scrypt \S+) 18$/m, '$1 30')),
    },
    {
      name: 'device-age-v2',
      of: 'device.age',
      problem: newer('device.age', 2),
      bytes: latin1(age.replace('/v1', '/v2')),
    },
    { name: 'device-not-age', of: 'device.age', problem: damaged('device.age'), bytes: text('hello') },
    { name: 'index-version-2', of: 'index', problem: newer('index', 2), bytes: text('porchlight-index 2\n') },
    { name: 'index-cut', of: 'index', problem: damaged('index'), bytes: of('index').subarray(0, 60) },
  ]
}

const latin1 = (value: string) => Uint8Array.from(value, char => char.charCodeAt(0))
