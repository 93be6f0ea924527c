import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addMonthsToDate,
  dateFromParts,
  daysBetween,
  daysInMonth,
  firstDay,
  isIsoDate,
  isIsoMonth,
  lastDay,
  monthOf,
  monthRange,
  monthsBetween,
  yearOf,
} from '#domain/dates.ts'

const anyDate = fc.integer({ min: 0, max: 100_000 }).map(days => addDays('1910-01-01', days))
const anyMonth = anyDate.map(monthOf)

describe('a plain date', () => {
  it.each(['2025-09-27', '1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29'])('%s is one', text => {
    expect(isIsoDate(text)).toBe(true)
  })

  it.each([
    '2025-06-31',
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '1899-12-31',
    '2200-01-01',
    '2025-9-27',
    '2025-09-27T00:00:00Z',
    '20250927',
    ' 2025-09-27',
    '2025-09-27\n',
    '',
    20250927,
    null,
    undefined,
  ])('%j is none', value => {
    expect(isIsoDate(value)).toBe(false)
  })

  it('is made of parts, or null when there is no such day', () => {
    expect(dateFromParts(2025, 9, 7)).toBe('2025-09-07')
    expect(dateFromParts(2025, 2, 29)).toBeNull()
    expect(dateFromParts(2025, 6.5, 1)).toBeNull()
    expect(dateFromParts(Number.NaN, 1, 1)).toBeNull()
    expect(dateFromParts(2025, 1, 1.5)).toBeNull()
  })

  it('gives its month, year, and the ends of its month', () => {
    expect(monthOf('2025-09-27')).toBe('2025-09')
    expect(yearOf('2025-09-27')).toBe(2025)
    expect(firstDay('2026-02')).toBe('2026-02-01')
    expect(lastDay('2026-02')).toBe('2026-02-28')
    expect(lastDay('2028-02')).toBe('2028-02-29')
    expect(daysInMonth(2000, 2)).toBe(29)
    expect(daysInMonth(1900, 2)).toBe(28)
  })

  it('has a last day in every month, and no day after it', () => {
    fc.assert(
      fc.property(anyMonth, month => {
        expect(isIsoDate(lastDay(month))).toBe(true)
        expect(addDays(lastDay(month), 1)).toBe(firstDay(addMonths(month, 1)))
      }),
    )
  })
})

describe('a month', () => {
  it.each([
    ['2025-01', true],
    ['2025-12', true],
    ['2025-00', false],
    ['2025-13', false],
    ['2025-1', false],
    ['2025-01-01', false],
    ['2200-01', false],
    [202501, false],
  ])('%j: %s', (value, is) => {
    expect(isIsoMonth(value)).toBe(is)
  })

  it('moves over the new year in both directions', () => {
    expect(addMonths('2025-11', 3)).toBe('2026-02')
    expect(addMonths('2026-02', -3)).toBe('2025-11')
    expect(addMonths('2026-01', -13)).toBe('2024-12')
    expect(monthsBetween('2025-11', '2026-02')).toBe(3)
    expect(monthsBetween('2026-02', '2025-11')).toBe(-3)
    expect(monthRange('2025-12', '2026-02')).toEqual(['2025-12', '2026-01', '2026-02'])
    expect(monthRange('2026-02', '2025-12')).toEqual([])
  })

  it('that moves forth and back is the same', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -100, max: 100 }), (month, count) => {
        const moved = addMonths(month, count)
        expect(addMonths(moved, -count)).toBe(month)
        expect(monthsBetween(month, moved)).toBe(count)
      }),
    )
  })
})

describe('arithmetic of dates', () => {
  it('knows leap years and the ends of short months', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2026-03-08', 1)).toBe('2026-03-09')
    expect(addMonthsToDate('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonthsToDate('2024-02-29', 12)).toBe('2025-02-28')
    expect(daysBetween('2025-09-27', '2026-09-27')).toBe(365)
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1)
  })

  it('counts the days that it adds', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })
})
