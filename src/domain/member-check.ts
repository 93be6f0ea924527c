/**
 * Police checks and training of members: when done, until when they count, and whether that covers the whole of support.
 * How long a police check counts is the rule of an agreement holder, kept as data with its source
 * (`resources/members/police-checks.json`); what a paper itself says goes before it. What the check found is not kept.
 */
import { z } from 'zod/mini'
import policeFile from '#resources/members/police-checks.json' with { type: 'json' }
import { type DataTable, parseDataTable, type TableProblem } from './data-table.ts'
import { addDays, addMonthsToDate, type IsoDate } from './dates.ts'
import { isoDate, recordId, shortText, wholeFrom } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'
import type { Result } from './result.ts'

export const checkKinds = ['police', 'training'] as const
export type CheckKind = (typeof checkKinds)[number]

export const memberCheck = defineKind({
  kind: 'member-check',
  compartment: 'team',
  fields: {
    member: recordId,
    kind: z.enum(checkKinds),
    /** Of a training: which. */
    title: shortText,
    /** The date on the paper. */
    doneOn: isoDate,
    /** The last day, where the paper says one. Null: a police check counts by the rule, a training goes on. */
    until: z.nullable(isoDate),
  },
  defaults: { member: '', kind: 'police', title: '', doneOn: '2000-01-01', until: null },
})
export type MemberCheck = RecordOf<typeof memberCheck>

const policeRule = z.object({ validYears: wholeFrom(1, 10) })
export type PoliceRule = z.output<typeof policeRule>

export const parsePoliceRule = (raw: unknown): Result<DataTable<PoliceRule>, TableProblem> =>
  parseDataTable(policeRule, raw)

let shipped: DataTable<PoliceRule> | null = null

/** A file of ours that cannot be read is a bug, not a case. */
export function shippedPoliceRule(): DataTable<PoliceRule> {
  if (shipped) return shipped
  const table = parsePoliceRule(policeFile)
  if (!table.ok) throw new Error(`police-checks.json ${table.problem.at}: ${table.problem.why}`)
  shipped = table.value
  return shipped
}

/** The last day on which it counts: the day before that date comes round again. Null: it goes on. */
export function validUntil(
  check: Pick<MemberCheck, 'kind' | 'doneOn' | 'until'>,
  rule: PoliceRule,
): IsoDate | null {
  if (check.until !== null) return check.until
  return check.kind === 'police' ? addDays(addMonthsToDate(check.doneOn, rule.validYears * 12), -1) : null
}

/** Until when a check has to count. Not certain: support begins today at the earliest, so that this is the least. */
export interface CoverNeeded {
  readonly until: IsoDate
  readonly certain: boolean
}

export type CheckState = 'ok' | 'ends-early' | 'expired'

export interface Standing {
  readonly check: MemberCheck
  /** Null: it goes on. */
  readonly until: IsoDate | null
  readonly state: CheckState
}

export function standingOf(
  check: MemberCheck,
  rule: PoliceRule,
  needed: CoverNeeded | null,
  today: IsoDate,
): Standing {
  const until = validUntil(check, rule)
  const state =
    until === null || (until >= today && (needed === null || until >= needed.until))
      ? 'ok'
      : until < today
        ? 'expired'
        : 'ends-early'
  return { check, until, state }
}

/** Of each kind, and of each training by its name, the one that counts longest: an old one that was renewed says nothing. */
export function currentStandings(standings: readonly Standing[]): readonly Standing[] {
  const current = new Map<string, Standing>()
  for (const each of standings) {
    const key = each.check.kind === 'police' ? '' : each.check.title.trim().toLowerCase()
    const at = `${each.check.kind} ${key}`
    const known = current.get(at)
    if (!known || isLonger(each, known)) current.set(at, each)
  }
  return [...current.values()]
}

const isLonger = (a: Standing, b: Standing): boolean =>
  b.until !== null && (a.until === null || a.until > b.until)
