import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPlanContext, type PlanContext, planContextOf } from '#domain/anchor.ts'
import { addDays } from '#domain/dates.ts'
import {
  type Anchor,
  anchors,
  type Due,
  dueFrom,
  dueOn,
  dueUnits,
  noDue,
  pinDue,
  unpinDue,
} from '#domain/due.ts'
import { byDueDate, earliestOf, isPast, resolveDue } from '#domain/due-date.ts'
import { type Arrival, arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'

const maple: Sponsorship = { id: 'maple', deleted: false, ...sponsorship.defaults, province: 'ON' }
const unknown = arrival.defaults.timing
const arrivalOf = (timing: Partial<Arrival['timing']>, rest: Partial<Arrival> = {}): Arrival => ({
  id: 'first',
  deleted: false,
  ...arrival.defaults,
  sponsorship: 'maple',
  order: 'a0010',
  timing: { ...unknown, ...timing },
  ...rest,
})
const waiting = arrivalOf({})
const inWindow = arrivalOf({ state: 'window', from: '2026-03-01', to: '2026-05-31' })
const notified = arrivalOf({ state: 'notified', expected: '2026-06-17' })
const landed = arrivalOf({
  state: 'landed',
  expected: '2026-06-17',
  landed: '2026-06-18',
  reached: '2026-06-19',
})
const context = (
  arrivals: readonly Arrival[],
  of: Partial<Sponsorship> = {},
  leases: PlanContext['leaseStarts'] = new Map(),
): PlanContext => planContextOf({ ...maple, ...of }, arrivals, leases)
const dateOf = (due: Due, of: PlanContext): unknown => {
  const found = resolveDue(due, of)
  return found.kind === 'date' ? found.date : found
}

describe('a date that hangs on an anchor', () => {
  it('follows the expected day, and the day they reached us once they have', () => {
    const tenDaysBefore = dueFrom('arrival', -10, 'working-days')
    // 3 June 2026 is a Wednesday, ten working days before Wednesday 17 June in Ontario.
    expect(resolveDue(tenDaysBefore, context([notified]))).toEqual({
      kind: 'date',
      date: '2026-06-03',
      by: 'anchor',
      certain: false,
      movedFrom: null,
    })
    expect(resolveDue(tenDaysBefore, context([landed]))).toMatchObject({ date: '2026-06-05', certain: true })
  })

  it('keeps the landing apart from the day they reached us', () => {
    const lastDayForAddress = dueFrom('landing', 180, 'days')
    expect(dateOf(lastDayForAddress, context([landed]))).toBe('2026-12-15')
    expect(resolveDue(lastDayForAddress, context([notified]))).toMatchObject({
      date: '2026-12-14',
      certain: false,
    })
    const reachedOnly = arrivalOf({ state: 'landed', reached: '2026-06-19' })
    expect(resolveDue(lastDayForAddress, context([reachedOnly]))).toMatchObject({
      date: '2026-12-16',
      certain: false,
    })
  })

  it('knows the day of the first tax return: in the year after landing', () => {
    const weeksBefore = dueFrom('tax-day', -8, 'weeks')
    expect(resolveDue(weeksBefore, context([landed]))).toMatchObject({ date: '2027-03-05', certain: true })
    expect(resolveDue(weeksBefore, context([notified]))).toMatchObject({ date: '2027-03-05', certain: false })
    const overNewYear = arrivalOf({ state: 'window', from: '2026-11-15', to: '2027-02-15' })
    expect(resolveDue(dueFrom('tax-day', 0, 'days'), context([overNewYear]))).toEqual({
      kind: 'window',
      from: '2027-04-30',
      to: '2028-04-30',
    })
    expect(resolveDue(weeksBefore, context([waiting]))).toMatchObject({ kind: 'unknown' })
  })

  it('counts weeks and months from the end of support and from a support month', () => {
    // Arrived 19 June 2026, twelve months: ends 18 June 2027.
    expect(dateOf(dueFrom('support-end', 0, 'days'), context([landed]))).toBe('2027-06-18')
    expect(dateOf(dueFrom('support-end', -1, 'months'), context([landed]))).toBe('2027-05-18')
    expect(dateOf(dueFrom('support-end', -2, 'weeks'), context([landed]))).toBe('2027-06-04')
    expect(dateOf(dueFrom('support-month', 0, 'days', { month: 9 }), context([landed]))).toBe('2027-02-01')
    expect(
      dateOf(
        dueFrom('support-month', 0, 'days', { month: 9 }),
        context([landed], { monthKind: 'arrival-day' }),
      ),
    ).toBe('2027-02-19')
    expect(dateOf(dueFrom('support-month', 0, 'days', { month: 13 }), context([landed]))).toBe('2027-06-19')
    expect(dateOf(dueFrom('support-month', 0, 'days', { month: 15 }), context([landed]))).toBe('2027-08-19')
  })

  it('knows an end of support that was entered, whatever the arrival', () => {
    const entered = arrivalOf({}, { supportEndsOverride: '2027-03-31' })
    expect(resolveDue(dueFrom('support-end', 1, 'days'), context([entered]))).toMatchObject({
      date: '2027-04-01',
      certain: true,
    })
  })

  it('says so where support ended before its month', () => {
    const endedEarly = arrivalOf(landed.timing, { supportEndsOverride: '2026-12-31' })
    expect(
      resolveDue(dueFrom('support-month', 0, 'days', { month: 9 }), context([endedEarly])),
    ).toMatchObject({ kind: 'unknown', why: 'no-such-month', month: 9 })
  })

  it('moves off a weekend or holiday where that was asked, and says from which day', () => {
    // 1 July 2026 is a Wednesday; 18 July a Saturday.
    const canadaDay = dueFrom('arrival', 14, 'days')
    expect(dateOf(canadaDay, context([notified]))).toBe('2026-07-01')
    expect(resolveDue({ ...canadaDay, onDayOff: 'before' }, context([notified]))).toMatchObject({
      date: '2026-06-30',
      movedFrom: '2026-07-01',
    })
    expect(resolveDue({ ...canadaDay, onDayOff: 'after' }, context([notified]))).toMatchObject({
      date: '2026-07-02',
      movedFrom: '2026-07-01',
    })
    const saturday = dueFrom('arrival', 31, 'days', { onDayOff: 'after' })
    expect(dateOf(saturday, context([notified]))).toBe('2026-07-20')
    const civicHoliday = dueFrom('arrival', 47, 'days', { onDayOff: 'after' })
    expect(dateOf(civicHoliday, context([notified]))).toBe('2026-08-03')
    expect(dateOf(civicHoliday, context([notified], { province: 'SK' }))).toBe('2026-08-04')
  })

  it('is a window while the arrival is one, and nothing but words while it is unknown', () => {
    const due = dueFrom('arrival', -10, 'working-days')
    expect(resolveDue(due, context([inWindow]))).toEqual({
      kind: 'window',
      from: '2026-02-13',
      to: '2026-05-15',
    })
    expect(resolveDue(due, context([waiting]))).toEqual({
      kind: 'unknown',
      why: 'not-known-yet',
      anchor: 'arrival',
      arrival: null,
      lease: null,
      month: null,
      offset: -10,
      unit: 'working-days',
    })
    const half = arrivalOf({ state: 'window', from: '2026-03-01' })
    expect(resolveDue(due, context([half]))).toMatchObject({ kind: 'unknown' })
    const crossed = arrivalOf({ state: 'window', from: '2026-05-31', to: '2026-03-01' })
    expect(resolveDue(due, context([crossed]))).toMatchObject({ kind: 'window', from: '2026-02-13' })
    expect(resolveDue(due, context([]))).toMatchObject({ kind: 'unknown', why: 'not-known-yet' })
  })

  it('is never known where a task hangs on no sponsorship, while fixed dates are', () => {
    const group = groupPlanContext('ON')
    for (const anchor of anchors)
      expect(resolveDue(dueFrom(anchor, 0, 'days'), group)).toMatchObject({ why: 'not-known-yet' })
    expect(dateOf(dueOn('2026-07-01'), group)).toBe('2026-07-01')
  })

  it('belongs to the first arrival unless another is named', () => {
    const second = arrivalOf({ state: 'notified', expected: '2026-09-01' }, { id: 'second', order: 'a0020' })
    const other = arrivalOf({ state: 'notified', expected: '2020-01-01' }, { id: 'x', sponsorship: 'birch' })
    const gone = arrivalOf(
      { state: 'notified', expected: '2020-01-01' },
      { id: 'gone', order: 'a', deleted: true },
    )
    const all = context([second, other, gone, notified])
    expect(dateOf(dueFrom('arrival', 1, 'days'), all)).toBe('2026-06-18')
    expect(dateOf(dueFrom('arrival', 1, 'days', { arrival: 'second' }), all)).toBe('2026-09-02')
    expect(resolveDue(dueFrom('arrival', 1, 'days', { arrival: 'gone' }), all)).toMatchObject({ why: 'gone' })
  })

  it('hangs on a lease, the first to begin unless one is named', () => {
    const leases = new Map([
      ['flat', '2026-09-01'],
      ['room', '2026-06-20'],
    ])
    const of = context([notified], {}, leases)
    expect(dateOf(dueFrom('lease-start', -1, 'weeks', { lease: 'flat' }), of)).toBe('2026-08-25')
    expect(dateOf(dueFrom('lease-start', -1, 'weeks'), of)).toBe('2026-06-13')
    expect(resolveDue(dueFrom('lease-start', 0, 'days', { lease: 'sold' }), of)).toMatchObject({
      why: 'gone',
    })
    expect(resolveDue(dueFrom('lease-start', 0, 'days'), context([notified]))).toMatchObject({
      why: 'not-known-yet',
    })
  })

  it('is held when pinned, and follows again when let go', () => {
    const due = dueFrom('arrival', -10, 'working-days')
    const held = pinDue(due, '2026-06-03')
    expect(resolveDue(held, context([landed]))).toMatchObject({ date: '2026-06-03', by: 'pinned' })
    expect(dateOf(held, context([waiting]))).toBe('2026-06-03')
    expect(unpinDue(held)).toEqual(due)
    expect(pinDue(dueOn('2026-01-05'), '2026-06-03')).toEqual(dueOn('2026-01-05'))
    expect(pinDue(noDue, '2026-06-03')).toEqual(noDue)
  })
})

describe('dates of a plan', () => {
  const anyDue = fc
    .record({
      anchor: fc.constantFrom<Anchor>(...anchors),
      offset: fc.integer({ min: -400, max: 400 }),
      unit: fc.constantFrom(...dueUnits),
      month: fc.integer({ min: 1, max: 13 }),
      onDayOff: fc.constantFrom('keep', 'before', 'after'),
    })
    .map(({ anchor, offset, unit, month, onDayOff }) => {
      const small = unit === 'months' || unit === 'weeks' ? offset % 24 : offset
      return dueFrom(anchor, small, unit, { month: anchor === 'support-month' ? month : null, onDayOff })
    })
  const anyDay = fc.integer({ min: 0, max: 2000 }).map(days => addDays('2023-01-01', days))

  it('of a window are those of its two ends, in order', () => {
    fc.assert(
      fc.property(anyDue, anyDay, fc.integer({ min: 0, max: 200 }), (due, from, length) => {
        const to = addDays(from, length)
        const found = resolveDue(due, context([arrivalOf({ state: 'window', from, to })]))
        const on = (expected: string) =>
          earliestOf(resolveDue(due, context([arrivalOf({ state: 'notified', expected })])))
        if (due.anchor === 'lease-start') expect(found.kind).toBe('unknown')
        else expect(found).toEqual({ kind: 'window', from: on(from), to: on(to) })
        if (found.kind === 'window') expect(found.from <= found.to).toBe(true)
      }),
    )
  })

  it('are sorted with what has none at the end, and past only when the whole window is', () => {
    const dates = [
      resolveDue(noDue, context([])),
      resolveDue(dueOn('2026-05-01'), context([])),
      resolveDue(dueFrom('arrival', 0, 'days'), context([inWindow])),
      resolveDue(dueFrom('arrival', 0, 'days'), context([waiting])),
    ]
    expect(dates.toSorted(byDueDate).map(earliestOf)).toEqual(['2026-03-01', '2026-05-01', null, null])
    expect(dates.map(each => isPast(each, '2026-05-02'))).toEqual([false, true, false, false])
    expect(dates.map(each => isPast(each, '2026-06-01'))).toEqual([false, true, true, false])
    expect(isPast(resolveDue(dueOn('2026-05-01'), context([])), '2026-05-01')).toBe(false)
  })
})
