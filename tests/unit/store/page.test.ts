import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#domain/json.ts'
import { ColdPages } from '#store/cold-pages.ts'
import { decodeColumn, encodeColumn } from '#store/column.ts'
import { PageReader } from '#store/page.ts'

/** Sections at multiples of 8, as in a page. */
function throughColumn(values: readonly (Json | undefined)[]): readonly (Json | undefined)[] {
  const sections: Uint8Array[] = []
  const plan = encodeColumn(values, section => sections.push(section.slice()) - 1)
  const read = (at: number) => sections[at] ?? new Uint8Array()
  return decodeColumn(JSON.parse(JSON.stringify(plan)), values.length, read)
}

const hexId = fc.stringMatching(/^[0-9a-f]{32}$/)
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(-0),
  fc.constant(2 ** 53 - 1),
  fc.constant(-(2 ** 53 - 1)),
)
const text = fc.oneof(
  hexId,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'one', 'two', '\ud800', '\ufeffmark', 'é👪', '__proto__'),
)
const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>
const row = fc.record({
  cents: number,
  name: fc.option(text),
  parts: fc.array(fc.record({ line: text, cents: number })),
})

describe('a column of a snapshot page', () => {
  it.each([
    ['numbers', number],
    ['small whole numbers', fc.integer({ min: -3, max: 250 })],
    ['texts', text],
    ['ids', hexId],
    ['objects with lists of objects in them', row],
    ['lists', fc.array(fc.oneof(number, text, fc.constant(null)))],
    ['anything', json],
  ] as [string, fc.Arbitrary<Json>][])('gives back %s, nulls and absent values as they were', (_, one) => {
    const values = fc.array(fc.oneof({ weight: 6, arbitrary: one }, fc.constantFrom(null, undefined)), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(values, given => {
        // Through JSON a value has no `-0` within what is kept as JSON; records come from JSON.
        const clean = given.map(value =>
          value === undefined ? undefined : JSON.parse(JSON.stringify(value)),
        )
        expect(throughColumn(clean)).toStrictEqual(clean)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps the order of an object’s members and members named like a prototype', () => {
    const values = [JSON.parse('{"b":1,"a":2}'), JSON.parse('{"b":3,"a":4}'), JSON.parse('{"__proto__":5}')]
    expect(throughColumn(values).map(value => JSON.stringify(value))).toEqual([
      '{"b":1,"a":2}',
      '{"b":3,"a":4}',
      '{"__proto__":5}',
    ])
  })
})

/** Version 1 as it was written, laid down here by hand. */
function firstVersionPage(): Uint8Array {
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const floats = (...values: number[]) => new Uint8Array(Float64Array.from(values).buffer)
  const parts = [
    encode(['aa', 'bb', 'cc']),
    floats(11, 12, 13),
    floats(101, 102, 103),
    Uint8Array.from([1, 0, 1]),
    floats(1.5, 0, -7),
    new Uint8Array(Uint16Array.from([0, 1, 0]).buffer),
    encode(['rent', 'food']),
    encode([{ lines: [1] }, null, 'x']),
    floats(1, 1, 55, 500),
  ]
  let offset = 0
  const sections = parts.map(({ length }) => {
    const place = [offset, length]
    offset = (offset + length + 7) & ~7
    return place
  })
  const head = encode({
    v: 1,
    kind: 'entry',
    rows: 3,
    names: ['amount', 'line', 'note', 'deleted'],
    columns: [
      { name: 'amount', type: 'number', at: 4, has: 3 },
      { name: 'line', type: 'text', at: 5, has: -1 },
      { name: 'note', type: 'json', at: 7, has: -1 },
    ],
    states: 8,
    sections,
  })
  const start = (4 + head.length + 7) & ~7
  const bytes = new Uint8Array(start + offset)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  for (const [i, part] of parts.entries()) bytes.set(part, start + (sections[i]?.[0] ?? 0))
  return bytes
}

describe('a page of version 1', () => {
  it('is read as it was', () => {
    const cold = new ColdPages()
    cold.add(7, 1, firstVersionPage())
    const [first, second, third] = cold.takeKind('entry')
    expect(first).toMatchObject({ id: 'aa', kind: 'entry', stamp: 11, at: 101, deleted: false, page: 7 })
    expect(first?.fields).toEqual({ amount: 1.5, line: 'rent', note: { lines: [1] } })
    expect(second?.fields).toEqual({ line: 'food', note: null })
    expect(second?.states).toEqual(
      new Map([['line', { heads: [{ key: 55, at: 500, value: 'food' }], graph: null }]]),
    )
    expect(third?.fields).toEqual({ amount: -7, line: 'rent', note: 'x' })
    expect(cold.take(1, 'bb')).toBe(second)
  })

  it('is refused where its version is not known', () => {
    const bytes = firstVersionPage()
    const later = new TextDecoder('latin1').decode(bytes).replace('"v":1', '"v":9')
    expect(() => new PageReader(Uint8Array.from(later, letter => letter.charCodeAt(0)))).toThrow()
  })
})

describe('records of a page', () => {
  it('are one object, whether found by id or listed, in their own compartment only', () => {
    const cold = new ColdPages(Uint8Array.from({ length: 16 }, (_, i) => i * 17))
    cold.add(1, 0, firstVersionPage())
    const taken = cold.take(0, 'cc')
    expect(taken?.id).toBe('cc')
    expect(cold.take(1, 'cc')).toBeUndefined()
    expect(cold.take(0, 'c'.repeat(32))).toBeUndefined()
    expect(cold.takeKind('entry').map(({ id }) => id)).toEqual(['aa', 'bb'])
    expect(cold.takeKind('entry')).toEqual([])
    expect(cold.take(0, 'cc')).toBe(taken)
  })
})
