/** A person of a household in words that everybody in the group may read. */
import { useMemo } from 'react'
import type { Sponsorship } from '#domain/sponsorship.ts'
import type { HouseholdMember } from '#state/people.ts'
import { useWords } from '../words/use-words.ts'

export interface PersonWords {
  /** Its code name. */
  household(of: Sponsorship): string
  /** With which arrival somebody came or is to come. */
  arrival(of: HouseholdMember): string
}

export function usePersonWords(): PersonWords {
  const { t } = useWords()
  return useMemo(
    () => ({
      household: of => of.codeName || t('people.household.unnamed'),
      arrival: ({ arrival }) =>
        arrival === null
          ? ''
          : arrival === 1
            ? t('people.arrival.first')
            : t('settings.arrival.later', { number: arrival }),
    }),
    [t],
  )
}
