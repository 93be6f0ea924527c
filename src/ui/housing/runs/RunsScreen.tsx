/** Delivery runs: when, who drives, the stops with what is fetched at each; printed for whoever drives. */
import { useState } from 'react'
import { type RunHere, runsHere } from '#state/household-list.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Row, Section } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useShortcuts } from '../../shell/use-shortcuts.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { HousingLayout } from '../HousingLayout.tsx'
import { useThingName } from '../things/use-thing-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import { RunDialog } from './RunDialog.tsx'
import { RunPaperDialog } from './RunPaperDialog.tsx'
import css from './Runs.module.css'

const c = classes(css)
type Open = 'new' | { readonly kind: 'edit' | 'paper'; readonly id: string } | null

export function RunsScreen() {
  const { t } = useWords()
  const runs = useLive(runsHere)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const add = () => setOpen('new')
  const shown = open !== null && open !== 'new' ? runs.find(each => each.run.id === open.id) : undefined
  useShortcuts([{ id: 'new-run', keys: 'N', labelId: 'things.runs.new', group: 'here', run: add }])
  return (
    <HousingLayout
      screen="runs"
      title={t('things.runs.title')}
      actions={
        runs.length > 0 && (
          <Button kind="primary" icon="add" aria-keyshortcuts="N" onPress={add}>
            {t('things.runs.new')}
          </Button>
        )
      }
    >
      {runs.length === 0 ? (
        <EmptyState
          picture="porch"
          title={t('things.runs.empty')}
          action={{ label: t('things.runs.new'), icon: 'add', onPress: add }}
        >
          {t('things.runs.empty-text')}
        </EmptyState>
      ) : (
        runs.map(each => (
          <RunCard
            key={each.run.id}
            of={each}
            onEdit={() => setOpen({ kind: 'edit', id: each.run.id })}
            onPaper={() => setOpen({ kind: 'paper', id: each.run.id })}
          />
        ))
      )}
      {open === 'new' && <RunDialog of={null} onClose={close} />}
      {open !== null && open !== 'new' && open.kind === 'edit' && shown && (
        <RunDialog of={shown} onClose={close} />
      )}
      {open !== null && open !== 'new' && open.kind === 'paper' && shown && (
        <RunPaperDialog of={shown} onClose={close} />
      )}
    </HousingLayout>
  )
}

interface RunCardProps {
  readonly of: RunHere
  readonly onEdit: () => void
  readonly onPaper: () => void
}

function RunCard({ of, onEdit, onPaper }: RunCardProps) {
  const { t, date } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  const { memberName } = useHomeWords()
  const nameOf = useThingName()
  const { run, stops } = of
  const name = run.name || t('things.runs.unnamed')
  const fetched = stops.flatMap(each => each.items)
  const left = fetched.filter(each => each.state !== 'delivered').length
  return (
    <Section
      card
      title={name}
      actions={
        <Menu
          label={t('plan.menu', { title: name })}
          icon="more"
          entries={[
            { id: 'edit', label: t('things.runs.edit'), icon: 'edit', onPress: onEdit },
            {
              id: 'delete',
              label: t('plan.do.delete'),
              icon: 'delete',
              danger: true,
              separated: true,
              onPress: () => void save(commands.deleteRun(run.id), t('things.runs.deleted', { name })),
            },
          ]}
        />
      }
    >
      <Row>
        <Sentence>{run.on === null ? t('things.runs.no-day') : date(run.on, 'weekday')}</Sentence>
        <span>
          {run.driver === null
            ? t('things.runs.nobody-drives')
            : t('things.runs.driven-by', { name: memberName(run.driver) })}
        </span>
        {fetched.length > 0 && left === 0 && <Tag tone="ok">{t('things.runs.done')}</Tag>}
      </Row>
      <ol className={c('stops')}>
        {stops.map(({ stop, items }) => (
          <li key={stop.id}>
            {t('things.stop.at', {
              kind: t(`things.stop.${stop.kind}`),
              place: stop.place || t('things.stop.unnamed'),
            })}
            {items.length > 0 && <span className={c('small')}>{items.map(nameOf).join(', ')}</span>}
            {items.map(
              each =>
                each.delivery !== '' && (
                  <span key={each.id} className={c('small')}>
                    {t('things.runs.item', { name: nameOf(each), note: each.delivery })}
                  </span>
                ),
            )}
          </li>
        ))}
      </ol>
      <Row>
        <Button size="small" icon="print" onPress={onPaper}>
          {t('things.runs.paper')}
        </Button>
        <Button size="small" kind="quiet" icon="edit" onPress={onEdit}>
          {t('things.runs.edit')}
        </Button>
        {left > 0 && (
          <Button
            size="small"
            kind="quiet"
            icon="check"
            onPress={() => void save(commands.finishRun(run.id), t('things.runs.finished', { count: left }))}
          >
            {t('things.runs.finish', { count: left })}
          </Button>
        )}
      </Row>
    </Section>
  )
}
