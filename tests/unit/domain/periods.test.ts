import { describe, expect, test } from 'vitest'
import { isInPeriod, periodOf, periodRule, periodsWithData } from '#domain/periods.ts'

describe('a reporting year', () => {
  test('by calendar', () => {
    expect(periodOf('2025-09-27', { kind: 'calendar' })).toEqual({
      ...{ kind: 'calendar', year: 2025, key: '2025', from: '2025-01-01', to: '2025-12-31' },
    })
  })

  test('by a fiscal year that begins in April', () => {
    const rule = { kind: 'fiscal', startMonth: 4 } as const
    expect(periodOf('2026-03-31', rule)).toMatchObject({
      key: '2025-26',
      from: '2025-04-01',
      to: '2026-03-31',
    })
    expect(periodOf('2026-04-01', rule)).toMatchObject({
      key: '2026-27',
      from: '2026-04-01',
      to: '2027-03-31',
    })
    expect(periodOf('2099-12-31', rule).key).toBe('2099-00')
  })

  test('from the day of arrival, with all of the waiting as one period', () => {
    const rule = { kind: 'sponsorship', start: '2025-09-27' } as const
    expect(periodOf('2021-05-01', rule)).toMatchObject({ kind: 'before-arrival', to: '2025-09-26' })
    expect(periodOf('2025-09-27', rule)).toMatchObject({
      key: 'year-1',
      from: '2025-09-27',
      to: '2026-09-26',
    })
    expect(periodOf('2026-09-26', rule).key).toBe('year-1')
    expect(periodOf('2026-09-27', rule)).toMatchObject({
      key: 'year-2',
      from: '2026-09-27',
      to: '2027-09-26',
    })
  })

  test('from an arrival on 29 February loses and doubles no day', () => {
    const rule = { kind: 'sponsorship', start: '2024-02-29' } as const
    expect(periodOf('2025-02-27', rule)).toMatchObject({ key: 'year-1', to: '2025-02-27' })
    expect(periodOf('2025-02-28', rule)).toMatchObject({ key: 'year-2', from: '2025-02-28' })
    expect(periodOf('2028-02-29', rule)).toMatchObject({ key: 'year-5', from: '2028-02-29' })
  })

  test('is by calendar while the arrival is unknown, and for a fiscal year from January', () => {
    expect(periodOf('2025-05-05', { kind: 'sponsorship', start: null }).key).toBe('2025')
    expect(periodRule({ reportingYear: 'fiscal', fiscalStartMonth: 1 }, null)).toEqual({ kind: 'calendar' })
    expect(periodRule({ reportingYear: 'sponsorship', fiscalStartMonth: 4 }, '2025-09-27')).toEqual({
      ...{ kind: 'sponsorship', start: '2025-09-27' },
    })
  })
})

describe('periods that have data', () => {
  test('are listed once, earliest first, and a year without entries is not among them', () => {
    const dates = ['2027-01-05', '2025-02-10', '2025-02-11', '2025-12-31']
    expect(periodsWithData(dates, { kind: 'calendar' }).map(period => period.key)).toEqual(['2025', '2027'])
    expect(periodsWithData([], { kind: 'calendar' })).toEqual([])
  })

  test('tell apart days of one month on both sides of the arrival', () => {
    const periods = periodsWithData(['2025-09-30', '2025-09-01'], {
      kind: 'sponsorship',
      start: '2025-09-27',
    })
    expect(periods.map(period => period.key)).toEqual(['before-arrival', 'year-1'])
  })

  test('include both their ends', () => {
    const period = { from: '2025-01-01', to: '2025-12-31' }
    expect(
      ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map(date => isInPeriod(date, period)),
    ).toEqual([...[false, true, true, false]])
  })
})
