/** One home: what is next, what is known of it, and what was said with its landlord. */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import { lease } from '#domain/lease.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { type HomeHere, homesHere } from '#state/housing.ts'
import { useGroup, useLive, useServices } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { CardGrid, Row, Section, Stack } from '../../parts/Section.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { TasksAbout } from '../../plan/links/TasksAbout.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { ApplicationSection, hasApplication } from '../application/ApplicationSection.tsx'
import { LeaseSection } from '../lease/LeaseSection.tsx'
import { hasPapers, PapersOfHome } from '../papers/PapersOfHome.tsx'
import { useHomeActions } from '../use-home-actions.tsx'
import { useHomeWords } from '../use-home-words.ts'
import { ViewingSection } from '../viewing/ViewingSection.tsx'
import { ContactDialog } from './ContactDialog.tsx'
import { ContactLog } from './ContactLog.tsx'
import { CostsOfHome } from './CostsOfHome.tsx'
import { HomeDialog } from './HomeDialog.tsx'
import { HomeHistory } from './HomeHistory.tsx'
import { KnownOfHome } from './KnownOfHome.tsx'

export function HomeScreen({ id }: { readonly id: RecordId }) {
  const { t } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const of = useLive(live => homesHere(live, tools.today()).find(({ home }) => home.id === id))
  const toBoard = () => go({ area: 'housing', screen: 'board' })
  return of ? (
    <OpenHome of={of} onBack={toBoard} />
  ) : (
    <>
      <PageHeader title={t('housing.gone')} />
      <EmptyState
        picture="porch"
        title={t('housing.gone')}
        action={{ label: t('housing.to-board'), icon: 'back', onPress: toBoard }}
      >
        {t('housing.gone.text')}
      </EmptyState>
    </>
  )
}

function OpenHome({ of, onBack }: { readonly of: HomeHere; readonly onBack: () => void }) {
  const { t } = useWords()
  const { title } = useHomeWords()
  const [open, setOpen] = useState<'edit' | 'contact' | null>(null)
  const actions = useHomeActions({ onRemoved: onBack })
  const { home } = of
  const log = () => setOpen('contact')
  useShortcuts([{ id: 'log-contact', keys: 'N', labelId: 'housing.log', group: 'here', run: log }])
  return (
    <>
      <PageHeader
        title={title(home)}
        above={
          <Button kind="quiet" size="small" icon="back" onPress={onBack}>
            {t('housing.to-board')}
          </Button>
        }
        intro={
          <Row>
            <Tag tone={home.stage.at === 'rejected' ? 'neutral' : 'info'}>
              {t(`housing.stage.${home.use === 'temporary' ? 'temporary' : home.stage.at}`)}
            </Tag>
            {home.name !== '' && home.address !== '' && <span>{home.address}</span>}
          </Row>
        }
        actions={
          <>
            <Menu
              label={t('housing.move')}
              showLabel
              kind="secondary"
              size="medium"
              entries={actions.entries(home)}
            />
            <Button icon="edit" onPress={() => setOpen('edit')}>
              {t('housing.edit')}
            </Button>
            <Button kind="primary" icon="add" onPress={log}>
              {t('housing.log')}
            </Button>
          </>
        }
      />
      <CardGrid>
        <Stack>
          <NextStep of={of} onSet={log} />
          {home.use === 'home' && <ViewingSection home={home} />}
          {hasApplication(home) && <ApplicationSection home={home} />}
          {hasPapers(home) && <PapersOfHome home={home} />}
          <TasksOfHome home={home} />
          <ContactLog of={of} />
          <HomeHistory home={home} />
        </Stack>
        <Stack>
          {home.use === 'home' && <LeaseSection home={home} />}
          {home.use === 'home' && <CostsOfHome home={home} />}
          <KnownOfHome home={home} />
        </Stack>
      </CardGrid>
      {open === 'edit' && <HomeDialog of={home} onClose={() => setOpen(null)} />}
      {open === 'contact' && <ContactDialog home={home} of={null} onClose={() => setOpen(null)} />}
      {actions.asked}
    </>
  )
}

/** Those of its lease stand with the lease. */
function TasksOfHome({ home }: { readonly home: Home }) {
  const leases = useLive(live => live.records(lease)).filter(each => each.home === home.id)
  const isOfLease = (id: RecordId) => leases.some(each => id.startsWith(`${each.id}-`))
  return <TasksAbout of={{ kind: 'home', id: home.id }} except={isOfLease} />
}

function NextStep({ of, onSet }: { readonly of: HomeHere; readonly onSet: () => void }) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const words = useHomeWords()
  const { home, stale } = of
  const next = words.next(home)
  return (
    <Section card title={t('housing.next')}>
      {next === null ? <p>{t('housing.next.none')}</p> : <p>{next.text}</p>}
      {(next?.isLate || stale !== null) && (
        <Row>
          {next?.isLate && <Tag tone="danger">{t('housing.next.late')}</Tag>}
          {stale !== null && (
            <Tag tone="warn" icon="clock">
              {t('housing.stale', { count: stale })}
            </Tag>
          )}
        </Row>
      )}
      <Row>
        {next !== null && (
          <Button
            size="small"
            icon="check"
            onPress={() => void save(commands.editHome(home.id, { next: null }), t('housing.next.done'))}
          >
            {t('housing.next.mark-done')}
          </Button>
        )}
        {next === null && (
          <Button size="small" icon="add" onPress={onSet}>
            {t('housing.log')}
          </Button>
        )}
      </Row>
    </Section>
  )
}
