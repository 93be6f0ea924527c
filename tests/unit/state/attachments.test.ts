/** Papers of entries, from the file that was picked to the next laptop: kept, undone, copied, damaged, cleared away. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { receiptFile } from '#domain/attachment.ts'
import { addDays } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { papersOf } from '#state/commands/papers.ts'
import { createLaptop, foundedLaptop, type Laptop } from '../../support/state/laptop.ts'
import { PASSPHRASE } from '../../support/vault/fast-vault.ts'

const photo = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../support/pictures/plain.jpg')))
const paper = (name = 'receipt.jpg', bytes = photo): NewAttachment => ({ name, type: 'image/jpeg', bytes })

const openOf = ({ session }: Pick<Laptop, 'session'>) => {
  const { open } = session.getState()
  if (open === null) throw new Error('no group is open')
  return open
}

/** A laptop with one entry that has one paper. */
async function laptopWithPaper() {
  const laptop = await foundedLaptop()
  const { commands } = openOf(laptop)
  const recorded = await commands.recordEntry(
    { date: '2026-03-05', money: { cents: -4321, splits: [], toAccount: null } },
    { added: [paper()], removed: [] },
  )
  if (!recorded.ok) throw new Error(recorded.problem.kind)
  return { ...laptop, entryId: recorded.id }
}

async function readPapers(laptop: Pick<Laptop, 'session'>, entryId: string) {
  const { live, attachments } = openOf(laptop)
  return Promise.all(
    papersOf(live, entryId).map(async ({ name, file }) => {
      const read = file === null ? null : await attachments.read('money', file)
      return [name, read?.ok === true ? Buffer.compare(read.value, photo) : (read?.problem.kind ?? 'none')]
    }),
  )
}

const vaultOf = (laptop: Pick<Laptop, 'session'>): string => openOf(laptop).vault.identity.vaultId

