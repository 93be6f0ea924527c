/** What step 4 shows when it is opened again: the people who were entered, back in the form of its questions. */
import { byOrder } from '#domain/budget-actual.ts'
import { majority, type Person, peopleByAge, person } from '#domain/household.ts'
import { arrival, type Sponsorship } from '#domain/sponsorship.ts'
import { nobodyTurns18 } from '#state/household.ts'
import type { Live } from '#state/live.ts'
import { NO_PEOPLE, type PeopleDraft } from './people-draft.ts'

export function peopleOf(live: Live, known: Sponsorship | undefined): PeopleDraft {
  if (!known) return NO_PEOPLE
  const arrivals = live
    .records(arrival)
    .filter(each => each.sponsorship === known.id)
    .toSorted(byOrder)
  const people = live
    .records(person)
    .filter(each => each.sponsorship === known.id)
    .toSorted(byOrder)
  if (people.length === 0) return { ...NO_PEOPLE, moreLater: arrivals.length > 1 }
  const first = people.filter(each => each.arrival === arrivals[0]?.id)
  const later = people.filter(each => each.arrival !== arrivals[0]?.id)
  const turns18 = live.records(majority).find(each => people.some(one => one.id === each.person))
  return {
    ...peopleByAge(first),
    withAdult: withAdultOf(first.filter(each => each.band === 'adult')),
    turns18: turns18 ? 'known' : nobodyTurns18(live, known.id) ? 'no' : 'unknown',
    seniors: known.seniors,
    turns18Month: turns18?.month ?? null,
    moreLater: arrivals.length > 1,
    later: peopleByAge(later),
  }
}

/** For each adult the first earlier one in the same unit. */
export function withAdultOf(adults: readonly Pick<Person, 'unit'>[]): readonly (number | null)[] {
  return adults.map((adult, i) => {
    const first = adults.findIndex(each => each.unit === adult.unit)
    return first < i ? first : null
  })
}
