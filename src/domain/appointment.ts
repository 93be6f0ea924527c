/**
 * Appointments. Team holds what a driver needs: when, the drop-off point, who comes, which places are to be filled. What
 * it is for, with whom and in which clinic is `appointment-private`, sealed with Care; the two share an id and nothing
 * else, and a title or place in Team is neutral.
 *
 * An appointment that repeats is one record; each occurrence that differs from it (moved, cancelled, done, with other
 * people) is an `appointment-exception`, named by the date on which the rule puts it. Its id follows from that date, so
 * that two laptops that change one occurrence write to one record. What an exception leaves null is as in the series.
 */
import { z } from 'zod/mini'
import type { IsoDate } from './dates.ts'
import { isoDate, longText, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'
import { isWallClock, weekdays } from './wall-clock.ts'
import { isZoneName } from './zone-clock.ts'

export const appointmentKinds = [
  'official',
  'school',
  'health',
  'language',
  'bank',
  'home',
  'work',
  'travel',
  'social',
  'meeting',
  'other',
] as const
export type AppointmentKind = (typeof appointmentKinds)[number]

export const appointmentStates = ['planned', 'done', 'cancelled', 'missed'] as const
export type AppointmentState = (typeof appointmentStates)[number]

export const repeatUnits = ['day', 'week', 'month'] as const
export type RepeatUnit = (typeof repeatUnits)[number]

export const slotRoles = ['driver', 'interpreter', 'child-care', 'papers', 'companion', 'other'] as const
export type SlotRole = (typeof slotRoles)[number]

/** So many times a series may name in its `count`; without one, or with `until`, it is expanded as far as is looked at. */
export const MAX_COUNT = 5_000

export const MAX_IMPORTED_DATES = 2_000

const wallClock = z.string().check(z.refine(isWallClock))
const wholeNumber = (least: number, most: number) =>
  z.number().check(z.refine(value => Number.isInteger(value) && value >= least && value <= most))
const figure = (most: number) => z.number().check(z.refine(value => value >= 0 && value <= most))

/**
 * Start and end on the wall in one zone. The end is not before the start. `allDay` runs from midnight to a later
 * midnight: one day ends at 00:00 of the next.
 */
export const appointmentTime = z
  .object({
    start: wallClock,
    end: wallClock,
    zone: z.string().check(z.refine(isZoneName)),
    allDay: z.boolean(),
  })
  .check(
    z.refine(({ start, end, allDay }) =>
      allDay ? end > start && start.endsWith('T00:00') && end.endsWith('T00:00') : end >= start,
    ),
  )
export type AppointmentTime = Readonly<z.output<typeof appointmentTime>>

/**
 * Every so many days, weeks or months from the day of the start. `weekdays` belong to weeks, and the start's own is one
 * of them said or not. With `nth` a month's day is the nth of those of its days that fall on one of `weekdays`, or of all
 * of its days where there are none; below zero it is counted from the month's end (-1 is the last). A month without the
 * day (31 June, a fifth Friday) is passed over. The last is on `until` at the latest, or after `count` times; never both.
 */
export const repeatRule = z
  .object({
    every: wholeNumber(1, 1_000),
    unit: z.enum(repeatUnits),
    weekdays: z.array(z.enum(weekdays)).check(z.maxLength(7)),
    nth: z.nullable(
      z.number().check(z.refine(value => Number.isInteger(value) && value !== 0 && Math.abs(value) <= 31)),
    ),
    until: z.nullable(isoDate),
    count: z.nullable(wholeNumber(1, MAX_COUNT)),
  })
  .check(
    z.refine(
      ({ unit, nth, until, count }) =>
        (nth === null || unit === 'month') && (until === null || count === null),
    ),
  )
export type RepeatRule = Readonly<z.output<typeof repeatRule>>

/** What came of it. The note is neutral too: what a doctor said goes into Care. */
const outcome = z.object({ km: figure(100_000), hours: figure(1_000), note: longText })
export type Outcome = Readonly<z.output<typeof outcome>>

const people = z.array(recordId).check(z.maxLength(50))
const travelMinutes = wholeNumber(0, 1_440)

export const appointment = defineKind({
  kind: 'appointment',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    kind: z.enum(appointmentKinds),
    title: shortText,
    time: appointmentTime,
    /** The drop-off point: a corner, a mall's entrance. Never a clinic's name. */
    place: shortText,
    /** Persons and support units, by id. */
    attending: people,
    /** Members who go along; who fills a place is in its slot. */
    members: people,
    preparation: longText,
    /** One way, from home. */
    travelMinutes,
    /** Nothing else that day for those who attend: a language assessment. */
    blocksWholeDay: z.boolean(),
    repeat: z.nullable(repeatRule),
    status: z.enum(appointmentStates),
    outcome,
    /** The series that this one was split off from when *this and all following* were changed. */
    splitFrom: z.nullable(recordId),
  },
  defaults: {
    sponsorship: '',
    kind: 'other',
    title: '',
    time: { start: '2000-01-01T09:00', end: '2000-01-01T10:00', zone: 'America/Toronto', allDay: false },
    place: '',
    attending: [],
    members: [],
    preparation: '',
    travelMinutes: 0,
    blocksWholeDay: false,
    repeat: null,
    status: 'planned',
    outcome: { km: 0, hours: 0, note: '' },
    splitFrom: null,
  },
  keepBoth: ['time', 'repeat'],
})
export type Appointment = RecordOf<typeof appointment>

