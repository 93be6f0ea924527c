import { describe, expect, it } from 'vitest'
import { sponsorship } from '#domain/sponsorship.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import {
  answersOf,
  draftOf,
  NO_TIMING,
  timingOf,
  timingProblems,
  withProgram,
} from '#ui/setup/sponsorship-draft.ts'

const TODAY = '2026-11-23'
const fresh = draftOf(undefined, undefined)

describe('the answers about the sponsorship', () => {
  it('go on with nothing chosen: unknown program, twelve months, arrival unknown', () => {
    expect(answersOf(shippedRates(), fresh, undefined)).toMatchObject({
      program: 'unknown',
      supportMonths: 12,
      payerByMonth: Array.from({ length: 12 }, () => 'sponsor'),
      timing: NO_TIMING,
    })
    expect(timingProblems(fresh.timing, TODAY)).toEqual({})
  })

  it('take months and payers from the program', () => {
    const draft = withProgram(shippedRates(), fresh, 'jas')
    expect(answersOf(shippedRates(), draft, undefined)).toMatchObject({
      supportMonths: 24,
      startUpPayer: 'government',
    })
  })

  it('leave months alone that were set by hand', () => {
    const byHand = { ...fresh, supportMonths: 18, monthsTouched: true }
    expect(withProgram(shippedRates(), byHand, 'jas').supportMonths).toBe(18)
  })

  it('keep payers that were agreed by hand while the program stays', () => {
    const known = { id: 's', deleted: false, ...sponsorship.defaults, program: 'g5' as const }
    const draft = { ...draftOf(known, undefined), town: 'Kanata', province: 'ON' as const }
    const answers = answersOf(shippedRates(), draft, known)
    expect(answers).not.toHaveProperty('payerByMonth')
    expect(answers).toMatchObject({ community: 'Kanata', communityKey: 'ON-OTTAWA' })
  })
})

describe('where the arrival stands', () => {
  it('drops dates that were typed under another state', () => {
    const typed = { ...NO_TIMING, state: 'notified' as const, expected: '2026-12-01', reached: '2026-01-01' }
    expect(timingOf(typed)).toEqual({ ...NO_TIMING, state: 'notified', expected: '2026-12-01' })
  })

  it.each([
    [{ state: 'window' as const }, { from: 'window-missing' }],
    [{ state: 'window' as const, from: '2027-02-01', to: '2027-01-01' }, { to: 'window-reversed' }],
    [{ state: 'notified' as const }, { expected: 'expected-missing' }],
    [{ state: 'landed' as const }, { reached: 'arrived-missing' }],
    [{ state: 'landed' as const, reached: '2026-11-24' }, { reached: 'in-the-future' }],
    [
      { state: 'finished' as const, reached: '2026-01-01', landed: '2026-01-02' },
      { reached: 'reached-before-landed' },
    ],
    [{ state: 'landed' as const, landed: TODAY }, {}],
  ])('says of %o: %o', (timing, problems) => {
    expect(timingProblems({ ...NO_TIMING, ...timing }, TODAY)).toEqual(problems)
  })
})
