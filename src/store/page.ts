/**
 * A snapshot page: at most 1,000 ordinary records of one kind, column by column, which reads faster than JSON because
 * most of it is not parsed but looked at. Local to this laptop; never exchanged. Written in version 2; 1 is read.
 *
 * Layout, little-endian: u32 length of the head, head (JSON, UTF-8), zeros to a multiple of 8, then the sections one
 * after another, each at a multiple of 8. The head: `{ v, kind, rows, names, ids, stamps, times, columns, states,
 * sections }`, where `sections` are `[offset from the first section, byte length]` and everything else names sections
 * by index: `ids`, `stamps` (creating op keys) and `times` are columns, `columns` pairs of a field's name and its
 * column (`column.ts`), `states` a section of Float64 quadruples: row, index into `names`, op key, time; of fields
 * written since the creation. Op keys hold chain indexes: the snapshot's own list of chains says which.
 *
 * Version 1 had ids in section 0 (JSON), stamps in 1 and times in 2 (Float64), and columns `{ name, type, at, has }`.
 *
 * An ordinary record is live, created once, and each of its fields has one value and nothing else to say. All others
 * are kept as JSON (`snapshot-image.ts`).
 */
import type { Json } from '#domain/json.ts'
import type { RawRows, RecordId } from '#domain/record-kind.ts'
import { DELETED } from './change.ts'
import {
  type ColumnPlan,
  decodeColumn,
  decodeNumbers,
  encodeColumn,
  encodeNumbers,
  jsonBytes,
  type NumberPlan,
  readJson,
} from './column.ts'
import type { Field } from './field-heads.ts'
import type { TableRecord } from './tables.ts'

export const PAGE_ROWS = 1_000
const PAGE_VERSION = 2

interface Head {
  readonly v: number
  readonly kind: string
  readonly rows: number
  readonly names: readonly string[]
  readonly ids: ColumnPlan
  readonly stamps: NumberPlan
  readonly times: NumberPlan
  readonly columns: readonly (readonly [string, ColumnPlan])[]
  readonly states: number
  readonly sections: readonly (readonly [number, number])[]
}

interface FirstHead extends Omit<Head, 'ids' | 'stamps' | 'times' | 'columns'> {
  readonly columns: readonly {
    readonly name: string
    readonly type: 'number' | 'text' | 'json'
    readonly at: number
    readonly has: number
  }[]
}

export function isOrdinary(record: TableRecord): record is TableRecord & { kind: string } {
  if (record.kind === null || record.stamp < 0 || record.deleted || record.born !== null) return false
  for (const { heads, graph } of record.states?.values() ?? []) {
    const head = heads[0]
    if (graph !== null || heads.length !== 1 || head === undefined || head.value === undefined) return false
    if (head.restores !== undefined || head.creates !== undefined || head.waits !== undefined) return false
  }
  return true
}

export function encodePage(kind: string, records: readonly TableRecord[]): Uint8Array {
  const sections: Uint8Array[] = []
  const add = (section: Uint8Array) => sections.push(section) - 1
  const fieldNames = new Set<string>()
  for (const { fields } of records) for (const name of Object.keys(fields)) fieldNames.add(name)
  const fieldOf = ({ fields }: TableRecord, name: string) =>
    Object.hasOwn(fields, name) ? fields[name] : undefined
  const names = [...fieldNames, DELETED]
  const places = new Map(names.map((name, index) => [name, index]))
  const states: number[] = []
  for (const [row, record] of records.entries())
    for (const [name, { heads }] of record.states ?? [])
      states.push(row, places.get(name) ?? 0, heads[0]?.key ?? 0, heads[0]?.at ?? 0)
  const head: Omit<Head, 'sections'> = {
    v: PAGE_VERSION,
    kind,
    rows: records.length,
    names,
    ids: encodeColumn(
      records.map(({ id }) => id),
      add,
    ),
    stamps: encodeNumbers(
      records.map(({ stamp }) => stamp),
      add,
    ),
    times: encodeNumbers(
      records.map(({ at }) => at),
      add,
    ),
    columns: [...fieldNames].map(name => [
      name,
      encodeColumn(
        records.map(record => fieldOf(record, name)),
        add,
      ),
    ]),
    states: add(new Uint8Array(Float64Array.from(states).buffer)),
  }
  return assemble(head, sections)
}

const aligned = (length: number) => (length + 7) & ~7

function assemble(head: Omit<Head, 'sections'>, sections: readonly Uint8Array[]): Uint8Array {
  let offset = 0
  const places = sections.map(({ length }): [number, number] => {
    const place: [number, number] = [offset, length]
    offset = aligned(offset + length)
    return place
  })
  const text = jsonBytes({ ...head, sections: places })
  const start = aligned(4 + text.length)
  const bytes = new Uint8Array(start + offset)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  for (const [index, section] of sections.entries()) bytes.set(section, start + (places[index]?.[0] ?? 0))
  return bytes
}

