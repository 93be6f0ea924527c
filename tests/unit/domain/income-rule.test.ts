import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyIncomeRule } from '#domain/income-rule.ts'
import { shippedRates } from '#state/shipped-rates.ts'

const rule = shippedRates()['income-rule']
const month = {
  entitlementCents: 175_000,
  grossCents: 220_000,
  deductionsCents: 45_000,
  childCareCents: 40_000,
  childrenInCare: 1,
}

describe('earnings and support', () => {
  it('come out as in IRCC’s worked example', () => {
    expect(applyIncomeRule(rule, month)).toEqual({
      netCents: 175_000,
      childCareCountedCents: 40_000,
      countedIncomeCents: 135_000,
      thresholdCents: 87_500,
      excessCents: 47_500,
      payableCents: 127_500,
    })
  })

  it('come out as the data file says of its own example', () => {
    const { entitlement, gross, deductions, childCare, expectedPayable } = rule.data.testVector
    const { payableCents } = applyIncomeRule(rule, {
      entitlementCents: entitlement * 100,
      grossCents: gross * 100,
      deductionsCents: deductions * 100,
      childCareCents: childCare * 100,
      childrenInCare: 1,
    })
    expect(payableCents).toBe(expectedPayable * 100)
  })

  it('leave support whole up to half of it, and take a dollar for a dollar above', () => {
    const earning = (grossCents: number) =>
      applyIncomeRule(rule, { ...month, grossCents, deductionsCents: 0, childCareCents: 0 }).payableCents
    expect(earning(0)).toBe(175_000)
    expect(earning(87_500)).toBe(175_000)
    expect(earning(87_501)).toBe(174_999)
    expect(earning(262_500)).toBe(0)
    expect(earning(900_000)).toBe(0)
  })

  it('count child care up to the limit for each child, and none without a child under the age', () => {
    const care = (childCareCents: number, childrenInCare: number) =>
      applyIncomeRule(rule, { ...month, childCareCents, childrenInCare }).childCareCountedCents
    expect(care(70_000, 1)).toBe(60_000)
    expect(care(70_000, 2)).toBe(70_000)
    expect(care(70_000, 0)).toBe(0)
  })

  it('never make support negative or more than the entitlement, and more earnings never give more of it', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        cents,
        fc.integer({ min: 0, max: 6 }),
        (entitlementCents, grossCents, deductionsCents, childCareCents, childrenInCare) => {
          const of = (gross: number) =>
            applyIncomeRule(rule, {
              entitlementCents,
              grossCents: gross,
              deductionsCents,
              childCareCents,
              childrenInCare,
            }).payableCents
          const payable = of(grossCents)
          expect(payable).toBeGreaterThanOrEqual(0)
          expect(payable).toBeLessThanOrEqual(entitlementCents)
          expect(of(grossCents + 10_000)).toBeLessThanOrEqual(payable)
        },
      ),
    )
  })
})
