/** What was posted and skipped, the newest first: each leads to its entry, or is opened again. */
import type { ComingEntry } from '#domain/coming-entries.ts'
import { useGroup } from '../../group-context.tsx'
import { Amount } from '../../parts/Amount.tsx'
import { Button } from '../../parts/Button.tsx'
import { Link } from '../../parts/Link.tsx'
import { RowFacts, RowItem, RowList, RowName } from '../../parts/RowList.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useRecurringWords } from './use-recurring-words.ts'

const MOST_SHOWN = 60

export function DoneOccurrences({ done }: { readonly done: readonly ComingEntry[] }) {
  const { t } = useWords()
  return (
    <RowList label={t('recurring.done')} figures="amounts">
      {done
        .toReversed()
        .slice(0, MOST_SHOWN)
        .map(each => (
          <DoneRow key={each.id} of={each} />
        ))}
    </RowList>
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
    <RowItem
      figure={<Amount cents={first?.money.cents ?? of.recurring.money.cents} kind="change" />}
      actions={
        first === undefined && (
          <Button
            size="small"
            kind="quiet"
            icon="undo"
            aria-label={t('recurring.reopen-named', { name, date: date(of.date) })}
            onPress={() => void save(commands.reopenComing(of), t('recurring.reopened', { name }))}
          >
            {t('recurring.reopen')}
          </Button>
        )
      }
    >
      {first ? (
        <Link onPress={() => go({ area: 'money', screen: 'entry', id: first.id })}>{name}</Link>
      ) : (
        <RowName>{name}</RowName>
      )}
      <RowFacts>
        <span>{date(of.date)}</span>
        {first === undefined ? (
          <Tag>{t('recurring.status.skipped')}</Tag>
        ) : (
          <Tag tone="ok">{t('recurring.status.posted')}</Tag>
        )}
        {first && first.date !== of.date && <span>{t('recurring.paid-on', { date: date(first.date) })}</span>}
        {of.entries.length > 1 && <Tag tone="warn">{t('recurring.twice')}</Tag>}
      </RowFacts>
    </RowItem>
  )
}
