/** All homes under each other, also those that were not taken and why. */
import { useState } from 'react'
import { isOpenHome } from '#domain/home-follow-up.ts'
import { type HomeHere, homesHere } from '#state/housing.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { FilterBar } from '../../parts/FilterBar.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Select } from '../../parts/Select.tsx'
import { Table } from '../../parts/Table.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { HomeFacts } from '../board/HomeFacts.tsx'
import css from '../Housing.module.css'
import { HousingLayout } from '../HousingLayout.tsx'
import { HomeDialog } from '../home/HomeDialog.tsx'
import { useHomeActions } from '../use-home-actions.tsx'
import { useHomeWords } from '../use-home-words.ts'
import { HomeTrash } from './HomeTrash.tsx'

const c = classes(css)
const SHOWN = ['all', 'open', 'rejected', 'temporary'] as const
type Shown = (typeof SHOWN)[number]

export function HomeListScreen() {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const { title } = useHomeWords()
  const actions = useHomeActions()
  const [shown, setShown] = useState<Shown>('all')
  const [text, setText] = useState('')
  const [dialog, setDialog] = useState<'new' | 'trash' | null>(null)
  const homes = useLive(live => homesHere(live, tools.today()))
  const rows = homes.filter(each => isShown(each, shown) && holds(each, text))
  useShortcuts([
    { id: 'new-home', keys: 'N', labelId: 'housing.new', group: 'here', run: () => setDialog('new') },
  ])
  return (
    <HousingLayout
      screen="list"
      title={t('housing.list')}
      actions={
        <>
          <Menu
            label={t('housing.more')}
            icon="more"
            entries={[
              { id: 'trash', label: t('housing.trash'), icon: 'delete', onPress: () => setDialog('trash') },
            ]}
          />
          <Button kind="primary" icon="add" onPress={() => setDialog('new')}>
            {t('housing.new')}
          </Button>
        </>
      }
    >
      {homes.length === 0 ? (
        <EmptyState picture="porch" title={t('housing.empty')}>
          {t('housing.empty.text')}
        </EmptyState>
      ) : (
        <>
          <FilterBar close label={t('plan.filters')}>
            <SearchField label={t('housing.search')} value={text} onChange={setText} />
            <Select
              label={t('housing.show')}
              value={shown}
              onChange={setShown}
              choices={SHOWN.map(value => ({ value, label: t(`housing.show.${value}`) }))}
            />
          </FilterBar>
          <Table
            caption={t('housing.list')}
            stacks
            rows={rows}
            rowKey={each => each.home.id}
            empty={t('housing.none-found')}
            rowTone={({ home }) => (home.stage.at === 'rejected' ? 'quiet' : 'plain')}
            columns={[
              {
                id: 'name',
                head: t('housing.name'),
                namesRow: true,
                cell: each => (
                  <div className={c('named')}>
                    <Link
                      look="plain"
                      onPress={() => go({ area: 'housing', screen: 'home', id: each.home.id })}
                    >
                      {title(each.home)}
                    </Link>
                    <HomeFacts of={each} inline />
                  </div>
                ),
              },
              {
                id: 'stage',
                head: t('housing.stage'),
                width: '10rem',
                cell: ({ home }) =>
                  t(`housing.stage.${home.use === 'temporary' ? 'temporary' : home.stage.at}`),
              },
              {
                id: 'rent',
                head: t('housing.rent'),
                align: 'end',
                width: '9rem',
                cell: ({ home }) =>
                  home.terms.rentCents === null ? (
                    t('housing.not-known')
                  ) : (
                    <Amount cents={home.terms.rentCents} />
                  ),
              },
              {
                id: 'heard',
                head: t('housing.last-heard'),
                hideNarrow: true,
                cell: ({ contacts }) => (
                  <span className={c('day')}>{contacts[0] ? date(contacts[0].on) : '–'}</span>
                ),
              },
              {
                id: 'menu',
                head: t('housing.more'),
                headHidden: true,
                align: 'end',
                cell: ({ home }) => (
                  <Menu
                    label={t('plan.menu', { title: title(home) })}
                    icon="more"
                    entries={actions.entries(home)}
                  />
                ),
              },
            ]}
          />
        </>
      )}
      {dialog === 'new' && <HomeDialog of={null} onClose={() => setDialog(null)} />}
      {dialog === 'trash' && <HomeTrash onClose={() => setDialog(null)} />}
      {actions.asked}
    </HousingLayout>
  )
}

function isShown({ home }: HomeHere, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'open':
      return isOpenHome(home)
    case 'rejected':
      return home.use === 'home' && home.stage.at === 'rejected'
    case 'temporary':
      return home.use === 'temporary'
  }
}

function holds({ home, contacts }: HomeHere, text: string): boolean {
  const all = plain(
    [home.name, home.address, home.landlord, home.note, ...contacts.map(each => each.text)].join(' '),
  )
  return plain(text)
    .split(/\s+/)
    .every(word => all.includes(word))
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
