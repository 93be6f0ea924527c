/** Which leads go cold, when a host's police check is too old: days and stages around each edge. */
import { describe, expect, it } from 'vitest'
import { type Home, home } from '#domain/home.ts'
import { hostCheck, lastHeardOn, staleDays } from '#domain/home-follow-up.ts'

const TODAY = '2026-11-23'
const lead = (fields: Partial<Home>): Home => ({ ...home.defaults, id: 'a', deleted: false, ...fields })
const since = (date: string, at: Home['stage']['at'] = 'lead'): Home =>
  lead({ stage: { at, since: date, reason: '' } })

describe('a lead without a word', () => {
  it('comes up on the fifth day, counted from the last word or from the day it came to its stage', () => {
    expect(staleDays(since('2026-11-19'), [], TODAY)).toBeNull()
    expect(staleDays(since('2026-11-18'), [], TODAY)).toBe(5)
    expect(staleDays(since('2026-11-01'), [{ on: '2026-11-20' }, { on: '2026-11-02' }], TODAY)).toBeNull()
    expect(staleDays(since('2026-11-01'), [{ on: '2026-11-16' }], TODAY)).toBe(7)
  })

  it('rests while somebody has said what they do next and that day is not over', () => {
    const next = (on: string | null) => ({ ...since('2026-11-01'), next: { what: 'call', on } })
    expect(staleDays(next('2026-11-30'), [], TODAY)).toBeNull()
    expect(staleDays(next(TODAY), [], TODAY)).toBeNull()
    expect(staleDays(next('2026-11-22'), [], TODAY)).toBe(22)
    expect(staleDays(next(null), [], TODAY)).toBe(22)
  })

  it('is one only until the lease: nothing signed, settled, not taken or temporary goes cold', () => {
    const found = (['lead', 'called', 'viewed', 'applied', 'lease', 'settled', 'rejected'] as const).filter(
      at => staleDays(since('2026-10-01', at), [], TODAY) !== null,
    )
    expect(found).toEqual(['lead', 'called', 'viewed', 'applied'])
    expect(staleDays({ ...since('2026-10-01'), use: 'temporary' }, [], TODAY)).toBeNull()
  })

  it('is not kept fresh by a day that has not come', () => {
    expect(lastHeardOn(since('2026-11-01'), [{ on: '2027-11-01' }], TODAY)).toBe('2026-11-01')
    expect(staleDays(since('2026-11-01'), [{ on: '2027-11-01' }], TODAY)).toBe(22)
    expect(lastHeardOn(since('2027-01-01'), [], TODAY)).toBe(TODAY)
  })
})

describe('the police check of a host', () => {
  const stay = (hostCheckedOn: string | null, to: string | null) =>
    lead({ hostCheckedOn, stay: { from: null, to } })

  it('is good for three years, to the last day of the stay', () => {
    expect(hostCheck(stay(null, null), TODAY)).toBe('missing')
    expect(hostCheck(stay('2023-11-24', null), TODAY)).toBe('good')
    expect(hostCheck(stay('2023-11-23', null), TODAY)).toBe('too-old')
    expect(hostCheck(stay('2023-12-15', '2026-12-20'), TODAY)).toBe('too-old')
    expect(hostCheck(stay('2023-12-25', '2026-12-20'), TODAY)).toBe('good')
  })
})
