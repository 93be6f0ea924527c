/** Our calendar files, read back by ical.js and by Python's `icalendar`, neither of which shares code with ours. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type Appointment,
  type AppointmentException,
  type AppointmentPrivate,
  appointmentKinds,
  exceptionId,
} from '#domain/appointment.ts'
import { addDays } from '#domain/dates.ts'
import { datesIn } from '#domain/recurrence.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { dateOf, wallOfMinute } from '#domain/wall-clock.ts'
import {
  type CalendarItem,
  type CalendarPrivacy,
  calendarFile,
  calendarPrivacies,
  calendarUid,
} from '#reports/calendar-file.ts'
import { basicInstant, escapeText, foldLine } from '#reports/calendar-lines.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { expectedInstants } from '../../support/calendar/expected.ts'
import {
  makeAppointment,
  makeException,
  makePrivate,
  makeRule,
  makeTime,
} from '../../support/calendar/make.ts'
import {
  findPythonReader,
  readWithIcalJs,
  readWithPython,
  textsWithIcalJs,
} from '../../support/calendar/other-readers.ts'
import { anySeries, zones } from '../../support/calendar/rules.ts'
import { count } from '../../support/soak/size.ts'

const folder = mkdtempSync(join(tmpdir(), 'porchlight-calendar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const changedAt = Date.UTC(2026, 9, 1, 12)
const itemOf = (
  appointment: Appointment,
  exceptions: readonly AppointmentException[] = [],
  more: Partial<CalendarItem> = {},
): CalendarItem => ({ appointment, exceptions, code: 'Maple', changedAt, ...more })

function fileOf(items: readonly CalendarItem[], privacy: CalendarPrivacy = 'neutral'): string {
  const made = calendarFile({ items, privacy, language: 'en' })
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value
}
/** Lines as they were before folding. */
const linesOf = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n')

/** Every Sunday and Monday at 14:00 from before the end of daylight saving to after it. */
const weekly = (zone: string): Appointment =>
  makeAppointment(`w-${zone.slice(-3)}`, {
    time: makeTime('2026-10-18T14:00', '2026-10-18T15:30', zone),
    repeat: makeRule({ weekdays: ['su', 'mo'], until: '2026-11-15' }),
  })

describe('read back by ical.js', () => {
  test.each([
    ['America/Toronto', '18:00', '19:00'],
    ['America/Regina', '20:00', '20:00'],
    ['America/St_Johns', '16:30', '17:30'],
  ])('a series in %s keeps its time on the wall when daylight saving ends', (zone, summer, winter) => {
    const of = weekly(zone)
    const read = readWithIcalJs(fileOf([itemOf(of)]), '2027-01-01')
    expect(read.map(line => line.split(' ')[1])).toEqual([
      ...['18', '19', '25', '26'].map(day => `2026-10-${day}T${summer}`),
      ...['01', '02', '08', '09', '15'].map(day => `2026-11-${day}T${winter}`),
    ])
    expect(read).toEqual(expectedInstants([of], [], '2027-01-01'))
  })

  test('any series is at the same instants, with moved and cancelled occurrences', () => {
    fc.assert(
      fc.property(
        anySeries,
        fc.array(fc.nat(30), { maxLength: 4 }),
        fc.boolean(),
        ({ time, rule }, places, allDay) => {
          const first = dateOf(time.start)
          const of = makeAppointment('s', {
            time: allDay
              ? { ...time, start: `${first}T00:00`, end: `${addDays(first, 1)}T00:00`, allDay }
              : time,
            repeat: rule,
          })
          const { dates } = datesIn(first, rule, { from: first, to: addDays(first, 300) })
          const exceptions = [...new Set(places)].flatMap((place, i) => {
            const original = dates[place]
            if (original === undefined) return []
            const moved = makeTime(
              `${addDays(original, 1)}T08:00`,
              `${addDays(original, 1)}T09:00`,
              time.zone,
            )
            const fields = i % 2 === 0 ? { time: moved } : { status: 'cancelled' as const }
            return [makeException(exceptionId('s', original), { appointment: 's', original, ...fields })]
          })
          const before = `${addDays(first, 700)}T00:00`
          const read = readWithIcalJs(fileOf([itemOf(of, exceptions)]), before)
          expect(read).toEqual(expectedInstants([of], exceptions, before))
        },
      ),
      { numRuns: count(150, 2_000) },
    )
  })

  test('any single appointment is at the same instants, in zones that have changed their rules', () => {
    const anyZone = fc.constantFrom(
      ...zones,
      'America/Vancouver',
      'Africa/Casablanca',
      'Asia/Kabul',
      'Europe/Istanbul',
      'UTC',
    )
    const minutes = (date: string) => Date.parse(`${date}T00:00Z`) / 60_000
    const anyMinute = fc.integer({ min: minutes('2004-06-01'), max: minutes('2030-01-01') })
    // Between ten and eight: times that are skipped or there twice are tested with the clock of the zone.
    const anyTimes = fc.array(fc.tuple(anyZone, anyMinute), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(anyTimes, list => {
        const made = list.map(([zone, minute], i) => {
          const start = `${wallOfMinute(minute).slice(0, 11)}1${wallOfMinute(minute).slice(12)}`
          return makeAppointment(`n${i}`, { time: makeTime(start, `${start.slice(0, 11)}20:30`, zone) })
        })
        const read = readWithIcalJs(fileOf(made.map(each => itemOf(each))), '2040-01-01')
        expect(read).toEqual(expectedInstants(made, [], '2040-01-01'))
      }),
      { numRuns: count(150, 2_000) },
    )
  })

  test('a first day that the rule does not make is there, once, and the rule ends where ours does', () => {
    const of = makeAppointment('s', {
      time: makeTime('2026-11-05T09:00', '2026-11-05T10:00'),
      repeat: makeRule({ unit: 'month', weekdays: ['tu'], nth: 2, count: 3 }),
    })
    expect(readWithIcalJs(fileOf([itemOf(of)]), '2030-01-01').map(line => line.split(' ')[1])).toEqual([
      '2026-11-05T14:00',
      '2026-11-10T14:00',
      '2026-12-08T14:00',
    ])
  })
})

