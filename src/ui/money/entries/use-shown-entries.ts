/** The list's derived values in a component: each made from the one that was drawn before. */
import { useMemo, useRef } from 'react'
import type { Account } from '#domain/account.ts'
import type { Entry } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import { remembered } from '#domain/remembered.ts'
import { type EntryOrder, entryOrderOf } from '#state/entry-order.ts'
import { useLive } from '../../group-context.tsx'
import { useWords } from '../../words/use-words.ts'
import { useLineName } from '../line-name.ts'
import { type EntryFilter, type EntryTexts, plain } from './entry-filter.ts'
import { type Balances, nextBalances, nextShown, type ShownEntries } from './shown-entries.ts'

export const useEntryOrder = (): EntryOrder => useLive(entryOrderOf)

export function useShownEntries(order: EntryOrder, filter: EntryFilter): ShownEntries {
  const texts = useEntryTexts()
  const drawn = useRef<ShownEntries | null>(null)
  return useMemo(() => {
    drawn.current = nextShown(drawn.current, order, filter, texts)
    return drawn.current
  }, [order, filter, texts])
}

/** Null: only an account has a balance. */
export function useBalances(order: EntryOrder, of: Account | undefined): Balances | null {
  const drawn = useRef<Balances | null>(null)
  return useMemo(() => {
    drawn.current = of ? nextBalances(drawn.current, order.newest, of) : null
    return drawn.current
  }, [order, of])
}

/** What a search finds an entry by; made once for each, when the first search asks. */
function useEntryTexts(): EntryTexts {
  const { amount } = useWords()
  const lineName = useLineName()
  const lines = useLive(live => live.records(line))
  return useMemo(() => {
    const names = new Map(lines.map(each => [each.id, plain(lineName(each))]))
    return {
      words: remembered<Entry, string>(({ payee, note, receiptNumber, chequeNumber, tags, money }) => {
        let text = payee
        for (const each of [note, receiptNumber, chequeNumber, ...tags]) if (each !== '') text += ` ${each}`
        text = plain(text)
        for (const { line: id } of money.splits) if (id !== null) text += ` ${names.get(id) ?? ''}`
        return text
      }, new WeakMap()),
      figures: remembered<Entry, string>(
        ({ money }) => `${(Math.abs(money.cents) / 100).toFixed(2)} ${plain(amount(money.cents))}`,
        new WeakMap(),
      ),
    }
  }, [lines, lineName, amount])
}
