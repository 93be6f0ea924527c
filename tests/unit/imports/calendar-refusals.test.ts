/** Calendars that cannot be read in full: each refused in full, with its row and reason, and none takes five seconds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKnownZone } from '#domain/zone-clock.ts'
import { MAX_BYTES } from '#imports/bank-file.ts'
import { readCalendarFile } from '#imports/calendar-import.ts'
import { MAX_DATES, MAX_EVENTS } from '#imports/ics.ts'
import { calendarBytes, calendarLines, type Shape, shapes } from '../../support/calendar/write-calendars.ts'
import { createDice } from '../../support/soak/dice.ts'
import { count } from '../../support/soak/size.ts'

const zone = 'America/Toronto'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => readCalendarFile({ bytes, zone })
const problem = (text: string | Uint8Array) => {
  const result = read(typeof text === 'string' ? encode(text) : text)
  return result.ok ? null : result.problem
}
const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]): string =>
  calendar('BEGIN:VEVENT', 'UID:a@example.org', ...lines, 'END:VEVENT')
const start = 'DTSTART:20261102T140000Z'

describe('a calendar is refused', () => {
  it.each<[string, string | Uint8Array, object]>([
    ['without a byte', '', { kind: 'empty' }],
    ['of blanks', '\r\n \r\n', { kind: 'empty' }],
    [
      'that is a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      { kind: 'binary', looksLike: 'image' },
    ],
    ['with zeros in it', event(start, 'SUMMARY:a\0b'), { kind: 'binary', looksLike: 'unknown' }],
    ['that is a web page', '<!DOCTYPE html><html></html>', { kind: 'not-a-calendar', looksLike: 'web-page' }],
    ['that is a letter', 'Dear all,\nsee you: then.', { kind: 'not-a-calendar', looksLike: 'text' }],
    ['that is an address book', 'BEGIN:VCARD\nEND:VCARD\n', { kind: 'not-a-calendar', looksLike: 'text' }],
    [
      'of an old telephone',
      event(start).replace('VERSION:2.0', 'VERSION:1.0'),
      { kind: 'old-version', row: 2 },
    ],
    ['without an event', calendar('X-A:1'), { kind: 'no-events' }],
    ['of tasks only', calendar('BEGIN:VTODO', 'END:VTODO'), { kind: 'no-events' }],
    [
      'cut in an event',
      event(start).split('END:VEVENT')[0] ?? '',
      { kind: 'cut', row: 3, component: 'VEVENT' },
    ],
    [
      'cut before its end',
      event(start).split('END:VCAL')[0] ?? '',
      { kind: 'cut', row: 1, component: 'VCALENDAR' },
    ],
    [
      'cut in an alarm',
      event(start, 'BEGIN:VALARM', 'TRIGGER:-PT5M').split('END:VEVENT')[0] ?? '',
      { kind: 'cut', row: 6, component: 'VALARM' },
    ],
    [
      'with an event in an event',
      event(start, 'BEGIN:VEVENT', 'END:VEVENT'),
      { kind: 'damaged-structure', row: 6, name: 'VEVENT' },
    ],
    [
      'with an event in an alarm',
      event(start, 'BEGIN:VALARM', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VALARM'),
      { kind: 'damaged-structure', row: 7, name: 'VEVENT' },
    ],
    [
      'that ends what did not begin',
      event(start, 'END:VALARM'),
      { kind: 'damaged-structure', row: 6, name: 'VALARM' },
    ],
    [
      'that is nested for ever',
      event(start, ...Array(50).fill('BEGIN:X-A')),
      { kind: 'damaged-structure', row: 12, name: 'X-A' },
    ],
    [
      'whose event is two halves',
      event(start, 'SUMMARY:a', 'DTSTART:20261103T140000Z'),
      { kind: 'damaged-structure', row: 7, name: 'DTSTART' },
    ],
    [
      'with a line that is none',
      event(start, 'and so on'),
      { kind: 'damaged-line', row: 6, text: 'and so on' },
    ],
    [
      'with an open quote',
      event('DTSTART;TZID="America/Toronto:20261102T090000'),
      { kind: 'damaged-line', row: 5, text: 'DTSTART;TZID="America/Toronto:20261102T090000' },
    ],
    [
      'with something after its end',
      `${event(start)}more\r\n`,
      { kind: 'damaged-line', row: 8, text: 'more' },
    ],
    ['with an event without a start', event('SUMMARY:a'), { kind: 'missing-start', row: 3 }],
    ...[
      'soon',
      '20261302',
      '20260230T100000',
      '20261102T250000',
      '16040101',
      '22000101T100000Z',
      '2026-11-02T10:00',
    ].map((text): [string, string, object] => [
      `with a start of ${text}`,
      event(`DTSTART:${text}`),
      { kind: 'unreadable-time', row: 5, name: 'DTSTART', text },
    ]),
    [
      'with a length of -PT1H',
      event(start, 'DURATION:-PT1H'),
      { kind: 'unreadable-time', row: 6, name: 'DURATION' },
    ],
    ['with a length of P', event(start, 'DURATION:P'), { kind: 'unreadable-time', row: 6, name: 'DURATION' }],
    [
      'that ends on a day and begins at a time',
      event(start, 'DTEND;VALUE=DATE:20261103'),
      { kind: 'unreadable-time', row: 6, name: 'DTEND' },
    ],
    [
      'that ends before it starts',
      event(start, 'DTEND:20261102T130000Z'),
      { kind: 'ends-before-start', row: 6 },
    ],
    ['that lasts beyond all dates', event(start, 'DURATION:P99999D'), { kind: 'unreadable-time', row: 6 }],
    [
      'with EXDATE:x',
      event(start, 'RRULE:FREQ=DAILY', 'EXDATE:x'),
      { kind: 'unreadable-time', row: 7, name: 'EXDATE' },
    ],
    [
      'with a rule that appointments cannot have',
      event(start, 'RRULE:FREQ=HOURLY'),
      { kind: 'unsupported-repeat', row: 6, text: 'FREQ=HOURLY' },
    ],
    [
      'with two rules',
      event(start, 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'),
      { kind: 'unsupported-repeat', row: 7, text: 'FREQ=WEEKLY' },
    ],
    [
      'with a rule of exceptions',
      event(start, 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'),
      { kind: 'unsupported-repeat', row: 7, text: 'FREQ=WEEKLY' },
    ],
    [
      'with a change of all that follow',
      event(start, 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261102T140000Z'),
      { kind: 'unsupported-repeat', row: 6, text: 'RANGE' },
    ],
    [
      'of a hundred thousand occurrences',
      event(start, 'RRULE:FREQ=DAILY;COUNT=100000'),
      { kind: 'too-many-occurrences', row: 6, limit: 5_000 },
    ],
  ])('%s', (_name, text, expected) => {
    expect(problem(text)).toMatchObject(expected)
  })

  it('wherever it was cut, in every shape', () => {
    const dice = createDice(20260924)
    for (let round = 0; round < count(200, 2_000); round += 1) {
      const shape = shapes[round % shapes.length] ?? 'google'
      const bytes = calendarBytes(calendarLines(dice, shape).lines, shape)
      // From inside the last line on only the end of the line is missing, or the name of what ends.
      const at = 1 + dice(bytes.length - 'END:VCALENDAR\r\n'.length)
      const found = problem(bytes.subarray(0, at))
      expect([shape, at, found?.kind]).toEqual([
        shape,
        at,
        expect.stringMatching(/^(cut|cut-in-character|not-a-calendar)$/),
      ])
    }
  })

  it('or read to valid values, and never thrown at, whatever bytes are changed', () => {
    const dice = createDice(20260925)
    const files = Array.from({ length: 20 }, (_, i) => {
      const shape: Shape = shapes[i % shapes.length] ?? 'google'
      return calendarBytes(calendarLines(dice, shape).lines, shape)
    })
    const nasty = [
      '"',
      ';',
      ':',
      ',',
      '\\',
      '\r\n',
      '\n ',
      '=',
      '\0',
      '9'.repeat(40),
      'Z',
      'T',
      '-',
      '\ud800',
      '__proto__',
    ].map(encode)
    const change = fc.record({ at: fc.nat(10_000), drop: fc.nat(40), put: fc.constantFrom(...nasty) })
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (file, changes) => {
          let bytes = file
          for (const { at, drop, put } of changes) {
            const from = at % bytes.length
            bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + drop)])
          }
          const result = read(bytes)
          if (!result.ok) return
          for (const { time, repeat, title, description } of result.value.events) {
            expect(time.start <= time.end && isKnownZone(time.zone)).toBe(true)
            expect(/^(19|20|21)\d\d-/.test(time.start) && /^(19|20|21)\d\d-/.test(time.end)).toBe(true)
            expect(repeat === null || (repeat.every >= 1 && repeat.every <= 1_000)).toBe(true)
            expect([title.length <= 200, description.length <= 10_000]).toEqual([true, true])
          }
        },
      ),
      { numRuns: count(300, 5_000) },
    )
  })
})

/** Milliseconds by the wall or of the processor, whichever are fewer: other programs may keep this one waiting. */
function timed<T>(work: () => T): readonly [T, number] {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return [value, Math.min(performance.now() - began, (user + system) / 1000)]
}

