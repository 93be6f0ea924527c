/** What a period is called in the list of periods. */
import { useCallback } from 'react'
import type { ReportPeriod } from '#domain/periods.ts'
import { useWords } from '../words/use-words.ts'

export function usePeriodName(): (period: ReportPeriod) => string {
  const { t, date } = useWords()
  return useCallback(
    period => {
      switch (period.kind) {
        case 'calendar':
          return String(period.year)
        case 'fiscal':
          return period.key.replace('-', '–')
        case 'sponsorship':
          return t('reports.period.year', { number: period.number, from: date(period.from) })
        case 'before-arrival':
          return t('reports.period.before')
      }
    },
    [t, date],
  )
}
