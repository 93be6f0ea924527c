/** Of the search for a home: next steps of the days ahead, and leads that nobody has spoken to for days. */
import type { HomeHere } from '#state/housing.ts'
import { homesToFollow } from '#state/housing.ts'
import { useLive, useServices } from '../group-context.tsx'
import { useHomeWords } from '../housing/use-home-words.ts'
import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './Week.module.css'

const c = classes(css)
const MOST_SHOWN = 5

/** Null where nothing is to be done. */
export function HomesCard() {
  const { t } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const { steps, stale } = useLive(live => homesToFollow(live, tools.today()))
  const all = [...steps, ...stale]
  if (all.length === 0) return null
  return (
    <Section card title={t('today.homes')}>
      <ul className={c('list')}>
        {all.slice(0, MOST_SHOWN).map(each => (
          <HomeItem key={each.home.id} of={each} />
        ))}
      </ul>
      {all.length > MOST_SHOWN && (
        <Link onPress={() => go({ area: 'housing' })}>
          {t('today.homes.more', { count: all.length - MOST_SHOWN })}
        </Link>
      )}
    </Section>
  )
}

function HomeItem({ of }: { readonly of: HomeHere }) {
  const { t } = useWords()
  const { go } = useRouter()
  const words = useHomeWords()
  const { home, stale } = of
  const next = words.next(home)
  return (
    <li className={c('item')}>
      <Link onPress={() => go({ area: 'housing', screen: 'home', id: home.id })}>{words.title(home)}</Link>
      {next !== null &&
        (next.isLate ? <Tag tone="danger">{next.text}</Tag> : <span className={c('when')}>{next.text}</span>)}
      {stale !== null && (
        <Tag tone="warn" icon="clock">
          {t('housing.stale', { count: stale })}
        </Tag>
      )}
    </li>
  )
}