export const appointmentException = defineKind({
  kind: 'appointment-exception',
  compartment: 'team',
  fields: {
    appointment: recordId,
    /** The date on which the rule puts this occurrence. */
    original: isoDate,
    title: z.nullable(shortText),
    time: z.nullable(appointmentTime),
    place: z.nullable(shortText),
    attending: z.nullable(people),
    members: z.nullable(people),
    preparation: z.nullable(longText),
    travelMinutes: z.nullable(travelMinutes),
    status: z.nullable(z.enum(appointmentStates)),
    outcome: z.nullable(outcome),
  },
  defaults: {
    appointment: '',
    original: '2000-01-01',
    title: null,
    time: null,
    place: null,
    attending: null,
    members: null,
    preparation: null,
    travelMinutes: null,
    status: null,
    outcome: null,
  },
  keepBoth: ['time'],
})
export type AppointmentException = RecordOf<typeof appointmentException>

/** A place that somebody fills, of an appointment or of each occurrence of a series. */
export const slot = defineKind({
  kind: 'slot',
  compartment: 'team',
  fields: {
    appointment: recordId,
    /** The one occurrence that it belongs to; null: the appointment, or every occurrence. */
    original: z.nullable(isoDate),
    /** The series' slot that this one stands in for on its occurrence. */
    standsFor: z.nullable(recordId),
    role: z.enum(slotRoles),
    filledBy: z.nullable(z.object({ kind: z.enum(['member', 'contact']), id: recordId })),
    /** On that one occurrence the place is not needed. */
    notNeeded: z.boolean(),
    note: shortText,
    order: orderKey,
  },
  defaults: {
    appointment: '',
    original: null,
    standsFor: null,
    role: 'other',
    filledBy: null,
    notNeeded: false,
    note: '',
    order: '',
  },
  keepBoth: ['filledBy'],
})
export type Slot = RecordOf<typeof slot>

/** What only Care may know of an appointment, or of one occurrence of it. */
export const appointmentPrivate = defineKind({
  kind: 'appointment-private',
  compartment: 'care',
  fields: {
    appointment: recordId,
    original: z.nullable(isoDate),
    title: shortText,
    placeName: shortText,
    address: shortText,
    provider: shortText,
    reason: longText,
    /** Who it is about, by name. */
    who: shortText,
    notes: longText,
    /**
     * As the calendar file that it came from had it last: tells a changed file from an unchanged one. `dates`: the
     * occurrences that the file moved or crossed out, so that they can be put back when it no longer does.
     */
    imported: z.nullable(
      z.object({
        sequence: wholeNumber(0, 2 ** 31 - 1),
        print: shortText,
        dates: z.array(isoDate).check(z.maxLength(MAX_IMPORTED_DATES)),
      }),
    ),
  },
  defaults: {
    appointment: '',
    original: null,
    title: '',
    placeName: '',
    address: '',
    provider: '',
    reason: '',
    who: '',
    notes: '',
    imported: null,
  },
})
export type AppointmentPrivate = RecordOf<typeof appointmentPrivate>

const digits = (date: IsoDate): string => date.replaceAll('-', '')

export const exceptionId = (of: RecordId, original: IsoDate): RecordId => `${of}.${digits(original)}`

/** The appointment that one occurrence of it, named by `exceptionId`, is of. */
export const seriesOf = (occurrence: RecordId): RecordId =>
  occurrence.slice(0, Math.max(0, occurrence.lastIndexOf('.')))

/** A series' slot as it is on one occurrence. */
export const slotId = (standsFor: RecordId, original: IsoDate): RecordId => `${standsFor}.${digits(original)}`

export const privateId = (of: RecordId, original: IsoDate | null = null): RecordId =>
  original === null ? `${of}.care` : `${of}.care.${digits(original)}`

/** Of the series that begins where *this and all following* was said, whoever says it. */
export const splitId = (of: Pick<Appointment, 'id' | 'splitFrom'>, original: IsoDate): RecordId =>
  `${of.splitFrom ?? of.id}.f${digits(original)}`
