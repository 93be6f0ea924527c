import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowanceSheet, type InKindCategory, inKindCategories } from '#domain/allowance-sheet.ts'
import type { CoveredCost } from '#domain/ledger-months.ts'
import type { Line } from '#domain/line.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import { makeLine } from '../../support/reports/sample-account.ts'

const rates = shippedRates()
const TABLE = rates['rap-startup'].source.url
/** The table of May 2018 in dollars, as a person reads it: sizes 1 to 6. */
const CAPS: Readonly<Record<InKindCategory, readonly number[]>> = {
  clothing: [385, 770, 1033, 1295, 1558, 1820],
  furniture: [1085, 1708, 2016, 2310, 2604, 2898],
  household: [300, 325, 350, 375, 400, 425],
  linens: [80, 160, 240, 320, 400, 480],
  staples: [105, 150, 195, 240, 285, 330],
}
const LINES: readonly (readonly [key: string, officialCents: number])[] = [
  ['furniture', 288_000],
  ['household-needs', 70_000],
  ['linens', 24_000],
  ['staples', 39_000],
  ['clothing', 100_000],
  ['winter-clothing', 47_500],
  ['utilities-setup', 7_500],
  ['school-start', 15_000],
]
const CATEGORIES: Readonly<Record<string, InKindCategory>> = {
  furniture: 'furniture',
  'household-needs': 'household',
  linens: 'linens',
  staples: 'staples',
  clothing: 'clothing',
  'winter-clothing': 'clothing',
}

const startUp = (key: string, cents: number, source = TABLE): Line =>
  makeLine(key, {
    sponsorship: 's',
    countsAs: 'start-up',
    official: { cents, per: 'once', source, asOf: null, status: 'derived' },
  })
const lines = LINES.map(([key, cents]) => startUp(key, cents))
const cost = (line: string, flow: CoveredCost['flow'], cents: number): CoveredCost => ({
  line,
  countsAs: 'start-up',
  unit: null,
  flow,
  month: '2026-07',
  cents,
})
const three = { adults: 2, childrenUnder6: 0, children6to17: 1 }
const sheetOf = (costs: readonly CoveredCost[], more: Partial<Parameters<typeof allowanceSheet>[0]> = {}) =>
  allowanceSheet({
    lines,
    costs,
    rates,
    people: three,
    arrivalDate: '2026-07-09',
    today: '2026-11-23',
    ...more,
  })
const row = (sheet: ReturnType<typeof sheetOf>, key: string) => {
  const found = sheet.rows.find(each => each.line.key === key)
  if (!found) throw new Error(`no row ${key}`)
  return found
}

describe('the start-up allowance', () => {
  it('counts gifts in kind up to the cap for the size of the household, and money beside them', () => {
    const sheet = sheetOf([
      cost('furniture', 'cash', 50_000),
      cost('furniture', 'owed', 10_000),
      cost('furniture', 'in-kind', 250_000),
    ])
    expect(row(sheet, 'furniture')).toMatchObject({
      cashCents: 60_000,
      inKindCents: 250_000,
      cap: { kind: 'known', cents: 201_600 },
      countedCents: 201_600,
      notCountedCents: 48_400,
      stillOwedCents: 288_000 - 60_000 - 201_600,
    })
  })

  it('shares one cap between clothing and winter clothing', () => {
    const sheet = sheetOf([cost('clothing', 'in-kind', 90_000), cost('winter-clothing', 'in-kind', 40_000)])
    expect(row(sheet, 'clothing').countedCents).toBe(90_000)
    expect(row(sheet, 'winter-clothing').countedCents).toBe(103_300 - 90_000)
  })

  it('counts nothing in kind where no cap is known, and says which of both it is', () => {
    const sheet = sheetOf([cost('school-start', 'in-kind', 5_000), cost('utilities-setup', 'in-kind', 5_000)])
    expect(row(sheet, 'school-start')).toMatchObject({ cap: { kind: 'unknown' }, countedCents: 0 })
    expect(row(sheet, 'utilities-setup')).toMatchObject({ cap: { kind: 'none' }, countedCents: 0 })
    const seven = sheetOf([cost('linens', 'in-kind', 5_000)], {
      people: { adults: 2, childrenUnder6: 2, children6to17: 3 },
    })
    expect(row(seven, 'linens')).toMatchObject({ cap: { kind: 'unknown' }, countedCents: 0 })
    expect([seven.hasCaps, sheet.hasCaps]).toEqual([false, true])
  })

  it('says that some of it must be money where there is none', () => {
    expect(sheetOf([cost('linens', 'in-kind', 5_000)]).lacksMoney).toBe(true)
    expect(sheetOf([cost('linens', 'in-kind', 5_000), cost('staples', 'cash', 1)]).lacksMoney).toBe(false)
    expect(sheetOf([]).lacksMoney).toBe(false)
  })

  it('has no figure where none is current, and leaves that line out of what is owed', () => {
    const sheet = sheetOf([], { lines: [makeLine('phone-setup', { countsAs: 'start-up' }), ...lines] })
    expect(row(sheet, 'phone-setup')).toMatchObject({ official: null, stillOwedCents: null })
    expect(sheet.totals.withoutFigure).toBe(1)
    expect(sheet.totals.officialCents).toBe(sheet.totals.stillOwedCents)
  })

  it('knows nothing of what is owed where no line has a figure, which is not nought', () => {
    const sheet = sheetOf([cost('phone-setup', 'cash', 4_500)], {
      lines: [makeLine('phone-setup', { countsAs: 'start-up' })],
    })
    expect(sheet.totals).toMatchObject({ officialCents: null, stillOwedCents: null, cashCents: 4_500 })
  })
})

