/** Calendars of five shapes, read by us and by ical.js to the same instants. Refusals are in `calendar-refusals.test.ts`. */
import { describe, expect, it } from 'vitest'
import { type CalendarAnswers, type CalendarFile, readCalendarFile } from '#imports/calendar-import.ts'
import { importedInstants } from '../../support/calendar/imported.ts'
import { readWithIcalJs } from '../../support/calendar/other-readers.ts'
import { calendarBytes, calendarLines, type Shape, shapes } from '../../support/calendar/write-calendars.ts'
import { outlookEasternText, torontoText } from '../../support/calendar/zone-texts.ts'
import { createDice } from '../../support/soak/dice.ts'
import { count } from '../../support/soak/size.ts'

const zone = 'America/Toronto'
const read = (lines: readonly string[], answers: CalendarAnswers = {}, shape: Shape = 'google') =>
  readCalendarFile({ bytes: calendarBytes(lines, shape), zone, answers })

function file(lines: readonly string[], answers: CalendarAnswers = {}): CalendarFile {
  const result = read(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'], answers)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  'UID:a@example.org',
  ...lines,
  'END:VEVENT',
]
const starts = (given: CalendarFile): readonly string[] =>
  importedInstants(given, '2030-01-01').map(line => line.split(' ')[1] ?? '')

describe('calendars as programs write them', () => {
  it.each(shapes)('of %s are read to the instants that ical.js finds', shape => {
    const dice = createDice(20260923 + shapes.indexOf(shape))
    let recurring = 0
    for (let round = 0; round < count(40, 400); round += 1) {
      const { lines, events } = calendarLines(dice, shape)
      const bytes = calendarBytes(lines, shape)
      const result = readCalendarFile({ bytes, zone })
      if (!result.ok) throw new Error(`${JSON.stringify(result.problem)}\n${lines.join('\n')}`)
      expect(new Set(result.value.events.map(each => each.uid)).size).toBe(events)
      recurring += result.value.events.filter(each => each.repeat !== null).length
      const expected = readWithIcalJs(new TextDecoder().decode(bytes), '2028-01-01')
      expect([lines.join('\n'), ...importedInstants(result.value, '2028-01-01')]).toEqual([
        lines.join('\n'),
        ...expected,
      ])
    }
    // Schools write days and instants; the others must have had rules to be compared.
    expect(recurring > 0).toBe(shape !== 'school')
  })

  it('give their texts whole, whatever they are folded and escaped like', () => {
    for (const shape of shapes) {
      const text = 'موعد — 学校 🙂 é '.repeat(20).trim()
      const lines = event(
        'DTSTART:20261102T140000Z',
        `DESCRIPTION:a\\, b\\; c\\\\n\\nd ${text}`,
        'SUMMARY:é🙂',
      )
      const result = read(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'], {}, shape)
      expect(result.ok && result.value.events[0]).toMatchObject({
        title: 'é🙂',
        description: `a, b; c\\n\nd ${text}`,
      })
    }
  })

  it('may end their lines in any way, begin with a mark, and be UTF-16 or windows-1252', () => {
    const text = ['BEGIN:VCALENDAR', ...event('DTSTART:20261102T140000Z', 'SUMMARY:Réunion'), 'END:VCALENDAR']
    const wide = new Uint8Array(
      new Uint16Array([0xfeff, ...[...text.join('\r\n')].map(c => c.charCodeAt(0))]).buffer,
    )
    const narrow = Uint8Array.from([...text.join('\r\n')].map(char => char.charCodeAt(0)))
    const encode = (joined: string) => new TextEncoder().encode(joined)
    const all = [
      encode(text.join('\n')),
      encode(text.join('\r')),
      encode(`\ufeff${text.join('\r\n')}\r\n\r\n`),
      wide,
      narrow,
    ]
    for (const bytes of all) {
      const result = readCalendarFile({ bytes, zone })
      expect(result.ok && result.value.events[0]?.title).toBe('Réunion')
    }
  })
})

describe('the zone of a time', () => {
  const in2026 = (name: string, text: readonly string[] = []) =>
    file([...text, ...event(`DTSTART;TZID=${name}:20261102T090000`, `DTEND;TZID=${name}:20261102T100000`)])

  it.each([
    ['America/Regina', 'America/Regina'],
    ['/citadel.org/20210210_1/America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
    ['/freeassociation.sourceforge.net/America/St_Johns', 'America/St_Johns'],
    ['"Newfoundland Standard Time"', 'America/St_Johns'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', 'America/Toronto'],
    ['"(GMT-06:00) Saskatchewan"', 'America/Regina'],
    ['Canada Central Standard Time', 'America/Regina'],
    ['Etc/UTC', 'UTC'],
  ])('%s is %s, with no description in the file', (name, expected) => {
    expect(in2026(name).events[0]?.time).toMatchObject({ zone: expected, start: '2026-11-02T09:00' })
  })

  it('of an unknown name is the one whose clock the file describes', () => {
    expect(in2026('Custom', outlookEasternText('Custom')).events[0]?.time.zone).toBe('America/Toronto')
    const halifax = torontoText('Custom').map(line =>
      line.replace('-0400', '-0300').replace('-0500', '-0400').replace('FROM:-0300', 'FROM:-0300'),
    )
    expect(in2026('Custom', halifax).events[0]?.time.zone).toBe('America/Halifax')
    const located = torontoText('Custom', ['X-LIC-LOCATION:America/New_York'])
    expect(in2026('Custom', located).events[0]?.time.zone).toBe('America/New_York')
  })

  it('is asked for where the name says nothing, all names at once, and taken as answered', () => {
    const lines = [
      ...event('DTSTART;TZID=Mars/Crater:20261102T090000'),
      ...event('DTSTART:20261103T090000').map(line => line.replace('a@', 'b@')),
      ...event('DTSTART;TZID=EST:20261104T090000').map(line => line.replace('a@', 'c@')),
    ]
    const asked = read(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'])
    expect(asked.ok ? null : asked.problem).toEqual({
      kind: 'needs-answer',
      question: {
        kind: 'zones',
        zones: [
          { name: 'Mars/Crater', row: 4, likely: zone },
          { name: null, row: 8, likely: zone },
          { name: 'EST', row: 12, likely: zone },
        ],
      },
    })
    const answers = {
      zones: { 'Mars/Crater': 'America/Regina', EST: 'America/Toronto' },
      floating: 'America/St_Johns',
    }
    expect(file(lines, answers).events.map(each => each.time.zone)).toEqual([
      'America/Regina',
      'America/St_Johns',
      'America/Toronto',
    ])
    const nonsense = read(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'], { ...answers, floating: 'Nowhere' })
    expect(nonsense.ok ? null : nonsense.problem.kind).toBe('needs-answer')
  })

  it('of an instant is the calendar’s own or the group’s; a series of instants keeps UTC', () => {
    const once = event('DTSTART:20261102T140000Z', 'DTEND:20261102T150000Z')
    expect(file(once).events[0]?.time).toMatchObject({ start: '2026-11-02T09:00', zone })
    expect(file(['X-WR-TIMEZONE:America/Regina', ...once]).events[0]?.time).toMatchObject({
      start: '2026-11-02T08:00',
      zone: 'America/Regina',
    })
    const series = file(event('DTSTART:20261026T140000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'))
    expect(starts(series)).toEqual(['2026-10-26T14:00', '2026-11-02T14:00'])
    // The second 01:30 of the night on which clocks go back.
    expect(file(event('DTSTART:20261101T063000Z')).events[0]?.time).toMatchObject({ zone: 'UTC' })
  })
})

describe('times', () => {
  it.each([
    [['DTSTART;VALUE=DATE:20261102'], '2026-11-02T00:00', '2026-11-03T00:00', true],
    [['DTSTART:20261102'], '2026-11-02T00:00', '2026-11-03T00:00', true],
    [
      ['DTSTART;VALUE=DATE:20261102', 'DTEND;VALUE=DATE:20261102'],
      '2026-11-02T00:00',
      '2026-11-03T00:00',
      true,
    ],
    [['DTSTART;VALUE=DATE:20261102', 'DURATION:P1W'], '2026-11-02T00:00', '2026-11-09T00:00', true],
    [['DTSTART:20261102T140000Z', 'DURATION:P1DT1H30M'], '2026-11-02T09:00', '2026-11-03T10:30', false],
    [['DTSTART:20261102T140000Z'], '2026-11-02T09:00', '2026-11-02T09:00', false],
    [['DTSTART:20261102T140059Z', 'DTEND:20261102T140159Z'], '2026-11-02T09:00', '2026-11-02T09:01', false],
    [
      ['DTSTART;TZID=America/Toronto:20261102T090000', 'DTEND;TZID=America/Vancouver:20261102T090000'],
      '2026-11-02T09:00',
      '2026-11-02T12:00',
      false,
    ],
    [
      [
        'DTSTART;TZID=America/Toronto:20261102T000000',
        'DTEND;TZID=America/Toronto:20261104T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ],
      '2026-11-02T00:00',
      '2026-11-04T00:00',
      true,
    ],
  ])('%j', (lines, start, end, allDay) => {
    expect(file(event(...lines)).events[0]?.time).toEqual({ start, end, zone, allDay })
  })
})

describe('events of one UID', () => {
  const weekly = (...more: readonly string[]) =>
    event(
      'DTSTART;TZID=America/Toronto:20261026T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      ...more,
    )

  it('are a series with its exceptions, however their dates are written', () => {
    const given = file([
      ...weekly(
        'EXDATE;TZID=America/Toronto:20261102T090000',
        'EXDATE:20261109T140000Z',
        'EXDATE;VALUE=DATE:20261116',
      ),
    ])
    expect(given.events).toHaveLength(1)
    expect(starts(given)).toEqual(['2026-10-26T13:00'])
  })

  it('are whole days without those that are left out, however these are written', () => {
    const days = event(
      'DTSTART;VALUE=DATE:20261102',
      'RRULE:FREQ=DAILY;COUNT=6',
      'EXDATE;VALUE=DATE:20261103',
      'EXDATE;TZID=Eastern Standard Time:20261104T000000',
      'EXDATE:20261105T050000Z',
      'EXDATE:20261105T230000Z',
    )
    expect(starts(file(days))).toEqual(['2026-11-02T00:00', '2026-11-07T00:00'])
  })

  it('are a series and the occurrence that was moved, cancelled or called otherwise', () => {
    const given = file([
      ...event('RECURRENCE-ID:20261102T140000Z', 'DTSTART:20261103T170000Z', 'DURATION:PT1H'),
      ...event(
        'RECURRENCE-ID;TZID=America/Toronto:20261109T090000',
        'DTSTART;TZID=America/Toronto:20261109T090000',
        'STATUS:CANCELLED',
      ),
      ...weekly('SUMMARY:Class'),
    ])
    expect(starts(given)).toEqual(['2026-10-26T13:00', '2026-11-03T17:00', '2026-11-16T14:00'])
    expect(given.events[0]?.exceptions.map(each => [each.original, each.cancelled, each.title])).toEqual([
      ['2026-11-02', false, ''],
      ['2026-11-09', true, ''],
    ])
  })

  it('are versions of one, of which the newest counts; or several, if nothing tells them apart', () => {
    const at = (day: string, sequence: number) =>
      event(`DTSTART:202611${day}T140000Z`, `SEQUENCE:${sequence}`)
    expect(starts(file([...at('02', 1), ...at('03', 3), ...at('04', 2)]))).toEqual(['2026-11-03T14:00'])
    const several = file([...at('02', 0), ...at('03', 0), ...at('03', 0)])
    expect(starts(several)).toEqual(['2026-11-02T14:00', '2026-11-03T14:00'])
    expect(new Set(several.events.map(each => each.key)).size).toBe(2)
  })

  it('without any UID are each their own, with a key that the next file gives again', () => {
    const lines = event('DTSTART:20261102T140000Z', 'SUMMARY:x').filter(line => !line.startsWith('UID'))
    const keys = (given: readonly string[]) => file(given).events.map(each => each.key)
    expect(new Set(keys([...lines, ...lines])).size).toBe(2)
    expect(keys([...lines, ...lines]).sort()).toEqual(keys(['X-SOMETHING:1', ...lines, ...lines]).sort())
  })

  it('have dates beside their rule, and a start that the rule does not make, as events of their own', () => {
    const added = file(
      weekly('RDATE;TZID=America/Toronto:20261030T090000,20261102T090000', 'RDATE:20261031T140000Z/PT1H'),
    )
    expect(starts(added)).toEqual([
      '2026-10-26T13:00',
      '2026-10-30T13:00',
      '2026-10-31T14:00',
      '2026-11-02T14:00',
      '2026-11-09T14:00',
      '2026-11-16T14:00',
    ])
    // Google's calendar of birthdays.
    const birthdays = file(
      event('DTSTART;VALUE=DATE:20261210', 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=1', 'RDATE:20251210Z'),
    )
    expect(starts(birthdays)).toEqual(['2025-12-10T00:00', '2026-12-10T00:00'])
    const apart = file(
      event('DTSTART;TZID=America/Toronto:20261101T090000', 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3'),
    )
    expect(starts(apart)).toEqual(['2026-11-01T14:00', '2026-11-03T14:00', '2026-11-10T14:00'])
    expect(new Set(apart.events.map(each => each.key)).size).toBe(2)
  })

  it('may be an occurrence without its series', () => {
    const given = file(event('RECURRENCE-ID:20261102T140000Z', 'DTSTART:20261103T170000Z'))
    expect(given.events).toMatchObject([{ repeat: null, time: { start: '2026-11-03T12:00' } }])
  })
})

describe('what stands beside events', () => {
  it('is passed over, and tasks are counted', () => {
    const given = file([
      'BEGIN:VTODO',
      'SUMMARY:A task',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VTODO',
      'BEGIN:VJOURNAL',
      'END:VJOURNAL',
      'BEGIN:VFREEBUSY',
      'END:VFREEBUSY',
      'BEGIN:X-SOMETHING',
      'END:X-SOMETHING',
      ...event('DTSTART:20261102T140000Z', 'ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA'),
    ])
    expect([given.events.length, given.others]).toEqual([1, 2])
  })

  it('calls everything off in a calendar of METHOD:CANCEL', () => {
    expect(file(['METHOD:CANCEL', ...event('DTSTART:20261102T140000Z')]).events[0]?.cancelled).toBe(true)
  })

  it('lets titles and places be longer than a line, and loses nothing of them', () => {
    const [long, place] = ['A title. '.repeat(60).trim(), 'A place. '.repeat(40).trim()]
    const [given] = file(
      event('DTSTART:20261102T140000Z', `SUMMARY:${long}`, `LOCATION:${place}`, 'DESCRIPTION:x'),
    ).events
    expect(given?.title).toHaveLength(200)
    expect(given?.place).toHaveLength(200)
    expect(given?.description).toBe(`${long}\n${place}\nx`)
  })
})
