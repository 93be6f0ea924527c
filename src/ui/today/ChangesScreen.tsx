/** Everything that was changed in the group, newest first, by day; each can be taken back. Opening it counts as looking. */
import { useEffect, useState } from 'react'
import type { ChangeSummary } from '#store/store.ts'
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { PageHeader } from '../parts/PageHeader.tsx'
import { Row, Section } from '../parts/Section.tsx'
import { Select } from '../parts/Select.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useTakeBack } from '../use-save.ts'
import { localDay, localTime } from '../words/local-moment.ts'
import { useWords } from '../words/use-words.ts'
import { ChangeLine } from './ChangeLine.tsx'
import css from './Changes.module.css'
import { type FeedArea, feedAreaOf, feedAreas, isBeginning } from './feed-commands.ts'
import { useChanges } from './use-feed.ts'

const c = classes(css)
const AT_ONCE = 100

export function ChangesScreen() {
  const { t } = useWords()
  const { store, feed } = useGroup()
  const { go } = useRouter()
  const [limit, setLimit] = useState(AT_ONCE)
  const [area, setArea] = useState<FeedArea | 'all'>('all')
  const changes = useChanges(limit)
  useEffect(() => void feed.look(), [feed])
  const showOlder = async () => {
    await store.loadHistory()
    setLimit(limit + AT_ONCE)
  }
  const shown = changes.filter(of => area === 'all' || feedAreaOf(of.command) === area)
  return (
    <>
      <PageHeader
        title={t('today.changes')}
        intro={t('today.changes.intro')}
        above={
          <Button kind="quiet" size="small" icon="back" onPress={() => go({ area: 'today' })}>
            {t('today.changes.back')}
          </Button>
        }
      />
      <Select
        label={t('today.changes.area')}
        value={area}
        onChange={setArea}
        choices={(['all', ...feedAreas] as const).map(value => ({
          value,
          label: t(`today.changes.area-name.${value}`),
        }))}
      />
      {shown.length === 0 && <p>{t('today.changes.none')}</p>}
      <Days changes={shown} />
      <Row>
        <Button onPress={() => void showOlder()}>{t('today.changes.older')}</Button>
      </Row>
    </>
  )
}

function Days({ changes }: { readonly changes: readonly ChangeSummary[] }) {
  const { date, time } = useWords()
  const days = new Map<string, ChangeSummary[]>()
  for (const of of changes) days.set(localDay(of.at), [...(days.get(localDay(of.at)) ?? []), of])
  return [...days].map(([day, ofDay]) => (
    <Section key={day} card title={date(day, 'weekday')}>
      <ul className={c('list')}>
        {ofDay.map(of => (
          <ChangeLine
            key={of.change}
            of={of}
            when={time(localTime(of.at))}
            action={!of.undone && !isBeginning(of) && <TakeBack of={of} />}
          />
        ))}
      </ul>
    </Section>
  ))
}

function TakeBack({ of }: { readonly of: ChangeSummary }) {
  const { t } = useWords()
  const takeBack = useTakeBack()
  return (
    <Button
      size="small"
      kind="quiet"
      icon="undo"
      onPress={() => void takeBack([of.change], t('common.undo.done'))}
    >
      {t('today.changes.take-back')}
    </Button>
  )
}
