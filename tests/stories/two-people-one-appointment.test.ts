/** Amina and Joe change one weekly class apart, each on an own laptop, and meet: nothing is lost, nothing is doubled. */
import { describe, expect, it } from 'vitest'
import { exceptionId } from '#domain/appointment.ts'
import {
  editAll,
  editFollowing,
  editThis,
  type RecordWrite,
  type SeriesRecords,
} from '#domain/appointment-edits.ts'
import type { Json } from '#domain/json.ts'
import { allKinds, kinds } from '#domain/kinds.ts'
import { indexExceptions, occurrencesIn } from '#domain/occurrences.ts'
import { readRecord } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { makeAppointment, makeRule, makeSlot, makeTime } from '../support/calendar/make.ts'
import { Laptop } from '../support/store/laptop.ts'

const infos = allKinds.map(({ kind, compartment, keepBoth }) => ({ kind, compartment, keepBoth }))

const meet = (...laptops: Laptop[]) => {
  for (const one of laptops) for (const other of laptops) if (one !== other) one.receive(other.outbox)
}

function opsOf(laptop: Laptop, write: RecordWrite): readonly DraftOp[] {
  const sets = (id: string, fields: object): readonly DraftOp[] =>
    Object.entries(fields).map(([field, value]) => ({ op: 'set', id, field, value: value as Json }))
  if (write.write === 'delete') return [{ op: 'delete', id: write.id }]
  if (write.write === 'set') return sets(write.id, write.fields)
  const known = laptop.ledger.views.find(write.record.id) !== undefined
  if (!known) return [{ op: 'create', ...write.record }]
  return [{ op: 'restore', id: write.record.id }, ...sets(write.record.id, write.record.fields)]
}
const does = (laptop: Laptop, writes: readonly RecordWrite[]) =>
  laptop.does('changeAppointment', ...writes.flatMap(write => opsOf(laptop, write)))

const rows = <K extends keyof typeof kinds>(laptop: Laptop, name: K) =>
  laptop.ledger.views.all(kinds[name].kind).map(each => readRecord(kinds[name], each))

function seriesOf(laptop: Laptop, id: string): SeriesRecords {
  const [appointment] = rows(laptop, 'appointment').filter(each => each.id === id)
  if (!appointment) throw new Error(`no appointment ${id}`)
  return {
    appointment,
    exceptions: rows(laptop, 'appointmentException').filter(each => each.appointment === id),
    slots: rows(laptop, 'slot').filter(each => each.appointment === id),
    privates: rows(laptop, 'appointmentPrivate').filter(each => each.appointment === id),
  }
}
const month = (laptop: Laptop) =>
  occurrencesIn(
    { from: '2026-11-01', to: '2026-11-30' },
    rows(laptop, 'appointment'),
    indexExceptions(rows(laptop, 'appointmentException')),
  ).occurrences.map(({ time, place, status }) => [time.start.slice(5), place, status].join(' '))
const ids = (laptop: Laptop) => ({
  isTaken: (id: string) => laptop.ledger.views.find(id) !== undefined,
  newId: () => 'fresh',
})

function withClass() {
  const amina = new Laptop('Amina', { kinds: infos })
  const joe = new Laptop('Joe', { kinds: infos })
  const {
    id,
    deleted: _,
    ...fields
  } = makeAppointment('class', {
    time: makeTime('2026-11-02T09:00', '2026-11-02T12:00'),
    repeat: makeRule({ weekdays: ['mo'] }),
    place: 'Elm',
  })
  const {
    id: slot,
    deleted: __,
    ...slotFields
  } = makeSlot('driver', { appointment: 'class', role: 'driver' })
  amina.creates('appointment', id, fields as unknown as Record<string, Json>)
  amina.creates('slot', slot, slotFields as unknown as Record<string, Json>)
  meet(amina, joe)
  return { amina, joe }
}

describe('Amina and Joe change one weekly class apart', () => {
  it('moved by her and driven by him, an occurrence is both', () => {
    const { amina, joe } = withClass()
    const of = seriesOf(amina, 'class').appointment
    does(amina, editThis(of, '2026-11-09', { time: makeTime('2026-11-10T09:00', '2026-11-10T12:00') }))
    does(joe, editThis(of, '2026-11-09', { status: 'done', outcome: { km: 12, hours: 3, note: '' } }))
    meet(amina, joe)
    expect(month(joe)).toEqual(
      ['02T09:00', '10T09:00', '16T09:00', '23T09:00', '30T09:00'].map(
        (at, i) => `11-${at} Elm ${i === 1 ? 'done' : 'planned'}`,
      ),
    )
    expect(month(amina)).toEqual(month(joe))
    expect(amina.ledger.inbox.decisions()).toEqual([])
  })

  it('moved by both to different times, an occurrence is one question, settled once', () => {
    const { amina, joe } = withClass()
    const of = seriesOf(amina, 'class').appointment
    const at = (hour: string) => makeTime(`2026-11-09T${hour}:00`, `2026-11-09T23:00`)
    does(amina, editThis(of, '2026-11-09', { time: at('14') }))
    does(joe, editThis(of, '2026-11-09', { time: at('16') }))
    meet(amina, joe)
    expect(month(amina)).toHaveLength(5)
    const id = exceptionId('class', '2026-11-09')
    expect(joe.ledger.inbox.decisions()).toMatchObject([{ id, field: 'time' }])
    joe.does('settleTime', { op: 'settle', id, field: 'time', value: at('16') })
    meet(amina, joe)
    expect(amina.ledger.inbox.decisions()).toEqual([])
    expect(month(amina)).toContain('11-09T16:00 Elm planned')
  })

  it('split by both on the same day, the class goes on once, and which time is meant is asked', () => {
    const { amina, joe } = withClass()
    does(amina, editFollowing(seriesOf(amina, 'class'), '2026-11-16', { place: 'Oak' }, ids(amina)))
    const time = makeTime('2026-11-16T13:00', '2026-11-16T14:00')
    does(joe, editFollowing(seriesOf(joe, 'class'), '2026-11-16', { time }, ids(joe)))
    meet(amina, joe)
    expect(month(amina)).toEqual(month(joe))
    const later = 'class.f20261116'
    expect(amina.ledger.inbox.decisions()).toMatchObject([{ id: later, field: 'time' }])
    // Of fields that ask nobody the later change is shown; the other is in the history.
    expect(amina.ledger.inbox.history(later, 'place').map(({ value }) => value)).toContain('Oak')
    const starts = month(amina).map(each => each.slice(0, 5))
    expect(starts).toEqual(['11-02', '11-09', '11-16', '11-23', '11-30'])
    expect(
      rows(amina, 'slot')
        .map(each => each.id)
        .sort(),
    ).toEqual(['driver', 'driver.f20261116'])
  })

  it('moved by her to another day after he has driven, it still says that he drove', () => {
    const { amina, joe } = withClass()
    const time = makeTime('2026-11-03T09:00', '2026-11-03T12:00')
    does(amina, editAll(seriesOf(amina, 'class'), '2026-11-02', { time }))
    const of = seriesOf(joe, 'class').appointment
    does(joe, editThis(of, '2026-11-09', { status: 'done', outcome: { km: 12, hours: 3, note: '' } }))
    meet(amina, joe)
    expect(month(amina)).toContain('11-09T09:00 Elm done')
    expect(month(amina)).toContain('11-10T09:00 Elm planned')
    expect(month(amina)).toEqual(month(joe))
  })
})
