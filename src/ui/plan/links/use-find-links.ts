/** What a task can be linked to, by what is typed: a few of each kind, in groups; with nothing typed the likely ones. */
import { useMemo } from 'react'
import { appointment } from '#domain/appointment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { personDocument } from '#domain/document.ts'
import { type Entry, entry } from '#domain/entry.ts'
import { home } from '#domain/home.ts'
import { line } from '#domain/line.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { linkKinds, type Task } from '#domain/task.ts'
import type { TaskLink } from '#domain/task-link.ts'
import { entryOrderOf } from '#state/entry-order.ts'
import type { Live } from '#state/live.ts'
import { households } from '#state/people.ts'
import { useGroup } from '../../group-context.tsx'
import type { FindGroup } from '../../parts/FindBox.tsx'
import { useWords } from '../../words/use-words.ts'
import { plain } from '../list/task-filter.ts'
import { useThingWords } from './use-link-words.ts'

const MOST_OF_A_KIND = 6
/** What the field offers; that a consent was taken back makes its own tasks. */
const OFFERED = ['home', 'person', 'appointment', 'document', 'entry', 'line'] as const
type Offered = (typeof OFFERED)[number]

export function useFindLinks(linked: Task['links']): (text: string) => readonly FindGroup[] {
  const { t, today } = useWords()
  const { live } = useGroup()
  const things = useThingWords()
  return useMemo(() => {
    const taken = new Set(linked.map(each => `${each.kind} ${each.id}`))
    return text => {
      const asked = plain(text).split(/\s+/).filter(Boolean)
      return OFFERED.flatMap(kind => {
        const items: { id: string; label: string; note: string }[] = []
        for (const id of candidates(live, kind, today())) {
          if (items.length === MOST_OF_A_KIND) break
          if (taken.has(`${kind} ${id}`)) continue
          const words = kind === 'entry' && asked.length > 0 ? searchedOf(live.get(entry, id)) : null
          if (words !== null && !asked.every(word => words.includes(word))) continue
          const said = things[kind](live, id)
          if (said === null) continue
          if (words === null && !asked.every(word => plain(`${said.text} ${said.note}`).includes(word)))
            continue
          items.push({ id: `${kind} ${id}`, label: said.text, note: said.note })
        }
        return items.length === 0 ? [] : [{ id: kind, label: t(`plan.link.group.${kind}`), items }]
      })
    }
  }, [linked, live, things, t, today])
}

/** Of a kind, those that one is likely to mean first; made as far as they are looked at. */
function candidates(live: Live, kind: Offered, today: string): readonly RecordId[] {
  switch (kind) {
    case 'home':
      return live.records(home).map(each => each.id)
    case 'person':
      return households(live).flatMap(({ people }) => people.map(each => each.person.id))
    case 'appointment':
      return appointmentsFrom(live, today)
    case 'document':
      return live.records(personDocument).map(each => each.id)
    case 'line':
      return live
        .records(line)
        .filter(each => !each.retired)
        .toSorted(byOrder)
        .map(each => each.id)
    case 'entry':
      return live.derive('entries, latest first', [entry], () =>
        entryOrderOf(live).newest.map(each => each.id),
      )
  }
}

/** What comes, the nearest first, then what was, the latest first. */
function appointmentsFrom(live: Live, today: string): readonly RecordId[] {
  return live.derive(`appointments from ${today}`, [appointment], () => {
    const byStart = live.records(appointment).toSorted((a, b) => (a.time.start < b.time.start ? -1 : 1))
    const isComing = (start: string) => start >= today
    return [
      ...byStart.filter(each => isComing(each.time.start)),
      ...byStart.filter(each => !isComing(each.time.start)).toReversed(),
    ].map(each => each.id)
  })
}

export function linkOfChoice(choice: string): TaskLink | null {
  const [said = '', id = ''] = choice.split(' ')
  const kind = linkKinds.find(each => each === said)
  return kind && id !== '' ? { kind, id } : null
}

/** Of thousands of entries: without the words that a date or an amount is written in on screen. */
const searchedOf = (of: Entry | undefined): string =>
  of === undefined ? '' : plain(`${of.payee} ${of.note} ${of.receiptNumber} ${of.date} ${figureOf(of)}`)

const figureOf = ({ money }: Entry): string => (Math.abs(money.cents) / 100).toFixed(2)
