/**
 * What Ctrl+K finds besides commands: people by code, members, accounts, lines, homes, tasks and entries of the open
 * group, by words they hold. Nothing that Care keeps is looked through.
 */
import { useMemo } from 'react'
import { account } from '#domain/account.ts'
import { entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import { line } from '#domain/line.ts'
import { task } from '#domain/task.ts'
import { useGroup, useSession } from '../group-context.tsx'
import { useHomeWords } from '../housing/use-home-words.ts'
import { useLineName } from '../money/line-name.ts'
import { useFindPeople } from '../people/use-find-people.ts'
import { useTaskWords } from '../plan/use-task-words.ts'
import { useWords } from '../words/use-words.ts'
import type { PaletteEntry } from './CommandPalette.tsx'
import { useRouter } from './use-router.ts'

const MOST_FOUND = 12

export function useFindRecords(): (query: string) => readonly PaletteEntry[] {
  const { live } = useGroup()
  const { date, money, hiddenMoney } = useWords()
  // The search is made outside of the shell, which covers amounts beneath it.
  const hidden = useSession(state => state.hideAmounts)
  const lineName = useLineName()
  const { title } = useTaskWords()
  const findPeople = useFindPeople()
  const { title: homeTitle } = useHomeWords()
  const { go } = useRouter()
  return useMemo(
    () => query => {
      const words = plain(query).split(/\s+/).filter(Boolean)
      if (words.length === 0) return []
      const matches = (text: string) => words.every(word => plain(text).includes(word))
      const found: PaletteEntry[] = [...findPeople(matches)]
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
      for (const each of live.records(home))
        if (matches(`${each.name} ${each.address}`))
          found.push({
            id: each.id,
            label: homeTitle(each),
            icon: 'home',
            run: () => go({ area: 'housing', screen: 'home', id: each.id }),
          })
      for (const each of live.records(task)) {
        if (found.length >= MOST_FOUND) break
        if (matches(title(each)))
          found.push({
            id: each.id,
            label: title(each),
            icon: 'plan',
            run: () => go({ area: 'plan', screen: 'task', id: each.id }),
          })
      }
      for (const each of live.records(entry)) {
        if (found.length >= MOST_FOUND) break
        const figures = hidden ? hiddenMoney : money(each.money.cents)
        const amount = hidden ? '' : figures
        if (matches(`${each.payee} ${each.note} ${each.receiptNumber} ${each.date} ${amount}`))
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
    [live, go, lineName, title, homeTitle, findPeople, date, money, hiddenMoney, hidden],
  )
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
