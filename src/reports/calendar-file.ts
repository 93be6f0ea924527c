/**
 * Appointments as a calendar file, at one of three levels of privacy:
 *
 * - `busy`: the time and the word *Busy*;
 * - `neutral`: code name, kind and drop-off point. A kind that tells of health is only an appointment here, because a
 *   calendar is read by whoever the telephone or the provider shows it to;
 * - `full`: also the title, and what of Care the caller hands over.
 *
 * An appointment's UID is its id, so a second export is an update and doubles nothing: SEQUENCE is the time of the last
 * change, which only grows. What was cancelled or deleted is exported as cancelled, so that it goes from there too.
 * Nothing in the file names the group or this program.
 */
import {
  type Appointment,
  type AppointmentException,
  type AppointmentKind,
  type AppointmentPrivate,
  type AppointmentTime,
  exceptionId,
  type RepeatRule,
} from '#domain/appointment.ts'
import type { IsoDate } from '#domain/dates.ts'
import { indexExceptions, type Occurrence, occurrenceOn, timeOn } from '#domain/occurrences.ts'
import { isOccurrence, lastDate, makesFirst } from '#domain/recurrence.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { dateOf, type WallClock, weekdayNameOf, weekdays } from '#domain/wall-clock.ts'
import { instantOf, isKnownZone } from '#domain/zone-clock.ts'
import { basicDate, basicInstant, basicWall, escapeText, foldLine } from './calendar-lines.ts'
import { zoneLines } from './calendar-zone.ts'
import { type ReportLanguage, type ReportWords, reportWords } from './words.ts'

export const calendarPrivacies = ['busy', 'neutral', 'full'] as const
export type CalendarPrivacy = (typeof calendarPrivacies)[number]

export interface CalendarItem {
  readonly appointment: Appointment
  /** Its own; others are not looked at. */
  readonly exceptions: readonly AppointmentException[]
  /** The household's or person's code name. */
  readonly code: string
  /**
   * When any of the records handed over was changed last, by the store's whole history; milliseconds since 1970. A
   * calendar that has the appointment takes the update only if this has grown.
   */
  readonly changedAt: number
  /** Handed over for `full` only, by whoever may read Care. */
  readonly privates?: readonly AppointmentPrivate[]
}

export interface CalendarFileInput {
  readonly items: readonly CalendarItem[]
  readonly privacy: CalendarPrivacy
  readonly language: ReportLanguage
}

export type CalendarFileProblem =
  /** This laptop's list of zones is older than the one that the appointment was made with. */
  { readonly kind: 'unknown-zone'; readonly appointment: string; readonly zone: string }

/** Part of each UID; nobody can own it, and it says nothing. */
export const UID_DOMAIN = 'calendar.invalid'

export const calendarUid = (id: string): string => `${id}@${UID_DOMAIN}`

/** A rule without an end is described so many years ahead; after that the last rule of the zone goes on. */
const YEARS_AHEAD = 20
const SEQUENCE_EPOCH = Date.UTC(2020, 0, 1)

export function calendarFile({
  items,
  privacy,
  language,
}: CalendarFileInput): Result<string, CalendarFileProblem> {
  const words = reportWords(language)
  const zones = new Map<string, { fromMs: number; toYear: number }>()
  for (const { appointment, exceptions } of items)
    for (const { zone, start } of [appointment.time, ...exceptions.flatMap(each => each.time ?? [])]) {
      if (!isKnownZone(zone)) return err({ kind: 'unknown-zone', appointment: appointment.id, zone })
      const fromMs = Math.min(zones.get(zone)?.fromMs ?? Number.POSITIVE_INFINITY, instantOf(start, zone))
      const toYear = Math.max(zones.get(zone)?.toYear ?? 0, lastYearOf(appointment, start))
      zones.set(zone, { fromMs, toYear })
    }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...[...zones]
      .filter(([zone]) => !isUtc(zone))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([zone, { fromMs, toYear }]) => zoneLines(zone, fromMs, toYear)),
    ...items.flatMap(item => itemLines(item, privacy, words)),
    'END:VCALENDAR',
  ]
  return ok(lines.map(foldLine).join(''))
}

