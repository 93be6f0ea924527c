/** A line of month 13 in words: what it is called, whose it is, and where its figure comes from. */
import { useMemo } from 'react'
import { type AfterSupportLine, aMonth } from '#domain/after-support.ts'
import type { MonthThirteen } from '#state/month-13.ts'
import { useAmountsHidden } from '../../words/amounts-hidden.ts'
import type { Words } from '../../words/create-words.ts'
import { useWords } from '../../words/use-words.ts'

export interface AfterWords {
  readonly name: (of: Pick<AfterSupportLine, 'name' | 'subject'>) => string
  readonly unit: (id: string | null) => string
  /** `RSTP calculator · Nov 2, 2026`; empty: nothing is said. */
  readonly source: (of: Pick<AfterSupportLine, 'source' | 'asOf'>) => string
  /** Of a year's amount: how the month's comes of it. */
  readonly working: (of: Pick<AfterSupportLine, 'figure'>) => string
  /** In a sentence, where amounts may be hidden. */
  readonly amount: (cents: number) => string
}

export const afterWords = (words: Words, units: MonthThirteen['units'], hides: boolean): AfterWords => {
  const { t, date, money, hiddenMoney } = words
  const amount = (cents: number): string => (hides ? hiddenMoney : money(cents))
  return {
    name: of => of.name || t(`after.subject.${of.subject}`),
    unit: id =>
      id === null ? t('money.unit.all') : (units.find(each => each.id === id)?.label ?? t('after.unit-gone')),
    source: of => [of.source, of.asOf ? date(of.asOf) : ''].filter(Boolean).join(' · '),
    working: ({ figure }) =>
      figure.per === 'month'
        ? ''
        : t('after.working-year', { year: amount(figure.cents), month: amount(aMonth(figure)) }),
    amount,
  }
}

export function useAfterWords(units: MonthThirteen['units']): AfterWords {
  const words = useWords()
  const hides = useAmountsHidden()
  return useMemo(() => afterWords(words, units, hides), [words, units, hides])
}
