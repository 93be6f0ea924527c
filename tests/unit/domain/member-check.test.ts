/** Until when a police check or a training counts, and whether it covers support. */
import { describe, expect, it } from 'vitest'
import {
  currentStandings,
  type MemberCheck,
  memberCheck,
  parsePoliceRule,
  shippedPoliceRule,
  standingOf,
  validUntil,
} from '#domain/member-check.ts'

const RULE = shippedPoliceRule().data
const TODAY = '2026-11-23'

const check = (fields: Partial<MemberCheck>): MemberCheck => ({
  id: 'c',
  deleted: false,
  ...memberCheck.defaults,
  ...fields,
})
const police = (doneOn: string, until: string | null = null) => check({ kind: 'police', doneOn, until })

describe('the rule', () => {
  it('counts a police check for three years, with where that was read and how sure it is', () => {
    const { data, source, note } = shippedPoliceRule()
    expect(data.validYears).toBe(3)
    expect(source).toMatchObject({ status: 'verified', url: 'https://www.auraforrefugees.org/' })
    expect(note).toContain('ask yours')
  })

  it('is refused where it cannot be meant', () => {
    const file = { ...shippedPoliceRule(), data: { validYears: 0 } }
    expect(parsePoliceRule(file)).toMatchObject({ ok: false, problem: { at: 'data.validYears' } })
  })
})

describe('the last day', () => {
  it.each([
    ['2024-03-10', '2027-03-09'],
    ['2024-02-29', '2027-02-27'],
    ['2023-03-01', '2026-02-28'],
  ])('of a police check of %s is %s', (doneOn, last) => {
    expect(validUntil(police(doneOn), RULE)).toBe(last)
  })

  it('is what the paper says, where it says one', () => {
    expect(validUntil(police('2024-03-10', '2025-03-09'), RULE)).toBe('2025-03-09')
  })

  it('of a training is unknown to us: it goes on, unless the paper says a day', () => {
    expect(validUntil(check({ kind: 'training', doneOn: '2010-01-01' }), RULE)).toBeNull()
  })
})

describe('how a check stands', () => {
  const state = (doneOn: string, until: string | null) =>
    standingOf(police(doneOn), RULE, until === null ? null : { until, certain: true }, TODAY).state

  it('covers support to its last day', () => {
    expect(state('2024-07-01', '2027-06-30')).toBe('ok')
    expect(state('2024-07-01', '2027-07-01')).toBe('ends-early')
  })

  it('has run out the day after its last', () => {
    expect(state('2023-11-24', '2027-06-30')).toBe('ends-early')
    expect(state('2023-11-23', '2027-06-30')).toBe('expired')
  })

  it('has only to be valid where nothing is to be covered', () => {
    expect(state('2023-11-24', null)).toBe('ok')
    expect(state('2023-11-23', null)).toBe('expired')
  })
})

describe('what counts', () => {
  it('is the longest of each kind and of each training by its name', () => {
    const needed = { until: '2027-06-30', certain: true }
    const of = (each: MemberCheck) => standingOf(each, RULE, needed, TODAY)
    const training = (id: string, title: string, until: string | null) =>
      of(check({ id, kind: 'training', title, doneOn: '2025-01-01', until }))
    const standings = [
      of(police('2020-01-01')),
      of(police('2025-01-01')),
      training('a', 'First aid', '2026-01-01'),
      training('b', 'first aid ', '2028-01-01'),
      training('c', 'Ethics', null),
      training('d', 'Ethics', '2026-01-01'),
    ]
    const current = currentStandings(standings)
    expect(current.map(each => each.until)).toEqual(['2027-12-31', '2028-01-01', null])
  })
})
