/** This month by what payments cover: is the rent paid, is the support paid? */
import type { MonthPaid } from '#state/today-facts.ts'
import { Amount } from '../parts/Amount.tsx'
import { KeyValueList } from '../parts/KeyValueList.tsx'
import { Section } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { useWords } from '../words/use-words.ts'

type Paid = NonNullable<MonthPaid['rent']>

export function MonthCard({ month }: { readonly month: MonthPaid }) {
  const { t, month: monthName } = useWords()
  const item = (key: string, paid: Paid | null) =>
    paid === null
      ? []
      : [
          {
            key,
            value: (
              <>
                <PaidMark paid={paid} /> <Amount cents={paid.paidCents} />
              </>
            ),
          },
        ]
  return (
    <Section card title={monthName(month.month)} intro={t('today.month.intro')}>
      <KeyValueList
        figures
        items={[...item(t('today.month.rent'), month.rent), ...item(t('today.month.support'), month.support)]}
      />
    </Section>
  )
}

function PaidMark({ paid }: { readonly paid: Paid }) {
  const { t } = useWords()
  if (paid.paidCents <= 0) return <Tag tone="warn">{t('today.month.not-paid')}</Tag>
  if (paid.paidCents < paid.budgetCents) return <Tag tone="warn">{t('today.month.partly')}</Tag>
  return (
    <Tag tone="ok" icon="check">
      {t('today.month.paid')}
    </Tag>
  )
}
