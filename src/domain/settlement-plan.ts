/**
 * The settlement plan that a sponsorship is offered: tasks from before the arrival to month 13, as data with a source
 * (`resources/plan/settlement.json`), chosen by program, province, household and month of arrival. Titles and notes are
 * words of the screens, `plan.item.<key>` and `plan.item.<key>.note`; a task made of an item keeps its key and no title,
 * so that each person reads it in their own language.
 *
 * [Note: a plan is seeded once] The id of such a task follows from its sponsorship or arrival and the item's key. Two
 * laptops that add the plan make each task once, adding again adds only what is not there, and what somebody deleted
 * comes back only when it is asked for by name.
 */
import { z } from 'zod/mini'
import settlementFile from '#resources/plan/settlement.json' with { type: 'json' }
import { type DataTable, parseDataTable, type TableProblem } from './data-table.ts'
import { type IsoDate, monthRange } from './dates.ts'
import { anchors, type Due, dayOffRules, dueFrom, dueUnits, MOST_OFFSET, noDue } from './due.ts'
import { wholeFrom } from './fields.ts'
import { type Person, peopleByAge } from './household.ts'
import { figureStatuses } from './line.ts'
import { type NewRecord, newRecord } from './new-record.ts'
import type { RecordId } from './record-kind.ts'
import type { Result } from './result.ts'
import { type Arrival, programs, provinces, type Sponsorship } from './sponsorship.ts'
import { clockStart } from './support-months.ts'
import { task, taskAreas, taskPhases } from './task.ts'

/** Who usually does it; a group hands it to whom it likes. `household`: the people themselves. */
export const planRoles = [
  'everyone',
  'coordinator',
  'treasurer',
  'arrival',
  'housing',
  'health',
  'school',
  'language',
  'host',
  'household',
] as const
export type PlanRole = (typeof planRoles)[number]

export const planPapers = [
  'copr',
  'health-certificate',
  'sin',
  'photo-id',
  'proof-of-address',
  'immunization-record',
  'bank-details',
  'birth-proof',
  'income-abroad',
  'glasses',
  'tax-slips',
  'lease',
] as const
export type PlanPaper = (typeof planPapers)[number]

