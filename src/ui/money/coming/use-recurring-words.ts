/** Something recurring, and its days, in words. */
import { line } from '#domain/line.ts'
import type { Recurring, RecurringSchedule } from '#domain/recurring.ts'
import { useLive } from '../../group-context.tsx'
import { useWords } from '../../words/use-words.ts'
import { useLineName } from '../line-name.ts'

export function useRecurringWords() {
  const { t, date, list } = useWords()
  const lines = useLive(live => live.records(line))
  const lineName = useLineName()
  const linesOf = (of: Pick<Recurring, 'money'>): string => {
    const ids = new Set(of.money.splits.map(each => each.line))
    return list(lines.filter(each => ids.has(each.id)).map(lineName))
  }
  const rule = ({ every, start, end, day }: RecurringSchedule): string => {
    if (start === end) return t('recurring.rule.once', { date: date(start) })
    switch (every) {
      case 'week':
        return t('recurring.rule.week')
      case 'two-weeks':
        return t('recurring.rule.two-weeks')
      case 'month':
        return day === 31 ? t('recurring.rule.month-end') : t('recurring.rule.month', { day })
      case 'year':
        return t('recurring.rule.year', { date: date(start) })
    }
  }
  return {
    linesOf,
    /** Whom it is paid to or comes from; else its line. */
    name: (of: Recurring): string => of.payee || linesOf(of) || t(`money.type.${of.type}`),
    rule,
  }
}
