/**
 * A snapshot page: at most 1,000 ordinary records of one kind, column by column, which reads faster than JSON because
 * most of it is not parsed but looked at. Local to this laptop; never exchanged; version 1.
 *
 * Layout, little-endian: u32 length of the head, head (JSON, UTF-8), zeros to a multiple of 8, then the sections one
 * after another, each at a multiple of 8. The head: `{ v, kind, rows, names, columns, states, sections }`, where
 * `sections` are `[offset from the first section, byte length]` and everything else names sections by index:
 *   0 ids (JSON array) · 1 creating op keys (Float64) · 2 times (Float64)
 *   column `{ name, type, at, has }`, `has` a section of one byte a row (0 absent) or -1 where all are there
 *     number  `at`: Float64                   text   `at`: Uint16 codes, `at + 1`: JSON array of the different texts
 *     json    `at`: JSON array, null where absent
 *   states  Float64 quadruples: row, index into `names`, op key, time; of fields written since the creation
 * Op keys hold chain indexes: the snapshot's own list of chains says which.
 *
 * An ordinary record is live, created once, and each of its fields has one value and nothing else to say. All others
 * are kept as JSON (`snapshot-image.ts`).
 */
import type { Json } from '#domain/json.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { DELETED } from './change.ts'
import type { Field } from './field-heads.ts'
import type { TableRecord } from './tables.ts'

export const PAGE_ROWS = 1_000
const PAGE_VERSION = 1

interface Column {
  readonly name: string
  readonly type: 'number' | 'text' | 'json'
  readonly at: number
  readonly has: number
}

interface Head {
  readonly v: number
  readonly kind: string
  readonly rows: number
  readonly names: readonly string[]
  readonly columns: readonly Column[]
  readonly states: number
  readonly sections: readonly (readonly [number, number])[]
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
  add(json(records.map(({ id }) => id)))
  add(floats(records.map(({ stamp }) => stamp)))
  add(floats(records.map(({ at }) => at)))
  const fieldNames = new Set<string>()
  for (const { fields } of records) for (const name of Object.keys(fields)) fieldNames.add(name)
  const columns = [...fieldNames].map(name =>
    encodeColumn(
      name,
      records.map(({ fields }) => (Object.hasOwn(fields, name) ? fields[name] : undefined)),
      add,
    ),
  )
  const names = [...fieldNames, DELETED]
  const places = new Map(names.map((name, index) => [name, index]))
  const states: number[] = []
  for (const [row, record] of records.entries())
    for (const [name, { heads }] of record.states ?? [])
      states.push(row, places.get(name) ?? 0, heads[0]?.key ?? 0, heads[0]?.at ?? 0)
  const head = { v: PAGE_VERSION, kind, rows: records.length, names, columns, states: add(floats(states)) }
  return assemble(head, sections)
}

function encodeColumn(
  name: string,
  values: readonly (Json | undefined)[],
  add: (section: Uint8Array) => number,
): Column {
  const isFull = values.every(value => value !== undefined)
  const has = isFull ? -1 : add(Uint8Array.from(values, value => (value === undefined ? 0 : 1)))
  if (values.every(value => value === undefined || typeof value === 'number'))
    return {
      name,
      type: 'number',
      at: add(floats(values.map(value => (value as number | undefined) ?? 0))),
      has,
    }
  if (values.every(value => value === undefined || typeof value === 'string')) {
    const texts = new Map<string, number>()
    const codes = values.map(value => {
      const text = (value as string | undefined) ?? ''
      const code = texts.get(text) ?? texts.size
      texts.set(text, code)
      return code
    })
    if (texts.size * 2 <= values.length) {
      const at = add(new Uint8Array(Uint16Array.from(codes).buffer))
      add(json([...texts.keys()]))
      return { name, type: 'text', at, has }
    }
  }
  return { name, type: 'json', at: add(json(values.map(value => value ?? null))), has }
}

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const floats = (values: readonly number[]) => new Uint8Array(Float64Array.from(values).buffer)
const aligned = (length: number) => (length + 7) & ~7

