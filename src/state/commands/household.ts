/** The command with which the household is changed after set-up: who is in which unit, and who turns 18 when. */
import { byOrder } from '#domain/budget-actual.ts'
import { majority, majorityAnswer, person, supportUnit } from '#domain/household.ts'
import { type PeopleCount, planMorePeople } from '#domain/household-plan.ts'
import { type HouseholdEdit, majorityAnswerId, majorityId, nextUnitLabel } from '#domain/household-units.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { arrival, sponsorship as sponsorshipKind } from '#domain/sponsorship.ts'
import type { DraftOp } from '#store/store.ts'
import { unitsInUse } from '../household.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween } from './order.ts'
import { putOps } from './put.ts'
import type { CommandTools } from './tools.ts'

export interface HouseholdCommands {
  /** One change. The edit must have no `householdEditProblem`. */
  editHousehold(sponsorship: RecordId, edit: HouseholdEdit): Promise<CommandResult>
  /** People who join later, with an arrival that is there or (null) one with a clock of its own. */
  addPeople(sponsorship: RecordId, arrival: RecordId | null, people: PeopleCount): Promise<CommandResult>
}

export function createHouseholdCommands(tools: CommandTools): HouseholdCommands {
  const { gate, live, newId } = tools
  return {
    editHousehold: (sponsorship, edit) =>
      gate.run('editHousehold', [
        ...unitOps(tools, sponsorship, edit),
        ...[...edit.majorities].flatMap(([of, month]) => majorityOps(tools, of, month)),
        ...([...edit.majorities.values()].some(month => month !== null)
          ? nobodyTurns18Ops(tools, sponsorship, false)
          : []),
      ]),
    addPeople(sponsorship, to, people) {
      const of = { sponsorship, arrival: to }
      const isOwn = (each: { readonly sponsorship: RecordId }) => each.sponsorship === sponsorship
      const known = {
        arrivals: live.records(arrival).filter(isOwn),
        units: live.records(supportUnit).filter(isOwn),
        people: live.records(person).filter(isOwn).toSorted(byOrder),
      }
      return gate.run('addPeople', [
        ...planMorePeople(people, of, known, newId).map(each => ({ op: 'create', ...each }) as const),
        ...openAgainOps(tools, sponsorship, people),
      ])
    },
  }
}

/** Answers that were given for fewer people are open again. */
function openAgainOps(tools: CommandTools, sponsorship: RecordId, people: PeopleCount): readonly DraftOp[] {
  const asked = tools.live.get(sponsorshipKind, sponsorship)
  return [
    ...(people.children6to17 > 0 ? nobodyTurns18Ops(tools, sponsorship, false) : []),
    ...(people.adults > 0 && asked?.seniors === 'no'
      ? setOps(sponsorshipKind, sponsorship, { seniors: 'unknown' })
      : []),
  ]
}

/** The answer that nobody turns 18, kept or taken back. */
export function nobodyTurns18Ops(
  { live }: Pick<CommandTools, 'live'>,
  sponsorship: RecordId,
  nobody: boolean,
): readonly DraftOp[] {
  const id = majorityAnswerId(sponsorship)
  const known = live.get(majorityAnswer, id)
  if (known) return known.nobody === nobody ? [] : setOps(majorityAnswer, id, { nobody })
  if (!nobody) return []
  return putOps(live, majorityAnswer, id, { sponsorship, nobody })
}

function unitOps({ live, newId }: CommandTools, sponsorship: RecordId, edit: HouseholdEdit): DraftOp[] {
  const units = live.records(supportUnit).filter(each => each.sponsorship === sponsorship)
  const people = live.records(person).filter(each => each.sponsorship === sponsorship)
  const labels = units.map(each => each.label)
  let last = units.reduce((max, each) => (each.order > max ? each.order : max), '')
  const after = new Map(people.map(each => [each.id, each.unit]))
  const ops: DraftOp[] = []
  for (const { id } of people) {
    const to = edit.units.get(id)
    if (to === undefined || to === after.get(id)) continue
    const unit = to === 'new' ? newId() : to
    if (to === 'new') {
      const label = nextUnitLabel(labels)
      last = orderBetween(last, '')
      labels.push(label)
      ops.push(createOp(supportUnit, unit, { sponsorship, label, order: last }))
    }
    after.set(id, unit)
    ops.push(...setOps(person, id, { unit }))
  }
  const kept = new Set([...after.values(), ...unitsInUse(live)])
  const left = people.length > 0 ? units.filter(each => !kept.has(each.id)) : []
  return [...ops, ...left.map(each => ({ op: 'delete', id: each.id }) as const)]
}

function majorityOps({ live }: CommandTools, of: RecordId, month: string | null): readonly DraftOp[] {
  const known = live.records(majority).filter(each => each.person === of)
  if (month === null) return known.map(each => ({ op: 'delete', id: each.id }) as const)
  if (known.length > 0) return known.flatMap(each => setOps(majority, each.id, { month }))
  return putOps(live, majority, majorityId(of), { person: of, month })
}
