/** The plan as it stands: each task with its date, its checklist's progress, and where it belongs in a list. */
import { absence } from '#domain/absence.ts'
import { groupPlanContext, type PlanContext, planContextOf } from '#domain/anchor.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { changedRecords, rememberPart } from '#domain/changed-part.ts'
import { type CheckItem, checkItem } from '#domain/check-item.ts'
import { type ClockPreview, previewClock } from '#domain/clock-change.ts'
import { addDays, type IsoDate, weekdayOf } from '#domain/dates.ts'
import { type DueDate, earliestOf, isPast } from '#domain/due-date.ts'
import { groupedBy } from '#domain/grouped.ts'
import { person } from '#domain/household.ts'
import { lease } from '#domain/lease.ts'
import { member } from '#domain/member.ts'
import { dateOfItem, type PlanItem, planItemOfTask } from '#domain/plan-item.ts'
import { previewReanchoring, type ReanchoringPreview } from '#domain/reanchoring.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import {
  chooseSettlementPlan,
  householdOfArrival,
  type OfferedItem,
  type PlanChoice,
} from '#domain/settlement-plan.ts'
import { type Arrival, arrival, sponsorship } from '#domain/sponsorship.ts'
import { isClosed, type Task, task } from '#domain/task.ts'
import { currentSponsorship } from './commands/set-up.ts'
import type { Live } from './live.ts'

export const planGroups = [
  'overdue',
  'this-week',
  'next-week',
  'later',
  'no-date',
  'snoozed',
  'closed',
] as const
export type PlanGroup = (typeof planGroups)[number]

export const planColumns = ['open', 'doing', 'done'] as const
export type PlanColumn = (typeof planColumns)[number]

export interface PlannedTask {
  readonly task: Task
  readonly when: DueDate
  readonly group: PlanGroup
  /** On the board. */
  readonly column: PlanColumn
  readonly checks: { readonly done: number; readonly of: number }
  /** Of a task that is one arrival's among several: 1 for the first. Null: it is said nowhere. */
  readonly arrivalNumber: number | null
}

/** Of each sponsorship, by its id; tasks of none hang on no arrival. */
export function planContexts(live: Live): (of: RecordId | null) => PlanContext {
  return live.derive('plan contexts', [sponsorship, arrival, lease], () => {
    const arrivals = live.records(arrival)
    const leases = live.records(lease)
    const startsOf = (id: RecordId) =>
      new Map(leases.filter(each => each.sponsorship === id).map(each => [each.id, each.dates.from]))
    const known = new Map(
      live.records(sponsorship).map(each => [each.id, planContextOf(each, arrivals, startsOf(each.id))]),
    )
    const group = groupPlanContext(currentSponsorship({ live })?.province ?? '')
    return of => (of === null ? group : (known.get(of) ?? group))
  })
}

export const checkItemsByTask = (live: Live): ReadonlyMap<RecordId, readonly CheckItem[]> =>
  live.derive('check items by task', [checkItem], () =>
    groupedBy(live.records(checkItem).toSorted(byOrder), each => each.task),
  )

/**
 * What is open by date and then in its own order, then what is closed, the latest first. Of thousands of tasks one edit
 * changes one: the others are not looked at again.
 */
export const plannedTasks = (live: Live, today: IsoDate): readonly PlannedTask[] =>
  live.derive<Sorted>(`planned tasks ${today}`, [task, checkItem, sponsorship, arrival, lease], before => {
    const frame: Frame = { contextOf: planContexts(live), checks: checkItemsByTask(live), today }
    const tasks = live.records(task)
    const sorted =
      (before && patched(before, frame, tasks)) ??
      tasks.map(each => plannedTask(each, frame)).toSorted(inOrder)
    return { frame, tasks, sorted }
  }).sorted

/** All that a planned task is made of besides the task itself. */
interface Frame {
  readonly contextOf: (of: RecordId | null) => PlanContext
  readonly checks: ReadonlyMap<RecordId, readonly CheckItem[]>
  readonly today: IsoDate
}

interface Sorted {
  readonly frame: Frame
  readonly tasks: readonly Task[]
  readonly sorted: readonly PlannedTask[]
}

const MOST_PATCHED = 50

