/** Where a consent stands on a day. */
import { expect, it } from 'vitest'
import { consent, consentState } from '#domain/consent.ts'

const days = (until: string | null) => ({ ...consent.defaults, days: { given: '2026-01-05', until } })
const TODAY = '2026-03-01'

it('stands until its last day, is said to lapse thirty days before, and is over the day after', () => {
  expect(consentState(days(null), TODAY).kind).toBe('stands')
  expect(consentState(days('2026-04-01'), TODAY).kind).toBe('stands')
  expect(consentState(days('2026-03-31'), TODAY)).toEqual({ kind: 'lapsing', days: 30, until: '2026-03-31' })
  expect(consentState(days('2026-03-01'), TODAY)).toEqual({ kind: 'lapsing', days: 0, until: '2026-03-01' })
  expect(consentState(days('2026-02-28'), TODAY)).toEqual({ kind: 'lapsed', until: '2026-02-28' })
})

it('that was taken back is taken back, whatever its end', () => {
  const withdrawn = { on: '2026-02-10', notedBy: null, note: '' }
  expect(consentState({ ...days('2026-02-20'), withdrawn }, TODAY)).toEqual({
    kind: 'withdrawn',
    on: '2026-02-10',
  })
})
