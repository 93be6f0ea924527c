/** What a record of any kind is called in one line, and where it opens; null where the line of a change says enough. */
import { useMemo } from 'react'
import { account } from '#domain/account.ts'
import { appointment } from '#domain/appointment.ts'
import { entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import { person } from '#domain/household.ts'
import { householdItem } from '#domain/household-item.ts'
import { line } from '#domain/line.ts'
import { member } from '#domain/member.ts'
import {
  type RawRecord,
  type RecordId,
  type RecordKind,
  type RecordOf,
  readRecord,
} from '#domain/record-kind.ts'
import { task } from '#domain/task.ts'
import { useGroup } from '../group-context.tsx'
import { useThingName } from '../housing/things/use-thing-words.ts'
import { useHomeWords } from '../housing/use-home-words.ts'
import { useLineName } from '../money/line-name.ts'
import { useTaskWords } from '../plan/use-task-words.ts'
import type { Route } from '../shell/router.ts'
import { useAmountsHidden } from '../words/amounts-hidden.ts'
import { useWords } from '../words/use-words.ts'

export interface RecordLabel {
  readonly text: string
  /** Null: it was deleted, or has no screen of its own. */
  readonly route: Route | null
}

type Labels = Readonly<Record<string, (raw: RawRecord) => RecordLabel>>

export function useRecordLabel(): (id: RecordId) => RecordLabel | null {
  const { store } = useGroup()
  const { t, date, money, hiddenMoney } = useWords()
  const { title } = useTaskWords()
  const lineName = useLineName()
  const homeWords = useHomeWords()
  const thingName = useThingName()
  const hidden = useAmountsHidden()
  return useMemo(() => {
    const amount = (cents: number) => (hidden ? hiddenMoney : money(cents))
    const labels: Labels = Object.fromEntries([
      labelled(task, of => ({ text: title(of), route: { area: 'plan', screen: 'task', id: of.id } })),
      labelled(appointment, of => ({
        text: of.title || t('calendar.unnamed'),
        route: { area: 'calendar', screen: 'appointment', id: of.id },
      })),
      labelled(entry, of => ({
        text: [of.payee, date(of.date), amount(of.money.cents)].filter(Boolean).join(' · '),
        route: { area: 'money', screen: 'entry', id: of.id },
      })),
      labelled(account, of => ({ text: of.name, route: { area: 'money', screen: 'accounts' } })),
      labelled(line, of => ({ text: lineName(of), route: { area: 'money', screen: 'budget', id: of.id } })),
      labelled(member, of => ({ text: of.name, route: { area: 'settings' } })),
      labelled(home, of => ({
        text: homeWords.title(of),
        route: { area: 'housing', screen: 'home', id: of.id },
      })),
      labelled(householdItem, of => ({
        text: thingName(of),
        route: { area: 'housing', screen: 'things' },
      })),
      labelled(person, of => ({ text: of.label, route: null })),
    ])
    return id => {
      const raw = store.get(id)
      const label = raw && labels[raw.kind]?.(raw)
      return label && label.text !== '' ? { ...label, route: raw.deleted ? null : label.route } : null
    }
  }, [store, t, date, money, hiddenMoney, hidden, title, lineName, homeWords, thingName])
}

const labelled = <K extends RecordKind>(kind: K, label: (of: RecordOf<K>) => RecordLabel) =>
  [kind.kind, (raw: RawRecord) => label(readRecord(kind, raw))] as const
