import { describe, expect, it } from 'vitest'
import { createEntry, Disks, setAmount } from '../../support/store/kept-laptop.ts'

const amounts = (store: { all(kind: string): readonly { fields: Readonly<Record<string, unknown>> }[] }) =>
  store.all('entry').map(({ fields }) => fields['amount'])

describe('keeping changes', () => {
  it('shows a change at once and calls it saved when the log has it', async () => {
    const { store, log } = await new Disks().open()
    const seen: string[][] = []
    store.subscribe(kinds => seen.push([...kinds]))
    const saving = store.commit(createEntry('e1', 500))
    expect(amounts(store)).toEqual([500])
    expect(store.status()).toEqual({ kind: 'saving', waiting: 1 })
    expect((await saving).ok).toBe(true)
    expect(store.status()).toEqual({ kind: 'saved' })
    expect(seen[0]).toEqual(['entry'])
    expect(log.disk.records).toHaveLength(2)
    await store.close()
  })

  it('has everything after a lock and unlock, history and undo too', async () => {
    const disks = new Disks()
    const first = await disks.open()
    await first.store.commit(createEntry('e1', 500))
    const edit = await first.store.commit(setAmount('e1', 700))
    await first.store.close()
    const { store } = await disks.open()
    expect(amounts(store)).toEqual([700])
    expect(store.history('e1', 'amount').map(({ value }) => value)).toEqual([700, 500])
    if (!edit.ok) throw new Error('refused')
    await store.undo(edit.value.change)
    expect(amounts(store)).toEqual([500])
    expect(store.changes(9).map(({ command, undone }) => [command, undone])).toEqual([
      ['undo', false],
      ['editEntry', true],
      ['recordEntry', false],
    ])
    expect(store.report).toMatchObject({ waiting: [], clones: [], refused: {}, healedInLog: 0 })
    await store.close()
  })

  it('puts memory back when the disk is full, with what was queued behind, and works again with room', async () => {
    const disks = new Disks()
    let isFull = false
    const { store } = await disks.open({ refuse: () => (isFull ? { kind: 'disk-full' } : null) })
    await store.commit(createEntry('e1', 500))
    isFull = true
    const results = await Promise.all([
      store.commit(setAmount('e1', 700)),
      store.commit(createEntry('e2', 1)),
      store.commit(setAmount('e2', 2)),
    ])
    expect(results.map(result => !result.ok && result.problem.kind)).toEqual([
      'disk-full',
      'disk-full',
      'disk-full',
    ])
    expect(amounts(store)).toEqual([500])
    expect(store.get('e2')).toBeUndefined()
    expect(store.status()).toEqual({ kind: 'refused', problem: { kind: 'disk-full' } })
    isFull = false
    expect((await store.commit(setAmount('e1', 900))).ok).toBe(true)
    expect(store.status()).toEqual({ kind: 'saved' })
    await store.close()
    const again = await disks.open()
    expect(amounts(again.store)).toEqual([900])
    expect(again.store.report).toMatchObject({ waiting: [], clones: [], malformed: 0 })
    await again.store.close()
  })

  it('appends the same bytes once more after an input/output error', async () => {
    const { store, log } = await new Disks().open({
      refuse: n => (n === 2 ? { kind: 'io', code: 'EIO' } : null),
    })
    await store.commit(createEntry('e1', 500))
    expect((await store.commit(setAmount('e1', 700))).ok).toBe(true)
    expect(log.asked[2]).toEqual(log.asked[1])
    await store.close()
  })

  it('never seals a seq twice: giving up ends the session', async () => {
    const disks = new Disks()
    const { store, log } = await disks.open({
      refuse: n => (n === 2 || n === 3 ? { kind: 'io', code: 'EIO' } : null),
    })
    await store.commit(createEntry('e1', 500))
    expect(await store.commit(setAmount('e1', 700))).toEqual({
      ok: false,
      problem: { kind: 'io', code: 'EIO' },
    })
    await store.commit(setAmount('e1', 800))
    const places = log.disk.records.map(bytes =>
      JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(10)))),
    )
    expect(new Set(places.map(({ session }) => session)).size).toBe(2)
    expect(places.map(({ seq }) => seq)).toEqual([1, 2, 1, 2])
    await store.close()
  })

  it('is rebuilt from the log when the database is gone', async () => {
    const disks = new Disks()
    const first = await disks.open()
    for (let i = 0; i < 30; i += 1) await first.store.commit(createEntry(`e${i}`, i))
    await first.store.close()
    disks.loseDatabase()
    const { store } = await disks.open()
    expect(amounts(store)).toEqual(Array.from({ length: 30 }, (_, i) => i))
    expect(store.report.healedInDatabase).toBe(31)
    await store.close()
    const third = await disks.open()
    expect(third.store.report.healedInDatabase).toBe(0)
    expect(amounts(third.store)).toHaveLength(30)
    await third.store.close()
  })

  it('gives the log back what only the database has', async () => {
    const disks = new Disks()
    const first = await disks.open()
    for (let i = 0; i < 10; i += 1) await first.store.commit(createEntry(`e${i}`, i))
    await first.store.close()
    disks.disk.damaged.add(4).add(7)
    const { store } = await disks.open()
    expect(amounts(store)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(store.report).toMatchObject({ healedInLog: 2, waiting: [] })
    expect(disks.disk.records).toHaveLength(13)
    await store.snapshot()
    await store.close()
    // The damaged places stay in the log for ever: they must not make every opening a slow one.
    const third = await disks.open()
    expect(third.store.report).toMatchObject({ fromSnapshot: true, healedInLog: 0, healedInDatabase: 0 })
    await third.store.close()
  })

  it('names what is damaged in both copies and shows what came after', async () => {
    const disks = new Disks()
    const first = await disks.open()
    for (let i = 0; i < 5; i += 1) await first.store.commit(createEntry(`e${i}`, i))
    await first.store.close()
    disks.disk.damaged.add(2)
    disks.loseDatabase()
    const { store } = await disks.open()
    expect(amounts(store)).toEqual([0, 2, 3, 4])
    expect(store.report.waiting).toMatchObject([{ from: 3, to: 3 }])
    await store.close()
  })

  it('names a record that opens in neither copy, and does not read it again at every opening', async () => {
    const disks = new Disks()
    const first = await disks.open()
    for (let i = 0; i < 5; i += 1) await first.store.commit(createEntry(`e${i}`, i))
    await first.store.close()
    disks.disk.records = disks.disk.records.map((bytes, n) =>
      n === 3 ? bytes.map((b, i) => (i === 200 ? b ^ 1 : b)) : bytes,
    )
    disks.loseDatabase()
    const { store } = await disks.open()
    expect(amounts(store)).toEqual([0, 1, 3, 4])
    expect(store.report).toMatchObject({ damaged: 1, waiting: [{ from: 4, to: 4 }] })
    await store.close()
    const again = await disks.open()
    expect(again.store.report).toMatchObject({
      healedInDatabase: 0,
      refused: {},
      waiting: [{ from: 4, to: 4 }],
    })
    await again.store.close()
  })

  it('says that it is repairing while the database fails, and heals by itself', async () => {
    const disks = new Disks()
    const { store, database } = await disks.open()
    await store.commit(createEntry('e1', 500))
    await store.settled()
    const bulkAdd = database.records.bulkAdd.bind(database.records)
    let failing = true
    database.records.bulkAdd = ((...args: Parameters<typeof bulkAdd>) => {
      if (failing) throw new Error('QuotaExceededError')
      return bulkAdd(...args)
    }) as typeof database.records.bulkAdd
    expect((await store.commit(setAmount('e1', 700))).ok).toBe(true)
    await store.settled()
    expect(store.status()).toEqual({ kind: 'repairing' })
    const healed = new Promise<void>(resolve => {
      store.subscribe(() => store.status().kind === 'saved' && resolve())
    })
    failing = false
    await healed
    expect(await database.records.count()).toBe(3)
    await store.close()
  })

  it('takes what another laptop wrote, once, and refuses damaged bytes by name', async () => {
    const amina = await new Disks('amina').open()
    await amina.store.commit(createEntry('e1', 500))
    const joe = await new Disks('joe').open()
    const records = amina.log.disk.records
    const broken = Uint8Array.from(records[1] ?? [], (byte, i) => (i === 5 ? byte ^ 1 : byte))
    expect(await joe.store.ingest([...records, ...records, broken])).toMatchObject({
      ok: true,
      value: { added: 2, duplicates: 2, refused: { 'bad-signature': 1 }, waiting: [] },
    })
    expect(amounts(joe.store)).toEqual([500])
    await joe.store.close()
    await amina.store.close()
  })
})
