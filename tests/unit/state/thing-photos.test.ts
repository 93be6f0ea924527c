/** Pictures of a thing, over a real vault and disk in memory: sealed with Team, cleaned, one change with their thing. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemPhoto } from '#domain/attachment.ts'
import { addDays } from '#domain/dates.ts'
import { householdItem } from '#domain/household-item.ts'
import { photosOfThing } from '#state/household-list.ts'
import { checkPaper } from '#state/papers.ts'
import { foundedLaptop } from '../../support/state/laptop.ts'

const TODAY = '2026-09-24'

/** As the picker hands it over. */
const picked = (name: string) => {
  const path = resolve(import.meta.dirname, '../../support/pictures', name)
  const checked = checkPaper(name, new Uint8Array(readFileSync(path)))
  if (!checked.ok) throw new Error(checked.problem.kind)
  return checked.value
}
const adding = (...names: readonly string[]) => ({ added: names.map(picked), removed: [] })

async function openGroup() {
  const laptop = await foundedLaptop()
  const { open } = laptop.session.getState()
  if (open === null) throw new Error('no group is open')
  return { ...laptop, ...open }
}

describe('pictures of a thing', () => {
  it('come with the thing in one change, without what a camera wrote, and only Team opens them', async () => {
    const { commands, live, attachments } = await openGroup()
    const { id } = await commands.addThing({ name: 'Sofa' }, undefined, adding('turned.jpg', 'plain.png'))
    expect(photosOfThing(live, id).map(each => each.name)).toEqual(['turned.jpg', 'plain.png'])
    for (const { file } of photosOfThing(live, id)) {
      if (file === null) throw new Error('no file')
      const read = await attachments.read('team', file)
      if (!read.ok) throw new Error(read.problem.kind)
      expect(read.value.length).toBeGreaterThan(100)
      expect(Buffer.from(read.value).toString('latin1')).not.toMatch(
        /SECRETCAM|Owner Name|telling comment|GPS/,
      )
      for (const other of ['money', 'care'] as const)
        expect((await attachments.read(other, file)).ok).toBe(false)
    }
    await commands.gate.undo()
    expect([live.records(householdItem), live.records(itemPhoto)]).toEqual([[], []])
    await commands.gate.redo()
    expect(photosOfThing(live, id)).toHaveLength(2)
  })

  it('are added and taken off with a change to the thing, which undo takes back whole', async () => {
    const { commands, live } = await openGroup()
    const { id } = await commands.addThing({ name: 'Sofa' }, undefined, adding('plain.jpg'))
    const [first] = photosOfThing(live, id)
    const changes = { ...adding('plain.png'), removed: [first?.id ?? ''] }
    await commands.editThing(id, { note: 'A scratch at the left' }, undefined, changes)
    const told = () => [live.get(householdItem, id)?.note, photosOfThing(live, id).map(each => each.name)]
    expect(told()).toEqual(['A scratch at the left', ['plain.png']])
    await commands.gate.undo()
    expect(told()).toEqual(['', ['plain.jpg']])
  })

  it('go to the trash with their thing and come back with it, and are named there', async () => {
    const { commands, live, attachments } = await openGroup()
    const { id } = await commands.addThing({ name: 'Sofa' }, undefined, adding('plain.jpg', 'plain.png'))
    const file = photosOfThing(live, id)[0]?.file
    await commands.deleteThings([id])
    expect(photosOfThing(live, id)).toEqual([])
    expect(await attachments.clearUnnamed(TODAY)).toBe(0)
    expect(await attachments.clearUnnamed(addDays(TODAY, 200))).toBe(0)
    await commands.restoreThings([id])
    expect(photosOfThing(live, id).map(each => each.name)).toEqual(['plain.jpg', 'plain.png'])
    expect(file && (await attachments.read('team', file)).ok).toBe(true)
  })

  it('that one thing has are not another’s', async () => {
    const { commands, live } = await openGroup()
    const sofa = await commands.addThing({ name: 'Sofa' }, undefined, adding('plain.jpg'))
    const lamp = await commands.addThing({ name: 'Lamp' }, undefined, adding('plain.png'))
    await commands.deleteThings([lamp.id])
    expect(photosOfThing(live, sofa.id).map(each => each.name)).toEqual(['plain.jpg'])
    expect(photosOfThing(live, lamp.id)).toEqual([])
  })
})
