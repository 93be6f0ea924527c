/** Which entries the list shows, and what they add up to. */
import { describe, expect, it } from 'vitest'
import { type Entry, entry, type Split } from '#domain/entry.ts'
import { type Line, line } from '#domain/line.ts'
import {
  amountFor,
  type EntryFilter,
  entryTest,
  filterOfRoute,
  inOrderOfTime,
  noFilter,
  otherMonth,
  plain,
  sumEntries,
} from '../../../../src/ui/money/entries/entry-filter.ts'

const split = (to: string | null, cents: number, covers: Split['covers'] = null): Split => ({
  line: to,
  cents,
  countsAs: null,
  unit: null,
  covers,
})

const made = (id: string, cents: number, change: Partial<Entry> = {}): Entry => ({
  ...entry.defaults,
  id,
  deleted: false,
  account: 'bank',
  date: '2026-03-05',
  money: { cents, splits: [split('rent', cents)], toAccount: null },
  ...change,
})

const rent = made('rent', -145_000, { payee: 'Loyer Élan', receipt: 'have' })
const cheque = made('cheque', -12_000, { money: { cents: -12_000, splits: [], toAccount: null } })
const gift = made('gift', 50_000, { date: '2026-04-02', receipt: 'not-needed' })
const couch = made('couch', 20_000, { type: 'in-kind', account: null, receipt: 'not-needed' })
const envelope = made('envelope', -10_000, {
  type: 'transfer',
  money: { cents: -10_000, splits: [], toAccount: 'cash' },
  receipt: 'not-needed',
})
const all = [rent, cheque, gift, couch, envelope]

const texts = {
  words: (each: Entry) => plain(each.payee),
  figures: (each: Entry) => (Math.abs(each.money.cents) / 100).toFixed(2),
}

const found = (change: Partial<EntryFilter>, settles: ReadonlySet<string> = new Set()) =>
  all.filter(entryTest({ ...noFilter, ...change }, texts, settles)).map(each => each.id)

describe('the list of entries', () => {
  it('shows all of them at first', () => {
    expect(found({})).toEqual(all.map(each => each.id))
  })

  it('finds words without accents, in any order', () => {
    expect(found({ text: 'elan LOYER' })).toEqual(['rent'])
  })

  it('finds figures and days, alone and with a word', () => {
    expect(found({ text: '1450' })).toEqual(['rent'])
    expect(found({ text: '04-02' })).toEqual(['gift'])
    expect(found({ text: '1450.00 elan' })).toEqual(['rent'])
    expect(found({ text: '1450.00 x' })).toEqual([])
  })

  it('shows what is not sorted, and no transfer among it', () => {
    expect(found({ line: 'unsorted' })).toEqual(['cheque'])
  })

  it('does not call a repayment unsorted: its lines are those of what was owed', () => {
    expect(found({ line: 'unsorted' }, new Set(['cheque']))).toEqual([])
  })

  it('shows where a receipt is missing', () => {
    expect(found({ receipts: 'missing' })).toEqual(['cheque'])
  })

  it('shows a transfer in both of its accounts', () => {
    expect(found({ account: 'cash' })).toEqual(['envelope'])
    expect(amountFor(envelope, 'cash')).toBe(10_000)
    expect(amountFor(envelope, 'bank')).toBe(-10_000)
  })

  it('shows one month by the day of the bank', () => {
    expect(found({ month: '2026-04' })).toEqual(['gift'])
  })

  it('adds up money only: no gift in kind, and transfers only within one account', () => {
    expect(sumEntries(all, 'all')).toEqual({
      count: 5,
      inCents: 50_000,
      outCents: 157_000,
      notCashCents: 20_000,
    })
    expect(sumEntries([envelope], 'cash')).toEqual({
      count: 1,
      inCents: 10_000,
      outCents: 0,
      notCashCents: 0,
    })
  })

  it('tells what a member paid, which is no cash out, beside the sums', () => {
    const gas = made('gas', -2_785, { type: 'owed', account: null })
    expect(sumEntries([gift, gas], 'all')).toMatchObject({
      inCents: 50_000,
      outCents: 0,
      notCashCents: 2_785,
    })
  })

  it('keeps the order of one day as the entries were made', () => {
    expect(inOrderOfTime([gift, rent, cheque]).map(each => each.id)).toEqual(['rent', 'cheque', 'gift'])
  })

  it('opens with what a route asks for', () => {
    const opened = (id: string | undefined) => filterOfRoute(id, new Set(['bank']), new Set(['phone']))
    expect(opened('unsorted').line).toBe('unsorted')
    expect(opened('receipts-missing').receipts).toBe('missing')
    expect(opened('bank').account).toBe('bank')
    expect(opened('phone').line).toBe('phone')
    expect(opened('gone')).toEqual(noFilter)
    expect(opened(undefined)).toEqual(noFilter)
  })
})

describe('the month that a payment covers', () => {
  const standard: Line = {
    ...line.defaults,
    id: 'rent',
    deleted: false,
    key: 'rent',
    countsAs: 'monthly-support',
  }
  const lines = new Map([[standard.id, standard]])

  it('is said where rent is paid ahead', () => {
    const early = made('early', -145_000, { date: '2026-03-30' })
    expect(otherMonth(early, split('rent', -145_000), lines)).toEqual({ from: '2026-04', to: '2026-04' })
  })

  it('is not said where it is the month of the bank', () => {
    expect(otherMonth(rent, split('rent', -145_000), lines)).toBeNull()
  })

  it('is said where somebody chose another one', () => {
    const chosen = { from: '2026-01', to: '2026-02' }
    expect(otherMonth(rent, split('rent', -145_000, chosen), lines)).toEqual(chosen)
  })
})
