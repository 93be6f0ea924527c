/** Records whose id is one on every laptop, so that two laptops that make the same one make it once. */
import type { FieldsOf, RecordId, RecordKind } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

/** Made, or taken out of the trash with these fields. */
export function putOps<K extends RecordKind>(
  live: CommandTools['live'],
  kind: K,
  id: RecordId,
  fields: Partial<FieldsOf<K>>,
): readonly DraftOp[] {
  const gone = live.trash(kind).some(each => each.id === id)
  return gone ? [{ op: 'restore', id }, ...setOps(kind, id, fields)] : [createOp(kind, id, fields)]
}
