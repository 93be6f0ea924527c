/** What this home truly costs, each figure with its working; compared with others on a screen of its own. */
import type { Home } from '#domain/home.ts'
import { homeFigures, searchFacts } from '#state/home-figures.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { figureKinds, HomeFigure } from '../figures/HomeFigure.tsx'

export function CostsOfHome({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const facts = useLive(live => searchFacts(live, tools.today()))
  const figures = homeFigures(home, facts)
  return (
    <Section
      card
      title={t('housing.costs')}
      actions={
        <Button size="small" icon="reconcile" onPress={() => go({ area: 'housing', screen: 'compare' })}>
          {t('housing.nav.compare')}
        </Button>
      }
    >
      <KeyValueList
        items={figureKinds.map(kind => ({
          key: t(`housing.row.${kind}`),
          value: <HomeFigure kind={kind} figures={figures} facts={facts} />,
        }))}
      />
    </Section>
  )
}
