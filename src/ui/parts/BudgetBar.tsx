/**
 * One budget line: spent, still to pay, left – or over, in words as well as colour. Left is what is not spent, as in
 * the report; what is still to pay comes out of it.
 */
import type { Cents } from '#domain/money.ts'
import { useWords } from '../words/use-words.ts'
import css from './BudgetBar.module.css'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'

const c = classes(css)

interface BudgetBarProps {
  readonly label: string
  readonly budgetCents: Cents
  readonly spentCents: Cents
  /** Known to come and not yet paid. */
  readonly plannedCents?: Cents
  /** Without the label above, where a row already carries it. */
  readonly compact?: boolean
}

export function BudgetBar({
  label,
  budgetCents,
  spentCents,
  plannedCents = 0,
  compact = false,
}: BudgetBarProps) {
  const { t, money } = useWords()
  const leftCents = budgetCents - spentCents
  const over = leftCents < 0
  const whole = Math.max(budgetCents, spentCents + plannedCents, 1)
  const width = (cents: Cents) => ({ inlineSize: `${(Math.max(0, cents) / whole) * 100}%` })
  return (
    <div className={c('line')}>
      <div className={c('head')}>
        {!compact && <span className={c('label')}>{label}</span>}
        <span className={c('left', over && 'over')}>
          {over && <Icon name="warn" size={16} />}
          {over
            ? t('common.budget.over', { amount: money(-leftCents) })
            : t('common.budget.left', { amount: money(leftCents) })}
        </span>
      </div>
      <div className={c('track')} aria-hidden="true">
        <div className={c('spent', over && 'tooMuch')} style={width(spentCents)} />
        <div className={c('planned')} style={width(plannedCents)} />
        {over && (
          <div className={c('mark')} style={{ insetInlineStart: `${(budgetCents / whole) * 100}%` }} />
        )}
      </div>
      <p className={c('words')}>
        {t('common.budget.spent-of', { spent: money(spentCents), budget: money(budgetCents) })}
        {plannedCents > 0 && <> · {t('common.budget.planned', { amount: money(plannedCents) })}</>}
      </p>
    </div>
  )
}
