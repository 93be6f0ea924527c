import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Absence, absence } from '#domain/absence.ts'
import { type Appointment, exceptionId, type Slot, slotId } from '#domain/appointment.ts'
import { findClashes, MAX_CLASHES } from '#domain/appointment-clashes.ts'
import { indexExceptions, occurrencesIn } from '#domain/occurrences.ts'
import { indexSlots, openSlotsOn, ridesOf, slotsOn } from '#domain/slots.ts'
import { wallOfMinute } from '#domain/wall-clock.ts'
import { instantOf } from '#domain/zone-clock.ts'
import { makeAppointment, makeException, makeRule, makeSlot, makeTime } from '../../support/calendar/make.ts'
import { createDice } from '../../support/soak/dice.ts'
import { count } from '../../support/soak/size.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const units = new Map([['household', ['a1', 'a2', 'c1']]])

const clashes = (
  appointments: readonly Appointment[],
  { slots = [], absences = [] }: { slots?: readonly Slot[]; absences?: readonly Absence[] } = {},
  exceptions: Parameters<typeof indexExceptions>[0] = [],
) => {
  const { occurrences } = occurrencesIn(year, appointments, indexExceptions(exceptions))
  return findClashes({ occurrences, slots: indexSlots(slots), units, absences })
}
const brief = (given: ReturnType<typeof clashes>) =>
  given.clashes.map(({ kind, who, first, second, why }) => [kind, who.join(' '), first.id, second.id, why])

const at = (id: string, from: string, to: string, fields: Partial<Appointment> = {}): Appointment =>
  makeAppointment(id, {
    time: makeTime(`2026-11-02T${from}`, `2026-11-02T${to}`),
    attending: ['a1'],
    ...fields,
  })

describe('a person', () => {
  it('cannot be at two appointments, but one may begin when the other ends', () => {
    expect(brief(clashes([at('x', '09:00', '10:00'), at('y', '09:59', '11:00')]))).toEqual([
      ['person', 'a1', 'x', 'y', 'overlap'],
    ])
    expect(brief(clashes([at('x', '09:00', '10:00'), at('y', '10:00', '11:00')]))).toEqual([])
    expect(brief(clashes([at('x', '09:00', '09:00'), at('y', '09:00', '09:00')]))).toHaveLength(1)
    expect(
      brief(clashes([at('x', '09:00', '10:00'), at('y', '09:00', '10:00', { attending: ['a2'] })])),
    ).toEqual([])
  })

  it('needs time to travel, there and back, but not within one place', () => {
    const second = at('y', '10:40', '11:00', { travelMinutes: 20, place: 'Elm' })
    const { clashes: found } = clashes([at('x', '09:00', '10:00', { travelMinutes: 30 }), second])
    expect(found).toMatchObject([{ why: 'travel', shortBy: 10 }])
    expect(brief(clashes([at('x', '09:00', '10:00', { travelMinutes: 20 }), second]))).toEqual([])
    expect(brief(clashes([at('x', '09:00', '10:00', { travelMinutes: 30, place: 'Elm' }), second]))).toEqual(
      [],
    )
  })

  it('has nothing else on the day of an assessment; its driver may', () => {
    const assessment = at('x', '09:00', '11:00', { blocksWholeDay: true })
    const slots = ['x', 'y'].map(id =>
      makeSlot(`driver-${id}`, {
        appointment: id,
        role: 'driver',
        filledBy: { kind: 'member', id: 'amina' },
      }),
    )
    expect(brief(clashes([assessment, at('y', '19:00', '20:00')], { slots }))).toEqual([
      ['person', 'a1', 'x', 'y', 'whole-day'],
    ])
    const nextDay = { time: makeTime('2026-11-03T00:00', '2026-11-03T01:00') }
    expect(brief(clashes([assessment, at('y', '', '', nextDay)]))).toEqual([])
  })

  it('is not kept by an all-day entry, unless that takes the whole day', () => {
    const time = { ...makeTime('2026-11-02T00:00', '2026-11-03T00:00'), allDay: true }
    const other = at('y', '09:00', '10:00')
    expect(brief(clashes([at('x', '', '', { time }), other]))).toEqual([])
    expect(brief(clashes([at('x', '', '', { time, blocksWholeDay: true }), other]))).toHaveLength(1)
  })

  it('is free where it was cancelled, or moved', () => {
    const series = at('s', '09:00', '10:00', { repeat: makeRule() })
    const others = ['02', '09', '16'].map(day =>
      at(`o${day}`, '', '', { time: makeTime(`2026-11-${day}T09:30`, `2026-11-${day}T10:30`) }),
    )
    const exceptions = [
      makeException(exceptionId('s', '2026-11-09'), {
        appointment: 's',
        original: '2026-11-09',
        status: 'cancelled',
      }),
      makeException(exceptionId('s', '2026-11-16'), {
        appointment: 's',
        original: '2026-11-16',
        time: makeTime('2026-11-16T12:00', '2026-11-16T13:00'),
      }),
    ]
    expect(brief(clashes([series, ...others], {}, exceptions))).toEqual([
      ['person', 'a1', 's.20261102', 'o02', 'overlap'],
    ])
  })

  it('is in one zone while an appointment is in another', () => {
    const call = { time: makeTime('2026-11-02T07:30', '2026-11-02T08:00', 'America/Vancouver') }
    expect(brief(clashes([at('x', '10:00', '11:00'), at('y', '', '', call)]))).toHaveLength(1)
  })
})

