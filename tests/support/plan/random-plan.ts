/** Plans and moves thrown by dice: arrivals, leases, dues of every form, people and their absences. */
import type { Absence } from '#domain/absence.ts'
import { type PlanContext, planContextOf } from '#domain/anchor.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { anchors, type Due, dayOffRules, dueFrom, dueOn, dueUnits, noDue, pinDue } from '#domain/due.ts'
import { type PlanItem, planItemOfTask } from '#domain/plan-item.ts'
import { type Arrival, provinces } from '#domain/sponsorship.ts'
import { type Task, taskStates } from '#domain/task.ts'
import type { Dice } from '../soak/dice.ts'
import { makeAbsence, makeArrival, makeSponsorship, makeTask } from './records.ts'

export interface RandomPlan {
  readonly context: PlanContext
  readonly tasks: readonly Task[]
  readonly items: readonly PlanItem[]
  readonly absences: readonly Absence[]
  readonly today: IsoDate
}

const MEMBERS = ['amina', 'ben', 'chloé', 'dev']
const pick = <T>(dice: Dice, from: readonly [T, ...T[]]): T => from[dice(from.length)] ?? from[0]
const anyDay = (dice: Dice): IsoDate => addDays('2025-01-01', dice(900))

export function randomTiming(dice: Dice): Arrival['timing'] {
  const day = anyDay(dice)
  const none = { from: null, to: null, expected: null, landed: null, reached: null }
  switch (dice(5)) {
    case 0:
      return { ...none, state: 'unknown' }
    case 1:
      return { ...none, state: 'window', from: day, to: dice(8) === 0 ? null : addDays(day, dice(120)) }
    case 2:
      return { ...none, state: 'notified', expected: day }
    case 3:
      return { ...none, state: 'landed', expected: addDays(day, dice(3)), landed: day }
    default:
      return { ...none, state: 'landed', landed: day, reached: addDays(day, dice(3)) }
  }
}

export function randomDue(dice: Dice, arrivals: readonly string[], leases: readonly string[]): Due {
  const form = dice(10)
  if (form === 0) return noDue
  if (form === 1) return dueOn(anyDay(dice))
  const anchor = pick(dice, anchors)
  const unit = pick(dice, dueUnits)
  const most = unit === 'months' ? 14 : unit === 'weeks' ? 52 : 380
  const due = dueFrom(anchor, dice(2 * most) - most, unit, {
    arrival: dice(3) === 0 ? (arrivals[dice(arrivals.length)] ?? null) : null,
    lease: dice(2) === 0 ? (leases[dice(leases.length)] ?? null) : null,
    month: anchor === 'support-month' ? 1 + dice(14) : null,
    onDayOff: pick(dice, dayOffRules),
  })
  return dice(6) === 0 ? pinDue(due, anyDay(dice)) : due
}

export function randomPlan(dice: Dice): RandomPlan {
  const arrivals = Array.from({ length: 1 + dice(3) }, (_, i) =>
    makeArrival(`arrival-${i}`, randomTiming(dice), {
      sponsorship: 'maple',
      order: `a00${i}`,
      supportEndsOverride: dice(6) === 0 ? anyDay(dice) : null,
    }),
  )
  const leases = new Map(Array.from({ length: dice(3) }, (_, i) => [`lease-${i}`, anyDay(dice)] as const))
  const sponsorship = makeSponsorship('maple', {
    province: pick(dice, provinces),
    supportMonths: pick(dice, [12, 12, 6, 24]),
    monthKind: pick(dice, ['calendar', 'arrival-day']),
  })
  const ids = [...arrivals.map(each => each.id), 'gone']
  const tasks = Array.from({ length: 1 + dice(30) }, (_, i) => {
    const state = pick(dice, taskStates)
    const closed = state === 'done' || state === 'dropped'
    return makeTask(`task-${i}`, {
      sponsorship: 'maple',
      due: randomDue(dice, ids, [...leases.keys(), 'sold']),
      status: { state, doneOn: closed && dice(5) > 0 ? anyDay(dice) : null },
      owner: dice(4) === 0 ? null : pick(dice, ['amina', 'ben', 'chloé', 'dev']),
      helpers: MEMBERS.filter(() => dice(5) === 0),
    })
  })
  return {
    context: planContextOf(sponsorship, arrivals, leases),
    tasks,
    items: tasks.map(planItemOfTask),
    absences: Array.from({ length: dice(5) }, (_, i) => {
      const from = anyDay(dice)
      return makeAbsence(
        `absence-${i}`,
        pick(dice, ['amina', 'ben', 'chloé', 'dev']),
        from,
        addDays(from, dice(40)),
      )
    }),
    today: anyDay(dice),
  }
}
