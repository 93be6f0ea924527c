/**
 * A prepared file: a sealed copy as a driver's laptop would make it. The founder admits the driver's device for Team and
 * nothing else, by the product's own signed statement; Team's key is handed over in the driver's `device.age`, and
 * everything else of the group, sealed, goes along. It opens with `PASSPHRASE`.
 */
import { demoHousehold } from '#state/demo-household.ts'
import { chosenBytes, encodeCopyHead, readSealedCopy } from '#state/sealed-copy.ts'
import type { DraftOp } from '#store/store.ts'
import { hashHex } from '../../../src/vault/bytes.ts'
import { writeAdmission } from '../../../src/vault/control.ts'
import { DEVICE_NAME } from '../../../src/vault/device-file.ts'
import { newDevice } from '../../../src/vault/found-group.ts'
import { INDEX_NAME } from '../../../src/vault/key-index.ts'
import { openGroup, readPublicGroup } from '../../../src/vault/open-group.ts'
import { Secret } from '../../../src/vault/secret.ts'
import { foundedLaptop } from '../state/laptop.ts'
import { fastDeviceFiles, PASSPHRASE, systemRandom } from '../vault/fast-vault.ts'

export interface DriverCopyInput {
  readonly today: string
  readonly opens: readonly ('team' | 'money')[]
  /** What else is told in the group, once the demo household stands. */
  readonly more: readonly DraftOp[]
}

/** The file; the driver is the demo's member `memberId`. */
export async function driverCopy(
  input: DriverCopyInput,
  memberId = 'demo-member-heron',
): Promise<Uint8Array> {
  const demo = demoHousehold({
    today: input.today,
    now: Date.now(),
    memberId: 'demo-member-robin',
    language: 'en',
  })
  const copy = await readSealedCopy(chosenBytes(await founderCopy([demo, input.more])))
  if (!copy.ok) throw new Error(copy.problem.kind)
  if (copy.value.attachments.length > 0) throw new Error('attachments would be left out')
  const files = await asDriver(copy.value.files, input.opens, memberId)
  const own = { files, records: copy.value.records, attachments: [] }
  return encodeCopyHead(own)
}

/** The founder's own sealed copy, which reads everything, of a group in which these changes were made one after another. */
export async function founderCopy(changes: readonly (readonly DraftOp[])[]): Promise<Uint8Array> {
  const laptop = await foundedLaptop()
  const open = laptop.session.getState().open
  if (!open) throw new Error('no group is open')
  for (const all of changes) {
    const ops = all.filter(op => op.op !== 'create' || open.store.get(op.id) === undefined)
    if (ops.length === 0) continue
    const done = await open.store.commit({ command: 'test', ops })
    if (!done.ok) throw new Error(JSON.stringify(done.problem))
  }
  await open.store.settled()
  await laptop.actions.saveSealedCopy()
  const copy = laptop.host.person.saved.at(-1)?.bytes
  if (copy === undefined) throw new Error('no copy')
  return copy
}

async function asDriver(
  files: Readonly<Record<string, Uint8Array>>,
  opens: readonly string[],
  memberId: string,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const deviceFiles = fastDeviceFiles()
  const secrets = await deviceFiles.open(files[DEVICE_NAME] ?? new Uint8Array(), PASSPHRASE)
  const group = await readPublicGroup(files)
  if (!secrets.ok || !group.ok) throw new Error('the founder’s own copy opens')
  const founder = await openGroup(group.value, secrets.value, files)
  if (!founder.ok) throw new Error(founder.problem.kind)
  const { ring, signer } = founder.value
  const driver = await newDevice(systemRandom, memberId)
  const admission = await writeAdmission(
    { vault: secrets.value.vault, signer: secrets.value.device, key: signer },
    { ...driver.keys, role: 'member', opens },
  )
  const handed = ring
    .compartments()
    .filter(({ kind }) => opens.includes(kind))
    .map(({ id }) => [id, ring.keysOf(id)] as const)
  const { [INDEX_NAME]: _index, [DEVICE_NAME]: _device, ...shared } = files
  return {
    ...shared,
    [`admit-${(await hashHex(admission)).slice(0, 32)}`]: admission,
    [DEVICE_NAME]: await deviceFiles.seal(
      {
        generation: 1,
        vault: secrets.value.vault,
        device: driver.keys.device,
        member: memberId,
        sign: driver.sign,
        age: driver.age,
        paperTail: secrets.value.paperTail,
        keys: new Secret(Object.fromEntries(handed)),
      },
      PASSPHRASE,
    ),
  }
}
