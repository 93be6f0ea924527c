/** Rules as calendar files write them: taken to the same days as rrule-temporal finds, or not taken. */
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { datesIn } from '#domain/recurrence.ts'
import { readIcsRule } from '#imports/ics-rules.ts'
import { count } from '../../support/soak/size.ts'

const zone = 'America/Toronto'
const timeOf = (date: string) => ({ start: `${date}T09:30`, zone, allDay: false })

/** Days within three years; the start is one of them, made by the rule or not. */
function ourDays(text: string, date: string): readonly string[] | null {
  const read = readIcsRule(text, timeOf(date))
  if (read.kind === 'start-only') return [date]
  if (read.kind !== 'rule') return null
  const window = { from: date, to: addDays(date, 1_100) }
  return [...new Set([date, ...datesIn(read.first, read.rule, window, 3_000).dates])]
}

function oracleDays(text: string, date: string): readonly string[] {
  const zoned = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)
  const rule = new RRuleTemporal({
    rruleString: `RRULE:${text}`,
    dtstart: zoned(`${date}T09:30`),
    tzid: zone,
    maxIterations: 100_000,
    maxCandidateEvaluations: 1_000_000,
  })
  const made = rule
    .between(zoned(`${date}T00:00`), zoned(`${addDays(date, 1_100)}T23:59`), true)
    .map(each => each.toPlainDate().toString())
  return [...new Set([date, ...made])]
}

const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
/** Once in so many times. */
const some = <T>(of: fc.Arbitrary<T>, times: number): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: of, weight: 1 }, { arbitrary: fc.constant(null), weight: times - 1 })

const anyRule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: some(fc.integer({ min: 1, max: 4 }), 2),
    wkst: some(fc.constantFrom('MO', 'SU', 'WE'), 2),
    plain: some(fc.uniqueArray(day, { minLength: 1, maxLength: 3 }), 3),
    nth: some(fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), day), 3),
    position: some(fc.constantFrom(1, 2, 6, -1, -2), 4),
    monthDay: some(fc.constantFrom(1, 15, 29, 31, -1, -2, -29, -31, '28,29,30,31'), 3),
    month: some(fc.integer({ min: 1, max: 12 }), 3),
    until: some(fc.integer({ min: 0, max: 900 }), 2),
  })
  .map(
    ({ freq, interval, wkst, plain, nth, position, monthDay, month, until }) =>
      (date: string) =>
        [
          `FREQ=${freq}`,
          interval === null ? '' : `INTERVAL=${interval}`,
          wkst === null ? '' : `WKST=${wkst}`,
          plain !== null ? `BYDAY=${plain.join(',')}` : nth !== null ? `BYDAY=${nth.join('')}` : '',
          position === null ? '' : `BYSETPOS=${position}`,
          monthDay === null ? '' : `BYMONTHDAY=${monthDay}`,
          month === null ? '' : `BYMONTH=${month}`,
          until === null ? '' : `UNTIL=${addDays(date, until).replaceAll('-', '')}T235900Z`,
        ]
          .filter(Boolean)
          .join(';'),
  )

