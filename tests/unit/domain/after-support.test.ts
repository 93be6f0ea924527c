/** Month 13: the sums, and benefits from their dated table, against figures worked out by hand. */
import { describe, expect, it } from 'vitest'
import {
  type AfterSupportLine,
  afterSupportLine,
  afterSupportSums,
  aMonth,
  benefitsFor,
  trackBegins,
} from '#domain/after-support.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const line = (fields: Partial<AfterSupportLine>): AfterSupportLine => ({
  id: 'x',
  deleted: false,
  ...afterSupportLine.defaults,
  ...fields,
})
const monthly = (cents: number) => ({ cents, per: 'month' as const })
const family = { adults: 2, childrenUnder6: 1, children6to17: 1 }

describe('the sums of month 13', () => {
  it('take a twelfth of what is told for a year, to the nearest cent', () => {
    expect(aMonth({ cents: 135_800, per: 'year' })).toBe(11_317)
    expect(aMonth({ cents: 1_474_500, per: 'year' })).toBe(122_875)
    expect(aMonth(monthly(95_000))).toBe(95_000)
  })

  it('say what is missing each month, and how much of the income the rent is', () => {
    const sums = afterSupportSums([
      line({ subject: 'work', figure: monthly(180_000), status: 'verified' }),
      line({ subject: 'child-benefit', figure: { cents: 1_474_500, per: 'year' }, status: 'verified' }),
      line({ subject: 'rent', figure: monthly(190_000) }),
      line({ subject: 'food', figure: monthly(90_000), status: 'derived' }),
      line({ subject: 'transit', figure: monthly(31_200), status: 'secondary' }),
    ])
    // 1,800.00 + 14,745.00 / 12 = 3,028.75; 1,900 + 900 + 312 = 3,112.00.
    expect(sums).toMatchObject({
      incomeCents: 302_875,
      costCents: 311_200,
      differenceCents: -8_325,
      toCheck: 1,
    })
    expect(sums.rentShare).toBeCloseTo(0.6273, 4)
  })

  it('say no share of rent where there is no rent or no income', () => {
    expect(afterSupportSums([line({ subject: 'rent', figure: monthly(1) })]).rentShare).toBeNull()
    expect(afterSupportSums([line({ subject: 'work', figure: monthly(1) })]).rentShare).toBeNull()
    expect(afterSupportSums([])).toMatchObject({ incomeCents: 0, costCents: 0, differenceCents: 0 })
  })
})

describe('benefits', () => {
  const on = (day: string, unit = family) =>
    benefitsFor(shippedRates().benefits, unit, day).map(each => [
      each.subject,
      each.kind === 'figure' ? each.yearCents : each.kind,
    ])

  it('are the most of the year that the day lies in, for each child and adult', () => {
    // Child benefit July 2025 to June 2026: 7,997 + 6,748. The other benefit begins in July 2026: none yet.
    expect(on('2026-06-30')).toEqual([
      ['child-benefit', 1_474_500],
      ['groceries-benefit', 'none'],
    ])
    // From July 2026: 890 for a couple + 2 × 234; and no figure of the child benefit is known any more.
    expect(on('2026-07-01')).toEqual([
      ['child-benefit', 'none'],
      ['groceries-benefit', 135_800],
    ])
  })

  it('are never taken from an older year', () => {
    expect(on('2027-07-09')).toEqual([
      ['child-benefit', 'none'],
      ['groceries-benefit', 'none'],
    ])
  })

  it('are left out where nobody can have them, and not computed for three adults', () => {
    expect(on('2026-10-01', { adults: 1, childrenUnder6: 0, children6to17: 0 })).toEqual([
      ['groceries-benefit', 67_900],
    ])
    expect(on('2026-10-01', { adults: 3, childrenUnder6: 0, children6to17: 0 })).toEqual([])
  })

  it('come with their parts, dates, status and source', () => {
    const [, answer] = benefitsFor(shippedRates().benefits, family, '2026-10-01')
    expect(answer).toMatchObject({
      kind: 'figure',
      parts: [
        { of: 'couple', count: 1, cents: 89_000 },
        { of: 'child', count: 2, cents: 23_400 },
      ],
      effectiveFrom: '2026-07-01',
      effectiveTo: '2027-06-30',
      status: 'secondary',
    })
    expect(answer?.source).toMatch(/^https:/)
  })
})

it('the track begins in month 9 of 12', () => {
  expect([trackBegins(12), trackBegins(24), trackBegins(2)]).toEqual([9, 21, 1])
})
