/** The balance at the end of each month. Its figures stand under the months: the chart is its own table. */
import type { BalanceCurve } from '#reports/charts.ts'
import { classes } from '../../parts/classes.ts'
import type { PaperWords } from '../paper/paper-words.ts'
import { CHART_WIDTH, ChartFrame } from './ChartFrame.tsx'
import css from './charts.module.css'

const c = classes(css)
const HIGH = 90
const TOP = 14
const EDGE = 30
const MOST_LABELS = 12

export function BalanceChart({ curve, words }: { readonly curve: BalanceCurve; readonly words: PaperWords }) {
  const { points } = curve
  const step = (CHART_WIDTH - 2 * EDGE) / Math.max(1, points.length - 1)
  const x = (i: number) => EDGE + i * step
  const y = (height: number) => TOP + (1 - height) * HIGH
  const zero = y(curve.zeroHeight)
  const line = points.map((point, i) => `${x(i)} ${y(point.height)}`).join('L')
  const every = Math.ceil(points.length / MOST_LABELS)
  const isLabelled = (i: number) => (points.length - 1 - i) % every === 0
  return (
    <ChartFrame
      title={words.text('chart.balance')}
      heading={words.text('chart.balance')}
      description={points.map(point => `${words.month(point.month)} ${words.money(point.cents)}`).join('; ')}
      height={TOP + HIGH + 46}
    >
      <path className={c('area')} d={`M${x(0)} ${zero}L${line}L${x(points.length - 1)} ${zero}Z`} />
      <path className={c('axis')} d={`M0 ${zero}H${CHART_WIDTH}`} />
      <path className={c('curve')} d={`M${line}`} />
      {points.map((point, i) => (
        <g key={point.month}>
          <circle className={c('point')} cx={x(i)} cy={y(point.height)} r="4" />
          {isLabelled(i) && (
            <>
              <text className={c('quiet', 'small')} x={x(i)} y={TOP + HIGH + 22} textAnchor="middle">
                {words.monthShort(point.month)}
              </text>
              <text className={c('value', 'small')} x={x(i)} y={TOP + HIGH + 38} textAnchor="middle">
                {words.dollars(point.cents)}
              </text>
            </>
          )}
        </g>
      ))}
    </ChartFrame>
  )
}
