/** B as bars: where the money came from, the greatest first. */
import type { Bar } from '#reports/charts.ts'
import { classes } from '../../parts/classes.ts'
import type { PaperWords } from '../paper/paper-words.ts'
import { CHART_WIDTH, ChartFrame, shortened } from './ChartFrame.tsx'
import css from './charts.module.css'

const c = classes(css)
const ROW = 26
const NAMES = 212
const VALUES = 96

export function IncomeChart({ bars, words }: { readonly bars: readonly Bar[]; readonly words: PaperWords }) {
  const shown = bars.filter(bar => bar.cents !== 0)
  if (shown.length < 2) return null
  const name = (bar: Bar) => (bar.line ? words.line(bar.line) : words.text('not-sorted'))
  const room = CHART_WIDTH - NAMES - VALUES
  return (
    <ChartFrame
      title={words.text('section.b')}
      description={shown.map(bar => `${name(bar)} ${words.money(bar.cents)}`).join('; ')}
      height={shown.length * ROW}
    >
      {shown.map((bar, i) => {
        const middle = i * ROW + ROW / 2
        const length = bar.share * room
        return (
          <g key={name(bar)}>
            <text className={c('name')} x={NAMES - 10} y={middle + 4} textAnchor="end">
              {shortened(name(bar), 32)}
            </text>
            <rect className={c('bar')} x={NAMES} y={middle - 7} width={length} height="14" />
            <text className={c('value')} x={NAMES + length + 8} y={middle + 4}>
              {words.money(bar.cents)}
            </text>
          </g>
        )
      })}
    </ChartFrame>
  )
}
