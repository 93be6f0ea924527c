/** A task in words: its title and note, who has it, and when it is due as one would say it. */
import { useMemo } from 'react'
import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import type { AnchorOf, DueUnit } from '#domain/due.ts'
import { type DueDate, isPast } from '#domain/due-date.ts'
import { leaseTaskKeys } from '#domain/lease.ts'
import { member } from '#domain/member.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type SettlementItem, shippedSettlementPlan } from '#domain/settlement-plan.ts'
import { isClosed, type Task } from '#domain/task.ts'
import { useLive } from '../group-context.tsx'
import type { Words } from '../words/create-words.ts'
import { useWords } from '../words/use-words.ts'

export interface DueSaid {
  readonly text: string
  readonly isLate: boolean
  /** A date that is not yet sure, or that is held. */
  readonly note: 'expected' | 'held' | null
}

export interface TaskWords {
  title(of: Pick<Task, 'title' | 'seedKey'>): string
  note(of: Pick<Task, 'note' | 'seedKey'>): string
  memberName(id: RecordId): string
  /** `closed`: done on that day, dropped on that day. */
  due(when: DueDate, of: Pick<Task, 'status'>): DueSaid
  /** "10 working days before the arrival". */
  offset(of: Offset): string
}

export type Offset = AnchorOf & { readonly offset: number; readonly unit: DueUnit }

/** Of the settlement plan as it is shipped with this version; undefined: the group's own, or of another version. */
export const plannedItem = (of: Pick<Task, 'seedKey'>): SettlementItem | undefined =>
  of.seedKey === '' ? undefined : itemsByKey().get(of.seedKey)

/** Of an item of the settlement plan, or of a lease: the words `plan.item.<key>`. */
export const hasStandardWords = (of: Pick<Task, 'seedKey'>): boolean =>
  plannedItem(of) !== undefined || leaseTaskKeys.some(key => key === of.seedKey)

let known: ReadonlyMap<string, SettlementItem> | null = null
function itemsByKey(): ReadonlyMap<string, SettlementItem> {
  known ??= new Map(shippedSettlementPlan().data.items.map(each => [each.key, each]))
  return known
}

export function useTaskWords(): TaskWords {
  const words = useWords()
  const members = useLive(live => live.records(member))
  return useMemo(() => {
    const { t, today } = words
    const names = new Map(members.map(each => [each.id, each.name]))
    return {
      title: of => of.title || (hasStandardWords(of) ? t(`plan.item.${of.seedKey}`) : t('plan.task.unnamed')),
      note: of => of.note || (hasStandardWords(of) ? t(`plan.item.${of.seedKey}.note`) : ''),
      memberName: id => names.get(id) || t('plan.member.unnamed'),
      due: (when, of) => dueSaid(when, of, words, today()),
      offset: of => offsetSaid(of, words),
    }
  }, [words, members])
}

function dueSaid(when: DueDate, of: Pick<Task, 'status'>, words: Words, today: IsoDate): DueSaid {
  const { t, date } = words
  const plain = (text: string): DueSaid => ({ text, isLate: false, note: null })
  if (isClosed(of)) {
    const on = of.status.doneOn
    return plain(
      of.status.state === 'done'
        ? on === null
          ? t('plan.due.done')
          : t('plan.due.done-on', { date: date(on) })
        : on === null
          ? t('plan.due.dropped')
          : t('plan.due.dropped-on', { date: date(on) }),
    )
  }
  switch (when.kind) {
    case 'none':
      return plain(t('plan.due.none'))
    case 'unknown':
      return plain(
        when.why === 'not-known-yet'
          ? offsetSaid(when, words)
          : t(when.why === 'gone' ? 'plan.due.gone' : 'plan.due.no-such-month'),
      )
    case 'window':
      return {
        text: t('plan.due.window', { from: date(when.from), to: date(when.to) }),
        isLate: isPast(when, today),
        note: 'expected',
      }
    case 'date': {
      const note = when.by === 'pinned' ? 'held' : when.certain ? null : 'expected'
      return { text: dateSaid(when.date, words, today), isLate: when.date < today, note }
    }
  }
}

function dateSaid(day: IsoDate, { t, date }: Words, today: IsoDate): string {
  if (day < today) return t('plan.due.overdue', { count: daysBetween(day, today), date: date(day) })
  if (day === today) return t('plan.due.today')
  return day === addDays(today, 1) ? t('plan.due.tomorrow') : date(day)
}

function offsetSaid(of: Offset, { t }: Words): string {
  const values = { month: of.month ?? 1 }
  const count = Math.abs(of.offset)
  if (count === 0) return t(`plan.due.on.${of.anchor}`, values)
  return t(of.offset < 0 ? 'plan.due.before' : 'plan.due.after', {
    span: t(`plan.span.${of.unit}`, { count }),
    anchor: t(`plan.anchor.${of.anchor}`, values),
  })
}
