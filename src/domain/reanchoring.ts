/**
 * Moving an arrival: what would move, by how much, what stays and why, and what to look at before it is done. What is
 * applied is what was shown: the new timing of the arrival, and a pin for each date that the person holds or lets go.
 * Everything else follows by itself (`due-date.ts`), so one undo takes it all back.
 */
import { type Absence, awayOn } from './absence.ts'
import type { PlanArrival, PlanContext } from './anchor.ts'
import { daysBetween, type IsoDate } from './dates.ts'
import { type AnchoredDue, type Due, pinDue, unpinDue } from './due.ts'
import { byDueDate, type DueDate, isPast } from './due-date.ts'
import type { Json } from './json.ts'
import { dateOfItem, type PlanItem } from './plan-item.ts'
import type { RecordId } from './record-kind.ts'
import type { Arrival } from './sponsorship.ts'
import { type WhyOff, whyOff } from './working-days.ts'

export type WhyStays =
  /** Done or dropped. */
  | 'closed'
  | 'no-due'
  | 'fixed'
  | 'pinned'
  /** It hangs on a lease, or on another arrival. */
  | 'other-anchor'
  /** No date before and none after. */
  | 'no-date-yet'
  /** It hangs on this arrival, and the date is the same: the end of support was entered, or the day did not change. */
  | 'same-date'

export type Change =
  | { readonly kind: 'moves'; readonly from: IsoDate; readonly to: IsoDate; readonly days: number }
  | { readonly kind: 'gets-date'; readonly to: IsoDate }
  | { readonly kind: 'loses-date'; readonly from: IsoDate }
  /** Into a window, or from one to another. */
  | { readonly kind: 'window'; readonly from: IsoDate; readonly to: IsoDate }
  /** From a window to nothing. */
  | { readonly kind: 'loses-window' }
  | { readonly kind: 'stays'; readonly why: WhyStays }

export interface Outcome {
  readonly will: DueDate
  readonly change: Change
  /** The new date is a weekend or a holiday. */
  readonly dayOff: WhyOff | null
  /** Whoever of its people is away on the new date. */
  readonly away: readonly RecordId[]
  readonly overdue: 'no' | 'becomes' | 'was' | 'no-longer'
}

export type Choice = 'hold' | 'let-go'

export interface PreviewRow<Item extends PlanItem> {
  readonly item: Item
  readonly was: DueDate
  readonly outcome: Outcome
  /** What the person may choose for it: to hold the date that it has, or to let go one that is held. */
  readonly other: { readonly choice: Choice; readonly due: Due; readonly outcome: Outcome } | null
}

/** What any change of that on which dates hang does to a plan. */
export interface PlanPreview<Item extends PlanItem> {
  /** By the date that they will have. */
  readonly rows: readonly PreviewRow<Item>[]
}

export interface ReanchoringPreview<Item extends PlanItem> extends PlanPreview<Item> {
  readonly arrival: RecordId
  readonly from: Arrival['timing']
  readonly to: Arrival['timing']
  /** The last day of support that is entered by hand, before and after. */
  readonly ends: { readonly from: IsoDate | null; readonly to: IsoDate | null }
}

export interface Reanchoring<Item extends PlanItem> {
  /** Of the arrival's sponsorship. */
  readonly items: readonly Item[]
  readonly context: PlanContext
  /** One of the context's arrivals. */
  readonly arrival: RecordId
  readonly timing: Arrival['timing']
  /** Absent: as it is. */
  readonly supportEndsOverride?: IsoDate | null
  readonly absences: readonly Absence[]
  readonly today: IsoDate
}

export function previewReanchoring<Item extends PlanItem>(
  asked: Reanchoring<Item>,
): ReanchoringPreview<Item> {
  const { context, arrival, timing } = asked
  const moved = context.arrivals.find(each => each.id === arrival)
  if (!moved) throw new Error('the arrival is not of this plan')
  const { supportEndsOverride = moved.supportEndsOverride } = asked
  const ends = { from: moved.supportEndsOverride, to: supportEndsOverride }
  const tools: PlanChange = {
    before: context,
    after: withTiming(context, moved, timing, ends.to),
    arrival,
    absences: asked.absences,
    today: asked.today,
  }
  return {
    arrival,
    from: moved.timing,
    to: timing,
    ends,
    rows: previewRows(asked.items, tools),
  }
}

