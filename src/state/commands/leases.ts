/**
 * Commands on leases. A lease that is recorded is one change: the lease, the stage of its home, the tasks of its key
 * days, and – where this laptop keeps the money – the rent that recurs and what is paid ahead. One undo takes it all back.
 */
import { checkItem } from '#domain/check-item.ts'
import type { IsoDate } from '#domain/dates.ts'
import { home } from '#domain/home.ts'
import { homeSearch, homeSearchId } from '#domain/home-search.ts'
import { jsonEquals } from '#domain/json.ts'
import {
  type Lease,
  type LeasePaid,
  type LeasePayment,
  lease,
  leaseAmount,
  leasePaymentId,
  leasePayments,
  leaseSchedule,
  leaseTaskId,
  leaseTaskKeys,
  leaseTasks,
  onceOn,
  rentSchedule,
  SETTLEMENT_KEYS,
} from '#domain/lease.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { monthlyCost, recurring } from '#domain/recurring.ts'
import { plannedTaskId, settlementTasks } from '#domain/settlement-plan.ts'
import { isClosed, type Task, task } from '#domain/task.ts'
import type { DraftOp } from '#store/store.ts'
import { firstArrival, householdUnitsOf } from '../household.ts'
import { differencesOf } from '../lease-money.ts'
import { checkItemsByTask, offeredPlan, settlementChoice } from '../plan.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { stageOps } from './homes.ts'
import { orderKeys } from './order.ts'
import { recurringOps } from './recurring.ts'
import { currentSponsorship } from './set-up.ts'
import type { CommandTools } from './tools.ts'

export type LeaseFields = Omit<FieldsOf<typeof lease>, 'sponsorship' | 'home'>

/** What Money is to expect. A payment that is null is not written down. */
export interface LeaseMoney {
  readonly account: RecordId
  /** Whom it is paid to, as the bank will name them. */
  readonly payee: string
  readonly lines: Readonly<Record<LeasePayment, RecordId | null>>
  /** The day on which what is paid ahead is due. */
  readonly aheadOn: IsoDate
}

export interface LeaseDraft {
  readonly fields: LeaseFields
  /** Null: this laptop does not keep the money, or nothing is to be written there. */
  readonly money: LeaseMoney | null
  /** Where an address is to be changed, in the language of whoever records it: the checklist of one task. */
  readonly addressChanges: readonly string[]
}

export interface LeaseCommands {
  recordLease(of: RecordId, draft: LeaseDraft): Promise<CommandResult & { readonly id: RecordId }>
  /** Its open tasks and what recurs for it follow; what is done or was paid stays. */
  editLease(id: RecordId, fields: Partial<LeaseFields>): Promise<CommandResult>
  /** Money expects what the lease says, where both differ: somebody changed it on a laptop that keeps no money. */
  levelLeaseMoney(id: RecordId): Promise<CommandResult>
  /** With its own tasks and what recurs for it; entries that were posted stay. The home is applied for again. */
  deleteLease(id: RecordId): Promise<CommandResult>
}

export function createLeaseCommands(tools: CommandTools): LeaseCommands {
  const { gate, live, newId } = tools
  return {
    async recordLease(of, { fields, money, addressChanges }) {
      const id = newId()
      const sponsorship = currentSponsorship(tools)?.id ?? ''
      const result = await gate.run('recordLease', [
        createOp(lease, id, { ...fields, sponsorship, home: of }),
        ...(live.get(home, of)?.stage.at === 'settled' ? [] : stageOps(tools, of, 'lease', '')),
        ...taskOps(tools, { id, sponsorship, home: of, ...fields }),
        ...settlementOps(tools, { id, sponsorship, home: of }, addressChanges),
        ...(money === null ? [] : leasePayments.flatMap(each => paymentOps(tools, id, fields, money, each))),
      ])
      return { ...result, id }
    },
    async editLease(id, fields) {
      const known = live.get(lease, id)
      if (known === undefined) return { ok: false, problem: { kind: 'unknown-record', id } }
      const next = { ...known, ...fields }
      return gate.run('editLease', [
        ...setOps(lease, id, fields),
        ...taskOps(tools, next),
        ...followingOps(tools, known, next),
      ])
    },
    levelLeaseMoney(id) {
      const of = live.get(lease, id)
      return gate.run(
        'levelLeaseMoney',
        of === undefined
          ? []
          : differencesOf(live, of).flatMap(each =>
              levelOps(tools, of, each.payment, {
                amount: each.leaseCents !== each.moneyCents,
                schedule: each.days !== null,
              }),
            ),
      )
    },
    deleteLease(id) {
      const of = live.get(lease, id)
      const own = [
        ...leaseTaskKeys.map(key => live.get(task, leaseTaskId(id, key))),
        ...leasePayments.map(each => live.get(recurring, leasePaymentId(id, each))),
      ].filter(each => each !== undefined)
      return gate.run('deleteLease', [
        { op: 'delete', id },
        ...own.map(each => ({ op: 'delete', id: each.id }) as const),
        ...hangingOn(tools, id).flatMap(each =>
          each.due.kind === 'anchor' ? setOps(task, each.id, { due: { ...each.due, lease: null } }) : [],
        ),
        ...(of && live.get(home, of.home) ? stageOps(tools, of.home, 'applied', '') : []),
      ])
    },
  }
}

