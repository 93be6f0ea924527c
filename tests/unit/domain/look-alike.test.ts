import { describe, expect, it } from 'vitest'
import { type ImportBatch, importBatch } from '#domain/bank-import.ts'
import type { Entry } from '#domain/entry.ts'
import { findLookAlikes, mergedFields } from '#domain/look-alike.ts'
import { cashEntry, part } from '../../support/reports/sample-account.ts'

const batch = (id: string, first: string, last: string, leftOutRows: string[] = []): ImportBatch => ({
  ...importBatch.defaults,
  id,
  deleted: false,
  dates: { first, last },
  leftOutRows,
})
const A = batch('a', '2026-03-01', '2026-03-31')
const B = batch('b', '2026-03-10', '2026-04-10')
const typed = (id: string, date: string, cents = -5_000, more: Partial<Entry> = {}): Entry =>
  cashEntry(id, date, cents, null, more)
const bank = (id: string, date: string, of: ImportBatch = A, cents = -5_000): Entry =>
  typed(id, date, cents, { bankRows: [`row-${id}`], importBatch: of.id })
const pairs = (entries: readonly Entry[], batches = [A, B], told: [string, string][] = []) =>
  findLookAlikes(
    entries,
    batches,
    told.map(([first, second], i) => ({ id: String(i), deleted: false, first, second })),
  ).map(each => [each.first.id, each.second.id])

describe('two entries that may be one payment', () => {
  it('are a typed and an imported one of one amount within four days', () => {
    expect(pairs([typed('t', '2026-03-12'), bank('x', '2026-03-16')])).toEqual([['t', 'x']])
    expect(pairs([typed('t', '2026-03-12'), bank('x', '2026-03-17')])).toEqual([])
    expect(pairs([typed('t', '2026-03-12', -5_001), bank('x', '2026-03-12')])).toEqual([])
    expect(pairs([typed('t', '2026-03-12', 5_000), bank('x', '2026-03-12')])).toEqual([])
    expect(pairs([typed('t', '2026-03-12', -5_000, { account: 'cash' }), bank('x', '2026-03-12')])).toEqual(
      [],
    )
  })

  it('are not two that were typed, nor what is left out, deleted, owed or given in kind', () => {
    expect(pairs([typed('t', '2026-03-12'), typed('u', '2026-03-12')])).toEqual([])
    for (const more of [{ leftOut: true }, { deleted: true }, { type: 'owed' }, { type: 'in-kind' }] as const)
      expect(
        pairs([typed('t', '2026-03-12', -5_000, more as Partial<Entry>), bank('x', '2026-03-12')]),
      ).toEqual([])
  })

  it('are two imported ones where each file covers the other’s day and lacks its row', () => {
    expect(pairs([bank('x', '2026-03-15', A), bank('y', '2026-03-16', B)])).toEqual([['x', 'y']])
    expect(pairs([bank('x', '2026-03-15', A), bank('y', '2026-03-16', A)])).toEqual([])
    // Before the second file begins, it cannot have the row.
    expect(pairs([bank('x', '2026-03-08', A), bank('y', '2026-03-10', B)])).toEqual([])
    const left = batch('b', '2026-03-10', '2026-04-10', ['row-x'])
    expect(pairs([bank('x', '2026-03-15', A), bank('y', '2026-03-16', left)], [A, left])).toEqual([])
  })

  it('are none among sixty thousand equal gifts of one file, within the time of a test', () => {
    const gifts = Array.from({ length: 60_000 }, (_, i) => bank(`g${i}`, '2026-03-12'))
    expect(pairs(gifts)).toEqual([])
    expect(pairs(gifts.map(each => ({ ...each, bankRows: [], importBatch: null })))).toEqual([])
  })

  it('are each in one pair only, with the nearest day', () => {
    expect(
      pairs([
        typed('t', '2026-03-14'),
        bank('x', '2026-03-12'),
        bank('y', '2026-03-15'),
        bank('z', '2026-03-20'),
      ]),
    ).toEqual([['t', 'y']])
  })

  it('are not asked about again once somebody has said that they are two, but others are', () => {
    const all = [typed('t', '2026-03-12'), bank('x', '2026-03-12'), bank('y', '2026-03-13')]
    expect(pairs(all, [A, B], [['x', 't']])).toEqual([['t', 'y']])
    expect(
      pairs(
        all,
        [A, B],
        [
          ['x', 't'],
          ['t', 'y'],
        ],
      ),
    ).toEqual([])
  })

  it('are found from the other side of a transfer too', () => {
    const move = typed('t', '2026-03-12', -5_000, {
      type: 'transfer',
      account: 'cash',
      money: { cents: -5_000, splits: [], toAccount: 'bank' },
    })
    expect(pairs([move, bank('x', '2026-03-13', A, 5_000)])).toEqual([['t', 'x']])
  })
})

describe('one payment of two', () => {
  const sorted = (id: string, more: Partial<Entry> = {}): Entry => ({
    ...bank(id, '2026-03-12'),
    money: { cents: -5_000, splits: [part('rent', -5_000)], toAccount: null },
    type: 'expense',
    ...more,
  })

  it('keeps the one that was ticked off or sorted, and takes over what only the other has', () => {
    const t = typed('t', '2026-03-12', -5_000, { note: 'Key deposit', payee: 'Landlord' })
    const x = sorted('x', { receiptNumber: '26-004', receipt: 'have', payee: '' })
    const [pair] = findLookAlikes([t, x], [A, B], [])
    expect([pair?.first.id, pair?.second.id]).toEqual(['x', 't'])
    expect(pair && mergedFields(pair)).toEqual({ note: 'Key deposit', payee: 'Landlord' })
    const ticked = { ...t, reconciled: 's1' }
    const [other] = findLookAlikes([ticked, x], [A, B], [])
    expect(other?.first.id).toBe('t')
    expect(other && mergedFields(other)).toEqual({
      bankRows: ['row-x'],
      money: x.money,
      type: 'expense',
      receiptNumber: '26-004',
      receipt: 'have',
    })
  })
})
