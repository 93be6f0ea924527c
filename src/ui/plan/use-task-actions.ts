/** What can be done with a task from a list or a board: each at once, with a toast that takes it back. */
import { useMemo } from 'react'
import { addDays, addMonthsToDate, weekdayOf } from '#domain/dates.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed, type Task, type TaskState } from '#domain/task.ts'
import { isPutOff } from '#state/plan.ts'
import { useGroup } from '../group-context.tsx'
import type { MenuEntry } from '../parts/Menu.tsx'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'
import { useTaskWords } from './use-task-words.ts'

export interface TaskActions {
  setState(of: Task, state: TaskState): void
  /** Done, or open again where it is closed. */
  toggle(of: Task): void
  /** Between two others of the list; null for an end. */
  order(of: Task, after: RecordId | null, before: RecordId | null): void
  remove(of: Task): void
  entries(of: Task, open: () => void): readonly MenuEntry[]
}

export function useTaskActions(): TaskActions {
  const { commands } = useGroup()
  const save = useSave()
  const { t, date, today } = useWords()
  const { title } = useTaskWords()
  return useMemo(() => {
    const said = (of: Task, state: TaskState): string => {
      const values = { title: title(of) }
      if (state === 'done') return t(of.repeat === null ? 'plan.done' : 'plan.done-next', values)
      if (state === 'dropped') return t('plan.dropped', values)
      return t(state === 'doing' ? 'plan.started' : 'plan.open-again', values)
    }
    const setState = (of: Task, state: TaskState) =>
      void save(commands.setTaskState([of.id], state), said(of, state))
    const snooze = (of: Task, until: string | null) =>
      void save(
        commands.snoozeTasks([of.id], until),
        until === null ? t('plan.in-sight') : t('plan.put-off', { date: date(until) }),
      )
    const remove = (of: Task) => void save(commands.deleteTasks([of.id]), t('plan.deleted'))
    const entries = (of: Task, open: () => void): readonly MenuEntry[] => {
      const now = today()
      const first: MenuEntry = { id: 'open', label: t('plan.do.open'), icon: 'edit', onPress: open }
      const last: MenuEntry = {
        id: 'delete',
        label: t('plan.do.delete'),
        icon: 'delete',
        danger: true,
        separated: true,
        onPress: () => remove(of),
      }
      const to = (id: string, label: string, state: TaskState): MenuEntry => ({
        id,
        label,
        onPress: () => setState(of, state),
      })
      if (isClosed(of)) return [first, to('reopen', t('plan.do.reopen'), 'open'), last]
      const off = (id: string, label: string, until: string | null): MenuEntry => ({
        id,
        label,
        separated: id === 'tomorrow' || id === 'in-sight',
        onPress: () => snooze(of, until),
      })
      return [
        first,
        to('done', t('plan.do.done'), 'done'),
        of.status.state === 'doing'
          ? to('stop', t('plan.do.stop'), 'open')
          : to('start', t('plan.do.start'), 'doing'),
        to('drop', t('plan.do.drop'), 'dropped'),
        ...(isPutOff(of, now)
          ? [off('in-sight', t('plan.do.in-sight'), null)]
          : [
              off('tomorrow', t('plan.do.tomorrow'), addDays(now, 1)),
              off('next-week', t('plan.do.next-week'), addDays(now, 8 - weekdayOf(now))),
              off('month', t('plan.do.month'), addMonthsToDate(now, 1)),
            ]),
        last,
      ]
    }
    return {
      setState,
      toggle: of => setState(of, isClosed(of) ? 'open' : 'done'),
      order: (of, after, before) => void save(commands.orderTask(of.id, after, before), t('plan.moved')),
      remove,
      entries,
    }
  }, [commands, save, t, date, today, title])
}
