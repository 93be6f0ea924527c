/** Ticking entries off against a statement. */
import { describe, expect, it } from 'vitest'
import { type Account, account, type Statement, statement } from '#domain/account.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { reconcileSums, toReconcile } from '../../../../src/ui/money/accounts/reconcile.ts'

const bank: Account = {
  ...account.defaults,
  id: 'bank',
  deleted: false,
  opening: { date: '2026-01-01', cents: 100_000 },
}
const january: Statement = {
  ...statement.defaults,
  id: 'january',
  deleted: false,
  account: 'bank',
  balance: { date: '2026-01-31', cents: 80_000 },
}
const paid = (id: string, date: string, cents: number, change: Partial<Entry> = {}): Entry => ({
  ...entry.defaults,
  id,
  deleted: false,
  account: 'bank',
  date,
  money: { cents, splits: [], toAccount: null },
  ...change,
})

const ticked = paid('ticked', '2026-01-05', -15_000, { reconciled: 'december' })
const open = paid('open', '2026-01-20', -5_000)
const later = paid('later', '2026-02-02', -7_000)
const earlier = paid('earlier', '2025-12-30', -9_000)
const left = paid('left', '2026-01-21', -3_000, { leftOut: true })
const couch = paid('couch', '2026-01-22', 20_000, { type: 'in-kind' })
const all = [ticked, open, later, earlier, left, couch]

describe('ticking off against a statement', () => {
  it('lists what moved money up to its day and is not ticked off yet', () => {
    expect(toReconcile(all, bank, january).map(each => each.id)).toEqual(['open'])
  })

  it('comes to 0.00 when everything that the statement has is ticked', () => {
    expect(reconcileSums(all, bank, january, [open])).toEqual({
      beforeCents: 85_000,
      tickedCents: -5_000,
      differenceCents: 0,
    })
  })

  it('says by how much what is ticked differs from the statement', () => {
    expect(reconcileSums(all, bank, january, []).differenceCents).toBe(5_000)
  })

  it('counts a transfer into the account', () => {
    const into = paid('into', '2026-01-25', -2_000, {
      type: 'transfer',
      account: 'cash',
      money: { cents: -2_000, splits: [], toAccount: 'bank' },
    })
    expect(reconcileSums([into], bank, january, []).beforeCents).toBe(102_000)
  })
})
