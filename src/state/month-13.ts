/** Month 13 as the screen shows it: until when support runs, what is paid now, what comes after, and what is to be done. */
import {
  type AfterSubject,
  type AfterSupportLine,
  type AfterSupportSums,
  afterSupportLine,
  afterSupportSums,
  type BenefitAnswer,
  benefitsFor,
  trackBegins,
} from '#domain/after-support.ts'
import { byOrder, plannedInMonth } from '#domain/budget-actual.ts'
import { checkItem } from '#domain/check-item.ts'
import { type Contact, contact } from '#domain/contact.ts'
import { addDays, type IsoDate, type IsoMonth, monthOf } from '#domain/dates.ts'
import { unitsInMonth } from '#domain/household-units.ts'
import { line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type Arrival, arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { supportEnds, supportMonthOfDate, supportMonths } from '#domain/support-months.ts'
import type { SupportRow } from '#domain/support-table.ts'
import { task } from '#domain/task.ts'
import { whomToCall } from '#domain/whom-to-call.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival, householdUnitsOf } from './household.ts'
import type { Live } from './live.ts'
import { currentPeriod, factsOf, reportKinds } from './overview.ts'
import { type PlannedTask, plannedTasks } from './plan.ts'
import { shippedRates } from './shipped-rates.ts'

export interface AfterUnit {
  readonly id: RecordId
  readonly label: string
  /** Last day of support; null: not known yet. */
  readonly ends: IsoDate | null
  /** What the group gave in the last whole month; null: nothing yet, or kept in Money. */
  readonly now: {
    readonly month: IsoMonth
    readonly cashCents: Cents
    readonly onBehalfCents: Cents
    readonly inKindCents: Cents
  } | null
  /** On the first day without support. */
  readonly benefits: readonly BenefitAnswer[]
}

export interface BudgetedCost {
  readonly subject: AfterSubject
  readonly cents: Cents
}

export interface MonthThirteen {
  readonly sponsorship: Sponsorship
  /** Of the first arrival. */
  readonly ends: IsoDate | null
  /** When the track begins, and whether it has. */
  readonly begins: { readonly date: IsoDate | null; readonly month: number; readonly hasBegun: boolean }
  readonly units: readonly AfterUnit[]
  readonly lines: readonly AfterSupportLine[]
  readonly sums: AfterSupportSums
  /** What the budget has for the last month of support, of subjects that are not entered yet. */
  readonly budgeted: readonly BudgetedCost[]
}

/** Null before there is a sponsorship. */
export const monthThirteen = (live: Live, today: IsoDate): MonthThirteen | null =>
  live.derive(`month 13 ${today}`, [...reportKinds, afterSupportLine], () => {
    const of = currentSponsorship({ live })
    if (!of) return null
    const first = firstArrival({ live }, of.id)
    const lines = live
      .records(afterSupportLine)
      .filter(each => each.sponsorship === of.id)
      .toSorted(byOrder)
    return {
      sponsorship: of,
      ends: first ? supportEnds(of, first) : null,
      begins: trackOf(of, first, today),
      units: unitsAfter(live, of, today),
      lines,
      sums: afterSupportSums(lines),
      budgeted: budgetedCosts(live, of, lines),
    }
  })

function trackOf(of: Sponsorship, first: Arrival | undefined, today: IsoDate): MonthThirteen['begins'] {
  const month = trackBegins(of.supportMonths)
  const date = (first && supportMonths(of, first)[month - 1]?.dates?.from) ?? null
  return { date, month, hasBegun: date !== null && date <= today }
}

/** Each with the clock of its own arrival. */
function unitsAfter(live: Live, of: Sponsorship, today: IsoDate): readonly AfterUnit[] {
  const units = householdUnitsOf(live, of.id)
  const facts = factsOf(live, currentPeriod(live, today), today)
  return units.flatMap(unit => {
    const came = live.get(arrival, unit.people[0]?.arrival ?? '')
    const ends = came ? supportEnds(of, came) : null
    const then = ends === null ? today : addDays(ends, 1)
    const planned = unitsInMonth(units, monthOf(then)).find(each => each.id === unit.id)
    // Everybody in it is another unit by then, or nobody is in it.
    if (!planned) return []
    return [
      {
        id: unit.id,
        label: unit.label,
        ends,
        now: lastWholeMonth(facts?.support.rows ?? [], unit.id, today),
        benefits: benefitsFor(shippedRates().benefits, planned, then),
      },
    ]
  })
}

function lastWholeMonth(rows: readonly SupportRow[], unit: RecordId, today: IsoDate): AfterUnit['now'] {
  const row = rows.findLast(
    each =>
      each.unit === unit &&
      each.dates.to < today &&
      each.cashCents + each.onBehalfCents + each.inKindCents !== 0,
  )
  if (!row) return null
  const { dates, cashCents, onBehalfCents, inKindCents } = row
  return { month: dates.month, cashCents, onBehalfCents, inKindCents }
}

const SUBJECT_OF_LINE: Readonly<Record<string, AfterSubject>> = {
  rent: 'rent',
  utilities: 'utilities',
  internet: 'phone',
  phone: 'phone',
  transit: 'transit',
  food: 'food',
  'health-copay': 'health',
}

function budgetedCosts(
  live: Live,
  of: Sponsorship,
  entered: readonly AfterSupportLine[],
): readonly BudgetedCost[] {
  const sums = new Map<AfterSubject, Cents>()
  for (const each of live.records(line)) {
    const subject = SUBJECT_OF_LINE[each.key]
    if (each.retired || each.sponsorship !== of.id || !subject) continue
    const planned = plannedInMonth(each.budget, of.supportMonths)
    if (planned > 0) sums.set(subject, (sums.get(subject) ?? 0) + planned)
  }
  for (const each of entered) sums.delete(each.subject)
  return [...sums].map(([subject, amount]) => ({ subject, cents: amount }))
}

/** Tasks of the way to independence and after it, the open ones by date first. */
export const independenceTasks = (live: Live, today: IsoDate): readonly PlannedTask[] =>
  live.derive(`independence ${today}`, [task, checkItem, sponsorship, arrival], () =>
    plannedTasks(live, today).filter(
      each => each.task.phase === 'independence' || each.task.phase === 'after',
    ),
  )

/** From month 9 on: nobody has entered yet what comes after. */
export function isMonthThirteenDue(live: Live, today: IsoDate): boolean {
  const of = currentSponsorship({ live })
  const first = of && firstArrival({ live }, of.id)
  if (!of || !first) return false
  const number = supportMonthOfDate(supportMonths(of, first), today)?.number
  if (number === undefined || number < trackBegins(of.supportMonths)) return false
  return !live.records(afterSupportLine).some(each => each.sponsorship === of.id)
}

export interface Call {
  readonly id: RecordId
  readonly about: string
  /** Null: the contact is there no more. */
  readonly contact: Contact | null
}

/** In their order. */
export const whomTheyCall = (live: Live, of: RecordId): readonly Call[] =>
  live.derive(`whom to call ${of}`, [whomToCall, contact], () => {
    const known = new Map(live.records(contact).map(each => [each.id, each]))
    return live
      .records(whomToCall)
      .filter(each => each.sponsorship === of)
      .toSorted(byOrder)
      .map(each => ({ id: each.id, about: each.about, contact: known.get(each.contact) ?? null }))
  })