describe('a paper of an entry', () => {
  it('is sealed on the disk, comes back as it was, and goes and comes with the entry by undo', async () => {
    const laptop = await laptopWithPaper()
    const { commands, live } = openOf(laptop)
    expect(await readPapers(laptop, laptop.entryId)).toEqual([['receipt.jpg', 0]])
    const files = [...(laptop.host.machine.attachments.get(vaultOf(laptop)) ?? [])]
    expect(files).toHaveLength(1)
    for (const [, { bytes }] of files) expect(Buffer.from(bytes).includes('JFIF')).toBe(false)
    await commands.gate.undo()
    expect([live.records(entry).length, live.records(receiptFile).length]).toEqual([0, 0])
    await commands.gate.redo()
    expect(await readPapers(laptop, laptop.entryId)).toEqual([['receipt.jpg', 0]])
  })

  it('attached later marks that the paper is there, with the next number, in one change', async () => {
    const laptop = await laptopWithPaper()
    const { commands, live } = openOf(laptop)
    const { id } = await commands.recordEntry({ date: '2026-04-01' })
    const before = live.get(entry, id)
    const attached = await commands.attachPapers(id, [paper('a.jpg'), paper('b.jpg')])
    expect(attached.ok).toBe(true)
    expect(live.get(entry, id)).toMatchObject({ receipt: 'have', receiptNumber: '26-001' })
    expect((await readPapers(laptop, id)).map(([name]) => name)).toEqual(['a.jpg', 'b.jpg'])
    await commands.gate.undo()
    expect(live.get(entry, id)).toEqual(before)
    expect(papersOf(live, id)).toEqual([])
  })

  it('is not attached where the disk is full: the entry is not changed and the sentence has its reason', async () => {
    const laptop = await laptopWithPaper()
    const { commands, live } = openOf(laptop)
    laptop.host.faults.refuseWrites = { kind: 'disk-full' }
    const refused = await commands.attachPapers(laptop.entryId, [paper('second.jpg')])
    expect(refused).toEqual({ ok: false, problem: { kind: 'disk-full' } })
    laptop.host.faults.refuseWrites = null
    expect(papersOf(live, laptop.entryId)).toHaveLength(1)
    expect((await commands.attachPapers(laptop.entryId, [paper('second.jpg')])).ok).toBe(true)
  })

  it('that is damaged or gone is told apart', async () => {
    const laptop = await laptopWithPaper()
    const files = laptop.host.machine.attachments.get(vaultOf(laptop))
    const [hash = '', file] = [...(files ?? [])][0] ?? []
    const flipped = file?.bytes.slice() ?? new Uint8Array()
    flipped[200] = (flipped[200] ?? 0) ^ 1
    files?.set(hash, { bytes: flipped, writtenAt: 0 })
    expect(await readPapers(laptop, laptop.entryId)).toEqual([['receipt.jpg', 'damaged']])
    files?.set(hash, { bytes: flipped.subarray(0, 20), writtenAt: 0 })
    expect(await readPapers(laptop, laptop.entryId)).toEqual([['receipt.jpg', 'damaged']])
    files?.delete(hash)
    expect(await readPapers(laptop, laptop.entryId)).toEqual([['receipt.jpg', 'missing']])
  })

  it('travels in the sealed copy, and what is damaged on the way is counted and left out', async () => {
    const laptop = await laptopWithPaper()
    await openOf(laptop).commands.attachPapers(laptop.entryId, [paper('second.jpg')])
    const saved = await laptop.actions.saveSealedCopy()
    expect(saved).toMatchObject({
      ok: true,
      value: { attachments: 2, damagedAttachments: 0, reopened: true },
    })
    const copy = laptop.host.person.saved.at(-1)?.bytes ?? new Uint8Array()
    const other = createLaptop()
    expect((await other.actions.openSealedCopy({ copy, passphrase: PASSPHRASE })).ok).toBe(true)
    const whole = [
      ['receipt.jpg', 0],
      ['second.jpg', 0],
    ]
    expect(await readPapers(other, laptop.entryId)).toEqual(whole)
    // Filled for the first time: nothing had to be put right.
    expect(openOf(other).notes).toMatchObject({ lostAttachments: 0, healed: 0 })

    // The last file is the second in the order of hashes; the head with the records is before both.
    const cut = copy.slice(0, -100)
    const third = createLaptop()
    expect((await third.actions.openSealedCopy({ copy: cut, passphrase: PASSPHRASE })).ok).toBe(true)
    expect(openOf(third).notes.lostAttachments).toBe(1)
    const left = (await readPapers(third, laptop.entryId)).map(([, outcome]) => outcome)
    expect(left.sort()).toEqual([0, 'missing'])
  })

  it('that was damaged before is said when the copy is made, which is otherwise whole', async () => {
    const laptop = await laptopWithPaper()
    const files = laptop.host.machine.attachments.get(vaultOf(laptop))
    const [hash = '', file] = [...(files ?? [])][0] ?? []
    files?.set(hash, { bytes: new Uint8Array(file?.bytes.length ?? 0), writtenAt: 0 })
    expect(await laptop.actions.saveSealedCopy()).toMatchObject({
      ok: true,
      value: { attachments: 1, damagedAttachments: 1, reopened: true },
    })
  })
})