describe('a household', () => {
  it('clashes once for all its people, and with what one of them has', () => {
    const both = [at('x', '09:00', '10:00', { attending: ['household'] }), at('y', '09:00', '10:00')]
    expect(brief(clashes(both))).toEqual([['household', 'a1', 'x', 'y', 'overlap']])
    const twice = both.map(each => ({ ...each, attending: ['household', 'a1'] }))
    expect(brief(clashes(twice))).toEqual([['household', 'a1 a2 c1', 'x', 'y', 'overlap']])
  })
})

describe('a driver', () => {
  const series = at('s', '09:00', '10:00', { repeat: makeRule({ count: 3 }), attending: ['a1'] })
  const other = at('o', '', '', { time: makeTime('2026-11-09T09:30', '2026-11-09T11:00'), attending: ['a2'] })
  const drives = (id: string, appointment: string, fields: Partial<Slot> = {}) =>
    makeSlot(id, { appointment, role: 'driver', filledBy: { kind: 'member', id: 'amina' }, ...fields })

  it('clashes in the slots of a series as in those of one occurrence', () => {
    const expected = [['member', 'amina', 's.20261109', 'o', 'overlap']]
    expect(brief(clashes([series, other], { slots: [drives('d', 's'), drives('e', 'o')] }))).toEqual(expected)
    const one = drives(slotId('d', '2026-11-09'), 's', { standsFor: 'd', original: '2026-11-09' })
    const open = drives('d', 's', { filledBy: null })
    expect(brief(clashes([series, other], { slots: [open, one, drives('e', 'o')] }))).toEqual(expected)
    const swapped = { ...one, filledBy: { kind: 'member' as const, id: 'jo' } }
    expect(brief(clashes([series, other], { slots: [drives('d', 's'), swapped, drives('e', 'o')] }))).toEqual(
      [],
    )
    const unneeded = { ...one, notNeeded: true }
    expect(
      brief(clashes([series, other], { slots: [drives('d', 's'), unneeded, drives('e', 'o')] })),
    ).toEqual([])
  })

  it('may fill two places of one appointment, or go along too', () => {
    const slots = [drives('d', 'o'), drives('e', 'o', { role: 'papers' })]
    expect(brief(clashes([{ ...other, members: ['amina'] }], { slots }))).toEqual([])
  })

  it('is told apart from an interpreter who is no member', () => {
    const slots = ['s', 'o'].map(id => drives(`i-${id}`, id, { filledBy: { kind: 'contact', id: 'amina' } }))
    expect(brief(clashes([series, other], { slots }))[0]?.[0]).toBe('contact')
    expect(
      brief(clashes([series, other], { slots: [drives('d', 's'), slots[1] ?? drives('x', 'o')] })),
    ).toEqual([])
  })

  it('is away', () => {
    const away = { ...absence.defaults, deleted: false, member: 'amina' }
    const days = { from: '2026-11-09', to: '2026-11-15' }
    const absences = [
      { ...away, id: 'away', days },
      { ...away, id: 'gone', days: { from: '2026-01-01', to: '2026-12-31' }, deleted: true },
    ]
    const { absent } = clashes([series, { ...other, members: ['amina'] }], {
      slots: [drives('d', 's')],
      absences,
    })
    expect(absent.map(({ occurrence, roles }) => [occurrence.id, roles])).toEqual([
      ['s.20261109', ['driver']],
      ['o', []],
    ])
  })

  it('has a list of what is taken on, without what is cancelled', () => {
    const cancelled = makeException(exceptionId('s', '2026-11-16'), {
      appointment: 's',
      original: '2026-11-16',
      status: 'cancelled',
    })
    const along = { ...other, members: ['amina'] }
    const { occurrences } = occurrencesIn(year, [series, along], indexExceptions([cancelled]))
    const slots = indexSlots([drives('d', 's'), drives('p', 's', { role: 'papers' })])
    const list = (who: string, kind: 'member' | 'contact') =>
      ridesOf({ kind, id: who }, occurrences, slots).map(ride => [
        ride.occurrence.id,
        ...ride.slots.map(each => each.role),
      ])
    expect(list('amina', 'member')).toEqual([
      ['s.20261102', 'driver', 'papers'],
      ['s.20261109', 'driver', 'papers'],
      ['o'],
    ])
    expect([list('jo', 'member'), list('amina', 'contact')]).toEqual([[], []])
  })

  it('is missing where a place of a planned occurrence is open', () => {
    const slots = indexSlots([
      drives('d', 's', { filledBy: null, order: 'b' }),
      drives('p', 's', { order: 'a' }),
    ])
    const [first] = occurrencesIn(year, [series], indexExceptions([])).occurrences
    if (!first) throw new Error('expected an occurrence')
    expect(slotsOn(first, slots).map(each => each.id)).toEqual(['p', 'd'])
    expect(openSlotsOn(first, slots).map(each => each.id)).toEqual(['d'])
    expect(openSlotsOn({ ...first, status: 'cancelled' }, slots)).toEqual([])
  })
})

