/** Writes are put into plain tables and read back as occurrences, as the store and a screen would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Appointment, exceptionId, slotId } from '#domain/appointment.ts'
import {
  cancelOccurrences,
  editAll,
  editFollowing,
  editThis,
  type RecordWrite,
  type SeriesRecords,
} from '#domain/appointment-edits.ts'
import { addDays } from '#domain/dates.ts'
import type { Json } from '#domain/json.ts'
import { kinds } from '#domain/kinds.ts'
import { indexExceptions, occurrencesIn } from '#domain/occurrences.ts'
import { readRecord } from '#domain/record-kind.ts'
import { datesIn } from '#domain/recurrence.ts'
import { dateOf, type Weekday, weekdayNameOf } from '#domain/wall-clock.ts'
import {
  makeAppointment,
  makeException,
  makePrivate,
  makeRule,
  makeSlot,
  makeTime,
} from '../../support/calendar/make.ts'
import { anySeries, type Series } from '../../support/calendar/rules.ts'
import { count } from '../../support/soak/size.ts'

interface Raw {
  readonly kind: string
  readonly id: string
  readonly deleted: boolean
  readonly fields: Readonly<Record<string, Json>>
}

const all = { from: '2020-01-01', to: '2040-01-01' }
const ids = { isTaken: () => false, newId: () => 'new' }

function createTables(series: SeriesRecords) {
  const tables = new Map<string, Raw>()
  const put = (kind: string, { id, deleted, ...fields }: { id: string; deleted: boolean }) =>
    tables.set(id, { kind, id, deleted, fields: fields as unknown as Record<string, Json> })
  put('appointment', series.appointment)
  for (const each of series.exceptions) put('appointment-exception', each)
  for (const each of series.slots) put('slot', each)
  for (const each of series.privates) put('appointment-private', each)
  const rows = <K extends keyof typeof kinds>(name: K) =>
    [...tables.values()]
      .filter(each => each.kind === kinds[name].kind && !each.deleted)
      .map(each => readRecord(kinds[name], each))
  return {
    apply(writes: readonly RecordWrite[]): void {
      for (const each of writes) {
        const id = each.write === 'put' ? each.record.id : each.id
        const known = tables.get(id)
        if (each.write === 'put')
          tables.set(id, {
            ...each.record,
            deleted: false,
            fields: { ...known?.fields, ...each.record.fields },
          })
        else if (!known) throw new Error(`no record ${id}`)
        else if (each.write === 'delete') tables.set(id, { ...known, deleted: true })
        else
          tables.set(id, { ...known, fields: { ...known.fields, ...(each.fields as Record<string, Json>) } })
      }
    },
    series: (id: string): SeriesRecords => {
      const [appointment] = rows('appointment').filter(each => each.id === id)
      if (!appointment) throw new Error(`no appointment ${id}`)
      const of = <T extends { readonly appointment: string }>(list: readonly T[]) =>
        list.filter(each => each.appointment === id)
      return {
        appointment,
        exceptions: of(rows('appointmentException')),
        slots: of(rows('slot')),
        privates: of(rows('appointmentPrivate')),
      }
    },
    occurrences: (window = all) =>
      occurrencesIn(window, rows('appointment'), indexExceptions(rows('appointmentException')), 5_000)
        .occurrences,
    starts: (window = all) =>
      occurrencesIn(window, rows('appointment'), indexExceptions(rows('appointmentException')), 5_000)
        .occurrences.filter(each => each.status !== 'cancelled')
        .map(each => each.time.start),
  }
}

const bare = (appointment: Appointment): SeriesRecords => ({
  appointment,
  exceptions: [],
  slots: [],
  privates: [],
})

const lessons = makeAppointment('c', {
  time: makeTime('2026-11-02T09:00', '2026-11-02T12:00'),
  repeat: makeRule({ weekdays: ['mo', 'we'], count: 8 }),
  place: 'Main and 5th',
})
const full: SeriesRecords = {
  appointment: lessons,
  exceptions: [
    makeException(exceptionId('c', '2026-11-04'), {
      appointment: 'c',
      original: '2026-11-04',
      status: 'done',
      outcome: { km: 12, hours: 3, note: '' },
    }),
    makeException(exceptionId('c', '2026-11-18'), { appointment: 'c', original: '2026-11-18', place: 'Elm' }),
  ],
  slots: [
    makeSlot('driver', { appointment: 'c', role: 'driver' }),
    makeSlot(slotId('driver', '2026-11-18'), {
      appointment: 'c',
      original: '2026-11-18',
      standsFor: 'driver',
      role: 'driver',
      filledBy: { kind: 'member', id: 'amina' },
    }),
  ],
  privates: [
    makePrivate('c.care', { appointment: 'c', reason: 'why' }),
    makePrivate('c.care.20261118', { appointment: 'c', original: '2026-11-18', notes: 'that day' }),
  ],
}

/** Several days of every other week are pairs by the week from Monday on: a move across a Monday makes other pairs. */
const moves = ({ time, rule }: Series): boolean =>
  rule.unit === 'day' ||
  (rule.unit === 'week' &&
    (rule.every === 1 || new Set([weekdayNameOf(dateOf(time.start)), ...rule.weekdays]).size === 1))

