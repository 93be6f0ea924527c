/**
 * Commands on appointments. One action is one change, also where it writes to Team (when, the drop-off point, the places
 * to fill) and to Care (what it is for): each part applies where its key is.
 */
import {
  type Appointment,
  type AppointmentPrivate,
  type AppointmentState,
  appointment,
  appointmentException,
  appointmentPrivate,
  exceptionId,
  type Outcome,
  privateId,
  type Slot,
  type SlotRole,
  slot,
  slotId,
} from '#domain/appointment.ts'
import {
  cancelOccurrences,
  editAll,
  editFollowing,
  editThis,
  type OccurrenceEdit,
  type RecordWrite,
  type Scope,
  type SeriesEdit,
  type SeriesRecords,
} from '#domain/appointment-edits.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type NewRecord, newRecord } from '#domain/new-record.ts'
import { timeOn } from '#domain/occurrences.ts'
import type { FieldsOf, RecordId, RecordKind } from '#domain/record-kind.ts'
import { dateOf } from '#domain/wall-clock.ts'
import type { DraftOp } from '#store/store.ts'
import type { Live } from '../live.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { type AppointmentResult, neverUseRefusal } from './never-use.ts'
import { orderKeys } from './order.ts'
import { putRecord, writeOps } from './record-writes.ts'
import type { CommandTools } from './tools.ts'

/** One occurrence, or with `original` null an appointment that does not repeat. */
export interface AppointmentTarget {
  readonly id: RecordId
  readonly original: IsoDate | null
}

export type Filler = NonNullable<Slot['filledBy']>

export interface SlotDraft {
  /** Null: a new one. */
  readonly id: RecordId | null
  readonly role: SlotRole
  readonly filledBy: Filler | null
  readonly note: string
}

/** What only Care may know; null where this laptop has no Care, or there is nothing to say. */
export type CareDraft = Pick<
  AppointmentPrivate,
  'title' | 'placeName' | 'address' | 'provider' | 'reason' | 'who' | 'notes'
>

export type AppointmentFields = Omit<
  Appointment,
  'id' | 'deleted' | 'sponsorship' | 'status' | 'outcome' | 'splitFrom'
>

export interface AppointmentDraft {
  readonly fields: AppointmentFields
  readonly slots: readonly SlotDraft[]
  readonly care: CareDraft | null
}

/** Who must never be there for somebody who attends is refused wherever this laptop knows of it: `never-use.ts`. */
export interface AppointmentCommands {
  addAppointment(
    sponsorship: RecordId,
    draft: AppointmentDraft,
  ): Promise<AppointmentResult & { readonly id: RecordId }>
  /** Only fields that differ are written; a repeat rule and a kind belong to the whole series. */
  editAppointment(
    target: AppointmentTarget,
    scope: Scope,
    draft: AppointmentDraft,
  ): Promise<AppointmentResult>
  /** Somebody takes a place, or gives it back (null); of one occurrence only. */
  fillSlot(target: AppointmentTarget, slotId: RecordId, filledBy: Filler | null): Promise<AppointmentResult>
  /** What came of it: done, missed, or planned again. */
  closeAppointment(
    target: AppointmentTarget,
    status: AppointmentState,
    outcome: Outcome,
  ): Promise<CommandResult>
  cancelAppointment(target: AppointmentTarget, scope: Scope): Promise<CommandResult>
  deleteAppointment(id: RecordId): Promise<CommandResult>
}

/** The operations alone, for whoever makes an appointment together with something else. */
export function newAppointmentOps(
  { newId }: Pick<CommandTools, 'newId'>,
  id: RecordId,
  sponsorship: RecordId,
  { fields, slots, care }: AppointmentDraft,
): readonly DraftOp[] {
  const keys = orderKeys(slots.length)
  return [
    createOp(appointment, id, { sponsorship, ...fields }),
    ...slots.map(({ role, filledBy, note }, i) =>
      createOp(slot, newId(), { appointment: id, role, filledBy, note, order: keys[i] ?? '' }),
    ),
    ...(care === null ? [] : [createOp(appointmentPrivate, privateId(id), { appointment: id, ...care })]),
  ]
}

