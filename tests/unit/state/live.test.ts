import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { account } from '#domain/account.ts'
import { changedPart, changedRecords } from '#domain/changed-part.ts'
import { entry } from '#domain/entry.ts'
import { group } from '#domain/group.ts'
import { buildLedger } from '#domain/ledger.ts'
import { periodTotals } from '#domain/ledger-totals.ts'
import { line } from '#domain/line.ts'
import { type RawRecord, readRecord } from '#domain/record-kind.ts'
import { createLive } from '#state/live.ts'
import { ledgerOf, reportPeriods } from '#state/overview.ts'

/** A store of one list of entries that the test replaces, as the real one does: record by record, list by list. */
function entriesOnly(first: readonly RawRecord[]) {
  let entries = first
  const none: readonly RawRecord[] = []
  const listeners = new Set<(kinds: ReadonlySet<string>) => void>()
  const live = createLive({
    all: kind => (kind === entry.kind ? entries : none),
    get: id => entries.find(each => each.id === id),
    trash: () => none,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return {
    live,
    entries: () => entries,
    replace(next: readonly RawRecord[]) {
      entries = next
      for (const listener of listeners) listener(new Set([entry.kind]))
    },
  }
}

const raw = (id: string, cents: number, date = '2025-06-01'): RawRecord => ({
  id,
  kind: entry.kind,
  deleted: false,
  fields: { type: 'expense', account: null, date, money: { cents, splits: [], toAccount: null } },
})

const edits = fc.array(
  fc.record({
    what: fc.constantFrom('edit', 'add', 'remove'),
    at: fc.nat(40),
    cents: fc.integer({ max: -1 }),
  }),
  { maxLength: 12 },
)

function edited(list: readonly RawRecord[], each: { what: string; at: number; cents: number }, id: string) {
  const at = each.at % Math.max(1, list.length)
  const known = list[at]
  const next = list.slice()
  if (each.what === 'add') next.splice(at, 0, raw(id, each.cents))
  else if (each.what === 'remove') next.splice(at, 1)
  else if (known) next[at] = raw(known.id, each.cents)
  return next
}

describe('live reading', () => {
  test('after any edits a list is what reading all of it again gives, and untouched records stay the same', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(edits, { maxLength: 6 }), (count, rounds) => {
        const store = entriesOnly(Array.from({ length: count }, (_, i) => raw(`e${i}`, -100 - i)))
        const { live } = store
        let number = 0
        for (const round of rounds) {
          const before = new Map(store.entries().map((each, i) => [each, live.records(entry)[i]]))
          let next = store.entries()
          for (const each of round) {
            number += 1
            next = edited(next, each, `n${number}`)
          }
          store.replace(next)
          const read = live.records(entry)
          expect(read).toEqual(next.map(each => readRecord(entry, each)))
          for (const [i, each] of next.entries()) if (before.has(each)) expect(read[i]).toBe(before.get(each))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the ledger follows any edits to the same totals as one built anew', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(edits, { maxLength: 6 }), (count, rounds) => {
        const store = entriesOnly(Array.from({ length: count }, (_, i) => raw(`e${i}`, -100 - i)))
        const { live } = store
        const period = { from: '2025-01-01', to: '2025-12-31' }
        const totals = (ledger: ReturnType<typeof ledgerOf>) =>
          periodTotals(ledger, live.records(account), live.records(line), period)
        let number = 0
        for (const round of rounds) {
          ledgerOf(live)
          let next = store.entries()
          for (const each of round) {
            number += 1
            next = edited(next, each, `n${number}`)
          }
          store.replace(next)
          const anew = totals(buildLedger(live.records(entry), live.records(line)))
          // Whether an account was ever touched is remembered by the kept ledger; what it holds is the same.
          expect({ ...totals(ledgerOf(live)), accounts: [] }).toEqual({ ...anew, accounts: [] })
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a value is worked out again only when a kind of it, or what it also comes from, changed', () => {
    const { live, replace } = entriesOnly([raw('a', -1)])
    let worked = 0
    const count = (also: readonly unknown[]) => live.derive('count', [entry], () => (worked += 1), also)
    const days = new Set<string>()
    expect([count([days]), count([days]), worked]).toEqual([1, 1, 1])
    expect(count([new Set()])).toBe(2)
    replace([raw('a', -2)])
    count([days])
    expect(worked).toBe(3)
    live.derive('other', [group], () => (worked += 10))
    replace([raw('a', -3)])
    live.derive('other', [group], () => (worked += 10))
    expect(worked).toBe(13)
  })

  test('a value is worked out from what it came to last, under each name its own', () => {
    const { live, replace } = entriesOnly([raw('a', -1)])
    const seen = (name: string) =>
      live.derive<readonly number[]>(name, [entry], before => [...(before ?? []), live.records(entry).length])
    expect([seen('one'), seen('one'), seen('other')]).toEqual([[1], [1], [1]])
    replace([raw('a', -1), raw('b', -2)])
    expect([seen('one'), seen('one')]).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(seen('other')).toEqual([1, 2])
  })

  test('the periods to report stay the same list until a date is edited', () => {
    const { live, replace } = entriesOnly([raw('a', -1, '2025-06-01'), raw('b', -1, '2023-02-01')])
    const first = reportPeriods(live, '2025-07-01')
    expect(first.map(each => each.key)).toEqual(['2025', '2023'])
    replace([raw('a', -5, '2025-06-01'), raw('b', -1, '2023-02-01')])
    expect(reportPeriods(live, '2025-07-01')).toBe(first)
    replace([raw('a', -5, '2024-06-01'), raw('b', -1, '2023-02-01')])
    expect(reportPeriods(live, '2025-07-01').map(each => each.key)).toEqual(['2025', '2024', '2023'])
  })

  test('what differs between two lists is exactly what has to be put in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3)), fc.array(fc.nat(3)), (before, after) => {
        const { start, removed, added } = changedPart(before, after)
        expect(before.toSpliced(start, removed.length, ...added)).toEqual(after)
        expect(before.slice(start, start + removed.length)).toEqual(removed)
      }),
    )
  })

  test('record by record, what differs leads from one list to the other', () => {
    const records = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), version: fc.nat(1) }), {
      selector: each => each.id,
    })
    // One object for each version, as the store keeps them.
    const kept = new Map<string, { id: string; version: number }>()
    const same = (list: readonly { id: string; version: number }[]) =>
      list.map(each => {
        const name = `${each.id}${each.version}`
        const known = kept.get(name) ?? each
        kept.set(name, known)
        return known
      })
    fc.assert(
      fc.property(records, records, fc.nat(8), (one, two, most) => {
        const before = same(one)
        const after = same(two)
        const gone = before.filter(each => !after.includes(each))
        const come = after.filter(each => !before.includes(each))
        const changed = changedRecords(before, after, most)
        const isMany = new Set([...gone, ...come].map(each => each.id)).size > most
        if (changed === null) {
          expect(isMany).toBe(true)
          return
        }
        expect(new Set(changed.records.flatMap(each => each.before ?? []))).toEqual(new Set(gone))
        expect(changed.records.flatMap(each => each.after ?? [])).toEqual(come)
        for (const each of changed.records) {
          if (each.before && each.after) expect(each.before.id).toBe(each.after.id)
          expect(after[each.at] ?? null).toBe(each.after)
        }
        const stayed = before.filter(each => after.includes(each))
        expect(changed.moved).toBe(
          !after.filter(each => before.includes(each)).every((each, i) => each === stayed[i]),
        )
      }),
      { numRuns: 500 },
    )
  })
})
