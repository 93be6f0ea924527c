/**
 * Figures that several screens share, worked out from the open group once and again only after a change of what they
 * are made of. Every total on a screen comes from here, so that Today, Money and the report can never differ.
 */
import { account, statement } from '#domain/account.ts'
import { changedPart, changedRecords } from '#domain/changed-part.ts'
import type { IsoDate } from '#domain/dates.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import { majority, person, supportUnit } from '#domain/household.ts'
import { buildLedger, type Ledger, replaceEntry } from '#domain/ledger.ts'
import { line } from '#domain/line.ts'
import { periodOf, periodRule, periodsWithData, type ReportPeriod } from '#domain/periods.ts'
import { reportNotes, supportMinimum } from '#domain/report-record.ts'
import { arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { clockStart } from '#domain/support-months.ts'
import type { YearlyReport } from '#reports/report-model.ts'
import {
  gatherFacts,
  type YearlyFacts,
  type YearlyOptions,
  type YearlyRecords,
} from '#reports/yearly-facts.ts'
import { buildYearlyReport } from '#reports/yearly-report.ts'
import { currentSponsorship } from './commands/set-up.ts'
import { firstArrival } from './household.ts'
import type { Live } from './live.ts'
import { shippedRates } from './shipped-rates.ts'

/** All that a report is made of. */
export const reportKinds = [
  group,
  sponsorship,
  arrival,
  supportUnit,
  person,
  majority,
  account,
  statement,
  line,
  entry,
  supportMinimum,
  reportNotes,
] as const

interface KeptLedger {
  readonly ledger: Ledger
  entries: readonly Entry[]
}

/** By the live view, so that a locked group's ledger goes with it. */
const kept = new WeakMap<Live, { lines: readonly unknown[]; state: KeptLedger }>()

/**
 * The ledger of all entries. After an edit only the entries that changed are taken out and put in again, so that one
 * key press among 100,000 entries does not read them all; beyond a few hundred changes it is built anew.
 */
export function ledgerOf(live: Live): Ledger {
  const entries = live.records(entry)
  const lines = live.records(line)
  const known = kept.get(live)
  if (known && known.lines === lines) {
    if (known.state.entries === entries) return known.state.ledger
    if (postChanges(known.state, entries)) return known.state.ledger
  }
  const ledger = buildLedger(entries, lines)
  kept.set(live, { lines, state: { ledger, entries } })
  return ledger
}

const MOST_POSTED = 300

/** False: too much changed, or something that the ledger cannot take in piece by piece. */
function postChanges(state: KeptLedger, next: readonly Entry[]): boolean {
  const changed = changedRecords(state.entries, next, MOST_POSTED)
  if (changed === null) return false
  for (const { before, after } of changed.records)
    if (!replaceEntry(state.ledger, before, after)) return false
  state.entries = next
  return true
}

/** All that a report of this sponsorship is made of. */
export function yearlyRecords(live: Live, of: Sponsorship, period: ReportPeriod): YearlyRecords {
  return {
    group: live.get(group, GROUP_ID) ?? { id: GROUP_ID, deleted: false, ...group.defaults },
    sponsorship: of,
    arrivals: live.records(arrival),
    units: live.records(supportUnit),
    people: live.records(person),
    majorities: live.records(majority),
    accounts: live.records(account),
    statements: live.records(statement),
    lines: live.records(line),
    entries: live.records(entry),
    minimums: live.records(supportMinimum),
    notes:
      live
        .records(reportNotes)
        .find(
          each =>
            each.sponsorship === of.id && each.period.from === period.from && each.period.to === period.to,
        ) ?? null,
    rates: shippedRates(),
    ledger: ledgerOf(live),
  }
}

interface EntryDays {
  readonly entries: readonly Entry[]
  readonly days: ReadonlySet<IsoDate>
}

/** The days on which something is entered: the same set until an edit touches a date. */
const daysOf = (live: Live): ReadonlySet<IsoDate> =>
  live.derive<EntryDays>('days of entries', [entry], before => {
    const entries = live.records(entry)
    const part = before && changedPart(before.entries, entries)
    const isSame =
      part !== undefined &&
      part.added.length === part.removed.length &&
      part.added.every((each, i) => each.date === part.removed[i]?.date)
    return { entries, days: before && isSame ? before.days : new Set(entries.map(each => each.date)) }
  }).days

/** The periods that reports can be made for, newest first; today's is always among them. */
export function reportPeriods(live: Live, today: IsoDate): readonly ReportPeriod[] {
  const days = daysOf(live)
  const compute = () => {
    const of = currentSponsorship({ live })
    const first = of && firstArrival({ live }, of.id)
    const start = first ? (clockStart(first)?.date ?? null) : null
    const rule = periodRule(live.get(group, GROUP_ID) ?? group.defaults, start)
    return periodsWithData([...days, today], rule).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  }
  return live.derive(`periods ${today}`, [group, arrival, sponsorship], compute, [days])
}

export function currentPeriod(live: Live, today: IsoDate): ReportPeriod {
  return (
    reportPeriods(live, today).find(each => each.from <= today && today <= each.to) ??
    periodOf(today, { kind: 'calendar' })
  )
}

/** Budget, support table, totals of a period of the current sponsorship; null before there is one. */
export function factsOf(live: Live, period: ReportPeriod, today: IsoDate): YearlyFacts | null {
  return live.derive(`facts ${period.from} ${period.to} ${today}`, reportKinds, () => {
    const of = currentSponsorship({ live })
    return of
      ? gatherFacts(yearlyRecords(live, of, period), { audience: 'group', period, preparedOn: today })
      : null
  })
}

export function yearlyReportOf(live: Live, options: YearlyOptions): YearlyReport | null {
  const { audience, period, preparedOn, includePayeeNames, includeEntries } = options
  const name = `report ${audience} ${period.from} ${period.to} ${preparedOn} ${includePayeeNames ?? false} ${includeEntries ?? false}`
  return live.derive(name, reportKinds, () => {
    const of = currentSponsorship({ live })
    return of ? buildYearlyReport(yearlyRecords(live, of, period), options) : null
  })
}
