/** A record to be created, as pure rules propose it: the gate turns it into a create op. */
import type { Json } from './json.ts'
import type { FieldsOf, RecordId, RecordKind } from './record-kind.ts'

export interface NewRecord {
  readonly kind: string
  readonly id: RecordId
  readonly fields: Readonly<Record<string, Json>>
}

/** Typed by its kind, so that a misspelt field does not compile. */
export function newRecord<K extends RecordKind>(
  kind: K,
  id: RecordId,
  fields: Partial<FieldsOf<K>>,
): NewRecord {
  return { kind: kind.kind, id, fields: fields as unknown as Readonly<Record<string, Json>> }
}
