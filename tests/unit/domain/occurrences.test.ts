import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exceptionId } from '#domain/appointment.ts'
import { addDays } from '#domain/dates.ts'
import {
  indexExceptions,
  lastDayOf,
  type Occurrence,
  occurrenceOn,
  occurrencesIn,
  timeOn,
} from '#domain/occurrences.ts'
import { makeAppointment, makeException, makeRule, makeTime } from '../../support/calendar/make.ts'
import { anySeries } from '../../support/calendar/rules.ts'
import { count } from '../../support/soak/size.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }
const none = indexExceptions([])
const brief = ({ id, time, status }: Occurrence) => [id, time.start, status]

const classes = makeAppointment('c', {
  time: makeTime('2026-10-26T09:00', '2026-10-26T12:00'),
  repeat: makeRule({ weekdays: ['mo', 'we'] }),
  place: 'Main and 5th',
  outcome: { km: 9, hours: 9, note: 'of no occurrence' },
})
const on = (original: string, fields: Parameters<typeof makeException>[1]) =>
  makeException(exceptionId('c', original), { appointment: 'c', original, ...fields })

describe('occurrences', () => {
  it('are named by their date, and have what the series has', () => {
    const { occurrences, more } = occurrencesIn({ from: '2026-11-02', to: '2026-11-04' }, [classes], none)
    expect(occurrences.map(brief)).toEqual([
      ['c.20261102', '2026-11-02T09:00', 'planned'],
      ['c.20261104', '2026-11-04T09:00', 'planned'],
    ])
    expect(occurrences[0]).toMatchObject({
      place: 'Main and 5th',
      original: '2026-11-02',
      outcome: { km: 0 },
    })
    expect(more).toBe(false)
  })

  it('have what was changed for one of them, wherever that one was moved to', () => {
    const changed = indexExceptions([
      on('2026-11-02', { time: makeTime('2026-12-03T14:00', '2026-12-03T15:00'), place: 'Elm Street' }),
      on('2026-11-04', { status: 'cancelled' }),
      on('2026-12-09', { time: makeTime('2026-11-05T08:00', '2026-11-05T09:00') }),
      on('2026-11-09', { status: 'done', outcome: { km: 12, hours: 3, note: '' } }),
    ])
    const { occurrences } = occurrencesIn({ from: '2026-11-01', to: '2026-11-10' }, [classes], changed)
    expect(occurrences.map(brief)).toEqual([
      ['c.20261104', '2026-11-04T09:00', 'cancelled'],
      ['c.20261209', '2026-11-05T08:00', 'planned'],
      ['c.20261109', '2026-11-09T09:00', 'done'],
    ])
    expect(occurrenceOn(classes, changed, '2026-11-02')).toMatchObject({
      place: 'Elm Street',
      time: { start: '2026-12-03T14:00' },
    })
    expect(occurrenceOn(classes, changed, '2026-11-09')?.outcome.km).toBe(12)
    expect(occurrenceOn(classes, changed, '2026-11-03')).toBeNull()
  })

  it('that happened stay although the rule no longer makes them; those only planned wait for the rule', () => {
    const daysLater = { ...classes, repeat: makeRule({ weekdays: ['mo'] }) }
    const changed = indexExceptions([
      on('2026-11-04', { status: 'done', outcome: { km: 12, hours: 3, note: '' } }),
      on('2026-11-11', { place: 'Elm Street' }),
    ])
    const dates = occurrencesIn({ from: '2026-11-03', to: '2026-11-15' }, [daysLater], changed).occurrences
    expect(dates.map(brief)).toEqual([
      ['c.20261104', '2026-11-04T09:00', 'done'],
      ['c.20261109', '2026-11-09T09:00', 'planned'],
    ])
    expect(occurrenceOn(daysLater, changed, '2026-11-11')).toBeNull()
    expect(occurrenceOn({ ...classes, repeat: null }, changed, '2026-11-04')?.status).toBe('done')
  })

  it('leave out what is deleted: an appointment with all of its own, and an exception as if it had not been', () => {
    const gone = on('2026-11-02', { status: 'cancelled' })
    const index = indexExceptions([{ ...gone, deleted: true }])
    expect(occurrenceOn(classes, index, '2026-11-02')?.status).toBe('planned')
    expect(occurrencesIn(november, [{ ...classes, deleted: true }], index).occurrences).toEqual([])
    expect(occurrenceOn({ ...classes, deleted: true }, index, '2026-11-02')).toBeNull()
  })

  it('are on every day that they touch, and an end at midnight touches no new day', () => {
    const night = makeAppointment('n', { time: makeTime('2026-10-31T22:00', '2026-11-01T01:00') })
    const evening = makeAppointment('e', { time: makeTime('2026-10-31T22:00', '2026-11-01T00:00') })
    const week = makeAppointment('w', {
      time: { ...makeTime('2026-10-28T00:00', '2026-11-02T00:00'), allDay: true },
      repeat: makeRule({ unit: 'month' }),
    })
    expect(lastDayOf(night.time)).toBe('2026-11-01')
    expect(lastDayOf(evening.time)).toBe('2026-10-31')
    const first = occurrencesIn({ from: '2026-11-01', to: '2026-11-01' }, [night, evening, week], none)
    expect(first.occurrences.map(each => each.appointment.id)).toEqual(['w', 'n'])
    const second = occurrencesIn({ from: '2026-11-02', to: '2026-11-02' }, [night, evening, week], none)
    expect(second.occurrences).toEqual([])
  })

  it('are in order of the instant, all-day ones first, whatever zones they are in', () => {
    const at = (id: string, start: string, zone: string) =>
      makeAppointment(id, { time: makeTime(start, start, zone) })
    const list = [
      at('vancouver', '2026-11-02T09:00', 'America/Vancouver'),
      at('halifax', '2026-11-02T09:30', 'America/Halifax'),
      makeAppointment('day', {
        time: { ...makeTime('2026-11-02T00:00', '2026-11-03T00:00'), allDay: true },
      }),
    ]
    expect(occurrencesIn(november, list, none).occurrences.map(each => each.id)).toEqual([
      'day',
      'halifax',
      'vancouver',
    ])
  })

  it('of a window are those of all windows, each once', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(400), ({ time, rule }, days) => {
        const of = makeAppointment('s', { time, repeat: rule })
        const first = time.start.slice(0, 10)
        const ids = (from: string, to: string) =>
          occurrencesIn({ from, to }, [of], none).occurrences.map(each => each.id)
        const middle = addDays(first, days)
        const end = addDays(first, 600)
        expect([...ids(first, middle), ...ids(addDays(middle, 1), end)]).toEqual(ids(first, end))
      }),
      { numRuns: count(150, 2_000) },
    )
  })

  it('say when there are more than are looked at', () => {
    const daily = { ...classes, repeat: makeRule({ unit: 'day' }) }
    expect(occurrencesIn(november, [daily], none, 5)).toMatchObject({
      more: true,
      occurrences: { length: 5 },
    })
  })

  it('keep their length on the wall', () => {
    const night = { time: makeTime('2026-10-25T23:00', '2026-10-26T04:00') }
    expect(timeOn(night, '2026-10-31')).toMatchObject({ start: '2026-10-31T23:00', end: '2026-11-01T04:00' })
    expect(timeOn(night, '2199-12-31')).toBeNull()
  })
})
