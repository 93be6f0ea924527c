/**
 * Changing *this*, *this and all following*, or *all* occurrences of a repeating appointment, as writes to records: one
 * change, whoever commits it. What belongs to one date (exceptions, filled slots, notes in Care) goes along when the
 * series moves, and what is set for one occurrence stays as it was set.
 *
 * Ids follow from dates (`appointment.ts`), so two laptops that change the same occurrence, or split a series on the
 * same day, write to the same records and merge field by field.
 */
import {
  type Appointment,
  type AppointmentException,
  type AppointmentPrivate,
  type AppointmentTime,
  appointment,
  appointmentException,
  appointmentPrivate,
  exceptionId,
  privateId,
  type RepeatRule,
  type Slot,
  slot,
  slotId,
  splitId,
} from './appointment.ts'
import { addDays, epochDay, type IsoDate, monthLength, monthOf } from './dates.ts'
import { type NewRecord, newRecord } from './new-record.ts'
import { timeOn } from './occurrences.ts'
import type { FieldsOf, RecordId, RecordKind } from './record-kind.ts'
import { countBefore, isOccurrence, makesFirst, nthOf } from './recurrence.ts'
import { remembered } from './remembered.ts'
import { addToWall, dateOf, minuteNumber, weekdayNameOf, weekdays } from './wall-clock.ts'

export type RecordWrite =
  /**
   * Created; or, where the record is there already, taken out of the trash and written over with these fields. An
   * exception that comes out of the trash has nothing of its own but these.
   */
  | { readonly write: 'put'; readonly record: NewRecord }
  | { readonly write: 'set'; readonly id: RecordId; readonly fields: Partial<FieldsOf<typeof appointment>> }
  | { readonly write: 'delete'; readonly id: RecordId }

export type Scope = 'this' | 'following' | 'all'

/** Everything of one series that is to go along with it. Without Care `privates` is empty. */
export interface SeriesRecords {
  readonly appointment: Appointment
  readonly exceptions: readonly AppointmentException[]
  readonly slots: readonly Slot[]
  readonly privates: readonly AppointmentPrivate[]
}

/** What one occurrence can have of its own. `time` is that of the occurrence that is looked at, whatever the scope. */
export type OccurrenceEdit = Partial<
  Pick<
    Appointment,
    | 'title'
    | 'time'
    | 'place'
    | 'attending'
    | 'members'
    | 'preparation'
    | 'travelMinutes'
    | 'status'
    | 'outcome'
  >
>

/** What a series can have changed: all of it but what belongs to an occurrence. */
export type SeriesEdit = Partial<
  Omit<Appointment, 'id' | 'deleted' | 'status' | 'outcome' | 'splitFrom' | 'sponsorship'>
>

/** Only this occurrence; of an appointment that does not repeat (`original` null), the appointment. */
export function editThis(
  of: Appointment,
  original: IsoDate | null,
  edit: OccurrenceEdit,
): readonly RecordWrite[] {
  if (original === null) return [{ write: 'set', id: of.id, fields: edit }]
  const fields = { appointment: of.id, original, ...edit }
  return [{ write: 'put', record: newRecord(appointmentException, exceptionId(of.id, original), fields) }]
}

/** Every occurrence, past ones too; the edit is made on the one of `original`. */
export function editAll(
  series: SeriesRecords,
  original: IsoDate | null,
  edit: SeriesEdit,
): readonly RecordWrite[] {
  const of = series.appointment
  const moved = movedSeries(of, original ?? dateOf(of.time.start), edit)
  const writes: RecordWrite[] = [{ write: 'set', id: of.id, fields: moved.fields }]
  return moved.days === 0 ? writes : [...writes, ...carried(series, moved, null)]
}

/**
 * This occurrence and all after it: the series ends the day before, and another begins here. `ids.isTaken` asks whether
 * a record has this id already; then, when a series was split, moved, and is split on that date again, a new id is used.
 */
export function editFollowing(
  series: SeriesRecords,
  original: IsoDate,
  edit: SeriesEdit,
  ids: { readonly isTaken: (id: RecordId) => boolean; readonly newId: () => RecordId },
): readonly RecordWrite[] {
  const of = series.appointment
  if (of.repeat === null || original <= dateOf(of.time.start)) return editAll(series, original, edit)
  const free = (fixed: RecordId): RecordId => (ids.isTaken(fixed) ? ids.newId() : fixed)
  const id = free(splitId(of, original))
  const slotIdFor = remembered((old: RecordId) =>
    free(splitId({ id: rootOf(old), splitFrom: null }, original)),
  )
  const { id: _id, deleted: _deleted, ...fields } = of
  const rest = restOf(of, of.repeat, original)
  const moved = movedSeries({ ...of, ...rest }, original, edit)
  const begun = { ...fields, ...rest, ...moved.fields, splitFrom: of.splitFrom ?? of.id }
  return [
    { write: 'set', id: of.id, fields: { repeat: endedBefore(of.repeat, original) } },
    { write: 'put', record: newRecord(appointment, id, begun) },
    ...carried(series, moved, { to: id, from: original, slotIdFor }),
  ]
}

