/** A lease as its form holds it: what is missing is said, and nothing is written in Money unless it was asked for. */
import { describe, expect, it } from 'vitest'
import { home } from '#domain/home.ts'
import { lease } from '#domain/lease.ts'
import { formForHome, formToFields, formToMoney, leaseToForm } from '#ui/housing/lease/lease-draft.ts'

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
      lines: { rent: 'line-rent', deposit: null, 'last-month': 'line-last' },
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
})
