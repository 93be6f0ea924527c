/** What the budget could not know, as plain sentences: each says what to find out and from whom. */
import type { Ask } from '#domain/budget-seed.ts'
import { classes } from '../parts/classes.ts'
import { Notice } from '../parts/Notice.tsx'
import type { Words } from '../words/create-words.ts'
import { useWords } from '../words/use-words.ts'
import css from './Asks.module.css'

const c = classes(css)

export function Asks({ asks }: { readonly asks: readonly Ask[] }) {
  const words = useWords()
  if (asks.length === 0) return null
  return (
    <Notice kind="warn" title={words.t('setup.asks', { count: asks.length })}>
      <ul className={c('asks')}>
        {asks.map(ask => (
          <li key={ask.kind}>{askInWords(ask, words)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function askInWords(ask: Ask, { t, list, number }: Words): string {
  switch (ask.kind) {
    case 'composition':
      return t(`setup.ask-composition.${ask.why}`)
    case 'turns-18':
      return t(`setup.ask-turns-18.${ask.answer}`)
    case 'school-age-under-6':
      return t('setup.ask.school-age-under-6', { count: ask.children })
    case 'community-figures':
      return t(`setup.ask-figures.${ask.why}`)
    case 'mixed-payer':
      return ask.months.length === 0
        ? t('setup.ask.mixed-start-up')
        : t('setup.ask.mixed-payer', { months: list(ask.months.map(number)) })
    case 'seniors-unknown':
    case 'later-arrivals':
    case 'more-than-six':
    case 'school-twice':
    case 'rates-of-another-government':
    case 'who-keeps-last-month-rent':
      return t(`setup.ask.${ask.kind}`)
  }
}