describe('this', () => {
  it('changes one occurrence and no other', () => {
    const tables = createTables(bare(lessons))
    const before = tables.starts()
    tables.apply(editThis(lessons, '2026-11-09', { time: makeTime('2026-11-10T15:00', '2026-11-10T16:00') }))
    tables.apply(editThis(lessons, '2026-11-09', { place: 'Elm' }))
    expect(tables.starts()).toEqual(before.with(2, '2026-11-10T15:00'))
    expect(
      tables
        .occurrences()
        .filter(each => each.place === 'Elm')
        .map(each => each.original),
    ).toEqual(['2026-11-09'])
  })

  it('of an appointment that does not repeat is the appointment', () => {
    const once = { ...lessons, repeat: null }
    expect(editThis(once, null, { place: 'Elm' })).toEqual([
      { write: 'set', id: 'c', fields: { place: 'Elm' } },
    ])
  })
})

describe('all', () => {
  it('moved to another day turns the rule, and takes along what belongs to a date', () => {
    const tables = createTables(full)
    const time = makeTime('2026-11-12T10:00', '2026-11-12T11:30')
    tables.apply(editAll(full, '2026-11-11', { time, title: 'Class' }))
    expect(tables.starts()).toEqual(
      ['03', '05', '10', '12', '17', '19', '24', '26'].map(day => `2026-11-${day}T10:00`),
    )
    const { appointment, exceptions, slots, privates } = tables.series('c')
    expect(appointment).toMatchObject({ title: 'Class', time: { end: '2026-11-03T11:30' } })
    expect(exceptions.map(each => [each.id, each.status, each.place])).toEqual([
      ['c.20261105', 'done', null],
      ['c.20261119', null, 'Elm'],
    ])
    expect(slots.map(each => [each.id, each.original, each.filledBy?.id])).toEqual([
      ['driver', null, undefined],
      ['driver.20261119', '2026-11-19', 'amina'],
    ])
    expect(privates.map(each => [each.id, each.notes])).toEqual([
      ['c.care', ''],
      ['c.care.20261119', 'that day'],
    ])
  })

  it('moved by a whole week writes over the records that it moves onto', () => {
    const exceptions = ['2026-11-09', '2026-11-16'].map((original, i) =>
      makeException(exceptionId('c', original), { appointment: 'c', original, place: `place ${i}` }),
    )
    const tables = createTables({ ...full, exceptions })
    const time = makeTime('2026-11-16T09:00', '2026-11-16T12:00')
    tables.apply(editAll({ ...full, exceptions }, '2026-11-09', { time }))
    expect(
      tables.occurrences().flatMap(each => (each.exception ? [[each.time.start, each.place]] : [])),
    ).toEqual([
      ['2026-11-16T09:00', 'place 0'],
      ['2026-11-23T09:00', 'place 1'],
    ])
  })

  it('turns the last Friday into the last Thursday, and the second Tuesday into the first Monday', () => {
    const monthly = (start: string, nth: number, ...weekdays: readonly Weekday[]) =>
      makeAppointment('m', {
        time: makeTime(`${start}T09:00`, `${start}T10:00`),
        repeat: makeRule({ unit: 'month', nth, weekdays: [...weekdays] }),
      })
    const moved = (of: Appointment, to: string) => {
      const tables = createTables(bare(of))
      const time = makeTime(`${to}T09:00`, `${to}T10:00`)
      tables.apply(editAll(bare(of), dateOf(of.time.start), { time }))
      return tables.series('m').appointment.repeat
    }
    expect(moved(monthly('2026-11-27', -1, 'fr'), '2026-11-26')).toMatchObject({ nth: -1, weekdays: ['th'] })
    expect(moved(monthly('2026-11-10', 2, 'tu'), '2026-11-02')).toMatchObject({ nth: 1, weekdays: ['mo'] })
    // The last day of the month, and its last working day.
    expect(moved(monthly('2026-11-30', -1), '2026-11-29')).toMatchObject({ nth: -2, weekdays: [] })
    const working = ['mo', 'tu', 'we', 'th', 'fr'] as const
    expect(moved(monthly('2026-11-30', -1, ...working), '2026-11-27')).toMatchObject({
      nth: -1,
      weekdays: ['fr'],
    })
    expect(moved(monthly('2026-11-30', -1, ...working), '2026-12-31')).toMatchObject({
      nth: -1,
      weekdays: working,
    })
  })

  it('moves every occurrence by as many days, whatever days and weeks the rule has', () => {
    fc.assert(
      fc.property(
        anySeries.filter(moves),
        fc.integer({ min: -20, max: 20 }),
        fc.nat(10),
        ({ time, rule }, days, at) => {
          const of = makeAppointment('s', { time, repeat: rule })
          const first = dateOf(time.start)
          const before = datesIn(first, rule, { from: first, to: addDays(first, 200) }).dates
          const original = before[Math.min(at, before.length - 1)] ?? first
          const to = addDays(original, days)
          const tables = createTables(bare(of))
          tables.apply(
            editAll(bare(of), original, { time: { ...time, start: `${to}T05:00`, end: `${to}T06:00` } }),
          )
          const window = { from: addDays(first, days), to: addDays(first, 200 + days) }
          expect(tables.starts(window)).toEqual(before.map(date => `${addDays(date, days)}T05:00`))
        },
      ),
      { numRuns: count(200, 2_000) },
    )
  })
})

