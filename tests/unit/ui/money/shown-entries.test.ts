/**
 * What the list of entries shows is patched edit by edit. After any edits, deletes, undos and merges with another
 * laptop it must be what reading, sorting, searching and adding up everything again gives.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Account, account } from '#domain/account.ts'
import { type Entry, type EntryType, entry } from '#domain/entry.ts'
import { buildLedger } from '#domain/ledger.ts'
import { balanceAt, runningBalances } from '#domain/ledger-totals.ts'
import { line } from '#domain/line.ts'
import { entryOrderOf } from '#state/entry-order.ts'
import { ledgerOf } from '#state/overview.ts'
import {
  type EntryFilter,
  entryTest,
  inOrderOfTime,
  noFilter,
  plain,
  sumEntries,
} from '../../../../src/ui/money/entries/entry-filter.ts'
import {
  type Balances,
  balanceAfter,
  nextBalances,
  nextShown,
  type ShownEntries,
} from '../../../../src/ui/money/entries/shown-entries.ts'
import { count } from '../../../support/soak/size.ts'
import { type Desk, give, openDesk } from '../../../support/state/desk.ts'

const texts = {
  words: (each: Entry) => plain(each.payee),
  figures: (each: Entry) => (Math.abs(each.money.cents) / 100).toFixed(2),
}
const FILTERS: readonly EntryFilter[] = [
  noFilter,
  { ...noFilter, account: 'bank' },
  { ...noFilter, line: 'unsorted' },
  { ...noFilter, receipts: 'missing' },
  { ...noFilter, month: '2026-03' },
  { ...noFilter, text: 'ro' },
  { ...noFilter, text: 'rogers' },
  { ...noFilter, text: '5' },
]

/** A screen that stays open: each drawing is made from the one before. */
function createScreen({ live }: Desk) {
  const shown = new Map<EntryFilter, ShownEntries>()
  let typed: ShownEntries | null = null
  let balances: Balances | null = null
  return {
    compare(filterTyped: EntryFilter) {
      const entries = live.records(entry)
      const order = entryOrderOf(live)
      const settles = new Set(entries.flatMap(each => each.settledBy ?? []))
      const newest = inOrderOfTime(entries).toReversed()
      expect(order.newest).toEqual(newest)
      expect(order.settles).toEqual(settles)
      typed = nextShown(typed, order, filterTyped, texts)
      const drawn = FILTERS.map(filter => {
        const next = nextShown(shown.get(filter) ?? null, order, filter, texts)
        shown.set(filter, next)
        return next
      })
      for (const { filter, entries: found, sums } of [...drawn, typed]) {
        expect(found).toEqual(newest.filter(entryTest(filter, texts, settles)))
        expect(sums).toEqual(sumEntries(found, filter.account))
      }
      const bank = live.get(account, 'bank') as Account
      balances = nextBalances(balances, order.newest, bank)
      const anew = runningBalances(inOrderOfTime(entries), bank)
      for (const each of entries) expect(balanceAfter(balances, each)).toBe(anew.get(each.id) ?? null)
      const rebuilt = buildLedger(entries, live.records(line))
      expect(balanceAt(ledgerOf(live), bank, '2026-12-31')).toBe(balanceAt(rebuilt, bank, '2026-12-31'))
    },
  }
}

const action = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('add', 'edit', 'day', 'delete', 'restore', 'undo', 'settle', 'many', 'give'),
  at: fc.nat(30),
  cents: fc.integer({ min: -999, max: 999 }),
  day: fc.integer({ min: 1, max: 9 }),
  type: fc.constantFrom<EntryType>('income', 'expense', 'transfer', 'in-kind', 'owed'),
  payee: fc.constantFrom('Rogers', 'Épicerie Roy', 'Super C', ''),
  filter: fc.nat(FILTERS.length - 1),
})
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

