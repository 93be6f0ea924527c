/**
 * Statutory holidays by province, worked out from the rules in `resources/calendar/holidays.json`, each with a source
 * and how sure it is. A day off that each person agrees with an employer in place of one on a weekend is nobody else's
 * day off and is not counted; where the law moves the day itself, it is.
 *
 * While no province is known, and in the territories, whose rules are not in the file, the days that all ten provinces
 * have are counted: a day too few is put right by hand, a day too many would hide a deadline.
 */
import { z } from 'zod/mini'
import holidayFile from '#resources/calendar/holidays.json' with { type: 'json' }
import { type DataTable, parseDataTable, type TableProblem } from './data-table.ts'
import { addDays, dateFromParts, daysInMonth, type IsoDate, weekdayOf } from './dates.ts'
import { type FigureStatus, figureStatuses } from './line.ts'
import { remembered } from './remembered.ts'
import type { Result } from './result.ts'
import { type Province, provinces } from './sponsorship.ts'

const month = z.number().check(z.int(), z.gte(1), z.lte(12))
const dayOfMonth = z.number().check(z.int(), z.gte(1), z.lte(31))
const weekday = z.number().check(z.int(), z.gte(1), z.lte(7))
const url = z.string().check(z.regex(/^https:\/\//))

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), month, day: dayOfMonth }),
  /** The `nth` such weekday of the month; 1 is Monday. */
  z.object({
    kind: z.literal('weekday'),
    month,
    weekday,
    nth: z.number().check(z.int(), z.gte(1), z.lte(4)),
  }),
  /** The last such weekday before that day, never the day itself. */
  z.object({ kind: z.literal('weekday-before'), month, day: dayOfMonth, weekday }),
  /** So many days after Easter Sunday. */
  z.object({ kind: z.literal('easter'), days: z.number().check(z.int()) }),
])

const provinceDay = z.object({
  /** Key of a rule, translated by the screens. */
  day: z.string(),
  /** First year; absent: as long as anybody plans back. */
  since: z.optional(z.number().check(z.int())),
  /** The law moves the day, when it is a Sunday, to the Monday after. */
  onSunday: z.optional(z.literal('next-day')),
  /** Absent: a holiday with pay. `closing`: an act of its own closes most businesses. */
  law: z.optional(z.enum(['closing', 'employer-chooses'])),
  status: z.optional(z.enum(figureStatuses)),
  url: z.optional(url),
})
type ProvinceDay = z.output<typeof provinceDay>

const holidayTable = z
  .object({
    rules: z.array(z.object({ key: z.string().check(z.regex(/^[a-z-]+$/)), on: rule })).check(z.minLength(1)),
    provinces: z
      .array(
        z.object({
          province: z.enum(provinces),
          status: z.enum(figureStatuses),
          url,
          days: z.array(provinceDay).check(z.minLength(1)),
        }),
      )
      .check(z.minLength(1)),
  })
  .check(
    z.refine(table =>
      table.provinces.every(each =>
        each.days.every(({ day }) => table.rules.some(known => known.key === day)),
      ),
    ),
  )
export type HolidayRule = z.output<typeof rule>
export type HolidayTable = DataTable<z.output<typeof holidayTable>>

export const parseHolidayTable = (raw: unknown): Result<HolidayTable, TableProblem> =>
  parseDataTable(holidayTable, raw)

export interface Holiday {
  readonly date: IsoDate
  /** `canada-day`: the screens translate it. */
  readonly key: string
  /** `closing`: most businesses close by an act of its own. `employer-chooses`: one of two days, by the employer. */
  readonly law: 'holiday' | 'closing' | 'employer-chooses'
  readonly status: FigureStatus
  readonly source: string
}

const TEN = 10

/** In the order of their dates. */
export const holidaysOf = (province: Province, year: number): readonly Holiday[] =>
  holidaysOfYear(`${province} ${year}`)

/** Whether the file has the province's own rules; else the days that all have are counted. */
export const hasHolidayRules = (province: Province): boolean =>
  shipped().data.provinces.some(each => each.province === province)

export const holidayOn = (date: IsoDate, province: Province): Holiday | null =>
  holidaysOf(province, Number(date.slice(0, 4))).find(each => each.date === date) ?? null

let parsed: HolidayTable | null = null

/** A shipped file that cannot be read is a bug of the build, so it throws. */
function shipped(): HolidayTable {
  if (parsed) return parsed
  const table = parseHolidayTable(holidayFile)
  if (!table.ok) throw new Error(`shipped holidays: ${JSON.stringify(table.problem)}`)
  parsed = table.value
  return parsed
}

const holidaysOfYear = remembered((key: string): readonly Holiday[] => {
  const [province = '', year = ''] = key.split(' ')
  const known = shipped().data.provinces.find(each => each.province === province)
  return known ? ofProvince(known, Number(year)) : ofAll(Number(year))
})

function ofProvince(province: HolidayTable['data']['provinces'][number], year: number): readonly Holiday[] {
  return province.days
    .flatMap((each): readonly Holiday[] => {
      const date = dateInYear(each, year)
      const { law = 'holiday', status = province.status, url: source = province.url } = each
      return date === null ? [] : [{ date, key: each.day, law, status, source }]
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

function ofAll(year: number): readonly Holiday[] {
  const all = shipped().data.provinces.map(each => ofProvince(each, year))
  const [first = []] = all
  return first.filter(
    each => all.length === TEN && all.every(days => days.some(({ date }) => date === each.date)),
  )
}

function dateInYear(each: ProvinceDay, year: number): IsoDate | null {
  if (each.since !== undefined && year < each.since) return null
  const found = shipped().data.rules.find(known => known.key === each.day)
  if (!found) return null
  const date = dateOfRule(found.on, year)
  return each.onSunday === 'next-day' && weekdayOf(date) === 7 ? addDays(date, 1) : date
}

export function dateOfRule(on: HolidayRule, year: number): IsoDate {
  switch (on.kind) {
    case 'day':
      return date(year, on.month, on.day)
    case 'weekday': {
      const first = date(year, on.month, 1)
      return addDays(first, ((on.weekday - weekdayOf(first) + 7) % 7) + (on.nth - 1) * 7)
    }
    case 'weekday-before': {
      const before = addDays(date(year, on.month, on.day), -1)
      return addDays(before, -((weekdayOf(before) - on.weekday + 7) % 7))
    }
    case 'easter':
      return addDays(easterSunday(year), on.days)
  }
}

/** 29 February of a rule would be the 28th in other years; no rule has one. */
const date = (year: number, month: number, day: number): IsoDate =>
  dateFromParts(year, month, Math.min(day, daysInMonth(year, month))) ?? `${year}-12-31`

/** Of the Gregorian calendar; the algorithm of Meeus, Jones and Butcher, *Astronomical Algorithms*, chapter 8. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return date(year, Math.floor(days / 31), (days % 31) + 1)
}
