/**
 * What a calendar import would do, event by event, as one immutable plan: shown, changed by toggles, applied exactly as
 * it stands.
 *
 * [Note: imported appointments have one id] The id of an event's appointment is an HMAC of its key, made by the vault as
 * for bank rows, so two laptops that import one calendar make the same records, the same file again adds nothing, and no
 * UID of a clinic's system is kept anywhere. `calendarKeyTexts` gives the texts, `planCalendarImport` takes the ids.
 *
 * [Note: what a stranger's calendar says is private] Of an event only its time goes to Team. Title, place and
 * description go to Care; a neutral title and a drop-off point are for people to write. An update writes over what came
 * from the file, and leaves alone what people have added.
 */
import {
  type Appointment,
  type AppointmentException,
  type AppointmentPrivate,
  type AppointmentState,
  appointment,
  appointmentException,
  appointmentPrivate,
  exceptionId,
  MAX_IMPORTED_DATES,
  privateId,
} from '#domain/appointment.ts'
import type { RecordWrite } from '#domain/appointment-edits.ts'
import type { IsoDate } from '#domain/dates.ts'
import { newRecord } from '#domain/new-record.ts'
import type { FieldsOf, RecordId, RecordKind } from '#domain/record-kind.ts'
import type { CalendarEvent, CalendarException } from './ics-events.ts'

export type CalendarRowState =
  | { readonly kind: 'new' }
  /**
   * Known, and the file says something else now. `revives`: it was crossed out here, and is not in the file. `isSplit`:
   * *this and all following* were changed here, which the file knows nothing of; left alone unless asked.
   */
  | { readonly kind: 'changed'; readonly revives: boolean; readonly isSplit: boolean }
  /** Known, and called off in the file. */
  | { readonly kind: 'called-off' }
  | { readonly kind: 'same' }
  /** The file has an earlier version than the one that was imported. */
  | { readonly kind: 'older' }
  /** Somebody has deleted it here since. */
  | { readonly kind: 'in-trash' }
  /** Called off before anybody here knew of it. */
  | { readonly kind: 'never-known' }
  /** An export of this program's own: what is in the group file already. */
  | { readonly kind: 'ours' }

export type CalendarChoice = 'take' | 'leave'

export interface CalendarRow {
  readonly event: CalendarEvent
  readonly id: RecordId
  readonly state: CalendarRowState
  readonly choice: CalendarChoice
  /** Occurrences that the last import moved or crossed out, and this file no longer does. */
  readonly putBack: readonly { readonly original: IsoDate; readonly uncross: boolean }[]
}

export interface CalendarPlan {
  readonly rows: readonly CalendarRow[]
  readonly counts: { readonly taking: number } & Readonly<Record<CalendarRowState['kind'], number>>
}

/** An appointment of the group's file that an import made. */
export interface KnownAppointment {
  readonly id: RecordId
  readonly deleted: boolean
  /** Already crossed out here. */
  readonly isCancelled: boolean
  /** Null: without Care, or never imported; then the file counts as changed. */
  readonly imported: AppointmentPrivate['imported']
  /** Occurrences that are crossed out here. */
  readonly crossedOut: readonly IsoDate[]
  /** Another appointment was split off from it. */
  readonly isSplit: boolean
}

/** What a plan has to know of the group's appointments; those in the trash are wanted too. */
export function knownAppointments(
  appointments: readonly Appointment[],
  exceptions: readonly AppointmentException[],
  privates: readonly AppointmentPrivate[],
): readonly KnownAppointment[] {
  const byId = new Map(privates.filter(each => !each.deleted).map(each => [each.id, each.imported]))
  const split = new Set(appointments.filter(each => !each.deleted).map(each => each.splitFrom))
  const crossedOut = new Map<RecordId, IsoDate[]>()
  for (const { deleted, status, appointment: of, original } of exceptions) {
    if (deleted || status !== 'cancelled') continue
    crossedOut.set(of, [...(crossedOut.get(of) ?? []), original])
  }
  return appointments.map(({ id, deleted, status }) => ({
    id,
    deleted,
    isCancelled: status === 'cancelled',
    imported: byId.get(privateId(id)) ?? null,
    crossedOut: crossedOut.get(id) ?? [],
    isSplit: split.has(id),
  }))
}

export const calendarKeyTexts = (events: readonly CalendarEvent[]): readonly string[] =>
  events.map(event => event.key)

const OWN_UID = /@calendar\.invalid$/

export function planCalendarImport(input: {
  readonly events: readonly CalendarEvent[]
  /** Ids for `calendarKeyTexts(events)`, in the same order. */
  readonly ids: readonly RecordId[]
  readonly known: readonly KnownAppointment[]
}): CalendarPlan {
  if (input.ids.length !== input.events.length) throw new Error('one id is needed for each event')
  const known = new Map(input.known.map(each => [each.id, each]))
  return finishPlan(
    input.events.map((event, i): CalendarRow => {
      const id = input.ids[i] ?? ''
      const state = stateOf(event, known.get(id))
      const isTaken =
        state.kind === 'new' || state.kind === 'called-off' || (state.kind === 'changed' && !state.isSplit)
      return {
        event,
        id,
        state,
        choice: isTaken ? 'take' : 'leave',
        putBack: putBackOf(event, known.get(id)),
      }
    }),
  )
}

function stateOf(event: CalendarEvent, known: KnownAppointment | undefined): CalendarRowState {
  if (OWN_UID.test(event.uid)) return { kind: 'ours' }
  if (known === undefined) return { kind: event.cancelled ? 'never-known' : 'new' }
  if (known.deleted) return { kind: event.cancelled ? 'never-known' : 'in-trash' }
  const { imported, isCancelled, isSplit } = known
  if (imported !== null && imported.print === printOf(event)) return { kind: 'same' }
  if (imported !== null && event.sequence < imported.sequence) return { kind: 'older' }
  if (event.cancelled) return { kind: isCancelled ? 'same' : 'called-off' }
  return { kind: 'changed', revives: isCancelled, isSplit }
}

