import { describe, expect, it } from 'vitest'
import { hasOpeningDate } from '#domain/account.ts'
import { isConfirmed } from '#ui/settings/confirm-word.ts'
import { planTotal } from '#ui/setup/budget-totals.ts'
import { moneyAnswers, NO_MONEY, needsBalanceDate } from '#ui/setup/money-draft.ts'

describe('the answers about the money', () => {
  it('begin an account without a balance before anything that a bank file can hold', () => {
    const { account } = moneyAnswers(NO_MONEY, { name: ' Chequing ', type: 'bank' })
    expect(account).toEqual({ name: 'Chequing', type: 'bank', opening: { date: '2000-01-01', cents: 0 } })
    expect(hasOpeningDate(account)).toBe(false)
    expect(hasOpeningDate({ opening: { date: '2026-09-01', cents: 0 } })).toBe(true)
  })

  it('want the day of a balance that is not zero', () => {
    expect(needsBalanceDate({ ...NO_MONEY, balanceCents: 120_000 })).toBe(true)
    expect(needsBalanceDate({ ...NO_MONEY, balanceCents: 120_000, balanceDate: '2026-09-01' })).toBe(false)
    expect(needsBalanceDate({ ...NO_MONEY, balanceCents: null })).toBe(false)
  })
})

describe('what a line comes to over the whole time', () => {
  it.each([
    [{ kind: 'none' as const }, 0],
    [{ kind: 'once' as const, cents: 500, month: null }, 500],
    [{ kind: 'monthly' as const, cents: 100, from: 8, to: 12 }, 500],
    [{ kind: 'by-month' as const, cents: [100, 0, 200] }, 300],
  ])('%o is %i cents', (plan, total) => {
    expect(planTotal(plan)).toBe(total)
  })
})

describe('typing a word to confirm', () => {
  it('takes any case and spaces around it, and nothing else', () => {
    expect(isConfirmed(' maple', 'Maple')).toBe(true)
    expect(isConfirmed('map', 'Maple')).toBe(false)
    expect(isConfirmed('', '')).toBe(false)
  })
})
