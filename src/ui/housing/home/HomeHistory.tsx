/** Who changed what about a home, and when, the newest first: so that whoever was not there sees why it was not taken. */
import { useState } from 'react'
import type { Home } from '#domain/home.ts'
import { homeHistory } from '#state/home-history.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Row, Section } from '../../parts/Section.tsx'
import { ChangeLine } from '../../today/ChangeLine.tsx'
import changesCss from '../../today/Changes.module.css'
import { localDay, localTime } from '../../words/local-moment.ts'
import { useWords } from '../../words/use-words.ts'
import { useHistoryWords } from './use-history-words.ts'

const changes = classes(changesCss)

export function HomeHistory({ home }: { readonly home: Home }) {
  const { t } = useWords()
  const { store } = useGroup()
  const [shown, setShown] = useState<'no' | 'reading' | 'yes'>('no')
  const toggle = async () => {
    if (shown !== 'no') return setShown('no')
    setShown('reading')
    // What came before the last snapshot is read once.
    await store.loadHistory()
    setShown(now => (now === 'reading' ? 'yes' : now))
  }
  return (
    <Section card title={t('today.changes')}>
      <Row>
        <Button
          size="small"
          icon="history"
          aria-expanded={shown === 'yes'}
          busy={shown === 'reading'}
          onPress={() => void toggle()}
        >
          {t(shown === 'yes' ? 'housing.history.hide' : 'housing.history.show')}
        </Button>
      </Row>
      {shown === 'reading' && <ProgressBar label={t('housing.history.reading')} value={null} />}
      {shown === 'yes' && <Lines home={home} />}
    </Section>
  )
}

function Lines({ home }: { readonly home: Home }) {
  const { t, date, time } = useWords()
  const { store, live } = useGroup()
  const words = useHistoryWords()
  useLive(here => here.revision())
  return (
    <ul className={changes('list')} aria-label={t('today.changes')}>
      {homeHistory({ store, live }, home.id).map(({ change, at, device, command, wrote, said }) => (
        <ChangeLine
          key={change}
          of={{ command, device, records: [], undone: false }}
          when={t('housing.history.when', { date: date(localDay(at)), time: time(localTime(at)) })}
          said={[...new Set([...words(wrote, home.use), ...said])]}
        />
      ))}
    </ul>
  )
}