/** *This* and *all* are crossed out and stay to be seen; for *following* the series ends the day before. */
export function cancelOccurrences(
  series: SeriesRecords,
  original: IsoDate | null,
  scope: Scope,
): readonly RecordWrite[] {
  const of = series.appointment
  if (of.repeat === null || original === null || scope === 'this')
    return editThis(of, of.repeat === null ? null : original, { status: 'cancelled' })
  if (scope === 'all' || original <= dateOf(of.time.start))
    return [{ write: 'set', id: of.id, fields: { status: 'cancelled' } }]
  return [{ write: 'set', id: of.id, fields: { repeat: endedBefore(of.repeat, original) } }]
}

const endedBefore = (rule: RepeatRule, date: IsoDate): RepeatRule => ({
  ...rule,
  until: addDays(date, -1),
  count: null,
})

/** The series as it goes on from one of its dates. */
function restOf(of: Appointment, rule: RepeatRule, from: IsoDate): Pick<Appointment, 'time' | 'repeat'> {
  const before = countBefore(dateOf(of.time.start), rule, from)
  const days =
    rule.unit === 'week' ? [...new Set([...rule.weekdays, weekdayNameOf(dateOf(of.time.start))])] : null
  return {
    time: timeOn(of, from) ?? of.time,
    repeat: {
      ...rule,
      weekdays: days ?? rule.weekdays,
      count: rule.count === null ? null : Math.max(1, rule.count - before),
    },
  }
}

interface Moved {
  readonly fields: SeriesEdit
  /** By how many days the dates of the rule move. */
  readonly days: number
  readonly first: IsoDate
  readonly rule: RepeatRule | null
}

/** The edit of the occurrence on `original`, as an edit of the series: its rule follows a move to another day. */
function movedSeries(of: Appointment, original: IsoDate, edit: SeriesEdit): Moved {
  const { time, repeat, ...others } = edit
  const own = dateOf(of.time.start)
  if (time === undefined)
    return {
      fields: repeat === undefined ? others : { ...others, repeat },
      days: 0,
      first: own,
      rule: repeat === undefined ? of.repeat : repeat,
    }
  const days = epochDay(dateOf(time.start)) - epochDay(original)
  const series = shiftedTime(of.time, time, days)
  const first = dateOf(series.start)
  const rule = repeat === undefined ? shiftedRule(of.repeat, first, days) : repeat
  const isSameRule = repeat === undefined && days === 0
  return {
    fields: { ...others, time: series, ...(isSameRule ? {} : { repeat: rule }) },
    days,
    first,
    rule,
  }
}

/** The first occurrence, so many days later, with the time of day and the length of the one that was edited. */
function shiftedTime(first: AppointmentTime, edited: AppointmentTime, days: number): AppointmentTime {
  const start = addToWall(`${dateOf(first.start)}T${edited.start.slice(11)}`, { days })
  const minutes = minuteNumber(edited.end) - minuteNumber(edited.start)
  const end = start === null ? null : addToWall(start, { minutes })
  return start === null || end === null ? edited : { ...edited, start, end }
}

/** Of several days in every other week, those that a move takes across a Monday fall into the other week. */
function shiftedRule(rule: RepeatRule | null, first: IsoDate, days: number): RepeatRule | null {
  if (rule === null || days === 0) return rule
  const until = rule.until === null ? null : addDays(rule.until, days)
  if (rule.nth !== null) return { ...rule, ...nthLike(rule, rule.nth, first), until }
  const turned = rule.weekdays.map(day => weekdays[(weekdays.indexOf(day) + (days % 7) + 7) % 7] ?? day)
  return { ...rule, weekdays: turned, until }
}

/**
 * The last Friday that is moved to a Thursday becomes the last Thursday, if that is what the new day is; the last day of
 * the month that is moved to the day before becomes the last but one. A working day that is still one stays as it is.
 */