function lastYearOf({ time, repeat }: Appointment, start: WallClock): number {
  const year = Number(start.slice(0, 4))
  const last = lastDate(dateOf(time.start), repeat)
  return Math.min(2199, Math.max(year, last === null ? year + YEARS_AHEAD : Number(last.slice(0, 4)))) + 1
}

const isUtc = (zone: string): boolean => zone === 'UTC' || zone === 'Etc/UTC'

function itemLines(item: CalendarItem, privacy: CalendarPrivacy, words: ReportWords): readonly string[] {
  const { appointment: of } = item
  const own = item.exceptions.filter(each => !each.deleted && each.appointment === of.id)
  const index = indexExceptions(own)
  const whole: Occurrence | null = occurrenceOn({ ...of, repeat: null, deleted: false }, index, null)
  if (whole === null) return []
  const dated = own
    .toSorted((a, b) => (a.original < b.original ? -1 : 1))
    .flatMap(each => occurrenceOn({ ...of, deleted: false }, index, each.original) ?? [])
  const inRule = (date: IsoDate): boolean =>
    of.repeat !== null && isOccurrence(dateOf(of.time.start), of.repeat, date)
  const dates = dated.flatMap(each => (each.original === null ? [] : [{ each, original: each.original }]))
  const isCancelled = of.deleted || of.status === 'cancelled'
  const master = [
    ...timeLines(whole.time),
    ...(of.repeat === null ? [] : ruleLines(of.time, of.repeat)),
    ...dates
      .filter(({ each, original }) => each.status === 'cancelled' && inRule(original))
      .map(({ original }) => dateLine('EXDATE', of, original)),
  ]
  const events = [eventLines(item, whole, of.id, master, { privacy, words, isCancelled })]
  for (const { each, original } of dates) {
    if (inRule(original)) {
      if (each.status === 'cancelled' || !differs(each, item, privacy)) continue
      const times = [dateLine('RECURRENCE-ID', of, original), ...timeLines(each.time)]
      events.push(eventLines(item, each, of.id, times, { privacy, words, isCancelled }))
    } else {
      // It happened, and the rule no longer makes it: an event of its own.
      const id = exceptionId(of.id, original)
      events.push(
        eventLines(item, each, id, timeLines(each.time), { privacy, words, isCancelled: of.deleted }),
      )
    }
  }
  return events.flat()
}

/** Whether anything that this level shows is not as in the series. */
function differs({ exception, original }: Occurrence, item: CalendarItem, privacy: CalendarPrivacy): boolean {
  if (exception === null || exception.time !== null) return exception !== null
  if (privacy === 'busy') return false
  if (exception.place !== null) return true
  if (privacy === 'neutral') return false
  const isNoted = item.privates?.some(each => !each.deleted && each.original === original) === true
  return isNoted || exception.title !== null || exception.preparation !== null
}

interface Shown {
  readonly privacy: CalendarPrivacy
  readonly words: ReportWords
  readonly isCancelled: boolean
}

