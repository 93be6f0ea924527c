/** When a member can usually be asked. */
import { describe, expect, it } from 'vitest'
import { type AvailableTime, daysByTimes, inOrder, isUsuallyFree } from '#domain/availability.ts'

/** 23 November 2026 is a Monday. */
const MONDAY = '2026-11-23'
const at = (start: string, end: string, day = MONDAY) => ({ start: `${day}T${start}`, end: `${day}T${end}` })
const MORNING: readonly AvailableTime[] = ['mo-morning']

describe('when a member is usually free', () => {
  it('is not known while nothing is said', () => {
    expect(isUsuallyFree([], at('09:00', '10:00'))).toBeNull()
  })

  it.each([
    ['09:00', '11:30', true],
    ['09:00', '12:00', true],
    ['09:00', '12:01', false],
    ['12:00', '13:00', false],
    ['00:00', '00:00', true],
    ['12:00', '12:00', false],
  ])('ends where the afternoon begins: %s to %s', (start, end, free) => {
    expect(isUsuallyFree(MORNING, at(start, end))).toBe(free)
  })

  it('is asked of the weekday, and of every part that is touched', () => {
    expect(isUsuallyFree(MORNING, at('09:00', '10:00', '2026-11-24'))).toBe(false)
    const most: readonly AvailableTime[] = ['mo-morning', 'mo-evening']
    expect(isUsuallyFree(most, at('09:00', '18:00'))).toBe(false)
    expect(isUsuallyFree([...most, 'mo-afternoon'], at('09:00', '18:00'))).toBe(true)
    expect(isUsuallyFree(['mo-evening'], at('17:00', '23:30'))).toBe(true)
  })

  it('over midnight is asked of both days', () => {
    const night = { start: `${MONDAY}T22:00`, end: '2026-11-24T01:00' }
    expect(isUsuallyFree(['mo-evening'], night)).toBe(false)
    expect(isUsuallyFree(['mo-evening', 'tu-morning'], night)).toBe(true)
    const untilMidnight = { start: `${MONDAY}T22:00`, end: '2026-11-24T00:00' }
    expect(isUsuallyFree(['mo-evening'], untilMidnight)).toBe(true)
  })
})

describe('times in words', () => {
  it('put days with the same parts together, in the order of the week', () => {
    const times: readonly AvailableTime[] = [
      'we-morning',
      'mo-morning',
      'sa-morning',
      'sa-afternoon',
      'sa-evening',
    ]
    expect(daysByTimes(times)).toEqual([
      { days: ['mo', 'we'], times: ['morning'] },
      { days: ['sa'], times: ['morning', 'afternoon', 'evening'] },
    ])
  })

  it('are kept in one order, each once', () => {
    expect(inOrder(['we-morning', 'mo-evening', 'mo-morning', 'we-morning'])).toEqual([
      'mo-morning',
      'mo-evening',
      'we-morning',
    ])
  })
})