describe('this and all following', () => {
  it('ends the series the day before and begins another, with what belongs to its dates', () => {
    const tables = createTables(full)
    const time = makeTime('2026-11-12T13:00', '2026-11-12T14:00')
    tables.apply(editFollowing(full, '2026-11-11', { time, place: 'Oak' }, ids))
    expect(tables.starts()).toEqual([
      ...['02', '04', '09'].map(day => `2026-11-${day}T09:00`),
      ...['12', '17', '19', '24', '26'].map(day => `2026-11-${day}T13:00`),
    ])
    const later = tables.series('c.f20261111')
    expect(later.appointment).toMatchObject({ splitFrom: 'c', place: 'Oak', repeat: { count: 5 } })
    expect(later.exceptions.map(each => [each.id, each.place])).toEqual([['c.f20261111.20261119', 'Elm']])
    expect(later.slots.map(each => [each.id, each.standsFor, each.filledBy?.id])).toEqual(
      [
        ['driver.f20261111.20261119', 'driver.f20261111', 'amina'],
        ['driver.f20261111', null, undefined],
      ].sort((a, b) => later.slots.findIndex(s => s.id === a[0]) - later.slots.findIndex(s => s.id === b[0])),
    )
    expect(later.privates.map(each => [each.reason, each.notes]).sort()).toEqual([
      ['', 'that day'],
      ['why', ''],
    ])
    const earlier = tables.series('c')
    expect(earlier.appointment.repeat).toMatchObject({ until: '2026-11-10', count: null })
    expect(earlier.exceptions.map(each => each.status)).toEqual(['done'])
    expect(earlier.slots.map(each => each.id)).toEqual(['driver'])
  })

  it('from the first one on is all', () => {
    expect(editFollowing(full, '2026-11-02', { place: 'Oak' }, ids)).toEqual(
      editAll(full, '2026-11-02', { place: 'Oak' }),
    )
  })

  it('writes the same on two laptops, again and again, in ids that do not grow', () => {
    const tables = createTables(full)
    let id = 'c'
    for (const date of ['2026-11-04', '2026-11-09', '2026-11-11', '2026-11-16']) {
      const writes = editFollowing(tables.series(id), date, { place: date }, ids)
      expect(editFollowing(tables.series(id), date, { place: date }, ids)).toEqual(writes)
      tables.apply(writes)
      id = `c.f${date.replaceAll('-', '')}`
      expect(tables.series(id).slots.some(each => each.id === `driver.f${date.replaceAll('-', '')}`)).toBe(
        true,
      )
    }
    expect(tables.starts()).toHaveLength(8)
  })

  it('takes a new id where the other one is used', () => {
    const taken = { isTaken: (id: string) => id === 'c.f20261111', newId: () => 'fresh' }
    const writes = editFollowing(bare(lessons), '2026-11-11', { place: 'Oak' }, taken)
    expect(writes[1]).toMatchObject({ write: 'put', record: { id: 'fresh', fields: { splitFrom: 'c' } } })
  })

  it('changes nothing before and keeps the number of occurrences, of any rule', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(12), ({ time, rule }, at) => {
        const of = makeAppointment('s', { time, repeat: rule })
        const first = dateOf(time.start)
        const window = { from: first, to: addDays(first, 500) }
        const { dates } = datesIn(first, rule, window)
        const original = dates[Math.min(at, dates.length - 1)] ?? first
        const tables = createTables(bare(of))
        const before = tables.starts(window)
        tables.apply(editFollowing(bare(of), original, { place: 'Oak' }, ids))
        expect(tables.starts(window)).toEqual(before)
        expect(tables.occurrences(window).map(each => each.place === 'Oak')).toEqual(
          dates.map(date => date >= original),
        )
      }),
      { numRuns: count(200, 2_000) },
    )
  })
})

describe('cancelling', () => {
  it.each([
    ['this', ['02', '04', '11', '16', '18', '23', '25']],
    ['following', ['02', '04']],
    ['all', []],
  ] as const)('%s leaves %j', (scope, days) => {
    const tables = createTables(bare(lessons))
    tables.apply(cancelOccurrences(bare(lessons), '2026-11-09', scope))
    expect(tables.starts()).toEqual(days.map(day => `2026-11-${day}T09:00`))
  })
})
