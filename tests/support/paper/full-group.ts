/**
 * A group that has as much of everything as a sheet may ever have to hold: texts of their greatest length, a run with
 * many stops and one stop with many things, a week full of rides; and beside it a home and a run of which nothing is known.
 */
import { appointment, slot } from '#domain/appointment.ts'
import { addDays } from '#domain/dates.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import { home } from '#domain/home.ts'
import { person, supportUnit } from '#domain/household.ts'
import { deliveryRun, deliveryStop, householdItem } from '#domain/household-item.ts'
import { member } from '#domain/member.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import { createOp, setOps } from '#state/commands/gate.ts'
import type { DraftOp } from '#store/store.ts'

const MOST = 200
const THINGS_AT_ONE_STOP = 60
const STOPS = 10
const RIDES_A_DAY = 2

/** Of the greatest length, and no other begins as it does: `A rear house behind …` with `kind` in it. */
export const long = (kind: string, number = 0): string =>
  `${kind} ${number} rear house behind the old bakery, buzzer, second stairs, `.repeat(5).slice(0, MOST)

/** The same without a place to break it. */
export const solid = (kind: string): string => kind.repeat(MOST).slice(0, MOST)

const SPONSORSHIP = 'full-sponsorship'
const order = (number: number): string => `a${String(number).padStart(4, '0')}`

function households(day: string): readonly DraftOp[] {
  const timing = { state: 'landed', from: null, to: null, expected: day, landed: day, reached: day } as const
  return [
    ...setOps(group, GROUP_ID, { nameOnPaper: long('Neighbours') }),
    createOp(sponsorship, SPONSORSHIP, { codeName: 'Rowan', province: 'ON', supportMonths: 12 }),
    createOp(arrival, 'full-arrival', { sponsorship: SPONSORSHIP, timing }),
    createOp(supportUnit, 'full-unit', { sponsorship: SPONSORSHIP, label: 'U1' }),
    ...Array.from({ length: 8 }, (_, i) =>
      createOp(person, `full-person-${i}`, {
        sponsorship: SPONSORSHIP,
        arrival: 'full-arrival',
        unit: 'full-unit',
        label: `A${i + 1}`,
        band: i < 4 ? 'adult' : 'child-6-17',
        order: order(i),
      }),
    ),
    createOp(member, 'full-driver', { name: long('Driver') }),
    ...[1, 2, 3].map(i =>
      createOp(member, `full-coordinator-${i}`, {
        name: long('Coordinator', i),
        phone: `416-555-013${i}`,
        roles: ['coordinator'],
      }),
    ),
  ]
}

const homes = (day: string): readonly DraftOp[] => [
  createOp(home, 'full-home', {
    sponsorship: SPONSORSHIP,
    name: 'Full',
    address: solid('118LindenStreet'),
    landlord: long('Landlord'),
    reach: solid('office@example.org,'),
    stage: { at: 'lease', since: day, reason: '' },
    terms: { rentCents: 12_345_678, depositCents: null, lastMonthCents: null },
    bedrooms: 12,
    order: order(1),
  }),
  createOp(home, 'empty-home', {
    sponsorship: SPONSORSHIP,
    name: 'Bare',
    stage: { at: 'lease', since: day, reason: '' },
    order: order(2),
  }),
]

const thing = (stop: string, number: number): DraftOp =>
  createOp(householdItem, `${stop}-thing-${number}`, {
    sponsorship: SPONSORSHIP,
    name: number % 7 === 0 ? long('Thing', number) : `Thing ${number}`,
    quantity: 1 + (number % 3),
    state: 'pledged',
    stop,
    order: order(number),
  })

const runs = (day: string): readonly DraftOp[] => [
  createOp(deliveryRun, 'full-run', {
    sponsorship: SPONSORSHIP,
    name: long('Run'),
    on: day,
    driver: 'full-driver',
    note: Array.from({ length: 12 }, (_, i) => long('Mind', i)).join('\n'),
  }),
  ...Array.from({ length: STOPS }, (_, i) =>
    createOp(deliveryStop, `full-stop-${i}`, {
      run: 'full-run',
      kind: i === STOPS - 1 ? 'drop-off' : 'pick-up',
      place: long('Place', i),
      contact: long('Contact', i),
      note: long('Note', i),
      order: order(i),
    }),
  ),
  ...Array.from({ length: THINGS_AT_ONE_STOP }, (_, i) => thing('full-stop-1', i + 1)),
  ...[2, 3, 4].flatMap(stop => [1, 2, 3, 4].map(i => thing(`full-stop-${stop}`, 100 * stop + i))),
  createOp(deliveryRun, 'empty-run', { sponsorship: SPONSORSHIP }),
]

const rides = (day: string): readonly DraftOp[] =>
  Array.from({ length: 7 * RIDES_A_DAY }, (_, i) => {
    const on = addDays(day, Math.floor(i / RIDES_A_DAY))
    const hour = 9 + 4 * (i % RIDES_A_DAY)
    const at = (minutes: string) => `${on}T${String(hour).padStart(2, '0')}:${minutes}`
    return [
      createOp(appointment, `full-ride-${i}`, {
        sponsorship: SPONSORSHIP,
        title: long('Ride', i),
        place: long('Corner', i),
        time: { start: at('00'), end: at('45'), zone: 'America/Toronto', allDay: false },
        attending: Array.from({ length: 8 }, (_each, who) => `full-person-${who}`),
        travelMinutes: 25,
      }),
      createOp(slot, `full-ride-${i}-driver`, {
        appointment: `full-ride-${i}`,
        role: 'driver',
        filledBy: { kind: 'member', id: 'full-driver' },
        order: order(i),
      }),
    ]
  }).flat()

export const fullGroup = (today: string): readonly DraftOp[] => [
  ...households(today),
  ...homes(today),
  ...runs(today),
  ...rides(today),
]
