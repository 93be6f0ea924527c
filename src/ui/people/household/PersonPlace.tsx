/** Where a person stands in the household: what the whole group knows of them. */
import { majority } from '#domain/household.ts'
import { majorityId } from '#domain/household-units.ts'
import { useLive } from '../../group-context.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { useWords } from '../../words/use-words.ts'
import { usePersonWords } from '../use-person-words.ts'
import type { PersonPartProps } from './PersonScreen.tsx'

export function PersonPlace({ person, member }: PersonPartProps) {
  const { t, month } = useWords()
  const words = usePersonWords()
  const turns = useLive(live => live.get(majority, majorityId(person.id)))
  return (
    <Section card title={t('people.person.place')}>
      <KeyValueList
        items={[
          {
            key: t('people.household.band'),
            value: <Sentence>{t(`settings.band.${person.band}`)}</Sentence>,
            ...(turns ? { note: t('people.person.turns-18', { month: month(turns.month) }) } : {}),
          },
          { key: t('people.household.unit'), value: member.unit ?? t('people.household.no-unit') },
          { key: t('people.household.arrival'), value: words.arrival(member) },
        ]}
      />
    </Section>
  )
}
