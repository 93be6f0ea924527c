/** Schedules with what honest laptops never do: forks, rings, parts that come apart, cuts, missing compartments. */
import { deepStrictEqual } from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import type { DraftOp } from '#store/store.ts'
import { count, seed as firstSeed, reportFigures } from '../../support/soak/size.ts'
import { type Delivery, KINDS, Laptop } from '../../support/store/laptop.ts'
import { compartmentsFor, idOf, MONEY, sha256, TEAM, VAULT } from '../../support/store/plain-sealer.ts'
import { laptopPicture, referencePicture } from '../../support/store/reference-model.ts'
import { createDice, shuffled } from '../../support/store/schedule.ts'

const runs = count(40, 1000)

/** Hand-made records of one hostile device: any op may name any other. */
function hostileRecords(dice: (below: number) => number, count: number): Delivery[] {
  const devices = [idOf('mallory'), idOf('oscar')]
  const session = idOf('hostile session')
  const chains = devices.map(device => [device, session])
  const records: Delivery[] = []
  const prevs = ['0'.repeat(64), '0'.repeat(64)]
  const seqs = [0, 0]
  // A fork keeps every graph for good and would hide what happens without one.
  const hasForks = dice(3) === 0
  for (let n = 0; n < count; n += 1) {
    const who = dice(2)
    const seq = (seqs[who] ?? 0) + 1
    const before = prevs[who] ?? ''
    const variants = hasForks && dice(8) === 0 ? 2 : 1
    for (let variant = 0; variant < variants; variant += 1) {
      const refs = Array.from({ length: dice(3) }, () => {
        const other = dice(2)
        // The own future is refused by the parser; the other's is how a ring is made.
        return [other, other === who ? Math.max(1, seq - 1) : 1 + dice(count / 2), 0]
      }).filter(([chain, ref]) => chain !== who || (ref ?? 0) < seq)
      const part = dice(3) === 0 && seq > 1 ? dice(2) : -1
      const body = new TextEncoder().encode(
        JSON.stringify({
          v: 1,
          change: idOf(
            part < 0 ? `change ${dice(count / 3)} of ${who}` : `parts from ${seq - part} of ${who}`,
          ),
          at: 1000 + dice(5),
          command: 'hostile',
          ...(part < 0 ? {} : { part, parts: 2 }),
          chains,
          ops: [
            dice(6) === 0
              ? { create: 'entry', record: 'r', fields: { amount: n } }
              : {
                  record: 'r',
                  field: dice(4) === 0 ? 'note' : 'amount',
                  value: n * 10 + variant,
                  replaces: refs,
                },
          ],
        }),
      )
      const header = {
        type: 'change' as const,
        vault: VAULT,
        compartment: MONEY,
        device: devices[who] ?? '',
        session,
        epoch: idOf('epoch'),
        seq,
        prev: before,
      }
      const hash = sha256(JSON.stringify(header) + sha256(body))
      if (variant === 0) prevs[who] = hash
      records.push({ kind: 'opened', header, hash, body })
    }
    seqs[who] = seq
  }
  return records
}

