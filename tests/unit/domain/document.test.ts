/** Papers: when one is said to run out, and which version of several is the current one. */
import { describe, expect, it } from 'vitest'
import {
  byExpiry,
  documentVersions,
  expiryOf,
  type PersonDocument,
  personDocument,
} from '#domain/document.ts'

const paper = (id: string, fields: Partial<PersonDocument> = {}): PersonDocument => ({
  id,
  deleted: false,
  ...personDocument.defaults,
  ...fields,
})
const ids = (papers: readonly PersonDocument[]) =>
  documentVersions(papers).map(({ current, earlier }) => [current.id, ...earlier.map(each => each.id)])

describe('the end of a paper', () => {
  it('is said from 90 days on, and more pressing at 30 and at 7; its last day still counts', () => {
    const said = (expires: string) => {
      const expiry = expiryOf(expires, '2026-03-01')
      return expiry.kind === 'valid' ? [expiry.days, expiry.within] : [expiry.kind]
    }
    expect(expiryOf(null, '2026-03-01')).toEqual({ kind: 'none' })
    // Days from 1 March 2026, counted on a calendar: March has 31 days, April 30, May 31.
    expect(said('2026-05-31')).toEqual([91, null])
    expect(said('2026-05-30')).toEqual([90, 90])
    expect(said('2026-04-01')).toEqual([31, 90])
    expect(said('2026-03-31')).toEqual([30, 30])
    expect(said('2026-03-09')).toEqual([8, 30])
    expect(said('2026-03-08')).toEqual([7, 7])
    expect(said('2026-03-01')).toEqual([0, 7])
    expect(expiryOf('2026-02-28', '2026-03-01')).toEqual({ kind: 'expired', days: 1 })
  })
})

describe('versions of a paper', () => {
  it('are one row: the newest, with the earlier ones behind it in order', () => {
    expect(
      ids([
        paper('first'),
        paper('third', { replaces: 'second' }),
        paper('other'),
        paper('second', { replaces: 'first' }),
      ]),
    ).toEqual([['third', 'second', 'first'], ['other']])
  })

  it('made on two laptops at once are both shown', () => {
    expect(ids([paper('old'), paper('a', { replaces: 'old' }), paper('b', { replaces: 'old' })])).toEqual([
      ['a', 'old'],
      ['b', 'old'],
    ])
  })

  it('whose earlier one is gone, or that name each other in a ring, are shown all the same', () => {
    expect(ids([paper('new', { replaces: 'gone' })])).toEqual([['new']])
    expect(
      ids([paper('a', { replaces: 'b' }), paper('b', { replaces: 'a' }), paper('c', { replaces: 'c' })]),
    ).toEqual([['a'], ['b'], ['c']])
  })

  it('are listed by what runs out first; what never does comes last', () => {
    const row = (id: string, expires: string | null) => ({
      current: paper(id, { dates: { issued: null, expires } }),
      earlier: [],
    })
    const rows = [row('never', null), row('late', '2027-01-01'), row('soon', '2026-04-01')]
    expect(rows.toSorted(byExpiry).map(each => each.current.id)).toEqual(['soon', 'late', 'never'])
  })
})