describe('clearing away', () => {
  const DAY = '2026-10-01'

  it('removes what nothing has named for 90 days, and nothing that a record or the trash names', async () => {
    const laptop = await laptopWithPaper()
    const { attachments, commands, live, vault } = openOf(laptop)
    const vaultId = vaultOf(laptop)
    await commands.attachPapers(laptop.entryId, [paper('deleted.jpg')])
    await commands.removePaper(papersOf(live, laptop.entryId)[1]?.id ?? '')
    // Kept, and then the power failed before a record named it.
    const money = vault.identity.compartments.find(({ kind }) => kind === 'money')?.id ?? ''
    const orphan = await vault.sealAttachment(money, photo)
    await laptop.host.attachments.write(vaultId, orphan.hash, orphan.bytes)
    await laptop.host.attachments.write(vaultId, 'ee'.repeat(32), new Uint8Array([1, 2, 3]))
    const count = async () => (await attachments.sizes()).files
    expect(await count()).toBe(4)
    expect(await attachments.clearUnnamed(DAY)).toBe(0)
    expect(await attachments.clearUnnamed(addDays(DAY, 89))).toBe(0)
    expect(await count()).toBe(4)
    expect(await attachments.clearUnnamed(addDays(DAY, 90))).toBe(2)
    expect(await count()).toBe(2)
    expect(await laptop.host.attachments.read(vaultId, orphan.hash)).toBeNull()
    expect(await attachments.clearUnnamed(addDays(DAY, 5000))).toBe(0)
  })

  it('begins to count anew when a record names the file in between', async () => {
    const laptop = await laptopWithPaper()
    const { attachments } = openOf(laptop)
    const { hash, bytes } = await openOf(laptop).vault.sealAttachment(
      openOf(laptop).vault.identity.compartments.find(({ kind }) => kind === 'money')?.id ?? '',
      photo,
    )
    await laptop.host.attachments.write(vaultOf(laptop), hash, bytes)
    await attachments.clearUnnamed(DAY)
    await openOf(laptop).store.commit({
      command: 'test',
      ops: [
        {
          op: 'create',
          kind: 'receiptFile',
          id: 'late',
          fields: { entry: laptop.entryId, file: { hash, bytes: photo.length, type: 'image/jpeg' } },
        },
      ],
    })
    await attachments.clearUnnamed(addDays(DAY, 80))
    await openOf(laptop).store.commit({
      command: 'test',
      ops: [{ op: 'set', id: 'late', field: 'file', value: null }],
    })
    expect(await attachments.clearUnnamed(addDays(DAY, 100))).toBe(0)
    expect(await attachments.clearUnnamed(addDays(DAY, 190))).toBe(1)
  })

  it('is not hurried by a clock that was ahead, or by a damaged note of the days', async () => {
    const laptop = await laptopWithPaper()
    const { attachments } = openOf(laptop)
    await laptop.host.attachments.write(vaultOf(laptop), 'ee'.repeat(32), new Uint8Array([1]))
    await attachments.clearUnnamed(addDays(DAY, 400))
    await attachments.clearUnnamed(DAY)
    expect(await attachments.clearUnnamed(addDays(DAY, 89))).toBe(0)
    await laptop.host.keyFiles.replace('unnamed-attachments', new TextEncoder().encode('{"ee'))
    expect(await attachments.clearUnnamed(addDays(DAY, 95))).toBe(0)
    expect(await attachments.clearUnnamed(addDays(DAY, 185))).toBe(1)
  })

  it('leaves files of compartments that this laptop cannot read', async () => {
    const laptop = await laptopWithPaper()
    const care = await openOf(laptop).vault.createCare()
    const sealed = await openOf(laptop).vault.sealAttachment(care.compartment.id, photo)
    const { host } = laptop
    await host.attachments.write(vaultOf(laptop), sealed.hash, sealed.bytes)
    const { attachments, vault } = openOf(laptop)
    // As on a laptop without the key.
    const { compartments } = vault.identity
    const without = compartments.map(each => (each.kind === 'care' ? { ...each, readable: false } : each))
    const { createAttachments } = await import('#state/attachments.ts')
    const blind = createAttachments({
      host,
      live: openOf(laptop).live,
      vault: Object.create(vault, { identity: { value: { ...vault.identity, compartments: without } } }),
    })
    await blind.clearUnnamed(DAY)
    expect(await blind.clearUnnamed(addDays(DAY, 200))).toBe(0)
    expect(await attachments.clearUnnamed(addDays(DAY, 200))).toBe(1)
  })
})