const python = findPythonReader()
describe.skipIf(python === null)('read back by Python’s icalendar', () => {
  test.each(zones)(
    'each week of the year in %s is at its instants, by the file’s own description of the zone',
    zone => {
      const made = Array.from({ length: 52 }, (_, week) => {
        const date = addDays('2026-01-04', 7 * week)
        return makeAppointment(`n${week}`, { time: makeTime(`${date}T14:00`, `${date}T15:00`, zone) })
      })
      const read = readWithPython(python ?? '', fileOf(made.map(each => itemOf(each))), folder)
      expect(read).toEqual(expectedInstants(made, [], '2028-01-01'))
    },
  )

  test('a moved occurrence names the one that it replaces', () => {
    const of = weekly('America/Toronto')
    const moved = makeException(exceptionId(of.id, '2026-11-02'), {
      appointment: of.id,
      original: '2026-11-02',
      time: makeTime('2026-11-03T09:00', '2026-11-03T10:00'),
    })
    const read = readWithPython(python ?? '', fileOf([itemOf(of, [moved])]), folder)
    expect(read).toContain(`${calendarUid(of.id)} 2026-11-03T14:00 2026-11-03T15:00 2026-11-02T19:00`)
    expect(read).toHaveLength(2)
  })
})

describe('over the night on which clocks change', () => {
  const nights = [
    ['2026-10-31', '2026-11-01'],
    ['2026-03-07', '2026-03-08'],
  ] as const
  test.each(nights)(
    'from the evening of %s to the morning of %s, once and as a series',
    (evening, morning) => {
      for (const zone of zones) {
        const time = makeTime(`${evening}T22:00`, `${morning}T06:30`, zone)
        const once = makeAppointment('once', { time })
        const nightly = makeAppointment('nightly', {
          time: makeTime(`${addDays(evening, -2)}T22:00`, `${addDays(evening, -1)}T06:30`, zone),
          repeat: makeRule({ unit: 'day', count: 5 }),
        })
        const read = readWithIcalJs(fileOf([itemOf(once), itemOf(nightly)]), '2027-01-01')
        expect(read).toHaveLength(6)
        expect(read).toEqual(expectedInstants([once, nightly], [], '2027-01-01'))
      }
    },
  )
})

