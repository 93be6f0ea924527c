/** What other members changed since the person last looked; gone once it was looked at. */
import { useGroup } from '../group-context.tsx'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { useRouter } from '../shell/use-router.ts'
import { localDay, localTime } from '../words/local-moment.ts'
import { useWords } from '../words/use-words.ts'
import { ChangeLine } from './ChangeLine.tsx'
import css from './Changes.module.css'
import { useNews } from './use-feed.ts'

const c = classes(css)
const MOST_SHOWN = 5

export function NewsCard() {
  const { t, date, time } = useWords()
  const { feed } = useGroup()
  const { go } = useRouter()
  const news = useNews()
  if (news.length === 0) return null
  return (
    <Section
      card
      title={t('today.news')}
      intro={t('today.news.count', { count: news.length })}
      actions={
        <Button size="small" icon="check" onPress={() => void feed.look()}>
          {t('today.news.seen')}
        </Button>
      }
    >
      <ul className={c('list')}>
        {news.slice(0, MOST_SHOWN).map(of => (
          <ChangeLine key={of.change} of={of} when={`${date(localDay(of.at))}, ${time(localTime(of.at))}`} />
        ))}
      </ul>
      <Link onPress={() => go({ area: 'today', screen: 'changes' })}>{t('today.changes.all')}</Link>
    </Section>
  )
}
