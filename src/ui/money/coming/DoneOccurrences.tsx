/** What was posted and skipped, the newest first: each leads to its entry, or is opened again. */
import type { ComingEntry } from '#domain/coming-entries.ts'
import { useGroup } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { useSave } from '../use-save.ts'
import css from './Coming.module.css'
import { useRecurringWords } from './use-recurring-words.ts'

const c = classes(css)
const MOST_SHOWN = 60

export function DoneOccurrences({ done }: { readonly done: readonly ComingEntry[] }) {
  const { t } = useWords()
  return (
    <ul className={c('rows')} aria-label={t('recurring.done')}>
      {done
        .toReversed()
        .slice(0, MOST_SHOWN)
        .map(each => (
          <DoneRow key={each.id} of={each} />
        ))}
    </ul>
  )
}

function DoneRow({ of }: { readonly of: ComingEntry }) {
  const { t, date } = useWords()
  const { commands } = useGroup()
  const { go } = useRouter()
  const save = useSave()
  const words = useRecurringWords()
  const name = words.name(of.recurring)
  const [first] = of.entries
  return (
    <li className={c('row')}>
      <div className={c('words')}>
        {first ? (
          <Link onPress={() => go({ area: 'money', screen: 'entry', id: first.id })}>{name}</Link>
        ) : (
          <span className={c('name')}>{name}</span>
        )}
        <span className={c('facts')}>
          <span>{date(of.date)}</span>
          {first === undefined ? (
            <Tag>{t('recurring.status.skipped')}</Tag>
          ) : (
            <Tag tone="ok">{t('recurring.status.posted')}</Tag>
          )}
          {first && first.date !== of.date && (
            <span>{t('recurring.paid-on', { date: date(first.date) })}</span>
          )}
          {of.entries.length > 1 && <Tag tone="warn">{t('recurring.twice')}</Tag>}
        </span>
      </div>
      <span className={c('amount')}>
        <Amount cents={first?.money.cents ?? of.recurring.money.cents} kind="change" />
      </span>
      <div className={c('do')}>
        {first === undefined && (
          <Button
            size="small"
            kind="quiet"
            icon="undo"
            aria-label={t('recurring.reopen-named', { name, date: date(of.date) })}
            onPress={() => void save(commands.reopenComing(of), t('recurring.reopened', { name }))}
          >
            {t('recurring.reopen')}
          </Button>
        )}
      </div>
    </li>
  )
}
