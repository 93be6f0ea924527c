import { describe, expect, it } from 'vitest'
import type { Entry } from '#domain/entry.ts'
import { type Recurring, type RecurringSchedule, recurring } from '#domain/recurring.ts'
import {
  changedRecurring,
  draftLike,
  draftToRecurring,
  isMonthEnd,
  newRecurringDraft,
  type RecurringDraft,
  recurringToDraft,
} from '#ui/money/coming/recurring-draft.ts'
import { cashEntry, part } from '../../../support/reports/sample-account.ts'

const rent = (schedule: RecurringSchedule): Recurring => ({
  ...recurring.defaults,
  id: 'r',
  deleted: false,
  account: 'bank',
  payee: 'Landlord',
  money: { cents: -145_000, splits: [part('rent', -145_000)], toAccount: null },
  schedule,
})
const monthly = (start: string, day: number): RecurringSchedule => ({ every: 'month', start, end: null, day })
const fieldsOf = (draft: RecurringDraft) => {
  const fields = draftToRecurring(draft)
  if (!fields.ok) throw new Error(fields.problem.join())
  return fields.value
}
const filled = (start: string, more: Partial<RecurringDraft> = {}): RecurringDraft => {
  const draft = newRecurringDraft('bank', start)
  return { ...draft, entry: { ...draft.entry, cents: 5_000 }, ...more }
}

describe('the form of something recurring', () => {
  it('takes the day of the month from its first day, and the last day of each month only where it is said', () => {
    expect(fieldsOf(filled('2026-03-12')).schedule).toEqual(monthly('2026-03-12', 12))
    expect(fieldsOf(filled('2026-04-30')).schedule).toEqual(monthly('2026-04-30', 30))
    expect(fieldsOf(filled('2026-04-30', { monthEnd: true })).schedule).toEqual(monthly('2026-04-30', 31))
    // Moved away from a last day, the tick means nothing.
    expect(fieldsOf(filled('2026-04-29', { monthEnd: true })).schedule).toEqual(monthly('2026-04-29', 29))
    expect(isMonthEnd({ once: false, every: 'month', start: '2026-02-28' })).toBe(true)
    expect(isMonthEnd({ once: false, every: 'week', start: '2026-02-28' })).toBe(false)
    expect(isMonthEnd({ once: false, every: 'month', start: '2026-01-31' })).toBe(false)
  })

  it('changes nothing where nothing was touched, whatever the rule shows', () => {
    for (const schedule of [
      monthly('2026-02-28', 30),
      monthly('2026-02-01', 15),
      monthly('2026-01-31', 31),
      monthly('2026-01-15', 10),
      { every: 'year', start: '2028-02-29', end: '2035-01-01', day: 1 },
      { every: 'year', start: '2026-03-31', end: '2026-03-31', day: 31 },
    ] as const) {
      const of = rent(schedule)
      expect(changedRecurring(of, fieldsOf(recurringToDraft(of)))).toEqual({})
    }
  })

  it('is once where it is, moves with its day, and comes again where that is asked for', () => {
    const of = rent({ every: 'year', start: '2026-03-31', end: '2026-03-31', day: 31 })
    const draft = recurringToDraft(of)
    expect(draft.once).toBe(true)
    expect(fieldsOf({ ...draft, start: '2026-04-02' }).schedule).toEqual({
      every: 'year',
      start: '2026-04-02',
      end: '2026-04-02',
      day: 2,
    })
    const again = { ...draft, once: false, every: 'month', end: null } as const
    expect(fieldsOf(again).schedule).toEqual(monthly('2026-03-31', 31))
    expect(fieldsOf(filled('2026-03-12', { once: true, end: '2026-01-01' })).schedule).toMatchObject({
      end: '2026-03-12',
    })
  })

  it('keeps the direction of its type: 50 of an expense is 50 out', () => {
    expect(fieldsOf(filled('2026-03-12')).money).toMatchObject({ cents: -5_000, splits: [{ cents: -5_000 }] })
    expect(recurringToDraft(rent(monthly('2026-01-01', 1))).entry).toMatchObject({ cents: 145_000 })
  })

  it('begins as an entry is, without its day, paper, cheque and months', () => {
    const entry: Entry = cashEntry('e', '2026-03-02', -145_000, 'rent', {
      payee: 'Landlord',
      method: 'cheque',
      chequeNumber: '041',
      note: 'March',
      money: {
        cents: -145_000,
        splits: [part('rent', -145_000, { covers: { from: '2026-03', to: '2026-03' } })],
        toAccount: null,
      },
    })
    const fields = fieldsOf(draftLike(entry))
    expect(fields).toMatchObject({
      payee: 'Landlord',
      method: 'cheque',
      note: '',
      schedule: { every: 'month', start: '2026-03-02', day: 2 },
      money: { splits: [{ line: 'rent', covers: null }] },
    })
  })

  it('says all that is wrong at once', () => {
    const draft = { ...newRecurringDraft(null, '2026-03-12'), start: null }
    expect(draftToRecurring(draft)).toEqual({
      ok: false,
      problem: ['amount-missing', 'account-missing', 'start-missing'],
    })
    const ends = { ...filled('2026-03-12'), end: '2026-03-11' }
    expect(draftToRecurring(ends)).toEqual({ ok: false, problem: ['end-before-start'] })
  })
})
