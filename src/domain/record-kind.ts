/**
 * How a kind of record is declared: one file a kind, which tells the record's whole story. The store knows none of
 * them; it keeps fields as JSON and asks `RecordKinds` only for a kind's compartment and its `keepBoth` fields.
 *
 * [Note: a field's meaning never changes] A new meaning is a new field name, and old data is read through a pure
 * lens (`read`), which writes nothing. Fields and kinds that this version does not know are kept and passed on.
 */
import { z } from 'zod/mini'
import type { Json } from './json.ts'

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
}

/** Reads a raw record through its lenses; a field with an unreadable value falls back to its default, never throws. */
export function readRecord<K extends RecordKind>(kind: K, raw: RawRecord): RecordOf<K> {
  let fields = raw.fields
  for (const lens of kind.lenses) fields = lens(fields)
  const record: Record<string, unknown> = { id: raw.id, deleted: raw.deleted }
  for (const name in kind.fields) {
    const value = fields[name]
    if (value === undefined) {
      record[name] = kind.defaults[name]
      continue
    }
    const parsed = z.safeParse(kind.fields[name] as z.core.$ZodType, value)
    record[name] = parsed.success ? parsed.data : kind.defaults[name]
  }
  return record as RecordOf<K>
}