function readHead(bytes: Uint8Array): Head {
  const head = readJson(bytes) as Head | FirstHead
  if (head.v === PAGE_VERSION) return head as Head
  if (head.v !== 1) throw new Error('not a page of this version')
  const { columns, ...rest } = head as FirstHead
  const planOf = ({ type, at, has }: FirstHead['columns'][number]): ColumnPlan => {
    const all: ColumnPlan =
      type === 'number' ? ['floats', at] : type === 'text' ? ['dict', at, at + 1, 2] : ['json', at]
    return has < 0 ? all : ['held', has, all]
  }
  return {
    ...rest,
    ids: ['json', 0],
    stamps: ['floats', 1],
    times: ['floats', 2],
    columns: columns.map(column => [column.name, planOf(column)]),
  }
}

/** Reads on demand, column by column. Throws on bytes that are not a page. */
export class PageReader implements RawRows {
  readonly kind: string
  readonly rows: number
  private readonly head: Head
  private readonly bytes: Uint8Array
  private readonly start: number
  private idList: readonly RecordId[] | null = null
  private stampList: Float64Array | null = null
  private timeList: Float64Array | null = null
  private stateMap: ReadonlyMap<number, Map<string, Field>> | null = null
  /** Kept for who reads row by row. */
  private decoded: readonly (readonly [string, readonly (Json | undefined)[]])[] | null = null

  constructor(body: Uint8Array) {
    // Typed arrays need their bytes at a multiple of 8.
    const bytes = body.byteOffset % 8 === 0 ? body : body.slice()
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    this.bytes = bytes
    this.head = readHead(bytes.subarray(4, 4 + length))
    this.start = aligned(4 + length)
    this.kind = this.head.kind
    this.rows = this.head.rows
  }

  /** Ids as their 16 bytes, as words of 4; null where they are not all 32 hex digits. */
  idWords(): Uint32Array | null {
    const { ids } = this.head
    if (ids[0] !== 'hex') return null
    const { buffer, byteOffset, length } = this.section(ids[1])
    return new Uint32Array(buffer, byteOffset, length / 4)
  }

  ids(): readonly RecordId[] {
    this.idList ??= decodeColumn(this.head.ids, this.rows, this.section) as readonly RecordId[]
    return this.idList
  }

  stamps(): Float64Array {
    this.stampList ??= decodeNumbers(this.head.stamps, this.rows, this.section)
    return this.stampList
  }

  times(): Float64Array {
    this.timeList ??= decodeNumbers(this.head.times, this.rows, this.section)
    return this.timeList
  }

  column(name: string): readonly (Json | undefined)[] | null {
    const column = this.head.columns.find(([own]) => own === name)
    return column === undefined ? null : decodeColumn(column[1], this.rows, this.section)
  }

  fields(row: number): Record<string, Json> {
    this.decoded ??= this.head.columns.map(([name, plan]) => [
      name,
      decodeColumn(plan, this.rows, this.section),
    ])
    const fields: Record<string, Json> = {}
    for (const [name, values] of this.decoded) {
      const value = values[row]
      if (value !== undefined) fields[name] = value
    }
    return fields
  }

  /** What was written since the creation; made anew at each call, with the values of `fields`. */
  states(row: number, fields: Readonly<Record<string, Json>>): Map<string, Field> | null {
    this.stateMap ??= this.decodeStates()
    const written = this.stateMap.get(row)
    if (written === undefined) return null
    const states = new Map<string, Field>()
    for (const [name, { heads }] of written)
      states.set(name, {
        heads: name === DELETED ? heads : heads.map(head => ({ ...head, value: fields[name] })),
        graph: null,
      })
    return states
  }

  private decodeStates(): Map<number, Map<string, Field>> {
    const states = new Map<number, Map<string, Field>>()
    const { buffer, byteOffset, length } = this.section(this.head.states)
    const flat = new Float64Array(buffer, byteOffset, length / 8)
    for (let i = 0; i + 3 < flat.length; i += 4) {
      const row = flat[i] ?? 0
      const name = this.head.names[flat[i + 1] ?? 0] ?? ''
      const fields = states.get(row) ?? new Map<string, Field>()
      states.set(row, fields)
      fields.set(name, {
        heads: [{ key: flat[i + 2] ?? 0, at: flat[i + 3] ?? 0, value: false }],
        graph: null,
      })
    }
    return states
  }

  private readonly section = (index: number): Uint8Array => {
    const place = this.head.sections[index]
    if (place === undefined) throw new Error('no such section')
    return this.bytes.subarray(this.start + place[0], this.start + place[0] + place[1])
  }
}