const moneyOf = (type: EntryType, cents: number) => ({
  cents,
  splits: type === 'transfer' ? [] : [{ line: null, cents, countsAs: null, unit: null, covers: null }],
  toAccount: type === 'transfer' ? 'cash' : null,
})

async function act(desk: Desk, other: Desk, { what, at, cents, day, type, payee }: Action): Promise<void> {
  const { live, commands } = desk
  const entries = live.records(entry)
  const each = entries[at % Math.max(1, entries.length)]
  const date = `2026-0${(at % 4) + 1}-0${day}`
  const trashed = live.trash(entry)[0]
  if (what === 'add' || !each)
    await commands.recordEntry({ type, account: 'bank', date, payee, money: moneyOf(type, cents) })
  else if (what === 'edit') await commands.editEntry(each.id, { money: moneyOf(each.type, cents), payee })
  else if (what === 'day') await commands.editEntry(each.id, { date })
  else if (what === 'delete') await commands.deleteEntries([each.id])
  else if (what === 'restore') await commands.restoreEntries(trashed ? [trashed.id] : [])
  else if (what === 'undo') await commands.gate.undo()
  else if (what === 'many')
    await commands.editEntries(
      entries.filter((_, i) => i % 2 === 0).map(({ id }) => id),
      { receipt: at % 2 === 0 ? 'have' : 'missing' },
    )
  else if (what === 'settle') {
    const owed = entries.filter(({ type: of, settledBy }) => of === 'owed' && settledBy === null)
    if (owed.length > 0)
      await commands.settleOwed({
        owed: owed.map(({ id }) => id),
        account: 'bank',
        date,
        payee,
        method: 'cash',
      })
  } else await give(other, desk)
}

async function openTwo(): Promise<readonly [Desk, Desk]> {
  const amina = await openDesk({ device: 'amina' })
  const jo = await openDesk({ device: 'jo' })
  await amina.store.commit({
    command: 'addAccount',
    ops: ['bank', 'cash'].map(id => ({
      op: 'create',
      kind: account.kind,
      id,
      fields: { name: id, opening: { date: '2026-01-03', cents: 50_000 } },
    })),
  })
  for (let i = 0; i < 12; i += 1)
    await amina.commands.recordEntry({
      account: i % 3 === 0 ? 'cash' : 'bank',
      date: `2026-0${(i % 3) + 1}-05`,
      payee: i % 2 === 0 ? 'Rogers' : 'Loyer',
      money: moneyOf('expense', -100 * i),
    })
  await give(amina, jo)
  return [amina, jo]
}

describe('the list of entries, patched', () => {
  it('is after any edits, deletes, undos and merges what reading all of it again gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 14 }), async actions => {
        const desks = await openTwo()
        const screens = desks.map(createScreen)
        for (const each of actions) {
          const [desk, other] = each.who === 0 ? desks : ([desks[1], desks[0]] as const)
          await act(desk, other, each)
          screens[each.who]?.compare(FILTERS[each.filter] as EntryFilter)
        }
        await Promise.all(desks.map(desk => desk.store.close()))
      }),
      { numRuns: count(15, 400) },
    )
  })

  it('takes a single edit in without going through the others', async () => {
    const [{ live, commands, store }] = await openTwo()
    const read: string[] = []
    const watched = {
      words: (each: Entry) => {
        read.push(each.id)
        return texts.words(each)
      },
      figures: texts.figures,
    }
    const filter = { ...noFilter, text: 'rogers' }
    const first = nextShown(null, entryOrderOf(live), filter, watched)
    const each = first.entries[0] as Entry
    read.length = 0
    await commands.editEntry(each.id, { money: moneyOf('expense', -7) })
    const next = nextShown(first, entryOrderOf(live), filter, watched)
    expect(next.sums.outCents - first.sums.outCents).toBe(7 + each.money.cents)
    expect(new Set(read)).toEqual(new Set([each.id]))
    await store.close()
  })
})
