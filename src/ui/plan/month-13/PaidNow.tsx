/** What the group gives each unit now: the last whole month, by what it was paid for. */
import type { AfterUnit } from '#state/month-13.ts'
import { Amount } from '../../parts/Amount.tsx'
import { Section } from '../../parts/Section.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWords } from '../../words/use-words.ts'

export function PaidNow({ units }: { readonly units: readonly AfterUnit[] }) {
  const { t, date, month } = useWords()
  return (
    <Section title={t('after.now')} intro={t('after.now-intro')}>
      <Table<AfterUnit>
        caption={t('after.now')}
        rows={units}
        rowKey={each => each.id}
        empty={t('after.now-none')}
        columns={[
          { id: 'unit', head: t('people.household.unit'), namesRow: true, cell: each => each.label },
          {
            id: 'month',
            head: t('money.month'),
            cell: ({ now }) => (now === null ? t('after.now-nothing') : month(now.month)),
          },
          {
            id: 'cash',
            head: t('money.support.cash'),
            align: 'end',
            hideNarrow: true,
            cell: ({ now }) => now && <Amount cents={now.cashCents} />,
          },
          {
            id: 'on-behalf',
            head: t('money.support.on-behalf'),
            align: 'end',
            hideNarrow: true,
            cell: ({ now }) => now && <Amount cents={now.onBehalfCents} />,
          },
          {
            id: 'in-kind',
            head: t('money.support.in-kind'),
            align: 'end',
            hideNarrow: true,
            cell: ({ now }) => now && <Amount cents={now.inKindCents} />,
          },
          {
            id: 'sum',
            head: t('money.total'),
            align: 'end',
            cell: ({ now }) =>
              now && <Amount strong cents={now.cashCents + now.onBehalfCents + now.inKindCents} />,
          },
          {
            id: 'ends',
            head: t('plan.arrival.support-ends'),
            cell: each => (each.ends === null ? t('plan.arrival.not-yet') : date(each.ends)),
          },
        ]}
      />
    </Section>
  )
}
