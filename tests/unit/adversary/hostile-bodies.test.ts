/** Records of members who mean harm, or whose laptop is out of order: what must hold on everybody else's. */
import { describe, expect, it } from 'vitest'
import { type Json, jsonEquals } from '#domain/json.ts'
import { parseChange, parseOpen } from '#store/change.ts'
import { createEntry, Disks } from '../../support/store/kept-laptop.ts'
import { type Delivery, Laptop } from '../../support/store/laptop.ts'
import { CARE, idOf, MONEY, sealPlain, sha256, TEAM, VAULT } from '../../support/store/plain-sealer.ts'

const PLACE = { device: idOf('mallory'), session: idOf('s'), seq: 9 }
const bytesOf = (body: object | string) =>
  new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))

const bodyWith = (more: object) => ({
  v: 1,
  change: idOf('a change'),
  at: 1000,
  command: 'harm',
  chains: [],
  ops: [],
  ...more,
})

/** One hostile record, as the engine gets it. */
function delivery(body: object | string, more: Partial<Delivery['header']> = {}): Delivery {
  const header = {
    type: 'change' as const,
    vault: VAULT,
    compartment: TEAM,
    device: idOf('mallory'),
    session: idOf('hostile'),
    epoch: idOf('epoch'),
    seq: 1,
    prev: '0'.repeat(64),
    ...more,
  }
  const bytes = bytesOf(body)
  return { kind: 'opened', header, hash: sha256(JSON.stringify(header) + sha256(bytes)), body: bytes }
}

describe('the body of a change', () => {
  it('is refused for a time that no calendar has', () => {
    const last = 8.64e15
    expect(parseChange(bytesOf(bodyWith({ at: last })), PLACE).ok).toBe(true)
    for (const at of [last + 1, Number.MAX_SAFE_INTEGER, -1, 1.5, null, '1000'])
      expect(parseChange(bytesOf(bodyWith({ at })), PLACE)).toEqual({
        ok: false,
        problem: { kind: 'malformed', at: 'at' },
      })
    const open = bytesOf({ v: 1, chains: [], open: { at: last + 1, earlier: [], seen: [] } })
    expect(parseOpen(open, { ...PLACE, seq: 1 }).ok).toBe(false)
  })

  it('is refused when anything in it is deeper than 32, members of later versions too', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    const withTop = (depth: number) => JSON.stringify(bodyWith({})).replace('{', `{"later":${nested(depth)},`)
    expect(parseChange(bytesOf(withTop(31)), PLACE).ok).toBe(true)
    for (const depth of [32, 400_000])
      expect(parseChange(bytesOf(withTop(depth)), PLACE)).toEqual({
        ok: false,
        problem: { kind: 'too-deep' },
      })
    const inOp = `{"record":"r","field":"f","value":1,"replaces":[],"later":${nested(400_000)}}`
    const body = JSON.stringify(bodyWith({})).replace('"ops":[]', `"ops":[${inOp}]`)
    expect(parseChange(bytesOf(body), PLACE)).toEqual({ ok: false, problem: { kind: 'too-deep' } })
  })

  it('is not called deep for brackets in its texts', () => {
    const value = `${'[{"\\'.repeat(2000)}\\\\"[`
    const body = bodyWith({ ops: [{ record: 'r', field: 'f', value, replaces: [] }] })
    expect(parseChange(bytesOf(body), PLACE).ok).toBe(true)
  })

  it('may name records and kinds as objects name what they inherit', () => {
    const amina = new Laptop('amina')
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const ops = names.flatMap(name => [
      {
        create: 'task',
        record: name,
        fields: { constructor: name, toString: 1, name: { ['__proto__']: { a: 1 } } },
      },
      { create: name, record: `kind ${name}`, fields: {} },
    ])
    amina.receive([
      delivery(JSON.stringify(bodyWith({ ops })).replaceAll('"name":{}', '"name":{"__proto__":{"a":1}}')),
    ])
    expect(
      amina.ledger.views
        .all('task')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...names].sort())
    expect(amina.value('constructor', 'constructor')).toBe('constructor')
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
    amina.reloads()
    expect(amina.value('__proto__', 'toString')).toBe(1)
    expect(amina.ledger.views.all('__proto__')).toHaveLength(1)
  })
})

describe('equality of values', () => {
  it('does not take what an object inherits for its own', () => {
    const inherits = JSON.parse('{"__proto__":{}}') as Json
    expect(jsonEquals(inherits, { other: 1 })).toBe(false)
    expect(jsonEquals({ other: 1 }, inherits)).toBe(false)
    expect(jsonEquals(inherits, JSON.parse('{"__proto__":{}}') as Json)).toBe(true)
  })
})