/** Occurrences that the file itself moves or crosses out. */
const datesSet = ({ exceptions }: CalendarEvent): readonly IsoDate[] =>
  exceptions.filter(each => each.cancelled || each.time !== null).map(each => each.original)

function putBackOf(event: CalendarEvent, known: KnownAppointment | undefined): CalendarRow['putBack'] {
  const now = new Set(datesSet(event))
  return (known?.imported?.dates ?? [])
    .filter(date => !now.has(date))
    .map(original => ({ original, uncross: known?.crossedOut.includes(original) === true }))
}

/** What a person may choose for a row in this state. */
export function calendarChoices({ kind }: CalendarRowState): readonly CalendarChoice[] {
  return kind === 'same' || kind === 'never-known' || kind === 'ours' ? ['leave'] : ['take', 'leave']
}

/** The plan with another choice for one row; the same plan when the row does not allow it. */
export function withCalendarChoice(plan: CalendarPlan, index: number, choice: CalendarChoice): CalendarPlan {
  const row = plan.rows[index]
  if (!row || row.choice === choice || !calendarChoices(row.state).includes(choice)) return plan
  return finishPlan(plan.rows.with(index, { ...row, choice }))
}

function finishPlan(rows: readonly CalendarRow[]): CalendarPlan {
  const count = (kind: CalendarRowState['kind']): number => rows.filter(row => row.state.kind === kind).length
  return Object.freeze({
    rows: Object.freeze(rows.map(row => Object.freeze(row))),
    counts: {
      taking: rows.filter(row => row.choice === 'take').length,
      new: count('new'),
      changed: count('changed'),
      'called-off': count('called-off'),
      same: count('same'),
      older: count('older'),
      'in-trash': count('in-trash'),
      'never-known': count('never-known'),
      ours: count('ours'),
    },
  })
}

/** The records of the rows that are taken. Needs Care: see [Note: what a stranger's calendar says is private]. */
export function calendarWrites(
  plan: CalendarPlan,
  whose: Pick<FieldsOf<typeof appointment>, 'sponsorship' | 'attending'>,
): readonly RecordWrite[] {
  return plan.rows.filter(row => row.choice === 'take').flatMap(row => rowWrites(row, whose))
}

function rowWrites(
  { event, id, state, putBack }: CalendarRow,
  whose: Pick<FieldsOf<typeof appointment>, 'sponsorship' | 'attending'>,
): readonly RecordWrite[] {
  const status: AppointmentState = event.cancelled ? 'cancelled' : 'planned'
  const imported = importedOf(event)
  if (state.kind === 'called-off')
    return [
      { write: 'set', id, fields: { status } },
      put(appointmentPrivate, privateId(id), { appointment: id, imported }),
    ]
  // A known one that was driven stays so; one that was crossed out and goes on in the file must not be missed.
  const isSaid = event.cancelled || state.kind !== 'changed' || state.revives
  const own = { time: event.time, repeat: event.repeat, ...(isSaid ? { status } : {}) } as const
  const texts = { title: event.title, placeName: event.place, notes: event.description }
  return [
    put(appointment, id, state.kind === 'new' ? { ...whose, ...own } : own),
    put(appointmentPrivate, privateId(id), { appointment: id, ...texts, imported }),
    ...putBack.map(({ original, uncross }) => {
      const fields = { appointment: id, original, time: null, ...(uncross ? { status: null } : {}) }
      return put(appointmentException, exceptionId(id, original), fields)
    }),
    ...event.exceptions.flatMap(each => exceptionWrites(each, id)),
  ]
}

function exceptionWrites(each: CalendarException, id: RecordId): readonly RecordWrite[] {
  const { original, time, cancelled, title, place, description } = each
  const changed = {
    ...(time === null ? {} : { time }),
    ...(cancelled ? ({ status: 'cancelled' } as const) : {}),
  }
  const told = {
    ...(title === null ? {} : { title }),
    ...(place === null ? {} : { placeName: place }),
    ...(description === null ? {} : { notes: description }),
  }
  const named = { appointment: id, original }
  const isChanged = Object.keys(changed).length > 0
  const isTold = Object.keys(told).length > 0
  return [
    ...(isChanged ? [put(appointmentException, exceptionId(id, original), { ...named, ...changed })] : []),
    ...(isTold ? [put(appointmentPrivate, privateId(id, original), { ...named, ...told })] : []),
  ]
}

/** What is kept of a file to know its next version by. */
export const importedOf = (event: CalendarEvent): NonNullable<AppointmentPrivate['imported']> => ({
  sequence: event.sequence,
  print: printOf(event),
  dates: datesSet(event).slice(0, MAX_IMPORTED_DATES),
})

function put<K extends RecordKind>(kind: K, id: RecordId, fields: Partial<FieldsOf<K>>): RecordWrite {
  return { write: 'put', record: newRecord(kind, id, fields) }
}

/** The same for two files that say the same of an event, whatever number they give its version. */
function printOf({ time, repeat, cancelled, title, place, description, exceptions }: CalendarEvent): string {
  const dates = exceptions.map(({ row: _row, ...each }) => each)
  return hash64(JSON.stringify([time, repeat, cancelled, title, place, description, dates]))
}

/** Tells texts apart and protects nothing (FNV-1a, twice): it is sealed with Care like the texts. */
function hash64(text: string): string {
  let [first, second] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ (code + at), 0x01000193)
  }
  return [first, second].map(part => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