/** The list as it was with what is another now taken out and put in where it belongs. Null: too much is another. */
function patched(before: Sorted, frame: Frame, tasks: readonly Task[]): readonly PlannedTask[] | null {
  if (before.frame.contextOf !== frame.contextOf || before.frame.checks !== frame.checks) return null
  const changed = changedRecords(before.tasks, tasks, MOST_PATCHED)
  if (changed === null || changed.moved) return null
  const sorted = [...before.sorted]
  let [from, to] = [sorted.length, 0]
  for (const { before: old } of changed.records) {
    if (old === null) continue
    const at = sorted.indexOf(plannedTask(old, frame))
    sorted.splice(at, 1)
    ;[from, to] = [Math.min(from, at), Math.max(to, at)]
  }
  for (const { after } of changed.records) {
    if (after === null) continue
    const of = plannedTask(after, frame)
    const at = placeOf(sorted, of)
    sorted.splice(at, 0, of)
    ;[from, to] = [Math.min(from, at), Math.max(to, at)]
  }
  if (changed.records.length === 1 && sorted.length === before.sorted.length) {
    const [removed, added] = [before.sorted.slice(from, to + 1), sorted.slice(from, to + 1)]
    rememberPart(before.sorted, sorted, { start: from, removed, added })
  }
  return sorted
}

function placeOf(sorted: readonly PlannedTask[], of: PlannedTask): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const there = sorted[middle]
    if (there !== undefined && inOrder(there, of) <= 0) from = middle + 1
    else to = middle
  }
  return from
}

const NO_ITEMS: readonly CheckItem[] = []

interface Worked {
  readonly context: PlanContext
  readonly today: IsoDate
  readonly planned: PlannedTask
}

const worked = new WeakMap<Task, Worked>()

function plannedTask(of: Task, { contextOf, checks, today }: Frame): PlannedTask {
  const context = contextOf(of.sponsorship)
  const items = checks.get(of.id) ?? NO_ITEMS
  let done = 0
  for (const item of items) if (item.done) done += 1
  const known = worked.get(of)
  if (
    known !== undefined &&
    known.context === context &&
    known.today === today &&
    known.planned.checks.done === done &&
    known.planned.checks.of === items.length
  )
    return known.planned
  const when = dateOfItem(planItemOfTask(of), context)
  const planned: PlannedTask = {
    task: of,
    when,
    group: groupOf(of, when, today),
    column: columnOf(of),
    checks: { done, of: items.length },
    arrivalNumber: arrivalNumberOf(of, context),
  }
  worked.set(of, { context, today, planned })
  return planned
}

export const columnOf = (of: Task): PlanColumn =>
  isClosed(of) ? 'done' : of.status.state === 'doing' ? 'doing' : 'open'

/** What is open by date, then what is closed, the latest first. Without a date last, either way. */
function inOrder(a: PlannedTask, b: PlannedTask): number {
  const isClosedFirst = a.group === 'closed'
  if (isClosedFirst !== (b.group === 'closed')) return isClosedFirst ? 1 : -1
  const [first, second] = [earliestOf(a.when), earliestOf(b.when)]
  if (first === second) return byOrder(a.task, b.task)
  if (first === null || second === null) return first === null ? 1 : -1
  return first < second === isClosedFirst ? 1 : -1
}

function arrivalNumberOf({ due }: Task, { arrivals }: PlanContext): number | null {
  if (arrivals.length < 2 || due.kind !== 'anchor' || due.arrival === null) return null
  const at = arrivals.findIndex(each => each.id === due.arrival)
  return at < 0 ? null : at + 1
}

/** A week ends on Sunday. */
export function groupOf(of: Pick<Task, 'status' | 'snoozedUntil'>, when: DueDate, today: IsoDate): PlanGroup {
  if (isClosed(of)) return 'closed'
  if (isPutOff(of, today)) return 'snoozed'
  if (isPast(when, today)) return 'overdue'
  const date = earliestOf(when)
  if (date === null) return 'no-date'
  const sunday = addDays(today, 7 - weekdayOf(today))
  return date <= sunday ? 'this-week' : date <= addDays(sunday, 7) ? 'next-week' : 'later'
}

export const isPutOff = (of: Pick<Task, 'snoozedUntil'>, today: IsoDate): boolean =>
  of.snoozedUntil !== null && of.snoozedUntil > today

