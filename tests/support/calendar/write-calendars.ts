/**
 * Calendars in the shapes of the programs that people have, made with dice: what Google, Outlook, Apple's calendar,
 * Thunderbird and systems of schools write around their events, and the ways in which they say the same.
 */
import { addDays, addMonthsToDate, daysBetween } from '#domain/dates.ts'
import { weekdayNameOf } from '#domain/wall-clock.ts'
import type { Dice } from '../soak/dice.ts'
import { newfoundlandText, outlookEasternText, saskatchewanText, torontoText } from './zone-texts.ts'

export const shapes = ['google', 'outlook', 'apple', 'thunderbird', 'school'] as const
export type Shape = (typeof shapes)[number]

const pad = (value: number): string => String(value).padStart(2, '0')
const basic = (date: string): string => date.replaceAll('-', '')

interface Zone {
  /** As the shape names it in TZID. */
  readonly name: string
  readonly text: readonly string[]
}

const ZONES: Readonly<Record<Exclude<Shape, 'school'>, readonly Zone[]>> = {
  google: [
    { name: 'America/Toronto', text: torontoText() },
    { name: 'America/Regina', text: saskatchewanText() },
    { name: 'America/St_Johns', text: newfoundlandText() },
  ],
  outlook: [
    { name: 'Eastern Standard Time', text: outlookEasternText() },
    { name: 'Canada Central Standard Time', text: saskatchewanText('Canada Central Standard Time') },
    { name: 'Customized Time Zone', text: outlookEasternText('Customized Time Zone') },
  ],
  apple: [
    { name: 'America/Toronto', text: torontoText() },
    { name: 'America/St_Johns', text: newfoundlandText() },
  ],
  thunderbird: [
    { name: 'America/Toronto', text: torontoText('America/Toronto', ['X-LIC-LOCATION:America/Toronto']) },
    {
      name: '/mozilla.org/20070129_1/America/Toronto',
      text: torontoText('/mozilla.org/20070129_1/America/Toronto', ['X-LIC-LOCATION:America/Toronto']),
    },
  ],
}

const HEADS: Readonly<Record<Shape, readonly string[]>> = {
  google: [
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:A calendar',
    'X-WR-TIMEZONE:America/Toronto',
  ],
  outlook: [
    'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    'VERSION:2.0',
    'METHOD:PUBLISH',
    'X-MS-OLK-FORCEINSPECTOROPEN:TRUE',
  ],
  apple: [
    'CALSCALE:GREGORIAN',
    'PRODID:-//Apple Inc.//macOS 14.0//EN',
    'VERSION:2.0',
    'X-APPLE-CALENDAR-COLOR:#FF2968',
  ],
  thunderbird: ['PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', 'VERSION:2.0'],
  school: ['VERSION:2.0', 'PRODID:-//School//Events//EN', 'X-PUBLISHED-TTL:PT12H', 'X-WR-CALNAME:School'],
}

/** What stands in an event beside what we read. */
const EXTRAS: Readonly<Record<Shape, readonly string[]>> = {
  google: [
    'TRANSP:OPAQUE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P0DT0H30M0S',
    'DESCRIPTION:This is a reminder',
    'END:VALARM',
  ],
  outlook: [
    'CLASS:PUBLIC',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'X-ALT-DESC;FMTTYPE=text/html:<html><body>x\\;y</body></html>',
    'ORGANIZER;CN="Doe; Jane":mailto:x@example.org',
  ],
  apple: [
    'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC',
    'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="A: place; there":geo:45.4,-75.7',
    'BEGIN:VALARM',
    'X-WR-ALARMUID:1',
    'TRIGGER:-PT15M',
    'END:VALARM',
  ],
  thunderbird: ['X-MOZ-GENERATION:3', 'X-MOZ-LASTACK:20260901T120000Z'],
  school: ['CATEGORIES:Grade 3,All', 'URL:https://example.org/e/1'],
}

const TEXTS = [
  'Meeting',
  'Réunion à l’école\\, salle 3\\; étage 2',
  'Line one\\nline two\\nline three with a backslash \\\\ in it',
  'موعد في المدرسة — 学校 🙂 and a text that is long enough to be folded over more than one line of the file',
]

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR']

/** A rule that makes its own start, as the shape would write it; null: no repeat. */
function ruleText(dice: Dice, shape: Shape, date: string): string | null {
  const own = weekdayNameOf(date).toUpperCase()
  const end =
    [`;COUNT=${2 + dice(20)}`, `;UNTIL=${basic(addDays(date, 20 + dice(200)))}T235959Z`, ''][dice(3)] ?? ''
  const every = dice(2) === 0 ? '' : `;INTERVAL=${1 + dice(3)}`
  const week = shape === 'outlook' ? ';WKST=SU' : ''
  const days = [...new Set([own, DAYS[dice(5)] ?? 'MO'])].sort()
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7)
  const position = nth > 4 ? -1 : nth
  switch (dice(8)) {
    case 0:
      return `FREQ=DAILY${end}${every}`
    case 1:
      return `FREQ=WEEKLY${end}${every};BYDAY=${own}${week}`
    case 2:
      // Several days in every other week depend on the day that weeks begin with.
      return `FREQ=WEEKLY${end};BYDAY=${days.join(',')}${week}`
    case 3:
      return `FREQ=MONTHLY${end}${every};BYMONTHDAY=${Number(date.slice(8, 10))}`
    case 4:
      return shape === 'outlook'
        ? `FREQ=MONTHLY${end};BYDAY=${own};BYSETPOS=${position}`
        : `FREQ=MONTHLY${end}${every};BYDAY=${position}${own}`
    case 5:
      return `FREQ=YEARLY${end}`
    case 6:
      return `FREQ=MONTHLY${end}${every};${fromTheEnd(shape, date)}`
    default:
      return null
  }
}

