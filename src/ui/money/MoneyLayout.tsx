/** The frame of every screen of Money: its neighbours on top, then its title and what it holds. */
import type { ReactNode } from 'react'
import { lookAlikes } from '#state/look-alikes.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { PageHeader } from '../parts/PageHeader.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './MoneyLayout.module.css'

const c = classes(css)

export type MoneyScreen = 'entries' | 'accounts' | 'budget' | 'support' | 'import' | 'decisions'
const SCREENS = ['entries', 'accounts', 'budget', 'support', 'import'] as const

interface MoneyLayoutProps {
  readonly screen: MoneyScreen
  readonly title: string
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function MoneyLayout({ screen, title, intro, actions, children }: MoneyLayoutProps) {
  const { t } = useWords()
  const { go } = useRouter()
  const { store } = useGroup()
  const decisions = useLive(live => store.inbox().length + lookAlikes(live).length)
  const shown = decisions > 0 || screen === 'decisions' ? ([...SCREENS, 'decisions'] as const) : SCREENS
  return (
    <>
      <nav aria-label={t('money.nav')} className={c('nav')}>
        {shown.map(each => (
          <button
            key={each}
            type="button"
            className={c('item', each === screen && 'here')}
            aria-current={each === screen ? 'page' : undefined}
            onClick={() => go({ area: 'money', screen: each })}
          >
            {t(`money.nav.${each}`)}
            {each === 'decisions' && decisions > 0 && <span className={c('count')}>{decisions}</span>}
          </button>
        ))}
      </nav>
      <PageHeader title={title} {...(intro ? { intro } : {})} {...(actions ? { actions } : {})} />
      {children}
    </>
  )
}