function eventLines(
  item: CalendarItem,
  occurrence: Occurrence,
  id: string,
  times: readonly string[],
  shown: Shown,
): readonly string[] {
  const changed = basicInstant(item.changedAt)
  const takesTime = !occurrence.time.allDay || item.appointment.blocksWholeDay
  return [
    'BEGIN:VEVENT',
    `UID:${calendarUid(id)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${Math.max(0, Math.floor((item.changedAt - SEQUENCE_EPOCH) / 1000))}`,
    ...times,
    ...textLines(item, occurrence, shown),
    `STATUS:${shown.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    `TRANSP:${takesTime ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

/** See the head of this file: what each level may say. */
function textLines(item: CalendarItem, occurrence: Occurrence, { privacy, words }: Shown): readonly string[] {
  if (privacy === 'busy') return [`SUMMARY:${escapeText(words.text('calendar.busy'))}`]
  const kind = words.text(`calendar.kind.${privacy === 'full' ? item.appointment.kind : neutralKind(item)}`)
  if (privacy === 'neutral') return summary(item.code, kind, occurrence.place, [])
  const privates = (item.privates ?? []).filter(
    each => !each.deleted && each.appointment === item.appointment.id,
  )
  const ofSeries = privates.find(each => each.original === null)
  const ofDate = privates.find(each => each.original !== null && each.original === occurrence.original)
  const care = (name: 'title' | 'placeName' | 'address' | 'provider' | 'reason' | 'who' | 'notes'): string =>
    ofDate?.[name] || ofSeries?.[name] || ''
  const place = [care('placeName'), care('address')].filter(Boolean).join(', ')
  const dropOff =
    place !== '' && occurrence.place !== ''
      ? [words.text('calendar.drop-off', { place: occurrence.place })]
      : []
  const details = [care('who'), care('provider'), care('reason'), care('notes')]
  return summary(item.code, care('title') || occurrence.title || kind, place || occurrence.place, [
    ...dropOff,
    ...[occurrence.preparation, ...details].filter(Boolean),
  ])
}

const summary = (
  code: string,
  title: string,
  place: string,
  details: readonly string[],
): readonly string[] => [
  `SUMMARY:${escapeText([code, title].filter(Boolean).join(' · '))}`,
  ...(place === '' ? [] : [`LOCATION:${escapeText(place)}`]),
  ...(details.length === 0 ? [] : [`DESCRIPTION:${escapeText(details.join('\n'))}`]),
]

const neutralKind = ({ appointment: { kind } }: CalendarItem): AppointmentKind =>
  kind === 'health' ? 'other' : kind

const timeLines = (time: AppointmentTime): readonly string[] =>
  time.allDay
    ? [
        `DTSTART;VALUE=DATE:${basicDate(dateOf(time.start))}`,
        `DTEND;VALUE=DATE:${basicDate(dateOf(time.end))}`,
      ]
    : [`DTSTART${zoned(time.start, time.zone)}`, `DTEND${zoned(time.end, time.zone)}`]

const zoned = (wall: WallClock, zone: string): string =>
  isUtc(zone) ? `:${basicWall(wall)}Z` : `;TZID=${zone}:${basicWall(wall)}`

/** A date of the series, with the time that the series has on it. */
function dateLine(name: 'EXDATE' | 'RECURRENCE-ID' | 'RDATE', of: Pick<Appointment, 'time'>, date: IsoDate) {
  if (of.time.allDay) return `${name};VALUE=DATE:${basicDate(date)}`
  return `${name}${zoned(timeOn(of, date)?.start ?? of.time.start, of.time.zone)}`
}

const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

function dayOfMonthPart({ nth, weekdays: days }: RepeatRule, first: IsoDate): string {
  if (nth === null) return `BYMONTHDAY=${Number(first.slice(8, 10))}`
  const [only, ...more] = days.map(day => day.toUpperCase())
  if (only === undefined) return `BYMONTHDAY=${nth}`
  return more.length === 0 ? `BYDAY=${nth}${only}` : `BYDAY=${[only, ...more].join(',')};BYSETPOS=${nth}`
}

function ruleLines(time: AppointmentTime, rule: RepeatRule): readonly string[] {
  const first = dateOf(time.start)
  const parts = [`FREQ=${FREQ[rule.unit]}`, `INTERVAL=${rule.every}`]
  if (rule.unit === 'week') {
    const days = new Set([weekdayNameOf(first), ...rule.weekdays])
    const listed = weekdays.filter(day => days.has(day)).map(day => day.toUpperCase())
    parts.push('WKST=MO', `BYDAY=${listed.join(',')}`)
  }
  if (rule.unit === 'month') parts.push(dayOfMonthPart(rule, first))
  // A first day that the rule does not make is counted by some programs and not by others: named, and not counted.
  const isMade = makesFirst(first, rule)
  const last = lastDate(first, rule)
  if (rule.count !== null && isMade) parts.push(`COUNT=${rule.count}`)
  else if (last !== null) {
    const until = rule.until === null || rule.until < first ? last : rule.until
    parts.push(
      `UNTIL=${time.allDay ? basicDate(until) : basicInstant(instantOf(`${until}T23:59`, time.zone))}`,
    )
  }
  return [`RRULE:${parts.join(';')}`, ...(isMade ? [] : [dateLine('RDATE', { time }, first)])]
}
