import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComingEntry,
  comingEntries,
  indexPosted,
  matchComing,
  matchNear,
} from '#domain/coming-entries.ts'
import { addDays, daysBetween, isIsoDate } from '#domain/dates.ts'
import type { Entry } from '#domain/entry.ts'
import {
  coversOf,
  firstFrom,
  monthlyCost,
  occurrenceId,
  occurrenceKey,
  postedEntryId,
  postedFields,
  type Recurring,
  type RecurringOccurrence,
  type RecurringSchedule,
  recurring,
  recurringEvery,
  recurringOccurrence,
  scheduledDates,
} from '#domain/recurring.ts'
import { cashEntry } from '../../support/reports/sample-account.ts'

const monthly = (start: string, day: number, end: string | null = null): RecurringSchedule => ({
  every: 'month',
  start,
  end,
  day,
})
const on = (every: 'week' | 'two-weeks' | 'year', start: string, end: string | null = null) =>
  ({ every, start, end, day: 1 }) as const

const split = { line: 'rent', cents: -145_000, countsAs: null, unit: null, covers: null }
const rent: Recurring = {
  ...recurring.defaults,
  id: 'r',
  deleted: false,
  account: 'bank',
  payee: 'Landlord',
  money: { cents: -145_000, splits: [split], toAccount: null },
  schedule: monthly('2026-01-01', 1),
  leadDays: 5,
}
const KEYS = new Map([['rent', 'rent']])

interface World {
  readonly today?: string
  readonly until?: string
  readonly entries?: readonly Entry[]
  readonly decided?: readonly RecurringOccurrence[]
}
const coming = (of: Recurring, { today = '2026-04-10', until, entries = [], decided = [] }: World = {}) =>
  comingEntries([of], {
    posted: indexPosted(entries),
    decided: new Map(decided.map(each => [each.id, each])),
    today,
    until: until ?? addDays(today, 40),
  })
const told = (all: readonly ComingEntry[]) => all.map(({ date, status }) => `${date} ${status}`)
const posts = (id: string, date: string, original: string, cents = -145_000): Entry =>
  cashEntry(id, date, cents, null, { account: 'bank', occurrence: { recurring: 'r', date: original } })
const decision = (date: string, state: RecurringOccurrence['state']): RecurringOccurrence => ({
  ...recurringOccurrence.defaults,
  id: occurrenceId('r', occurrenceKey('month', date)),
  deleted: false,
  recurring: 'r',
  date,
  state,
})

