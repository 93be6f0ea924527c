/**
 * A person's page, by code label. Whatever there is about a person is a section of its own in `PERSON_PARTS`; each reads
 * what it shows by the person's id and says so where this laptop cannot read it.
 */
import type { ReactNode } from 'react'
import type { Person } from '#domain/household.ts'
import { type Household, type HouseholdMember, households } from '#state/people.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { PersonConsents } from '../consents/PersonConsents.tsx'
import { PersonHeld } from '../held/PersonHeld.tsx'
import { PeopleLayout } from '../PeopleLayout.tsx'
import { PersonPapers } from '../papers/PersonPapers.tsx'
import { usePersonWords } from '../use-person-words.ts'
import { PersonComing } from './PersonComing.tsx'
import { PersonInterpreter } from './PersonInterpreter.tsx'
import { PersonPlace } from './PersonPlace.tsx'
import { PersonPrivate } from './PersonPrivate.tsx'
import { PersonTasks } from './PersonTasks.tsx'

export interface PersonPartProps {
  readonly person: Person
  readonly member: HouseholdMember
  readonly household: Household
}

const PERSON_PARTS: readonly {
  readonly id: string
  readonly Part: (props: PersonPartProps) => ReactNode
}[] = [
  { id: 'place', Part: PersonPlace },
  { id: 'private', Part: PersonPrivate },
  { id: 'interpreter', Part: PersonInterpreter },
  { id: 'coming', Part: PersonComing },
  { id: 'tasks', Part: PersonTasks },
  { id: 'papers', Part: PersonPapers },
  { id: 'consents', Part: PersonConsents },
  { id: 'held', Part: PersonHeld },
]

export function PersonScreen({ personId }: { readonly personId: string }) {
  const { t } = useWords()
  const words = usePersonWords()
  const { go } = useRouter()
  const all = useLive(households)
  const household = all.find(each => each.people.some(({ person }) => person.id === personId))
  const member = household?.people.find(({ person }) => person.id === personId)
  const back = (name: string) => (
    <Button kind="quiet" size="small" icon="back" onPress={() => go({ area: 'people' })}>
      {name}
    </Button>
  )
  if (!household || !member)
    return (
      <PeopleLayout
        screen="household"
        title={t('people.person.gone')}
        above={back(t('people.household.title'))}
      >
        <p>{t('people.person.gone-text')}</p>
      </PeopleLayout>
    )
  const { person } = member
  return (
    <PeopleLayout
      screen="household"
      title={person.label}
      above={back(words.household(household.sponsorship))}
    >
      {PERSON_PARTS.map(({ id, Part }) => (
        <Part key={`${id} ${person.id}`} person={person} member={member} household={household} />
      ))}
    </PeopleLayout>
  )
}
