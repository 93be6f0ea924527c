/** The frame of every screen of Money: its neighbours on top, then its title and what it holds. */
import { type ReactNode, useEffect, useState } from 'react'
import { lookAlikes } from '#state/look-alikes.ts'
import { useGroup, useLive } from '../group-context.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import { ScreenNav } from '../shell/ScreenNav.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

export type MoneyScreen =
  | 'entries'
  | 'coming'
  | 'accounts'
  | 'budget'
  | 'support'
  | 'allowance'
  | 'import'
  | 'decisions'
const SCREENS = ['entries', 'coming', 'accounts', 'budget', 'support', 'allowance', 'import'] as const

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
  const decisions = useDecisionCount()
  const shown = decisions > 0 || screen === 'decisions' ? ([...SCREENS, 'decisions'] as const) : SCREENS
  return (
    <>
      <ScreenNav
        label={t('money.nav')}
        screens={shown.map(id => ({
          id,
          label: t(`money.nav.${id}`),
          ...(id === 'decisions' && decisions > 0 ? { count: decisions } : {}),
        }))}
        current={screen}
        onGo={each => go({ area: 'money', screen: each })}
      />
      <PageHeader title={title} {...(intro ? { intro } : {})} {...(actions ? { actions } : {})} />
      {children}
    </>
  )
}

const PAUSE_MS = 200

/** Look-alikes are looked for among all entries, so after a pause: what was typed is on the screen before. */
function useDecisionCount(): number {
  const { store, live } = useGroup()
  const inbox = useLive(() => store.inbox().length)
  const [alike, setAlike] = useState(() => lookAlikes(live).length)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => setAlike(lookAlikes(live).length), PAUSE_MS)
    }
    look()
    const stop = live.subscribe(look)
    return () => {
      clearTimeout(waiting)
      stop()
    }
  }, [live])
  return inbox + alike
}