type LeaseHere = Pick<Lease, 'id' | 'sponsorship' | 'home' | 'dates' | 'noticeDays' | 'atEnd' | 'insurance'>

/** Made or given another day; what is done or was deleted stays so, and one whose day is known no more is not dated. */
function taskOps({ live }: CommandTools, of: LeaseHere): readonly DraftOp[] {
  const wanted = new Map(leaseTasks(of).map(each => [each.key, each]))
  const deleted = new Set(live.trash(task).map(each => each.id))
  return leaseTaskKeys.flatMap((key, i): readonly DraftOp[] => {
    const id = leaseTaskId(of.id, key)
    const known = live.get(task, id)
    const want = wanted.get(key)
    if (known !== undefined) {
      const due = want?.due ?? ({ kind: 'none' } as const)
      return isClosed(known) || jsonEquals(known.due, due) ? [] : setOps(task, id, { due })
    }
    if (want === undefined || deleted.has(id)) return []
    return [
      createOp(task, id, {
        sponsorship: of.sponsorship,
        area: 'housing',
        phase: 'settling',
        due: want.due,
        hard: want.hard,
        links: [{ kind: 'home', id: of.home }],
        order: `p042${i}`,
        seedKey: key,
      }),
    ]
  })
}

/** Of the settlement plan what a new home asks for: made where it never was, and hung on this lease. */
function settlementOps(
  tools: CommandTools,
  { id, sponsorship, home: of }: Pick<Lease, 'id' | 'sponsorship' | 'home'>,
  addressChanges: readonly string[],
): readonly DraftOp[] {
  const { live, newId } = tools
  const links: Task['links'] = [{ kind: 'home', id: of }]
  const arrival = arrivalToMove(tools, sponsorship)
  const choice = arrival === null ? null : settlementChoice(live, arrival)
  if (choice === null) return []
  const offered = offeredPlan(live, choice.arrival.id)
  const fresh = settlementTasks(
    offered.filter(each => each.state === 'new' && each.verdict.kind !== 'does-not-apply'),
    new Set(SETTLEMENT_KEYS),
    choice,
  ).create
  const there = SETTLEMENT_KEYS.map(key =>
    live.get(task, plannedTaskId({ key, per: 'arrival' }, choice)),
  ).filter(each => each !== undefined && !isClosed(each))
  // Made for a lease that was taken back: not what somebody threw away.
  const back = live
    .trash(task)
    .filter(
      each =>
        SETTLEMENT_KEYS.some(key => each.id === plannedTaskId({ key, per: 'arrival' }, choice)) &&
        each.links.some(link => link.kind === 'home'),
    )
  const checks = (taskId: RecordId): readonly DraftOp[] => {
    if ((checkItemsByTask(live).get(taskId) ?? []).length > 0) return []
    const orders = orderKeys(addressChanges.length)
    return addressChanges.map((text, i) =>
      createOp(checkItem, newId(), { task: taskId, order: orders[i] ?? '', text, done: false }),
    )
  }
  const addressTask = plannedTaskId({ key: 'address-changes', per: 'arrival' }, choice)
  const isThere = [...fresh, ...there, ...back].some(each => each?.id === addressTask)
  return [
    ...fresh.map(each => ({
      op: 'create' as const,
      ...each,
      fields: { ...each.fields, due: hungOn(each.fields['due'] as Task['due'], id), links },
    })),
    ...back.flatMap(each => [
      { op: 'restore', id: each.id } as const,
      ...setOps(task, each.id, { due: hungOn(each.due, id), links }),
    ]),
    ...there.flatMap(each =>
      each && each.due.kind === 'anchor' && each.due.lease === null
        ? setOps(task, each.id, { due: hungOn(each.due, id) })
        : [],
    ),
    ...(isThere ? checks(addressTask) : []),
  ]
}

