/** Commands on tasks and their checklists. */
import { byOrder } from '#domain/budget-actual.ts'
import { checkItem } from '#domain/check-item.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { isClosed, type Task, type TaskState, task } from '#domain/task.ts'
import { nextDue } from '#domain/task-repeat.ts'
import { changedFieldsOf, type TasksChange } from '#domain/tasks-change.ts'
import type { DraftOp } from '#store/store.ts'
import type { Live } from '../live.ts'
import { checkItemsByTask, planContexts } from '../plan.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween, orderKeys } from './order.ts'
import { putOps } from './put.ts'
import type { CommandTools } from './tools.ts'

export type TaskFields = FieldsOf<typeof task>

/** A checklist as it is to be, in its order; what is known and not in it is deleted. */
export interface CheckLine {
  /** Null: a new one. */
  readonly id: RecordId | null
  readonly text: string
  readonly done: boolean
}

export interface TaskCommands {
  addTask(
    fields: Partial<TaskFields>,
    checks?: readonly CheckLine[],
  ): Promise<CommandResult & { readonly id: RecordId }>
  editTask(
    id: RecordId,
    fields: Partial<TaskFields>,
    checks?: readonly CheckLine[] | null,
  ): Promise<CommandResult>
  /** The same for several, each where it comes to something else. */
  editTasks(ids: readonly RecordId[], change: TasksChange): Promise<CommandResult>
  /**
   * A task that repeats makes its next one in the same change, once, whoever marks it done; dropping it ends the row.
   */
  setTaskState(ids: readonly RecordId[], state: TaskState): Promise<CommandResult>
  /** Out of sight until that day; null: in sight again. */
  snoozeTasks(ids: readonly RecordId[], until: IsoDate | null): Promise<CommandResult>
  /** Puts it between two others of a list; null for an end. */
  orderTask(id: RecordId, after: RecordId | null, before: RecordId | null): Promise<CommandResult>
  /** With their checklists. */
  deleteTasks(ids: readonly RecordId[]): Promise<CommandResult>
  restoreTasks(ids: readonly RecordId[]): Promise<CommandResult>
  tickCheckItem(id: RecordId, done: boolean): Promise<CommandResult>
}

export function createTaskCommands(tools: CommandTools): TaskCommands {
  const { gate, live, newId } = tools
  const deleteOps = (ids: readonly RecordId[]): readonly DraftOp[] =>
    ids.map(id => ({ op: 'delete', id }) as const)

  return {
    async addTask(fields, checks = []) {
      const id = newId()
      const ops = [
        createOp(task, id, { order: nextTaskOrder(live), ...fields }),
        ...checkOps(tools, id, checks),
      ]
      return { ...(await gate.run('addTask', ops)), id }
    },
    editTask: (id, fields, checks = null) =>
      gate.run('editTask', [
        ...setOps(task, id, fields),
        ...(checks === null ? [] : checkOps(tools, id, checks)),
      ]),
    editTasks: (ids, change) =>
      gate.run(
        'editTasks',
        tasksOf(tools, ids).flatMap(of =>
          setOps(task, of.id, changedFieldsOf(of, change, planContexts(live)(of.sponsorship))),
        ),
      ),
    setTaskState: (ids, state) =>
      gate.run(
        'setTaskState',
        tasksOf(tools, ids).flatMap(each => stateOps(tools, each, state)),
      ),
    snoozeTasks: (ids, until) =>
      gate.run(
        'snoozeTasks',
        ids.flatMap(id => setOps(task, id, { snoozedUntil: until })),
      ),
    orderTask(id, after, before) {
      const orderOf = (of: RecordId | null): string => (of === null ? '' : (live.get(task, of)?.order ?? ''))
      return gate.run('orderTask', setOps(task, id, { order: orderBetween(orderOf(after), orderOf(before)) }))
    },
    deleteTasks(ids) {
      const checks = ids.flatMap(id => checkItemsByTask(live).get(id) ?? [])
      return gate.run('deleteTasks', deleteOps([...ids, ...checks.map(each => each.id)]))
    },
    restoreTasks(ids) {
      const wanted = new Set(ids)
      const checks = live.trash(checkItem).filter(each => wanted.has(each.task))
      return gate.run(
        'restoreTasks',
        [...ids, ...checks.map(each => each.id)].map(id => ({ op: 'restore', id }) as const),
      )
    },
    tickCheckItem: (id, done) => gate.run('tickCheckItem', setOps(checkItem, id, { done })),
  }
}