function assemble(head: Omit<Head, 'sections'>, sections: readonly Uint8Array[]): Uint8Array {
  let offset = 0
  const places = sections.map(({ length }): [number, number] => {
    const place: [number, number] = [offset, length]
    offset = aligned(offset + length)
    return place
  })
  const text = json({ ...head, sections: places })
  const start = aligned(4 + text.length)
  const bytes = new Uint8Array(start + offset)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  for (const [index, section] of sections.entries()) bytes.set(section, start + (places[index]?.[0] ?? 0))
  return bytes
}

/** Reads rows on demand; columns are decoded when the first row is. Throws on bytes that are not a page. */
export class PageReader {
  readonly kind: string
  readonly rows: number
  private readonly head: Head
  private readonly bytes: Uint8Array
  private readonly start: number
  private idList: readonly RecordId[] | null = null
  private decoded: {
    readonly ids: readonly RecordId[]
    readonly stamps: Float64Array
    readonly times: Float64Array
    readonly columns: readonly { readonly name: string; readonly value: (row: number) => Json | undefined }[]
    readonly states: ReadonlyMap<number, Map<string, Field>>
  } | null = null

  constructor(sealedBody: Uint8Array) {
    // Typed arrays need their bytes at a multiple of 8.
    const bytes = sealedBody.byteOffset % 8 === 0 ? sealedBody : sealedBody.slice()
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    this.bytes = bytes
    this.head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
    if (this.head.v !== PAGE_VERSION) throw new Error('not a page of this version')
    this.start = aligned(4 + length)
    this.kind = this.head.kind
    this.rows = this.head.rows
  }

  ids(): readonly RecordId[] {
    this.idList ??= this.jsonAt(0) as RecordId[]
    return this.idList
  }

  record(row: number, compartment: number, page: number): TableRecord {
    const { ids, stamps, times, columns, states } = this.decode()
    const fields: Record<string, Json> = {}
    for (const { name, value } of columns) {
      const found = value(row)
      if (found !== undefined) fields[name] = found
    }
    const written = states.size === 0 ? null : (states.get(row) ?? null)
    if (written !== null)
      for (const [name, field] of written)
        if (name !== DELETED) field.heads = field.heads.map(head => ({ ...head, value: fields[name] }))
    return {
      id: ids[row] ?? '',
      compartment,
      kind: this.kind,
      stamp: stamps[row] ?? -1,
      at: times[row] ?? 0,
      deleted: false,
      fields,
      states: written,
      born: null,
      raw: null,
      listed: null,
      page,
    }
  }

  private decode() {
    this.decoded ??= {
      ids: this.ids(),
      stamps: this.floatsAt(1),
      times: this.floatsAt(2),
      columns: this.head.columns.map(column => ({ name: column.name, value: this.column(column) })),
      states: this.decodeStates(),
    }
    return this.decoded
  }

  private column({ type, at, has }: Column): (row: number) => Json | undefined {
    const isThere = has < 0 ? null : this.section(has)
    const value = this.values(type, at)
    return isThere === null ? value : row => (isThere[row] === 1 ? value(row) : undefined)
  }

  private values(type: Column['type'], at: number): (row: number) => Json | undefined {
    if (type === 'number') {
      const numbers = this.floatsAt(at)
      return row => numbers[row]
    }
    if (type === 'text') {
      const section = this.section(at)
      const codes = new Uint16Array(section.buffer, section.byteOffset, section.length / 2)
      const texts = this.jsonAt(at + 1) as string[]
      return row => texts[codes[row] ?? 0]
    }
    const values = this.jsonAt(at) as Json[]
    return row => values[row]
  }

  private decodeStates(): Map<number, Map<string, Field>> {
    const states = new Map<number, Map<string, Field>>()
    const flat = this.floatsAt(this.head.states)
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

  private section(index: number): Uint8Array {
    const place = this.head.sections[index]
    if (place === undefined) throw new Error('no such section')
    return this.bytes.subarray(this.start + place[0], this.start + place[0] + place[1])
  }

  private floatsAt(index: number): Float64Array {
    const section = this.section(index)
    return new Float64Array(section.buffer, section.byteOffset, section.length / 8)
  }

  private jsonAt(index: number): unknown {
    return JSON.parse(new TextDecoder().decode(this.section(index)))
  }
}
