/** The households by code label: who is in which support unit. A name is on a person's own page and nowhere here. */
import { type Household, type HouseholdMember, households } from '#state/people.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Link } from '../../parts/Link.tsx'
import { Section } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { Table } from '../../parts/Table.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { PeopleLayout } from '../PeopleLayout.tsx'
import { usePersonWords } from '../use-person-words.ts'

export function HouseholdScreen() {
  const { t } = useWords()
  const { session } = useServices()
  const all = useLive(households)
  return (
    <PeopleLayout
      screen="household"
      title={t('people.household.title')}
      {...(all.length > 0 ? { intro: t('people.household.intro') } : {})}
    >
      {all.length === 0 && (
        <EmptyState
          picture="porch"
          title={t('people.household.empty')}
          action={{
            label: t('people.household.enter'),
            icon: 'people',
            onPress: () => session.setState({ setUpStep: 4 }),
          }}
        >
          {t('people.household.empty-text')}
        </EmptyState>
      )}
      {all.map(each => (
        <HouseholdSection key={each.sponsorship.id} household={each} />
      ))}
    </PeopleLayout>
  )
}

function HouseholdSection({ household: { sponsorship, people } }: { readonly household: Household }) {
  const { t } = useWords()
  const { go } = useRouter()
  const words = usePersonWords()
  const title = words.household(sponsorship)
  return (
    <Section title={title}>
      <Table<HouseholdMember>
        caption={title}
        rows={people}
        rowKey={each => each.person.id}
        columns={[
          {
            id: 'code',
            head: t('people.household.code'),
            cell: ({ person }) => (
              <Link look="plain" onPress={() => go({ area: 'people', screen: 'person', id: person.id })}>
                {person.label}
              </Link>
            ),
          },
          {
            id: 'band',
            head: t('people.household.band'),
            cell: ({ person }) => <Sentence>{t(`settings.band.${person.band}`)}</Sentence>,
          },
          {
            id: 'unit',
            head: t('people.household.unit'),
            cell: ({ unit }) => unit ?? t('people.household.no-unit'),
          },
          { id: 'arrival', head: t('people.household.arrival'), cell: words.arrival },
        ]}
      />
      <Link onPress={() => go({ area: 'settings', screen: 'sponsorship' })}>
        {t('people.household.change')}
      </Link>
    </Section>
  )
}
