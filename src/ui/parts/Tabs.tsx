/** Sides of one thing, one shown at a time. Screens of the app are in the navigation, not here. */
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import { classes } from './classes.ts'
import css from './Tabs.module.css'

const c = classes(css)

export interface TabEntry<Id extends string> {
  readonly id: Id
  readonly label: string
  /** A number behind the label: how many wait there. */
  readonly count?: number
  readonly content: ReactNode
}

interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly TabEntry<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const select = (key: string | number) => {
    const tab = tabs.find(entry => entry.id === key)
    if (tab) onSelect(tab.id)
  }
  return (
    <AriaTabs className={c('tabs')} selectedKey={selected} onSelectionChange={select}>
      <TabList aria-label={label} className={c('list')}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={c('tab')}>
            {tab.label}
            {tab.count !== undefined && <span className={c('count')}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className={c('panel')}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
