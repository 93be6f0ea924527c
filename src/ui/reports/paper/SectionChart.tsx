/** The chart that belongs to a section, if it has one. */
import type { ReportTable } from '#reports/report-tables.ts'
import type { ReportView } from '#state/report-files.ts'
import { BalanceChart } from '../charts/BalanceChart.tsx'
import { IncomeChart } from '../charts/IncomeChart.tsx'
import { PlanChart } from '../charts/PlanChart.tsx'
import type { PaperWords } from './paper-words.ts'

interface SectionChartProps {
  readonly id: ReportTable['id']
  readonly view: ReportView
  readonly words: PaperWords
}

export function SectionChart({ id, view: { charts }, words }: SectionChartProps) {
  switch (id) {
    case 'a':
      return charts.balance && <BalanceChart curve={charts.balance} words={words} />
    case 'b':
      return <IncomeChart bars={charts.income} words={words} />
    case 'e':
      return <PlanChart bars={charts.plan} words={words} />
    default:
      return null
  }
}
