/** The difference in words, with the working beneath. */
import type { AfterSupportSums } from '#domain/after-support.ts'
import { Section } from '../../parts/Section.tsx'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import { useWords } from '../../words/use-words.ts'

interface AfterSumsProps {
  readonly sums: AfterSupportSums
  readonly hasLines: boolean
}

export function AfterSums({ sums, hasLines }: AfterSumsProps) {
  const { t, money, hiddenMoney, percent } = useWords()
  const hides = useAmountsHidden()
  const amount = (cents: number): string => (hides ? hiddenMoney : money(cents))
  const { incomeCents, costCents, differenceCents, rentShare, toCheck } = sums
  return (
    <Section card title={t('after.difference')}>
      {!hasLines ? (
        <p>{t('after.difference-none')}</p>
      ) : (
        <>
          <p>
            <strong>
              {differenceCents < 0
                ? t('after.short', { amount: amount(-differenceCents) })
                : differenceCents === 0
                  ? t('after.even')
                  : t('after.left', { amount: amount(differenceCents) })}
            </strong>
          </p>
          <p>{t('after.working', { income: amount(incomeCents), costs: amount(costCents) })}</p>
          {rentShare !== null && <p>{t('after.rent-share', { share: percent(rentShare) })}</p>}
          {toCheck > 0 && <p>{t('after.to-check', { count: toCheck })}</p>}
        </>
      )}
    </Section>
  )
}
