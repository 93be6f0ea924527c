/**
 * From the set-up answers to records: persons by code label and age band, their support units, and an arrival for each
 * group of people with a clock of its own. No name, sex or birth date is asked or kept here.
 *
 * Children belong to the first unit of adults who are supported together, else to the first adult's unit.
 */
import type { IsoMonth } from './dates.ts'
import { type AgeBand, majority, person, supportUnit } from './household.ts'
import { majorityId, nextUnitLabel } from './household-units.ts'
import { type NewRecord, newRecord } from './new-record.ts'
import type { RecordId } from './record-kind.ts'
import { type Arrival, arrival, type SeniorsAnswer } from './sponsorship.ts'

export interface PeopleCount {
  readonly adults: number
  readonly childrenUnder6: number
  readonly children6to17: number
  /** Adults (0 is the first) who are supported together; whoever is in no list is supported alone. */
  readonly together: readonly (readonly number[])[]
}

export interface HouseholdAnswers {
  readonly people: PeopleCount
  /** `known`: the month is known to those who keep the money. */
  readonly turns18:
    | { readonly answer: 'no' | 'unknown' }
    | { readonly answer: 'known'; readonly month: IsoMonth }
  /** Is anybody 65 or older? Absent: not asked. */
  readonly seniors?: SeniorsAnswer
  /** Where the first arrival stands; absent: unknown. */
  readonly timing?: Arrival['timing']
  /** People of later arrivals, one item each; an arrival whose people are not known yet has none. */
  readonly laterArrivals: readonly (PeopleCount | null)[]
}

export type HouseholdProblem =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'not-a-count'; readonly arrival: number }
  | { readonly kind: 'too-many'; readonly arrival: number; readonly most: number }
  /** An adult is in two lists, or a list names an adult who is not there. */
  | { readonly kind: 'together-does-not-fit'; readonly arrival: number }
  | { readonly kind: 'nobody-to-turn-18' }

export interface HouseholdPlan {
  readonly records: readonly NewRecord[]
  readonly arrivals: readonly RecordId[]
  readonly units: readonly PlannedUnit[]
}

/** Who is in a support unit: what figures are looked up by. */
export interface PlannedUnit {
  readonly id: RecordId
  readonly label: string
  readonly arrival: RecordId
  readonly adults: number
  readonly childrenUnder6: number
  readonly children6to17: number
}

/** A household of more is a mistake of typing. */
const MOST_PEOPLE = 30

export function householdProblem(answers: HouseholdAnswers): HouseholdProblem | null {
  const counted = [answers.people, ...answers.laterArrivals]
  for (const [index, people] of counted.entries()) {
    if (people === null) continue
    const counts = [people.adults, people.childrenUnder6, people.children6to17]
    if (!counts.every(count => Number.isInteger(count) && count >= 0))
      return { kind: 'not-a-count', arrival: index }
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (total > MOST_PEOPLE) return { kind: 'too-many', arrival: index, most: MOST_PEOPLE }
    if (total === 0) return { kind: 'nobody' }
    const named = people.together.flat()
    if (
      new Set(named).size !== named.length ||
      !named.every(adult => Number.isInteger(adult) && adult >= 0 && adult < people.adults)
    )
      return { kind: 'together-does-not-fit', arrival: index }
  }
  if (answers.turns18.answer === 'known' && !counted.some(people => people && people.children6to17 > 0))
    return { kind: 'nobody-to-turn-18' }
  return null
}

/** Answers must have no `householdProblem`. */
export function planHousehold(
  answers: HouseholdAnswers,
  sponsorship: RecordId,
  newId: () => RecordId,
): HouseholdPlan {
  const records: NewRecord[] = []
  const units: PlannedUnit[] = []
  const labels = { adult: 0, child: 0, order: 0 }
  const arrivals = [answers.people, ...answers.laterArrivals].map((people, index) => {
    const id = newId()
    const timing = index === 0 && answers.timing ? { timing: answers.timing } : {}
    records.push(newRecord(arrival, id, { sponsorship, order: orderAt(index), ...timing }))
    if (people) planArrival(people, { sponsorship, arrival: id, newId, labels, records, units })
    return id
  })
  const { turns18 } = answers
  if (turns18.answer === 'known') {
    const eldest = records.find(
      each => each.kind === person.kind && each.fields['band'] === ('child-6-17' satisfies AgeBand),
    )
    if (eldest)
      records.push(newRecord(majority, majorityId(eldest.id), { person: eldest.id, month: turns18.month }))
  }
  return { records, arrivals, units }
}

/** The household as it is, for those who join it later. */
export interface KnownHousehold {
  readonly arrivals: readonly { readonly order: string }[]
  readonly units: readonly { readonly id: RecordId; readonly label: string; readonly order: string }[]
  readonly people: readonly {
    readonly arrival: RecordId
    readonly unit: RecordId
    readonly label: string
    readonly band: AgeBand
    readonly order: string
  }[]
}

