/**
 * When something is due: on a date, or so many days, working days, weeks or months from an anchor, or not said. What is
 * kept is the wish; the date is worked out from it each time (`docs/adr/0011-anchored-dates-are-derived.md`), so that an
 * arrival that slips takes along every task that hangs on it, on every laptop, also tasks made elsewhere meanwhile.
 *
 * *Pinned*: the date is held though the anchor moves. The anchor is kept beside it, so that it can be let go again.
 */
import { z } from 'zod/mini'
import type { IsoDate } from './dates.ts'
import { isoDate, recordId, wholeFrom } from './fields.ts'
import type { RecordId } from './record-kind.ts'

export const anchors = [
  'arrival',
  'landing',
  'lease-start',
  'support-end',
  'support-month',
  'tax-day',
] as const
/**
 * `arrival`: the day from which support is counted – they reached us; before that the expected day. `landing`: the day
 * on the COPR, from which deadlines of law are counted. `support-month`: the first day of that month; the month after
 * the last is the day after support ends. `tax-day`: 30 April of the year after landing, when the first tax return is
 * due (unverified; people who run a business have longer).
 */
export type Anchor = (typeof anchors)[number]

/** Which arrival or lease an anchor means; null: the first of the sponsorship. */
export interface AnchorOf {
  readonly anchor: Anchor
  readonly arrival: RecordId | null
  readonly lease: RecordId | null
  /** Of a support month, 1 to 37; null stands for 1. Other anchors have none. */
  readonly month: number | null
}

export const dueUnits = ['days', 'working-days', 'weeks', 'months'] as const
export type DueUnit = (typeof dueUnits)[number]

/** What becomes of a date on a weekend or a holiday. */
export const dayOffRules = ['keep', 'before', 'after'] as const
export type DayOffRule = (typeof dayOffRules)[number]

/** Ten years of days: more is a mistake of typing. */
export const MOST_OFFSET = 3660

export const due = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('date'), date: isoDate }),
  z.object({
    kind: z.literal('anchor'),
    anchor: z.enum(anchors),
    arrival: z.nullable(recordId),
    lease: z.nullable(recordId),
    month: z.nullable(wholeFrom(1, 37)),
    /** Negative: before the anchor. */
    offset: wholeFrom(-MOST_OFFSET, MOST_OFFSET),
    unit: z.enum(dueUnits),
    onDayOff: z.enum(dayOffRules),
    pinned: z.nullable(isoDate),
  }),
])
export type Due = z.output<typeof due>
export type AnchoredDue = Extract<Due, { readonly kind: 'anchor' }>

export const noDue: Due = { kind: 'none' }
export const dueOn = (date: IsoDate): Due => ({ kind: 'date', date })

/** So far from an anchor: of the first arrival or lease, the date as it falls, not pinned, unless said otherwise. */
export const dueFrom = (
  anchor: Anchor,
  offset: number,
  unit: DueUnit,
  rest: Partial<Pick<AnchoredDue, 'arrival' | 'lease' | 'month' | 'onDayOff' | 'pinned'>> = {},
): AnchoredDue => ({
  kind: 'anchor',
  anchor,
  arrival: null,
  lease: null,
  month: null,
  offset,
  unit,
  onDayOff: 'keep',
  pinned: null,
  ...rest,
})

/** Holds the date though its anchor moves. A fixed date needs no holding, and none that is not there can be held. */
export const pinDue = (due: Due, date: IsoDate): Due =>
  due.kind === 'anchor' ? { ...due, pinned: date } : due

/** Lets it follow its anchor again. */
export const unpinDue = (due: Due): Due => (due.kind === 'anchor' ? { ...due, pinned: null } : due)
