import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonthsToDate, daysBetween } from '#domain/dates.ts'
import {
  type ArrivalTiming,
  type Clock,
  clockStart,
  payerOfMonth,
  supportEnds,
  supportMonthOfCovers,
  supportMonthOfDate,
  supportMonths,
  supportToday,
} from '#domain/support-months.ts'

const unknown: ArrivalTiming = {
  timing: { state: 'unknown', from: null, to: null, expected: null, landed: null, reached: null },
  supportEndsOverride: null,
}
const arrived = (date: string): ArrivalTiming => ({
  timing: { ...unknown.timing, state: 'landed', landed: date, reached: date },
  supportEndsOverride: null,
})
const clock = (monthKind: Clock['monthKind'], months = 12): Clock => ({
  supportMonths: months,
  payerByMonth: ['sponsor'],
  monthKind,
})

describe('the end of support', () => {
  it('is the day before the day of arrival comes round again', () => {
    expect(supportEnds(clock('calendar'), arrived('2025-09-27'))).toBe('2026-09-26')
    expect(supportEnds(clock('arrival-day'), arrived('2025-09-27'))).toBe('2026-09-26')
    expect(supportEnds(clock('calendar', 24), arrived('2024-02-29'))).toBe('2026-02-27')
  })

  it('is what the group entered, when it entered one', () => {
    const prolonged = { ...arrived('2025-09-27'), supportEndsOverride: '2026-12-31' }
    expect(supportEnds(clock('calendar'), prolonged)).toBe('2026-12-31')
  })

  it('is not known while the arrival is not, and a window is no date', () => {
    expect(supportEnds(clock('calendar'), unknown)).toBeNull()
    const window = { ...unknown.timing, state: 'window' as const, from: '2026-03-01', to: '2026-05-31' }
    expect(clockStart({ timing: window, supportEndsOverride: null })).toBeNull()
  })

  it('is tentative while the arrival is only notified', () => {
    const timing = { ...unknown.timing, state: 'notified' as const, expected: '2026-03-10' }
    expect(clockStart({ timing, supportEndsOverride: null })).toEqual({ date: '2026-03-10', certain: false })
  })

  it('counts from the day they reached the group, when they landed elsewhere before', () => {
    const timing = {
      ...unknown.timing,
      state: 'landed' as const,
      landed: '2025-09-26',
      reached: '2025-09-27',
    }
    expect(clockStart({ timing, supportEndsOverride: null })).toEqual({ date: '2025-09-27', certain: true })
  })
})

