/** Of a task of the settlement plan: what to bring, who usually does it, where it comes from and how sure that is. */
import type { SettlementItem } from '#domain/settlement-plan.ts'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { useWords } from '../../words/use-words.ts'

export function TaskOrigin({ item }: { readonly item: SettlementItem }) {
  const { t, list } = useWords()
  const { papers, who, source } = item
  return (
    <Section level={3} title={t('plan.origin')}>
      <KeyValueList
        items={[
          ...(papers.length === 0
            ? []
            : [
                {
                  key: t('plan.origin.papers'),
                  value: list(papers.map(each => t(`plan.paper.${each}`))),
                  note: t('plan.origin.papers-note'),
                },
              ]),
          { key: t('plan.origin.who'), value: t(`plan.who.${who}`) },
          {
            key: t('plan.origin.source'),
            value: <StatusTag status={saidStatus(source.status)} />,
            note: `${source.text} · ${source.url.replace('https://', '')}`,
          },
          { key: t('plan.origin.timing'), value: <StatusTag status={saidStatus(source.timing)} /> },
        ]}
      />
    </Section>
  )
}
