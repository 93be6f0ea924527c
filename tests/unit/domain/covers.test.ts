import { describe, expect, it } from 'vitest'
import { coveredMonth, proposeCovers } from '#domain/covers.ts'

describe('what an entry covers', () => {
  it.each([
    ['2025-10-02', '2025-10'],
    ['2025-11-03', '2025-11'],
    ['2025-12-01', '2025-12'],
    ['2025-12-31', '2026-01'],
    ['2026-01-30', '2026-02'],
    ['2026-03-02', '2026-03'],
    ['2026-03-31', '2026-04'],
    ['2026-04-30', '2026-05'],
    ['2026-06-01', '2026-06'],
    ['2026-06-29', '2026-07'],
    ['2026-07-29', '2026-08'],
    ['2026-08-28', '2026-09'],
  ])('for rent paid on %s is %s', (date, month) => {
    expect(coveredMonth(date, 'rent')).toBe(month)
  })

  it.each([
    ['2026-01-26', '2026-01'],
    ['2026-01-27', '2026-02'],
    ['2026-02-23', '2026-02'],
    ['2026-02-24', '2026-03'],
    ['2028-02-24', '2028-02'],
    ['2028-02-25', '2028-03'],
    ['2026-04-26', '2026-05'],
    ['2026-04-25', '2026-04'],
  ])('turns with the last five days of the month: %s is %s', (date, month) => {
    expect(coveredMonth(date, 'rent')).toBe(month)
  })

  it.each(['household-support', 'last-month-rent', 'utilities', ''])(
    'for %j is the month of its date',
    key => {
      expect(proposeCovers(key, '2026-03-31')).toEqual({ from: '2026-03', to: '2026-03' })
    },
  )
})