describe('a second export', () => {
  const before = weekly('America/Toronto')
  const moved = {
    ...before,
    time: makeTime('2026-10-18T16:00', '2026-10-18T17:00'),
  }
  const value = (text: string, name: string) =>
    linesOf(text).flatMap(line => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []))

  test('of a moved appointment updates it: the same UID, a greater SEQUENCE, a later LAST-MODIFIED', () => {
    const first = fileOf([itemOf(before)])
    const second = fileOf([itemOf(moved, [], { changedAt: changedAt + 60_000 })])
    expect(value(second, 'UID')).toEqual(value(first, 'UID'))
    expect(Number(value(second, 'SEQUENCE')[0])).toBeGreaterThan(Number(value(first, 'SEQUENCE')[0]))
    expect((value(second, 'LAST-MODIFIED')[0] ?? '') > (value(first, 'LAST-MODIFIED')[0] ?? '')).toBe(true)
  })

  test('put into the calendar by UID and SEQUENCE, as calendars do, doubles nothing', () => {
    const calendar = new Map<string, { sequence: number; instants: readonly string[] }>()
    const take = (text: string): void => {
      const sequence = Math.max(...value(text, 'SEQUENCE').map(Number))
      for (const uid of new Set(value(text, 'UID')))
        if ((calendar.get(uid)?.sequence ?? -1) < sequence)
          calendar.set(uid, { sequence, instants: readWithIcalJs(text, '2027-01-01') })
    }
    take(fileOf([itemOf(before)]))
    take(fileOf([itemOf(moved, [], { changedAt: changedAt + 60_000 })]))
    take(fileOf([itemOf(before)]))
    expect([...calendar.values()].map(each => each.instants)).toEqual([
      expectedInstants([moved], [], '2027-01-01'),
    ])
  })

  test('of the same is the same to the byte', () => {
    expect(fileOf([itemOf(before)])).toBe(fileOf([itemOf(before)]))
  })

  test('takes away what was cancelled or deleted', () => {
    const statuses = (of: Appointment) => value(fileOf([itemOf(of)]), 'STATUS')
    expect(statuses(before)).toEqual(['CONFIRMED'])
    expect(statuses({ ...before, status: 'cancelled' })).toEqual(['CANCELLED'])
    expect(statuses({ ...before, deleted: true })).toEqual(['CANCELLED'])
  })
})

describe('privacy', () => {
  const care: AppointmentPrivate = makePrivate('h.care', {
    appointment: 'h',
    title: 'CARE-TITLE',
    placeName: 'CARE-CLINIC',
    address: 'CARE-ADDRESS',
    provider: 'CARE-PROVIDER',
    reason: 'CARE-REASON',
    who: 'CARE-WHO',
    notes: 'CARE-NOTES',
  })
  const health = makeAppointment('h', {
    kind: 'health',
    title: 'TEAM-TITLE',
    place: 'Main and 5th',
    preparation: 'TEAM-PREPARATION',
    time: makeTime('2026-11-02T09:00', '2026-11-02T10:00'),
    outcome: { km: 1, hours: 1, note: 'TEAM-NOTE' },
  })
  const file = (privacy: CalendarPrivacy) => fileOf([itemOf(health, [], { privates: [care] })], privacy)

  test('busy is the time and one word', () => {
    const text = file('busy')
    expect(linesOf(text).filter(line => /^(SUMMARY|LOCATION|DESCRIPTION)/.test(line))).toEqual([
      'SUMMARY:Busy',
    ])
    expect(text).not.toMatch(/CARE|TEAM|Maple|Main|Health/)
  })

  test('neutral is code, kind and drop-off point, and never a word of health', () => {
    const text = file('neutral')
    expect(linesOf(text).filter(line => /^(SUMMARY|LOCATION|DESCRIPTION)/.test(line))).toEqual([
      'SUMMARY:Maple · Appointment',
      'LOCATION:Main and 5th',
    ])
    expect(text).not.toMatch(/CARE|TEAM|Health/)
  })

  test('full has what was handed over, and only that', () => {
    const text = linesOf(file('full')).join('\n')
    for (const name of ['TITLE', 'CLINIC', 'ADDRESS', 'PROVIDER', 'REASON', 'WHO', 'NOTES'])
      expect(text).toContain(`CARE-${name}`)
    expect(text).toContain('Drop-off point: Main and 5th')
    const without = linesOf(fileOf([itemOf(health)], 'full')).join('\n')
    expect(without).toContain('SUMMARY:Maple · TEAM-TITLE')
    expect(without).not.toContain('CARE')
  })

  test('nothing names the program, the group or the sponsorship, at any level', () => {
    for (const privacy of ['busy', 'neutral', 'full'] as const) {
      expect(file(privacy)).not.toMatch(/porchlight|X-WR|refugee|newcomer|sponsor|ORGANIZER|ATTENDEE/i)
      expect(linesOf(file(privacy)).filter(line => line.startsWith('CLASS'))).toEqual(['CLASS:PRIVATE'])
    }
  })

  test('every kind has its word in both languages, and none that tells on the first two levels', () => {
    const table = shippedRates()['telling-words']
    for (const kind of appointmentKinds)
      for (const language of ['en', 'fr'] as const)
        for (const privacy of calendarPrivacies) {
          const made = calendarFile({ items: [itemOf({ ...health, kind })], privacy, language })
          if (!made.ok) throw new Error(made.problem.kind)
          if (privacy !== 'full') expect(findTellingWords(table, linesOf(made.value).join('\n'))).toEqual([])
        }
  })

  test('an occurrence that has only a place of its own is not told apart where places are not told', () => {
    const of = weekly('America/Regina')
    const placed = makeException(exceptionId(of.id, '2026-11-02'), {
      appointment: of.id,
      original: '2026-11-02',
      place: 'Elm',
    })
    expect(fileOf([itemOf(of, [placed])], 'busy')).not.toContain('RECURRENCE-ID')
    expect(fileOf([itemOf(of, [placed])], 'neutral')).toContain('RECURRENCE-ID')
  })
})

