/**
 * A lease: from when to when, for how much, and which days of it somebody has to remember. Those days are tasks of the
 * plan; what hangs on the first day (`lease-start`) follows it when it is changed. Team, as homes are: it names a home
 * and a landlord, no person who lives there.
 */
import { z } from 'zod/mini'
import { coveredMonth } from './covers.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  type IsoDate,
  lastDay,
  monthLength,
  monthOf,
} from './dates.ts'
import { type Due, dueOn } from './due.ts'
import { cents, isoDate, longText, recordId, shortText, wholeFrom } from './fields.ts'
import type { Cents } from './money.ts'
import { defineKind, type RecordId, type RecordOf } from './record-kind.ts'
import { firstFrom, type RecurringSchedule } from './recurring.ts'

/** What happens on its last day. Empty: not known. */
export const leaseEnds = ['', 'goes-on', 'ends'] as const
export type LeaseEnd = (typeof leaseEnds)[number]

export const lease = defineKind({
  kind: 'lease',
  compartment: 'team',
  fields: {
    sponsorship: recordId,
    home: recordId,
    /** `to` null: from month to month. */
    dates: z.object({ from: isoDate, to: z.nullable(isoDate) }),
    /** They are agreed together, so they are one field. */
    terms: z.object({
      rentCents: cents,
      /** Of the month; in a shorter month its last day. */
      dueDay: wholeFrom(1, 31),
      depositCents: z.nullable(cents),
      lastMonthCents: z.nullable(cents),
    }),
    /** What is paid once for the part of a month that it begins with. Null: nothing apart from the rent of each month. */
    firstMonthCents: z.nullable(cents),
    /** An organization, better than a person: who stands for the rent. Empty: nobody. */
    guarantor: shortText,
    /** Renter's insurance: with whom, and the last day that is paid. */
    insurance: z.object({ with: shortText, paidTo: z.nullable(isoDate) }),
    /** So many days before the last one notice has to be given. Null: not known; it is never guessed. */
    noticeDays: z.nullable(wholeFrom(0, 366)),
    atEnd: z.enum(leaseEnds),
    note: longText,
  },
  defaults: {
    sponsorship: '',
    home: 'none',
    dates: { from: '2000-01-01', to: null },
    terms: { rentCents: 0, dueDay: 1, depositCents: null, lastMonthCents: null },
    firstMonthCents: null,
    guarantor: '',
    insurance: { with: '', paidTo: null },
    noticeDays: null,
    atEnd: '',
    note: '',
  },
  keepBoth: ['dates', 'terms'],
})
export type Lease = RecordOf<typeof lease>

/** Keys of tasks that only a lease makes; their words are `plan.item.<key>`, as those of the settlement plan. */
export const leaseTaskKeys = ['lease-notice', 'lease-renewal', 'lease-insurance'] as const
export type LeaseTaskKey = (typeof leaseTaskKeys)[number]

/** A month to talk it over with the household and the landlord before notice has to be given: our choice. */
const TALK_AHEAD_DAYS = 30
/** An insurer wants a few days: our choice. */
const INSURE_AHEAD_DAYS = 14

export interface LeaseTask {
  readonly key: LeaseTaskKey
  readonly due: Due
  /** Missing it costs the household something. */
  readonly hard: boolean
}

/** Only those whose day is known: nothing is reckoned from a notice period that nobody has entered. */
export function leaseTasks({
  dates,
  noticeDays,
  atEnd,
  insurance,
}: Pick<Lease, 'dates' | 'noticeDays' | 'atEnd' | 'insurance'>): readonly LeaseTask[] {
  const { to } = dates
  const before = (days: number): Due => dueOn(addDays(to ?? dates.from, -days))
  return [
    ...(to !== null && noticeDays !== null
      ? [{ key: 'lease-notice', due: before(noticeDays), hard: true } as const]
      : []),
    ...(to !== null && atEnd !== 'goes-on'
      ? [{ key: 'lease-renewal', due: before((noticeDays ?? 0) + TALK_AHEAD_DAYS), hard: false } as const]
      : []),
    ...(insurance.paidTo !== null
      ? [
          {
            key: 'lease-insurance',
            due: dueOn(addDays(insurance.paidTo, -INSURE_AHEAD_DAYS)),
            hard: true,
          } as const,
        ]
      : []),
  ]
}

