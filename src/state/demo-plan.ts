/**
 * The plan of the demo household: the settlement plan of both arrivals as far as a group would be with it in month 5,
 * and some tasks of the group's own. Of every state and form there is one to look at.
 */
import { absence } from '#domain/absence.ts'
import { type PlanContext, planContextOf } from '#domain/anchor.ts'
import { checkItem } from '#domain/check-item.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Due, dueFrom, dueOn } from '#domain/due.ts'
import { earliestOf, resolveDue } from '#domain/due-date.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import {
  chooseSettlementPlan,
  isProposed,
  type PlanRole,
  settlementTasks,
  shippedSettlementPlan,
} from '#domain/settlement-plan.ts'
import { type Arrival, arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { type TaskState, task } from '#domain/task.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import type { DemoEntry } from './demo-entries.ts'
import { type DemoInput, FIRST, SECOND, SPONSORSHIP, sayIn } from './demo-names.ts'
import type { DemoStory } from './demo-story.ts'

const HERON = 'demo-member-heron'
const OTTER = 'demo-member-otter'
const WREN = 'demo-member-wren'

const ARRIVALS = [
  { id: FIRST.arrival, order: 'a0010', household: { childrenUnder6: 1, children6to17: 1 } },
  { id: SECOND.arrival, order: 'a0020', household: { childrenUnder6: 0, children6to17: 0 } },
] as const

export function planOps(
  story: DemoStory,
  input: DemoInput,
  entries: readonly DemoEntry[],
): readonly DraftOp[] {
  const of: Sponsorship = {
    id: SPONSORSHIP,
    deleted: false,
    ...sponsorship.defaults,
    program: 'sah',
    province: 'ON',
  }
  const arrivals = [story.arrived, story.secondArrived].map((date, i) => arrivalOn(date, i))
  const context = planContextOf(of, arrivals)
  return [
    ...arrivals.flatMap((each, i) => seededOps(of, each, i, context, input)),
    ...ownOps(story, input, entries),
    createOp(absence, 'demo-absence-1', {
      member: HERON,
      days: { from: addDays(input.today, 5), to: addDays(input.today, 12) },
      note: '',
    }),
  ]
}

function arrivalOn(date: IsoDate, index: number): Arrival {
  const { id = '', order = '' } = ARRIVALS[index] ?? {}
  return {
    id,
    deleted: false,
    sponsorship: SPONSORSHIP,
    order,
    timing: { ...arrival.defaults.timing, state: 'landed', landed: date, reached: date },
    supportEndsOverride: null,
  }
}

function seededOps(
  of: Sponsorship,
  to: Arrival,
  index: number,
  context: PlanContext,
  input: DemoInput,
): readonly DraftOp[] {
  const choice = {
    sponsorship: of,
    arrival: to,
    isFirst: index === 0,
    household: ARRIVALS[index]?.household ?? { childrenUnder6: 0, children6to17: 0 },
    known: new Map(),
  }
  const offered = chooseSettlementPlan(choice)
  const keys = new Set(offered.filter(isProposed).map(each => each.item.key))
  const roles = new Map(shippedSettlementPlan().data.items.map(each => [each.key, each.who]))
  return settlementTasks(offered, keys, choice).create.map(({ id, fields }, i) => {
    const seeded = fields as Partial<FieldsOf<typeof task>>
    const date = seeded.due ? earliestOf(resolveDue(seeded.due as Due, context)) : null
    return createOp(task, id, {
      ...seeded,
      owner: carrierOf(roles.get(seeded.seedKey ?? '') ?? 'everyone', input),
      status:
        seeded.due?.kind === 'anchor' && seeded.due.anchor === 'lease-start'
          ? { state: 'done', doneOn: addDays(to.timing.reached ?? input.today, 31) }
          : statusOf(date, i, input.today),
    })
  })
}

/** Long past: done about when it was due. Of the last days two in three; of the next ones some are in progress. */
function statusOf(date: IsoDate | null, i: number, today: IsoDate): FieldsOf<typeof task>['status'] {
  const state = (value: TaskState, doneOn: IsoDate | null = null) => ({ state: value, doneOn })
  if (date === null || date > addDays(today, 14)) return state('open')
  if (date >= today) return state(i % 3 === 0 ? 'doing' : 'open')
  if (date >= addDays(today, -12) && i % 3 === 0) return state('open')
  return state('done', addDays(date, -(i % 4)))
}

function carrierOf(role: PlanRole, { memberId }: DemoInput): RecordId | null {
  switch (role) {
    case 'treasurer':
      return memberId
    case 'coordinator':
    case 'language':
      return OTTER
    case 'housing':
    case 'health':
      return HERON
    case 'arrival':
    case 'school':
    case 'host':
      return WREN
    case 'everyone':
    case 'household':
      return null
  }
}

function ownOps(story: DemoStory, input: DemoInput, entries: readonly DemoEntry[]): readonly DraftOp[] {
  const { today, memberId } = input
  const say = sayIn(input.language)
  const own = (id: string, title: string, fields: Partial<FieldsOf<typeof task>>): DraftOp =>
    createOp(task, `demo-task-${id}`, { sponsorship: SPONSORSHIP, title, order: `z00${id}0`, ...fields })
  const missing = entries.find(each => each.fields.receipt === 'missing')
  const table = say(
    'Find a larger table for the kitchen|Measure the room|Ask the choir|Look at second-hand shops|Ask for help with carrying|Bring it|Give the small one on|Note the value',
    'Trouver une table plus grande pour la cuisine|Mesurer la pièce|Demander à la chorale|Voir les magasins d’occasion|Trouver de l’aide pour le transport|L’apporter|Donner la petite|Noter la valeur',
  ).split('|')
  return [
    own('1', say('Return the borrowed car seat', 'Rendre le siège d’auto emprunté'), {
      area: 'household',
      due: dueOn(addDays(today, -3)),
      owner: OTTER,
    }),
    own(
      '2',
      say(
        'Ask the library about conversation evenings',
        'Demander à la bibliothèque s’il y a des soirées de conversation',
      ),
      {
        area: 'language',
        due: dueOn(addDays(today, 1)),
        owner: WREN,
        helpers: [HERON],
        status: { state: 'doing', doneOn: null },
      },
    ),
    own('3', say('Buy next month’s transit passes', 'Acheter les passes de transport du mois prochain'), {
      area: 'money',
      due: dueOn(addDays(today, 4)),
      owner: memberId,
      repeat: { every: 1, unit: 'months', from: 'due' },
    }),
    own('4', table[0] ?? '', { area: 'household', owner: HERON, helpers: [WREN] }),
    ...table.slice(1).map((text, i) =>
      createOp(checkItem, `demo-check-${i + 1}`, {
        task: 'demo-task-4',
        order: `a00${i + 1}0`,
        text,
        done: i < 3,
      }),
    ),
    own('5', say('Write cards to thank the donors', 'Écrire des cartes pour remercier les donateurs'), {
      area: 'group',
      due: dueOn(addDays(today, 2)),
      snoozedUntil: addDays(today, 20),
    }),
    own(
      '6',
      say('Meal together, half a year after the arrival', 'Repas ensemble, une demi-année après l’arrivée'),
      {
        area: 'community',
        due: dueFrom('arrival', 6, 'months', { onDayOff: 'after' }),
        owner: OTTER,
      },
    ),
    own('7', say('Look for the missing receipt', 'Chercher le reçu manquant'), {
      area: 'money',
      due: dueOn(addDays(today, 8)),
      owner: memberId,
      links: missing ? [{ kind: 'entry', id: missing.id }] : [],
    }),
    own('8', say('Paint the bedroom', 'Peindre la chambre'), {
      area: 'housing',
      due: dueOn(addDays(story.arrived, 40)),
      status: { state: 'dropped', doneOn: addDays(story.arrived, 35) },
      owner: HERON,
    }),
  ]
}
