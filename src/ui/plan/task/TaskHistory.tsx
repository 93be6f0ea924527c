/** What each field of a task has been, newest first, with the way back to an older value. */
import { resolveDue } from '#domain/due-date.ts'
import type { Json } from '#domain/json.ts'
import { readRecord } from '#domain/record-kind.ts'
import { type Task, task } from '#domain/task.ts'
import { planContexts } from '#state/plan.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useLinkWords } from '../links/use-link-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './Task.module.css'

const c = classes(css)
const MOST_SHOWN = 40
const FIELDS = [
  'title',
  'note',
  'area',
  'due',
  'hard',
  'status',
  'owner',
  'helpers',
  'repeat',
  'links',
] as const
type Field = (typeof FIELDS)[number]

interface TaskHistoryProps {
  readonly of: Task
  readonly onRestored: (task: Task) => void
}

export function TaskHistory({ of, onRestored }: TaskHistoryProps) {
  const { t, language } = useWords()
  const { store, commands, live } = useGroup()
  useLive(here => here.records(task))
  const save = useSave()
  const valueSaid = useValueSaid(of)
  const when = new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const found = FIELDS.flatMap(field =>
    store.history(of.id, field).map(each => ({ ...each, field })),
  ).toSorted((a, b) => b.at - a.at)
  const restore = async (field: Field, value: Json) => {
    const saved = await save(commands.editTask(of.id, { [field]: value }), t('plan.history.restored'))
    const fresh = live.get(task, of.id)
    if (saved && fresh) onRestored(fresh)
  }
  if (found.length === 0) return <p className={c('small')}>{t('plan.history.none')}</p>
  return (
    <ul className={c('history')}>
      {found.slice(0, MOST_SHOWN).map(each => (
        <li key={`${each.change} ${each.field}`} className={c('link')}>
          <span>
            <span className={c('small')}>{when.format(each.at)} </span>
            <strong>{t('plan.history.field', { field: t(`plan.field.${each.field}`) })}</strong>{' '}
            {valueSaid(each.field, each.value)}
          </span>
          {each.current ? (
            <span className={c('small')}>{t('plan.history.now')}</span>
          ) : (
            each.value !== undefined && (
              <Button
                size="small"
                kind="quiet"
                icon="undo"
                onPress={() => void restore(each.field, each.value ?? null)}
              >
                {t('plan.history.restore')}
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  )
}

function useValueSaid(of: Task): (field: Field, value: Json | undefined) => string {
  const { t, list } = useWords()
  const { live } = useGroup()
  const words = useTaskWords()
  const linkSaid = useLinkWords()
  return (field, value) => {
    if (value === undefined) return t('plan.history.nothing')
    const then = readRecord(task, { id: of.id, kind: task.kind, deleted: false, fields: { [field]: value } })
    switch (field) {
      case 'title':
      case 'note':
        return then[field] || t('plan.history.nothing')
      case 'area':
        return then.area === '' ? t('plan.history.nothing') : t(`plan.area.${then.area}`)
      case 'due':
        return then.due.kind === 'anchor' && then.due.pinned === null
          ? words.offset(then.due)
          : words.due(resolveDue(then.due, planContexts(live)(of.sponsorship)), then).text
      case 'hard':
        return t(then.hard ? 'plan.yes' : 'plan.no')
      case 'status':
        return t(`plan.task-state.${then.status.state}`)
      case 'owner':
        return then.owner === null ? t('plan.owner.nobody') : words.memberName(then.owner)
      case 'helpers':
        return then.helpers.length === 0
          ? t('plan.history.nothing')
          : list(then.helpers.map(words.memberName))
      case 'links':
        return then.links.length === 0
          ? t('plan.history.nothing')
          : list(then.links.map(each => linkSaid(each).text))
      case 'repeat':
        return then.repeat === null
          ? t('plan.repeat.no')
          : t(`plan.repeat-said.${then.repeat.unit}`, { count: then.repeat.every })
    }
  }
}
