/** Against a table of other people's making: see `tests/vectors/holidays/make-holidays.py`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  easterSunday,
  type Holiday,
  hasHolidayRules,
  holidayOn,
  holidaysOf,
  parseHolidayTable,
} from '#domain/holidays.ts'
import { type Province, provinces } from '#domain/sponsorship.ts'

const root = join(import.meta.dirname, '../../..')
const golden = JSON.parse(readFileSync(join(root, 'tests/vectors/holidays/holidays.json'), 'utf8')) as {
  readonly years: readonly number[]
  readonly provinces: Readonly<Record<string, readonly string[]>>
}
const raw = (): { data: { rules: { key: string }[]; provinces: { days: { day: string }[] }[] } } =>
  JSON.parse(readFileSync(join(root, 'resources/calendar/holidays.json'), 'utf8'))
const dates = (holidays: readonly Holiday[]): readonly string[] => holidays.map(each => each.date)

describe('statutory holidays', () => {
  it.each(Object.keys(golden.provinces))('of %s are those of the table, in each of five years', province => {
    const found = golden.years.flatMap(year => dates(holidaysOf(province as Province, year)))
    expect(found).toEqual(golden.provinces[province])
    expect(golden.provinces[province]?.length).toBeGreaterThanOrEqual(30)
  })

  it('cover ten provinces', () => {
    expect(Object.keys(golden.provinces)).toHaveLength(10)
    expect(provinces.filter(hasHolidayRules)).toEqual(Object.keys(golden.provinces))
  })

  it.each(['', 'NT', 'NU', 'YT'] as const)('of %j are the five that all provinces have', province => {
    expect(holidaysOf(province, 2025).map(each => each.key)).toEqual([
      'new-year',
      'good-friday',
      'canada-day',
      'labour-day',
      'christmas',
    ])
  })

  it('follow the law that moves a day off a Sunday, where there is one', () => {
    // 1 July 2029 is a Sunday: the Holidays Act says the 2nd; Nova Scotia and Newfoundland and Labrador name the 1st.
    for (const province of ['AB', 'BC', 'MB', 'NB', 'ON', 'PE', 'QC', 'SK'] as const)
      expect(holidayOn('2029-07-02', province)?.key).toBe('canada-day')
    for (const province of ['NS', 'NL'] as const) expect(holidayOn('2029-07-02', province)).toBeNull()
    expect(dates(holidaysOf('QC', 2029))).toContain('2029-06-25')
    expect(dates(holidaysOf('SK', 2029))).toContain('2029-11-12')
    expect(dates(holidaysOf('AB', 2029))).toContain('2029-11-11')
  })

  it('are not there before the year of their law', () => {
    expect(holidayOn('2022-09-30', 'BC')).toBeNull()
    expect(holidayOn('2023-09-30', 'BC')?.key).toBe('truth-and-reconciliation')
    expect(holidayOn('2023-09-30', 'MB')).toBeNull()
    expect(holidayOn('2024-09-30', 'MB')?.key).toBe('truth-and-reconciliation')
    expect(holidayOn('2017-02-20', 'NB')).toBeNull()
  })

  it('say where each comes from and how sure it is', () => {
    expect(holidayOn('2024-09-30', 'MB')).toMatchObject({ status: 'verified', law: 'holiday' })
    expect(holidayOn('2024-11-11', 'MB')).toMatchObject({ status: 'secondary', law: 'closing' })
    expect(holidayOn('2024-04-01', 'QC')).toMatchObject({ key: 'easter-monday', law: 'employer-chooses' })
    for (const province of provinces)
      for (const each of holidaysOf(province, 2026)) expect(each.source).toMatch(/^https:\/\//)
  })
})

describe('Easter', () => {
  // Published dates, among them the earliest and latest of these centuries and the two exceptions to the plain cycle.
  it.each([
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2020-04-12',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
  ])('was or will be on %s', day => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day)
  })
})

describe('the file of holidays', () => {
  it('is refused with the place of what is wrong', () => {
    const wrongDay = raw()
    Object.assign(wrongDay.data.provinces[2]?.days[1] ?? {}, { since: 'long ago' })
    expect(parseHolidayTable(wrongDay)).toMatchObject({ problem: { at: 'data.provinces.2.days.1.since' } })
    const unknownRule = raw()
    Object.assign(unknownRule.data.provinces[0]?.days[0] ?? {}, { day: 'carnival' })
    expect(parseHolidayTable(unknownRule)).toMatchObject({ ok: false, problem: { at: 'data' } })
    expect(parseHolidayTable(null)).toMatchObject({ ok: false })
  })

  it('has no rule that no province uses', () => {
    const { data } = raw()
    const used = new Set(data.provinces.flatMap(each => each.days.map(({ day }) => day)))
    expect(data.rules.map(({ key }) => key).filter(key => !used.has(key))).toEqual([])
  })
})