describe('a record of Team with the id of one that is kept elsewhere', () => {
  for (const [kind, id, field, compartment] of [
    ['entry', 'rent', 'amount', MONEY],
    ['newcomer', 'nadia', 'name', CARE],
  ] as const)
    it(`neither hides it nor draws what is written to it into Team: ${kind}`, () => {
      const amina = new Laptop('amina')
      amina.creates(kind, id, { [field]: 'secret' })
      amina.receive([
        delivery(bodyWith({ ops: [{ create: 'task', record: id, fields: { [field]: 'shown' } }] })),
      ])
      expect(amina.value(id, field)).toBe('secret')
      amina.sets(id, field, 'secret too')
      expect(amina.outbox.at(-1)?.header.compartment).toBe(compartment)
    })
})

describe('a member who fills the dictionary of chains', () => {
  it('keeps nobody from opening the group or from writing', () => {
    const amina = new Laptop('amina')
    amina.creates('task', 'before', { name: 'before' })
    let prev = '0'.repeat(64)
    const flood: Delivery[] = []
    for (let seq = 1; seq <= 15; seq += 1) {
      const chains = Array.from({ length: 14_500 }, (_, n) => [
        (seq * 100_000 + n).toString(16).padStart(32, '0'),
        '0'.repeat(32),
      ])
      const record = delivery(bodyWith({ change: idOf(`flood ${seq}`), chains }), { seq, prev })
      prev = record.hash
      flood.push(record)
    }
    amina.receive(flood)
    amina.creates('task', 'after', { name: 'after' })
    expect(amina.ledger.views.all('task').map(({ id }) => id)).toEqual(['before', 'after'])
    const honest = new Laptop('joe')
    honest.creates('task', 'honest', { name: 'honest' })
    amina.receive(honest.outbox)
    expect(amina.value('honest', 'name')).toBe('honest')
  })
})

describe('a laptop that has seen thousands of sessions since it last wrote', () => {
  it('still opens a session and writes, each within the limit of a record', () => {
    const sessions = Array.from({ length: 7_500 }, (_, n) =>
      delivery(bodyWith({ change: idOf(`n ${n}`) }), { session: n.toString(16).padStart(32, '0') }),
    )
    const amina = new Laptop('amina')
    amina.receive(sessions)
    amina.creates('task', 'first', { name: 'x' })
    amina.receive(
      sessions.map(({ header }) =>
        delivery(bodyWith({}), { ...header, session: header.session.replace('0', 'f') }),
      ),
    )
    amina.creates('task', 'second', { name: 'x' })
    for (const record of amina.outbox)
      expect(record.kind === 'opened' ? record.body.length : 0).toBeLessThan(1024 * 1024)
  })
})

describe('a laptop whose clock stands before 1970', () => {
  it('writes changes that it can read again', () => {
    const amina = new Laptop('amina')
    amina.now = -5_000_000
    amina.creates('task', 'early', { name: 'early' })
    amina.reopens()
    expect(amina.value('early', 'name')).toBe('early')
  })
})

describe('a snapshot', () => {
  const opensOf = async (disks: Disks) => {
    const { store } = await disks.open()
    const names = store.all('task').map(({ id }) => id)
    await store.close()
    return names
  }

  it('does not bury a record whose key comes later', async () => {
    const disks = new Disks('amina')
    disks.epochs = [idOf('epoch')]
    const { store } = await disks.open()
    await store.commit(createEntry('rent', 5))
    const late = delivery('', { epoch: idOf('next epoch') }).header
    const body = bytesOf(bodyWith({ ops: [{ create: 'task', record: 'late', fields: {} }] }))
    await store.ingest([sealPlain(late, body).bytes])
    expect(await store.snapshot()).toBe(true)
    await store.close()
    expect(await opensOf(disks)).toEqual([])
    disks.epochs = [idOf('epoch'), late.epoch]
    expect(await opensOf(disks)).toEqual(['late'])
  })

  it('goes on telling of a change of a newer format', async () => {
    const disks = new Disks('amina')
    const { store } = await disks.open()
    await store.commit(createEntry('rent', 5))
    const header = delivery('').header
    const newer = sealPlain(header, bytesOf(bodyWith({ v: 2 })))
    await store.ingest([newer.bytes])
    expect(await store.snapshot()).toBe(true)
    await store.close()
    for (let opening = 0; opening < 2; opening += 1) {
      const again = await disks.open()
      expect(again.store.report).toMatchObject({ newer: 1, fromSnapshot: true })
      expect(await again.store.snapshot()).toBe(true)
      await again.store.close()
    }
  })
})
