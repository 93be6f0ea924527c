/** The frame of every screen of Housing: its neighbours on top, then its title and what it holds. */
import type { ReactNode } from 'react'
import { PageHeader } from '../parts/PageHeader.tsx'
import { ScreenNav } from '../shell/ScreenNav.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

const SCREENS = ['board', 'list', 'compare', 'things', 'runs'] as const
export type HousingScreen = (typeof SCREENS)[number]

interface HousingLayoutProps {
  readonly screen: HousingScreen
  readonly title: string
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function HousingLayout({ screen, title, intro, actions, children }: HousingLayoutProps) {
  const { t } = useWords()
  const { go } = useRouter()
  return (
    <>
      <ScreenNav
        label={t('housing.nav')}
        screens={SCREENS.map(id => ({ id, label: t(`housing.nav.${id}`) }))}
        current={screen}
        onGo={each => go({ area: 'housing', screen: each })}
      />
      <PageHeader title={title} {...(intro ? { intro } : {})} {...(actions ? { actions } : {})} />
      {children}
    </>
  )
}
