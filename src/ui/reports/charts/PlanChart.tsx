/** E as bars: an outline for the budget, a solid bar for what was spent, hatched where it goes beyond. */
import { useId } from 'react'
import type { PlanBar } from '#reports/charts.ts'
import { classes } from '../../parts/classes.ts'
import type { PaperWords } from '../paper/paper-words.ts'
import { CHART_WIDTH, ChartFrame, Hatch, LegendMark, shortened } from './ChartFrame.tsx'
import css from './charts.module.css'

const c = classes(css)
const ROW = 22
const NAMES = 212
const VALUES = 150

export function PlanChart({
  bars,
  words,
}: {
  readonly bars: readonly PlanBar[]
  readonly words: PaperWords
}) {
  const hatch = `${useId()}-hatch`
  const shown = bars.filter(bar => bar.spentCents !== 0 || (bar.budgetCents ?? 0) !== 0)
  if (shown.length < 2) return null
  return (
    <ChartFrame
      title={words.text('chart.plan')}
      heading={words.text('chart.plan')}
      description={shown.map(bar => `${words.line(bar.line)} ${figures(bar, words)}`).join('; ')}
      height={shown.length * ROW}
      legend={<Legend words={words} hatch={hatch} />}
    >
      <Hatch id={hatch} />
      {shown.map((bar, i) => (
        <PlanRow key={`${bar.line.key} ${bar.line.name}`} bar={bar} words={words} hatch={hatch} row={i} />
      ))}
    </ChartFrame>
  )
}

/** Spent, then the budget where there is one. */
const figures = ({ spentCents, budgetCents }: PlanBar, words: PaperWords): string =>
  budgetCents === null
    ? words.dollars(spentCents)
    : `${words.dollars(spentCents)} / ${words.dollars(budgetCents)}`

interface PlanRowProps {
  readonly bar: PlanBar
  readonly words: PaperWords
  readonly hatch: string
  readonly row: number
}

function PlanRow({ bar, words, hatch, row }: PlanRowProps) {
  const room = CHART_WIDTH - NAMES - VALUES
  const middle = row * ROW + ROW / 2
  const budget = bar.budgetShare * room
  const spent = bar.spentShare * room
  const isOver = bar.state === 'over'
  const within = isOver ? Math.min(budget, spent) : spent
  return (
    <g>
      <text className={c('name')} x={NAMES - 10} y={middle + 4} textAnchor="end">
        {shortened(words.line(bar.line), 32)}
      </text>
      {budget > 0 && <rect className={c('outline')} x={NAMES} y={middle - 7} width={budget} height="14" />}
      <rect className={c('bar')} x={NAMES} y={middle - 4} width={within} height="8" />
      {isOver && spent > within && (
        <rect
          className={c('over')}
          fill={`url(#${hatch})`}
          x={NAMES + within}
          y={middle - 4}
          width={spent - within}
          height="8"
        />
      )}
      <text className={c(isOver ? 'strong' : 'value')} x={NAMES + Math.max(budget, spent) + 8} y={middle + 4}>
        {figures(bar, words)}
      </text>
    </g>
  )
}

function Legend({ words, hatch }: { readonly words: PaperWords; readonly hatch: string }) {
  return (
    <>
      <LegendMark
        label={words.text('column.budget')}
        mark={<rect className={c('outline')} x="1" y="1" width="22" height="10" />}
      />
      <LegendMark
        label={words.text('column.spent')}
        mark={<rect className={c('bar')} y="2" width="24" height="8" />}
      />
      <LegendMark
        label={words.text('chart.over')}
        mark={<rect className={c('over')} fill={`url(#${hatch})`} x="1" y="2" width="22" height="8" />}
      />
    </>
  )
}
