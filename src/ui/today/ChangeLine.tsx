/** One change in the feed: who did what to which records, and the way to take it back. */
import type { ReactNode } from 'react'
import type { ChangeSummary } from '#store/store.ts'
import { useMemberName } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { Link } from '../parts/Link.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './Changes.module.css'
import { type FeedArea, feedAreaOf, isBeginning } from './feed-commands.ts'
import { useRecordLabel } from './use-record-label.ts'

const c = classes(css)
const MOST_NAMED = 3

const ICONS: Readonly<Record<FeedArea, IconName>> = {
  plan: 'plan',
  calendar: 'calendar',
  housing: 'home',
  people: 'people',
  money: 'money',
  group: 'settings',
}

interface ChangeLineProps {
  readonly of: Pick<ChangeSummary, 'command' | 'device' | 'records' | 'undone'>
  /** The time of day, where the day stands above. */
  readonly when: string
  /** What it did, line by line, where that is known better than by the names of its records. */
  readonly said?: readonly string[]
  readonly action?: ReactNode
}

export function ChangeLine({ of, when, said = [], action }: ChangeLineProps) {
  const { t } = useWords()
  const { go } = useRouter()
  const memberName = useMemberName()
  const labelOf = useRecordLabel()
  const area = feedAreaOf(of.command)
  const labels = isBeginning(of) ? [] : of.records.flatMap(id => labelOf(id) ?? [])
  const more = labels.length - MOST_NAMED
  return (
    <li className={c('change')} data-undone={of.undone || undefined}>
      <span className={c('icon')}>
        <Icon name={area ? ICONS[area] : 'history'} size={18} />
      </span>
      <div className={c('words')}>
        <p className={c('did')}>{area ? t(`today.did.${of.command}`) : t('today.did-something')}</p>
        {said.length > 0 && (
          <ul className={c('labels')}>
            {said.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {labels.length > 0 && (
          <ul className={c('labels')}>
            {labels.slice(0, MOST_NAMED).map(({ text, route }) => (
              <li key={text}>{route ? <Link onPress={() => go(route)}>{text}</Link> : text}</li>
            ))}
            {more > 0 && <li>{t('today.changes.more', { count: more })}</li>}
          </ul>
        )}
        <p className={c('who')}>
          {memberName(of.device)} · {when}
          {of.undone && ` · ${t('today.changes.undone')}`}
        </p>
      </div>
      {action}
    </li>
  )
}
