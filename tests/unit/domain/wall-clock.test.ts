import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '#domain/dates.ts'
import { addToWall, isWallClock, minuteNumber, wallOfMinute, weekdayNameOf } from '#domain/wall-clock.ts'
import { instantOf, isKnownZone, isZoneName, offsetAt, wallAt, zoneChanges } from '#domain/zone-clock.ts'
import { count } from '../../support/soak/size.ts'

const zones = [
  'America/Toronto',
  'America/Regina',
  'America/St_Johns',
  'America/Vancouver',
  'Asia/Kabul',
  'UTC',
]
const anyMinute = fc.integer({ min: minuteNumber('1990-01-01T00:00'), max: minuteNumber('2060-01-01T00:00') })

describe('wall-clock time', () => {
  it.each([
    ['2026-03-08T02:30', true],
    ['2026-03-08T24:00', false],
    ['2026-02-30T10:00', false],
    ['2026-03-08T10:60', false],
    ['2026-03-08 10:00', false],
    ['2026-03-08T10:00Z', false],
    ['1899-12-31T10:00', false],
  ])('%s is one: %s', (text, is) => {
    expect(isWallClock(text)).toBe(is)
  })

  it('counts days, weekdays and minutes as Temporal does', () => {
    fc.assert(
      fc.property(anyMinute, minute => {
        const wall = wallOfMinute(minute)
        const plain = Temporal.PlainDateTime.from(wall)
        const date = plain.toPlainDate()
        expect(minuteNumber(wall)).toBe(minute)
        expect(weekdayOfEpochDay(epochDay(date.toString()))).toBe(date.dayOfWeek)
        expect(dateOfEpochDay(epochDay(date.toString()))).toBe(date.toString())
        expect(addToWall(wall, { days: 3, minutes: -90 })).toBe(
          plain.add({ days: 3 }).subtract({ minutes: 90 }).toString({ smallestUnit: 'minute' }),
        )
      }),
      { numRuns: count(300, 5_000) },
    )
    expect(weekdayNameOf('2026-11-01')).toBe('su')
    expect(addToWall('2199-12-31T23:00', { minutes: 60 })).toBeNull()
  })
})

describe('a zone’s clock', () => {
  it('finds the instant and the wall-clock time that Temporal finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMinute, (zone, minute) => {
        const wall = wallOfMinute(minute)
        const zoned = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)
        expect(instantOf(wall, zone)).toBe(zoned.epochMilliseconds)
        expect(wallAt(minute * 60_000, zone)).toBe(
          Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
            .toZonedDateTimeISO(zone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' }),
        )
      }),
      { numRuns: count(500, 10_000) },
    )
  })

  it.each([
    // The night clocks go forward: 02:30 is not there, and is shown as 03:30.
    ['America/Toronto', '2026-03-08T02:30', '2026-03-08T07:30Z', '2026-03-08T03:30'],
    ['America/St_Johns', '2026-03-08T02:30', '2026-03-08T06:00Z', '2026-03-08T03:30'],
    ['America/Regina', '2026-03-08T02:30', '2026-03-08T08:30Z', '2026-03-08T02:30'],
    // The night clocks go back: 01:30 is there twice, and the first is meant.
    ['America/Toronto', '2026-11-01T01:30', '2026-11-01T05:30Z', '2026-11-01T01:30'],
    ['America/St_Johns', '2026-11-01T01:30', '2026-11-01T04:00Z', '2026-11-01T01:30'],
    ['America/Regina', '2026-11-01T01:30', '2026-11-01T07:30Z', '2026-11-01T01:30'],
  ])('in %s reads %s as %s', (zone, wall, instant, shown) => {
    expect(instantOf(wall, zone)).toBe(Date.parse(instant))
    expect(wallAt(Date.parse(instant), zone)).toBe(shown)
  })

  it('lists the changes of some years', () => {
    expect(
      zoneChanges('America/Toronto', 2026, 2026).map(({ atMs }) => new Date(atMs).toISOString()),
    ).toEqual(['2026-03-08T07:00:00.000Z', '2026-11-01T06:00:00.000Z'])
    expect(zoneChanges('America/Toronto', 2019, 2031)).toHaveLength(26)
    expect(zoneChanges('America/Regina', 2000, 2040)).toEqual([])
  })

  it('keeps the name of a zone that it does not know, and never throws on it', () => {
    expect([isZoneName('America/Nowhere'), isKnownZone('America/Nowhere')]).toEqual([true, false])
    expect([isZoneName('Amérique'), isZoneName(''), isZoneName('a'.repeat(65))]).toEqual([
      false,
      false,
      false,
    ])
    expect(offsetAt(0, 'America/Nowhere')).toBe(0)
  })
})
