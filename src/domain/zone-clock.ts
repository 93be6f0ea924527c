/**
 * Which instant a wall-clock time is in a zone, and back. Temporal knows the zones; its answers are kept as the list of
 * changes of each zone in a span of years, because twenty thousand conversions by Temporal take a second.
 *
 * [Note: times that the clocks skip or repeat] A time that does not exist (02:30 on the night clocks go forward) is
 * read with the offset before the change, so that it is shown as 03:30; a time that exists twice is the first one. That
 * is Temporal's `compatible`, and what calendar files mean too (RFC 5545, 3.3.5).
 */
import { Temporal } from 'temporal-polyfill'
import { remembered } from './remembered.ts'
import { minuteNumber, type WallClock, wallOfMinute } from './wall-clock.ts'

export interface ZoneChange {
  /** Milliseconds since 1970. */
  readonly atMs: number
  readonly offsetBeforeMs: number
  readonly offsetAfterMs: number
}

interface Span {
  readonly offsetAtStartMs: number
  readonly changes: readonly ZoneChange[]
}

const SPAN_YEARS = 10
const DAY_MS = 86_400_000

/** A zone name as records may hold it. A newer laptop may know zones that this one does not: they are kept. */
export const isZoneName = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][\w+\-/]{0,63}$/.test(value)

/** Whether this laptop can tell the time there. */
export const isKnownZone = remembered((zone: string): boolean => {
  if (!isZoneName(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
})

/** A stretch of time between two changes. */
interface Stretch {
  readonly fromMs: number
  readonly untilMs: number
  readonly offsetMs: number
}

/** The stretch that was asked about last in each zone: mostly the next question is about it too. */
const lastStretch = new Map<string, Stretch>()

/** In a zone that this laptop does not know the wall shows UTC: for sorting only, an export asks `isKnownZone` first. */
export function offsetAt(atMs: number, zone: string): number {
  let stretch = lastStretch.get(zone)
  if (stretch === undefined || atMs < stretch.fromMs || atMs >= stretch.untilMs) {
    stretch = stretchAt(atMs, zone)
    lastStretch.set(zone, stretch)
  }
  return stretch.offsetMs
}

function stretchAt(atMs: number, zone: string): Stretch {
  if (!isKnownZone(zone))
    return { fromMs: Number.NEGATIVE_INFINITY, untilMs: Number.POSITIVE_INFINITY, offsetMs: 0 }
  const start = spanStart(new Date(atMs).getUTCFullYear())
  const { offsetAtStartMs, changes } = spansOf(zone)(start)
  let stretch = { fromMs: Date.UTC(start, 0, 1), offsetMs: offsetAtStartMs }
  for (const { atMs: changeMs, offsetAfterMs } of changes) {
    if (changeMs > atMs) return { ...stretch, untilMs: changeMs }
    stretch = { fromMs: changeMs, offsetMs: offsetAfterMs }
  }
  return { ...stretch, untilMs: Date.UTC(start + SPAN_YEARS, 0, 1) }
}

export function instantOf(wall: WallClock, zone: string): number {
  const asUtc = minuteNumber(wall) * 60_000
  const before = offsetAt(asUtc - DAY_MS, zone)
  const after = offsetAt(asUtc + DAY_MS, zone)
  const early = asUtc - before
  if (before === after || offsetAt(early, zone) === before) return early
  const late = asUtc - after
  return offsetAt(late, zone) === after ? late : early
}

export const wallAt = (atMs: number, zone: string): WallClock =>
  wallOfMinute(Math.floor((atMs + offsetAt(atMs, zone)) / 60_000))

/** The changes of a known zone from the start of one year to the end of another, both by UTC. */
export function zoneChanges(zone: string, fromYear: number, toYear: number): readonly ZoneChange[] {
  const found: ZoneChange[] = []
  for (let year = spanStart(fromYear); year <= toYear; year += SPAN_YEARS)
    found.push(...spansOf(zone)(year).changes)
  const from = Date.UTC(fromYear, 0, 1)
  const to = Date.UTC(toYear + 1, 0, 1)
  return found.filter(({ atMs }) => atMs >= from && atMs < to)
}

const spanStart = (year: number): number => Math.floor(year / SPAN_YEARS) * SPAN_YEARS

const spansOf = remembered((zone: string) =>
  remembered(
    (start: number): Span => readSpan(zone, Date.UTC(start, 0, 1), Date.UTC(start + SPAN_YEARS, 0, 1)),
  ),
)

function readSpan(zone: string, fromMs: number, toMs: number): Span {
  const offsetMs = (of: Temporal.ZonedDateTime): number => of.offsetNanoseconds / 1e6
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone)
  const offsetAtStartMs = offsetMs(at)
  const changes: ZoneChange[] = []
  let offset = offsetAtStartMs
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= toMs) return { offsetAtStartMs, changes }
    const after = offsetMs(next)
    // A change of name alone moves nothing.
    if (after !== offset)
      changes.push({ atMs: next.epochMilliseconds, offsetBeforeMs: offset, offsetAfterMs: after })
    offset = after
    at = next
  }
}