const offset = wholeFrom(-MOST_OFFSET, MOST_OFFSET)
const settlementItem = z.object({
  /** At most 30 characters: it becomes a part of an id. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,29}$/)),
  order: z.string().check(z.minLength(1)),
  area: z.enum(taskAreas),
  phase: z.enum(taskPhases),
  /** Once for the group, or again for each arrival. */
  per: z.enum(['sponsorship', 'arrival']),
  /** Null: whenever it is wanted. */
  due: z.nullable(
    z.object({
      anchor: z.enum(anchors),
      offset,
      unit: z.enum(dueUnits),
      onDayOff: z.enum(dayOffRules),
      /** Earliest time, in the same unit from the same anchor; null: none is given. */
      notBefore: z.nullable(offset),
    }),
  ),
  hard: z.boolean(),
  who: z.enum(planRoles),
  papers: z.array(z.enum(planPapers)),
  when: z.object({
    programs: z.nullable(z.array(z.enum(programs)).check(z.minLength(1))),
    notPrograms: z.array(z.enum(programs)),
    onlyIn: z.nullable(z.array(z.enum(provinces)).check(z.minLength(1))),
    notIn: z.array(z.enum(provinces)),
    needs: z.nullable(z.enum(['children', 'no-children', 'school-age', 'seniors'])),
    arrivalMonths: z.nullable(z.array(wholeFrom(1, 12)).check(z.minLength(1))),
  }),
  source: z.object({
    text: z.string().check(z.minLength(1)),
    url: z.string().check(z.regex(/^https:\/\//)),
    /** How sure it is that this is to be done. */
    status: z.enum(figureStatuses),
    /** How sure the time is; most are put together from handbooks. */
    timing: z.enum(figureStatuses),
  }),
})
export type SettlementItem = z.output<typeof settlementItem>

const settlementTable = z
  .object({ items: z.array(settlementItem).check(z.minLength(1)) })
  .check(z.refine(({ items }) => new Set(items.map(each => each.key)).size === items.length))
export type SettlementTable = DataTable<z.output<typeof settlementTable>>

export const parseSettlementPlan = (raw: unknown): Result<SettlementTable, TableProblem> =>
  parseDataTable(settlementTable, raw)

let parsed: SettlementTable | null = null

/** Parsed once. A shipped file that cannot be read is a bug of the build, so it throws. */
export function shippedSettlementPlan(): SettlementTable {
  if (parsed) return parsed
  const table = parseSettlementPlan(settlementFile)
  if (!table.ok) throw new Error(`shipped settlement plan: ${JSON.stringify(table.problem)}`)
  parsed = table.value
  return parsed
}

export interface PlanHousehold {
  readonly childrenUnder6: number
  readonly children6to17: number
}

/** Who comes with an arrival, as its age bands say. */
export function householdOfArrival(people: readonly Person[], arrival: RecordId): PlanHousehold {
  const here = people.filter(each => !each.deleted && each.arrival === arrival)
  const { childrenUnder6, children6to17 } = peopleByAge(here)
  return { childrenUnder6, children6to17 }
}

export interface PlanChoice {
  readonly sponsorship: Pick<Sponsorship, 'id' | 'program' | 'province' | 'seniors'>
  readonly arrival: Pick<Arrival, 'id' | 'timing' | 'supportEndsOverride'>
  /** Of a later arrival only what is done anew for each is offered. */
  readonly isFirst: boolean
  readonly household: PlanHousehold
  /** Tasks that are there, and those in the trash. */
  readonly known: ReadonlyMap<RecordId, 'there' | 'deleted'>
}

export type WhyNot =
  | 'program'
  | 'province'
  | 'children'
  | 'no-children'
  | 'school-age'
  | 'seniors'
  | 'arrival-month'
  /** It was done for the first arrival, for all. */
  | 'once'

export type Verdict =
  | { readonly kind: 'applies' }
  /** What it depends on is not known yet. */
  | { readonly kind: 'unsure'; readonly why: readonly WhyNot[] }
  | { readonly kind: 'does-not-apply'; readonly why: WhyNot }

export interface OfferedItem {
  readonly item: SettlementItem
  /** Of the task that it is or would be. */
  readonly id: RecordId
  readonly verdict: Verdict
  readonly state: 'new' | 'there' | 'deleted'
}

/** All items in their order, with why those that do not apply do not. */
export const chooseSettlementPlan = (
  choice: PlanChoice,
  table: SettlementTable = shippedSettlementPlan(),
): readonly OfferedItem[] =>
  table.data.items.map(item => {
    const id = plannedTaskId(item, choice)
    return { item, id, verdict: verdictOf(item, choice), state: choice.known.get(id) ?? 'new' }
  })

/** What is ticked before anybody chooses: all that applies and was never there. */
export const isProposed = (offered: OfferedItem): boolean =>
  offered.verdict.kind === 'applies' && offered.state === 'new'

export const plannedTaskId = (
  item: Pick<SettlementItem, 'key' | 'per'>,
  of: {
    readonly sponsorship: { readonly id: RecordId }
    readonly arrival: { readonly id: RecordId }
  },
): RecordId => `${item.per === 'sponsorship' ? of.sponsorship.id : of.arrival.id}-${item.key}`

/** The tasks of the chosen items: to make, and to take out of the trash as they were. What is there is left alone. */
export function settlementTasks(
  offered: readonly OfferedItem[],
  chosen: ReadonlySet<string>,
  choice: Pick<PlanChoice, 'sponsorship' | 'arrival'>,
): { readonly create: readonly NewRecord[]; readonly restore: readonly RecordId[] } {
  const wanted = offered.filter(each => chosen.has(each.item.key))
  return {
    create: wanted
      .filter(each => each.state === 'new')
      .map(({ item, id }) =>
        newRecord(task, id, {
          sponsorship: choice.sponsorship.id,
          area: item.area,
          phase: item.phase,
          due: dueOfItem(item, choice.arrival.id),
          hard: item.hard,
          order: item.order,
          seedKey: item.key,
        }),
      ),
    restore: wanted.filter(each => each.state === 'deleted').map(each => each.id),
  }
}

/** What is done anew for each arrival hangs on that one; the rest on whichever is the first. */
export function dueOfItem(item: SettlementItem, arrival: RecordId): Due {
  if (item.due === null) return noDue
  const { anchor, offset, unit, onDayOff } = item.due
  return dueFrom(anchor, offset, unit, { arrival: item.per === 'arrival' ? arrival : null, onDayOff })
}

/** Null: unknown. */
type Answer = boolean | null

function verdictOf({ when, per }: SettlementItem, choice: PlanChoice): Verdict {
  if (per === 'sponsorship' && !choice.isFirst) return { kind: 'does-not-apply', why: 'once' }
  const { program, province } = choice.sponsorship
  const answers: readonly (readonly [WhyNot, Answer])[] = [
    ['program', isListed(when.programs, program, 'unknown')],
    ['program', !when.notPrograms.includes(program)],
    ['province', isListed(when.onlyIn, province, '')],
    ['province', !when.notIn.includes(province)],
    ...(when.needs === null ? [] : [[when.needs, hasNeed(when.needs, choice)] as const]),
    ['arrival-month', comesIn(when.arrivalMonths, choice.arrival)],
  ]
  const no = answers.find(([, answer]) => answer === false)
  if (no) return { kind: 'does-not-apply', why: no[0] }
  const unsure = answers.filter(([, answer]) => answer === null).map(([why]) => why)
  return unsure.length === 0 ? { kind: 'applies' } : { kind: 'unsure', why: unsure }
}

function isListed<Key extends string>(list: readonly Key[] | null, key: Key, unknown: Key): Answer {
  if (list === null || list.includes(key)) return true
  return key === unknown ? null : false
}

function hasNeed(need: NonNullable<SettlementItem['when']['needs']>, choice: PlanChoice): Answer {
  const { childrenUnder6, children6to17 } = choice.household
  switch (need) {
    case 'children':
      return childrenUnder6 + children6to17 > 0
    case 'no-children':
      return childrenUnder6 + children6to17 === 0
    case 'school-age':
      // At four or five a child may start, as the province has it; the age bands do not say.
      return children6to17 > 0 || (childrenUnder6 > 0 ? null : false)
    case 'seniors': {
      const { seniors } = choice.sponsorship
      return seniors === 'unknown' ? null : seniors === 'yes'
    }
  }
}

function comesIn(months: readonly number[] | null, arrival: PlanChoice['arrival']): Answer {
  if (months === null) return true
  const span = spanOf(arrival)
  if (span === null) return null
  const inList = monthRange(span.from.slice(0, 7), span.to.slice(0, 7)).map(month =>
    months.includes(Number(month.slice(5))),
  )
  return inList.every(Boolean) ? true : inList.some(Boolean) ? null : false
}

function spanOf(arrival: PlanChoice['arrival']): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const start = clockStart(arrival)
  if (start) return { from: start.date, to: start.date }
  const { state, from, to } = arrival.timing
  if (state !== 'window' || from === null || to === null) return null
  return from <= to ? { from, to } : { from: to, to: from }
}