describe('the sweep', () => {
  it('finds what comparing all pairs finds', () => {
    const anyOne = fc.record({
      start: fc.nat(3_000),
      length: fc.nat(300),
      travel: fc.nat(90),
      whole: fc.boolean(),
      place: fc.constantFrom('', 'Elm', 'Oak'),
    })
    fc.assert(
      fc.property(fc.array(anyOne, { maxLength: 14 }), list => {
        const base = 60 * 24 * 20_000
        const made = list.map(({ start, length, travel, whole, place }, i) => {
          const [from, to] = [base + start, base + start + length]
          const time = makeTime(wallOfMinute(from), wallOfMinute(to), 'UTC')
          return at(`n${i}`, '', '', { time, travelMinutes: travel, blocksWholeDay: whole, place })
        })
        const window = { from: '2024-01-01', to: '2024-12-31' }
        const { occurrences } = occurrencesIn(window, made, indexExceptions([]))
        const found = findClashes({ occurrences, slots: indexSlots([]), units, absences: [] })
        const minutes = ({ time }: Appointment) =>
          [instantOf(time.start, 'UTC'), instantOf(time.end, 'UTC')].map(ms => ms / 60_000) as [
            number,
            number,
          ]
        const clash = (a: Appointment, b: Appointment): boolean => {
          const [[a0, a1], [b0, b1]] = [minutes(a), minutes(b)]
          const [ae, be] = [Math.max(a1, a0 + 1), Math.max(b1, b0 + 1)]
          const meets = (s: number, e: number, s2: number, e2: number) => s < e2 && s2 < e
          const days = (s: number, e: number): [number, number] => [
            Math.floor(s / 1440) * 1440,
            (Math.floor((e === s ? e : e - 1) / 1440) + 1) * 1440,
          ]
          if (meets(a0, ae, b0, be)) return true
          if (a.blocksWholeDay && meets(...days(a0, a1), b0, be)) return true
          if (b.blocksWholeDay && meets(...days(b0, b1), a0, ae)) return true
          const same = a.place !== '' && a.place === b.place
          return (
            !same &&
            meets(a0 - a.travelMinutes, ae + a.travelMinutes, b0 - b.travelMinutes, be + b.travelMinutes)
          )
        }
        const expected = made.flatMap((a, i) =>
          made
            .slice(i + 1)
            .filter(b => clash(a, b))
            .map(b => [a.id, b.id].sort().join()),
        )
        expect(found.clashes.map(({ first, second }) => [first.id, second.id].sort().join()).sort()).toEqual(
          expected.sort(),
        )
      }),
      { numRuns: count(300, 5_000) },
    )
  })

  it('takes twenty thousand appointments, and a heap of them at one time', () => {
    const dice = createDice(7)
    const many = Array.from({ length: 20_000 }, (_, i) => {
      const start = wallOfMinute(60 * 24 * 20_454 + dice(60 * 24 * 365))
      return at(`n${i}`, '', '', {
        time: makeTime(start, wallOfMinute(Date.parse(`${start}Z`) / 60_000 + 45)),
        attending: [`p${dice(400)}`],
        travelMinutes: 15,
      })
    })
    const began = performance.now()
    const found = clashes(many)
    expect(found.clashes.length).toBeGreaterThan(100)
    const heap = clashes(
      many.map(each => ({
        ...each,
        time: makeTime('2026-11-02T09:00', '2026-11-02T10:00'),
        attending: ['a1'],
      })),
    )
    expect([heap.clashes.length, heap.more]).toEqual([MAX_CLASHES, true])
    // All pairs are 200 million, twice.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
