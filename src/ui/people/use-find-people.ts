/** What Ctrl+K finds of people: those of a household by their code, members and contacts by their name; none of health. */
import { useMemo } from 'react'
import { contact } from '#domain/contact.ts'
import { member } from '#domain/member.ts'
import { households } from '#state/people.ts'
import { useGroup } from '../group-context.tsx'
import type { PaletteEntry } from '../shell/CommandPalette.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import { usePersonWords } from './use-person-words.ts'

export function useFindPeople(): (matches: (text: string) => boolean) => readonly PaletteEntry[] {
  const { t } = useWords()
  const { live } = useGroup()
  const { go } = useRouter()
  const words = usePersonWords()
  return useMemo(
    () => matches => [
      ...households(live).flatMap(({ sponsorship, people }) => {
        const note = t('people.person.find', { household: words.household(sponsorship) })
        return people
          .filter(({ person }) => matches(`${person.label} ${note}`))
          .map(({ person: { id, label } }) => ({
            id,
            label,
            note,
            icon: 'people' as const,
            run: () => go({ area: 'people', screen: 'person', id }),
          }))
      }),
      ...live
        .records(member)
        .filter(({ name }) => name !== '' && matches(name))
        .map(({ id, name }) => ({
          id,
          label: name,
          note: t('people.member.find'),
          icon: 'people' as const,
          run: () => go({ area: 'people', screen: 'member', id }),
        })),
      ...live
        .records(contact)
        .filter(({ name, organization, what }) => matches(`${name} ${organization} ${what}`))
        .map(({ id, name, organization, category }) => ({
          id,
          label: name || organization,
          note: t(`people.contact.category.${category}`),
          icon: 'people' as const,
          run: () => go({ area: 'people', screen: 'contacts', id }),
        })),
    ],
    [live, t, go, words],
  )
}
