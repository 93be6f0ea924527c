/** What is typed into the form of an entry, and what the books get of it. */
import { describe, expect, it } from 'vitest'
import { type Entry, entry } from '#domain/entry.ts'
import {
  againOn,
  changedFields,
  draftToFields,
  type EntryDraft,
  emptySplit,
  entryToDraft,
  newDraft,
  splitRest,
  withPartAmount,
  withType,
} from '../../../../src/ui/money/entries/entry-draft.ts'

const draft = (change: Partial<EntryDraft> = {}): EntryDraft => ({
  ...newDraft({ date: '2026-03-05', account: 'bank' }),
  cents: 5_000,
  ...change,
})

const known = (change: object): Entry => ({ ...entry.defaults, id: 'e1', deleted: false, ...change })

const fieldsOf = (from: EntryDraft) => {
  const result = draftToFields(from)
  if (!result.ok) throw new Error(result.problem.join())
  return result.value
}

const problemsOf = (from: EntryDraft) => {
  const result = draftToFields(from)
  return result.ok ? [] : result.problem
}

const parts = (...cents: readonly (number | null)[]) =>
  cents.map((each, key) => ({ ...emptySplit(key), cents: each }))

describe('the form of an entry', () => {
  it('writes an expense as money out, with one part of the whole', () => {
    const { money } = fieldsOf(draft())
    expect(money).toEqual({
      cents: -5_000,
      splits: [{ line: null, cents: -5_000, countsAs: null, unit: null, covers: null }],
      toAccount: null,
    })
  })

  it('writes money back from a shop as an expense that is positive', () => {
    expect(fieldsOf(draft({ cents: -1_250 })).money?.cents).toBe(1_250)
  })

  it('writes income as money in', () => {
    expect(fieldsOf(draft({ type: 'income' })).money?.cents).toBe(5_000)
  })

  it('begins the same again on another day, without the paper, the cheque and the month of the first', () => {
    const covers = { from: '2026-03', to: '2026-03' } as const
    const first = draft({
      payee: 'Corner shop',
      method: 'cheque',
      chequeNumber: '014',
      receipt: 'have',
      receiptNumber: '26-003',
      splits: [{ ...emptySplit(0), line: 'rent', covers }],
      settledBy: 'e9',
    })
    expect(fieldsOf(againOn(first, '2026-04-05'))).toMatchObject({
      date: '2026-04-05',
      payee: 'Corner shop',
      method: 'cheque',
      chequeNumber: '',
      receipt: 'missing',
      receiptNumber: '',
      money: { cents: -5_000, splits: [{ line: 'rent', covers: null }] },
    })
    expect(againOn(first, '2026-04-05').settledBy).toBeNull()
    expect(againOn(draft({ receipt: 'not-needed' }), '2026-04-05').receipt).toBe('not-needed')
  })

  it('never writes a negative zero', () => {
    expect(Object.is(fieldsOf(draft({ cents: 0 })).money?.cents, 0)).toBe(true)
  })

  it('gives a gift in kind no account', () => {
    expect(fieldsOf(draft({ type: 'in-kind' })).account).toBeNull()
  })

  it('moves a transfer from one account to another, without parts', () => {
    const fields = fieldsOf(draft({ type: 'transfer', toAccount: 'envelope' }))
    expect(fields.money).toEqual({ cents: -5_000, splits: [], toAccount: 'envelope' })
    expect(fields.receipt).toBe('not-needed')
  })

  it('refuses a transfer to the account that it comes from', () => {
    expect(problemsOf(draft({ type: 'transfer', toAccount: 'bank' }))).toEqual(['same-account'])
  })

  it('asks for what is missing, all at once', () => {
    expect(problemsOf(draft({ date: null, cents: null, account: null }))).toEqual([
      'date-missing',
      'amount-missing',
      'account-missing',
    ])
  })

  it('asks who paid when a member is to be paid back', () => {
    expect(problemsOf(draft({ type: 'owed' }))).toEqual(['owed-to-missing'])
  })

  it('refuses parts that do not add up to the amount', () => {
    const split = draft({ splits: parts(3_000, 1_999) })
    expect(splitRest(split)).toBe(1)
    expect(problemsOf(split)).toEqual(['split-difference'])
  })

  it('takes parts that add up, also where one of them is money back', () => {
    const { money } = fieldsOf(draft({ splits: parts(6_000, -1_000) }))
    expect(money?.splits.map(each => each.cents)).toEqual([-6_000, 1_000])
  })

  it('asks for the amount of each part', () => {
    expect(problemsOf(draft({ splits: parts(5_000, null) }))).toEqual(['split-amount-missing'])
  })

  it('gives the other of two parts what is left', () => {
    const split = withPartAmount(draft({ splits: parts(5_000, null) }), 0, 1_800)
    expect(split.splits.map(each => each.cents)).toEqual([1_800, 3_200])
  })

  it('leaves the others alone where there are more than two parts', () => {
    const split = withPartAmount(draft({ splits: parts(2_000, 2_000, 1_000) }), 0, 1_800)
    expect(split.splits.map(each => each.cents)).toEqual([1_800, 2_000, 1_000])
  })

  it('keeps the direction of a row of the bank when its type changes', () => {
    const refund = withType(draft({ type: 'income', cents: 1_250 }), 'expense', true)
    expect(fieldsOf(refund).money?.cents).toBe(1_250)
  })

  it('turns the direction of what was typed when its type changes', () => {
    expect(fieldsOf(withType(draft(), 'income', false)).money?.cents).toBe(5_000)
  })

  it('comes back from the books as it was typed', () => {
    const typed = draft({ splits: parts(3_000, 2_000), payee: 'Finch Mobile', tags: 'phone, first bill' })
    const back = entryToDraft(known(fieldsOf(typed)))
    expect(back).toEqual(typed)
  })

  it('shows what is owed as an amount, whichever sign the books hold', () => {
    for (const cents of [-2_785, 2_785])
      expect(entryToDraft(known({ type: 'owed', money: { cents, splits: [], toAccount: null } })).cents).toBe(
        2_785,
      )
  })

  it('saves only the fields that differ', () => {
    const before = known(fieldsOf(draft({ payee: 'Finch Mobile' })))
    const after = fieldsOf({ ...entryToDraft(before), payee: 'Finch' })
    expect(changedFields(before, after)).toEqual({ payee: 'Finch' })
  })
})
