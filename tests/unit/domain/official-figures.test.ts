import { describe, expect, it } from 'vitest'
import {
  applicationEstimate,
  type Composition,
  monthlySupport,
  officialFigureOf,
  whyAsk,
} from '#domain/official-figures.ts'
import type { OfficialFigure } from '#domain/rate-tables.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const rates = shippedRates()
const unit = (adults: number, children6to17 = 0, childrenUnder6 = 0): Composition => ({
  adults,
  childrenUnder6,
  children6to17,
})
/** One adult, then two adults with none to four children. */
const bySize: readonly Composition[] = [
  unit(1),
  unit(2),
  unit(2, 1),
  unit(2, 1, 1),
  unit(2, 3),
  unit(2, 2, 2),
]
const ask = (of: Composition, more: Partial<Parameters<typeof officialFigureOf>[2]> = {}) => ({
  unit: of,
  community: 'ON-GTA',
  date: '2026-06-15',
  arrivalDate: null,
  ...more,
})
const startUp = (
  figure: Extract<OfficialFigure, { table: 'rap-startup' }>['figure'],
  of: Composition,
  arrivalDate: string | null = null,
) => {
  const found = officialFigureOf(
    rates,
    { table: 'rap-startup', figure, per: 'once' },
    ask(of, { arrivalDate }),
  )
  return found.kind === 'figure' ? found.value / 100 : found
}

describe('start-up figures', () => {
  const parts = ['furniture', 'household', 'linens', 'staples', 'clothing', 'winter', 'utilities'] as const

  it('add up to the table of the guide for households of one to six', () => {
    const sums = bySize.map(of => parts.reduce((sum, part) => sum + Number(startUp(part, of)), 0))
    expect(sums).toEqual([3065, 4725, 5760, 6775, 7790, 8805])
  })

  it('are the published ones part by part for one person', () => {
    expect(parts.map(part => startUp(part, unit(1)))).toEqual([1550, 600, 80, 210, 375, 175, 75])
  })

  it('beyond six people are known only where the step is', () => {
    const seven = unit(2, 5)
    expect(startUp('household', seven)).toBe(900)
    expect(startUp('staples', seven)).toBe(750)
    expect(startUp('furniture', seven)).toEqual({ kind: 'none', why: 'not-known' })
    expect(startUp('linens', seven)).toEqual({ kind: 'none', why: 'not-known' })
  })

  it.each([
    [null, 300],
    ['2025-09-01', 600],
    ['2026-01-15', 600],
    ['2026-05-31', 600],
    ['2026-06-01', 300],
    ['2026-08-31', 300],
  ])('for school come twice when they arrive between 1 September and 31 May: %s', (arrivalDate, dollars) => {
    expect(startUp('school', unit(2, 2, 1), arrivalDate)).toBe(dollars)
  })

  it('for school are no question where there is no child: nothing is due, and that is sure', () => {
    const school = (of: Composition) =>
      officialFigureOf(rates, { table: 'rap-startup', figure: 'school', per: 'once' }, ask(of))
    expect(school(unit(1))).toMatchObject({ value: 0, from: { status: 'derived' } })
    // One of five years may go to kindergarten.
    expect(school(unit(2, 0, 1))).toMatchObject({ value: 0, from: { status: 'unverified' } })
  })

  it('for school are marked as to check, the others as calculated', () => {
    const status = (figure: 'school' | 'furniture') =>
      officialFigureOf(rates, { table: 'rap-startup', figure, per: 'once' }, ask(unit(2, 1)))
    expect(status('school')).toMatchObject({ from: { status: 'unverified' } })
    expect(status('furniture')).toMatchObject({ from: { status: 'derived' } })
  })
})

describe('monthly support in Toronto and area', () => {
  it('gives the sums of 2023, and twelve of them the agreement holder’s column', () => {
    const months = bySize.map(of => {
      const found = monthlySupport(rates, ask(of))
      return found.kind === 'figure' ? found.value.cents / 100 : found
    })
    expect(months).toEqual([1164, 1723, 1778, 1837, 1896, 1925])
    expect(months.slice(1).map(each => Number(each) * 12)).toEqual([20676, 21336, 22044, 22752, 23100])
    expect(Math.round((Number(months[0]) * 12) / 100) * 100).toBe(14000)
  })

  it('is calculated, dated and of two parents with one child split into its parts', () => {
    expect(monthlySupport(rates, ask(unit(2, 1)))).toMatchObject({
      value: { parts: { basic: 49400, shelter: 89700, communication: 7500, transit: 31200 } },
      from: { status: 'derived', asOf: '2023-01-01' },
    })
  })

  it('has no figure elsewhere, before its date, or for seven people', () => {
    expect(monthlySupport(rates, ask(unit(1), { community: 'ON-OTTAWA' }))).toEqual({
      kind: 'none',
      why: 'not-known',
    })
    expect(monthlySupport(rates, ask(unit(1), { date: '2022-06-01' }))).toMatchObject({
      why: 'not-yet-in-effect',
    })
    expect(monthlySupport(rates, ask(unit(2, 5)))).toEqual({ kind: 'none', why: 'not-known' })
  })
})

describe('compositions whose rates are not known here', () => {
  const alone = { units: 1, seniors: false }

  it.each([
    [unit(1, 1), alone, 'single-parent'],
    [unit(3), alone, 'more-than-two-adults'],
    [unit(0, 1), alone, 'no-adult'],
    [unit(1), { units: 2, seniors: false }, 'shares-with-other-units'],
    [unit(2), { units: 1, seniors: true }, 'seniors'],
  ])('are asked for, never computed', (of, other, why) => {
    expect(whyAsk(of, other)).toBe(why)
  })

  it('are neither one adult alone nor a couple with or without children', () => {
    expect(bySize.map(of => whyAsk(of, alone))).toEqual([null, null, null, null, null, null])
  })
})

describe('the estimate of the application', () => {
  it('is the cost table’s, with a step for each person over six', () => {
    const total = (size: number) => {
      const found = applicationEstimate(rates['cost-table'], size, '2026-06-15')
      return found.kind === 'figure' ? found.value.totalCents / 100 : found
    }
    expect([1, 2, 3, 4, 5, 6, 7, 9].map(total)).toEqual([
      16500, 24800, 26700, 28700, 32300, 35500, 38200, 43600,
    ])
    expect(total(0)).toEqual({ kind: 'none', why: 'not-known' })
  })

  it('is below twelve months of the Toronto rates, so it cannot stand for the minimum', () => {
    const estimate = applicationEstimate(rates['cost-table'], 1, '2026-06-15')
    const month = monthlySupport(rates, ask(unit(1)))
    if (estimate.kind !== 'figure' || month.kind !== 'figure') throw new Error('no figure')
    expect(estimate.value.income12Cents).toBeLessThan(month.value.cents * 12)
  })
})
