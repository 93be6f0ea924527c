/** Money on screen: figures of equal width, a true minus, and nothing to see while amounts are hidden. */
import type { Cents } from '#domain/money.ts'
import { useAmountsHidden } from '../words/amounts-hidden.ts'
import { useWords } from '../words/use-words.ts'
import css from './Amount.module.css'
import { classes } from './classes.ts'

const c = classes(css)

interface AmountProps {
  readonly cents: Cents | null
  /**
   * plain: the amount. change: money in or out, with its sign. difference: good at zero, said in words otherwise.
   */
  readonly kind?: 'plain' | 'change' | 'difference'
  readonly size?: 'normal' | 'large' | 'huge'
  readonly strong?: boolean
}

export function Amount({ cents, kind = 'plain', size = 'normal', strong = false }: AmountProps) {
  const { t, money, change, hiddenMoney } = useWords()
  const hidden = useAmountsHidden()
  if (cents === null) return <span className={c('none')}>{t('common.amount.not-entered')}</span>
  const look = c('amount', size, strong && 'strong', !hidden && kind !== 'plain' && toneOf(cents, kind))
  if (hidden)
    return (
      <span className={look} role="img" aria-label={t('common.amount.hidden')}>
        {hiddenMoney}
      </span>
    )
  if (kind === 'difference' && cents === 0)
    return (
      <span className={look}>
        {money(0)} <span className={c('word')}>{t('common.amount.agrees')}</span>
      </span>
    )
  return <span className={look}>{kind === 'plain' ? money(cents) : change(cents)}</span>
}

function toneOf(cents: Cents, kind: 'change' | 'difference'): string {
  if (kind === 'difference') return cents === 0 ? 'good' : 'bad'
  return cents > 0 ? 'good' : ''
}