export const previewRows = <Item extends PlanItem>(
  items: readonly Item[],
  change: PlanChange,
): readonly PreviewRow<Item>[] =>
  items.map(item => rowOf(item, change)).toSorted((a, b) => byDueDate(a.outcome.will, b.outcome.will))

export const withTiming = (
  context: PlanContext,
  arrival: Pick<PlanArrival, 'id'>,
  timing: Arrival['timing'],
  ends?: IsoDate | null,
): PlanContext => ({
  ...context,
  arrivals: context.arrivals.map(each =>
    each.id === arrival.id
      ? { ...each, timing, supportEndsOverride: ends === undefined ? each.supportEndsOverride : ends }
      : each,
  ),
})

export interface PlanChange {
  readonly before: PlanContext
  readonly after: PlanContext
  /** Null: the change is of all of them, as of the sponsorship's months. */
  readonly arrival: RecordId | null
  readonly absences: readonly Absence[]
  readonly today: IsoDate
}

function rowOf<Item extends PlanItem>(item: Item, tools: PlanChange): PreviewRow<Item> {
  const was = dateOfItem(item, tools.before)
  const outcome = outcomeOf(item, was, dateOfItem(item, tools.after), tools)
  return { item, was, outcome, other: otherOf(item, was, outcome, tools) }
}

function otherOf(
  item: PlanItem,
  was: DueDate,
  outcome: Outcome,
  tools: PlanChange,
): PreviewRow<PlanItem>['other'] {
  if (item.closed !== null || item.due.kind !== 'anchor' || !hangsOn(item.due, tools)) return null
  const held = item.due.pinned !== null
  if (!held && (was.kind !== 'date' || outcome.change.kind === 'stays')) return null
  const due = held ? unpinDue(item.due) : was.kind === 'date' ? pinDue(item.due, was.date) : item.due
  const changed = { ...item, due }
  return {
    choice: held ? 'let-go' : 'hold',
    due,
    outcome: outcomeOf(changed, was, dateOfItem(changed, tools.after), tools),
  }
}

function outcomeOf(item: PlanItem, was: DueDate, will: DueDate, tools: PlanChange): Outcome {
  const change = changeOf(item, was, will, tools)
  if (item.closed !== null) return { will, change, dayOff: null, away: [], overdue: 'no' }
  const date = will.kind === 'date' ? will.date : null
  return {
    will,
    change,
    dayOff: date === null ? null : whyOff(date, tools.after.province),
    away: date === null ? [] : awayOn(date, item.members, tools.absences),
    overdue: overdueOf(isPast(was, tools.today), isPast(will, tools.today)),
  }
}

function overdueOf(was: boolean, will: boolean): Outcome['overdue'] {
  if (will) return was ? 'was' : 'becomes'
  return was ? 'no-longer' : 'no'
}

function changeOf(item: PlanItem, was: DueDate, will: DueDate, tools: PlanChange): Change {
  const [from, to] = [spanOf(was), spanOf(will)]
  if (from?.from === to?.from && from?.to === to?.to) return { kind: 'stays', why: whyStays(item, tools) }
  if (will.kind === 'window') return { kind: 'window', from: will.from, to: will.to }
  if (will.kind === 'date')
    return was.kind === 'date'
      ? { kind: 'moves', from: was.date, to: will.date, days: daysBetween(was.date, will.date) }
      : { kind: 'gets-date', to: will.date }
  return was.kind === 'date' ? { kind: 'loses-date', from: was.date } : { kind: 'loses-window' }
}

function spanOf(date: DueDate): { readonly from: IsoDate; readonly to: IsoDate } | null {
  if (date.kind === 'date') return { from: date.date, to: date.date }
  return date.kind === 'window' ? date : null
}

function whyStays(item: PlanItem, tools: PlanChange): WhyStays {
  if (item.closed !== null) return 'closed'
  switch (item.due.kind) {
    case 'none':
      return 'no-due'
    case 'date':
      return 'fixed'
    case 'anchor':
      if (item.due.pinned !== null) return 'pinned'
      if (!hangsOn(item.due, tools)) return 'other-anchor'
      return dateOfItem(item, tools.after).kind === 'unknown' ? 'no-date-yet' : 'same-date'
  }
}

