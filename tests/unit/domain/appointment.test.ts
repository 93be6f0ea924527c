import { describe, expect, it } from 'vitest'
import {
  appointment,
  appointmentException,
  appointmentPrivate,
  exceptionId,
  privateId,
  slot,
  slotId,
  splitId,
} from '#domain/appointment.ts'
import type { Json } from '#domain/json.ts'
import { type RecordKind, readRecord } from '#domain/record-kind.ts'

const read = <K extends RecordKind>(kind: K, fields: Record<string, Json>) =>
  readRecord(kind, { id: 'x', kind: kind.kind, deleted: false, fields })

const time = { start: '2026-11-02T09:00', end: '2026-11-02T10:30', zone: 'America/Regina', allDay: false }
const weekly = { every: 1, unit: 'week', weekdays: ['mo'], nth: null, until: null, count: null }

describe('an appointment', () => {
  it('keeps in Care what it is for, and in Team what a driver needs', () => {
    expect(
      [appointment, appointmentException, slot, appointmentPrivate].map(each => each.compartment),
    ).toEqual(['team', 'team', 'team', 'care'])
    const careOnly = ['placeName', 'address', 'provider', 'reason', 'who', 'notes']
    for (const name of careOnly) {
      expect(Object.keys(appointmentPrivate.fields)).toContain(name)
      for (const kind of [appointment, appointmentException, slot])
        expect(Object.keys(kind.fields)).not.toContain(name)
    }
  })

  it('reads its time as one field, or not at all', () => {
    expect(read(appointment, { time }).time).toEqual(time)
    for (const wrong of [
      { ...time, end: '2026-11-02T08:59' },
      { ...time, start: '2026-02-30T09:00' },
      { ...time, zone: 'not a zone' },
      { ...time, allDay: true },
      { start: time.start, end: time.end },
    ])
      expect(read(appointment, { time: wrong }).time).toEqual(appointment.defaults.time)
    const days = { start: '2026-11-02T00:00', end: '2026-11-04T00:00', zone: 'UTC', allDay: true }
    expect(read(appointment, { time: days }).time).toEqual(days)
    const point = { ...time, end: time.start }
    expect(read(appointment, { time: point }).time).toEqual(point)
  })

  it('refuses a rule of repeating that contradicts itself', () => {
    expect(read(appointment, { repeat: weekly }).repeat).toEqual(weekly)
    for (const wrong of [
      { ...weekly, every: 0 },
      { ...weekly, every: 1.5 },
      { ...weekly, unit: 'year' },
      { ...weekly, nth: 2 },
      { ...weekly, unit: 'month', nth: 0 },
      { ...weekly, unit: 'month', nth: 1.5 },
      { ...weekly, unit: 'month', nth: -32 },
      { ...weekly, until: '2026-12-31', count: 3 },
      { ...weekly, count: 5_001 },
    ])
      expect(read(appointment, { repeat: wrong }).repeat).toBeNull()
    for (const weekdays of [['mo'], [], ['mo', 'tu']])
      for (const nth of [-1, 5, -3, 22]) {
        const monthly = { ...weekly, unit: 'month', weekdays, nth }
        expect(read(appointment, { repeat: monthly }).repeat).toEqual(monthly)
      }
  })

  it('has two people settle which time, rule or driver is meant', () => {
    expect(appointment.keepBoth).toEqual(['time', 'repeat'])
    expect(appointmentException.keepBoth).toEqual(['time'])
    expect(slot.keepBoth).toEqual(['filledBy'])
  })

  it('names what belongs to one occurrence the same on every laptop, within the length of an id', () => {
    const id = 'a'.repeat(32)
    const split = splitId({ id, splitFrom: null }, '2026-11-02')
    expect(split).toBe(`${id}.f20261102`)
    expect(splitId({ id: split, splitFrom: id }, '2026-12-07')).toBe(`${id}.f20261207`)
    expect(exceptionId(id, '2026-11-02')).toBe(`${id}.20261102`)
    expect(
      new Set([split, exceptionId(id, '2026-11-02'), privateId(id), slotId('b', '2026-11-02')]).size,
    ).toBe(4)
    expect(privateId(split, '2026-12-07').length).toBeLessThanOrEqual(64)
  })
})
