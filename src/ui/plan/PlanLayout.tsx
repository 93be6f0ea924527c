/** The frame of every screen of the Plan: its neighbours on top, then its title and what it holds. */
import type { ReactNode } from 'react'
import { PageHeader } from '../parts/PageHeader.tsx'
import { ScreenNav } from '../shell/ScreenNav.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

const SCREENS = ['list', 'board', 'arrival', 'load', 'month-13'] as const
export type PlanScreen = (typeof SCREENS)[number]

interface PlanLayoutProps {
  readonly screen: PlanScreen
  readonly title: string
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function PlanLayout({ screen, title, intro, actions, children }: PlanLayoutProps) {
  const { t } = useWords()
  const { go } = useRouter()
  return (
    <>
      <ScreenNav
        label={t('plan.nav')}
        screens={SCREENS.map(id => ({ id, label: t(`plan.nav.${id}`) }))}
        current={screen}
        onGo={each => go({ area: 'plan', screen: each })}
      />
      <PageHeader title={title} {...(intro ? { intro } : {})} {...(actions ? { actions } : {})} />
      {children}
    </>
  )
}
