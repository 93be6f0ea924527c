/** All tasks, by when they are due: added in one line, found, done, put off, opened. */
import { useState } from 'react'
import type { RecordId } from '#domain/record-kind.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { arrivalsOf, type PlannedTask } from '#state/plan.ts'
import { useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useRoute, useRouter } from '../../shell/use-router.ts'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useWords } from '../../words/use-words.ts'
import { PlanOfferDialog } from '../offer/PlanOfferDialog.tsx'
import { PlanLayout } from '../PlanLayout.tsx'
import { TaskDialog } from '../task/TaskDialog.tsx'
import { useShownTasks } from '../use-shown-tasks.ts'
import { useTaskActions } from '../use-task-actions.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { TaskFilters } from './TaskFilters.tsx'
import { TaskGroups } from './TaskGroups.tsx'
import { TaskTrash } from './TaskTrash.tsx'
import { focusTaskSearch, noTaskFilter, type TaskFilter } from './task-filter.ts'
import { type Choosing, useChoosing } from './use-choosing.ts'

export function TaskListScreen() {
  const { t } = useWords()
  const route = useRoute()
  const { go } = useRouter()
  const [filter, setFilter] = useState<TaskFilter>(() => filterOfRoute(route.id))
  const [open, setOpen] = useState<RecordId | null>(
    route.screen === 'task' && route.id !== undefined ? route.id : null,
  )
  const [dialog, setDialog] = useState<'trash' | 'offer' | null>(null)
  const arrivals = useLive(live => arrivalsOf(live, currentSponsorship({ live })?.id ?? ''))
  const { all, shown } = useShownTasks(filter)
  const actions = useTaskActions()
  const choosing = useChoosing()
  useShortcuts([
    { id: 'new-task', keys: 'N', labelId: 'plan.quick', group: 'here', run: focusQuickAdd },
    { id: 'find-task', keys: '/', labelId: 'plan.search', group: 'here', run: focusTaskSearch },
  ])
  const close = () => {
    if (route.screen === 'task') go({ area: 'plan', screen: 'list' })
    else setOpen(null)
  }
  return (
    <PlanLayout
      screen="list"
      title={t('plan.title')}
      actions={
        <>
          <Menu
            label={t('plan.more')}
            icon="more"
            entries={[
              {
                id: 'choose',
                label: t('plan.chosen.begin'),
                icon: 'check',
                disabled: shown.length === 0,
                onPress: choosing.begin,
              },
              { id: 'trash', label: t('plan.trash'), icon: 'delete', onPress: () => setDialog('trash') },
            ]}
          />
          {arrivals.length > 0 && all.length > 0 && (
            <Button icon="book" onPress={() => setDialog('offer')}>
              {t('plan.offer.open')}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <QuickAdd />
        {all.length > 0 && <TaskFilters filter={filter} onChange={setFilter} />}
      </Stack>
      {all.length === 0 ? (
        <EmptyState
          picture="porch"
          title={t('plan.empty')}
          {...(arrivals.length > 0
            ? {
                action: {
                  label: t('plan.offer'),
                  icon: 'book',
                  onPress: () => setDialog('offer'),
                },
              }
            : {})}
        >
          {t('plan.empty-text')}
        </EmptyState>
      ) : shown.length === 0 ? (
        <p role="status">{t('plan.none-found')}</p>
      ) : (
        <>
          <TaskGroups
            tasks={shown}
            actions={actions}
            choosing={choosing}
            opensAll={filter.state === 'closed' || filter.text.trim() !== ''}
            onOpen={setOpen}
          />
          <p>{t('plan.key.arrows')}</p>
          {choosing.chosen !== null && <Chosen shown={shown} choosing={choosing} />}
        </>
      )}
      {open !== null && <TaskDialog taskId={open} onClose={close} />}
      {dialog === 'trash' && <TaskTrash onClose={() => setDialog(null)} />}
      {dialog === 'offer' && <PlanOfferDialog arrivals={arrivals} onClose={() => setDialog(null)} />}
    </PlanLayout>
  )
}

function Chosen({
  shown,
  choosing,
}: {
  readonly shown: readonly PlannedTask[]
  readonly choosing: Choosing
}) {
  const picked = shown.flatMap(({ task }) => (choosing.chosen?.has(task.id) ? [task] : []))
  return <ChosenBar picked={picked} shown={shown.map(({ task }) => task.id)} choosing={choosing} />
}

/** A member's id, or `nobody`: what somebody carries. */
const filterOfRoute = (id: string | undefined): TaskFilter =>
  id?.startsWith('who:') ? { ...noTaskFilter, owner: id.slice(4), state: 'open' } : noTaskFilter

const focusQuickAdd = () => document.querySelector<HTMLInputElement>('[data-quick-add] input')?.focus()
