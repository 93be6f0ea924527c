/** Up to four homes side by side: what each truly costs, and what it is to live there. */
import { useState } from 'react'
import { homeStages } from '#domain/home.ts'
import { isOpenHome } from '#domain/home-follow-up.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { searchFacts } from '#state/home-figures.ts'
import { type HomeHere, homesHere } from '#state/housing.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { HousingLayout } from '../HousingLayout.tsx'
import { useHomeWords } from '../use-home-words.ts'
import css from './Compare.module.css'
import { CompareTable } from './CompareTable.tsx'
import { SearchCard } from './SearchCard.tsx'

const c = classes(css)
const MOST = 4

export function CompareScreen() {
  const { t } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const { title } = useHomeWords()
  const today = tools.today()
  const homes = useLive(live => homesHere(live, today)).filter(({ home }) => home.use === 'home')
  const facts = useLive(live => searchFacts(live, today))
  const [chosen, setChosen] = useState<readonly RecordId[]>(() => firstToCompare(homes))
  // One that was deleted meanwhile leaves its place.
  const shown = homes.filter(({ home }) => chosen.includes(home.id))
  const toggle = (id: RecordId, on: boolean) =>
    setChosen(on ? [...shown.map(({ home }) => home.id), id] : chosen.filter(each => each !== id))
  return (
    <HousingLayout screen="compare" title={t('housing.compare')} intro={t('housing.compare.intro')}>
      {homes.length === 0 ? (
        <EmptyState
          picture="ledger"
          title={t('housing.empty')}
          action={{
            label: t('housing.to-board'),
            icon: 'forward',
            onPress: () => go({ area: 'housing', screen: 'board' }),
          }}
        >
          {t('housing.compare.empty')}
        </EmptyState>
      ) : (
        <>
          <SearchCard facts={facts} />
          <fieldset className={c('picker')}>
            <legend className={c('legend')}>{t('housing.compare.which', { most: MOST })}</legend>
            {homes.map(({ home }) => {
              const isOn = chosen.includes(home.id)
              return (
                <Checkbox
                  key={home.id}
                  label={title(home)}
                  checked={isOn}
                  disabled={!isOn && shown.length >= MOST}
                  onChange={on => toggle(home.id, on)}
                />
              )
            })}
          </fieldset>
          {shown.length === 0 ? (
            <p>{t('housing.compare.none')}</p>
          ) : (
            <CompareTable homes={shown} facts={facts} />
          )}
        </>
      )}
    </HousingLayout>
  )
}

/** Those that are still open, the furthest first: what one decides between. */
const firstToCompare = (homes: readonly HomeHere[]): readonly RecordId[] =>
  homes
    .filter(({ home }) => isOpenHome(home) && home.terms.rentCents !== null)
    .toSorted((a, b) => homeStages.indexOf(b.home.stage.at) - homeStages.indexOf(a.home.stage.at))
    .slice(0, MOST)
    .map(({ home }) => home.id)