describe('a rule of a calendar file', () => {
  it('is taken to the days of the oracle, or not at all', () => {
    let taken = 0
    fc.assert(
      fc.property(anyRule, fc.nat(1_500), (rule, days) => {
        const date = addDays('2024-01-01', days)
        const text = rule(date)
        const ours = ourDays(text, date)
        if (ours === null) return
        taken += 1
        expect([text, date, ...ours]).toEqual([text, date, ...oracleDays(text, date)])
      }),
      { numRuns: count(1_500, 20_000) },
    )
    expect(taken).toBeGreaterThan(count(1_500, 20_000) / 10)
  })

  it.each([
    ['FREQ=DAILY', '2026-11-02'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', '2026-11-02'],
    ['FREQ=WEEKLY;UNTIL=20261231T235959Z;INTERVAL=1;BYDAY=MO,WE;WKST=SU', '2026-11-02'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU', '2026-11-02'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU', '2026-11-02'],
    ['FREQ=MONTHLY;BYDAY=1MO', '2026-11-02'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', '2026-11-02'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-08-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-10-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6', '2026-10-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-10-15'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1;UNTIL=20271231T235959Z', '2026-12-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', '2026-11-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=-31', '2026-10-01'],
    ['FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', '2026-11-30'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-10-30'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', '2026-11-02'],
    ['FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1', '2026-11-30'],
    ['FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2', '2026-11-07'],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-2', '2026-11-20'],
    ['FREQ=MONTHLY;BYDAY=5MO', '2026-11-30'],
    ['FREQ=MONTHLY;BYDAY=-2TH', '2026-11-19'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2026-02-28'],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30'],
    ['FREQ=MONTHLY', '2026-08-31'],
    ['FREQ=YEARLY', '2024-02-29'],
    ['FREQ=YEARLY;BYMONTH=10;BYDAY=2MO', '2026-10-12'],
    ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11', '2026-11-11'],
    ['FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=30;BYSECOND=0', '2026-11-03'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20261117T143000Z', '2026-11-03'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20261117T142900Z', '2026-11-03'],
    ['FREQ=WEEKLY;BYDAY=TU;UNTIL=20261001T000000Z', '2026-11-03'],
  ])('%s from %s is taken', (text, date) => {
    expect(ourDays(text, date)).toEqual(oracleDays(text, date))
  })

  it.each([
    'FREQ=HOURLY',
    'FREQ=SECONDLY;INTERVAL=1',
    'FREQ=DAILY;INTERVAL=2;BYDAY=MO',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    'FREQ=MONTHLY;BYDAY=MO,TU',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,2',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=11',
    'FREQ=MONTHLY;BYDAY=2MO;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYMONTHDAY=-32',
    'FREQ=MONTHLY;BYMONTHDAY=-1,-2',
    'FREQ=MONTHLY;BYMONTHDAY=30,31;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;BYMONTHDAY=1',
    'FREQ=WEEKLY;BYHOUR=9,12',
    'FREQ=WEEKLY;COUNT=3;UNTIL=20261231',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=WEEKLY;INTERVAL=1;INTERVAL=2',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;UNTIL=soon',
    'FREQ=WEEKLY;X-OWN=1',
    'INTERVAL=1',
    'W1 MO #4',
    '',
  ])('%s is not taken for something near it', text => {
    expect(readIcsRule(text, timeOf('2026-11-02'))).toEqual({ kind: 'unsupported' })
  })

  it('counts its start, and knows how many are too many', () => {
    expect(ourDays('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-11-02')).toEqual([
      '2026-11-02',
      '2026-11-03',
      '2026-11-10',
    ])
    expect(ourDays('FREQ=WEEKLY;BYDAY=TU;COUNT=1', '2026-11-02')).toEqual(['2026-11-02'])
    expect(readIcsRule('FREQ=DAILY;COUNT=100000', timeOf('2026-11-02'))).toEqual({ kind: 'too-many' })
  })

  it('of whole days ends on the day that is meant, in any zone', () => {
    const allDay = { start: '2026-11-02T00:00', zone: 'America/Vancouver', allDay: true }
    const texts = [
      '20261104',
      '20261104T000000',
      '20261104T000000Z',
      // Exchange: midnight where the calendar is, in British Columbia, Newfoundland and Europe.
      '20261104T080000Z',
      '20261104T033000Z',
      '20261103T230000Z',
      // The last second of the day, there or in UTC.
      '20261105T045959Z',
      '20261104T235959Z',
    ]
    for (const until of texts)
      expect([until, readIcsRule(`FREQ=DAILY;UNTIL=${until}`, allDay)]).toMatchObject([
        until,
        { rule: { until: '2026-11-04' } },
      ])
  })
})
