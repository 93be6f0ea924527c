/** The years that a group reports on: by calendar, by a fiscal year, or twelve months at a time from the arrival. */
import {
  addDays,
  addMonths,
  addMonthsToDate,
  firstDay,
  type IsoDate,
  lastDay,
  monthOf,
  yearOf,
} from './dates.ts'
import type { Group } from './group.ts'

/** Both days included. */
export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** `key` goes into file names and addresses: `2025`, `2025-26`, `year-1`, `before-arrival`. */
export type ReportPeriod = Period & { readonly key: string } & (
    | { readonly kind: 'calendar'; readonly year: number }
    | { readonly kind: 'fiscal'; readonly startYear: number }
    | { readonly kind: 'sponsorship'; readonly number: number }
    | { readonly kind: 'before-arrival' }
  )

export type PeriodRule =
  | { readonly kind: 'calendar' }
  | { readonly kind: 'fiscal'; readonly startMonth: number }
  /** From the day of arrival; null while it is unknown, and calendar years are used. */
  | { readonly kind: 'sponsorship'; readonly start: IsoDate | null }

export function periodRule(
  group: Pick<Group, 'reportingYear' | 'fiscalStartMonth'>,
  start: IsoDate | null,
): PeriodRule {
  switch (group.reportingYear) {
    case 'calendar':
      return { kind: 'calendar' }
    case 'fiscal':
      return group.fiscalStartMonth === 1
        ? { kind: 'calendar' }
        : { kind: 'fiscal', startMonth: group.fiscalStartMonth }
    case 'sponsorship':
      return { kind: 'sponsorship', start }
  }
}

/** The period that a day belongs to. Everything before the arrival is one period, however many years it took. */
export function periodOf(date: IsoDate, rule: PeriodRule): ReportPeriod {
  if (rule.kind === 'fiscal') {
    const late = Number(date.slice(5, 7)) >= rule.startMonth
    const startYear = yearOf(date) - (late ? 0 : 1)
    const start = `${startYear}-${String(rule.startMonth).padStart(2, '0')}`
    const key = `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`
    return { kind: 'fiscal', startYear, key, from: firstDay(start), to: lastDay(addMonths(start, 11)) }
  }
  if (rule.kind === 'sponsorship' && rule.start !== null) {
    if (date < rule.start)
      return {
        kind: 'before-arrival',
        key: 'before-arrival',
        from: '1900-01-01',
        to: addDays(rule.start, -1),
      }
    let number = Math.max(1, yearOf(date) - yearOf(rule.start))
    while (addMonthsToDate(rule.start, number * 12) <= date) number += 1
    return {
      kind: 'sponsorship',
      number,
      key: `year-${number}`,
      from: addMonthsToDate(rule.start, (number - 1) * 12),
      to: addDays(addMonthsToDate(rule.start, number * 12), -1),
    }
  }
  const year = yearOf(date)
  return { kind: 'calendar', year, key: String(year), from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Periods that have an entry, earliest first. `dates` in any order. */
export function periodsWithData(dates: Iterable<IsoDate>, rule: PeriodRule): readonly ReportPeriod[] {
  const periods = new Map<string, ReportPeriod>()
  const months = new Map<string, ReportPeriod>()
  for (const date of dates) {
    const known = months.get(monthOf(date))
    if (known && date >= known.from && date <= known.to) continue
    const period = periodOf(date, rule)
    months.set(monthOf(date), period)
    periods.set(period.key, period)
  }
  return [...periods.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

export const isInPeriod = (date: IsoDate, period: Period): boolean => date >= period.from && date <= period.to
