/** Papers of newcomers through the real commands: added with a file, replaced, made a task of, deleted, each undone. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attachmentKinds, documentFile } from '#domain/attachment.ts'
import { addDays } from '#domain/dates.ts'
import { personDocument } from '#domain/document.ts'
import { allKinds } from '#domain/kinds.ts'
import { task } from '#domain/task.ts'
import { documentsOf, expiringDocuments, filesOfDocument } from '#state/documents.ts'
import { type Desk, openDesk } from '../../support/state/desk.ts'
import { foundedLaptop } from '../../support/state/laptop.ts'

const TODAY = '2026-09-30'
const photo = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../support/pictures/plain.jpg')))
const picture = (name: string) => ({ name, type: 'image/jpeg' as const, bytes: photo })
const PR_CARD = {
  people: ['maple'],
  kind: 'pr-card',
  number: '0001-2233',
  dates: { issued: '2021-10-20', expires: '2026-10-20' },
  original: 'In the blue folder',
  tags: ['renew'],
} as const

const add = async (desk: Desk, fields: Parameters<Desk['commands']['addDocument']>[0]): Promise<string> => {
  const done = await desk.commands.addDocument(fields)
  expect(done.ok).toBe(true)
  return done.id
}
const rows = (desk: Desk) =>
  documentsOf(desk.live, 'maple').map(({ current, earlier }) => [
    current.number,
    earlier.map(each => each.number),
  ])

describe('a paper', () => {
  it('is kept with its pictures in one change, which one undo takes back', async () => {
    const desk = await openDesk({ today: TODAY })
    const done = await desk.commands.addDocument(PR_CARD, {
      added: [picture('front.jpg'), picture('back.jpg')],
      removed: [],
    })
    expect(desk.live.get(personDocument, done.id)).toMatchObject(PR_CARD)
    const files = filesOfDocument(desk.live, done.id)
    expect(files.map(each => [each.name, each.addedOn])).toEqual([
      ['front.jpg', TODAY],
      ['back.jpg', TODAY],
    ])
    await desk.commands.editDocument(
      done.id,
      { number: '0001-2244' },
      { added: [picture('third.jpg')], removed: [files[0]?.id ?? ''] },
    )
    expect(filesOfDocument(desk.live, done.id).map(each => each.name)).toEqual(['back.jpg', 'third.jpg'])
    await desk.commands.gate.undo()
    expect(filesOfDocument(desk.live, done.id).map(each => each.name)).toEqual(['front.jpg', 'back.jpg'])
    expect(desk.live.get(personDocument, done.id)?.number).toBe('0001-2233')
    await desk.commands.gate.undo()
    expect(desk.live.records(documentFile)).toEqual([])
    expect(rows(desk)).toEqual([])
  })

  it('that a newer version stands in for is kept behind it, with its pictures', async () => {
    const desk = await openDesk({ today: TODAY })
    const old = await desk.commands.addDocument(PR_CARD, { added: [picture('old.jpg')], removed: [] })
    await add(desk, { ...PR_CARD, number: '0009', replaces: old.id })
    expect(rows(desk)).toEqual([['0009', ['0001-2233']]])
    expect(filesOfDocument(desk.live, old.id)).toHaveLength(1)
    await desk.commands.gate.undo()
    expect(rows(desk)).toEqual([['0001-2233', []]])
  })

  it('goes to the trash with its pictures, and comes back with them', async () => {
    const desk = await openDesk({ today: TODAY })
    const { id } = await desk.commands.addDocument(PR_CARD, { added: [picture('a.jpg')], removed: [] })
    await desk.commands.deleteDocument(id)
    expect([rows(desk), filesOfDocument(desk.live, id)]).toEqual([[], []])
    await desk.commands.gate.undo()
    expect(rows(desk)).toEqual([['0001-2233', []]])
    expect(filesOfDocument(desk.live, id)).toHaveLength(1)
  })

  it('near its end is said, the most pressing first, until a newer version is there', async () => {
    const desk = await openDesk({ today: TODAY })
    const on = (expires: string | null) => ({ ...PR_CARD, dates: { issued: null, expires } })
    await add(desk, on('2027-05-01'))
    await add(desk, on(null))
    const soon = await add(desk, on('2026-10-05'))
    const over = await add(desk, on('2026-09-01'))
    const said = () =>
      expiringDocuments(desk.live, TODAY).map(each => [
        each.id,
        each.person,
        each.expiry.kind === 'valid' ? each.expiry.within : each.expiry.kind,
      ])
    expect(said()).toEqual([
      [over, 'maple', 'expired'],
      [soon, 'maple', 7],
    ])
    await add(desk, { ...on('2031-09-01'), replaces: over })
    expect(said()).toEqual([[soon, 'maple', 7]])
  })

  it('becomes a task that links to it and copies nothing of it', async () => {
    const desk = await openDesk({ today: TODAY })
    const id = await add(desk, PR_CARD)
    await desk.commands.makeDocumentTask(id, { title: 'Renew a paper of A1', due: '2026-09-20' })
    const [made] = desk.live.records(task)
    expect(made).toMatchObject({
      title: 'Renew a paper of A1',
      area: 'papers',
      due: { kind: 'date', date: '2026-09-20' },
      links: [{ kind: 'document', id }],
      note: '',
    })
    expect(expiringDocuments(desk.live, TODAY)[0]?.hasTask).toBe(true)
    await desk.commands.setTaskState([made?.id ?? ''], 'done')
    expect(expiringDocuments(desk.live, TODAY)[0]?.hasTask).toBe(false)
    await desk.commands.gate.undo()
    await desk.commands.gate.undo()
    expect(desk.live.records(task)).toEqual([])
  })
})

describe('a picture of a paper', () => {
  it('is sealed with Care, opens again, and is cleared away 90 days after nothing names it', async () => {
    const laptop = await foundedLaptop()
    const { open } = laptop.session.getState()
    if (open === null) throw new Error('no group is open')
    const { commands, live, attachments } = open
    const { id } = await commands.addDocument(PR_CARD, { added: [picture('front.jpg')], removed: [] })
    const file = filesOfDocument(live, id)[0]?.file
    if (!file) throw new Error('no file')
    const read = await attachments.read('care', file)
    expect(read.ok && Buffer.compare(read.value, photo)).toBe(0)
    expect((await attachments.read('money', file)).ok).toBe(false)
    expect(await attachments.clearUnnamed(TODAY)).toBe(0)
    // In the trash it is named still.
    await commands.deleteDocument(id)
    expect(await attachments.clearUnnamed(addDays(TODAY, 200))).toBe(0)
    await attachments.keep('care', { ...picture('nobody.jpg'), bytes: photo.subarray(0, 400) })
    expect(await attachments.clearUnnamed(addDays(TODAY, 200))).toBe(0)
    expect(await attachments.clearUnnamed(addDays(TODAY, 290))).toBe(1)
    await commands.gate.undo()
    expect((await attachments.read('care', file)).ok).toBe(true)
  })

  it('is known to the clearing away: every kind with a file is in its list', () => {
    const withFile = allKinds.filter(each => 'file' in each.fields).map(each => each.kind)
    expect(attachmentKinds.map(each => each.kind as string).sort()).toEqual(withFile.sort())
  })
})
