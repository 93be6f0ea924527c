/** Sealed copies and log segments that are damaged, hostile, or of a later program; and a disk that fills on the way. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { crc32 } from '#host/crc32.ts'
import { createMemoryHost } from '#host/memory.ts'
import { createMemoryDisk } from '#host/memory-files.ts'
import { openSegmentedLog } from '#host/segmented-log.ts'
import { chosenBytes, encodeCopyHead, readSealedCopy } from '#state/sealed-copy.ts'
import { createLaptop, foundedLaptop, type Laptop } from '../../support/state/laptop.ts'
import { PASSPHRASE } from '../../support/vault/fast-vault.ts'

const groupNames = ({ session }: Laptop) =>
  session
    .getState()
    .open?.store.all('group')
    .map(({ fields }) => fields['name'])

describe('a sealed copy', () => {
  it('or the sheet brings a group back whose device key is gone, and no new group is begun over it', async () => {
    const { host, paperSecret } = await foundedLaptop()
    await host.keyFiles.remove('device.age')
    const later = createLaptop(host)
    await later.actions.start()
    const missing = { kind: 'locked', problem: { kind: 'missing-key-file', name: 'device.age' } }
    expect(later.session.getState().phase).toEqual(missing)
    const mistyped = await later.actions.recover({ copy: null, paperSecret: 'x', passphrase: PASSPHRASE })
    expect(mistyped).toMatchObject({ ok: false, problem: { kind: 'mistyped-secret' } })
    expect(later.session.getState().phase).toEqual(missing)
    expect((await later.actions.recover({ copy: null, paperSecret, passphrase: PASSPHRASE })).ok).toBe(true)
    expect(groupNames(later)).toEqual(['Maple Street'])

    const other = await foundedLaptop()
    await other.host.keyFiles.remove('device.age')
    const again = createLaptop(other.host)
    await again.actions.start()
    const opened = await again.actions.openSealedCopy({ copy: other.copy, passphrase: PASSPHRASE })
    expect(opened.ok).toBe(true)
    expect(groupNames(again)).toEqual(['Maple Street'])
  })

  it('or a sheet that does not fit leaves the reason on the screen for which the passphrase was refused', async () => {
    const { host, copy } = await foundedLaptop()
    const device = (await host.keyFiles.read('device.age'))?.slice() ?? new Uint8Array()
    device[device.length - 20] = (device.at(-20) ?? 0) ^ 1
    await host.keyFiles.replace('device.age', device)
    const later = createLaptop(host)
    await later.actions.start()
    await later.actions.unlock(PASSPHRASE)
    const damaged = { kind: 'locked', problem: { kind: 'damaged' } }
    expect(later.session.getState().phase).toMatchObject(damaged)
    const recovered = await later.actions.recover({ copy: null, paperSecret: 'x', passphrase: PASSPHRASE })
    expect(recovered).toMatchObject({ ok: false, problem: { kind: 'mistyped-secret' } })
    expect(later.session.getState().phase).toMatchObject(damaged)
    const opened = await later.actions.openSealedCopy({ copy, passphrase: PASSPHRASE })
    expect(opened).toMatchObject({ ok: false, problem: { kind: 'group-already-here' } })
    expect(later.session.getState().phase).toMatchObject(damaged)
  })

  it('is not waited for where a crash left key files before the first record', async () => {
    const { host } = await foundedLaptop()
    const empty = createMemoryHost()
    await empty.keyFiles.replace('genesis', (await host.keyFiles.read('genesis')) ?? new Uint8Array())
    const laptop = createLaptop(empty)
    await laptop.actions.start()
    expect(laptop.session.getState().phase).toEqual({ kind: 'first-run' })
  })

  it('leaves nothing that looks like a group where the disk fills on the way, at whichever write', async () => {
    const { copy } = await foundedLaptop()
    for (let room = 0; room < 20; room += 1) {
      const host = createMemoryHost()
      const { replace } = host.keyFiles
      let left = room
      const limited = {
        ...host,
        keyFiles: {
          ...host.keyFiles,
          replace: async (name: string, bytes: Uint8Array) => {
            left -= 1
            return left < 0 ? ({ ok: false, problem: { kind: 'disk-full' } } as const) : replace(name, bytes)
          },
        },
      }
      const laptop = createLaptop(limited)
      const opened = await laptop.actions.openSealedCopy({ copy, passphrase: PASSPHRASE })
      if (opened.ok) {
        expect(room).toBeGreaterThan(3)
        return
      }
      expect(opened.problem.kind).toBe('disk-full')
      expect(laptop.session.getState().phase.kind).toBe('first-run')
      const again = createLaptop(host)
      await again.actions.start()
      expect(again.session.getState().phase.kind).toBe('first-run')
      expect((await again.actions.openSealedCopy({ copy, passphrase: PASSPHRASE })).ok).toBe(true)
      expect(groupNames(again)).toEqual(['Maple Street'])
    }
    throw new Error('never had room enough')
  })

  it('with a damaged record gives those that are whole, and puts no damage into the log', async () => {
    const { copy } = await foundedLaptop()
    const damaged = copy.slice()
    damaged[damaged.length - 32 - 100] = (damaged[damaged.length - 132] ?? 0) ^ 1
    const laptop = createLaptop()
    expect((await laptop.actions.openSealedCopy({ copy: damaged, passphrase: PASSPHRASE })).ok).toBe(true)
    expect(await recordsInLog(laptop)).toBe((await recordsOf(copy)) - 1)
  })

  it('never replaces another group that is here, by the printed sheet either', async () => {
    const one = await foundedLaptop()
    const two = await foundedLaptop()
    const before = [...two.host.machine.keyFiles.entries()]
    const recovered = await two.actions.recover({
      copy: one.copy,
      paperSecret: one.paperSecret,
      passphrase: 'another phrase',
    })
    expect(recovered).toEqual({ ok: false, problem: { kind: 'group-already-here' } })
    expect([...two.host.machine.keyFiles.entries()]).toEqual(before)
  })

  it('never replaces another group that is here and has lost its device key', async () => {
    const one = await foundedLaptop()
    const two = await foundedLaptop()
    await two.host.keyFiles.remove('device.age')
    const before = [...two.host.machine.keyFiles.entries()]
    const later = createLaptop(two.host)
    const copy = { copy: one.copy, passphrase: PASSPHRASE }
    const refused = { ok: false, problem: { kind: 'group-already-here' } }
    expect(await later.actions.openSealedCopy(copy)).toEqual(refused)
    expect(await later.actions.recover({ ...copy, paperSecret: one.paperSecret })).toEqual(refused)
    expect([...two.host.machine.keyFiles.entries()]).toEqual(before)
    expect((await later.actions.openSealedCopy({ ...copy, copy: two.copy })).ok).toBe(true)
  })

  it('that is older than this laptop takes no Care from it', async () => {
    const { host, session, copy, paperSecret } = await foundedLaptop()
    const care = await session.getState().open?.vault.createCare()
    for (const [name, bytes] of Object.entries(care?.files ?? {})) await host.keyFiles.replace(name, bytes)
    const later = createLaptop(host)
    const recovered = await later.actions.recover({ copy, paperSecret, passphrase: 'another phrase' })
    expect(recovered.ok).toBe(true)
    const { compartments = [] } = later.session.getState().open?.vault.identity ?? {}
    expect(compartments.map(({ kind, readable }) => [kind, readable])).toEqual([
      ['team', true],
      ['money', true],
      ['care', true],
      // Made after the copy.
      ['care', true],
    ])
  })

  it('is called newer where it is, and damaged for counts and lengths that cannot be', async () => {
    const attachments = [{ hash: 'ab'.repeat(32), bytes: 10 }]
    const copy = await encodeCopyHead({
      files: { genesis: new Uint8Array(10) },
      records: [new Uint8Array(500)],
      attachments,
    })
    const at = (offset: number, value: number) => {
      const changed = copy.slice()
      new DataView(changed.buffer).setUint32(offset, value)
      return readSealedCopy(chosenBytes(changed))
    }
    expect(await readSealedCopy(chosenBytes(copy))).toMatchObject({ ok: true, value: { isWhole: true } })
    expect(await at(0, 0x504c4333)).toEqual({ ok: false, problem: { kind: 'newer-format' } })
    const fileLength = 8 + 4 + 2 + 'genesis'.length
    const recordCount = fileLength + 4 + 10
    const attachmentCount = recordCount + 4 + 4 + 500
    for (const offset of [
      4,
      8,
      fileLength,
      recordCount,
      recordCount + 4,
      attachmentCount,
      attachmentCount + 36,
    ])
      for (const value of [0xffff_ffff, 0x8000_0000, 0x7fff_ffff])
        expect(await at(offset, value), `${value} at ${offset}`).toMatchObject({
          ok: false,
          problem: { kind: 'copy-damaged' },
        })
    const empty = await encodeCopyHead({ files: {}, records: [new Uint8Array()], attachments: [] })
    expect(await readSealedCopy(chosenBytes(empty))).toMatchObject({ problem: { kind: 'copy-damaged' } })
  })

  it('of the format before attachments still opens', async () => {
    const { copy } = await foundedLaptop()
    const read = await readSealedCopy(chosenBytes(copy))
    if (!read.ok) throw new Error(read.problem.kind)
    // As that format was: no length, no attachments, the digest at the end.
    const body = Buffer.concat([Buffer.from('PLC1'), copy.subarray(8, copy.length - 32 - 4)])
    const old = Buffer.concat([body, createHash('sha256').update(body).digest()])
    const laptop = createLaptop()
    expect(
      (await laptop.actions.openSealedCopy({ copy: new Uint8Array(old), passphrase: PASSPHRASE })).ok,
    ).toBe(true)
    expect(groupNames(laptop)).toEqual(['Maple Street'])
  })
})

describe('a log segment of a later program', () => {
  it('is not opened, and not a byte of it is cut off', async () => {
    const disk = createMemoryDisk()
    const log = await openSegmentedLog(disk.files)
    if (!log.ok) throw new Error(log.problem.kind)
    await log.value.append([new Uint8Array(700)])
    await log.value.close()
    const file = await disk.files.open(1, 'existing')
    const header = await file.read(0, 32)
    header[5] = 2
    new DataView(header.buffer).setUint32(28, crc32(header, 0, 28))
    await file.write(0, header)
    await file.write(await file.size(), new TextEncoder().encode('frames as version 2 writes them'))
    await file.flush()
    const size = await file.size()
    const opened = await openSegmentedLog(disk.files)
    expect(opened).toEqual({ ok: false, problem: { kind: 'io', code: 'newer-format' } })
    expect(await file.size()).toBe(size)
  })
})

const recordsOf = async (copy: Uint8Array): Promise<number> => {
  const read = await readSealedCopy(chosenBytes(copy))
  return read.ok ? read.value.records.length : 0
}

async function recordsInLog({ session, host }: Laptop): Promise<number> {
  const id = session.getState().open?.vault.identity.vaultId ?? ''
  await session.getState().open?.store.close()
  const log = await host.openRecordLog(id)
  return log.ok ? (await log.value.stats()).records : -1
}
