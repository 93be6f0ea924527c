/** Money now, what is budgeted to pay until the end, and what that leaves. */
import type { TodayFacts } from '#state/today-facts.ts'
import { useLineName } from '../money/line-name.ts'
import { Amount } from '../parts/Amount.tsx'
import { KeyValueList } from '../parts/KeyValueList.tsx'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

export function MoneyCard({ facts }: { readonly facts: TodayFacts }) {
  const { t, list } = useWords()
  const { go } = useRouter()
  const lineName = useLineName()
  const { moneyNowCents, toPayCents, unbudgeted } = facts
  if (moneyNowCents === null)
    return (
      <Section card title={t('today.money')}>
        <p>{t('today.money.none')}</p>
        <Link onPress={() => go({ area: 'money', screen: 'accounts' })}>{t('today.money.add-account')}</Link>
      </Section>
    )
  return (
    <Section card title={t('today.money')}>
      <Amount cents={moneyNowCents} size="huge" />
      {toPayCents !== null && (
        <KeyValueList
          figures
          items={[
            { key: t('today.money.to-pay'), value: <Amount cents={toPayCents} /> },
            {
              key: t(moneyNowCents >= toPayCents ? 'today.money.left' : 'today.money.short'),
              value: <Amount cents={Math.abs(moneyNowCents - toPayCents)} strong />,
              note: t('today.money.note'),
            },
          ]}
        />
      )}
      {unbudgeted.length > 0 && (
        <KeyValueList
          figures
          items={[
            {
              key: t('today.money.to-pay'),
              value: t('today.money.not-known'),
              note: (
                <>
                  {t('today.money.unbudgeted', { lines: list(unbudgeted.map(lineName)) })}{' '}
                  <Link onPress={() => go({ area: 'money', screen: 'budget' })}>
                    {t('today.money.budget')}
                  </Link>
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
