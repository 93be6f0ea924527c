/** What a home costs: the provinces' deposits against the table that people read, and what is not known said as such. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Home, home } from '#domain/home.ts'
import {
  afterSupport,
  askedTooMuch,
  type Cost,
  depositRule,
  firstMonthCost,
  monthlyCost,
  rentGap,
} from '#domain/home-cost.ts'
import { provinces } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const TABLE = join(import.meta.dirname, '../../../docs/deposits.md')
const DAY = '2026-11-23'
const TEN = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'ON', 'PE', 'QC', 'SK']

const flat = (fields: Partial<Home>): Home => ({ ...home.defaults, id: 'a', deleted: false, ...fields })
const rent = (
  rentCents: number | null,
  depositCents: number | null = null,
  lastMonthCents: number | null = null,
) => ({
  terms: { rentCents, depositCents, lastMonthCents },
})
const ruleOf = (province: (typeof provinces)[number]) => depositRule(shippedRates().deposits, province, DAY)
const part = (cost: Cost, id: string) => cost.parts.find(each => each.id === id)

const centsOf = (text: string): number => Math.round(Number(text.replaceAll(',', '').replace('$', '')) * 100)

/** `| AB | … |` of each table, under the rent that its heading names. */
const rows = readFileSync(TABLE, 'utf8')
  .split(/^## Rent of /m)
  .slice(1)
  .flatMap(section => {
    const rentCents = centsOf(section.split('\n')[0] ?? '')
    return section
      .split('\n')
      .filter(line => /^\| [A-Z]{2} \|/.test(line))
      .map(line => line.split('|').map(cell => cell.trim()))
      .map(([, province = '', , deposit = '', last = '', all = '', source = '', status = '']) => ({
        province,
        rentCents,
        figures: [centsOf(deposit), centsOf(last), centsOf(all)],
        source,
        status,
      }))
  })

describe('the first month, by the rule of the province', () => {
  it('stands in a table that people read, twice for each of ten provinces', () => {
    expect(rows.map(each => `${each.province} ${each.rentCents}`)).toEqual([
      ...TEN.map(province => `${province} 145000`),
      ...TEN.map(province => `${province} 133333`),
    ])
  })

  it.each(rows)(
    'is as the table has it: $province at $rentCents',
    ({ province, rentCents, figures, source, status }) => {
      const known = provinces.find(each => each === province)
      if (known === undefined) throw new Error(province)
      const of = flat({ ...rent(rentCents), movingCents: 20_000, setUpCents: 15_000 })
      const rule = ruleOf(known)
      const cost = firstMonthCost(of, rule)
      expect([part(cost, 'deposit')?.cents, part(cost, 'last-month')?.cents, cost.knownCents]).toEqual(
        figures,
      )
      expect(cost.missing).toEqual([])
      if (rule.kind === 'none') throw new Error('no rule')
      expect(source).toContain(new URL(rule.from.source).hostname)
      expect([status, rule.from.status]).toEqual(['second-hand', 'secondary'])
    },
  )

  it('is not known where no rule is, or no province', () => {
    for (const province of ['YT', 'NT', 'NU', ''] as const) {
      const cost = firstMonthCost(flat({ ...rent(145_000), movingCents: 0, setUpCents: 0 }), ruleOf(province))
      expect(cost.missing).toEqual(['deposit', 'last-month'])
      expect(part(cost, 'deposit')).toMatchObject({ cents: null, why: 'no-rule' })
      expect(cost.knownCents).toBe(145_000)
    }
  })

  it('takes what the landlord asks in the place of the rule, and says when that is more', () => {
    const asked = flat(rent(145_000, 145_000))
    expect(part(firstMonthCost(asked, ruleOf('ON')), 'deposit')).toMatchObject({
      cents: 145_000,
      source: { kind: 'asked' },
    })
    // In Ontario one month may be paid ahead, and only as the last month's rent.
    expect(askedTooMuch(asked, ruleOf('ON'))).toMatchObject({ kind: 'not-as-deposit', mostCents: 145_000 })
    expect(askedTooMuch(flat(rent(145_000, null, 145_000)), ruleOf('ON'))).toBeNull()
    expect(askedTooMuch(flat(rent(145_000, 50_000, 145_000)), ruleOf('ON'))).toMatchObject({
      kind: 'more-than-most',
      askedCents: 195_000,
      mostCents: 145_000,
    })
    expect(askedTooMuch(flat(rent(145_000, 72_501)), ruleOf('BC'))?.mostCents).toBe(72_500)
    expect(askedTooMuch(flat(rent(145_000, 72_500)), ruleOf('BC'))).toBeNull()
    expect(askedTooMuch(flat(rent(145_000, 1)), ruleOf('QC'))?.mostCents).toBe(0)
    expect(askedTooMuch(flat(rent(145_000, 900_000)), ruleOf('YT'))).toBeNull()
    expect(askedTooMuch(flat(rent(null, 900_000)), ruleOf('ON'))).toBeNull()
  })

  it('names what nobody has entered, and reckons nothing from a rent that is not known', () => {
    const cost = firstMonthCost(flat({}), ruleOf('AB'))
    expect(cost.missing).toEqual(['rent', 'deposit', 'moving', 'set-up'])
    expect(part(cost, 'deposit')).toMatchObject({ why: 'no-rent' })
    expect(part(cost, 'last-month')).toMatchObject({ cents: 0 })
  })
})

describe('a month', () => {
  it('adds what the rent does not hold', () => {
    const cost = monthlyCost(
      flat({
        ...rent(145_000),
        included: ['heat'],
        utilitiesCents: 9_000,
        internetCents: 6_000,
        insuranceCents: 3_000,
      }),
    )
    expect([cost.knownCents, cost.missing]).toEqual([163_000, []])
  })

  it('has no utilities to pay only where heat, both waters and electricity are in the rent', () => {
    const all = ['heat', 'hot-water', 'water', 'electricity', 'internet'] as const
    expect(monthlyCost(flat({ ...rent(145_000), included: [...all], insuranceCents: 0 }))).toMatchObject({
      knownCents: 145_000,
      missing: [],
    })
    const some = monthlyCost(
      flat({ ...rent(145_000), included: ['heat', 'hot-water', 'water'], insuranceCents: 0 }),
    )
    expect(some.missing).toEqual(['utilities', 'internet'])
  })

  it('does not count an estimate for what the rent holds', () => {
    const cost = monthlyCost(flat({ ...rent(100_000), included: ['internet'], internetCents: 6_000 }))
    expect(part(cost, 'internet')).toMatchObject({ cents: 0, source: { kind: 'included' } })
  })
})

describe('what a home takes', () => {
  const monthly = (fields: Partial<Home>) => monthlyCost(flat(fields))

  it('is more than shelter and supplement by the gap: rent and utilities, not internet or insurance', () => {
    const of = monthly({
      ...rent(146_500),
      utilitiesCents: 8_000,
      internetCents: 6_000,
      insuranceCents: 2_000,
    })
    // Toronto, one adult: 390 + 200; a flat of 1,465 as the guide's example has it.
    expect(rentGap(of, 59_000)).toEqual({
      costCents: 154_500,
      missing: [],
      shelterCents: 59_000,
      gapCents: 95_500,
    })
    expect(rentGap(monthly(rent(50_000)), 59_000)).toMatchObject({ gapCents: -9_000, missing: ['utilities'] })
    expect(rentGap(monthly({ utilitiesCents: 8_000 }), 59_000)).toBeNull()
  })

  it('is a share of the income that is expected after month 12', () => {
    const of = monthly({ ...rent(120_000), utilitiesCents: 0, internetCents: 0, insuranceCents: 0 })
    expect(afterSupport(of, 240_000)).toEqual({
      incomeCents: 240_000,
      share: 0.5,
      leftCents: 120_000,
      missing: [],
    })
    expect(afterSupport(of, 100_000)?.leftCents).toBe(-20_000)
    expect(afterSupport(of, 0)).toBeNull()
    expect(afterSupport(monthly({}), 240_000)).toBeNull()
    expect(afterSupport(monthly(rent(120_000)), 240_000)?.missing).toEqual([
      'utilities',
      'internet',
      'insurance',
    ])
  })
})