const hungOn = (due: Task['due'], id: RecordId): Task['due'] =>
  due.kind === 'anchor' && due.anchor === 'lease-start' ? { ...due, lease: id } : due

/** Whose home it is: of the units that it was looked for, the first one's arrival. */
function arrivalToMove(tools: CommandTools, sponsorship: RecordId): RecordId | null {
  const [wanted] = tools.live.get(homeSearch, homeSearchId(sponsorship))?.units ?? []
  const unit = householdUnitsOf(tools.live, sponsorship).find(each => each.id === wanted)
  return unit?.people[0]?.arrival ?? firstArrival(tools, sponsorship)?.id ?? null
}

const hangingOn = ({ live }: CommandTools, id: RecordId): readonly Task[] =>
  live
    .records(task)
    .filter(each => each.due.kind === 'anchor' && each.due.anchor === 'lease-start' && each.due.lease === id)

/** The rent each month; what is paid once is a rule that begins and ends on one day. */
function paymentOps(
  { live }: CommandTools,
  id: RecordId,
  of: LeasePaid,
  money: LeaseMoney,
  payment: LeasePayment,
): readonly DraftOp[] {
  const amountCents = leaseAmount(of, payment)
  if (amountCents === 0) return []
  const { account, payee, lines, aheadOn } = money
  const cost = monthlyCost({
    account,
    line: lines[payment],
    amountCents,
    payee,
    dueDay: of.terms.dueDay,
    from: of.dates.from,
    end: null,
    writtenFor: id,
  })
  return recurringOps(
    live,
    leasePaymentId(id, payment),
    payment === 'rent'
      ? { ...cost, schedule: rentSchedule(of) }
      : { ...cost, schedule: leaseSchedule(of, payment) ?? onceOn(aheadOn), covers: 'same-month' },
  )
}

/** What Money expects of it follows new terms and dates, as far as this laptop can write there. */
const followingOps = (tools: CommandTools, before: Lease, next: Lease): readonly DraftOp[] =>
  leasePayments.flatMap(payment =>
    levelOps(tools, next, payment, {
      amount: leaseAmount(next, payment) !== leaseAmount(before, payment),
      schedule: true,
    }),
  )

/** Money as the lease has it; of a payment that it does not expect nothing is written, but for a new part month. */
function levelOps(
  tools: CommandTools,
  next: Lease,
  payment: LeasePayment,
  what: { readonly amount: boolean; readonly schedule: boolean },
): readonly DraftOp[] {
  const id = leasePaymentId(next.id, payment)
  const known = tools.live.get(recurring, id)
  if (payment === 'first-month' && what.amount && (known === undefined || next.firstMonthCents === null))
    return known === undefined ? partMonthOps(tools, next) : [{ op: 'delete', id }]
  if (known === undefined) return []
  const cents = -leaseAmount(next, payment)
  // Shared out among support units: the first takes the difference, as when an occurrence is posted.
  const rest = cents - known.money.cents
  const splits = known.money.splits.map((each, i) => (i === 0 ? { ...each, cents: each.cents + rest } : each))
  const schedule = leaseSchedule(next, payment) ?? known.schedule
  return setOps(recurring, id, {
    ...(what.amount ? { money: { ...known.money, cents, splits } } : {}),
    ...(!what.schedule || jsonEquals(schedule, known.schedule) ? {} : { schedule }),
  })
}

/** A part month that was agreed later is paid as the rent is. */
function partMonthOps(tools: CommandTools, next: Lease): readonly DraftOp[] {
  const rent = tools.live.get(recurring, leasePaymentId(next.id, 'rent'))
  if (rent?.account == null) return []
  const line = rent.money.splits[0]?.line ?? null
  return paymentOps(
    tools,
    next.id,
    next,
    {
      account: rent.account,
      payee: rent.payee,
      lines: { rent: line, 'first-month': line, deposit: null, 'last-month': null },
      aheadOn: next.dates.from,
    },
    'first-month',
  )
}