function nthLike(rule: RepeatRule, nth: number, first: IsoDate): Pick<RepeatRule, 'weekdays' | 'nth'> {
  const { weekdays: days } = rule
  if (days.length > 1 && makesFirst(first, rule)) return { weekdays: days, nth }
  const day = Number(first.slice(8, 10))
  if (days.length === 0) return { weekdays: [], nth: nth > 0 ? day : day - 1 - monthLength(monthOf(first)) }
  const isLast = nth === -1 && addDays(first, 7).slice(0, 7) !== first.slice(0, 7)
  return { weekdays: [weekdayNameOf(first)], nth: isLast ? -1 : nthOf(first) }
}

/** Writes of one change, each record once. */
function createMoves() {
  const puts = new Map<RecordId, NewRecord>()
  const gone = new Set<RecordId>()
  return {
    put<K extends RecordKind>(kind: K, id: RecordId, fields: FieldsOf<K>): void {
      puts.set(id, newRecord(kind, id, fields))
    },
    drop: (id: RecordId): unknown => gone.add(id),
    writes: (): readonly RecordWrite[] => [
      // A record may be written over by the one that moves into its place.
      ...[...gone].filter(id => !puts.has(id)).map(id => ({ write: 'delete', id }) as const),
      ...[...puts.values()].map(record => ({ write: 'put', record }) as const),
    ],
  }
}

interface Carry {
  readonly moves: ReturnType<typeof createMoves>
  /** The series that things go to. */
  readonly to: RecordId
  /** It is another one: what belongs to the whole series is copied, because the old one keeps its own. */
  readonly isOther: boolean
  /** Where the thing of a date goes: false, it is not concerned; null, the moved rule makes no such date. */
  readonly target: (original: IsoDate) => IsoDate | null | false
  readonly slotIdFor: (old: RecordId) => RecordId
}

/**
 * What belongs to a date goes along with the series by as many days. Where the moved rule makes no such date, what
 * happened stays where it was, and what was only planned is dropped. `split`: into another series, from a date on.
 */
function carried(
  series: SeriesRecords,
  moved: Moved,
  split: { readonly to: RecordId; readonly from: IsoDate; readonly slotIdFor: Carry['slotIdFor'] } | null,
): readonly RecordWrite[] {
  const carry: Carry = {
    moves: createMoves(),
    to: split?.to ?? series.appointment.id,
    isOther: split !== null,
    target: original => {
      if (split !== null && original < split.from) return false
      const date = addDays(original, moved.days)
      return isOccurrence(moved.first, moved.rule, date) ? date : null
    },
    slotIdFor: split?.slotIdFor ?? (old => old),
  }
  for (const each of series.exceptions) if (!each.deleted) carryException(each, carry)
  for (const each of series.slots) if (!each.deleted) carrySlot(each, carry)
  for (const each of series.privates) if (!each.deleted) carryPrivate(each, carry)
  return carry.moves.writes()
}

function carryException(
  { id, deleted: _, ...fields }: AppointmentException,
  { moves, to, target }: Carry,
): void {
  const date = target(fields.original)
  if (date === false) return
  const happened = fields.status === 'done' || fields.status === 'missed' || fields.outcome !== null
  if (date === null && happened) return
  moves.drop(id)
  if (date !== null)
    moves.put(appointmentException, exceptionId(to, date), { ...fields, appointment: to, original: date })
}

function carrySlot(
  { id, deleted: _, ...fields }: Slot,
  { moves, to, isOther, target, slotIdFor }: Carry,
): void {
  if (fields.original === null) {
    if (isOther) moves.put(slot, slotIdFor(id), { ...fields, appointment: to })
    return
  }
  const date = target(fields.original)
  if (date === false || date === null) return
  const standsFor = fields.standsFor === null ? null : slotIdFor(fields.standsFor)
  const moved = standsFor === null ? id : slotId(standsFor, date)
  if (moved !== id) moves.drop(id)
  moves.put(slot, moved, { ...fields, appointment: to, standsFor, original: date })
}

function carryPrivate(
  { id, deleted: _, ...fields }: AppointmentPrivate,
  { moves, to, isOther, target }: Carry,
): void {
  if (fields.original === null) {
    if (isOther) moves.put(appointmentPrivate, privateId(to), { ...fields, appointment: to, imported: null })
    return
  }
  const date = target(fields.original)
  if (date === false || date === null) return
  moves.drop(id)
  moves.put(appointmentPrivate, privateId(to, date), { ...fields, appointment: to, original: date })
}

/** Ids of split slots name the first one, or they would grow with each split. */
const rootOf = (id: RecordId): RecordId => id.replace(/\.f\d{8}$/, '')
