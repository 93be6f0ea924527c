/** Where a person stands in the household: what the whole group knows of them. */
import { majority } from '#domain/household.ts'
import { majorityId } from '#domain/household-units.ts'
import { useLive } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import css from '../People.module.css'
import { usePersonWords } from '../use-person-words.ts'
import type { PersonPartProps } from './PersonScreen.tsx'

const c = classes(css)

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
            value: <span className={c('sentence')}>{t(`settings.band.${person.band}`)}</span>,
            ...(turns ? { note: t('people.person.turns-18', { month: month(turns.month) }) } : {}),
          },
          { key: t('people.household.unit'), value: member.unit ?? t('people.household.no-unit') },
          { key: t('people.household.arrival'), value: words.arrival(member) },
        ]}
      />
    </Section>
  )
}
