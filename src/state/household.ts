/** The household's support units as they are now, and which of them money already names. */
import { monthOf } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { majority, majorityAnswer, person, supportUnit } from '#domain/household.ts'
import type { PlannedUnit } from '#domain/household-plan.ts'
import {
  type HouseholdUnit,
  householdUnits,
  majorityAnswerId,
  unitsInMonth,
} from '#domain/household-units.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { supportMinimum } from '#domain/report-record.ts'
import { type Arrival, arrival } from '#domain/sponsorship.ts'
import { clockStart } from '#domain/support-months.ts'
import type { Live } from './live.ts'

export function householdUnitsOf(live: Live, sponsorship: RecordId): readonly HouseholdUnit[] {
  return live.derive(`household ${sponsorship}`, [supportUnit, person, majority], () =>
    householdUnits(sponsorship, {
      units: live.records(supportUnit),
      people: live.records(person),
      majorities: live.records(majority),
    }),
  )
}

/** The one that came or is to come first, by its order. */
export const firstArrival = ({ live }: { readonly live: Live }, id: RecordId): Arrival | undefined =>
  live
    .records(arrival)
    .filter(each => each.sponsorship === id)
    .reduce<Arrival | undefined>(
      (first, each) => (!first || each.order < first.order ? each : first),
      undefined,
    )

/** Who is in which unit when support begins: on the arrival, or today while it has no date. */
export function unitsAtStart(live: Live, sponsorship: RecordId, today: string): readonly PlannedUnit[] {
  const first = firstArrival({ live }, sponsorship)
  const start = first ? (clockStart(first)?.date ?? today) : today
  return unitsInMonth(householdUnitsOf(live, sponsorship), monthOf(start))
}

/** That nobody does was answered; false: not answered, or somebody does, or those who keep the money have not said. */
export const nobodyTurns18 = (live: Live, sponsorship: RecordId): boolean =>
  live.get(majorityAnswer, majorityAnswerId(sponsorship))?.nobody === true

/** Units that an entry or a minimum names: what is paid to a unit stays with it. */
export function unitsInUse(live: Live): ReadonlySet<RecordId> {
  return live.derive('units in use', [entry, supportMinimum], () => {
    const found = new Set<RecordId>()
    for (const each of live.records(entry))
      for (const split of each.money.splits) if (split.unit !== null) found.add(split.unit)
    for (const each of live.records(supportMinimum)) found.add(each.unit)
    return found
  })
}
