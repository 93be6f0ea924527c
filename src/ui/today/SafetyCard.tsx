/** When the last sealed copy and the last bank import were, and whether the recovery sheet is proven. */
import type { TodayFacts } from '#state/today-facts.ts'
import { useCanRead, useGroup, useServices } from '../group-context.tsx'
import { KeyValueList } from '../parts/KeyValueList.tsx'
import { Section } from '../parts/Section.tsx'
import { localDay } from '../words/local-moment.ts'
import { useWords } from '../words/use-words.ts'

export function SafetyCard({ facts }: { readonly facts: TodayFacts }) {
  const { t, date } = useWords()
  const { demo } = useGroup()
  const readsMoney = useCanRead('money')
  const { tools } = useServices()
  const day = (at: number) => date(localDay(at))
  const copied = facts.lastSealedCopy
  const lastImport = {
    key: t('today.safety.import'),
    value: facts.lastImport === null ? t('today.safety.never') : day(facts.lastImport),
    ...(facts.lastImport !== null && tools.now() - facts.lastImport > 0
      ? { note: t('today.safety.import.why') }
      : {}),
  }
  return (
    <Section card title={t('today.safety')}>
      <KeyValueList
        items={[
          {
            key: t('today.safety.sheet'),
            value: t(facts.recoveryProven ? 'today.safety.sheet.proven' : 'today.safety.sheet.unproven'),
          },
          {
            key: t('today.safety.copy'),
            value: copied === null ? t('today.safety.never') : day(copied),
            ...(copied === null && !demo ? { note: t('today.safety.copy.why') } : {}),
          },
          ...(readsMoney ? [lastImport] : []),
        ]}
      />
    </Section>
  )
}
