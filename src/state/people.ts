/** Who is who: the households by code label, what comes up for a person, and when a member is away. */
import { type Absence, absence } from '#domain/absence.ts'
import { appointment, appointmentException, slot } from '#domain/appointment.ts'
import { byOrder } from '#domain/budget-actual.ts'
import { checkItem } from '#domain/check-item.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { type Person, person, supportUnit } from '#domain/household.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import type { RecordId } from '#domain/record-kind.ts'
import type { Ride } from '#domain/slots.ts'
import { arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { task } from '#domain/task.ts'
import { occurrencesOf } from './calendar.ts'
import type { Live } from './live.ts'
import { type PlannedTask, plannedTasks } from './plan.ts'
import { ridesInDays } from './rides.ts'

export interface HouseholdMember {
  readonly person: Person
  /** `U1`; null: in no unit. */
  readonly unit: string | null
  /** 1 for the first arrival; null: it is not there. */
  readonly arrival: number | null
}

export interface Household {
  readonly sponsorship: Sponsorship
  readonly people: readonly HouseholdMember[]
}

/** Those of which people are known, active ones first. */
export function households(live: Live): readonly Household[] {
  return live.derive('households', [sponsorship, arrival, supportUnit, person], () => {
    const units = new Map(live.records(supportUnit).map(each => [each.id, each.label]))
    const isArchived = (of: Sponsorship) => of.status === 'archived'
    return live
      .records(sponsorship)
      .toSorted((a, b) => Number(isArchived(a)) - Number(isArchived(b)))
      .map(of => {
        const isOwn = (each: { readonly sponsorship: RecordId }) => each.sponsorship === of.id
        const arrivals = live.records(arrival).filter(isOwn).toSorted(byOrder)
        const place = (id: RecordId) => arrivals.findIndex(each => each.id === id) + 1
        const people = live
          .records(person)
          .filter(isOwn)
          .toSorted(byOrder)
          .map(each => ({
            person: each,
            unit: units.get(each.unit) ?? null,
            arrival: place(each.arrival) || null,
          }))
        return { sponsorship: of, people }
      })
      .filter(({ people }) => people.length > 0)
  })
}

/** Planned appointments that the person, or the unit they are in, attends: so many days from `today` on. */
export function comingFor(
  live: Live,
  of: Pick<Person, 'id' | 'unit'>,
  today: IsoDate,
  days: number,
): readonly Occurrence[] {
  const window = { from: today, to: addDays(today, days - 1) }
  return live.derive(`coming ${of.id} ${of.unit} ${today} ${days}`, [appointment, appointmentException], () =>
    occurrencesOf(live, window).occurrences.filter(
      ({ status, attending }) =>
        status === 'planned' && (attending.includes(of.id) || attending.includes(of.unit)),
    ),
  )
}

/** Those that are on or come, the nearest first; null: of all members. */
export const absencesFrom = (live: Live, today: IsoDate, of: RecordId | null): readonly Absence[] =>
  live.derive(`absences from ${today} ${of ?? ''}`, [absence], () =>
    live
      .records(absence)
      .filter(each => (of === null || each.member === of) && each.days.to >= today)
      .toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1)),
  )

/** By member: the absence that is on or comes next. */
export function nextAbsences(live: Live, today: IsoDate): ReadonlyMap<RecordId, Absence> {
  return live.derive(`next absences ${today}`, [absence], () => {
    const next = new Map<RecordId, Absence>()
    for (const each of live.records(absence)) {
      const known = next.get(each.member)
      if (each.days.to >= today && (!known || each.days.from < known.days.from)) next.set(each.member, each)
    }
    return next
  })
}

/** What would be left undone if a member were gone. */
export interface Held {
  readonly tasks: readonly PlannedTask[]
  /** In the coming days. */
  readonly rides: readonly Ride[]
}

const RIDES_AHEAD_DAYS = 90

export function heldBy(live: Live, of: RecordId, today: IsoDate): Held {
  const kinds = [task, checkItem, sponsorship, arrival, appointment, appointmentException, slot]
  return live.derive(`held ${of} ${today}`, kinds, () => ({
    tasks: plannedTasks(live, today).filter(each => each.group !== 'closed' && each.task.owner === of),
    rides: ridesInDays(live, of, today, RIDES_AHEAD_DAYS),
  }))
}