/** After all that are there. */
export const nextTaskOrder = (live: Live): string =>
  orderBetween(
    live.records(task).reduce((last, each) => (each.order > last ? each.order : last), ''),
    '',
  )

const tasksOf = ({ live }: CommandTools, ids: readonly RecordId[]): readonly Task[] =>
  ids.map(id => live.get(task, id)).filter(each => each !== undefined)

function stateOps(tools: CommandTools, of: Task, state: TaskState): readonly DraftOp[] {
  if (of.status.state === state) return []
  const closes = state === 'done' || state === 'dropped'
  const doneOn = closes ? tools.today() : null
  return [
    ...setOps(task, of.id, { status: { state, doneOn } }),
    ...(state === 'done' && !isClosed(of) ? nextOps(tools, of) : []),
  ]
}

/**
 * The next of a task that repeats. Its id follows from the one before, so that two members who tick the same task on
 * two laptops do not make two of the next; one that is there already stays as it is.
 */
function nextOps(tools: CommandTools, of: Task): readonly DraftOp[] {
  const { live } = tools
  const due = nextDue(of, tools.today(), planContexts(live)(of.sponsorship))
  const id = nextTaskId(of.id)
  if (due === null || live.get(task, id)) return []
  const { id: _id, deleted: _deleted, ...fields } = of
  const checks = checkItemsByTask(live).get(of.id) ?? []
  return [
    ...putOps(live, task, id, {
      ...fields,
      due,
      status: { state: 'open', doneOn: null },
      snoozedUntil: null,
    }),
    ...checks.flatMap(({ order, text }, i) =>
      putOps(live, checkItem, `${id}-${i + 1}`, { task: id, order, text, done: false }),
    ),
  ]
}

/** `…`, `….2`, `….3`. */
function nextTaskId(id: RecordId): RecordId {
  const known = /^(.*)\.(\d+)$/.exec(id)
  return known ? `${known[1]}.${Number(known[2]) + 1}` : `${id}.2`
}

function checkOps(
  { live, newId }: CommandTools,
  of: RecordId,
  lines: readonly CheckLine[],
): readonly DraftOp[] {
  const known = new Map((checkItemsByTask(live).get(of) ?? []).toSorted(byOrder).map(each => [each.id, each]))
  const wanted = lines.filter(each => each.text.trim() !== '')
  const kept = wanted.flatMap(each => (each.id !== null && known.has(each.id) ? [each.id] : []))
  const isAsBefore =
    kept.join() === [...known.keys()].filter(id => kept.includes(id)).join() &&
    wanted.slice(0, kept.length).every(each => each.id !== null)
  // Added at the end, the others keep their places: somebody else may be adding too.
  const last = kept.length > 0 ? (known.get(kept.at(-1) ?? '')?.order ?? '') : ''
  const orders = isAsBefore
    ? [...kept.map(id => known.get(id)?.order ?? ''), ...ordersAfter(last, wanted.length - kept.length)]
    : orderKeys(wanted.length)
  return [
    ...wanted.flatMap(({ id, text, done }, i): readonly DraftOp[] => {
      const order = orders[i] ?? ''
      const before = id === null ? undefined : known.get(id)
      if (before === undefined)
        return [createOp(checkItem, newId(), { task: of, order, text: text.trim(), done })]
      return setOps(checkItem, before.id, {
        ...(before.text === text.trim() ? {} : { text: text.trim() }),
        ...(before.done === done ? {} : { done }),
        ...(before.order === order ? {} : { order }),
      })
    }),
    ...[...known.keys()].filter(id => !kept.includes(id)).map(id => ({ op: 'delete', id }) as const),
  ]
}

function ordersAfter(last: string, count: number): readonly string[] {
  const orders: string[] = []
  for (let i = 0; i < count; i += 1) orders.push(orderBetween(orders.at(-1) ?? last, ''))
  return orders
}
