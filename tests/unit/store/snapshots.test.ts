import { describe, expect, it } from 'vitest'
import type { OpenStore } from '#store/open-store.ts'
import { createEntry, Disks, setAmount } from '../../support/store/kept-laptop.ts'

const picture = (store: OpenStore) => ({
  entries: store.all('entry').map(({ id, fields }) => [id, fields]),
  tasks: store.all('task').map(({ id, fields }) => [id, fields]),
  trash: store.trash(),
  inbox: store.inbox(),
})

async function filled(disks: Disks, rows: number) {
  const laptop = await disks.open()
  await laptop.store.commit({
    command: 'importBankFile',
    ops: Array.from({ length: rows }, (_, i) => ({
      op: 'create' as const,
      kind: 'entry',
      id: `row${i}`,
      fields: { amount: i * 1.5, payee: `payee ${i % 7}`, note: i % 3 === 0 ? null : { lines: [i] } },
    })),
  })
  await laptop.store.commit(setAmount('row1', -1))
  await laptop.store.commit({ command: 'forget', ops: [{ op: 'unset', id: 'row2', field: 'payee' }] })
  await laptop.store.commit({ command: 'delete', ops: [{ op: 'delete', id: 'row3' }] })
  return laptop
}

describe('a snapshot', () => {
  it('opens to the same tables, trash and inbox as the records do', async () => {
    const disks = new Disks()
    const first = await filled(disks, 2_500)
    expect(await first.store.snapshot()).toBe(true)
    await first.store.commit(createEntry('after', 1))
    const before = picture(first.store)
    await first.store.close()
    const { store } = await disks.open()
    expect(store.report.fromSnapshot).toBe(true)
    expect(store.get('row7')?.fields['payee']).toBe('payee 0')
    expect(picture(store)).toEqual(before)
    await store.close()
  })

  it('gives history and undo back to the beginning', async () => {
    const disks = new Disks()
    const first = await disks.open()
    await first.store.commit(createEntry('e', 1))
    for (let amount = 2; amount < 400; amount += 1) await first.store.commit(setAmount('e', amount))
    await first.store.snapshot()
    const old = first.store.changes(1_000).at(-2)?.change ?? ''
    await first.store.close()
    const { store } = await disks.open()
    expect(store.report.fromSnapshot).toBe(true)
    expect(store.history('e', 'amount').length).toBeLessThan(399)
    await store.loadHistory()
    expect(store.history('e', 'amount').map(({ value }) => value)).toEqual(
      Array.from({ length: 399 }, (_, i) => 399 - i),
    )
    expect(await store.undo(old)).toMatchObject({ ok: false, problem: { kind: 'nothing-to-do' } })
    await store.close()
  })

  it('writes only the pages whose records changed, and keeps the snapshot before', async () => {
    const disks = new Disks()
    const first = await filled(disks, 3_500)
    await first.store.snapshot()
    const pages = async () =>
      new Set((await first.database.pages.toCollection().primaryKeys()).filter(k => k.startsWith('page')))
    const one = await pages()
    await first.store.commit(setAmount('row10', 5))
    await first.store.snapshot()
    const two = await pages()
    expect([...two].filter(name => !one.has(name))).toHaveLength(1)
    expect([...one].every(name => two.has(name))).toBe(true)
    await first.store.commit(setAmount('row11', 5))
    await first.store.snapshot()
    expect((await pages()).size).toBe(one.size + 1)
    await first.store.close()
  })

  it.each([
    ['every page', (name: string) => name.startsWith('page')],
    ['the manifests', (name: string) => name.startsWith('manifest')],
    ['the chains', (name: string) => name.startsWith('chains')],
    ['one rest', (name: string) => name.startsWith('rest')],
  ])('is left aside when %s are damaged, and nothing is lost', async (_what, hits) => {
    const disks = new Disks()
    const first = await filled(disks, 1_200)
    await first.store.snapshot()
    const before = picture(first.store)
    for (const { name, bytes } of await first.database.pages.toArray())
      if (hits(name))
        await first.database.pages.put({ name, bytes: bytes.map((byte, i) => (i === 99 ? byte ^ 1 : byte)) })
    await first.store.close()
    const { store } = await disks.open()
    expect(store.report.fromSnapshot).toBe(false)
    expect(picture(store)).toEqual(before)
    await store.close()
  })

  it('falls back to the one before when the newest is damaged', async () => {
    const disks = new Disks()
    const first = await filled(disks, 1_200)
    await first.store.snapshot()
    await first.store.commit(setAmount('row5', 12))
    await first.store.snapshot()
    const before = picture(first.store)
    const mark = await first.database.marks.get('snapshot-current')
    if (mark === undefined || mark.name === 'cursor') throw new Error('no snapshot')
    await first.database.pages.delete(mark.manifest)
    await first.store.close()
    const { store } = await disks.open()
    expect(store.report.fromSnapshot).toBe(true)
    expect(picture(store)).toEqual(before)
    await store.close()
  })

  it('is taken by itself once a thousand records have come', async () => {
    const disks = new Disks()
    const first = await disks.open()
    for (let i = 0; i < 1_000; i += 1) void first.store.commit(createEntry(`e${i}`, i))
    await first.store.settled()
    await expect.poll(() => first.database.marks.get('snapshot-current'), { timeout: 5_000 }).toBeDefined()
    await first.store.close()
    const { store } = await disks.open()
    expect(store.report.fromSnapshot).toBe(true)
    expect(store.all('entry')).toHaveLength(1_000)
    await store.close()
  })

  it('is not used once another compartment can be read', async () => {
    const disks = new Disks()
    disks.readable = ['team']
    const joe = await new Disks('joe').open()
    await joe.store.commit(createEntry('e', 5))
    const first = await disks.open()
    await first.store.ingest(joe.log.disk.records)
    expect(first.store.get('e')).toBeUndefined()
    await first.store.snapshot()
    await first.store.close()
    disks.readable = ['team', 'money']
    const { store } = await disks.open()
    expect(store.get('e')?.fields['amount']).toBe(5)
    await store.close()
    await joe.store.close()
  })
})
