/** The household list by room: what is needed, promised, there and brought home, with what gifts are worth. */
import { useState } from 'react'
import { type HouseholdItem, householdItem, itemRooms } from '#domain/household-item.ts'
import { giftsWorth, thingsHere, thingsOffered } from '#state/household-list.ts'
import { useCanRead, useGroup, useLive } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { FilterBar } from '../../parts/FilterBar.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Row, Section } from '../../parts/Section.tsx'
import { Select } from '../../parts/Select.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { HousingLayout } from '../HousingLayout.tsx'
import { ThingDialog } from './ThingDialog.tsx'
import { ThingRows } from './ThingRows.tsx'
import { ThingsOfferDialog } from './ThingsOfferDialog.tsx'
import { ThingsTrash } from './ThingsTrash.tsx'
import { useThingName } from './use-thing-words.ts'

const SHOWN = ['all', 'need', 'pledged', 'received', 'delivered', 'mine'] as const
type Shown = (typeof SHOWN)[number]
type Open = 'new' | 'offer' | 'trash' | { readonly id: string } | null

export function ThingsScreen() {
  const { t } = useWords()
  const { live, vault } = useGroup()
  const things = useLive(thingsHere)
  const offered = useLive(thingsOffered)
  const [shown, setShown] = useState<Shown>('all')
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const nameOf = useThingName()
  const close = () => setOpen(null)
  const canOffer = offered.some(each => each.state === 'new')
  const rows = things.filter(
    each => isShown(each, shown, vault.identity.memberId) && plain(nameOf(each)).includes(plain(text)),
  )
  const done = things.filter(each => each.state === 'delivered').length
  useShortcuts([
    { id: 'new-thing', keys: 'N', labelId: 'things.new', group: 'here', run: () => setOpen('new') },
    { id: 'find-thing', keys: '/', labelId: 'things.search', group: 'here', run: focusSearch },
  ])
  return (
    <HousingLayout
      screen="things"
      title={t('things.title')}
      intro={things.length === 0 ? t('things.intro') : t('things.progress', { done, count: things.length })}
      actions={
        <>
          <Menu
            label={t('housing.more')}
            icon="more"
            entries={[
              { id: 'trash', label: t('things.trash'), icon: 'delete', onPress: () => setOpen('trash') },
            ]}
          />
          {offered.length > 0 && things.length > 0 && (
            <Button icon="plan" onPress={() => setOpen('offer')}>
              {t('things.offer')}
            </Button>
          )}
          <Button
            icon="add"
            kind={things.length === 0 && canOffer ? 'secondary' : 'primary'}
            aria-keyshortcuts="N"
            onPress={() => setOpen('new')}
          >
            {t('things.new')}
          </Button>
        </>
      }
    >
      {things.length === 0 ? (
        <EmptyState
          picture="porch"
          title={t('things.empty')}
          {...(canOffer
            ? { action: { label: t('things.offer'), icon: 'plan' as const, onPress: () => setOpen('offer') } }
            : {})}
        >
          {t('things.empty-text')}
        </EmptyState>
      ) : (
        <>
          <ThingFilters text={text} shown={shown} onText={setText} onShown={setShown} />
          <GiftsWorth />
          <Rooms things={rows} onOpen={id => setOpen({ id })} />
        </>
      )}
      {open === 'new' && <ThingDialog of={null} onClose={close} />}
      {open === 'offer' && <ThingsOfferDialog onClose={close} />}
      {open === 'trash' && <ThingsTrash onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <ThingDialog of={live.get(householdItem, open.id) ?? null} onClose={close} />
      )}
    </HousingLayout>
  )
}

interface RoomsProps {
  readonly things: readonly HouseholdItem[]
  readonly onOpen: (id: string) => void
}

function Rooms({ things, onOpen }: RoomsProps) {
  const { t } = useWords()
  if (things.length === 0) return <p>{t('things.none-found')}</p>
  return itemRooms.map(room => {
    const here = things.filter(each => each.room === room)
    const name = t(`things.room.${room}`)
    return (
      here.length > 0 && (
        <Section key={room} title={name}>
          <ThingRows label={name} things={here} onOpen={({ id }) => onOpen(id)} />
        </Section>
      )
    )
  })
}

interface ThingFiltersProps {
  readonly text: string
  readonly shown: Shown
  readonly onText: (text: string) => void
  readonly onShown: (shown: Shown) => void
}

function ThingFilters({ text, shown, onText, onShown }: ThingFiltersProps) {
  const { t } = useWords()
  return (
    <FilterBar label={t('plan.filters')}>
      <div data-thing-search>
        <SearchField label={t('things.search')} value={text} onChange={onText} />
      </div>
      <Select
        label={t('housing.show')}
        value={shown}
        onChange={onShown}
        choices={SHOWN.map(value => ({ value, label: t(`things.show.${value}`) }))}
      />
    </FilterBar>
  )
}

/** What the gifts are worth together, and where it counts; nothing before there is one. */
function GiftsWorth() {
  const { t } = useWords()
  const { go } = useRouter()
  const readsMoney = useCanRead('money')
  const cents = useLive(giftsWorth)
  if (!readsMoney || cents === 0) return null
  return (
    <Row>
      <span>
        {t('things.worth')} <Amount cents={cents} strong />
      </span>
      <Link onPress={() => go({ area: 'money', screen: 'allowance' })}>{t('things.see-allowance')}</Link>
    </Row>
  )
}

const focusSearch = () => document.querySelector<HTMLInputElement>('[data-thing-search] input')?.focus()

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

function isShown(of: HouseholdItem, shown: Shown, me: string): boolean {
  if (shown === 'all') return true
  return shown === 'mine' ? of.assigned === me : of.state === shown
}