describe('records that no honest laptop writes', () => {
  it('give the same tables in any order: forks, rings, parts and references to anything', () => {
    for (let seed = firstSeed; seed < firstSeed + runs * 5; seed += 1) {
      const dice = createDice(seed)
      const records = hostileRecords(dice, 4 + dice(14))
      const expected = referencePicture(records, KINDS)
      for (let order = 0; order < 3; order += 1) {
        const laptop = new Laptop('amina')
        const all = shuffled(records, dice)
        for (let from = 0; from < all.length; from += 1 + dice(4)) {
          laptop.receive(all.slice(from, from + 6))
          if (dice(3) === 0) laptop.reloads()
        }
        laptop.receive(all)
        deepStrictEqual(laptopPicture(laptop, KINDS), expected, `seed ${seed}`)
      }
    }
    reportFigures({
      kind: 'Schedules of hostile records, against the reference model',
      cases: runs * 5,
      failures: 0,
      note: 'forks, rings, parts that come apart, references to anything, in three orders each',
    })
  })

  it('leave the same values behind a cut, whatever the order', () => {
    for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
      const dice = createDice(seed)
      const group = ['amina', 'joe', 'removed'].map(name => new Laptop(name))
      const ids = ['a', 'b', 'c']
      for (let step = 0; step < 40; step += 1) {
        const laptop = group[dice(3)] as Laptop
        const id = ids[dice(3)] as string
        if (dice(3) === 0) laptop.receive((group[dice(3)] as Laptop).outbox)
        else if (laptop.ledger.views.get(id) === undefined) laptop.creates('entry', id, { amount: step })
        else laptop.tries('edit', { op: 'set', id, field: 'amount', value: step })
      }
      const records = group.flatMap(({ outbox }) => outbox)
      const cut = group[2]?.outbox.slice(0, dice(8)).at(-1)
      const cuts = new Map([
        [idOf('removed'), new Map(cut === undefined ? [] : [[cut.header.session, cut.header.seq]])],
      ])
      const expected = referencePicture(records, KINDS, cuts)
      for (let order = 0; order < 3; order += 1) {
        const reader = new Laptop('reader', { cuts })
        for (const record of shuffled(records, dice)) reader.receive([record])
        deepStrictEqual(laptopPicture(reader, KINDS), expected, `seed ${seed}`)
      }
    }
  })

  it('cannot reach into a compartment whose key they lack', () => {
    const amina = new Laptop('amina')
    amina.creates('entry', 'rent', { amount: 100 })
    const body = new TextEncoder().encode(
      JSON.stringify({
        v: 1,
        change: idOf('forged'),
        at: 9e12,
        command: 'forge',
        chains: amina.ledger.session.session === '' ? [] : [[amina.device, amina.ledger.session.session]],
        ops: [
          { record: 'rent', field: 'amount', value: 1, replaces: [[0, 2, 0]] },
          { create: 'entry', record: 'false', fields: { amount: 1 } },
        ],
      }),
    )
    const header = {
      type: 'change' as const,
      vault: VAULT,
      compartment: TEAM,
      device: idOf('mallory'),
      session: idOf('s'),
      epoch: idOf('e'),
      seq: 1,
      prev: '0'.repeat(64),
    }
    amina.receive([{ kind: 'opened', header, hash: sha256('x'), body }])
    expect(amina.value('rent', 'amount')).toBe(100)
    expect(amina.ledger.views.all('entry').map(({ id }) => id)).toEqual(['rent'])
  })
})

describe('a change over several compartments', () => {
  const both: DraftOp[] = [
    { op: 'create', kind: 'task', id: 't', fields: { name: 'pay the rent' } },
    { op: 'create', kind: 'entry', id: 'e', fields: { amount: 5 } },
  ]

  it('applies in each that a laptop can read, under one id', () => {
    const amina = new Laptop('amina')
    const change = amina.does('planPayment', ...both)
    const volunteer = new Laptop('volunteer', { compartments: compartmentsFor(['team']) })
    volunteer.receive(amina.outbox)
    expect(volunteer.value('t', 'name')).toBe('pay the rent')
    expect(volunteer.ledger.views.get('e')).toBeUndefined()
    expect(volunteer.ledger.engine.chains.gaps()).toEqual([])
    expect(volunteer.ledger.inbox.changes(1)[0]?.change).toBe(change)
    expect(amina.undoes(change)?.kept).toEqual([])
    expect(amina.ledger.views.trash().map(({ id }) => id)).toEqual(['e', 't'])
  })

  it('waits for all parts of one compartment, and then applies them together', () => {
    const amina = new Laptop('amina')
    const rows = Array.from({ length: 9_000 }, (_, i): DraftOp => {
      return { op: 'create', kind: 'entry', id: `row${i}`, fields: { amount: i, name: `payee ${i}` } }
    })
    amina.does('importBankFile', ...rows, both[0] as DraftOp)
    const parts = amina.outbox.filter(({ header }) => header.compartment === MONEY)
    expect(parts.length).toBeGreaterThan(1)
    const joe = new Laptop('joe')
    for (const part of [...parts].reverse().slice(0, -1)) {
      joe.receive([part])
      joe.reloads()
      expect(joe.ledger.views.all('entry')).toHaveLength(0)
    }
    joe.receive(amina.outbox)
    expect(joe.ledger.views.all('entry')).toHaveLength(9_000)
    deepStrictEqual(laptopPicture(joe, KINDS), laptopPicture(amina, KINDS))
  })
})
