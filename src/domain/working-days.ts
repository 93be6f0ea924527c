/**
 * Working days of a province: Monday to Friday without its statutory holidays. What a notice of ten working days is
 * counted in.
 */
import { dateOfEpochDay, epochDay, type IsoDate, weekdayOfEpochDay } from './dates.ts'
import { holidayOn, holidaysOf } from './holidays.ts'
import { remembered } from './remembered.ts'
import type { Province } from './sponsorship.ts'

export type WhyOff = { readonly kind: 'weekend' } | { readonly kind: 'holiday'; readonly key: string }

/** Why nobody works on a day; null: it is a working day. A holiday on a Saturday is told as a weekend. */
export function whyOff(date: IsoDate, province: Province): WhyOff | null {
  if (weekdayOfEpochDay(epochDay(date)) > 5) return { kind: 'weekend' }
  const holiday = holidayOn(date, province)
  return holiday && { kind: 'holiday', key: holiday.key }
}

export const isWorkingDay = (date: IsoDate, province: Province): boolean => worksOn(province)(epochDay(date))

/** The day itself where it is a working day, else the first one after it. */
export function nextWorkingDay(date: IsoDate, province: Province): IsoDate {
  return nearestWorkingDay(date, province, 1)
}

/** The day itself where it is a working day, else the last one before it. */
export function previousWorkingDay(date: IsoDate, province: Province): IsoDate {
  return nearestWorkingDay(date, province, -1)
}

function nearestWorkingDay(date: IsoDate, province: Province, step: 1 | -1): IsoDate {
  const works = worksOn(province)
  let day = epochDay(date)
  while (!works(day)) day += step
  return dateOfEpochDay(day)
}

/** The `count`th working day after the date, or before it when negative; 0 is the date itself, whatever day it is. */
export function addWorkingDays(date: IsoDate, count: number, province: Province): IsoDate {
  const works = worksOn(province)
  const step = count < 0 ? -1 : 1
  let day = epochDay(date)
  for (let left = Math.abs(count); left > 0; ) {
    day += step
    if (works(day)) left -= 1
  }
  return dateOfEpochDay(day)
}

/**
 * How many working days to go from `a` to reach `b`: those after `a` up to and with `b`; negative, those before `a` down
 * to and with `b`, when `b` is earlier. `addWorkingDays(a, n)` is `b` again where `b` is a working day.
 */
export function workingDaysBetween(a: IsoDate, b: IsoDate, province: Province): number {
  const works = worksOn(province)
  const [from, to] = [epochDay(a), epochDay(b)]
  const step = to < from ? -1 : 1
  let count = 0
  for (let day = from; day !== to; ) {
    day += step
    if (works(day)) count += step
  }
  return count
}

/** Days of a year that are holidays, by province and year: a plan of thousands of tasks asks for the same few. */
const holidayDays = remembered((key: string): ReadonlySet<number> => {
  const [province = '', year = ''] = key.split(' ')
  return new Set(holidaysOf(province as Province, Number(year)).map(each => epochDay(each.date)))
})

function worksOn(province: Province): (day: number) => boolean {
  let year = Number.NaN
  let [first, last] = [0, -1]
  let holidays: ReadonlySet<number> = new Set()
  return day => {
    if (weekdayOfEpochDay(day) > 5) return false
    if (day < first || day > last) {
      year = Number(dateOfEpochDay(day).slice(0, 4))
      first = epochDay(`${year}-01-01`)
      last = epochDay(`${year}-12-31`)
      holidays = holidayDays(`${province} ${year}`)
    }
    return !holidays.has(day)
  }
}