describe('the days of something recurring', () => {
  it('fall on the day of the month, on the last one where a month is shorter', () => {
    expect(scheduledDates(monthly('2028-01-31', 31), '2028-06-30')).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
      '2028-05-31',
      '2028-06-30',
    ])
    expect(scheduledDates(monthly('2026-01-15', 10), '2026-03-10')).toEqual(['2026-02-10', '2026-03-10'])
  })

  it('fall on the start’s weekday each week or every second, and on its day each year', () => {
    expect(scheduledDates(on('week', '2026-03-02'), '2026-03-20')).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
    ])
    expect(scheduledDates(on('two-weeks', '2026-12-25', '2027-01-22'), '2027-06-01')).toEqual([
      '2026-12-25',
      '2027-01-08',
      '2027-01-22',
    ])
    expect(scheduledDates(on('year', '2028-02-29'), '2032-12-31')).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })

  it('are none where the record cannot be read', () => {
    expect(scheduledDates(recurring.defaults.schedule, '2199-12-31')).toEqual([])
  })

  it('are real days in order, each with a name of its own, for any rule', () => {
    const day = fc.integer({ min: 0, max: 9_000 }).map(days => addDays('2015-01-01', days))
    fc.assert(
      fc.property(
        fc.constantFrom(...recurringEvery),
        day,
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 2_000 }),
        (every, start, dayOfMonth, length) => {
          const until = addDays(start, length)
          const dates = scheduledDates({ every, start, end: null, day: dayOfMonth }, until)
          expect(dates.every(isIsoDate)).toBe(true)
          expect(dates.every(date => start <= date && date <= until)).toBe(true)
          expect(new Set(dates.map(date => occurrenceKey(every, date))).size).toBe(dates.length)
          const gaps = dates.slice(1).map((date, i) => daysBetween(dates[i] ?? '', date))
          const most = { week: 7, 'two-weeks': 14, month: 34, year: 366 }[every]
          expect(gaps.every(gap => gap > 0 && gap <= most)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('occurrences', () => {
  it('are all listed: missed ones however old, what is due, and what comes', () => {
    expect(told(coming({ ...rent, schedule: monthly('2025-11-12', 12) }))).toEqual([
      '2025-11-12 missed',
      '2025-12-12 missed',
      '2026-01-12 missed',
      '2026-02-12 missed',
      '2026-03-12 missed',
      '2026-04-12 due',
      '2026-05-12 upcoming',
    ])
    // Due on its day, missed from the next on.
    expect(coming(rent, { today: '2026-01-01', until: '2026-01-01' })[0]?.status).toBe('due')
    expect(coming(rent, { today: '2026-01-02', until: '2026-01-02' })[0]?.status).toBe('missed')
  })

  it('are posted by an entry that names them, and open again when it is in the trash', () => {
    const entry = posts('e', '2026-03-04', '2026-03-01')
    const march = (entries: readonly Entry[]) =>
      coming(rent, { entries }).find(each => each.original === '2026-03-01')?.status
    expect(march([entry])).toBe('posted')
    expect(march([{ ...entry, deleted: true }])).toBe('missed')
    expect(march([{ ...entry, occurrence: { recurring: 'other', date: '2026-03-01' } }])).toBe('missed')
  })

  it('stay posted when the day of the month changes', () => {
    const later = { ...rent, schedule: monthly('2026-01-01', 5) }
    expect(told(coming(later, { entries: [posts('e', '2026-03-01', '2026-03-01')] }))).toEqual([
      '2026-01-05 missed',
      '2026-02-05 missed',
      '2026-03-05 posted',
      '2026-04-05 missed',
      '2026-05-05 upcoming',
    ])
  })

  it('are skipped or moved, and money that moved counts more than a skip', () => {
    const decided = [
      decision('2026-02-01', { kind: 'skipped' }),
      decision('2026-03-01', { kind: 'moved', to: '2026-04-20' }),
      decision('2026-04-01', { kind: 'skipped' }),
    ]
    const entries = [posts('e', '2026-04-01', '2026-04-01')]
    expect(told(coming(rent, { decided, entries }))).toEqual([
      '2026-01-01 missed',
      '2026-02-01 skipped',
      '2026-04-01 posted',
      '2026-04-20 upcoming',
      '2026-05-01 upcoming',
    ])
  })
})

describe('the entry that posts an occurrence', () => {
  it('has the rule’s amount, line and payee, the day it moved, and the month it was due for', () => {
    const fields = postedFields(rent, { original: '2026-03-01', on: '2026-04-09', cents: -145_000 }, KEYS)
    expect(fields).toMatchObject({
      type: 'expense',
      account: 'bank',
      date: '2026-04-09',
      payee: 'Landlord',
      occurrence: { recurring: 'r', date: '2026-03-01' },
    })
    expect(fields.money?.splits).toEqual([{ ...split, covers: { from: '2026-03', to: '2026-03' } }])
  })

  it('keeps parts that add up to another amount', () => {
    const part = { ...split, cents: -45_000, unit: 'u2' }
    const money = { cents: -145_000, splits: [{ ...split, cents: -100_000 }, part], toAccount: null }
    const fields = postedFields(
      { ...rent, money },
      { original: '2026-03-01', on: '2026-03-01', cents: -150_000 },
      KEYS,
    )
    expect(fields.money?.splits.map(each => each.cents)).toEqual([-105_000, -45_000])
  })

  it('covers what its rule says: the month, the one before or after, or a year', () => {
    const months = (rule: Recurring['covers'], date: string, key = '') => {
      const { from, to } = coversOf(rule, date, key)
      return `${from} ${to}`
    }
    expect(months('proposed', '2026-03-28', 'rent')).toBe('2026-04 2026-04')
    expect(months('proposed', '2026-03-28', 'internet')).toBe('2026-03 2026-03')
    expect(months('same-month', '2026-03-28', 'rent')).toBe('2026-03 2026-03')
    expect(months('next-month', '2025-12-28')).toBe('2026-01 2026-01')
    expect(months('previous-month', '2026-01-05')).toBe('2025-12 2025-12')
    expect(months('twelve-months', '2026-03-15')).toBe('2026-03 2027-02')
  })

  it('has an id that follows from what it posts', () => {
    expect(postedEntryId('r', occurrenceKey('month', '2026-03-05'))).toBe('r.202603')
    expect(occurrenceKey('week', '2026-03-05')).toBe(occurrenceKey('week', '2026-03-08'))
    expect(occurrenceKey('week', '2026-03-09')).not.toBe(occurrenceKey('week', '2026-03-08'))
  })
})

describe('money that moved and what was expected', () => {
  const rows = (...given: readonly [string, number][]) => given.map(([date, cents]) => ({ date, cents }))
  const matched = (moved: ReturnType<typeof rows>, of = rent, account = 'bank') =>
    [...matchComing(moved, coming(of), account)].map(
      ([row, { coming: each }]) => `${row.date} ${each.original}`,
    )

  it('fit by amount, account and nearness of the day, the nearest first, each once', () => {
    expect(matched(rows(['2026-03-03', -145_000]))).toEqual(['2026-03-03 2026-03-01'])
    expect(matched(rows(['2026-03-03', -145_001], ['2026-03-03', 145_000]))).toEqual([])
    expect(matched(rows(['2026-03-09', -145_000]))).toEqual([])
    expect(matched(rows(['2026-03-03', -145_000]), rent, 'cash')).toEqual([])
    expect(matched(rows(['2026-03-04', -145_000], ['2026-03-02', -145_000]))).toEqual([
      '2026-03-02 2026-03-01',
    ])
    expect(matched(rows(['2026-02-27', -145_000], ['2026-04-03', -145_000]))).toEqual([
      '2026-02-27 2026-03-01',
      '2026-04-03 2026-04-01',
    ])
  })

  it('leave what is posted or skipped, and transfers, to people', () => {
    expect(matched(rows(['2026-03-03', -145_000]), { ...rent, type: 'transfer' })).toEqual([])
    const skipped = coming(rent, { decided: [decision('2026-03-01', { kind: 'skipped' })] })
    expect(matchComing(rows(['2026-03-03', -145_000]), skipped, 'bank').size).toBe(0)
  })
})

describe('money that moved and may be what was expected', () => {
  const power: Recurring = {
    ...rent,
    id: 'p',
    payee: 'Hydro',
    money: { cents: -10_000, splits: [], toAccount: null },
  }
  const never = () => false
  const near = (
    moved: readonly { readonly date: string; readonly cents: number; readonly text?: string }[],
    of = power,
    account = 'bank',
  ) =>
    [
      ...matchNear(
        moved,
        coming(of),
        account,
        (row, { payee }) => (row as { readonly text?: string }).text === payee,
      ),
    ].map(([row, { coming: each, moreCents, days }]) => [row.date, row.cents, each.original, moreCents, days])
  const row = (date: string, cents: number, text = '') => ({ date, cents, text })

  it('is near within ten dollars or five hundredths, whichever is more, and three days', () => {
    expect(near([row('2026-03-01', -11_000)])).toEqual([['2026-03-01', -11_000, '2026-03-01', 1_000, 0]])
    expect(near([row('2026-03-01', -9_000)])[0]?.[3]).toBe(-1_000)
    expect(near([row('2026-03-01', -11_001)])).toEqual([])
    // Five hundredths of 1,450.00 are 72.50.
    expect(near([row('2026-03-01', -152_250)], rent)).toHaveLength(1)
    expect(near([row('2026-03-01', -152_251)], rent)).toEqual([])
    expect(near([row('2026-03-04', -10_500)])).toHaveLength(1)
    expect(near([row('2026-03-05', -10_500)])).toEqual([])
    expect(near([row('2026-02-26', -10_500)])).toHaveLength(1)
    expect(near([row('2026-02-25', -10_500)])).toEqual([])
  })

  it('is never more than half off, nor money that goes the other way', () => {
    const fee = { ...power, money: { ...power.money, cents: -500 } }
    expect(near([row('2026-03-01', -750)], fee)).toHaveLength(1)
    expect(near([row('2026-03-01', -751)], fee)).toEqual([])
    expect(near([row('2026-03-01', 300)], fee)).toEqual([])
  })

  it('is of the same payee before it is of the same account, and the nearest first, each once', () => {
    const other = row('2026-03-01', -10_100, 'Grocer')
    expect(near([other, row('2026-03-03', -10_900, 'Hydro')])).toEqual([
      ['2026-03-03', -10_900, '2026-03-01', 900, 2],
    ])
    expect(near([row('2026-03-02', -10_900), row('2026-03-02', -10_100)])).toEqual([
      ['2026-03-02', -10_100, '2026-03-01', 100, 1],
    ])
    // On no account in particular, only the payee tells.
    const anywhere = { ...power, account: null }
    expect(near([other], anywhere)).toEqual([])
    expect(near([row('2026-03-01', -10_100, 'Hydro')], anywhere)).toHaveLength(1)
    expect(near([row('2026-03-01', -10_100, 'Hydro')], power, 'cash')).toEqual([])
  })

  it('leaves transfers and what is posted or skipped to people', () => {
    expect(near([row('2026-03-01', -10_100)], { ...power, type: 'transfer' })).toEqual([])
    const skipped = coming(power, {
      decided: [
        {
          ...decision('2026-03-01', { kind: 'skipped' }),
          id: occurrenceId('p', occurrenceKey('month', '2026-03-01')),
          recurring: 'p',
        },
      ],
    })
    expect(matchNear([row('2026-03-01', -10_100)], skipped, 'bank', never).size).toBe(0)
  })
})

describe('a cost of every month', () => {
  it('begins on its first due day from the day given', () => {
    expect(firstFrom({ every: 'month', day: 31 }, '2026-02-10')).toBe('2026-02-28')
    expect(firstFrom({ every: 'month', day: 1 }, '2026-02-10')).toBe('2026-03-01')
    const fields = monthlyCost({
      account: 'bank',
      line: 'rent',
      amountCents: 145_000,
      payee: 'Landlord',
      dueDay: 1,
      from: '2026-02-01',
      end: '2027-01-31',
      writtenFor: 'lease',
    })
    expect(fields).toMatchObject({
      money: { cents: -145_000, splits: [{ line: 'rent', cents: -145_000 }] },
      schedule: { every: 'month', start: '2026-02-01', end: '2027-01-31', day: 1 },
      writtenFor: 'lease',
    })
  })
})
