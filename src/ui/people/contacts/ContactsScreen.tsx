/** Whom the group deals with: landlords, interpreters, schools and others; of health, where this laptop has Care. */
import { useState } from 'react'
import { type Contact, type ContactCategory, contact, contactCategories } from '#domain/contact.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { FilterBar } from '../../parts/FilterBar.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Select } from '../../parts/Select.tsx'
import { useRoute, useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { PeopleLayout } from '../PeopleLayout.tsx'
import { ContactDialog } from './ContactDialog.tsx'
import { ContactTable } from './ContactTable.tsx'
import { ExportContactsDialog } from './ExportContactsDialog.tsx'
import { HealthContacts } from './HealthContacts.tsx'

const here = { area: 'people', screen: 'contacts' } as const

export function ContactsScreen() {
  const { t, compare } = useWords()
  const { id } = useRoute()
  const { go } = useRouter()
  const all = useLive(live => live.records(contact))
  const [isAdding, setAdding] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const [category, setCategory] = useState<ContactCategory | 'all'>('all')
  const [text, setText] = useState('')
  const open = all.find(each => each.id === id)
  const words = plain(text).split(/\s+/).filter(Boolean)
  const rows = all
    .filter(each => category === 'all' || each.category === category)
    .filter(each => words.every(word => searched(each).includes(word)))
    .toSorted(
      (a, b) =>
        contactCategories.indexOf(a.category) - contactCategories.indexOf(b.category) ||
        compare(a.name || a.organization, b.name || b.organization),
    )
  useShortcuts([
    {
      id: 'new-contact',
      keys: 'N',
      labelId: 'people.contact.add',
      group: 'here',
      run: () => setAdding(true),
    },
  ])
  return (
    <PeopleLayout
      screen="contacts"
      title={t('people.contacts.title')}
      actions={
        <>
          <Menu
            label={t('people.contacts.menu')}
            icon="more"
            entries={[
              {
                id: 'export',
                label: t('people.contacts.export'),
                icon: 'download',
                disabled: rows.length === 0,
                onPress: () => setExporting(true),
              },
            ]}
          />
          <Button kind="primary" icon="add" aria-keyshortcuts="N" onPress={() => setAdding(true)}>
            {t('people.contact.add')}
          </Button>
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState picture="envelope" title={t('people.contacts.empty')}>
          {t('people.contacts.empty-text')}
        </EmptyState>
      ) : (
        <>
          <FilterBar close label={t('plan.filters')}>
            <SearchField label={t('people.contacts.find')} maxLength={200} value={text} onChange={setText} />
            <Select
              label={t('people.contacts.shown')}
              value={category}
              onChange={setCategory}
              choices={[
                { value: 'all' as const, label: t('people.contacts.all') },
                ...contactCategories.map(value => ({ value, label: t(`people.contact.category.${value}`) })),
              ]}
            />
          </FilterBar>
          <ContactTable
            caption={t('people.contacts.title')}
            rows={rows}
            empty={t('people.contacts.none-found')}
            onOpen={each => go({ ...here, id: each.id })}
            category={each => t(`people.contact.category.${each.category}`)}
          />
        </>
      )}
      <HealthContacts />
      {open && (
        <ContactDialog key={open.id} known={{ category: open.category, of: open }} onClose={() => go(here)} />
      )}
      {isExporting && (
        <ExportContactsDialog ids={rows.map(each => each.id)} onClose={() => setExporting(false)} />
      )}
      {isAdding && <ContactDialog known={null} onClose={() => setAdding(false)} />}
    </PeopleLayout>
  )
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const searched = ({ name, what, organization, phone, languages }: Contact): string =>
  plain([name, what, organization, phone, ...languages].join(' '))