describe('the school allowance', () => {
  const school = (arrivalDate: string | null, more = {}) => sheetOf([], { arrivalDate, ...more })

  it('is due twice for an arrival from 1 September to 31 May, once in the summer', () => {
    for (const [arrived, times] of [
      ['2026-05-31', 2],
      ['2026-06-01', 1],
      ['2026-08-31', 1],
      ['2026-09-01', 2],
      ['2027-01-15', 2],
    ] as const) {
      expect(school(arrived).school?.times).toBe(times)
      expect(row(school(arrived), 'school-start').official?.cents).toBe(15_000 * times)
    }
  })

  it('is to be checked, hangs on an arrival that is not known, and keeps a figure that somebody typed', () => {
    expect(school('2026-10-01').school).toMatchObject({ children: 1, cents: 15_000, status: 'unverified' })
    expect(school(null).school?.times).toBeNull()
    const typed = [startUp('school-start', 22_000, 'Our SAH, by phone')]
    expect(row(school('2026-10-01', { lines: typed }), 'school-start').official?.cents).toBe(22_000)
  })

  it('is of no household without children', () => {
    expect(
      school('2026-10-01', { people: { adults: 1, childrenUnder6: 0, children6to17: 0 } }).school,
    ).toBeNull()
  })
})

describe('whatever is given', () => {
  const amount = fc.integer({ min: -50_000, max: 500_000 })
  const gifts = fc.array(
    fc.record({
      line: fc.constantFrom(...LINES.map(([key]) => key)),
      flow: fc.constantFrom('cash', 'in-kind', 'owed'),
      cents: amount,
    }),
    { maxLength: 40 },
  )
  const people = fc.record({
    adults: fc.integer({ min: 1, max: 4 }),
    childrenUnder6: fc.integer({ min: 0, max: 3 }),
    children6to17: fc.integer({ min: 0, max: 3 }),
  })

  it('in kind never counts above the official caps, and never touches money', () => {
    fc.assert(
      fc.property(gifts, people, (given, who) => {
        const costs = given.map(({ line, flow, cents }) => cost(line, flow, cents))
        const sheet = sheetOf(costs, { people: who })
        const size = who.adults + who.childrenUnder6 + who.children6to17
        for (const category of inKindCategories) {
          const counted = sheet.rows
            .filter(each => CATEGORIES[each.line.key] === category)
            .reduce((sum, each) => sum + each.countedCents, 0)
          expect(counted).toBeLessThanOrEqual((CAPS[category][size - 1] ?? 0) * 100)
        }
        const moneyAlone = sheetOf(
          costs.filter(each => each.flow !== 'in-kind'),
          { people: who },
        )
        for (const [i, each] of sheet.rows.entries()) {
          expect(each.cashCents).toBe(moneyAlone.rows[i]?.cashCents)
          expect(each.countedCents).toBeGreaterThanOrEqual(0)
          expect(each.countedCents).toBeLessThanOrEqual(Math.max(0, each.inKindCents))
          expect(each.countedCents + each.notCountedCents).toBe(Math.max(0, each.inKindCents))
          const owed = each.stillOwedCents ?? 0
          expect(owed).toBeGreaterThanOrEqual(0)
          expect(owed).toBeLessThanOrEqual(moneyAlone.rows[i]?.stillOwedCents ?? 0)
          expect(owed).toBeLessThanOrEqual(each.official?.cents ?? 0)
        }
        expect(sheet.totals.cashCents).toBe(moneyAlone.totals.cashCents)
      }),
      { numRuns: 300 },
    )
  })
})