export function createAppointmentCommands(tools: CommandTools): AppointmentCommands {
  const { gate, live, newId } = tools
  const series = (id: RecordId): SeriesRecords | null => {
    const of = live.get(appointment, id)
    if (of === undefined) return null
    const isOwn = (each: { readonly appointment: RecordId }) => each.appointment === id
    return {
      appointment: of,
      exceptions: live.records(appointmentException).filter(isOwn),
      slots: live.records(slot).filter(isOwn),
      privates: live.records(appointmentPrivate).filter(isOwn),
    }
  }
  const unknown = (id: RecordId): CommandResult => ({ ok: false, problem: { kind: 'unknown-record', id } })

  return {
    async addAppointment(sponsorship, draft) {
      const id = newId()
      const refusal = neverUseRefusal(live, draft.fields, draft.slots)
      if (refusal) return { ...refusal, id }
      return { ...(await gate.run('addAppointment', newAppointmentOps(tools, id, sponsorship, draft))), id }
    },
    async editAppointment(target, scope, draft) {
      const of = series(target.id)
      if (of === null) return unknown(target.id)
      const refusal = neverUseRefusal(live, draft.fields, draft.slots)
      if (refusal) return refusal
      const { repeat, kind, blocksWholeDay, ...own } = draft.fields
      const edit = changedOf(of, target, own)
      const wide: SeriesEdit = {
        ...edit,
        ...(same(repeat, of.appointment.repeat) ? {} : { repeat }),
        ...(kind === of.appointment.kind ? {} : { kind }),
        ...(blocksWholeDay === of.appointment.blocksWholeDay ? {} : { blocksWholeDay }),
      }
      const { original } = target
      const isSplit =
        scope === 'following' && original !== null && original > dateOf(of.appointment.time.start)
      if (isSplit) {
        const ids = { isTaken: (id: RecordId) => isTaken(tools, id), newId }
        const writes = withDraft(editFollowing(of, original, wide, ids), of, draft, newId)
        return gate.run(
          'editAppointment',
          writes.flatMap(write => writeOps(tools, write)),
        )
      }
      const writes =
        scope === 'this' && original !== null
          ? editThis(of.appointment, original, edit)
          : editAll(of, original, wide)
      const at: EditPlace = { id: target.id, original: scope === 'this' ? original : null }
      return gate.run('editAppointment', [
        ...writes.flatMap(write => writeOps(tools, write)),
        ...slotOps(tools, of, at, draft.slots),
        ...careOps(tools, at, draft.care),
      ])
    },
    async fillSlot(target, id, filledBy) {
      const found = live.get(slot, id)
      if (found === undefined) return unknown(id)
      const refusal = filledBy && neverUseRefusal(live, attendingAt(live, target), [{ filledBy }])
      if (refusal) return refusal
      return gate.run('fillSlot', onOccurrence(tools, target, found, { filledBy }))
    },
    async closeAppointment({ id, original }, status, outcome) {
      const of = live.get(appointment, id)
      if (of === undefined) return unknown(id)
      const writes = editThis(of, original, { status, outcome })
      return gate.run(
        'closeAppointment',
        writes.flatMap(write => writeOps(tools, write)),
      )
    },
    async cancelAppointment({ id, original }, scope) {
      const of = series(id)
      if (of === null) return unknown(id)
      const writes = cancelOccurrences(of, original, scope)
      return gate.run(
        'cancelAppointment',
        writes.flatMap(write => writeOps(tools, write)),
      )
    },
    deleteAppointment: id => gate.run('deleteAppointment', [{ op: 'delete', id }]),
  }
}

/** Those who go along were asked about when they were put down; a place is about who attends. */
function attendingAt(live: Live, { id, original }: AppointmentTarget) {
  const exception = original === null ? undefined : live.get(appointmentException, exceptionId(id, original))
  const attending = exception?.attending ?? live.get(appointment, id)?.attending ?? []
  return { attending, members: [] }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Against what the occurrence has now, so that a series' later change still reaches what was not touched here. */
function changedOf(
  { appointment: of, exceptions }: SeriesRecords,
  { original }: AppointmentTarget,
  fields: Omit<AppointmentFields, 'repeat' | 'kind' | 'blocksWholeDay'>,
): OccurrenceEdit {
  const exception = exceptions.find(each => each.original === original)
  const own = original === null ? of.time : timeOn(of, original)
  const now = (name: keyof typeof fields): unknown => exception?.[name] ?? (name === 'time' ? own : of[name])
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !same(value, now(name as keyof typeof fields))),
  )
}

const isTaken = ({ live }: CommandTools, id: RecordId): boolean =>
  [appointment, slot].some(
    kind => live.get(kind, id) !== undefined || live.trash(kind).some(each => each.id === id),
  )

/** Where places and notes are changed: one occurrence, or with `original` null the whole appointment. */
type EditPlace = AppointmentTarget

