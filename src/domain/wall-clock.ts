/**
 * Wall-clock time: what the clock on the wall shows, `2026-03-08T14:30`, with no zone in it. Calendar arithmetic is done
 * on whole days and minutes, so that no change of clocks can move anything; `zone-clock.ts` says which instant it is.
 */
import { dateFromParts, epochDay, type IsoDate, isIsoDate, weekdayOf } from './dates.ts'

/** `YYYY-MM-DDTHH:MM`. */
export type WallClock = string

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]

export const MINUTES_A_DAY = 1440

export const isWallClock = (value: unknown): value is WallClock =>
  typeof value === 'string' &&
  value.length === 16 &&
  /^T([01]\d|2[0-3]):[0-5]\d$/.test(value.slice(10)) &&
  isIsoDate(value.slice(0, 10))

export const dateOf = (wall: WallClock): IsoDate => wall.slice(0, 10)
export const startOfDay = (date: IsoDate): WallClock => `${date}T00:00`

export const weekdayNameOf = (date: IsoDate): Weekday => weekdays[weekdayOf(date) - 1] ?? 'mo'

/** Minutes since 1970-01-01T00:00 on the wall. */
export const minuteNumber = (wall: WallClock): number =>
  epochDay(dateOf(wall)) * MINUTES_A_DAY + Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))

export const wallOfMinute = (minute: number): WallClock =>
  new Date(minute * 60_000).toISOString().slice(0, 16)

/** Null when the year is outside of what dates may be. */
export function addToWall(wall: WallClock, change: { days?: number; minutes?: number }): WallClock | null {
  const moved = minuteNumber(wall) + (change.days ?? 0) * MINUTES_A_DAY + (change.minutes ?? 0)
  const at = new Date(moved * 60_000)
  return dateFromParts(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()) === null
    ? null
    : wallOfMinute(moved)
}
