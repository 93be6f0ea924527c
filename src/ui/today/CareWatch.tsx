/**
 * Papers that run out and agreements that end, seen only where Care is read: by code and day, never which paper or for
 * what – Today is open on the table while others look.
 */
import { person } from '#domain/household.ts'
import { lapsingConsents } from '#state/consents.ts'
import { expiringDocuments } from '#state/documents.ts'
import { useLive, useServices } from '../group-context.tsx'
import { classes } from '../parts/classes.ts'
import { Link } from '../parts/Link.tsx'
import { Section } from '../parts/Section.tsx'
import { Tag } from '../parts/StatusTag.tsx'
import { useDocumentWords } from '../people/papers/use-document-words.ts'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './Week.module.css'

const c = classes(css)

const MOST_SHOWN = 5

export function CareWatch() {
  const { t, date } = useWords()
  const { tools } = useServices()
  const { go } = useRouter()
  const words = useDocumentWords()
  const people = useLive(live => live.records(person))
  const documents = useLive(live => expiringDocuments(live, tools.today()))
  const consents = useLive(live => lapsingConsents(live, tools.today()))
  if (documents.length + consents.length === 0) return null
  const nameOf = (id: string | null): string =>
    people.find(each => each.id === id)?.label || t('papers.watch.household')
  const show = (id: string | null) =>
    go(id === null ? { area: 'people' } : { area: 'people', screen: 'person', id })
  return (
    <Section card title={t('papers.watch')}>
      <ul className={c('list')}>
        {documents.slice(0, MOST_SHOWN).map(of => {
          const said = words.expiry(of.expiry)
          const values = { who: nameOf(of.person), date: date(of.expires) }
          return (
            <li key={of.id} className={c('item')}>
              <Link onPress={() => show(of.person)}>
                {of.expiry.kind === 'expired'
                  ? t('papers.watch.expired', values)
                  : t('papers.watch.expiring', values)}
              </Link>
              {said && <Tag tone={said.tone}>{said.text}</Tag>}
              {of.hasTask && <Tag>{t('papers.task-open')}</Tag>}
            </li>
          )
        })}
        {consents.slice(0, MOST_SHOWN).map(of => {
          const values = { who: nameOf(of.person), date: date(of.until) }
          return (
            <li key={of.id} className={c('item')}>
              <Link onPress={() => show(of.person)}>
                {of.isOver ? t('papers.watch.consent-over', values) : t('papers.watch.consent', values)}
              </Link>
              <Tag tone={of.isOver ? 'danger' : 'warn'}>{t('papers.watch.ends')}</Tag>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