/** What the settlement plan would be for one arrival, and what of it is there. Null: the arrival is there no more. */
export function settlementChoice(live: Live, arrivalId: RecordId): PlanChoice | null {
  const of = live.get(arrival, arrivalId)
  const known = of && live.get(sponsorship, of.sponsorship)
  if (!of || !known) return null
  const first = arrivalsOf(live, known.id)[0]
  return {
    sponsorship: known,
    arrival: of,
    isFirst: first?.id === of.id,
    household: householdOfArrival(live.records(person), of.id),
    known: new Map([
      ...live.trash(task).map(each => [each.id, 'deleted'] as const),
      ...live.records(task).map(each => [each.id, 'there'] as const),
    ]),
  }
}

export function offeredPlan(live: Live, arrivalId: RecordId): readonly OfferedItem[] {
  return live.derive(`offered plan ${arrivalId}`, [task, person, sponsorship, arrival], () => {
    const choice = settlementChoice(live, arrivalId)
    return choice ? chooseSettlementPlan(choice) : []
  })
}

export function arrivalsOf(live: Live, of: RecordId): readonly Arrival[] {
  return live.derive(`arrivals of ${of}`, [arrival], () =>
    live
      .records(arrival)
      .filter(each => each.sponsorship === of)
      .toSorted(byOrder),
  )
}

export interface ArrivalMove {
  readonly arrival: RecordId
  readonly timing: Arrival['timing']
  readonly supportEndsOverride: Arrival['supportEndsOverride']
}

/** What moving an arrival would do to the tasks of its sponsorship. Null: it is there no more. */
export function previewMove(
  live: Live,
  move: ArrivalMove,
  today: IsoDate,
): ReanchoringPreview<PlanItem> | null {
  const of = live.get(arrival, move.arrival)
  if (!of) return null
  return previewReanchoring({
    items: live
      .records(task)
      .filter(each => each.sponsorship === of.sponsorship)
      .map(planItemOfTask),
    context: planContexts(live)(of.sponsorship),
    arrival: of.id,
    timing: move.timing,
    supportEndsOverride: move.supportEndsOverride,
    absences: live.records(absence),
    today,
  })
}

export interface ClockMove {
  readonly sponsorship: RecordId
  /** All that is saved, also what no date hangs on. */
  readonly fields: Partial<FieldsOf<typeof sponsorship>>
}

/** What other months or another province would do to the tasks of a sponsorship. Null: it is there no more. */
export function previewClockMove(
  live: Live,
  { sponsorship: id, fields }: ClockMove,
  today: IsoDate,
): ClockPreview<PlanItem> | null {
  const of = live.get(sponsorship, id)
  if (!of) return null
  const { province, supportMonths, monthKind } = { ...of, ...fields }
  return previewClock({
    sponsorship: id,
    items: live
      .records(task)
      .filter(each => each.sponsorship === id)
      .map(planItemOfTask),
    context: planContexts(live)(id),
    to: { province, supportMonths, monthKind },
    absences: live.records(absence),
    today,
  })
}

export interface Load {
  /** Null: tasks that nobody has. */
  readonly member: RecordId | null
  readonly open: number
  readonly overdue: number
  /** Of the open ones, those that are due until the end of next week. */
  readonly soon: number
  readonly helping: number
}

/** Who carries how many open tasks; members who left only while they still have some. */
export function loads(live: Live, today: IsoDate): readonly Load[] {
  return live.derive(`loads ${today}`, [task, checkItem, sponsorship, arrival, lease, member], () => {
    const open = plannedTasks(live, today).filter(each => each.group !== 'closed')
    const loadOf = (who: RecordId | null): Load => {
      const own = open.filter(each => each.task.owner === who)
      return {
        member: who,
        open: own.length,
        overdue: own.filter(each => isPast(each.when, today)).length,
        soon: own.filter(each => each.group === 'this-week' || each.group === 'next-week').length,
        helping: who === null ? 0 : open.filter(each => each.task.helpers.includes(who)).length,
      }
    }
    const members = live
      .records(member)
      .map(each => ({ load: loadOf(each.id), left: each.leftAt !== null }))
      .filter(({ load, left }) => !left || load.open + load.helping > 0)
    return [...members.map(each => each.load), loadOf(null)]
  })
}