/** The series that *following* begins gets its places and its notes as the form has them, not as they were. */
function withDraft(
  writes: readonly RecordWrite[],
  series: SeriesRecords,
  { slots, care }: AppointmentDraft,
  newId: () => RecordId,
): readonly RecordWrite[] {
  const puts = writes.flatMap(write => (write.write === 'put' ? [write.record] : []))
  const begun = puts.find(({ kind }) => kind === appointment.kind)?.id ?? ''
  const isOfAll = ({ kind, fields }: NewRecord, of: RecordKind) =>
    kind === of.kind && fields['original'] === null
  const copies = puts.filter(record => isOfAll(record, slot))
  const copied = series.slots.filter(each => each.original === null && !each.deleted)
  const keys = orderKeys(slots.length)
  const placed = slots.map(({ id, role, filledBy, note }, i): NewRecord => {
    const copy = copies[copied.findIndex(each => each.id === id)]
    const fields = { appointment: begun, original: null, role, filledBy, note, order: keys[i] ?? '' }
    return newRecord(slot, copy?.id ?? newId(), fields)
  })
  const told =
    care === null ? [] : [newRecord(appointmentPrivate, privateId(begun), { appointment: begun, ...care })]
  const isReplaced = (record: NewRecord) =>
    isOfAll(record, slot) || (told.length > 0 && isOfAll(record, appointmentPrivate))
  return [
    ...writes.filter(write => write.write !== 'put' || !isReplaced(write.record)),
    ...[...placed, ...told].map(record => ({ write: 'put', record }) as const),
  ]
}

/** A place of one occurrence of a series is a record of its own, which stands in for the series' one. */
function onOccurrence(
  tools: CommandTools,
  { id, original }: AppointmentTarget,
  found: Slot,
  fields: Partial<FieldsOf<typeof slot>>,
): readonly DraftOp[] {
  if (original === null || found.original !== null) return setOps(slot, found.id, fields)
  const { id: _id, deleted: _deleted, ...own } = found
  return putRecord(tools, {
    kind: slot.kind,
    id: slotId(found.id, original),
    fields: { ...own, appointment: id, original, standsFor: found.id, ...fields },
  })
}

function slotOps(
  tools: CommandTools,
  series: SeriesRecords,
  place: EditPlace,
  wanted: readonly SlotDraft[],
): readonly DraftOp[] {
  const isSingle = place.original !== null
  const byId = new Map(series.slots.map(each => [each.id, each]))
  const keys = orderKeys(wanted.length)
  const kept = new Set(wanted.flatMap(each => each.id ?? []))
  const ops: DraftOp[] = []
  for (const [i, { id, role, filledBy, note }] of wanted.entries()) {
    const found = id === null ? undefined : byId.get(id)
    if (found === undefined) {
      const fields = { appointment: place.id, original: place.original, role, filledBy, note }
      ops.push(createOp(slot, tools.newId(), { ...fields, order: keys[i] ?? '' }))
    } else if (!same([role, filledBy, note], [found.role, found.filledBy, found.note]))
      ops.push(...onOccurrence(tools, place, found, { role, filledBy, note }))
  }
  const shown = series.slots.filter(each =>
    isSingle
      ? each.original === place.original || (each.original === null && !isStoodFor(series, each, place))
      : each.original === null,
  )
  for (const each of shown)
    if (!kept.has(each.id) && !each.notNeeded)
      ops.push(
        // Deleted, the series' place would stand there again.
        ...(isSingle && (each.original === null || each.standsFor !== null)
          ? onOccurrence(tools, place, each, { notNeeded: true })
          : [{ op: 'delete', id: each.id } as const]),
      )
  return ops
}

const isStoodFor = (series: SeriesRecords, of: Slot, { original }: EditPlace): boolean =>
  series.slots.some(each => each.standsFor === of.id && each.original === original)

function careOps(tools: CommandTools, place: EditPlace, care: CareDraft | null): readonly DraftOp[] {
  if (care === null) return []
  const { original } = place
  const id = privateId(place.id, original)
  const known = tools.live.get(appointmentPrivate, id)
  if (known === undefined && Object.values(care).every(text => text === '')) return []
  const now = known ?? tools.live.get(appointmentPrivate, privateId(place.id))
  const changed = Object.entries(care).filter(([name, text]) => now?.[name as keyof CareDraft] !== text)
  if (changed.length === 0) return []
  return putRecord(tools, {
    kind: appointmentPrivate.kind,
    id,
    fields: { appointment: place.id, original, ...care },
  })
}
