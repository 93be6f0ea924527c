/** Many pictures at once, over a real vault and disk in memory: one after another, all or none, and those left out. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ATTACHMENT_LIMIT_BYTES, homePhoto } from '#domain/attachment.ts'
import { type GivenFile, keepBatch } from '#state/paper-batch.ts'
import { photosOf } from '#state/viewings.ts'
import { foundedLaptop } from '../../support/state/laptop.ts'

const PICTURES = resolve(import.meta.dirname, '../../support/pictures')
const picture = (name: string) => new Uint8Array(readFileSync(resolve(PICTURES, name)))
const MADE = ['turned.jpg', 'plain.png', 'turned.webp'].map(picture)

const given = (name: string, bytes: Uint8Array): GivenFile => ({
  name,
  bytes: bytes.length,
  read: async () => bytes,
})
const many = (count: number): readonly GivenFile[] =>
  Array.from({ length: count }, (_, i) => given(`photo ${i}`, MADE[i % MADE.length] ?? new Uint8Array()))

async function withHome() {
  const laptop = await foundedLaptop()
  const { open } = laptop.session.getState()
  if (open === null) throw new Error('no group is open')
  const { attachments, commands, live } = open
  const { id } = await commands.addHome({ name: 'Elm' })
  const parts = { attachments, isShown: async () => 'shown' as const }
  const count = async () => (await attachments.sizes()).files
  return { laptop, attachments, commands, live, id, parts, count }
}

describe('two hundred pictures', () => {
  it('are added in one change, in their order, without what a camera wrote, and undone whole', async () => {
    const { attachments, commands, live, id, parts } = await withHome()
    const shares: number[] = []
    const files = many(200)
    const batch = await keepBatch(parts, 'team', files, { onProgress: share => shares.push(share) })
    if (!batch.ok) throw new Error(batch.problem.kind)
    expect(batch.value.refused).toEqual([])
    expect(shares).toHaveLength(200)
    expect([shares[0], shares[99], shares[199]]).toEqual([1 / 200, 0.5, 1])
    expect(live.records(homePhoto)).toEqual([])
    await commands.addHomePhotos(id, batch.value.kept)
    const photos = photosOf(live, id)
    expect(photos.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
    for (const { file } of photos.slice(0, 3)) {
      const read = file === null ? null : await attachments.read('team', file)
      if (!read?.ok) throw new Error('not kept')
      expect(read.value.length).toBeGreaterThan(100)
      expect(Buffer.from(read.value).toString('latin1')).not.toMatch(
        /SECRETCAM|Owner Name|telling comment|GPS/,
      )
    }
    await commands.gate.undo()
    expect(photosOf(live, id)).toEqual([])
    await commands.gate.redo()
    expect(photosOf(live, id)).toHaveLength(200)
  })

  it('are in the memory one at a time', async () => {
    const { attachments, parts } = await withHome()
    const log: string[] = []
    const noted = {
      ...parts,
      attachments: {
        forget: attachments.forget,
        async keep(...asked: Parameters<typeof attachments.keep>) {
          const kept = await attachments.keep(...asked)
          log.push(`kept ${asked[1].name}`)
          return kept
        },
      },
    }
    const files = many(20).map(file => ({
      ...file,
      read() {
        log.push(`read ${file.name}`)
        return file.read()
      },
    }))
    await keepBatch(noted, 'team', files)
    expect(log).toEqual(files.flatMap(({ name }) => [`read ${name}`, `kept ${name}`]))
  })
})

describe('adding that does not come to its end', () => {
  it.each([1, 7, 20])('leaves nothing when it is cancelled after %i of 20', async after => {
    const { live, parts, count } = await withHome()
    const here = new AbortController()
    let done = 0
    const batch = await keepBatch(parts, 'team', many(20), {
      signal: here.signal,
      onProgress() {
        done += 1
        if (done === after) here.abort()
      },
    })
    expect(batch).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect([done, await count(), live.records(homePhoto).length]).toEqual([after, 0, 0])
  })

  it('can be cancelled while a file does not come', async () => {
    const { parts, count } = await withHome()
    const here = new AbortController()
    const stuck = {
      ...given('stuck.jpg', picture('plain.jpg')),
      read() {
        here.abort()
        return new Promise<never>(() => undefined)
      },
    }
    const batch = await keepBatch(parts, 'team', [...many(2), stuck], { signal: here.signal })
    expect(batch).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect(await count()).toBe(0)
  })

  it('leaves nothing of its own where the disk is full, and all that was there before', async () => {
    const { laptop, commands, live, id, parts, count } = await withHome()
    const first = await keepBatch(parts, 'team', many(2))
    if (!first.ok) throw new Error(first.problem.kind)
    await commands.addHomePhotos(id, first.value.kept)
    const batch = await keepBatch(parts, 'team', many(9), {
      onProgress(share) {
        if (share > 0.5) laptop.host.faults.refuseWrites = { kind: 'disk-full' }
      },
    })
    expect(batch).toEqual({ ok: false, problem: { kind: 'disk-full' } })
    expect([await count(), photosOf(live, id).length]).toEqual([2, 2])
  })

  it('never takes away a file that a record names', async () => {
    const { attachments, commands, id, parts, count } = await withHome()
    const batch = await keepBatch(parts, 'team', many(3))
    if (!batch.ok) throw new Error(batch.problem.kind)
    const files = batch.value.kept.map(({ file }) => file)
    await commands.addHomePhotos(id, batch.value.kept.slice(0, 2))
    await attachments.forget(files)
    expect(await count()).toBe(2)
    await commands.gate.undo()
    // Undone, it can be done again.
    await attachments.forget(files)
    expect(await count()).toBe(2)
  })
})

describe('files that are not taken', () => {
  it('are named with their reason, and the others are kept', async () => {
    const { parts, count } = await withHome()
    const jpeg = picture('plain.jpg')
    const bomb = picture('plain.png')
    new DataView(bomb.buffer).setUint32(16, 60_000)
    new DataView(bomb.buffer).setUint32(20, 60_000)
    const files: readonly GivenFile[] = [
      given('first.jpg', jpeg),
      given('phone.heic', new TextEncoder().encode('....ftypheic........')),
      given('torn.jpg', jpeg.subarray(0, 1000)),
      given('empty.jpg', new Uint8Array()),
      given('letter.docx', new TextEncoder().encode('PK\u0003\u0004 not a picture')),
      given('bomb.png', bomb),
      { name: 'film.jpg', bytes: ATTACHMENT_LIMIT_BYTES + 1, read: () => Promise.reject(new Error('read')) },
      { name: 'gone.jpg', bytes: 10, read: () => Promise.reject(new Error('gone')) },
      given('grey.jpg', jpeg),
      given('last.webp', picture('plain.webp')),
    ]
    const isShown = async ({ name }: { name: string }) =>
      name === 'grey.jpg' ? ('unreadable' as const) : ('shown' as const)
    const batch = await keepBatch({ ...parts, isShown }, 'team', files)
    if (!batch.ok) throw new Error(batch.problem.kind)
    const { kept, refused } = batch.value
    expect(kept.map(({ name }) => name)).toEqual(['first.jpg', 'last.webp'])
    expect(refused.map(({ name, why }) => `${name} ${why.kind}`)).toEqual([
      'phone.heic heic',
      'torn.jpg torn',
      'empty.jpg empty',
      'letter.docx not-supported',
      'bomb.png too-many-pixels',
      'film.jpg too-big',
      'gone.jpg io',
      'grey.jpg unreadable',
    ])
    expect(await count()).toBe(2)
  })
})
