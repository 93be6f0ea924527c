/** Settings: the group and its members, the sponsorship's facts, safety, this laptop, and what is protected. */
import type { ReactNode } from 'react'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { useRoute, useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import { GroupTab } from './GroupTab.tsx'
import { LaptopTab } from './LaptopTab.tsx'
import { ProtectedTab } from './ProtectedTab.tsx'
import { SafetyTab } from './SafetyTab.tsx'
import { SponsorshipTab } from './SponsorshipTab.tsx'

const TABS = ['group', 'sponsorship', 'safety', 'laptop', 'protected'] as const
type TabId = (typeof TABS)[number]

const CONTENTS: Readonly<Record<TabId, () => ReactNode>> = {
  group: GroupTab,
  sponsorship: SponsorshipTab,
  safety: SafetyTab,
  laptop: LaptopTab,
  protected: ProtectedTab,
}

export function Settings() {
  const { t } = useWords()
  const { screen } = useRoute()
  const { go } = useRouter()
  const selected = TABS.find(id => id === screen) ?? 'group'
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <Tabs
        label={t('settings.title')}
        selected={selected}
        onSelect={id => go({ area: 'settings', screen: id })}
        tabs={TABS.map(id => {
          const Content = CONTENTS[id]
          return { id, label: t(`settings.tab.${id}`), content: id === selected ? <Content /> : null }
        })}
      />
    </>
  )
}
