/** Dates, times and lengths as calendar files write them: `20261102`, `20261102T093000Z`, `PT1H30M`, `-0330`. */
import { dateFromParts, dateOfEpochDay, type IsoDate } from '#domain/dates.ts'
import type { WallClock } from '#domain/wall-clock.ts'
import type { IcsProperty } from './ics.ts'

export type IcsTime =
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** `zone` null: it stands on every wall. */
  | { readonly kind: 'wall'; readonly wall: WallClock; readonly zone: string | null }
  | { readonly kind: 'instant'; readonly atMs: number }

/** Google writes a `Z` behind the dates of birthdays. */
const DATE = /^(\d{4})(\d\d)(\d\d)Z?$/i
const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z)?$/i

/** Seconds are left out. Null when it is no time, or outside of the years 1900 to 2199. */
export function readIcsTime(text: string, zone: string | null): IcsTime | null {
  const value = text.trim()
  const date = DATE.exec(value)
  if (date) {
    const day = dateFromParts(Number(date[1]), Number(date[2]), Number(date[3]))
    return day === null ? null : { kind: 'date', date: day }
  }
  const time = TIME.exec(value)
  const day = time ? dateFromParts(Number(time[1]), Number(time[2]), Number(time[3])) : null
  if (!time || day === null) return null
  const [hour, minute, second] = [Number(time[4]), Number(time[5]), Number(time[6] ?? 0)]
  if (hour > 23 || minute > 59 || second > 60) return null
  const wall = `${day}T${time[4]}:${time[5]}`
  if (time[7]) return { kind: 'instant', atMs: Date.parse(`${wall}Z`) }
  return { kind: 'wall', wall, zone }
}

/** The times of a property: one, or several after one another for RDATE and EXDATE. A period counts by its start. */
export function timesOf({ params, value }: IcsProperty): readonly (IcsTime | null)[] {
  const zone = params.get('TZID') || null
  const isDate = params.get('VALUE')?.toUpperCase() === 'DATE'
  return value.split(',').map(text => {
    const time = readIcsTime(text.split('/')[0] ?? '', zone)
    // Some programs say that a date follows and write midnight.
    return isDate && time?.kind === 'wall' && time.wall.endsWith('T00:00')
      ? { kind: 'date', date: time.wall.slice(0, 10) }
      : time
  })
}

export interface IcsLength {
  /** Whole days move on the wall, the rest moves in time. */
  readonly days: number
  readonly minutes: number
}

/** Null when it is none, or negative. */
export function readIcsLength(text: string): IcsLength | null {
  const match =
    /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i.exec(
      text.trim(),
    )
  if (!match || /[PT]$/i.test(text.trim())) return null
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0))
  return {
    days: (weeks ?? 0) * 7 + (days ?? 0),
    minutes: (hours ?? 0) * 60 + (minutes ?? 0) + Math.floor((seconds ?? 0) / 60),
  }
}

/** Milliseconds east of UTC. */
export function readIcsOffset(text: string): number | null {
  const match = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text.trim())
  if (!match) return null
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -1 : 1) * seconds * 1000
}

/**
 * Whole days have no zone, and yet the end of their rule or a date left out may be an instant: midnight or the last minute of the day, in UTC or where the
 * calendar is. No zone of the Americas or Europe is so far from UTC that another day's midnight would be nearer.
 */
export function nearestDay(atMs: number): IsoDate {
  const isLastMinute = new Date(atMs).getUTCMinutes() === 59
  const midnight = Math.round((isLastMinute ? atMs + 60_000 : atMs) / 86_400_000)
  return dateOfEpochDay(isLastMinute ? midnight - 1 : midnight)
}
