/** Against a day-by-day count over a table of other people's making, and walks that Python made over it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, dateOfEpochDay, epochDay, weekdayOf } from '#domain/dates.ts'
import type { Province } from '#domain/sponsorship.ts'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  whyOff,
  workingDaysBetween,
} from '#domain/working-days.ts'
import { count, diceFor, reportFigures } from '../../support/soak/size.ts'

const golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../vectors/holidays/holidays.json'), 'utf8'),
) as {
  readonly provinces: Readonly<Record<string, readonly string[]>>
  readonly walks: Readonly<Record<string, readonly string[]>>
}
const names = Object.keys(golden.provinces) as Province[]

/** All days of 2023 to 2027 with whether people work on them, by Temporal and the table alone. */
function daysOf(province: string): readonly { readonly date: string; readonly works: boolean }[] {
  const off = new Set(golden.provinces[province])
  const days: { date: string; works: boolean }[] = []
  for (let day = Temporal.PlainDate.from('2023-01-01'); day.year < 2028; day = day.add({ days: 1 })) {
    const date = day.toString()
    days.push({ date, works: day.dayOfWeek < 6 && !off.has(date) })
  }
  return days
}

describe('working days', () => {
  let walked = 0
  afterAll(() =>
    reportFigures({
      kind: 'Working days of ten provinces in five years, against a count by hand',
      cases: walked,
      failures: 0,
      note: 'over a table of other people’s making',
    }),
  )

  it.each(names)('of %s are right on every day of five years', province => {
    const days = daysOf(province)
    expect(days).toHaveLength(1826)
    expect(days.filter(each => isWorkingDay(each.date, province) !== each.works)).toEqual([])
  })

  it.each(names)('of %s are counted as one counts by hand, in both directions', province => {
    const days = daysOf(province)
    const dice = diceFor(`working days ${province}`)
    const cases = count(200, 4_000)
    for (let i = 0; i < cases; i += 1) {
      const start = 200 + dice(days.length - 400)
      const steps = dice(121) - 60
      let at = start
      for (let left = Math.abs(steps); left > 0; ) {
        at += steps < 0 ? -1 : 1
        if (days[at]?.works) left -= 1
      }
      const from = days[start]?.date ?? ''
      const to = days[at]?.date ?? ''
      expect(addWorkingDays(from, steps, province), `${from} ${steps}`).toBe(to)
      expect(workingDaysBetween(from, to, province), `${from} ${to}`).toBe(steps)
    }
    walked += cases
  })

  it.each(names)('of %s lead where Python came to', province => {
    const walks = golden.walks[province] ?? []
    expect(walks).toHaveLength(60)
    for (const walk of walks) {
      const [from = '', steps = '', to = ''] = walk.split(' ')
      expect(addWorkingDays(from, Number(steps), province), walk).toBe(to)
    }
  })

  it.each(names)('of %s: the next and the one before are the nearest, the day itself first', province => {
    const days = daysOf(province).slice(20, -20)
    for (const [i, { date, works }] of days.entries()) {
      if (works) {
        expect([nextWorkingDay(date, province), previousWorkingDay(date, province)]).toEqual([date, date])
      } else if (i > 7 && i < days.length - 7) {
        expect(nextWorkingDay(date, province)).toBe(days.slice(i).find(each => each.works)?.date)
        expect(previousWorkingDay(date, province)).toBe(days.slice(0, i).findLast(each => each.works)?.date)
      }
    }
  })

  it('say why a day is none', () => {
    expect(whyOff('2026-07-01', 'ON')).toEqual({ kind: 'holiday', key: 'canada-day' })
    expect(whyOff('2026-07-04', 'ON')).toEqual({ kind: 'weekend' })
    expect(whyOff('2026-07-02', 'ON')).toBeNull()
    expect(whyOff('2026-08-03', 'ON')).toBeNull()
    expect(whyOff('2026-08-03', 'SK')).toEqual({ kind: 'holiday', key: 'saskatchewan-day' })
  })

  it('without a province are weekdays without the holidays that all have', () => {
    expect(addWorkingDays('2026-12-24', 1, '')).toBe('2026-12-28')
    expect(addWorkingDays('2026-12-24', 1, 'ON')).toBe('2026-12-28')
    expect(isWorkingDay('2026-05-18', '')).toBe(true)
    expect(isWorkingDay('2026-05-18', 'ON')).toBe(false)
  })

  it('stay with a date when there are none to add', () => {
    expect(addWorkingDays('2026-07-04', 0, 'ON')).toBe('2026-07-04')
    expect(workingDaysBetween('2026-07-04', '2026-07-04', 'ON')).toBe(0)
  })
})

describe('days since 1970', () => {
  it('go to a number and back, and know their weekday, as Temporal does', () => {
    for (let i = 0; i < 110_000; i += 37) {
      const date = addDays('1900-01-01', i)
      expect(dateOfEpochDay(epochDay(date))).toBe(date)
      expect(weekdayOf(date)).toBe(Temporal.PlainDate.from(date).dayOfWeek)
    }
    expect(epochDay('1970-01-01')).toBe(0)
    expect(epochDay('1969-12-31')).toBe(-1)
  })
})
