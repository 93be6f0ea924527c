/** A lease as its form holds it: what is missing is said, and nothing is written in Money unless it was asked for. */
import { describe, expect, it } from 'vitest'
import { home } from '#domain/home.ts'
import { lease } from '#domain/lease.ts'
import { scheduledDates } from '#domain/recurring.ts'
import {
  formForHome,
  formToFields,
  formToMoney,
  type LeaseForm,
  leaseToForm,
  rentOfForm,
} from '#ui/housing/lease/lease-draft.ts'

const TODAY = '2026-11-23'
const elm = {
  ...home.defaults,
  landlord: 'Birch',
  availableFrom: '2026-12-01',
  terms: { rentCents: 145_000, depositCents: null, lastMonthCents: 145_000 },
}
const LINES = { rent: 'line-rent', lastMonth: 'line-last' }

describe('a lease in its form', () => {
  it('begins with what was agreed about the home', () => {
    const form = formForHome(elm, TODAY, 'bank')
    expect(formToFields(form)).toEqual({
      ok: true,
      value: {
        dates: { from: '2026-12-01', to: null },
        terms: { rentCents: 145_000, dueDay: 1, depositCents: null, lastMonthCents: 145_000 },
        firstMonthCents: null,
        guarantor: '',
        insurance: { with: '', paidTo: null },
        noticeDays: null,
        atEnd: '',
        note: '',
      },
    })
    expect(formToMoney(form, LINES)).toEqual({
      account: 'bank',
      payee: 'Birch',
      lines: { rent: 'line-rent', 'first-month': 'line-rent', deposit: null, 'last-month': 'line-last' },
      aheadOn: TODAY,
    })
  })

  it('expects no money where there is no account, or where it was not wanted', () => {
    expect(formToMoney(formForHome(elm, TODAY, null), LINES)).toBeNull()
    expect(formToMoney({ ...formForHome(elm, TODAY, 'bank'), expect: false }, LINES)).toBeNull()
  })

  it('says all that is missing or does not agree', () => {
    const form = {
      ...formForHome(elm, TODAY, 'bank'),
      from: null,
      rentCents: null,
      payee: ' ',
      aheadOn: null,
    }
    expect(formToFields(form)).toEqual({ ok: false, problem: ['no-from', 'no-rent', 'no-payee', 'no-ahead'] })
    const wrong = { ...formForHome(elm, TODAY, null), to: '2026-11-30' }
    expect(formToFields(wrong)).toEqual({ ok: false, problem: ['ends-before'] })
    for (const noticeDays of ['two months', '367', '-1', '1.5'])
      expect(formToFields({ ...formForHome(elm, TODAY, null), noticeDays })).toEqual({
        ok: false,
        problem: ['no-notice'],
      })
  })

  it('is what it was when nothing is changed', () => {
    const known = {
      ...lease.defaults,
      id: 'l',
      deleted: false,
      terms: { rentCents: 1, dueDay: 31, depositCents: 2, lastMonthCents: null },
      noticeDays: 0,
    }
    const { id: _id, deleted: _deleted, sponsorship: _of, home: _home, ...fields } = known
    expect(formToFields(leaseToForm(known))).toEqual({ ok: true, value: fields })
  })

  it('reckons the part of a month by its days until somebody says otherwise, and takes what they say', () => {
    const form = { ...formForHome(elm, TODAY, 'bank'), from: '2026-12-15' }
    const firstMonth = (of: LeaseForm) => {
      const fields = formToFields(of)
      return fields.ok ? fields.value.firstMonthCents : fields.problem
    }
    // 1,450 × 17 ÷ 31
    expect(firstMonth(form)).toBe(79_516)
    expect(firstMonth({ ...form, from: '2026-12-16' })).toBe(74_839)
    expect(firstMonth({ ...form, firstMonth: 72_500 })).toBe(72_500)
    expect(firstMonth({ ...form, firstMonth: null })).toBeNull()
    expect(firstMonth({ ...form, firstMonth: 72_500, from: '2026-12-01' })).toBeNull()
    expect(firstMonth({ ...form, firstMonth: null, isFirstMonthUnread: true })).toEqual(['no-first-month'])
    expect(firstMonth({ ...form, from: '2026-12-01', isFirstMonthUnread: true })).toBeNull()
  })

  it('says which payments the rent makes, with and without a part month of its own', () => {
    const form = { ...formForHome(elm, TODAY, 'bank'), from: '2026-12-15', to: '2027-11-30', dueDay: 20 }
    const days = (of: LeaseForm) => {
      const schedule = rentOfForm(of)
      return schedule === null ? [] : scheduledDates(schedule, '2030-01-01')
    }
    expect([days(form).length, days(form)[0], days(form).at(-1)]).toEqual([11, '2027-01-20', '2027-11-20'])
    const whole = days({ ...form, firstMonth: null })
    expect([whole.length, whole[0]]).toEqual([12, '2026-12-20'])
    expect(days({ ...form, to: '2026-01-01' })).toEqual([])
  })
})
