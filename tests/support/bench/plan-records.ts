/** A plan and a calendar as they would be after many busy years, seeded and the same everywhere. */
import { appointment, slot } from '#domain/appointment.ts'
import { addDays } from '#domain/dates.ts'
import { member } from '#domain/member.ts'
import { type TaskArea, task } from '#domain/task.ts'
import { createOp } from '#state/commands/gate.ts'
import type { DraftOp } from '#store/store.ts'
import { seededNumbers } from '../vault/fast-vault.ts'

/** Half of what there is lies before this day. */
export const PLAN_TODAY = '2025-12-31'
const SPONSORSHIP = 'sponsorship'
const MEMBERS = ['amina', 'robin', 'heron', 'otter', 'wren', 'pika', 'lark']
const AREAS: readonly TaskArea[] = ['group', 'housing', 'money', 'papers', 'health', 'school', 'language', '']
const VERBS = ['Call', 'Ask', 'Bring', 'Return', 'Fill in', 'Read', 'Print', 'Look for']
const THINGS = [
  'the school',
  'the bank',
  'the form',
  'the landlord',
  'a bus pass',
  'the library',
  'a van',
  'shoes',
]
const DAYS_AROUND = 2_000

export function planOps(tasks: number, appointments: number, seed = 11): readonly DraftOp[] {
  const below = seededNumbers(seed)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  const day = () => addDays(PLAN_TODAY, below(DAYS_AROUND * 2) - DAYS_AROUND)
  const order = (i: number) => `m${String(i).padStart(6, '0')}`
  const ofTasks = Array.from({ length: tasks }, (_, i) => {
    const on = day()
    const isDone = on < PLAN_TODAY && below(20) > 0
    return createOp(task, `task-${i}`, {
      sponsorship: SPONSORSHIP,
      title: `${one(VERBS)} ${one(THINGS)} ${i}`,
      area: one(AREAS),
      due: { kind: 'date', date: on },
      status: { state: isDone ? 'done' : below(5) === 0 ? 'doing' : 'open', doneOn: isDone ? on : null },
      owner: below(6) === 0 ? null : one(MEMBERS),
      order: order(i),
    })
  })
  const ofAppointments = Array.from({ length: appointments }, (_, i) => {
    const on = day()
    const hour = 8 + below(10)
    const at = (h: number) => `${on}T${String(h).padStart(2, '0')}:00`
    const weekly = {
      every: 1,
      unit: 'week',
      weekdays: [],
      nth: null,
      until: addDays(on, 84),
      count: null,
    } as const
    return [
      createOp(appointment, `appointment-${i}`, {
        sponsorship: SPONSORSHIP,
        title: `${one(['Class', 'Visit', 'Ride', 'Office'])} ${i}`,
        time: { start: at(hour), end: at(hour + 1), zone: 'America/Toronto', allDay: false },
        place: `Corner ${below(40)}`,
        members: [one(MEMBERS)],
        repeat: below(50) === 0 ? weekly : null,
      }),
      ...(below(3) === 0
        ? [
            createOp(slot, `slot-${i}`, {
              appointment: `appointment-${i}`,
              role: 'driver',
              filledBy: below(4) === 0 ? null : { kind: 'member', id: one(MEMBERS) },
              order: 'm',
            }),
          ]
        : []),
    ]
  }).flat()
  return [...MEMBERS.map(id => createOp(member, id, { name: id })), ...ofTasks, ...ofAppointments]
}