const hangsOn = (due: AnchoredDue, { after, arrival }: PlanChange): boolean =>
  arrival === null || (due.anchor !== 'lease-start' && (due.arrival ?? after.arrivals[0]?.id) === arrival)

export type Choices = ReadonlyMap<RecordId, Choice>

/** What comes of a row as it was chosen; a choice that the row does not offer is none. */
export function chosenOutcome<Item extends PlanItem>(row: PreviewRow<Item>, choices: Choices): Outcome {
  return row.other && choices.get(row.item.id) === row.other.choice ? row.other.outcome : row.outcome
}

export interface ReanchoringTotals {
  readonly moves: number
  /** Of those that move, the fewest and the most days; null: none does. */
  readonly days: { readonly least: number; readonly most: number } | null
  readonly getDate: number
  readonly loseDate: number
  readonly windows: number
  readonly stays: Readonly<Record<WhyStays, number>>
  /** Of those whose date changes. */
  readonly onWeekend: number
  readonly onHoliday: number
  /** Different people who are away on a date that changes. */
  readonly away: number
  readonly becomeOverdue: number
  readonly wereOverdue: number
}

export function totalsOf<Item extends PlanItem>(
  preview: PlanPreview<Item>,
  choices: Choices,
): ReanchoringTotals {
  const outcomes = preview.rows.map(row => chosenOutcome(row, choices))
  const of = (kind: Change['kind']): number => outcomes.filter(each => each.change.kind === kind).length
  const days = outcomes.flatMap(each => (each.change.kind === 'moves' ? [each.change.days] : []))
  const dated = outcomes.filter(each => each.change.kind === 'moves' || each.change.kind === 'gets-date')
  const stays: Record<WhyStays, number> = {
    closed: 0,
    'no-due': 0,
    fixed: 0,
    pinned: 0,
    'other-anchor': 0,
    'no-date-yet': 0,
    'same-date': 0,
  }
  for (const { change } of outcomes) if (change.kind === 'stays') stays[change.why] += 1
  return {
    moves: days.length,
    days: days.length === 0 ? null : { least: Math.min(...days), most: Math.max(...days) },
    getDate: of('gets-date'),
    loseDate: of('loses-date') + of('loses-window'),
    windows: of('window'),
    stays,
    onWeekend: dated.filter(each => each.dayOff?.kind === 'weekend').length,
    onHoliday: dated.filter(each => each.dayOff?.kind === 'holiday').length,
    away: new Set(dated.flatMap(each => each.away)).size,
    becomeOverdue: outcomes.filter(each => each.overdue === 'becomes').length,
    wereOverdue: outcomes.filter(each => each.overdue === 'was').length,
  }
}

/** One field of a record to be written, and what it had when the preview was made. */
export interface FieldWrite {
  readonly kind: string
  readonly id: RecordId
  readonly field: string
  readonly value: Json
  readonly was: Json
}

/** All that is written, for one change: the arrival's timing and the dates that are held or let go. */
export function applyReanchoring<Item extends PlanItem>(
  preview: ReanchoringPreview<Item>,
  choices: Choices,
): readonly FieldWrite[] {
  const { arrival: id, from, to, ends } = preview
  const timing = sameTiming(from, to) ? [] : [{ kind: 'arrival', id, field: 'timing', value: to, was: from }]
  const end =
    ends.from === ends.to
      ? []
      : [{ kind: 'arrival', id, field: 'supportEndsOverride', value: ends.to, was: ends.from }]
  return [...timing, ...end, ...pinsOf(preview, choices)]
}

/** The dates that are held or let go. */
export const pinsOf = <Item extends PlanItem>(
  { rows }: PlanPreview<Item>,
  choices: Choices,
): readonly FieldWrite[] =>
  rows.flatMap(({ item, other }) =>
    other && choices.get(item.id) === other.choice
      ? [{ kind: item.kind, id: item.id, field: 'due', value: other.due, was: item.due }]
      : [],
  )

const sameTiming = (a: Arrival['timing'], b: Arrival['timing']): boolean =>
  a.state === b.state &&
  a.from === b.from &&
  a.to === b.to &&
  a.expected === b.expected &&
  a.landed === b.landed &&
  a.reached === b.reached