describe('a calendar that is huge', () => {
  const huge = (line: string, bytes = MAX_BYTES - 1_000): string =>
    line.repeat(Math.floor(bytes / line.length))
  const folds = (bytes = MAX_BYTES - 1_000): string => huge(`${'x'.repeat(70)}\r\n `, bytes)
  const cases: readonly (readonly [string, () => string, object | null])[] = [
    [
      'a description of 10 MB',
      () => event(start, `DESCRIPTION:${folds(10_000_000)}x`),
      { kind: 'text-too-long', row: 6 },
    ],
    [
      'a description of 50 MB',
      () => event(start, `DESCRIPTION:${folds()}x`),
      { kind: 'text-too-long', row: 6 },
    ],
    ['an attachment of 50 MB', () => event(start, `ATTACH:${folds()}x`), null],
    ['an attachment of 50 MB in one line', () => event(start, `ATTACH:${huge('x')}`), null],
    ['empty lines only', () => event(start, huge('\r\n')), null],
    [
      'tasks only',
      () =>
        event(start).replace('BEGIN:VEVENT', `${huge('BEGIN:VTODO\r\nX:1\r\nEND:VTODO\r\n')}BEGIN:VEVENT`),
      { kind: 'too-many-events', limit: MAX_EVENTS },
    ],
    [
      'events only',
      () => calendar(huge(`BEGIN:VEVENT\r\n${start}\r\nEND:VEVENT\r\n`)),
      { kind: 'too-many-events', limit: MAX_EVENTS },
    ],
    [
      'one rule',
      () => event(start, `RRULE:FREQ=DAILY;${huge('X=1;')}`),
      { kind: 'unsupported-repeat', row: 6 },
    ],
    [
      'dates that are left out',
      () => event(start, 'RRULE:FREQ=DAILY', `EXDATE:${huge('20261103T140000Z,')}`),
      { kind: 'too-many-occurrences', row: 7 },
    ],
    [
      'a hundred thousand dates',
      () => event(start, `RDATE:${'20261103T140000Z,'.repeat(100_000)}`),
      { kind: 'too-many-occurrences', limit: MAX_DATES },
    ],
    [
      'lines of dates',
      () => event(start, huge('RDATE:20261103T140000Z\r\n')),
      { kind: 'too-many-occurrences' },
    ],
    ['parameters', () => event(`DTSTART${huge(';A=B')}:20261102T140000Z`), { kind: 'damaged-line', row: 5 }],
    [
      'one quoted parameter',
      () => event(`DTSTART;TZID="${huge('x')}":20261102T140000Z`),
      { kind: 'damaged-line', row: 5 },
    ],
    ['one name', () => event(start, huge('x')), { kind: 'damaged-line', row: 6 }],
    ['one UID', () => event(start).replace('a@example.org', huge('u')), { kind: 'text-too-long', row: 3 }],
    ['colons before any calendar', () => huge('BEGIN:'), { kind: 'not-a-calendar' }],
    ['backslashes', () => event(start, `SUMMARY:${huge('\\', 15_000)}`), null],
  ]
  it.each(cases)('with %s takes no five seconds', (_name, make, expected) => {
    const bytes = encode(make())
    const [found, ms] = timed(() => problem(bytes))
    expect(ms).toBeLessThan(5_000)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject(expected)
  })

  it('is refused unread beyond 50 MB', () => {
    expect(problem(new Uint8Array(MAX_BYTES + 1))).toEqual({
      kind: 'too-large',
      bytes: MAX_BYTES + 1,
      limit: MAX_BYTES,
    })
  })

  it('can be read as far as it is allowed: as many events as may be, each of its own zone and rule', () => {
    const lines = Array.from({ length: MAX_EVENTS }, (_, i) => [
      'BEGIN:VEVENT',
      `UID:${i}@example.org`,
      'DTSTART;TZID=America/St_Johns:20261102T090000',
      'RRULE:FREQ=MONTHLY;BYDAY=1MO',
      'END:VEVENT',
    ]).flat()
    const bytes = encode(calendar(...lines))
    const [result, ms] = timed(() => read(bytes))
    expect(ms).toBeLessThan(5_000)
    expect(result.ok && result.value.events).toHaveLength(MAX_EVENTS)
  })

  it('can be cancelled, and says how far it is', () => {
    const bytes = encode(event(start, huge('X-A:1\r\n', 5_000_000)))
    const shares: number[] = []
    const whole = readCalendarFile({ bytes, zone, onProgress: share => shares.push(share) })
    expect(whole.ok).toBe(true)
    expect(shares.length).toBeGreaterThan(10)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(readCalendarFile({ bytes, zone, shouldStop: () => shares.length > 0 })).toEqual({
      ok: false,
      problem: { kind: 'cancelled' },
    })
  })
})
