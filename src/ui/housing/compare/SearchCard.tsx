/** For whom homes are compared, and with what money: what every figure of the comparison hangs on. */
import { useState } from 'react'
import type { SearchFacts } from '#state/home-figures.ts'
import { useCanRead } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { SourceNote } from '../figures/Figure.tsx'
import { useFigureWords } from '../figures/use-figure-words.ts'
import { SearchDialog } from './SearchDialog.tsx'

export function SearchCard({ facts }: { readonly facts: SearchFacts }) {
  const { t, list } = useWords()
  const words = useFigureWords()
  const hasMoney = useCanRead('money')
  const [isOpen, setOpen] = useState(false)
  const { shelter, incomeCents } = facts
  const noShelter = words.noShelter(shelter)
  return (
    <Section
      card
      title={t('housing.search-for')}
      actions={
        <Button size="small" icon="edit" onPress={() => setOpen(true)}>
          {t('housing.edit')}
        </Button>
      }
    >
      <KeyValueList
        items={[
          {
            key: t('housing.search-for.people'),
            value: t('housing.for-people', facts.people),
            ...(facts.chosen.length > 0 && facts.units.length > 1
              ? { note: list(facts.chosen.map(each => each.label)) }
              : {}),
          },
          {
            key: t('housing.shelter'),
            value:
              shelter.kind === 'entered' || shelter.kind === 'rates' ? (
                <Amount cents={shelter.cents} />
              ) : (
                t('housing.not-known')
              ),
            note:
              noShelter ??
              (shelter.kind === 'rates' ? (
                <SourceNote text={t('housing.shelter.most')} from={shelter.from} />
              ) : (
                t('housing.shelter.entered')
              )),
          },
          {
            key: t('housing.income'),
            value: incomeCents === null ? t('housing.not-known') : <Amount cents={incomeCents} />,
            ...(hasMoney ? {} : { note: t('housing.income.elsewhere') }),
          },
        ]}
      />
      {isOpen && <SearchDialog facts={facts} onClose={() => setOpen(false)} />}
    </Section>
  )
}