/**
 * People who join after set-up: with an arrival that is there (a birth, somebody forgotten), or with one of their own,
 * whose months are counted from its own day (null). Children alone join the first unit of their arrival that has an
 * adult. `people` must have no `householdProblem`.
 */
export function planMorePeople(
  people: PeopleCount,
  to: { readonly sponsorship: RecordId; readonly arrival: RecordId | null },
  known: KnownHousehold,
  newId: () => RecordId,
): readonly NewRecord[] {
  const records: NewRecord[] = []
  const id = to.arrival ?? newId()
  if (to.arrival === null)
    records.push(
      newRecord(arrival, id, { sponsorship: to.sponsorship, order: after(known.arrivals.map(orderOf), 0) }),
    )
  const planning: Planning = {
    sponsorship: to.sponsorship,
    arrival: id,
    newId,
    labels: { adult: highest(known.people, 'A'), child: highest(known.people, 'C'), order: 0 },
    records,
    units: [],
    known: { units: known.units, people: known.people.map(orderOf) },
  }
  const home = known.people.find(each => each.arrival === id && each.band === 'adult')?.unit
  if (people.adults === 0 && home !== undefined) addPeople(planning, home, people)
  else planArrival(people, planning)
  return records
}

const orderOf = (each: { readonly order: string }): string => each.order

/** The highest number of labels such as `A3`. */
const highest = (people: KnownHousehold['people'], letter: string): number =>
  Math.max(0, ...people.map(each => (each.label.startsWith(letter) ? Number(each.label.slice(1)) || 0 : 0)))

/** A key behind all of `orders`, the `index`th of several. */
const after = (orders: readonly string[], index: number): string =>
  `${orders.reduce((last, each) => (each > last ? each : last), 'a')}${String(index + 1).padStart(3, '0')}`

interface Planning {
  readonly sponsorship: RecordId
  readonly arrival: RecordId
  readonly newId: () => RecordId
  readonly labels: { adult: number; child: number; order: number }
  readonly records: NewRecord[]
  readonly units: PlannedUnit[]
  /** Who is there already; absent: nobody. */
  readonly known?: { readonly units: KnownHousehold['units']; readonly people: readonly string[] }
}

function planArrival(people: PeopleCount, planning: Planning): void {
  const groups = adultGroups(people)
  const withChildren = Math.max(
    0,
    groups.findIndex(adults => adults.length > 1),
  )
  for (const [index, adults] of (groups.length > 0 ? groups : [[]]).entries()) {
    const has = index === withChildren
    planUnit(planning, {
      adults: adults.length,
      childrenUnder6: has ? people.childrenUnder6 : 0,
      children6to17: has ? people.children6to17 : 0,
    })
  }
}

/** Lists of adults who share a unit, in the order of their first adult. */
function adultGroups(people: PeopleCount): readonly (readonly number[])[] {
  const groups: (readonly number[])[] = []
  for (let adult = 0; adult < people.adults; adult += 1) {
    if (groups.some(group => group.includes(adult))) continue
    groups.push([...(people.together.find(list => list.includes(adult)) ?? [adult])].sort((a, b) => a - b))
  }
  return groups
}

function planUnit(
  planning: Planning,
  who: Pick<PlannedUnit, 'adults' | 'childrenUnder6' | 'children6to17'>,
): void {
  const { sponsorship, arrival, records, units, known } = planning
  const id = planning.newId()
  const label = nextUnitLabel([...(known?.units ?? []), ...units].map(each => each.label))
  const order = known ? after(known.units.map(orderOf), units.length) : orderAt(units.length)
  units.push({ id, label, arrival, ...who })
  records.push(newRecord(supportUnit, id, { sponsorship, label, order }))
  addPeople(planning, id, who)
}

function addPeople(
  planning: Planning,
  unit: RecordId,
  who: Pick<PlannedUnit, 'adults' | 'childrenUnder6' | 'children6to17'>,
): void {
  const { sponsorship, arrival, records, labels, known } = planning
  const add = (band: AgeBand, label: string): void => {
    const order = known ? after(known.people, labels.order) : orderAt(labels.order)
    labels.order += 1
    records.push(newRecord(person, planning.newId(), { sponsorship, arrival, unit, label, band, order }))
  }
  for (let i = 0; i < who.adults; i += 1) add('adult', `A${++labels.adult}`)
  for (let i = 0; i < who.children6to17; i += 1) add('child-6-17', `C${++labels.child}`)
  for (let i = 0; i < who.childrenUnder6; i += 1) add('child-0-5', `C${++labels.child}`)
}

/** Ascending keys with room between them. */
const orderAt = (index: number): string => `a${String((index + 1) * 10).padStart(4, '0')}`