/** The same day counted from the end of its month; of a weekday Outlook counts working days. */
function fromTheEnd(shape: Shape, date: string): string {
  const next = addMonthsToDate(`${date.slice(0, 8)}01`, 1)
  const left = Array.from({ length: daysBetween(date, next) }, (_, i) => addDays(date, i))
  const isWorking = (day: string): boolean => DAYS.includes(weekdayNameOf(day).toUpperCase())
  if (shape !== 'outlook' || !isWorking(date)) return `BYMONTHDAY=-${left.length}`
  return `BYDAY=${DAYS.join(',')};BYSETPOS=-${left.filter(isWorking).length}`
}

function timeLines(dice: Dice, shape: Shape, date: string, zone: Zone | null): readonly string[] {
  const hour = 9 + dice(10)
  const start = `${basic(date)}T${pad(hour)}${['00', '15', '30'][dice(3)]}00`
  const end = `${basic(date)}T${pad(hour + 1)}3000`
  if (zone === null) return [`DTSTART:${start}Z`, dice(2) === 0 ? `DTEND:${end}Z` : 'DURATION:PT1H30M']
  const quoted = shape === 'outlook' || zone.name.startsWith('/') ? `"${zone.name}"` : zone.name
  const length = dice(3) === 0 ? 'DURATION:PT1H15M' : `DTEND;TZID=${quoted}:${end}`
  return [`DTSTART;TZID=${quoted}:${start}`, length]
}

const wholeDays = (date: string, days: number): readonly string[] => [
  `DTSTART;VALUE=DATE:${basic(date)}`,
  `DTEND;VALUE=DATE:${basic(addDays(date, days))}`,
]

function eventLines(dice: Dice, shape: Shape, zone: Zone | null, uid: string): readonly string[] {
  const date = addDays('2025-01-01', dice(700))
  const isWhole = dice(5) === 0
  const times = isWhole ? wholeDays(date, 1 + dice(3)) : timeLines(dice, shape, date, zone)
  const rule = isWhole || zone === null ? null : ruleText(dice, shape, date)
  const own = [
    'BEGIN:VEVENT',
    'DTSTAMP:20250101T120000Z',
    `UID:${uid}`,
    `SEQUENCE:${dice(4)}`,
    ...times,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    ...(rule?.startsWith('FREQ=DAILY') && !rule.includes('INTERVAL') && dice(2) === 0
      ? [`EXDATE${(times[0] ?? '').slice(7).replace(basic(date), basic(addDays(date, 1)))}`]
      : []),
    `SUMMARY:${TEXTS[dice(TEXTS.length)]}`,
    `DESCRIPTION:${TEXTS[dice(TEXTS.length)]}`,
    `LOCATION:${TEXTS[dice(2)]}`,
    'STATUS:CONFIRMED',
    ...EXTRAS[shape],
    'END:VEVENT',
  ]
  if (!rule?.startsWith('FREQ=DAILY') || rule.includes('INTERVAL') || zone === null) return own
  // The third day is moved by an hour and called otherwise.
  const third = basic(addDays(date, 2))
  if (/UNTIL|COUNT=2$|COUNT=2;/.test(rule)) return own
  return [
    ...own,
    'BEGIN:VEVENT',
    'DTSTAMP:20250101T120000Z',
    `UID:${uid}`,
    'SEQUENCE:4',
    `RECURRENCE-ID${(times[0] ?? '').slice(7).replace(basic(date), third)}`,
    `DTSTART${(times[0] ?? '')
      .slice(7)
      .replace(`${basic(date)}T`, `${third}T`)
      .replace(/T\d\d/, 'T20')}`,
    'DURATION:PT45M',
    'SUMMARY:Moved',
    'END:VEVENT',
  ]
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const BREAK = encode('\r\n ')

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0))
  let at = 0
  for (const each of parts) {
    bytes.set(each, at)
    at += each.length
  }
  return bytes
}

/** Folds at 75 octets; systems of schools do it without regard to characters. */
function folded(line: string, byOctets: boolean): Uint8Array {
  const bytes = encode(line)
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(bytes.length, at + 74)
    // A byte of 10xxxxxx goes on a character.
    while (!byOctets && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
    if (at > 0) parts.push(BREAK)
    parts.push(bytes.subarray(at, end))
    at = end
  }
  return joined(parts)
}

export function calendarLines(dice: Dice, shape: Shape): { lines: readonly string[]; events: number } {
  const zones: readonly Zone[] = shape === 'school' ? [] : ZONES[shape]
  const events = 1 + dice(6)
  const made = Array.from({ length: events }, (_, i) => {
    const zone =
      zones.length === 0 || (shape === 'google' && dice(3) === 0) ? null : (zones[dice(zones.length)] ?? null)
    return eventLines(dice, shape, zone, `${shape}-${i}@example.org`)
  })
  return {
    lines: [
      'BEGIN:VCALENDAR',
      ...HEADS[shape],
      ...zones.flatMap(zone => zone.text),
      ...made.flat(),
      'END:VCALENDAR',
    ],
    events,
  }
}

/** Lines as a file: CRLF, folded as the shape does it. */
export const calendarBytes = (lines: readonly string[], shape: Shape = 'google'): Uint8Array =>
  joined(lines.flatMap(line => [folded(line, shape === 'school'), encode('\r\n')]))
