/**
 * Tasks in their groups, with the keys of a list: up and down from one to the next, Space done, Enter opens, Alt with up
 * or down moves one among those of the same date, X or Shift with up or down chooses. Of a long group the first are
 * shown, the rest when asked for.
 */
import { type KeyboardEvent, memo, useState } from 'react'
import { earliestOf } from '#domain/due-date.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { PlanGroup, PlannedTask } from '#state/plan.ts'
import { planGroups } from '#state/plan.ts'
import { Button } from '../../parts/Button.tsx'
import { Disclosure } from '../../parts/Disclosure.tsx'
import type { MenuEntry } from '../../parts/Menu.tsx'
import { RowList } from '../../parts/RowList.tsx'
import { Row, Section, Stack } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import type { TaskActions } from '../use-task-actions.ts'
import { TaskRow } from './TaskRow.tsx'
import type { Choosing } from './use-choosing.ts'

const FIRST_SHOWN = 60
const MORE_SHOWN = 200

interface TaskGroupsProps {
  readonly tasks: readonly PlannedTask[]
  readonly actions: TaskActions
  /** Absent: none can be chosen here. */
  readonly choosing?: Choosing | undefined
  /** Of the groups' names: 3 under a heading of what is listed. */
  readonly level?: 2 | 3
  /** What is put off or closed stands open as well. */
  readonly opensAll: boolean
  readonly onOpen: (id: RecordId) => void
}

