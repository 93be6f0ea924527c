/** What Today says: where the sponsorship stands, the money, this month, and what is to be done. */
import { account, statement } from '#domain/account.ts'
import { afterSupportLine } from '#domain/after-support.ts'
import { importBatch } from '#domain/bank-import.ts'
import { byOrder, plannedInMonth } from '#domain/budget-actual.ts'
import { addMonths, type IsoDate, type IsoMonth, monthOf } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { group } from '#domain/group.ts'
import { majority, person, supportUnit } from '#domain/household.ts'
import { costsByMonth } from '#domain/ledger-months.ts'
import { balanceAt } from '#domain/ledger-totals.ts'
import { type Line, line } from '#domain/line.ts'
import { member } from '#domain/member.ts'
import { memberCheck } from '#domain/member-check.ts'
import { type Cents, sumCents } from '#domain/money.ts'
import { recurring, recurringOccurrence } from '#domain/recurring.ts'
import { supportMinimum } from '#domain/report-record.ts'
import { safetyEvent } from '#domain/safety-event.ts'
import { arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { type SupportToday, supportMonthOfDate, supportToday } from '#domain/support-months.ts'
import { minimumFor } from '#domain/support-table.ts'
import { stillToPay } from '#reports/yearly-facts.ts'
import { prepaidOf } from '#reports/yearly-sections.ts'
import { openComing } from './coming.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival } from './household.ts'
import type { Live } from './live.ts'
import { membersToRenew } from './members.ts'
import { isMonthThirteenDue } from './month-13.ts'
import { currentPeriod, factsOf, ledgerOf } from './overview.ts'

/** First step of set-up that has left nothing behind; null when all is there. */
export type MissingSetUp = 3 | 4 | 5 | null

export type TodayTask =
  | { readonly kind: 'finish-set-up'; readonly step: 3 | 4 | 5 }
  | { readonly kind: 'prove-recovery' }
  | { readonly kind: 'first-import' }
  | { readonly kind: 'import-again'; readonly days: number }
  | { readonly kind: 'unsorted'; readonly count: number; readonly cents: Cents }
  | { readonly kind: 'decisions'; readonly count: number }
  /** Of what recurs: what its day is past for, and what is due. `cents`: of both, without their direction. */
  | { readonly kind: 'coming'; readonly missed: number; readonly due: number; readonly cents: Cents }
  | { readonly kind: 'short-month'; readonly month: IsoMonth; readonly cents: Cents }
  | { readonly kind: 'receipts'; readonly count: number }
  | { readonly kind: 'figures'; readonly count: number }
  | { readonly kind: 'prepaid'; readonly cents: Cents }
  | { readonly kind: 'minimum-missing' }
  /** From month 9 on, and nothing is entered of what comes after support. */
  | { readonly kind: 'month-13' }
  /** Somebody turns 18 in this month or the next, and no minimum is entered for them yet. */
  | { readonly kind: 'turns-18'; readonly who: string; readonly month: IsoMonth }
  | { readonly kind: 'statement-differs'; readonly cents: Cents }
  /** Checks or training that do not last to the end of support; names of members. */
  | { readonly kind: 'member-checks'; readonly who: readonly string[] }
  | { readonly kind: 'sealed-copy'; readonly days: number | null }

export interface MonthPaid {
  readonly month: IsoMonth
  /** Null: nothing budgeted and nothing paid for this month on that line. */
  readonly rent: { readonly paidCents: Cents; readonly budgetCents: Cents } | null
  readonly support: { readonly paidCents: Cents; readonly budgetCents: Cents } | null
}

export interface TodayFacts {
  readonly sponsorship: Sponsorship | null
  readonly clock: SupportToday | null
  /** Of later arrivals, each with its own months, the second first. */
  readonly laterClocks: readonly SupportToday[]
  readonly moneyNowCents: Cents | null
  /** Budgeted to pay until support ends; null when nothing is budgeted, or not all that is paid. */
  readonly toPayCents: Cents | null
  /** Lines on which more is to be paid and nothing is budgeted. */
  readonly unbudgeted: readonly Line[]
  readonly month: MonthPaid | null
  readonly lastSealedCopy: number | null
  readonly lastImport: number | null
  readonly recoveryProven: boolean
  /** Most pressing first; the first one is the screen's one button. */
  readonly tasks: readonly TodayTask[]
}

const kindsUsed = [
  group,
  sponsorship,
  arrival,
  supportUnit,
  person,
  majority,
  account,
  statement,
  entry,
  line,
  importBatch,
  safetyEvent,
  supportMinimum,
  member,
  memberCheck,
  recurring,
  recurringOccurrence,
  afterSupportLine,
]

/** Banks keep about two months of rows; after this many days an import is due. */
const IMPORT_AFTER_DAYS = 31
const COPY_AFTER_DAYS = 30
const DAY_MS = 86_400_000

/** `readsMoney` false: this laptop lacks the key of Money, and nothing of it is asked for or called missing. */
export function todayFacts(
  live: Live,
  today: IsoDate,
  now: number,
  decisions: number,
  readsMoney = true,
): TodayFacts {
  const key = `today ${today} ${Math.floor(now / DAY_MS)} ${decisions} ${readsMoney}`
  return live.derive(key, kindsUsed, () => {
    const of = currentSponsorship({ live }) ?? null
    const first = of ? firstArrival({ live }, of.id) : undefined
    const facts = readsMoney ? factsOf(live, currentPeriod(live, today), today) : null
    const accounts = live.records(account)
    const batches = live.records(importBatch)
    const events = live.records(safetyEvent)
    const latest = (times: readonly number[]) => (times.length === 0 ? null : Math.max(...times))
    const base = {
      sponsorship: of,
      clock: of && first ? supportToday(of, first, today) : null,
      laterClocks: of
        ? live
            .records(arrival)
            .filter(each => each.sponsorship === of.id && each.id !== first?.id)
            .toSorted(byOrder)
            .map(each => supportToday(of, each, today))
        : [],
      moneyNowCents:
        accounts.length === 0
          ? null
          : accounts.reduce((sum, each) => sum + balanceAt(ledgerOf(live), each, today), 0),
      toPayCents: facts ? stillToPay(facts) : null,
      unbudgeted: facts?.unbudgeted ?? [],
      month: facts ? monthPaid(live, facts, today) : null,
      lastSealedCopy: latest(events.filter(each => each.event === 'sealed-copy').map(each => each.at)),
      lastImport: latest(batches.map(each => each.importedAt)),
      recoveryProven: events.some(each => each.event === 'recovery-proven'),
    }
    return { ...base, tasks: tasksOf(live, base, { facts, today, now, decisions, readsMoney }) }
  })
}

type Facts = NonNullable<ReturnType<typeof factsOf>>

/** Rent and support for the calendar month, by what they cover, not by the bank's date. */
function monthPaid(live: Live, facts: Facts, today: IsoDate): MonthPaid | null {
  const month = monthOf(today)
  const number = supportMonthOfDate(facts.months, today)?.number ?? null
  const costs = costsByMonth(facts.ledger, facts.lines, { basis: 'covers' })
  const byKey = (key: string) => {
    const wanted = live
      .records(line)
      .filter(each => each.key === key && each.sponsorship === facts.records.sponsorship.id)
    const ids = new Set(wanted.map(each => each.id))
    const paidCents = costs
      .filter(cost => ids.has(cost.line) && cost.month === month && cost.flow !== 'in-kind')
      .reduce((sum, cost) => sum + cost.cents, 0)
    const budgetCents =
      number === null ? 0 : wanted.reduce((sum, each) => sum + plannedInMonth(each.budget, number), 0)
    return paidCents === 0 && budgetCents === 0 ? null : { paidCents, budgetCents }
  }
  const rent = byKey('rent')
  const support = byKey('household-support')
  return rent === null && support === null ? null : { month, rent, support }
}

function tasksOf(
  live: Live,
  facts: Omit<TodayFacts, 'tasks'>,
  about: {
    readonly facts: Facts | null
    readonly today: IsoDate
    readonly now: number
    readonly decisions: number
    readonly readsMoney: boolean
  },
): readonly TodayTask[] {
  const tasks: TodayTask[] = []
  const step = missingSetUp(live, about.readsMoney)
  if (step !== null) tasks.push({ kind: 'finish-set-up', step })
  if (about.decisions > 0) tasks.push({ kind: 'decisions', count: about.decisions })
  if (!facts.recoveryProven) tasks.push({ kind: 'prove-recovery' })
  const entries = live.records(entry).filter(each => !each.leftOut && each.type !== 'transfer')
  if (facts.lastImport === null && entries.length === 0 && step === null && about.readsMoney)
    tasks.push({ kind: 'first-import' })
  // What pays a member back stands on the lines of what the member had paid.
  const settling = new Set(entries.flatMap(each => each.settledBy ?? []))
  const unsorted = entries.filter(
    each =>
      !settling.has(each.id) &&
      (each.money.splits.length === 0 || each.money.splits.some(split => split.line === null)),
  )
  if (unsorted.length > 0)
    tasks.push({
      kind: 'unsorted',
      count: unsorted.length,
      cents: unsorted.reduce((sum, each) => sum + Math.abs(each.money.cents), 0),
    })
  tasks.push(...comingTasks(live, about.today), ...majorityTasks(about.facts, about.today))
  if (about.readsMoney && isMonthThirteenDue(live, about.today)) tasks.push({ kind: 'month-13' })
  tasks.push(...supportTasks(about.facts, about.today), ...statementTasks(live))
  if (facts.lastImport !== null) {
    const days = Math.floor((about.now - facts.lastImport) / DAY_MS)
    if (days >= IMPORT_AFTER_DAYS) tasks.push({ kind: 'import-again', days })
  }
  const who = membersToRenew(live, about.today)
  if (who.length > 0) tasks.push({ kind: 'member-checks', who })
  const receipts = entries.filter(each => each.receipt === 'missing').length
  if (receipts > 0) tasks.push({ kind: 'receipts', count: receipts })
  const figures = live
    .records(line)
    .filter(each => !each.retired && each.official?.status === 'unverified').length
  if (figures > 0) tasks.push({ kind: 'figures', count: figures })
  const prepaid = about.facts && prepaidOf(about.facts)
  if (prepaid?.end === '') tasks.push({ kind: 'prepaid', cents: prepaid.cents })
  const copyDays =
    facts.lastSealedCopy === null ? null : Math.floor((about.now - facts.lastSealedCopy) / DAY_MS)
  if ((copyDays === null && entries.length > 0) || (copyDays !== null && copyDays >= COPY_AFTER_DAYS))
    tasks.push({ kind: 'sealed-copy', days: copyDays })
  return tasks
}

function comingTasks(live: Live, today: IsoDate): readonly TodayTask[] {
  const { missed, due } = openComing(live, today)
  if (missed.length + due.length === 0) return []
  const cents = sumCents([...missed, ...due].map(each => Math.abs(each.recurring.money.cents)))
  return [{ kind: 'coming', missed: missed.length, due: due.length, cents }]
}

/** Said a month ahead: what they are due is asked for, and paid into an account of their own. */
function majorityTasks(facts: Facts | null, today: IsoDate): readonly TodayTask[] {
  if (!facts) return []
  const month = monthOf(today)
  return facts.units.flatMap(unit => {
    const { begins } = unit
    if (begins === null || begins < month || begins > addMonths(month, 1)) return []
    if (minimumFor(facts.records.minimums, unit.id, begins)) return []
    if (facts.supportEnds !== null && begins > monthOf(facts.supportEnds)) return []
    return [{ kind: 'turns-18', who: unit.label, month: begins } as const]
  })
}

function supportTasks(facts: Facts | null, today: IsoDate): readonly TodayTask[] {
  if (facts?.support.state !== 'arrived') return []
  const { rows } = facts.support
  const tasks: TodayTask[] = rows
    .filter(row => row.verdict === 'short' || (row.verdict === 'running' && (row.differenceCents ?? 0) < 0))
    .filter(row => row.dates.month >= addMonths(monthOf(today), -2))
    .map(row => ({ kind: 'short-month', month: row.dates.month, cents: -(row.differenceCents ?? 0) }))
  if (rows.some(row => row.verdict === 'not-entered')) tasks.push({ kind: 'minimum-missing' })
  return tasks
}

/** The newest statement of each account against the books on that day. */
function statementTasks(live: Live): readonly TodayTask[] {
  return live.records(account).flatMap(each => {
    const newest = live
      .records(statement)
      .filter(one => one.account === each.id)
      .reduce<{ date: IsoDate; cents: Cents } | null>(
        (max, one) => (!max || one.balance.date > max.date ? one.balance : max),
        null,
      )
    const cents = newest === null ? 0 : newest.cents - balanceAt(ledgerOf(live), each, newest.date)
    return cents === 0 ? [] : [{ kind: 'statement-differs', cents } as const]
  })
}

export function missingSetUp(live: Live, readsMoney = true): MissingSetUp {
  const of = currentSponsorship({ live })
  if (!of) return 3
  if (!live.records(person).some(each => each.sponsorship === of.id)) return 4
  if (!readsMoney) return null
  if (!live.records(line).some(each => each.sponsorship === of.id) || live.records(account).length === 0)
    return 5
  return null
}
