/** The demo household's list: most of it is home, some is promised or still needed, and a run is planned to fetch it. */
import { addDays, weekdayOf } from '#domain/dates.ts'
import { deliveryRun, deliveryStop, type HouseholdItem } from '#domain/household-item.ts'
import { listItemId, offeredThings, thingRecord } from '#domain/household-list.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { orderKeys } from './commands/order.ts'
import { type DemoInput, SPONSORSHIP, sayIn } from './demo-names.ts'

/** Who is in both arrivals, the child that was born among them. */
const PEOPLE = { adults: 3, childrenUnder6: 1, children6to17: 1 }
const HALL = 'demo-stop-1'
const PORCH = 'demo-stop-2'

type Known = Partial<Pick<HouseholdItem, 'state' | 'source' | 'condition' | 'assigned' | 'stop' | 'delivery'>>

/** The ids of things that an entry in kind of the story says the worth of. */
export const demoThing = (key: string): string => listItemId(SPONSORSHIP, key)

function known(input: DemoInput): Readonly<Record<string, Known>> {
  const say = sayIn(input.language)
  const gift = { source: 'donated', condition: 'second-hand' } as const
  return {
    sofa: { state: 'delivered', ...gift },
    pots: { state: 'delivered', ...gift },
    crib: { state: 'received', ...gift, stop: PORCH },
    stroller: { state: 'pledged', ...gift, assigned: 'demo-member-wren', stop: PORCH },
    dresser: {
      state: 'pledged',
      ...gift,
      stop: HALL,
      delivery: say('Two people to carry.', 'À porter à deux.'),
    },
    'dining-chair': { state: 'pledged', ...gift, stop: HALL },
    vacuum: { state: 'pledged', source: 'lent', assigned: input.memberId },
    // Promised in good faith; the list says why to look for new ones.
    boots: { state: 'pledged', ...gift, assigned: 'demo-member-otter' },
    curtains: { state: 'need' },
    'extension-cord': { state: 'need' },
    'first-aid': { state: 'need', assigned: input.memberId },
    'alarm-clock': { state: 'need' },
  }
}

export function thingOps(input: DemoInput): readonly DraftOp[] {
  const { today, language } = input
  const say = sayIn(language)
  const offered = offeredThings(SPONSORSHIP, PEOPLE, new Map())
  const orders = orderKeys(offered.length)
  const all = known(input)
  const things = offered.map((each, i): DraftOp => {
    const record = thingRecord(SPONSORSHIP, each, orders[i] ?? '')
    const fields = all[each.item.key] ?? { state: 'delivered', source: 'bought', condition: 'new' }
    return { op: 'create', ...record, fields: { ...record.fields, ...fields } }
  })
  const stop = (id: string, kind: 'pick-up' | 'drop-off', place: string, contact: string, order: string) =>
    createOp(deliveryStop, id, { run: 'demo-run-1', kind, place, contact, order })
  return [
    ...things,
    createOp(deliveryRun, 'demo-run-1', {
      sponsorship: SPONSORSHIP,
      name: say('Saturday’s van', 'Le camion de samedi'),
      on: addDays(today, 6 - (weekdayOf(today) % 7) || 7),
      driver: 'demo-member-heron',
      note: say('Blankets and straps are in the van.', 'Couvertures et sangles sont dans le camion.'),
    }),
    stop(
      HALL,
      'pick-up',
      say('Cedar Hall, side door', 'Salle du Cèdre, porte de côté'),
      '416-555-0136',
      'a1',
    ),
    stop(
      PORCH,
      'pick-up',
      say('14 Lantern Street, porch', '14, rue des Lanternes, balcon'),
      'L. Marten',
      'a2',
    ),
    stop(
      'demo-stop-3',
      'drop-off',
      say('Linden Street, back entrance', 'Rue des Tilleuls, entrée arrière'),
      '',
      'a3',
    ),
  ]
}