/** What is typed into the filters draws the rows again only where they are others. */
export const TaskGroups = memo(function TaskGroups({
  tasks,
  actions,
  choosing,
  level = 2,
  opensAll,
  onOpen,
}: TaskGroupsProps) {
  const { t } = useWords()
  const groups = planGroups.flatMap(group => {
    const rows = tasks.filter(each => each.group === group)
    return rows.length === 0 ? [] : [{ group, rows }]
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links and boxes inside
    <div onKeyDown={event => onListKey(event, tasks, actions, choosing)}>
      <Stack gap="large">
        {groups.map(({ group, rows }) => {
          const name = t('plan.group.count', { name: t(`plan.group.${group}`), count: rows.length })
          return isFolded(group) ? (
            <Disclosure key={`${group} ${opensAll}`} label={name} defaultOpen={opensAll}>
              <Rows rows={rows} actions={actions} choosing={choosing} onOpen={onOpen} />
            </Disclosure>
          ) : (
            <Section key={group} level={level} title={name}>
              <Rows rows={rows} actions={actions} choosing={choosing} onOpen={onOpen} />
            </Section>
          )
        })}
      </Stack>
    </div>
  )
})

const isFolded = (group: PlanGroup): boolean => group === 'snoozed' || group === 'closed'

interface RowsProps extends Pick<TaskGroupsProps, 'actions' | 'choosing' | 'onOpen'> {
  readonly rows: readonly PlannedTask[]
}

function Rows({ rows, actions, choosing, onOpen }: RowsProps) {
  const { t, today } = useWords()
  const [most, setMost] = useState(FIRST_SHOWN)
  const shown = rows.slice(0, most)
  const left = rows.length - shown.length
  return (
    <Stack gap="small">
      <RowList figures="dates">
        {shown.map((each, i) => (
          <MovableRow
            key={`${each.task.id} ${today()}`}
            of={each}
            above={rows[i - 1]}
            beyondAbove={rows[i - 2]}
            below={rows[i + 1]}
            beyondBelow={rows[i + 2]}
            actions={actions}
            isChosen={choosing?.chosen?.has(each.task.id) ?? null}
            onChoose={choosing?.toggle}
            onOpen={onOpen}
          />
        ))}
      </RowList>
      {left > 0 && (
        <Row>
          <Button kind="quiet" onPress={() => setMost(most + MORE_SHOWN)}>
            {t('plan.more-rows', { count: Math.min(left, MORE_SHOWN) })}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

interface MovableRowProps extends Pick<TaskGroupsProps, 'actions' | 'onOpen'>, Neighbours {
  readonly isChosen: boolean | null
  readonly onChoose: Choosing['toggle'] | undefined
}

/** Of hundreds in a list one edit draws one again, and its neighbours. */
const MovableRow = memo(function MovableRow({
  actions,
  isChosen,
  onChoose,
  onOpen,
  ...place
}: MovableRowProps) {
  const { t } = useWords()
  const { of } = place
  const open = () => onOpen(of.task.id)
  return (
    <TaskRow
      of={of}
      entries={withMoves(actions.entries(of.task, open), [
        moveEntry('up', t('plan.do.up'), placeAbove(place), of, actions),
        moveEntry('down', t('plan.do.down'), placeBelow(place), of, actions),
      ])}
      onOpen={open}
      onToggle={() => actions.toggle(of.task)}
      isChosen={isChosen}
      onChoose={() => onChoose?.(of.task.id)}
    />
  )
})

/** Before the last entry, which deletes. */
const withMoves = (
  entries: readonly MenuEntry[],
  moves: readonly (MenuEntry | null)[],
): readonly MenuEntry[] => [
  ...entries.slice(0, -1),
  ...moves.filter(each => each !== null),
  ...entries.slice(-1),
]

interface Neighbours {
  readonly of: PlannedTask
  readonly above: PlannedTask | undefined
  readonly beyondAbove: PlannedTask | undefined
  readonly below: PlannedTask | undefined
  readonly beyondBelow: PlannedTask | undefined
}

interface Place {
  readonly after: RecordId | null
  readonly before: RecordId | null
}

function moveEntry(
  id: 'up' | 'down',
  label: string,
  place: Place | null,
  of: PlannedTask,
  actions: TaskActions,
): MenuEntry | null {
  if (place === null) return null
  return { id, label, icon: id, onPress: () => actions.order(of.task, place.after, place.before) }
}

const sameDay = (a: PlannedTask, b: PlannedTask | undefined): boolean =>
  b !== undefined && a.group === b.group && a.group !== 'closed' && earliestOf(a.when) === earliestOf(b.when)

/** Order counts among tasks of one date only; null: there is no such neighbour. */
function placeAbove({ of, above, beyondAbove: next }: Neighbours): Place | null {
  if (!above || !sameDay(of, above)) return null
  return { after: next && sameDay(of, next) ? next.task.id : null, before: above.task.id }
}

function placeBelow({ of, below, beyondBelow: next }: Neighbours): Place | null {
  if (!below || !sameDay(of, below)) return null
  return { after: below.task.id, before: next && sameDay(of, next) ? next.task.id : null }
}

function neighboursOf(rows: readonly PlannedTask[], of: PlannedTask): Neighbours {
  const at = rows.indexOf(of)
  return {
    of,
    above: rows[at - 1],
    beyondAbove: rows[at - 2],
    below: rows[at + 1],
    beyondBelow: rows[at + 2],
  }
}

function onListKey(
  event: KeyboardEvent<HTMLElement>,
  tasks: readonly PlannedTask[],
  actions: TaskActions,
  choosing: Choosing | undefined,
): void {
  const here = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-task]') : null
  const id = here?.dataset['task']
  if (!here || event.ctrlKey || event.metaKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-task]')].filter(
    each => each.offsetParent !== null,
  )
  const at = all.indexOf(here)
  const of = tasks.find(each => each.task.id === id)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const key = event.key.toLowerCase()
  if (step !== 0 && event.shiftKey && choosing) {
    const next = all[at + step]
    next?.focus()
    choosing.add([here, next].flatMap(each => each?.dataset['task'] ?? []))
  } else if (of && choosing && !event.altKey && (key === 'x' || (key === ' ' && choosing.chosen !== null)))
    choosing.toggle(of.task.id)
  else if (event.shiftKey) return
  else if (step !== 0 && event.altKey && of) {
    const rows = tasks.filter(each => each.group === of.group)
    const place = (step < 0 ? placeAbove : placeBelow)(neighboursOf(rows, of))
    if (place) actions.order(of.task, place.after, place.before)
  } else if (step !== 0) all[at + step]?.focus()
  else if (event.key === ' ' && of && !event.altKey) {
    // What is done leaves its group: the focus goes to its neighbour rather than nowhere.
    const neighbour = all[at + 1] ?? all[at - 1]
    neighbour?.focus()
    actions.toggle(of.task)
  } else return
  event.preventDefault()
}
