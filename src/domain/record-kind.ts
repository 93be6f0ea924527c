/**
 * How a kind of record is declared: one file a kind, which tells the record's whole story. The store knows none of
 * them; it keeps fields as JSON and asks `RecordKinds` only for a kind's compartment and its `keepBoth` fields.
 *
 * [Note: a field's meaning never changes] A new meaning is a new field name, and old data is read through a pure
 * lens (`read`), which writes nothing. Fields and kinds that this version does not know are kept and passed on.
 */
import { z } from 'zod/mini'
import { createBlank, type Json } from './json.ts'
import { recogniserOf } from './recogniser.ts'

// zod's compiler probes `eval`, which the content security policy refuses and reports.
z.config({ jitless: true })

/** Which key seals a record. It follows from the kind and never changes. */
export type Compartment = 'team' | 'money' | 'care'

export type RecordId = string

export interface RecordKind<Fields extends z.core.$ZodShape = z.core.$ZodShape> {
  readonly kind: string
  readonly compartment: Compartment
  /** Every field's schema. What must agree is one field: `{ amountCents, splits }`, never two. */
  readonly fields: Fields
  /** Value of a field that was never set, or whose stored value this version cannot read. */
  readonly defaults: { readonly [Name in keyof Fields]: z.output<Fields[Name]> }
  /** Fields where two people's different values are both kept and settled in the decisions inbox. */
  readonly keepBoth: readonly (keyof Fields & string)[]
  /** Pure lenses over the raw fields of older versions, oldest first; frozen once released, importing nothing. */
  readonly lenses: readonly ((raw: Readonly<Record<string, Json>>) => Readonly<Record<string, Json>>)[]
}

/** A record as the product reads it: every declared field present and valid. */
export type RecordOf<K extends RecordKind> = {
  readonly id: RecordId
  readonly deleted: boolean
} & { readonly [Name in keyof K['fields']]: z.output<K['fields'][Name]> }

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T

/** The fields of a kind, without id, as they are handed in to be written. */
export type FieldsOf<K extends RecordKind> = {
  readonly [Name in keyof K['fields']]: Frozen<z.output<K['fields'][Name]>>
}

export function defineKind<const Fields extends z.core.$ZodShape>(
  kind: Omit<RecordKind<Fields>, 'keepBoth' | 'lenses'> &
    Partial<Pick<RecordKind<Fields>, 'keepBoth' | 'lenses'>>,
): RecordKind<Fields> {
  return { keepBoth: [], lenses: [], ...kind }
}

/** A record as the store keeps it: fields by name, only those that were set. */
export interface RawRecord {
  readonly id: RecordId
  readonly kind: string
  readonly deleted: boolean
  readonly fields: Readonly<Record<string, Json>>
  /** Where it is one of many that are kept column by column, none of them deleted: these, and its place among them. */
  readonly rows?: RawRows
  readonly row?: number
}

/** Records of one kind by column, which is how thousands are read at once. */
export interface RawRows {
  readonly kind: string
  readonly rows: number
  ids(): readonly RecordId[]
  /** A value a row, `undefined` where it was not set; null where it is set in no row. */
  column(name: string): readonly (Json | undefined)[] | null
}

/** Reads a raw record through its lenses; a field with an unreadable value falls back to its default, never throws. */
export function readRecord<K extends RecordKind>(kind: K, raw: RawRecord): RecordOf<K> {
  let fields = raw.fields
  for (const lens of kind.lenses) fields = lens(fields)
  const record: Record<string, unknown> = { id: raw.id, deleted: raw.deleted }
  for (const name in kind.fields) record[name] = readField(kind, name, fields[name])
  return record as RecordOf<K>
}

function readField(kind: RecordKind, name: string, value: Json | undefined): unknown {
  if (value === undefined) return kind.defaults[name]
  const schema = kind.fields[name] as z.core.$ZodType
  if (recogniserOf(schema)?.(value)) return value
  const parsed = z.safeParse(schema, value)
  return parsed.success ? parsed.data : kind.defaults[name]
}

/** The same as `readRecord` of each, field by field; null where a lens wants to see whole records. */
export function readRows<K extends RecordKind>(kind: K, rows: RawRows): RecordOf<K>[] | null {
  if (kind.lenses.length > 0) return null
  const names = Object.keys(kind.fields)
  const columns = names.flatMap(name => {
    const values = rows.column(name)
    return values === null ? [] : [{ name, values: readColumn(kind, name, values) }]
  })
  const first = createBlank(['id', 'deleted', ...names])
  first['deleted'] = false
  for (const name of names) first[name] = kind.defaults[name]
  const ids = rows.ids()
  const records = new Array<Record<string, unknown>>(rows.rows)
  for (let row = 0; row < rows.rows; row += 1) {
    const record = { ...first }
    record['id'] = ids[row]
    for (const { name, values } of columns) record[name] = values[row]
    records[row] = record
  }
  return records as RecordOf<K>[]
}

function readColumn(kind: RecordKind, name: string, values: readonly (Json | undefined)[]): unknown[] {
  const read = new Array<unknown>(values.length)
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]
    // Rows that follow each other often have one date, one account, one text.
    read[row] = row > 0 && value === values[row - 1] ? read[row - 1] : readField(kind, name, value)
  }
  return read
}
