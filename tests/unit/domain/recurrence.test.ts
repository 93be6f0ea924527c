/** rrule-temporal, which shares no code with ours, is the oracle. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { timeOn } from '#domain/occurrences.ts'
import { countBefore, datesIn, isOccurrence, lastDate, nthOf } from '#domain/recurrence.ts'
import { dateOf } from '#domain/wall-clock.ts'
import { instantOf } from '#domain/zone-clock.ts'
import { makeRule, makeTime } from '../../support/calendar/make.ts'
import { anySeries, oracleInstants, type Series } from '../../support/calendar/rules.ts'
import { count } from '../../support/soak/size.ts'

const settings = { numRuns: count(400, 5_000) }

const instants = ({ time }: Series, dates: readonly string[]): readonly number[] =>
  dates.map(date => instantOf(timeOn({ time }, date)?.start ?? '', time.zone))

describe('a rule of repeating', () => {
  it('makes the instants that the oracle makes, over three years', () => {
    fc.assert(
      fc.property(anySeries, series => {
        const first = dateOf(series.time.start)
        const to = addDays(first, 1_100)
        const { dates, more } = datesIn(first, series.rule, { from: first, to }, 2_000)
        expect(more).toBe(false)
        expect(instants(series, dates)).toEqual(oracleInstants(series, to))
      }),
      settings,
    )
  })

  it('makes in a window what it makes there when all of it is made', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(1_000), fc.nat(120), ({ time, rule }, days, length) => {
        const first = dateOf(time.start)
        const all = datesIn(first, rule, { from: first, to: addDays(first, 1_200) }, 2_000).dates
        const from = addDays(first, days - 50)
        const to = addDays(from, length)
        const inside = all.filter(date => date >= from && date <= to)
        expect(datesIn(first, rule, { from, to }).dates).toEqual(inside)
        expect(countBefore(first, rule, from)).toBe(all.filter(date => date < from).length)
        expect(isOccurrence(first, rule, from)).toBe(all.includes(from))
      }),
      settings,
    )
  })

  it('knows its last date', () => {
    fc.assert(
      fc.property(anySeries, ({ time, rule }) => {
        const first = dateOf(time.start)
        const last = lastDate(first, rule)
        if (last === null) {
          expect([rule.until, rule.count]).toEqual([null, null])
          return
        }
        expect(datesIn(first, rule, { from: last, to: '2199-12-31' }).dates).toEqual([last])
      }),
      settings,
    )
    expect(lastDate('2026-11-02', null)).toBe('2026-11-02')
  })

  it('stops at the limit and says so', () => {
    const daily = makeRule({ unit: 'day' })
    const window = { from: '2026-01-01', to: '2026-12-31' }
    expect(datesIn('1950-01-01', daily, window, 10)).toEqual({
      dates: datesIn('1950-01-01', daily, { from: '2026-01-01', to: '2026-01-10' }).dates,
      more: true,
    })
    expect(datesIn('1950-01-01', daily, window, 365).more).toBe(false)
  })

  it('looks far into a rule without an end at no cost', () => {
    const began = performance.now()
    for (let i = 0; i < 2_000; i += 1)
      datesIn('1900-01-01', makeRule({ unit: i % 2 ? 'day' : 'week', weekdays: ['mo', 'su'] }), {
        from: '2198-01-01',
        to: '2198-01-31',
      })
    // 300 years of days, two thousand times, are 200 million if they are walked.
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('ends where dates end', () => {
    for (const unit of ['day', 'week', 'month'] as const) {
      const { dates } = datesIn('2199-12-28', makeRule({ unit }), { from: '2199-01-01', to: '2199-12-31' })
      expect(dates.at(0)).toBe('2199-12-28')
      expect(lastDate('2199-12-28', makeRule({ unit, count: 50 }))).toBe(
        unit === 'day' ? '2199-12-31' : '2199-12-28',
      )
    }
  })

  it('passes over a month without the day', () => {
    const monthly = makeRule({ unit: 'month', count: 4 })
    expect(datesIn('2026-08-31', monthly, { from: '2026-01-01', to: '2028-01-01' }).dates).toEqual([
      '2026-08-31',
      '2026-10-31',
      '2026-12-31',
      '2027-01-31',
    ])
  })

  it('says which weekday of its month a date is', () => {
    expect(['2026-11-03', '2026-11-10', '2026-11-24', '2026-11-30'].map(nthOf)).toEqual([1, 2, 4, -1])
  })

  it('always has the day of its start, although rule and start were changed apart', () => {
    const window = { from: '2026-11-01', to: '2026-12-31' }
    const second = makeRule({ unit: 'month', weekdays: ['tu'], nth: 2 })
    expect(datesIn('2026-11-05', second, window).dates).toEqual(['2026-11-05', '2026-11-10', '2026-12-08'])
    const over = makeRule({ until: '2026-10-01' })
    expect(datesIn('2026-11-05', over, window).dates).toEqual(['2026-11-05'])
  })
})

describe('the wall clock of a series', () => {
  const weekly = makeRule({ weekdays: ['su'] })
  const on = (zone: string, start: string, dates: readonly string[]): readonly string[] =>
    instants({ time: makeTime(start, start, zone), rule: weekly }, dates).map(at =>
      new Date(at).toISOString().slice(0, 16),
    )

  it.each([
    ['America/Toronto', '2026-10-25T14:00', ['2026-10-25T18:00', '2026-11-01T19:00', '2026-11-08T19:00']],
    ['America/St_Johns', '2026-10-25T14:00', ['2026-10-25T16:30', '2026-11-01T17:30', '2026-11-08T17:30']],
    ['America/Regina', '2026-10-25T14:00', ['2026-10-25T20:00', '2026-11-01T20:00', '2026-11-08T20:00']],
  ] as const)('stays at 14:00 over the end of daylight saving in %s', (zone, start, expected) => {
    const { dates } = datesIn('2026-10-25', weekly, { from: '2026-10-25', to: '2026-11-08' })
    expect(on(zone, start, dates)).toEqual(expected)
  })

  it('has the occurrence of a time that is skipped, an hour later on the wall, and the next ones at their time', () => {
    const { dates } = datesIn('2026-03-01', weekly, { from: '2026-03-01', to: '2026-03-15' })
    expect(dates).toEqual(['2026-03-01', '2026-03-08', '2026-03-15'])
    expect(on('America/Toronto', '2026-03-01T02:30', dates)).toEqual([
      '2026-03-01T07:30',
      '2026-03-08T07:30',
      '2026-03-15T06:30',
    ])
  })
})
