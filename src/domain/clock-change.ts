/**
 * Another province, number of months or way of counting them: what that does to the plan, before it is done. Working days
 * and holidays follow the province, the months and the end of support follow the agreement; all arrivals move with them.
 */

import type { Absence } from './absence.ts'
import type { PlanContext } from './anchor.ts'
import type { IsoDate } from './dates.ts'
import type { PlanItem } from './plan-item.ts'
import { type PlanPreview, previewRows } from './reanchoring.ts'
import type { RecordId } from './record-kind.ts'
import type { Sponsorship } from './sponsorship.ts'

/** What of a sponsorship dates of its plan are worked out from, besides its arrivals. */
export type ClockFields = Pick<Sponsorship, 'province' | 'supportMonths' | 'monthKind'>

export interface ClockPreview<Item extends PlanItem> extends PlanPreview<Item> {
  readonly sponsorship: RecordId
  readonly from: ClockFields
  readonly to: ClockFields
}

export interface ClockChange<Item extends PlanItem> {
  readonly sponsorship: RecordId
  /** Of the sponsorship. */
  readonly items: readonly Item[]
  readonly context: PlanContext
  readonly to: ClockFields
  readonly absences: readonly Absence[]
  readonly today: IsoDate
}

export function previewClock<Item extends PlanItem>(asked: ClockChange<Item>): ClockPreview<Item> {
  const { sponsorship, items, context, to, absences, today } = asked
  const { province, clock } = context
  const from = { province, supportMonths: clock.supportMonths, monthKind: clock.monthKind }
  const change = { before: context, after: withClock(context, to), arrival: null, absences, today }
  return { sponsorship, from, to, rows: previewRows(items, change) }
}

export const withClock = (
  context: PlanContext,
  { province, supportMonths, monthKind }: ClockFields,
): PlanContext => ({ ...context, province, clock: { ...context.clock, supportMonths, monthKind } })
