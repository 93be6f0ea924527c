/**
 * The support units of a household over time. A person who turns 18 is a unit of its own from that month on, paid apart
 * and into an own account; the unit they were in goes on without them. That unit is not a record that everybody sees:
 * the money's own record of the month stands for it, and its id names it in entries and minimums.
 *
 * What such a unit is due is never computed here: single and couple rates do not hold for adults who share a home.
 */
import { byOrder } from './budget-actual.ts'
import type { IsoMonth } from './dates.ts'
import { type Majority, type Person, peopleByAge, type SupportUnit } from './household.ts'
import type { PlannedUnit } from './household-plan.ts'
import type { RecordId } from './record-kind.ts'

export interface HouseholdUnit {
  readonly id: RecordId
  /** `U1`, or for somebody who turns 18 the person's own label. */
  readonly label: string
  readonly order: string
  /** All who are in it at any time, in order. */
  readonly people: readonly Person[]
  /** The month in which it begins, for somebody who turns 18; null: from the arrival. */
  readonly begins: IsoMonth | null
  /** The month from which nobody is left in it, because everybody has turned 18; null: it stays. */
  readonly ends: IsoMonth | null
}

export interface HouseholdRecords {
  readonly units: readonly SupportUnit[]
  readonly people: readonly Person[]
  readonly majorities: readonly Majority[]
}

/** Of a sponsorship, in order: the units from set-up first, then those who turn 18. Deleted records may be among them. */
export function householdUnits(sponsorship: RecordId, records: HouseholdRecords): readonly HouseholdUnit[] {
  const people = records.people
    .filter(each => !each.deleted && each.sponsorship === sponsorship)
    .toSorted(byOrder)
  const turning = majorityByPerson(people, records.majorities)
  const units = records.units
    .filter(each => !each.deleted && each.sponsorship === sponsorship)
    .toSorted(byOrder)
    .map(unit => {
      const own = people.filter(each => each.unit === unit.id)
      const months = own.flatMap(each => turning.get(each.id)?.month ?? [])
      const ends = own.length > 0 && months.length === own.length ? (months.toSorted().at(-1) ?? null) : null
      return { id: unit.id, label: unit.label, order: unit.order, people: own, begins: null, ends }
    })
  const grown = people.flatMap(each => {
    const found = turning.get(each.id)
    return found
      ? [
          {
            id: found.id,
            label: each.label,
            order: each.order,
            people: [each],
            begins: found.month,
            ends: null,
          },
        ]
      : []
  })
  return [...units, ...grown]
}

/** One for each person who is not entered as an adult; of two for one person, the same one on every laptop. */
function majorityByPerson(
  people: readonly Person[],
  majorities: readonly Majority[],
): ReadonlyMap<RecordId, Majority> {
  const found = new Map<RecordId, Majority>()
  for (const each of majorities) {
    if (each.deleted) continue
    const known = found.get(each.person)
    if (!known || each.id < known.id) found.set(each.person, each)
  }
  for (const each of people) if (each.band === 'adult') found.delete(each.id)
  return found
}

/** Whether the unit is paid in a month: it has begun, and somebody is left in it. */
export const isUnitInMonth = (unit: Pick<HouseholdUnit, 'begins' | 'ends'>, month: IsoMonth): boolean =>
  (unit.begins === null || unit.begins <= month) && (unit.ends === null || month < unit.ends)

/** Who is in which unit in `month`; units without anybody are left out. */
export function unitsInMonth(units: readonly HouseholdUnit[], month: IsoMonth): readonly PlannedUnit[] {
  const apart = new Set(
    units.filter(each => each.begins !== null && each.begins <= month).flatMap(each => each.people.map(id)),
  )
  return units.flatMap(unit => {
    if (!isUnitInMonth(unit, month)) return []
    const grown = unit.begins !== null
    const people = grown ? unit.people : unit.people.filter(each => !apart.has(each.id))
    const [first] = people
    if (!first) return []
    return [
      {
        id: unit.id,
        label: unit.label,
        arrival: first.arrival,
        ...(grown ? { adults: 1, childrenUnder6: 0, children6to17: 0 } : peopleByAge(people)),
      },
    ]
  })
}

const id = (each: { readonly id: RecordId }): RecordId => each.id

/** The id of the record that says when a person turns 18: the same on every laptop, so that two make one. */
export const majorityId = (person: RecordId): RecordId => `${person}-18`

/** The id of the record that says whether nobody of a sponsorship turns 18: one on every laptop too. */
export const majorityAnswerId = (sponsorship: RecordId): RecordId => `${sponsorship}-18`

/** What Settings changes at once: the unit of each person (`new`: an own one), and months of turning 18. */
export interface HouseholdEdit {
  readonly units: ReadonlyMap<RecordId, RecordId | 'new'>
  /** Null: does not turn 18 during support, or it is not known. */
  readonly majorities: ReadonlyMap<RecordId, IsoMonth | null>
}

export type HouseholdEditProblem =
  /** The month of somebody to whom entries or minimums refer cannot be taken away, only changed. */
  { readonly kind: 'unit-in-use'; readonly label: string }

/** `inUse`: ids of units that an entry or a minimum names. */
export function householdEditProblem(
  edit: HouseholdEdit,
  units: readonly HouseholdUnit[],
  inUse: ReadonlySet<RecordId>,
): HouseholdEditProblem | null {
  for (const unit of units) {
    const [only] = unit.people
    if (unit.begins !== null && only && edit.majorities.get(only.id) === null && inUse.has(unit.id))
      return { kind: 'unit-in-use', label: unit.label }
  }
  return null
}

/** `U3` after U1 and U2. */
export function nextUnitLabel(labels: readonly string[]): string {
  const numbers = labels.map(label => Number(/^U(\d{1,4})$/.exec(label)?.[1] ?? 0))
  return `U${Math.max(0, ...numbers) + 1}`
}
