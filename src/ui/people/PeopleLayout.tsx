/** The frame of every screen of People: its neighbours on top, then its title and what it holds. */
import type { ReactNode } from 'react'
import { PageHeader } from '../parts/PageHeader.tsx'
import { ScreenNav } from '../shell/ScreenNav.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'

const SCREENS = ['household', 'members', 'contacts'] as const
export type PeopleScreen = (typeof SCREENS)[number]

interface PeopleLayoutProps {
  /** The one that is shown, or that what is shown belongs to. */
  readonly screen: PeopleScreen
  readonly title: string
  readonly above?: ReactNode
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function PeopleLayout({ screen, children, ...header }: PeopleLayoutProps) {
  const { t } = useWords()
  const { go } = useRouter()
  return (
    <>
      <ScreenNav
        label={t('people.nav')}
        screens={SCREENS.map(id => ({ id, label: t(`people.nav.${id}`) }))}
        current={screen}
        onGo={each => go({ area: 'people', screen: each })}
      />
      <PageHeader {...header} />
      {children}
    </>
  )
}