describe('support months', () => {
  it('are numbers without dates while the arrival is unknown', () => {
    const months = supportMonths(clock('calendar'), unknown)
    expect(months.map(each => each.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(months.every(each => each.dates === null)).toBe(true)
  })

  it('by calendar begin with the month of arrival, and the last takes the days that are left', () => {
    const months = supportMonths(clock('calendar'), arrived('2025-09-27'))
    expect(months[0]?.dates).toEqual({ from: '2025-09-27', to: '2025-09-30', month: '2025-09' })
    expect(months[1]?.dates).toEqual({ from: '2025-10-01', to: '2025-10-31', month: '2025-10' })
    expect(months[11]?.dates).toEqual({ from: '2026-08-01', to: '2026-09-26', month: '2026-08' })
    expect(supportMonthOfCovers(months, '2025-09')?.number).toBe(1)
    expect(supportMonthOfCovers(months, '2026-08')?.number).toBe(12)
    expect(supportMonthOfCovers(months, '2026-09')?.number).toBe(12)
    expect(supportMonthOfCovers(months, '2025-08')).toBeNull()
    expect(supportMonthOfCovers(months, '2026-10')).toBeNull()
  })

  it('from the day of arrival begin on that day of each month, or on the last of a shorter one', () => {
    const months = supportMonths(clock('arrival-day'), arrived('2025-10-31'))
    expect(months[0]?.dates).toEqual({ from: '2025-10-31', to: '2025-11-29', month: '2025-10' })
    expect(months[1]?.dates).toEqual({ from: '2025-11-30', to: '2025-12-30', month: '2025-11' })
    expect(months[4]?.dates?.from).toBe('2026-02-28')
    expect(months[11]?.dates?.to).toBe('2026-10-30')
  })

  it('that begin after an earlier end have no dates', () => {
    const short = { ...arrived('2025-09-01'), supportEndsOverride: '2025-11-15' }
    const months = supportMonths(clock('calendar'), short)
    expect(months[2]?.dates).toEqual({ from: '2025-11-01', to: '2025-11-15', month: '2025-11' })
    expect(months[3]?.dates).toBeNull()
  })

  it('hold every day from arrival to end exactly once, however they are counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 36 }),
        fc.constantFrom('calendar' as const, 'arrival-day' as const),
        (days, count, kind) => {
          const start = addDays('2024-01-01', days)
          const months = supportMonths(clock(kind, count), arrived(start)).map(each => each.dates)
          expect(months[0]?.from).toBe(start)
          expect(months.at(-1)?.to).toBe(addDays(addMonthsToDate(start, count), -1))
          for (let i = 1; i < months.length; i += 1)
            expect(daysBetween(months[i - 1]?.to ?? '', months[i]?.from ?? '')).toBe(1)
          expect(new Set(months.map(each => each?.month)).size).toBe(count)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('have the payer that was agreed; the last one of a shorter list goes on', () => {
    const bvor: Clock = {
      ...clock('calendar'),
      payerByMonth: [
        'sponsor',
        'government',
        'government',
        'government',
        'government',
        'government',
        'government',
        'sponsor',
      ],
    }
    const payers = supportMonths(bvor, unknown).map(each => each.payer)
    expect(payers.indexOf('government')).toBe(1)
    expect(payers.slice(7)).toEqual(['sponsor', 'sponsor', 'sponsor', 'sponsor', 'sponsor'])
    expect(payerOfMonth({ payerByMonth: [] }, 3)).toBe('sponsor')
  })
})

describe('today', () => {
  const arrival = arrived('2025-09-27')

  it.each([
    ['2025-09-27', 1],
    ['2025-10-01', 2],
    ['2025-12-31', 4],
    ['2026-09-26', 12],
  ])('on %s is month %i of 12 by calendar', (today, number) => {
    expect(supportToday(clock('calendar'), arrival, today)).toEqual({
      kind: 'during',
      number,
      of: 12,
      ends: '2026-09-26',
      certain: true,
    })
  })

  it('counts from the day of arrival when the agreement holder does', () => {
    expect(supportToday(clock('arrival-day'), arrival, '2025-10-26')).toMatchObject({ number: 1 })
    expect(supportToday(clock('arrival-day'), arrival, '2025-10-27')).toMatchObject({ number: 2 })
    expect(supportMonthOfDate(supportMonths(clock('arrival-day'), arrival), '2025-09-26')).toBeNull()
  })

  it('before, after and without an arrival says so', () => {
    expect(supportToday(clock('calendar'), arrival, '2025-09-20')).toEqual({
      kind: 'before',
      daysLeft: 7,
      starts: '2025-09-27',
      certain: true,
    })
    expect(supportToday(clock('calendar'), arrival, '2026-09-27')).toEqual({
      kind: 'ended',
      ended: '2026-09-26',
    })
    expect(supportToday(clock('calendar'), unknown, '2026-01-01')).toEqual({ kind: 'waiting' })
  })

  it('beyond the last month of support that was prolonged stays in the last month', () => {
    const prolonged = { ...arrived('2025-09-27'), supportEndsOverride: '2026-12-31' }
    expect(supportToday(clock('arrival-day'), prolonged, '2026-12-01')).toMatchObject({
      kind: 'during',
      number: 12,
    })
  })
})
