import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { due, dueFrom, dueOn, noDue } from '#domain/due.ts'
import { entry } from '#domain/entry.ts'
import { isoDate } from '#domain/fields.ts'
import type { Json } from '#domain/json.ts'
import { allKinds } from '#domain/kinds.ts'
import { recogniserOf } from '#domain/recogniser.ts'
import { readRecord, readRows } from '#domain/record-kind.ts'

const fields = allKinds.flatMap(kind =>
  Object.entries(kind.fields).map(([name, schema]) => ({
    name: `${kind.kind}.${name}`,
    schema: schema as z.core.$ZodType,
    value: (kind.defaults as Record<string, Json>)[name] as Json,
  })),
)

/** A value with something changed in it somewhere. */
const spoiled = (value: Json): fc.Arbitrary<Json> => {
  const other = fc.constantFrom<Json>(
    null,
    '',
    'x',
    0,
    -1,
    2 ** 53,
    0.5,
    true,
    [],
    {},
    '2025-02-30',
    'y'.repeat(20_000),
  )
  if (Array.isArray(value))
    return fc.oneof(
      other,
      fc.tuple(other).map(([one]) => [...value, one]),
      fc.constant(Array(60).fill(value[0] ?? 'a')),
    )
  if (typeof value !== 'object' || value === null) return other
  const names = Object.keys(value)
  const record = value as { readonly [name: string]: Json }
  return fc.oneof(
    other,
    fc.tuple(fc.constantFrom(...names, 'unknown'), other).map(([name, one]) => ({ ...record, [name]: one })),
    fc.constantFrom(...names).map(name => {
      const { [name]: _gone, ...rest } = record
      return rest
    }),
  )
}

describe('a recogniser', () => {
  it('takes no value that its schema would refuse or change, in any field of any kind', () => {
    for (const { schema, value, name } of fields) {
      const recogniser = recogniserOf(schema)
      if (recogniser === null) continue
      fc.assert(
        fc.property(fc.oneof(fc.constant(value), spoiled(value)), given => {
          if (!recogniser(given)) return
          expect(z.safeParse(schema, given), name).toStrictEqual({ success: true, data: given })
        }),
        { numRuns: 60 },
      )
    }
  })

  it('knows what an entry is made of', () => {
    for (const [name, schema] of Object.entries(entry.fields)) {
      const recogniser = recogniserOf(schema)
      expect(recogniser?.(entry.defaults[name as keyof typeof entry.defaults]), name).toBe(true)
    }
    const money = recogniserOf(entry.fields.money)
    const part = {
      line: null,
      cents: 5,
      countsAs: null,
      unit: null,
      covers: { from: '2025-01', to: '2025-02' },
    }
    expect(money?.({ cents: 5, splits: [part], toAccount: null })).toBe(true)
    expect(
      money?.({
        cents: 5,
        splits: [{ ...part, covers: { from: '2025-13', to: '2025-02' } }],
        toAccount: null,
      }),
    ).toBe(false)
    expect(money?.({ cents: 5, splits: [part], toAccount: null, more: 1 })).toBe(false)
    expect(money?.({ cents: 0.5, splits: [part], toAccount: null })).toBe(false)
  })

  it('knows when a task is due: nothing, a date, or an anchor, and no mixture of them', () => {
    const recogniser = recogniserOf(due)
    const anchored = dueFrom('arrival', -10, 'working-days')
    for (const value of [noDue, dueOn('2026-06-17'), anchored, { ...anchored, pinned: '2026-06-03' }])
      expect(recogniser?.(value), JSON.stringify(value)).toBe(true)
    const mixed = [
      { ...dueOn('2026-06-17'), offset: 1 },
      { ...anchored, offset: 0.5 },
      { ...anchored, pinned: '2026-06-31' },
      { ...anchored, kind: 'date' },
      { kind: 'soon' },
    ]
    for (const value of mixed) expect(recogniser?.(value), JSON.stringify(value)).toBe(false)
    expect(recogniserOf(z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]))).toBeNull()
  })

  it('says nothing of forms that may change a value', () => {
    expect(recogniserOf(z.union([isoDate, z.literal('')]))).toBeNull()
    expect(recogniserOf(z.optional(z.string()))).toBeNull()
    expect(recogniserOf(z.looseObject({ a: z.string() }))).toBeNull()
    expect(recogniserOf(z.string().check(z.trim()))).toBeNull()
  })
})

describe('records read by column', () => {
  it('are the same as those read one by one, unreadable values included', () => {
    const raws = [
      { type: 'income', date: '2025-03-01', payee: 'A', money: { cents: 5, splits: [], toAccount: null } },
      {
        type: 'nothing',
        date: '2025-03-01',
        payee: 7,
        tags: ['x'],
        money: { cents: 5, splits: [], toAccount: null, old: 1 },
      },
      { date: '2025-02-30', note: 'n' },
    ].map((own, row) => ({
      id: `e${row}`,
      kind: 'entry',
      deleted: false,
      fields: own as Record<string, Json>,
    }))
    const rows = {
      kind: 'entry',
      rows: raws.length,
      ids: () => raws.map(({ id }) => id),
      column: (name: string) => {
        const values = raws.map(raw => raw.fields[name])
        return values.every(value => value === undefined) ? null : values
      },
    }
    const one = raws.map(raw => readRecord(entry, raw))
    expect(readRows(entry, rows)).toStrictEqual(one)
    expect(one[1]).toMatchObject({
      type: 'expense',
      payee: '',
      money: { cents: 5, splits: [], toAccount: null },
    })
    expect(one[1]?.money).not.toHaveProperty('old')
  })
})
