/** Writes to records (`appointment-edits.ts`) as operations of one change. */
import { appointment, appointmentException } from '#domain/appointment.ts'
import type { RecordWrite } from '#domain/appointment-edits.ts'
import { kinds } from '#domain/kinds.ts'
import type { NewRecord } from '#domain/new-record.ts'
import type { RecordId, RecordKind } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

type Here = Pick<CommandTools, 'live'>
type IsGone = (kind: RecordKind, id: RecordId) => boolean

const KIND_BY_NAME: ReadonlyMap<string, RecordKind> = new Map(
  Object.values(kinds).map(kind => [kind.kind, kind]),
)

export const writeOps = (tools: Here, write: RecordWrite): readonly DraftOp[] => allWriteOps(tools, [write])

/** The trash is looked through once, however many there are. */
export function allWriteOps(tools: Here, writes: readonly RecordWrite[]): readonly DraftOp[] {
  const isGone = trashOf(tools)
  const opsOf = (write: RecordWrite): readonly DraftOp[] => {
    switch (write.write) {
      case 'put':
        return putWith(tools, isGone, write.record)
      case 'set':
        return setOps(appointment, write.id, write.fields)
      case 'delete':
        return [{ op: 'delete', id: write.id }]
    }
  }
  return writes.flatMap(opsOf)
}

/** Made, taken out of the trash, or, where it is there, written over with these fields. */
export const putRecord = (tools: Here, record: NewRecord): readonly DraftOp[] =>
  putWith(tools, trashOf(tools), record)

function putWith({ live }: Here, isGone: IsGone, { kind: name, id, fields }: NewRecord): readonly DraftOp[] {
  const kind = KIND_BY_NAME.get(name)
  if (kind === undefined) throw new Error('no such kind of record')
  if (live.get(kind, id) !== undefined) return setOps(kind, id, fields)
  if (!isGone(kind, id)) return [createOp(kind, id, fields)]
  // What was changed of an occurrence and taken back must not come out of the trash with what is changed now.
  const own = kind === appointmentException ? { ...appointmentException.defaults, ...fields } : fields
  return [{ op: 'restore', id }, ...setOps(kind, id, own)]
}

function trashOf({ live }: Here): IsGone {
  const ids = new Map<RecordKind, ReadonlySet<RecordId>>()
  return (kind, id) => {
    const known = ids.get(kind) ?? new Set(live.trash(kind).map(each => each.id))
    ids.set(kind, known)
    return known.has(id)
  }
}
