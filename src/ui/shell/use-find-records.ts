/** What Ctrl+K finds besides commands: accounts, lines, members and entries of the open group, by words they hold. */
import { useMemo } from 'react'
import { account } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { line } from '#domain/line.ts'
import { useGroup } from '../group-context.tsx'
import { useLineName } from '../money/line-name.ts'
import { useWords } from '../words/use-words.ts'
import type { PaletteEntry } from './CommandPalette.tsx'
import { useRouter } from './use-router.ts'

const MOST_FOUND = 12

export function useFindRecords(): (query: string) => readonly PaletteEntry[] {
  const { live } = useGroup()
  const { date, money } = useWords()
  const lineName = useLineName()
  const { go } = useRouter()
  return useMemo(
    () => query => {
      const words = plain(query).split(/\s+/).filter(Boolean)
      if (words.length === 0) return []
      const matches = (text: string) => words.every(word => plain(text).includes(word))
      const found: PaletteEntry[] = []
      for (const each of live.records(account))
        if (matches(each.name))
          found.push({
            id: each.id,
            label: each.name,
            icon: 'money',
            run: () => go({ area: 'money', screen: 'entries', id: each.id }),
          })
      for (const each of live.records(line))
        if (!each.retired && matches(lineName(each)))
          found.push({
            id: each.id,
            label: lineName(each),
            icon: 'money',
            run: () => go({ area: 'money', screen: 'budget', id: each.id }),
          })
      for (const each of live.records(entry)) {
        if (found.length >= MOST_FOUND) break
        const figures = money(each.money.cents)
        if (matches(`${each.payee} ${each.note} ${each.receiptNumber} ${each.date} ${figures}`))
          found.push({
            id: each.id,
            label: each.payee || figures,
            note: `${date(each.date)} · ${figures}`,
            icon: 'money',
            run: () => go({ area: 'money', screen: 'entry', id: each.id }),
          })
      }
      return found.slice(0, MOST_FOUND)
    },
    [live, go, lineName, date, money],
  )
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