/** One for each lease and key, on every laptop. */
export const leaseTaskId = (of: RecordId, key: LeaseTaskKey): RecordId => `${of}-${key}`

export interface FirstPart {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly days: number
  /** Of how many days the month is. */
  readonly of: number
}

/** The part of a month that a lease begins with. Null: it begins with a month, or with the day on which rent is due. */
export function firstPart({ from, to }: Lease['dates'], dueDay: number): FirstPart | null {
  const month = monthOf(from)
  const of = monthLength(month)
  const day = Number(from.slice(8))
  if (day === 1 || day === Math.min(dueDay, of)) return null
  const last = lastDay(month)
  const until = to !== null && to < last ? to : last
  return { from, to: until, days: daysBetween(from, until) + 1, of }
}

/** By the days of the month: a reckoning to begin with, and no law. Half cents go up. */
export const proratedRent = (rentCents: Cents, { days, of }: Pick<FirstPart, 'days' | 'of'>): Cents =>
  Math.round((rentCents * days) / of)

/** From when on the rent of each month is paid: after the part month, where that is paid for by itself. */
function rentFrom({
  dates: { from },
  terms: { dueDay },
  firstMonthCents,
}: Pick<Lease, 'dates' | 'terms' | 'firstMonthCents'>): IsoDate {
  const month = monthOf(from)
  const first = firstFrom({ every: 'month', day: dueDay }, from)
  // Rent that is due in the last days of the part month is the next month's.
  const isNext = coveredMonth(first, 'rent') > month
  return firstMonthCents === null || isNext ? first : firstDay(addMonths(month, 1))
}

/** A lease that goes on by itself is paid on. */
const rentEnds = ({ dates, atEnd }: Pick<Lease, 'dates' | 'atEnd'>): IsoDate | null =>
  atEnd === 'goes-on' ? null : dates.to

export type LeasePaid = Pick<Lease, 'dates' | 'terms' | 'firstMonthCents' | 'atEnd'>

/** The days on which the rent of each month is due. */
export function rentSchedule(of: LeasePaid): RecurringSchedule {
  const day = of.terms.dueDay
  return { every: 'month', start: firstFrom({ every: 'month', day }, rentFrom(of)), end: rentEnds(of), day }
}

/** Of what Money expects to be paid for it: the rent each month, and once what is paid ahead or for a part month. */
export const leasePayments = ['rent', 'first-month', 'deposit', 'last-month'] as const
export type LeasePayment = (typeof leasePayments)[number]

/** Positive; 0: it is not paid. */
export function leaseAmount(
  { terms, firstMonthCents }: Pick<Lease, 'terms' | 'firstMonthCents'>,
  payment: LeasePayment,
): Cents {
  switch (payment) {
    case 'rent':
      return terms.rentCents
    case 'first-month':
      return firstMonthCents ?? 0
    case 'deposit':
      return terms.depositCents ?? 0
    case 'last-month':
      return terms.lastMonthCents ?? 0
  }
}

/** Null: on the day that was agreed for it, which the lease does not keep. */
export function leaseSchedule(of: LeasePaid, payment: LeasePayment): RecurringSchedule | null {
  if (payment === 'first-month') return onceOn(of.dates.from)
  return payment === 'rent' ? rentSchedule(of) : null
}

/** What is paid once is a rule that begins and ends on one day. */
export const onceOn = (day: IsoDate): RecurringSchedule => ({
  every: 'year',
  start: day,
  end: day,
  day: Number(day.slice(8)),
})

export const leasePaymentId = (of: RecordId, payment: LeasePayment): RecordId => `${of}-${payment}`

/** Of the settlement plan: what a new home asks for, dated by the lease, or for the PR card by the landing. */
export const SETTLEMENT_KEYS = [
  'renter-insurance',
  'utilities',
  'move-in-check',
  'address-changes',
  'pr-address',
] as const
