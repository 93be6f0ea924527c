/** The answers of step 4 while they are typed, and what they become. */
import type { IsoMonth } from '#domain/dates.ts'
import type { HouseholdAnswers, PeopleCount } from '#domain/household-plan.ts'
import type { SeniorsAnswer } from '#domain/sponsorship.ts'

export interface PeopleDraft {
  readonly adults: number
  readonly childrenUnder6: number
  readonly children6to17: number
  /** For each adult: the earlier adult whom they are supported with, or null for alone. */
  readonly withAdult: readonly (number | null)[]
  readonly turns18: 'unknown' | 'no' | 'known'
  readonly turns18Month: IsoMonth | null
  readonly seniors: SeniorsAnswer
  readonly moreLater: boolean
  readonly later: { readonly adults: number; readonly childrenUnder6: number; readonly children6to17: number }
}

export const NO_PEOPLE: PeopleDraft = {
  adults: 1,
  childrenUnder6: 0,
  children6to17: 0,
  withAdult: [],
  turns18: 'unknown',
  turns18Month: null,
  seniors: 'unknown',
  moreLater: false,
  later: { adults: 0, childrenUnder6: 0, children6to17: 0 },
}

/** Lists of adults supported together, from "adult 3 with adult 1" and "adult 2 with adult 1". Alone is no list. */
export function togetherOf(
  adults: number,
  withAdult: readonly (number | null)[],
): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (let adult = 0; adult < adults; adult += 1) {
    const other = withAdult[adult] ?? null
    const group = other !== null && other < adult ? groups.find(each => each.includes(other)) : undefined
    if (group) group.push(adult)
    else groups.push([adult])
  }
  return groups.filter(group => group.length > 1)
}

export function householdAnswers(draft: PeopleDraft): HouseholdAnswers {
  const { later } = draft
  const isKnown = later.adults + later.childrenUnder6 + later.children6to17 > 0
  const laterPeople: PeopleCount | null = isKnown ? { ...later, together: [] } : null
  return {
    people: {
      adults: draft.adults,
      childrenUnder6: draft.childrenUnder6,
      children6to17: draft.children6to17,
      together: togetherOf(draft.adults, draft.withAdult),
    },
    turns18: turns18Of(draft),
    seniors: draft.seniors,
    laterArrivals: draft.moreLater ? [laterPeople] : [],
  }
}

/** Somebody of 6 to 17, now or later. */
export const couldTurn18 = ({ children6to17, moreLater, later }: PeopleDraft): boolean =>
  children6to17 > 0 || (moreLater && later.children6to17 > 0)

function turns18Of(draft: PeopleDraft): HouseholdAnswers['turns18'] {
  if (!couldTurn18(draft)) return { answer: 'no' }
  if (draft.turns18 === 'known')
    return draft.turns18Month ? { answer: 'known', month: draft.turns18Month } : { answer: 'unknown' }
  return { answer: draft.turns18 }
}
