/** Homes by how far the search is with each, from a lead to one that people live in; the temporary stay beside them. */
import { useState } from 'react'
import { type HomeStage, homeStages } from '#domain/home.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type HomeHere, homesHere } from '#state/housing.ts'
import { useLive, useServices } from '../../group-context.tsx'
import { Board, BoardCard, BoardColumn, useCardFocus } from '../../parts/Board.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { IconButton } from '../../parts/IconButton.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { HousingLayout } from '../HousingLayout.tsx'
import { HomeDialog } from '../home/HomeDialog.tsx'
import { type HomeActions, useHomeActions } from '../use-home-actions.tsx'
import { useHomeWords } from '../use-home-words.ts'
import { HomeFacts } from './HomeFacts.tsx'

/** One step along the board; what is not taken is asked about and stands apart. */
const WAY: readonly HomeStage[] = homeStages.filter(stage => stage !== 'rejected')

export function HomesBoardScreen() {
  const { t } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const [isAdding, setAdding] = useState(false)
  const homes = useLive(live => homesHere(live, tools.today()))
  const follow = useCardFocus(homes)
  const actions = useHomeActions({ onMoving: follow })
  useShortcuts([
    { id: 'new-home', keys: 'N', labelId: 'housing.new', group: 'here', run: () => setAdding(true) },
  ])
  const open = (id: RecordId) => go({ area: 'housing', screen: 'home', id })
  const inColumn = (column: HomeStage | 'temporary') =>
    homes.filter(({ home }) =>
      column === 'temporary' ? home.use === 'temporary' : home.use === 'home' && home.stage.at === column,
    )
  const column = (id: HomeStage | 'temporary', onDropped?: (card: string) => void) => {
    const cards = inColumn(id)
    return (
      <BoardColumn
        key={id}
        id={id}
        title={t('plan.group.count', { name: t(`housing.stage.${id}`), count: cards.length })}
        none={t('plan.board.none')}
        {...(onDropped ? { onDropped } : {})}
      >
        {cards.map(each => (
          <HomeCard key={each.home.id} of={each} actions={actions} onOpen={() => open(each.home.id)} />
        ))}
      </BoardColumn>
    )
  }
  const dropped = (to: HomeStage) => (card: string) => {
    const known = homes.find(({ home }) => home.id === card)?.home
    if (known?.use === 'home' && known.stage.at !== to) actions.move(known, to)
  }
  return (
    <HousingLayout
      screen="board"
      title={t('housing.title')}
      intro={t('housing.intro')}
      actions={
        <Button
          kind={homes.length === 0 ? 'secondary' : 'primary'}
          icon="add"
          onPress={() => setAdding(true)}
        >
          {t('housing.new')}
        </Button>
      }
    >
      {homes.length === 0 ? (
        <EmptyState
          picture="porch"
          title={t('housing.empty')}
          action={{ label: t('housing.empty.action'), icon: 'add', onPress: () => setAdding(true) }}
        >
          {t('housing.empty.text')}
        </EmptyState>
      ) : (
        <Board columns="many">
          {WAY.map(stage => column(stage, dropped(stage)))}
          {column('temporary')}
          {column('rejected', dropped('rejected'))}
        </Board>
      )}
      {isAdding && <HomeDialog of={null} onClose={() => setAdding(false)} />}
      {actions.asked}
    </HousingLayout>
  )
}

interface HomeCardProps {
  readonly of: HomeHere
  readonly actions: HomeActions
  readonly onOpen: () => void
}

function HomeCard({ of, actions, onOpen }: HomeCardProps) {
  const { t, money } = useWords()
  const { title } = useHomeWords()
  const { home } = of
  const name = title(home)
  const at = home.use === 'home' ? WAY.indexOf(home.stage.at) : -1
  const to = (target: HomeStage | undefined, icon: 'back' | 'forward') =>
    at >= 0 &&
    target && (
      <IconButton
        icon={icon}
        label={t('plan.board.move', { column: t(`housing.stage.${target}`), title: name })}
        onPress={() => actions.move(home, target)}
      />
    )
  const { rentCents } = home.terms
  return (
    <BoardCard
      id={home.id}
      name={name}
      onOpen={onOpen}
      foot={rentCents !== null && <span>{t('housing.per-month', { amount: money(rentCents) })}</span>}
      buttons={
        <>
          {to(WAY[at - 1], 'back')}
          {to(WAY[at + 1], 'forward')}
          <Menu label={t('plan.menu', { title: name })} icon="more" entries={actions.entries(home)} />
        </>
      }
    >
      <HomeFacts of={of} />
    </BoardCard>
  )
}
