/** Every place where keeping can go wrong, one after another: nothing that was called saved may be missing. */
import { describe, expect, it } from 'vitest'
import type { AppendProblem } from '#host/host.ts'
import { count } from '../../support/soak/size.ts'
import { createEntry, Disks, type KeptLaptop, setAmount } from '../../support/store/kept-laptop.ts'
import { copyDisk } from '../../support/store/memory-log.ts'
import { createDice } from '../../support/store/schedule.ts'

const STEPS = 14

/** Works on until the end; returns what the store called saved, and what it shows. */
async function work({ store }: KeptLaptop, from = 0): Promise<Map<string, unknown>> {
  const saved = new Map<string, unknown>()
  const all: Promise<void>[] = []
  for (let i = from; i < from + STEPS; i += 1) {
    const id = `e${Math.floor(i / 2)}`
    const saving = store.commit(i % 2 === 0 ? createEntry(id, i) : setAmount(id, i))
    const done = saving.then(result => {
      if (result.ok) saved.set(id, i)
    })
    all.push(done)
    if (i % 3 !== 0) await done
  }
  await Promise.all(all)
  return saved
}

const shown = ({ store }: KeptLaptop) =>
  new Map(store.all('entry').map(({ id, fields }) => [id, fields['amount']]))

describe('a fault at every append', () => {
  const problems: AppendProblem[] = [{ kind: 'disk-full' }, { kind: 'io', code: 'EIO' }]
  for (const problem of problems)
    for (const length of [1, 2, 5])
      it(`${problem.kind}, ${length} times in a row, leaves exactly what was called saved`, async () => {
        for (let at = 1; at <= STEPS; at += 1) {
          const disks = new Disks()
          const first = await disks.open({ refuse: n => (n >= at && n < at + length ? problem : null) })
          const saved = await work(first)
          expect(shown(first)).toEqual(saved)
          const more = await work(first, 100)
          await first.store.close()
          const again = await disks.open()
          expect(shown(again)).toEqual(new Map([...saved, ...more]))
          expect(again.store.report).toMatchObject({
            waiting: [],
            clones: [],
            refused: {},
            malformed: 0,
            incomplete: 0,
          })
          await again.store.close()
        }
      })
})

describe('a crash at every append', () => {
  it('keeps what was acknowledged, whether the second copy had it or not', async () => {
    for (let at = 1; at <= STEPS; at += 1)
      for (const losesDatabase of [false, true]) {
        const disks = new Disks()
        let release = () => {}
        const hang = new Promise<void>(resolve => {
          release = resolve
        })
        const faults: { refuse: (n: number) => AppendProblem | null; hang?: Promise<void> } = {
          refuse: n => {
            if (n === at) faults.hang = hang
            return null
          },
        }
        const first = await disks.open(faults)
        const saved = new Map<string, unknown>()
        const working = (async () => {
          for (let i = 0; i < STEPS; i += 1)
            if ((await first.store.commit(createEntry(`e${i}`, i))).ok) saved.set(`e${i}`, i)
        })()
        await Promise.race([
          working,
          expect.poll(() => first.log.asked.length >= Math.min(at + 1, STEPS)).toBe(true),
        ])
        const survivor = new Disks('amina', copyDisk(disks.disk), disks.runs)
        const acknowledged = new Map(saved)
        if (!losesDatabase) survivor.indexedDb = disks.indexedDb
        release()
        await working
        await first.store.close()
        const again = await survivor.open()
        expect([...shown(again)]).toEqual(expect.arrayContaining([...acknowledged]))
        await again.store.close()
      }
  })
})

describe('damage to either copy', () => {
  it('is healed from the other: many random faults, the same tables', async () => {
    const dice = createDice(11)
    for (let round = 0; round < count(60, 60); round += 1) {
      const disks = new Disks()
      const first = await disks.open()
      await work(first)
      if (dice(2) === 0) await first.store.snapshot()
      const before = shown(first)
      const kind = dice(4)
      if (kind === 0)
        for (let i = 0; i < 1 + dice(4); i += 1) disks.disk.damaged.add(dice(disks.disk.records.length))
      else if (kind === 1) {
        const all = await first.database.records.toArray()
        const hit = all[dice(all.length)]
        if (hit !== undefined)
          await first.database.records.put({
            n: hit.n,
            bytes: hit.bytes.map((byte, i) => (i === 200 ? byte ^ 4 : byte)),
          })
      } else if (kind === 2) await first.database.records.where('n').above(dice(10)).delete()
      else await first.database.dexie.delete()
      await first.store.close()
      const again = await disks.open()
      expect(shown(again)).toEqual(before)
      expect(again.store.report.waiting).toEqual([])
      await again.store.close()
      const third = await disks.open()
      expect(shown(third)).toEqual(before)
      expect(third.store.report).toMatchObject({ healedInDatabase: 0 })
      await third.store.close()
    }
  })
})