describe('the lines', () => {
  test('are at most 75 octets, end in CRLF, and fold between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const folded = foldLine(`SUMMARY:${escapeText(text)}`)
        for (const line of folded.slice(0, -2).split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${escapeText(text)}\r\n`)
      }),
      { numRuns: count(200, 5_000) },
    )
    expect(linesOf(fileOf([itemOf(weekly('America/Toronto'))])).at(-1)).toBe('')
  })

  test('escape what has a meaning, and an independent reader finds the text again', () => {
    const place = 'A; B, C\\D\nE "F" é 日本 🙂 '.repeat(4).trim()
    const of = makeAppointment('x', { place, time: makeTime('2026-11-02T09:00', '2026-11-02T10:00') })
    expect(textsWithIcalJs(fileOf([itemOf(of)]), 'location')).toEqual([place])
    expect(escapeText('a\r\nb\u0000;c,d\\')).toBe('a\\nb\\;c\\,d\\\\')
    expect(escapeText('\ud800')).toBe('\ufffd')
  })

  test('describe the zone by rules, as far as there are rules', () => {
    const lines = linesOf(fileOf([itemOf(weekly('America/Toronto'))]))
    expect(lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE') + 1)).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:America/Toronto',
      'BEGIN:DAYLIGHT',
      'DTSTART:20250309T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20251102T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'END:VTIMEZONE',
    ])
    const regina = linesOf(fileOf([itemOf(weekly('America/Regina'))]))
    expect(regina.filter(line => /^(BEGIN|TZOFFSET)/.test(line)).slice(1, 5)).toEqual([
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'TZOFFSETFROM:-0600',
      'TZOFFSETTO:-0600',
    ])
  })

  test('refuse a zone that this laptop does not know', () => {
    const of = makeAppointment('x', {
      time: makeTime('2026-11-02T09:00', '2026-11-02T10:00', 'America/Nowhere'),
    })
    expect(calendarFile({ items: [itemOf(of)], privacy: 'busy', language: 'en' })).toEqual({
      ok: false,
      problem: { kind: 'unknown-zone', appointment: 'x', zone: 'America/Nowhere' },
    })
  })

  test('write what happened outside of the rule as an event of its own', () => {
    const of = weekly('America/Toronto')
    const orphan = makeException(exceptionId(of.id, '2026-11-04'), {
      appointment: of.id,
      original: '2026-11-04',
      status: 'done',
    })
    const lines = linesOf(fileOf([itemOf(of, [orphan])]))
    expect(lines.filter(line => line.startsWith('UID'))).toEqual([
      `UID:${calendarUid(of.id)}`,
      `UID:${calendarUid(`${of.id}.20261104`)}`,
    ])
    expect(basicInstant(changedAt)).toBe('20261001T120000Z')
  })
})
