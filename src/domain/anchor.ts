/**
 * What a date of the plan hangs on: an arrival, a lease, the end of support. Before they are known an anchor is a window
 * or nothing; a date is never invented. How support is counted: `support-months.ts`.
 */
import { byOrder } from './budget-actual.ts'
import { addDays, addMonthsToDate, type IsoDate, yearOf } from './dates.ts'
import type { AnchorOf } from './due.ts'
import type { RecordId } from './record-kind.ts'
import { remembered } from './remembered.ts'
import type { Arrival, Province, Sponsorship } from './sponsorship.ts'
import {
  type ArrivalTiming,
  type Clock,
  type ClockStart,
  clockStart,
  supportEnds,
  supportMonths,
} from './support-months.ts'

export interface PlanArrival extends ArrivalTiming {
  readonly id: RecordId
}

/** All that dates of one sponsorship's plan are worked out from. */
export interface PlanContext {
  readonly province: Province
  readonly clock: Clock
  /** In their order, without deleted ones. */
  readonly arrivals: readonly PlanArrival[]
  /** By the lease's id. */
  readonly leaseStarts: ReadonlyMap<RecordId, IsoDate>
}

export type AnchorDay =
  | {
      readonly kind: 'date'
      readonly date: IsoDate
      /** False: expected, may still slip. */
      readonly certain: boolean
    }
  | { readonly kind: 'window'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'unknown'; readonly why: WhyUnknown }

export type WhyUnknown =
  | 'not-known-yet'
  /** Support was ended before that month. */
  | 'no-such-month'
  /** The arrival or lease is there no more. */
  | 'gone'

export function planContextOf(
  sponsorship: Pick<Sponsorship, 'id' | 'province'> & Clock,
  arrivals: readonly Arrival[],
  leaseStarts: PlanContext['leaseStarts'] = new Map(),
): PlanContext {
  return {
    province: sponsorship.province,
    clock: sponsorship,
    arrivals: arrivals.filter(each => !each.deleted && each.sponsorship === sponsorship.id).toSorted(byOrder),
    leaseStarts,
  }
}

/** For the group's own tasks, which hang on no arrival. */
export const groupPlanContext = (province: Province): PlanContext => ({
  province,
  clock: { supportMonths: 12, payerByMonth: [], monthKind: 'calendar' },
  arrivals: [],
  leaseStarts: new Map(),
})

const UNKNOWN = { kind: 'unknown', why: 'not-known-yet' } as const
const GONE = { kind: 'unknown', why: 'gone' } as const

/** Thousands of tasks hang on a few days: each is worked out once for a context, which never changes. */
const knownDays = remembered<PlanContext, Map<string, AnchorDay>>(() => new Map(), new WeakMap())

export function anchorDay(of: AnchorOf, context: PlanContext): AnchorDay {
  const known = knownDays(context)
  const key = `${of.anchor} ${of.month ?? 1} ${of.arrival ?? ''} ${of.lease ?? ''}`
  let day = known.get(key)
  if (day === undefined) {
    day = findAnchorDay(of, context)
    known.set(key, day)
  }
  return day
}

function findAnchorDay(of: AnchorOf, context: PlanContext): AnchorDay {
  if (of.anchor === 'lease-start') return leaseStart(of.lease, context.leaseStarts)
  const arrival =
    of.arrival === null ? context.arrivals[0] : context.arrivals.find(each => each.id === of.arrival)
  if (!arrival) return of.arrival === null ? UNKNOWN : GONE
  const day = dayOf(of, arrival, context.clock)
  if (day.kind !== 'unknown' || day.why !== 'not-known-yet') return day
  const { state, from, to } = arrival.timing
  if (state !== 'window' || from === null || to === null) return UNKNOWN
  const early = dayOf(of, expectedOn(arrival, from < to ? from : to), context.clock)
  const late = dayOf(of, expectedOn(arrival, from < to ? to : from), context.clock)
  return early.kind === 'date' && late.kind === 'date'
    ? { kind: 'window', from: early.date, to: late.date }
    : UNKNOWN
}

/** The same arrival as if it had been announced for that day. */
const expectedOn = (arrival: PlanArrival, day: IsoDate): PlanArrival => ({
  ...arrival,
  timing: { ...arrival.timing, state: 'notified', expected: day },
})

function dayOf(of: AnchorOf, arrival: PlanArrival, clock: Clock): AnchorDay {
  const start = clockStart(arrival)
  switch (of.anchor) {
    case 'landing':
      return landingOf(arrival, start)
    case 'tax-day': {
      const landing = landingOf(arrival, start)
      if (landing.kind !== 'date') return landing
      return { ...landing, date: `${yearOf(landing.date) + 1}-04-30` }
    }
    case 'support-end': {
      const end = supportEnds(clock, arrival)
      if (end === null) return UNKNOWN
      const certain = arrival.supportEndsOverride !== null || start?.certain === true
      return { kind: 'date', date: end, certain }
    }
    case 'support-month': {
      const date = startOfMonth(clock, arrival, of.month ?? 1)
      if (date !== null && start) return { kind: 'date', date, certain: start.certain }
      return start ? { kind: 'unknown', why: 'no-such-month' } : UNKNOWN
    }
    case 'arrival':
    case 'lease-start':
      return start ? { kind: 'date', ...start } : UNKNOWN
  }
}

function landingOf({ timing }: PlanArrival, start: ClockStart | null): AnchorDay {
  if (start && timing.landed !== null && timing.state !== 'notified')
    return { kind: 'date', date: timing.landed, certain: true }
  return start ? { kind: 'date', date: start.date, certain: false } : UNKNOWN
}

function startOfMonth(clock: Clock, arrival: PlanArrival, number: number): IsoDate | null {
  if (number <= clock.supportMonths) return supportMonths(clock, arrival)[number - 1]?.dates?.from ?? null
  const end = supportEnds(clock, arrival)
  return end && addMonthsToDate(addDays(end, 1), number - clock.supportMonths - 1)
}

/** Null: the first lease to begin. */
function leaseStart(lease: RecordId | null, starts: PlanContext['leaseStarts']): AnchorDay {
  if (lease !== null) {
    const date = starts.get(lease)
    return date === undefined ? GONE : { kind: 'date', date, certain: true }
  }
  const first = [...starts.values()].toSorted()[0]
  return first === undefined ? UNKNOWN : { kind: 'date', date: first, certain: true }
}
